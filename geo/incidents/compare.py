"""Whether two reports tell of one happening, and why: evidence for and against, added up.

The weights were set on groups of short reports written for the purpose (``tests/incidents/groups.json``);
each is a round number a reader can check. Two reports of one article never join: its coder kept them apart.
"""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from geo.incidents.manner import is_seldom, two_things, weigh_manner
from geo.incidents.trace import Trace
from geo.model.incident import IncidentType
from geo.model.place import AREAS, Feature, Place
from geo.scenes.distance import metres_between

#: Sum of the evidence from which two reports are one happening.
JOIN_FROM = 3.5
#: Two towns within this of each other's edge can be one scene, in metres.
SCENE_M = 8_000.0
#: Share of common words from which two sentences are copies of one text.
COPY_FROM = 0.75

#: Days without a report after which an outbreak is another one: WHO declares the end of one of Ebola 42 days after
#: the last case, of cholera 28.
OUTBREAK_DAYS = 42


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


#: Something excludes that the two are one happening; ``obstacles`` says what.
EXCLUDED = Comparison(-math.inf, ())


def compare(a: Trace, b: Trace) -> Comparison:
    """Add up what speaks for one happening and what against; minus infinity where something excludes it."""
    if _excluded(a, b):
        return EXCLUDED
    evidence = [_place(a, b), _day(a, b), *weigh_manner(a, b), *_harm(a, b)]
    overlap, copy = _share(a.own_words, b.own_words), _share(a.words, b.words)
    if copy >= COPY_FROM:
        evidence.append(("one text", 2.5))
    elif overlap >= 0.2 and len(a.own_words & b.own_words) > 2:
        evidence.append(("the same words", 3.0 * overlap))
    kept = tuple(e for e in evidence if e[1] != 0.0)
    return Comparison(sum(weight for _, weight in kept), kept)


def _excluded(a: Trace, b: Trace) -> bool:
    """Whether there are obstacles, the cheapest asked first: most pairs of a block end here."""
    if a.report.article_id == b.report.article_id or days_between(a, b) > _days_allowed(a, b):
        return True
    return _places_exclude(a, b) or _strangers(a, b)


def _strangers(a: Trace, b: Trace) -> bool:
    """Whether they tell of two things with no figure in common, in words of their own."""
    return two_things(a, b) and not a.figures & b.figures and _share(a.words, b.words) < COPY_FROM


def obstacles(a: Trace, b: Trace) -> Iterator[str]:
    """All that excludes one happening, in words with the numbers; nothing where evidence decides."""
    if a.report.article_id == b.report.article_id:
        yield "two incidents of one article"
    if _strangers(a, b):
        yield f"{a.type} and {b.type} are two things"
    apart = _places_apart(a, b)
    if apart is not None:
        yield apart
    if days_between(a, b) > _days_allowed(a, b):
        yield f"the days differ: {_told(a)} and {_told(b)}"


def _days_allowed(a: Trace, b: Trace) -> int:
    if a.type is b.type is IncidentType.OUTBREAK:
        return OUTBREAK_DAYS
    return 1 if a.dated and b.dated else 0


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the words of both that are common, 0..1."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def _places_exclude(a: Trace, b: Trace) -> bool:
    if a.place is None or b.place is None or a.place.id == b.place.id:
        return False
    if a.coarse or b.coarse:
        return not (_inside(a.place, b.place) or _inside(b.place, a.place))
    return metres_between(a.place.at, b.place.at) > _radius_m(a, a.place) + _radius_m(b, b.place) + SCENE_M


def _places_apart(a: Trace, b: Trace) -> str | None:
    """Why the places exclude one happening; None where they do not."""
    if a.place is None or b.place is None or not _places_exclude(a, b):
        return None
    if a.coarse or b.coarse:
        return f"neither of {a.place.name} and {b.place.name} lies in the other"
    apart, doubt = metres_between(a.place.at, b.place.at), _radius_m(a, a.place) + _radius_m(b, b.place)
    return (
        f"{a.place.name} and {b.place.name} are {apart / 1000:.0f} km apart,"
        f" more than their circles ({doubt / 1000:.0f} km) and {SCENE_M / 1000:.0f} km"
    )


def _radius_m(item: Trace, place: Place) -> float:
    return item.report.radius_m or place.radius_m


def _place(a: Trace, b: Trace) -> tuple[str, float]:
    """Evidence of places that do not exclude one happening."""
    if a.place is None or b.place is None:
        named = next((x.place.name for x, y in ((a, b), (b, a)) if x.place and x.scene and x.scene <= y.names), None)
        return (f"both name {named}", 0.5) if named else ("a place is not known", 0.0)
    wide = 0.8 if is_seldom(a) and is_seldom(b) else -0.3
    if a.place.id == b.place.id:
        return f"both at {a.place.name}", wide if a.coarse else 2.0
    if a.coarse or b.coarse:
        return f"{a.place.name} and {b.place.name}: one lies in the other", wide
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
    if a.ordinals is None or b.ordinals is None:
        return 0
    return max(a.ordinals[0] - b.ordinals[1], b.ordinals[0] - a.ordinals[1], 0)


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
        return "a day is not known", -1.7
    if a.type is b.type is IncidentType.OUTBREAK:
        return f"reports of an outbreak within {OUTBREAK_DAYS} days of each other", 1.0
    if a.dated and b.dated:
        if days_between(a, b) == 0:
            return f"the same day ({max(a.days[0], b.days[0])})", 2.0
        return "one day apart", -1.0
    if is_seldom(a) and is_seldom(b):
        return "the days can be one", 1.0
    if a.resumed or b.resumed:
        return "one text takes up what is known, and tells no other day", 0.5
    return "the days can be one, but not both are told", -0.5


def _harm(a: Trace, b: Trace) -> list[tuple[str, float]]:
    """Figures: a common one joins; far apart ones speak against, as tolls that grow do not."""
    common = a.figures & b.figures
    if common:
        kind, n = max(common, key=lambda f: (f[1], f[0]))
        few = 1.0 if a.dated and b.dated else 0.3
        return [(f"both say {n} {kind}", few if n < 3 else 1.6 if n < 10 else 2.0 if n < 50 else 2.5)]
    if a.published and b.published and a.published != b.published:  # the earlier first: tolls grow
        a, b = sorted((a, b), key=lambda item: item.published or dt.date.max)
        grown = {kind for kind, x in a.figures for other, y in b.figures if kind == other and y > x}
    else:
        grown = set()
    pairs = [(kind, x, y) for kind, x in a.figures for other, y in b.figures if kind == other and kind not in grown]
    if pairs and all(max(x, y) > 3 * min(x, y) + 3 for _, x, y in pairs):
        kind, x, y = min(pairs)
        return [(f"figures far apart ({min(x, y)} and {max(x, y)} {kind})", -0.8)]
    return []
