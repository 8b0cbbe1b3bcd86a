"""Names of streets and quarters: they stand in the town told of, not in the one elsewhere that bears the name."""

import re
from dataclasses import replace

from geo.model.place import AREAS, Place, Resolution
from geo.scenes.distance import metres_between

_KINDS = r"(?:streets?|avenues?|boulevards?|neighbou?rhoods?|quarters?|suburbs?|slums?)"
_MANY = r"(?:streets|avenues|boulevards|neighbou?rhoods|quarters|suburbs|slums)"
_WORD = r"(?!(?:in|on|at|near|of|to|from|by|with|where|an?|two|some|other|especially|particularly)\b)[\w.'’-]+"
#: "the Retiro neighborhood", "on Retiro and Toledo streets", "Retiro, an exclusive neighborhood".
_BEHIND = re.compile(
    rf"(?:(?:, and|,| and) (?:the )?{_WORD}(?: {_WORD}){{0,2}}){{1,6}} {_MANY}\b"
    rf"| (?:residential |slum |working-class )?{_KINDS}\b(?! of\b)"
    rf"|, an? (?:[\w'’-]+ ){{0,3}}(?:neighbou?rhood|quarter|suburb|slum)\b",
    re.IGNORECASE,
)
#: "a Retiro suburb" is one of the town of Retiro.
_ONE_OF = re.compile(r"\b(?:an?|two|some|several|many|the streets of) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
#: The name itself says it: "Retiro Avenue".
_ITSELF = re.compile(r"\b(?:street|avenue|boulevard|highway|road)s?$", re.IGNORECASE)
#: "Hamm" of "Hamm-on-Sea" is cut short.
_GOES_ON = re.compile(r"-(?:[a-z]{1,5}-)+[A-Z]")
#: A quarter lies so near the other places named, in metres.
NEAR_M = 50_000.0


def without_namesakes(text: str, resolutions: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The resolutions; a street has no place, a quarter none that lies far from all others named."""
    inside = tuple(_is_inside_a_town(text, r) for r in resolutions)
    towns = tuple(
        r.place for r, quarter in zip(resolutions, inside, strict=True)
        if not quarter and r.place is not None and r.place.feature not in AREAS
    )  # fmt: skip
    return tuple(
        replace(r, place=None) if _is_no_town(text, r) or (quarter and _is_afar(r.place, towns)) else r
        for r, quarter in zip(resolutions, inside, strict=True)
    )


def _is_no_town(text: str, resolution: Resolution) -> bool:
    """Whether a name is a street's alone ("Istanbul's Istiklal Avenue" says the town), or only the beginning of one."""
    mention = resolution.mention
    street = _ITSELF.search(mention.text) is not None and "'s " not in mention.text.replace("’", "'")
    return street or _GOES_ON.match(text, mention.span.end) is not None


def _is_inside_a_town(text: str, resolution: Resolution) -> bool:
    """Whether the words behind a name call it a street or a quarter."""
    span = resolution.mention.span
    if _BEHIND.match(text, span.end) is None:
        return False
    return _ONE_OF.search(text, max(0, span.start - 30), span.start) is None


def _is_afar(place: Place | None, towns: tuple[Place, ...]) -> bool:
    if place is None or not towns:
        return False
    return place.feature in AREAS or all(metres_between(place.at, town.at) > NEAR_M for town in towns)
