"""How far from a named place something was, where only that is told: "a village 12 km west of Dunmore"."""

import re

from geo.model.distance import UNIT_M
from geo.model.numbers import find_numbers
from geo.scenes.locatives import KINDS

#: Farther than this a distance does not say near which place something was, in metres.
FARTHEST_M = 100_000.0
_UNITS = (
    ("km", r"km|kms|kilomet(?:er|re)s?"),
    ("mi", r"miles?|mi"),
    ("nmi", r"nautical miles?"),
    ("m", r"m|met(?:er|re)s?"),
    ("yd", r"yards?"),
    ("ft", r"feet|ft"),
)
_UNIT = "|".join(f"(?P<{unit}>{words})" for unit, words in reversed(_UNITS))
#: A unit, what may stand between it and the place, and nothing else up to the place.
_APART_BY = re.compile(
    rf"[- ](?:{_UNIT})\b(?:\s*\([^)]{{1,30}}\))?(?:\s+(?:away|or so|outside|due|by road|inland|offshore|"
    r"(?:to the )?(?:north|south|east|west)[a-z-]*)){0,3},?\s+(?:from|of|off|outside|away from|near)\s+"
    rf"{KINDS}$"
)


def metres_apart(before: str) -> float | None:
    """The distance that the words before a place state from it, in metres; None when they state none.

    Args:
        before: the lower-case sentence up to the place's name.
    """
    match = _APART_BY.search(before[-160:])
    if match is None:
        return None
    words = before[-160:][: match.start()]
    number = next((n for n in find_numbers(words) if n.span.end == len(words)), None)
    unit = next((UNIT_M[unit] for unit, _ in _UNITS if match.group(unit)), None)
    return None if number is None or unit is None else number.value * unit
