"""How strictly a spelling must match, and what a bearer tells about a name."""

import re

from geo.model.place import FACILITIES, WATERS, Feature, Place

#: Words that stand for each other at the head of a name.
_HEADS = {"st": "Saint", "saint": "St", "mt": "Mount", "mount": "Mt", "ft": "Fort", "fort": "Ft", "sankt": "Saint"}
#: Marks keys of slavic_key in the trie; no folded name starts with it.
SLAVIC_MARK = "~"
_SLAVIC_SHORTEST = 5
#: An alternate name is at most this long, in characters.
_LONGEST = 45
#: Romanisations of Russian, Ukrainian and Belarusian that stand for each other, in this order.
_SLAVIC = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|sch|sh", "s"), (r"tch|ch|cz", "c"), (r"ts|tz", "c"), (r"kh|gh|g", "h"), (r"zh", "z"), (r"w", "v"),
        (r"ou", "u"), (r"[yj]", "i"), (r"i+(?=[aeou])", ""), (r"(.)\1+", r"\1"),
        (r"(?:oi|oe|o|e|i)?e\b", "e"), (r"[oe]vk", "ivk"), (r"[oe]v\b", "iv"), (r"aia\b", "a"), (r"i+\b", ""),
    )
)  # fmt: skip
#: The Arabic article, and the consonants it takes on; shorter names are left alone, in characters.
_ARTICLE = re.compile(r"[ae](?:l|sh|dh|[nrstdz])")
_SUN = re.compile(r"sh|dh|th|[nrstdz]")
_ARTICLE_SHORTEST = 5
#: Least population of the classes of towns.
CITY_CLASSES = ((500_000, "city1"), (100_000, "city2"), (15_000, "city3"), (0, "city4"))
#: Least population of a town of which a name is only an alternate one.
ALTERNATE_CLASSES = ((100_000, "alternate1"), (15_000, "alternate2"), (0, "alternate"))
_AREA_CLASSES = {
    Feature.COUNTRY: "country",
    Feature.ADMIN1: "admin1",
    Feature.ADMIN2: "admin2",
    Feature.CONTINENT: "region",
    Feature.REGION: "region",
    Feature.ISLAND: "region",
    Feature.MOUNTAIN: "region",
}


def spellings(name: str) -> tuple[str, ...]:
    """The name, and what it stands for word by word: "St. Louis", "Saint Louis"; "the Hague", "Hague"."""
    head, _, rest = name.partition(" ")
    if not rest:
        return (name,)
    if head.lower() == "the":
        return name, rest
    other = _HEADS.get(head.rstrip(".").lower())
    return (name, f"{other} {rest}") if other else (name,)


def slavic_key(folded: str) -> str | None:
    """A key that romanisations of one Slavic name share; None for short names and other scripts."""
    if len(folded) < _SLAVIC_SHORTEST or not folded.isascii():
        return None
    for pattern, plain in _SLAVIC:
        folded = pattern.sub(plain, folded)
    return SLAVIC_MARK + folded


def with_article(folded: str) -> tuple[str, ...]:
    """A folded Arabic name with its article as GeoNames writes it: "qatif" is "al qatif", "el suweida" "as suweida"."""
    head, _, rest = folded.partition(" ")
    bare = rest if rest and _ARTICLE.fullmatch(head) else folded
    if len(bare) < _ARTICLE_SHORTEST or not bare.isascii():
        return ()
    sun = _SUN.match(bare)
    return ("al " + bare, f"a{sun[0]} {bare}") if sun else ("al " + bare,)


def feature_class(feature: Feature, population: int, *, demonym: bool, official: bool) -> str:
    """The class that a bearer gives a name; see geo.protocols.Gazetteer.name_class."""
    if demonym:
        return "demonym"
    if feature in WATERS:
        return "water"
    if feature in FACILITIES:
        return "facility"
    if feature in _AREA_CLASSES and (official or feature is not Feature.ADMIN2):
        return _AREA_CLASSES[feature]
    if not official:
        return "alternate"
    return next(name for least, name in CITY_CLASSES if population >= least)


def alternate_class(bearer: Place) -> str:
    """The class of a name that is only an alternate one of its best-known bearer: "Kiev" says more than "Miller"."""
    population = bearer.population or 0 if bearer.feature is Feature.CITY else 0
    return next(name for least, name in ALTERNATE_CLASSES if population >= least)


def keep_alternate(name: str) -> bool:
    """Whether an alternate name of GeoNames is a spelling that a text may use.

    Dropped: codes ("LED", "RUTAG"), names with digits, lower-case transliterations ("tagannrogu")
    and scripts other than Latin and Cyrillic.
    """
    if not 2 < len(name) <= _LONGEST or any(c.isdigit() for c in name) or not name[0].isalpha():
        return False
    letters = [c for c in name if c.isalpha()]
    if not (all(_latin(c) for c in letters) or all(_cyrillic(c) for c in letters)):
        return False
    if name.isupper() and len(name) <= 5:
        return False
    return any(c.isupper() for c in letters)


def _latin(c: str) -> bool:
    return c < "\u0250" or "\u1e00" <= c <= "\u1eff" or c in "ʻʼʹʿʾˈ"


def _cyrillic(c: str) -> bool:
    return "\u0400" <= c <= "\u052f"
