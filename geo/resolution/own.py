"""The evidence for each candidate that needs no belief about another name: one column each, 0 to about 1."""

import re
from functools import lru_cache

import numpy as np

from geo.model.names import fold
from geo.model.place import FACILITIES, WATERS, Feature
from geo.resolution.forms import Tier
from geo.resolution.scene import FEATURES, Bools, Floats, Scene, distances_km
from geo.resolution.terms import TERMS, own_term, without_term

OWN = (
    "official name", "town by another name", "region by another name", "country by another name",
    "found without its generic term", "found without its direction", "found inside a longer name",
    "generic term agrees", "generic term disagrees", "generic term of the name disagrees",
    "country", "first-level region", "county", "region", "continent", "district", "water", "facility",
    "island or mountain", "country, used as adjective or agent", "population", "population of the region",
    "population unknown", "largest town of the name", "share of the name's population",
    "region around a town of the name", "region named after a town in it", "prominence",
    "less prominent than another of the name", "metropolis", "capital of its country", "town in the dateline",
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
#: People of a town that needs no introduction.
_METROPOLIS = 500_000
_REPEATED = re.compile(r"(.)\1+")
#: Reach of a local paper, in km.
_HOME_KM = 60.0


def own_evidence(scene: Scene) -> Floats:
    """Rows by OWN."""
    kinds = {name: flags[scene.feature] for name, flags in _OF_KIND.items()}
    town = scene.feature == _CITY
    region = kinds["first-level region"] | kinds["county"]
    known = scene.population > 0
    size = np.log10(scene.population + 10.0) / 7.0
    official = _official(scene)
    tier = np.array([t for n in scene.names for t in n.tiers], dtype=np.int64)
    agrees, disagrees, inner = _terms(scene)
    associative = np.array([n.associative for n in scene.names], dtype=bool)[scene.name]
    around, after_official = _around_town(scene, region, town), _around_town(scene, region, town & official)
    largest, share, behind = _ranks(scene, town)
    columns = {
        **kinds,
        "official name": official,
        "town by another name": ~official & town,
        "region by another name": ~official & kinds["first-level region"],
        "country by another name": ~official & kinds["country"],
        "found without its generic term": tier == Tier.BARE,
        "found without its direction": tier == Tier.LESS,
        "found inside a longer name": tier == Tier.PART,
        "generic term agrees": agrees,
        "generic term disagrees": disagrees,
        "generic term of the name disagrees": disagrees & inner,
        "country, used as adjective or agent": kinds["country"] & associative,
        "population": size * town * known,
        "population of the region": size * region * known,
        "population unknown": town & ~known,
        "largest town of the name": largest,
        "share of the name's population": share,
        "region around a town of the name": around,
        "region named after a town in it": around & official & after_official,
        "prominence": scene.prominence / 9.0,
        "less prominent than another of the name": behind / 5.0,
        "metropolis": town & (scene.population >= _METROPOLIS),
        "capital of its country": scene.capital,
        "near the publisher's home": ~kinds["country"] * np.exp(-scene.home_km / _HOME_KM),
        "in the publisher's home region": scene.home_region,
        "in the publisher's home country": scene.home_country & ~kinds["country"],
        "town in the dateline": town & (scene.name == (-1 if scene.dateline is None else scene.dateline)),
    }
    return np.stack([np.asarray(columns[name], dtype=float) for name in OWN], axis=1)


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
