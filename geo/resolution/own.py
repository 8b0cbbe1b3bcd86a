"""The evidence for each candidate that needs no belief about another name: one column each, 0 to about 1."""

import re
from functools import lru_cache

import numpy as np

from geo.model.names import fold
from geo.model.place import FACILITIES, WATERS, Feature
from geo.resolution.forms import Tier
from geo.resolution.scene import FEATURES, Bools, Floats, Scene, distances_km
from geo.resolution.sheet import Sheet
from geo.resolution.terms import TERMS, own_term, without_term

OWN = (
    "official name", "town by another name", "region by another name", "country by another name",
    "found without its generic term", "found without its direction", "found inside a longer name",
    "generic term agrees", "generic term disagrees", "generic term of the name disagrees",
    "country", "first-level region", "county", "region", "continent", "district", "water", "facility",
    "island or mountain", "country, used as adjective or agent", "population", "population of the region",
    "population unknown", "largest town of the name", "share of the name's population",
    "region around a town of the name", "region named after a town in it", "prominence",
    "less prominent than another of the name", "metropolis", "capital of its country",
    "capital, used as adjective or agent", "town in the dateline",
    "near the publisher's home", "in the publisher's home region", "in the publisher's home country",
)  # fmt: skip
_KINDS = {
    "country": {Feature.COUNTRY},
    "first-level region": {Feature.ADMIN1},
    "county": {Feature.ADMIN2},
    "region": {Feature.REGION},
    "continent": {Feature.CONTINENT},
    "district": {Feature.DISTRICT},
    "water": WATERS,
    "facility": FACILITIES,
    "island or mountain": {Feature.ISLAND, Feature.MOUNTAIN},
}
_OF_KIND = {name: np.array([f in kinds for f in FEATURES]) for name, kinds in _KINDS.items()}
_CITY = FEATURES.index(Feature.CITY)
_REGION = _OF_KIND["first-level region"] | _OF_KIND["county"]
#: People of a town that needs no introduction.
_METROPOLIS = 500_000
_REPEATED = re.compile(r"(.)\1+")
#: Reach of a local paper, in km.
_HOME_KM = 60.0


def own_evidence(scene: Scene) -> Floats:
    """Rows by OWN."""
    sheet = Sheet(len(scene.places), OWN)
    if len(scene.places):
        official = _official(scene)
        _note_kind(scene, sheet)
        _note_spelling(scene, official, sheet)
        _note_size(scene, sheet)
        _note_chief_town(scene, official, sheet)
        _note_home(scene, sheet)
    return sheet.values


def _note_kind(scene: Scene, sheet: Sheet) -> None:
    """What a candidate is, and whether the words around the name ask for that."""
    for name, flags in _OF_KIND.items():
        sheet.put(name, flags[scene.feature])
    associative = np.array([n.associative for n in scene.names], dtype=bool)[scene.name]
    agrees, disagrees, inner = _terms(scene)
    sheet.put("country, used as adjective or agent", _OF_KIND["country"][scene.feature] & associative)
    sheet.put("generic term agrees", agrees)
    sheet.put("generic term disagrees", disagrees)
    sheet.put("generic term of the name disagrees", disagrees & inner)
    sheet.put("capital of its country", scene.capital)
    sheet.put("capital, used as adjective or agent", scene.capital & associative)
    sheet.put("town in the dateline", (scene.feature == _CITY) & (scene.name == scene.dateline))


def _note_spelling(scene: Scene, official: Bools, sheet: Sheet) -> None:
    """How near the text's spelling is to the gazetteer's name."""
    tier = np.array([t for n in scene.names for t in n.tiers], dtype=np.int64)
    sheet.put("official name", official)
    sheet.put("town by another name", ~official & (scene.feature == _CITY))
    sheet.put("region by another name", ~official & _OF_KIND["first-level region"][scene.feature])
    sheet.put("country by another name", ~official & _OF_KIND["country"][scene.feature])
    sheet.put("found without its generic term", tier == Tier.BARE)
    sheet.put("found without its direction", tier == Tier.LESS)
    sheet.put("found inside a longer name", tier == Tier.PART)


def _note_size(scene: Scene, sheet: Sheet) -> None:
    """How many people a candidate has, alone and beside the others of the name."""
    town, known = scene.feature == _CITY, scene.population > 0
    size = np.log10(scene.population + 10.0) / 7.0
    largest, share, behind = _ranks(scene, town)
    sheet.put("population", size * town * known)
    sheet.put("population of the region", size * _REGION[scene.feature] * known)
    sheet.put("population unknown", town & ~known)
    sheet.put("largest town of the name", largest)
    sheet.put("share of the name's population", share)
    sheet.put("prominence", scene.prominence / 9.0)
    sheet.put("less prominent than another of the name", behind / 5.0)
    sheet.put("metropolis", town & (scene.population >= _METROPOLIS))


def _note_chief_town(scene: Scene, official: Bools, sheet: Sheet) -> None:
    """Regions that share a name with a town in them, where the text does not say "region"."""
    town, region = scene.feature == _CITY, _REGION[scene.feature]
    sheet.put("region around a town of the name", _around_town(scene, region, town))
    named_after = official & _around_town(scene, region, town & official)
    sheet.put("region named after a town in it", named_after)


def _note_home(scene: Scene, sheet: Sheet) -> None:
    """How near a candidate is to where the publisher writes from."""
    narrower = scene.feature != FEATURES.index(Feature.COUNTRY)
    sheet.put("near the publisher's home", narrower * np.exp(-scene.home_km / _HOME_KM))
    sheet.put("in the publisher's home region", scene.home_region)
    sheet.put("in the publisher's home country", narrower & scene.home_country)


def _official(scene: Scene) -> Bools:
    """Whether the text names a place as the gazetteer does: with or without its term, however transliterated."""
    spelt = [
        sounded(p.name) in (sounded(s), sounded(without_term(s)))
        for n in scene.names
        for p, s in zip(n.places, n.spelt, strict=True)
    ]
    return np.array(spelt, dtype=bool)


@lru_cache(maxsize=65_536)
def sounded(name: str) -> str:
    """A name's letters as they sound: "Mykolayiv" and "Mykolaiv", "Zaporizhzhya" and "Zaporizhzhia" are one."""
    return _REPEATED.sub(r"\1", fold(name).replace("y", "i").replace("j", "i"))


def _terms(scene: Scene) -> tuple[Bools, Bools, Bools]:
    """Whether each candidate is what its generic term says, or is not; and whether the term is in the name."""
    agrees, disagrees, inner = [], [], []
    for name in scene.names:
        allowed = TERMS.get(name.term) if name.term else None
        fits = [allowed is not None and p.feature in allowed for p in name.places]
        agrees += fits
        disagrees += [allowed is not None and not fit for fit in fits]
        inner += [own_term(name.text) is not None] * len(fits)
    return np.array(agrees, dtype=bool), np.array(disagrees, dtype=bool), np.array(inner, dtype=bool)


def _ranks(scene: Scene, town: Bools) -> tuple[Floats, Floats, Floats]:
    """The largest town of a name, each town's share of the people, and how far each is from the best known."""
    people = scene.population * town
    largest, share, behind = np.zeros(len(people)), np.zeros(len(people)), np.zeros(len(people))
    for i, name in enumerate(scene.names):
        if name.places:
            rows = scene.rows(i)
            behind[rows] = scene.prominence[rows].max() - scene.prominence[rows]
            total = people[rows].sum()
            if total:
                share[rows] = people[rows] / total
                largest[rows.start + int(people[rows].argmax())] = 1.0
    return largest, share, behind


def _around_town(scene: Scene, region: Bools, town: Bools) -> Bools:
    """Whether a region lies around one of the towns of its name, and the text does not say "region"."""
    around = np.zeros(len(scene.places), dtype=bool)
    for i, name in enumerate(scene.names):
        rows = scene.rows(i)
        if name.term is None and region[rows].any() and town[rows].any():
            towns = scene.vector[rows][town[rows]]
            km = distances_km(scene.vector[rows], towns).min(axis=1)
            around[rows] = region[rows] & (km <= scene.radius_km[rows])
    return around
