"""Generic terms: what kind of place the words around a name say it is."""

import re
from functools import lru_cache

from geo.model.place import FACILITIES, Feature
from geo.model.text import Mention

_ADMIN1 = frozenset({Feature.ADMIN1, Feature.REGION})
_ADMIN2 = frozenset({Feature.ADMIN2})
_TOWN = frozenset({Feature.CITY, Feature.DISTRICT})
_NATIONS = frozenset({Feature.COUNTRY, Feature.CONTINENT, Feature.REGION})
_AREA = _ADMIN1 | _ADMIN2 | {Feature.DISTRICT}
#: Generic terms, and the features of what they name.
TERMS: dict[str, frozenset[Feature]] = {
    **dict.fromkeys("oblast krai governorate prefecture voivodeship territory republic".split(), _ADMIN1),
    **dict.fromkeys("province region state department".split(), _ADMIN1 | _ADMIN2),
    **dict.fromkeys("county parish borough raion shire".split(), _ADMIN2 | _ADMIN1),
    **dict.fromkeys("district canton municipality township twp division agency".split(), _AREA | _TOWN),
    **dict.fromkeys("city town village settlement suburb hamlet".split(), _TOWN),
    **dict.fromkeys("river creek stream".split(), frozenset({Feature.RIVER})),
    **dict.fromkeys("lake reservoir".split(), frozenset({Feature.LAKE})),
    **dict.fromkeys("sea ocean gulf bay".split(), frozenset({Feature.SEA})),
    **dict.fromkeys("strait straits channel".split(), frozenset({Feature.STRAIT})),
    **dict.fromkeys("island islands isle peninsula".split(), frozenset({Feature.ISLAND, Feature.REGION})),
    **dict.fromkeys("mount mountain mountains valley".split(), frozenset({Feature.MOUNTAIN, Feature.REGION})),
    **dict.fromkeys("airport airfield airbase base bridge dam plant port prison crossing".split(), FACILITIES),
    **dict.fromkeys("country countries nation nations".split(), _NATIONS),
    **dict.fromkeys("area metro coast border capital downtown outskirts".split(), frozenset(Feature)),
}
_PLURALS = {
    "counties": "county", "parishes": "parish", "rivers": "river", "regions": "region", "provinces": "province",
    "oblasts": "oblast", "districts": "district", "governorates": "governorate", "cities": "city", "towns": "town",
    "villages": "village", "settlements": "settlement", "lakes": "lake", "townships": "township",
    "departments": "department", "municipalities": "municipality",
}  # fmt: skip
TERMS |= {many: TERMS[one] for many, one in _PLURALS.items()}  # "Nakuru and Kericho counties" may be read apart
_PLURAL = "|".join(_PLURALS)
_FOLLOWS = (
    "county|parish|region|oblast|province|governorate|prefecture|district|raion|river|creek|township|airport|dam"
    r"|island|peninsula|valley|municipality|department(?!\s(?:of|store)\b)"
)
_AFTER = re.compile(rf"\s(?P<term>(?i:{_FOLLOWS})|city|town|village|state)\b(?!['’]s\s[A-Z])")
_WORD = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}"
_SERIES_AFTER = re.compile(rf"(?:(?:,\s{_WORD})*,?\s(?:and|or)\s{_WORD})?\s(?P<term>(?i:{_PLURAL}))\b")
_BEFORE = re.compile(
    rf"\b(?:(?P<one>(?i:city|town|village|hamlet|settlement|suburb|region|province|county|district|state|island))\sof"
    rf"|(?P<bare>village|town)"
    rf"|(?P<many>{_PLURAL})(?:\sof|\slike|,?\ssuch\sas|,?\sincluding|,?\samong\sthem|:)?(?:\s(?:{_WORD},?|and))*?)"
    r"\s(?:the\s)?$"
)
_OF = re.compile(
    r"^(?P<term>city|town|village|port|state|province|region|county|district|island|isle|governorate|republic"
    r"|kingdom|commonwealth|municipality|gulf|bay|lake|mount)\s+of\s+(?:the\s+)?(?P<name>.+)$",
    re.IGNORECASE,
)
#: How far around a mention its term may stand, in characters.
_REACH = 90
_LANDFORMS = frozenset(
    "river creek stream lake reservoir sea ocean gulf bay strait straits channel peninsula mount mountain"
    " mountains island islands isle".split()
)
_LEADERS = frozenset({"lake", "mount", "gulf", "bay", "strait"})


@lru_cache(maxsize=16_384)
def own_term(name: str) -> str | None:
    """The generic term inside a name, lower case: "region" of "Rostov region", "city" of "city of Azov"."""
    match = _OF.match(name)
    if match:
        return match["term"].lower()
    words = [w.strip(".") for w in name.lower().split()]
    if len(words) < 2:
        return None
    if words[-1] in TERMS:
        return words[-1]
    return words[0] if words[0] in _LEADERS else None


def is_landform(name: str) -> bool:
    """Whether a name's own term says that it is water or land without people of its own: "Noto Peninsula"."""
    return own_term(name) in _LANDFORMS


@lru_cache(maxsize=16_384)
def without_term(name: str) -> str:
    """The name without its generic term: "Rostov" of "Rostov region", "Quebec" of "Quebec City"."""
    inner = named_in(name)
    if inner:
        return inner
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower().strip(".") in TERMS else name


def following_term(text: str, mention: Mention) -> str | None:
    """The term after a mention that is not part of it: "Clarke" in "Clarke and Oconee counties"."""
    after = text[mention.span.end : mention.span.end + _REACH]
    match = _AFTER.match(after)
    if match:
        return match["term"].lower()
    match = _SERIES_AFTER.match(after)
    return _PLURALS[match["term"].lower()] if match else None


def preceding_term(text: str, mention: Mention) -> str | None:
    """The term before a mention: "the village of X", "cities such as X, Y"."""
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    match = _BEFORE.search(before)
    if match is None:
        return None
    found = match["one"] or match["bare"] or _PLURALS[match["many"].lower()]
    return found.lower()


def named_in(name: str) -> str | None:
    """The name inside "city of Azov"; None where a name is not built so."""
    match = _OF.match(name)
    return match["name"] if match else None
