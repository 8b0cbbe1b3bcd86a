"""How strictly a spelling must match, and what a bearer tells about a name."""

from collections.abc import Iterator

from geo.model.place import FACILITIES, WATERS, Feature

#: Words that stand for each other at the head of a name, folded.
_HEADS = {"st": "saint", "saint": "st", "mt": "mount", "mount": "mt", "ft": "fort", "fort": "ft", "sankt": "saint"}
#: Least population of the classes of towns.
CITY_CLASSES = ((500_000, "city1"), (100_000, "city2"), (15_000, "city3"), (0, "city4"))
_AREA_CLASSES = {
    Feature.COUNTRY: "country",
    Feature.ADMIN1: "admin1",
    Feature.ADMIN2: "admin2",
    Feature.CONTINENT: "region",
    Feature.REGION: "region",
    Feature.ISLAND: "region",
    Feature.MOUNTAIN: "region",
}


def loosened(folded: str) -> Iterator[str]:
    """The folded name, then what it may stand for: without its article, "st" for "saint"."""
    yield folded
    head, _, rest = folded.partition(" ")
    if rest and head == "the":
        yield rest
    elif rest and head in _HEADS:
        yield f"{_HEADS[head]} {rest}"


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
