"""The same pair of places, stated at different distances: "315, 350 and 415 km"."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.distances.intervals import stated_intervals
from geo.distances.reasons import length
from geo.model.distance import DistanceCheck
from geo.model.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Statements of one pair that cannot all hold."""

    #: "Huancayo – Lima"
    pair: str
    #: Every statement of the pair with its article, shortest first.
    statements: tuple[tuple[Article, DistanceCheck], ...]
    #: One sentence: "Huancayo – Lima is stated as 315, 350 and 415 km; measured 201 km".
    reason: str


def find_disagreements(checked: Iterable[tuple[Article, DistanceCheck]]) -> tuple[Disagreement, ...]:
    """Pairs that are stated at distances whose intervals do not all meet, by name of the pair."""
    pairs: dict[tuple[str, str], list[tuple[Article, DistanceCheck]]] = {}
    for article, check in checked:
        key = _pair(check)
        if key is not None and check.stated.metres is not None:
            pairs.setdefault(key, []).append((article, check))
    found = (_disagreement(statements) for statements in pairs.values() if not _agree(statements))
    return tuple(sorted(found, key=lambda one: one.pair))


def _pair(check: DistanceCheck) -> tuple[str, str] | None:
    """The two ends, whichever is the subject; a border counts by name. None where an end is unknown."""
    if check.subject_place is None or check.reference_name is None:
        return None
    reference = check.reference_place.id if check.reference_place else check.reference_name
    first, second = sorted((check.subject_place.id, reference))
    return first, second


def _agree(statements: list[tuple[Article, DistanceCheck]]) -> bool:
    """Whether every two statements have a reading in common."""
    readings = [stated_intervals(check.stated) for _, check in statements]
    return all(
        any(one.meets(other) for one in first for other in second)
        for i, first in enumerate(readings)
        for second in readings[i + 1 :]
    )


def _disagreement(statements: list[tuple[Article, DistanceCheck]]) -> Disagreement:
    ordered = tuple(sorted(statements, key=lambda pair: (pair[1].stated.metres or 0.0, pair[0].id)))
    check = ordered[0][1]
    subject = check.subject_place.name if check.subject_place else ""
    pair = " – ".join(sorted((subject, check.reference_name or "")))
    told = list(dict.fromkeys(" ".join(check.stated.text.split()) for _, check in ordered))
    words = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    measured = f"; measured {length(check.measured_m, check.stated.unit)}" if check.measured_m is not None else ""
    return Disagreement(pair=pair, statements=ordered, reason=f"{pair} is stated as {words}{measured}")
