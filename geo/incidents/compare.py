"""Whether two reports tell of one happening, and why: evidence for and against, added up.

The weights were set on groups of short reports written for the purpose (``tests/incidents/groups.json``);
each is a round number a reader can check. Two reports of one article never join: its coder kept them apart.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from geo.incidents.distance import metres_between
from geo.incidents.sightings import kin, strands
from geo.incidents.trace import Trace
from geo.model.place import AREAS, Feature, Place

#: Sum of the evidence from which two reports are one happening.
JOIN_FROM = 3.5
#: Two towns within this of each other's edge can be one scene, in metres.
SCENE_M = 8_000.0
#: Share of common words from which two sentences are copies of one text.
COPY_FROM = 0.75

_VAGUE = frozenset(
    {
        None,
        "explosion",
        "attack",
        "killing",
        "injury",
        "crash",
        "disease",
        "outbreak",
        "crime",
        "armed clash",
        "attack (raid)",
    }
)
#: Sub-types that different writers use for one thing.
_ALIKE = (
    frozenset({"missile", "air strike", "air/drone strike"}),
    frozenset({"air/drone strike", "drone strike"}),
    frozenset({"bomb", "ied", "suicide bomb", "landmine", "grenade"}),
    frozenset({"bomb", "air strike"}),
    frozenset({"shelling", "missile"}),
    frozenset({"protest", "riot", "protest with intervention"}),
    frozenset({"attack (shooting)", "assassination", "massacre", "attack (stabbing)"}),
    frozenset({"structural collapse", "landslide", "earthquake", "storm", "tornado"}),
    frozenset({"flood", "storm", "landslide"}),
    frozenset({"interception", "missile", "drone strike"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """The evidence for and against; ``because`` pairs each piece with its weight."""

    score: float
    because: tuple[tuple[str, float], ...]

    @property
    def joins(self) -> bool:
        """Whether the evidence suffices."""
        return self.score >= JOIN_FROM

    def reasons(self) -> str:
        """The evidence for a reader, the weightiest first."""
        return "; ".join(words for words, _ in sorted(self.because, key=lambda p: -abs(p[1])))


def compare(a: Trace, b: Trace) -> Comparison:
    """Add up what speaks for one happening and what against; minus infinity where something excludes it."""
    excluded = next(obstacles(a, b), None)
    if excluded is not None:
        return Comparison(-math.inf, ((excluded, -math.inf),))
    evidence = [_place(a, b), _day(a, b), *_manner(a, b), *_harm(a, b)]
    overlap = _overlap(a, b)
    if overlap >= 0.2:
        evidence.append(("the same words" if overlap < COPY_FROM else "one text", min(2.5, 3.0 * overlap)))
    kept = tuple(e for e in evidence if e[1] != 0.0)
    return Comparison(sum(weight for _, weight in kept), kept)


def obstacles(a: Trace, b: Trace) -> Iterator[str]:
    """All that excludes one happening, in words with the numbers; nothing where evidence decides."""
    if a.report.article_id == b.report.article_id:
        yield "two incidents of one article"
    if not kin(a.type, b.type) and not (a.figures == b.figures and _overlap(a, b) >= COPY_FROM):
        yield f"{a.type} and {b.type} are two things"
    apart = _places_apart(a, b)
    if apart is not None:
        yield apart
    gap = days_between(a, b)
    if gap > (1 if a.dated and b.dated else 0):
        yield f"the days differ: {_told(a)} and {_told(b)}"


def _overlap(a: Trace, b: Trace) -> float:
    common = len(a.words & b.words)
    return common / (len(a.words) + len(b.words) - common) if common else 0.0


def _places_apart(a: Trace, b: Trace) -> str | None:
    """Why the places exclude one happening; None where they do not."""
    if a.place is None or b.place is None or a.place.id == b.place.id:
        return None
    if a.coarse or b.coarse:
        if _inside(a.place, b.place) or _inside(b.place, a.place):
            return None
        return f"neither of {a.place.name} and {b.place.name} lies in the other"
    apart, doubt = metres_between(a.place.at, b.place.at), _radius_m(a, a.place) + _radius_m(b, b.place)
    if apart <= doubt + SCENE_M:
        return None
    return (
        f"{a.place.name} and {b.place.name} are {apart / 1000:.0f} km apart,"
        f" more than their circles ({doubt / 1000:.0f} km) and {SCENE_M / 1000:.0f} km"
    )


def _radius_m(item: Trace, place: Place) -> float:
    return item.report.radius_m or place.radius_m


def _place(a: Trace, b: Trace) -> tuple[str, float]:
    """Evidence of places that do not exclude one happening."""
    if a.place is None or b.place is None:
        return "a place is not known", 0.0
    if a.place.id == b.place.id:
        return f"both at {a.place.name}", 0.8 if a.coarse else 2.0
    if a.coarse or b.coarse:
        return f"{a.place.name} and {b.place.name}: one lies in the other", 0.8
    apart = metres_between(a.place.at, b.place.at)
    return f"{a.place.name} and {b.place.name} are {apart / 1000:.0f} km apart, within their doubt", 1.4


def _inside(inner: Place, outer: Place) -> bool:
    if outer.feature is Feature.COUNTRY:
        return inner.country == outer.country
    if outer.feature is Feature.ADMIN1 and inner.admin1_code is not None:
        return inner.admin1_code == outer.admin1_code
    return outer.feature in AREAS and metres_between(inner.at, outer.at) <= outer.radius_m


def days_between(a: Trace, b: Trace) -> int:
    """Whole days between the two; 0 where they can be one, or nothing bounds one of them."""
    if a.days is None or b.days is None:
        return 0
    return max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days, 0)


def _told(item: Trace) -> str:
    """The days a happening can have been, in words."""
    if item.days is None:
        return "unknown"
    first, last = item.days
    told = str(first) if first == last else f"{first} to {last}"
    return told if item.report.when.date is not None else f"{told} (taken from the publication)"


def _day(a: Trace, b: Trace) -> tuple[str, float]:
    """Evidence of days that do not exclude one happening."""
    if a.days is None or b.days is None:
        return "a day is not known", 0.0
    if a.dated and b.dated:
        if days_between(a, b) == 0:
            return f"the same day ({max(a.days[0], b.days[0])})", 2.0
        return "one day apart", -1.0
    return ("the days can be one", 1.0) if a.published and b.published else ("the days can be one", 0.5)


def _manner(a: Trace, b: Trace) -> list[tuple[str, float]]:
    """Type, weapon, target and hour."""
    found: list[tuple[str, float]] = [("the same type", 0.7) if a.type is b.type else ("types that can be one", 0.2)]
    first, second = a.report.sub, b.report.sub
    if first not in _VAGUE and second not in _VAGUE:
        if strands(first) != strands(second):
            found.append((f"{first} and {second} are two happenings", -3.0))
        elif first == second:
            found.append((f"both {first}", 0.8))
        elif not any(first in alike and second in alike for alike in _ALIKE):
            found.append((f"{first} and {second} differ", -1.5))
    if a.targets and b.targets:
        common = a.targets & b.targets
        if common:
            found.append((f"the same target ({min(common)})", 1.0))
        else:
            found.append((f"different targets ({min(a.targets)} and {min(b.targets)})", -1.5))
    if a.part_of_day and b.part_of_day:
        parts = {a.part_of_day, b.part_of_day}
        if len(parts) == 1:
            found.append((f"the same part of the day ({a.part_of_day})", 0.5))
        else:
            night = parts <= {"night", "morning"} or parts <= {"night", "evening"}
            words = f"different parts of the day ({' and '.join(sorted(parts))})"
            found.append((words, -0.3 if night else -2.0))
    return found


def _harm(a: Trace, b: Trace) -> list[tuple[str, float]]:
    """Figures: a common one joins; far apart ones speak against, as tolls that grow do not."""
    common = a.figures & b.figures
    if common:
        kind, n = max(common, key=lambda f: (f[1], f[0]))
        return [(f"both say {n} {kind}", 1.0 if n < 3 else 1.6)]
    pairs = [(kind, x, y) for kind, x in a.figures for other, y in b.figures if kind == other]
    if pairs and all(max(x, y) > 3 * min(x, y) + 3 for _, x, y in pairs):
        kind, x, y = min(pairs)
        return [(f"figures far apart ({min(x, y)} and {max(x, y)} {kind})", -0.8)]
    return []
