"""Compass points as words: "southeast of", "to the north-northwest", "NE"."""

import re

from geo.model.distance import COMPASS

_LETTERS = {"north": "N", "south": "S", "east": "E", "west": "W"}
_POINT = r"(?:north|south)[\s-]?(?:east|west)|north|south|east|west"
#: A compass point, in words or in capital letters: "south-west", "north-northwest", "NNE".
BEARING_PATTERN = (
    rf"(?:due\s+)?(?:(?:north|south|east|west)[\s-](?:{_POINT})|{_POINT})(?:ern|erly|wards?)?"
    r"|(?-i:N|S|E|W|NE|NW|SE|SW|NNE|ENE|ESE|SSE|SSW|WSW|WNW|NNW)"
)
_WORDS = re.compile(r"north|south|east|west", re.IGNORECASE)
STEP_DEG = 360 / len(COMPASS)


def compass_point(words: str) -> str | None:
    """The compass point of a phrase that BEARING_PATTERN matches; None if it names none."""
    letters = "".join(_LETTERS[word.casefold()] for word in _WORDS.findall(words)) or words.strip()
    return letters if letters in COMPASS else None


def bearing_deg(point: str) -> float:
    """Degrees clockwise from north of a compass point."""
    return COMPASS.index(point) * STEP_DEG


def turn_deg(one: float, other: float) -> float:
    """The smaller angle between two bearings, 0..180."""
    return abs((one - other + 180) % 360 - 180)
