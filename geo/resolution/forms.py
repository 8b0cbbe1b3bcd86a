"""The spellings under which a mention may stand in a gazetteer."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from geo.model.place import FACILITIES, Feature


class Tier(IntEnum):
    """How far a form is from the words of the text; a nearer tier that is found hides PART."""

    WHOLE = 0  # the words as written, without article and possessive
    BARE = 1  # without the generic term or direction: "Rostov" of "Rostov region"
    PART = 2  # a name inside a longer one: "Colorado" of "Colorado State University"


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling to look up."""

    name: str
    tier: Tier


_ADMIN1 = frozenset({Feature.ADMIN1, Feature.REGION})
_ADMIN2 = frozenset({Feature.ADMIN2})
_TOWN = frozenset({Feature.CITY, Feature.DISTRICT})
_AREA = _ADMIN1 | _ADMIN2 | {Feature.DISTRICT}
#: Generic terms, and the features of what they name.
_TERMS: dict[str, frozenset[Feature]] = {
    **dict.fromkeys(
        "oblast krai governorate prefecture voivodeship territory republic".split(), _ADMIN1
    ),
    **dict.fromkeys("province region state department".split(), _ADMIN1 | _ADMIN2),
    **dict.fromkeys("county parish borough raion shire".split(), _ADMIN2 | _ADMIN1),
    **dict.fromkeys("district canton municipality township twp division agency".split(), _AREA | _TOWN),
    **dict.fromkeys("city town village settlement suburb hamlet".split(), _TOWN),
    **dict.fromkeys("river creek stream".split(), frozenset({Feature.RIVER})),
    **dict.fromkeys("lake reservoir".split(), frozenset({Feature.LAKE})),
    **dict.fromkeys("sea ocean gulf bay".split(), frozenset({Feature.SEA})),
    **dict.fromkeys("strait straits channel".split(), frozenset({Feature.STRAIT})),
    **dict.fromkeys("island islands peninsula".split(), frozenset({Feature.ISLAND, Feature.REGION})),
    **dict.fromkeys("mount mountain mountains valley".split(), frozenset({Feature.MOUNTAIN, Feature.REGION})),
    **dict.fromkeys("airport airfield airbase base bridge dam plant port prison crossing".split(), FACILITIES),
    **dict.fromkeys("area metro coast border capital downtown outskirts".split(), frozenset(Feature)),
}  # fmt: skip
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest"
    " northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower"
    " mid greater inner outer downtown old new mainland rural occupied".split()
)
#: Words of institutions and streets, which are no name of a place by themselves.
_INSTITUTIONS = frozenset(
    "university college school schools high middle elementary academy institute hospital clinic center centre"
    " court courthouse church cathedral mosque temple museum library theatre theater hotel club park gardens"
    " stadium arena hall house tower building office department police sheriff sheriffs fire council board"
    " committee commission authority agency association bank company corp inc group times news daily post herald"
    " street st road rd avenue ave boulevard blvd drive dr lane way highway hwy route parkway interstate square"
    " national international regional general central community memorial public state federal royal medical"
    " union league team united first second third the of and for in at on de la".split()
)
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_OF = re.compile(
    r"^(?P<term>city|town|village|port|state|province|region|county|district|island|isle|governorate|republic"
    r"|kingdom|commonwealth|municipality|gulf|bay|lake|mount)\s+of\s+(?:the\s+)?(?P<name>.+)$",
    re.IGNORECASE,
)
_SHORT = {"st": "Saint", "ste": "Sainte", "mt": "Mount", "ft": "Fort", "twp": "Township", "pt": "Port", "co": "County"}
_MARKS = ' \t\n\r"“”()[],;:'
#: Longest part of a longer name that is tried, in words.
_PART_WORDS = 3


@lru_cache(maxsize=16_384)
def forms(surface: str) -> tuple[Form, ...]:
    """The spellings to look up, nearest to the text first; none twice."""
    whole = plain(surface)
    found: dict[str, Tier] = {}
    for name in (surface.strip(), whole, *_expanded(whole)):
        if name:
            found.setdefault(name, Tier.WHOLE)
    for name in _bare(whole):
        found.setdefault(name, Tier.BARE)
    for name in _parts(whole):
        found.setdefault(name, Tier.PART)
    return tuple(Form(name, tier) for name, tier in found.items())


@lru_cache(maxsize=16_384)
def plain(surface: str) -> str:
    """The name without article, possessive, brackets and line breaks; before a comma."""
    words = " ".join(surface.split()).strip(_MARKS)
    words = _POSSESSIVE.sub("", _LEADING.sub("", words))
    return words.split(",")[0].strip(_MARKS) or surface.strip()


def own_qualifier(surface: str) -> str | None:
    """What follows a comma inside a mention: "Maine" of "Bangor, Maine"."""
    _, comma, rest = " ".join(surface.split()).partition(",")
    rest = _POSSESSIVE.sub("", rest.strip(_MARKS))
    return rest.split(",")[0].strip(_MARKS) or None if comma else None


@lru_cache(maxsize=16_384)
def term_features(surface: str) -> frozenset[Feature] | None:
    """The features that the generic term of a name allows; None where it has none."""
    name = plain(surface)
    match = _OF.match(name)
    if match:
        return _TERMS.get(match["term"].lower())
    words = [w.strip(".") for w in name.lower().split()]
    if len(words) < 2:
        return None
    return _TERMS.get(words[-1]) or (_TERMS.get(words[0]) if words[0] in ("lake", "mount", "gulf", "bay") else None)


def _expanded(name: str) -> tuple[str, ...]:
    """With "St." and the like written out, and written short."""
    words = name.split()
    long = " ".join(_SHORT.get(w.rstrip(".").lower(), w) if w[:1].isupper() else w for w in words)
    short = re.sub(r"\bSaint\b", "St.", name)
    return tuple(dict.fromkeys(n for n in (long, short) if n != name))


def _bare(name: str) -> tuple[str, ...]:
    """Without generic term ("Rostov region", "city of Azov") and without direction ("southern Russia")."""
    found = []
    match = _OF.match(name)
    if match:
        found.append(match["name"])
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".") in _TERMS:
        words = words[:-1]
        found.append(" ".join(words))
    while len(words) > 1 and words[0].lower() in _DIRECTIONS:
        words = words[1:]
        found.append(" ".join(words))
    return tuple(found)


def _parts(name: str) -> tuple[str, ...]:
    """Names inside a longer one, longer and earlier parts first."""
    words = [
        w.strip(_MARKS + ".") if w.lower() not in _SHORT else w for w in re.split(r"[\s/]+|(?<=\w)-(?=[A-Z])", name)
    ]
    if len(words) < 2:
        return ()
    parts = []
    for size in range(min(_PART_WORDS, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            if all(_name_like(w) for w in part):
                parts.append(_POSSESSIVE.sub("", " ".join(part)))
    return tuple(parts)


def _name_like(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    return len(bare) > 2 and bare[0].isupper() and bare.lower().rstrip(".") not in _INSTITUTIONS | _TERMS.keys()
