"""The evidence for each candidate, as one named column each, between 0 and about 1."""

from collections.abc import Sequence

import numpy as np

from geo.model.names import fold
from geo.model.place import FACILITIES, WATERS, Feature
from geo.resolution.clues import Link
from geo.resolution.forms import Tier, term_features
from geo.resolution.scene import FEATURES, Bools, Floats, Scene, distances_km

#: Evidence that needs no belief about another name.
OWN = (
    "official name", "town by another name", "region by another name", "country by another name",
    "found without its generic term", "found inside a longer name", "generic term agrees", "generic term disagrees",
    "country", "first-level region", "county", "region", "continent", "district", "water", "facility",
    "island or mountain", "country, used as adjective or agent", "population", "population of the region",
    "population unknown", "largest town of the name", "share of the name's population",
)  # fmt: skip
#: Evidence from the other names of the article, weighed by how likely each meaning of theirs is.
CONTEXT = (
    "comma qualifier holds it", "comma qualifier lies elsewhere", "'in' qualifier holds it",
    "'in' qualifier lies elsewhere", "qualifier before holds it", "qualifier before lies elsewhere",
    "qualifies a name that lies in it", "near the dateline", "in the dateline's region", "in the dateline's country",
    "its country is named", "share of the countries named", "its region is named", "other places in its country",
    "other places in its region", "near another place", "among the other places",
    "a country with other places in it", "a country named otherwise", "a region with other places in it",
    "a region whose country is named", "a region with other places in its country", "at the stated distance",
)  # fmt: skip
_DUMMIES = {
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
_COUNTRY, _ADMIN1 = FEATURES.index(Feature.COUNTRY), FEATURES.index(Feature.ADMIN1)
_CITY = FEATURES.index(Feature.CITY)
_WIDE = np.isin(
    np.arange(len(FEATURES)), [FEATURES.index(f) for f in (Feature.COUNTRY, Feature.ADMIN1, Feature.CONTINENT)]
)
_LINK_COLUMN = {Link.COMMA: 0, Link.IN: 2, Link.BEFORE: 4}
#: A meaning less likely than this anchors no distance.
_ANCHOR_FROM = 0.1
#: Reach of "near" and "among" in km: a town's surroundings, and a newspaper's area.
_NEAR_KM, _AMONG_KM, _DATELINE_KM = 40.0, 200.0, 80.0
#: A place belongs to another that reaches this much farther than its radius, in km.
_MARGIN_KM = 20.0
#: A distance off by this factor (natural logarithm) is worth 1/e of one that fits.
_STATED_TOLERANCE = 0.25


def own_evidence(scene: Scene) -> Floats:
    """Rows by OWN."""
    sets = {name: np.isin(scene.feature, [FEATURES.index(f) for f in kinds]) for name, kinds in _DUMMIES.items()}
    town = scene.feature == _CITY
    official = np.array(
        [fold(p.name) == fold(s) for n in scene.names for p, s in zip(n.places, n.spelt, strict=True)], dtype=bool
    )
    tier = np.array([t for n in scene.names for t in n.tiers], dtype=np.int64)
    agrees, disagrees = _terms(scene)
    associative = np.array([n.associative for n in scene.names], dtype=bool)[scene.name] if len(tier) else tier
    size = np.log10(scene.population + 10.0) / 7.0
    known = scene.population > 0
    largest, share = _shares(scene, town)
    columns = {
        "official name": official,
        "town by another name": ~official & town,
        "region by another name": ~official & sets["first-level region"],
        "country by another name": ~official & sets["country"],
        "found without its generic term": tier == Tier.BARE,
        "found inside a longer name": tier == Tier.PART,
        "generic term agrees": agrees,
        "generic term disagrees": disagrees,
        **sets,
        "country, used as adjective or agent": sets["country"] & associative.astype(bool),
        "population": size * town * known,
        "population of the region": size * (sets["first-level region"] | sets["county"]) * known,
        "population unknown": town & ~known,
        "largest town of the name": largest,
        "share of the name's population": share,
    }
    return np.stack([np.asarray(columns[name], dtype=float) for name in OWN], axis=1)


def _terms(scene: Scene) -> tuple[Bools, Bools]:
    """Whether each candidate is what the generic term of its name says; neither where there is none."""
    allowed = [term_features(n.text) for n in scene.names]
    agrees = np.array(
        [a is not None and p.feature in a for a, n in zip(allowed, scene.names, strict=True) for p in n.places],
        dtype=bool,
    )
    has_term = np.array(
        [a is not None for a, n in zip(allowed, scene.names, strict=True) for _ in n.places], dtype=bool
    )
    return agrees, has_term & ~agrees


def _shares(scene: Scene, town: Bools) -> tuple[Floats, Floats]:
    """Whether a town is the largest of its name, and its share of the people of all of them."""
    people = scene.population * town
    largest, share = np.zeros(len(people)), np.zeros(len(people))
    for i, name in enumerate(scene.names):
        if name.places:
            rows = scene.rows(i)
            total = people[rows].sum()
            if total:
                share[rows] = people[rows] / total
                largest[int(scene.starts[i]) + int(people[rows].argmax())] = 1.0
    return largest, share


def context_evidence(scene: Scene, beliefs: Floats, stated: Sequence[tuple[int, int, float]]) -> Floats:
    """Rows by CONTEXT, given the probability of each row.

    ``stated`` holds (name, name, km) for each distance that the article states between two names.
    """
    out = np.zeros((len(scene.places), len(CONTEXT)))
    if not len(scene.places):
        return out
    mass = beliefs * _name_weights(scene)[scene.name]
    wide = _WIDE[scene.feature]
    is_country, is_region = scene.feature == _COUNTRY, scene.feature == _ADMIN1
    plain = ~wide
    _qualifiers(scene, beliefs, out)
    _dateline(scene, beliefs, plain, out)
    countries, all_countries = _elsewhere(scene, mass * is_country, scene.country)
    inside, all_inside = _elsewhere(scene, mass * ~is_country, scene.country)
    regions, _ = _elsewhere(scene, mass * is_region, scene.admin1)
    towns, all_towns = _elsewhere(scene, mass * ~wide, scene.admin1)
    column = {name: i for i, name in enumerate(CONTEXT)}
    out[:, column["its country is named"]] = plain * _saturated(countries)
    out[:, column["share of the countries named"]] = plain * countries / (all_countries + 0.5)
    out[:, column["its region is named"]] = plain * _saturated(regions)
    out[:, column["other places in its country"]] = plain * inside / (all_inside + 0.5)
    out[:, column["other places in its region"]] = plain * towns / (all_towns + 0.5)
    out[:, column["a country with other places in it"]] = is_country * inside / (all_inside + 0.5)
    out[:, column["a country named otherwise"]] = is_country * _saturated(countries)
    out[:, column["a region with other places in it"]] = is_region * towns / (all_towns + 0.5)
    out[:, column["a region whose country is named"]] = is_region * _saturated(countries)
    out[:, column["a region with other places in its country"]] = is_region * inside / (all_inside + 0.5)
    near, among = _proximity(scene, mass, plain)
    out[:, column["near another place"]] = plain * near
    out[:, column["among the other places"]] = plain * among
    for a, b, km in stated:
        _at_distance(scene, beliefs, (a, b, km), out[:, column["at the stated distance"]])
    return out


def _name_weights(scene: Scene) -> Floats:
    """How much a name says about the others: more when it recurs, less when it is no mention."""
    return np.array([min(2.0, 1.0 + 0.25 * (len(n.mentions) - 1)) for n in scene.names])


def _saturated(mass: Floats) -> Floats:
    return np.asarray(1.0 - np.exp(-1.5 * mass))


def _elsewhere(scene: Scene, mass: Floats, key: np.ndarray) -> tuple[Floats, Floats]:
    """For each row the mass of other names under the row's key, and under all keys."""
    known = key >= 0
    width = int(key.max(initial=-1)) + 1
    if not width:
        return np.zeros(len(key)), np.zeros(len(key))
    names = len(scene.names)
    flat = np.bincount(scene.name[known] * width + key[known], mass[known], names * width).reshape(names, width)
    others = flat.sum(axis=0)[None, :] - flat
    per_name = flat.sum(axis=1)
    total = np.maximum(per_name.sum() - per_name, 0.0)[scene.name]
    found = np.where(known, others[scene.name, np.maximum(key, 0)], 0.0)
    return np.maximum(found, 0.0), total


def _proximity(scene: Scene, mass: Floats, plain: Bools) -> tuple[Floats, Floats]:
    """The nearest likely other place, and the share of the others within a newspaper's area."""
    anchors = np.flatnonzero(plain & (mass > _ANCHOR_FROM))
    if not len(anchors):
        return np.zeros(len(mass)), np.zeros(len(mass))
    km = distances_km(scene.vector, scene.vector[anchors])
    weight = mass[anchors][None, :] * (scene.name[:, None] != scene.name[anchors][None, :])
    near = (np.minimum(weight, 1.0) / (1.0 + km / _NEAR_KM)).max(axis=1)
    among = (weight * np.exp(-km / _AMONG_KM)).sum(axis=1) / (weight.sum(axis=1) + 0.5)
    return near, among


def _qualifiers(scene: Scene, beliefs: Floats, out: Floats) -> None:
    """Whether what stands beside a name holds the candidate, or lies elsewhere."""
    for bond in scene.bonds:
        rows, others = scene.rows(bond.name), scene.rows(bond.other)
        holds = held(scene, rows, others)
        believed = beliefs[others]
        inside = holds @ believed
        wide = _WIDE[scene.feature[others]] * believed
        outside = (~holds) @ wide
        column = _LINK_COLUMN[bond.clue.link]
        out[rows, column] = np.maximum(out[rows, column], inside)
        out[rows, column + 1] = np.maximum(out[rows, column + 1], outside)
        out[others, 6] = np.maximum(out[others, 6], beliefs[rows] @ holds)


def held(scene: Scene, rows: slice, others: slice) -> Bools:
    """Whether each candidate of one name lies in each candidate of another; rows by others."""
    feature, level = scene.feature[rows][:, None], scene.feature[others][None, :]
    country, region = scene.country[rows][:, None], scene.admin1[rows][:, None]
    km = distances_km(scene.vector[rows], scene.vector[others])
    lower = ~_WIDE[feature]
    reach = scene.radius_km[others][None, :] * 1.2 + _MARGIN_KM
    by_country = (
        (level == _COUNTRY) & (feature != _COUNTRY) & (country >= 0) & (country == scene.country[others][None, :])
    )
    by_region = (level == _ADMIN1) & lower & (region >= 0) & (region == scene.admin1[others][None, :])
    by_reach = (level != _COUNTRY) & (level != _ADMIN1) & lower & (km <= reach)
    return np.asarray(by_country | by_region | by_reach)


def _dateline(scene: Scene, beliefs: Floats, plain: Bools, out: Floats) -> None:
    if scene.dateline is None:
        return
    rows = scene.rows(scene.dateline)
    believed = beliefs[rows]
    other = plain & (scene.name != scene.dateline)
    km = distances_km(scene.vector, scene.vector[rows])
    regions, countries = scene.admin1[rows], scene.country[rows]
    out[:, 7] = other * (np.exp(-km / _DATELINE_KM) @ believed)
    out[:, 8] = other * (((scene.admin1[:, None] == regions) & (regions >= 0)) @ believed)
    out[:, 9] = other * (((scene.country[:, None] == countries) & (countries >= 0)) @ believed)


def _at_distance(scene: Scene, beliefs: Floats, stated: tuple[int, int, float], column: Floats) -> None:
    """How well each candidate of both names lies at the stated distance from the other, in km."""
    a, b, km = stated
    first, second = scene.rows(a), scene.rows(b)
    measured = np.maximum(distances_km(scene.vector[first], scene.vector[second]), 0.1)
    slack = scene.radius_km[first][:, None] + scene.radius_km[second][None, :]
    low, high = np.maximum(measured - slack, 0.1), measured + slack
    off = np.maximum(np.log(low / km), np.log(km / high)).clip(min=0.0)
    fits = np.exp(-off / _STATED_TOLERANCE)
    column[first] = np.maximum(column[first], fits @ beliefs[second])
    column[second] = np.maximum(column[second], beliefs[first] @ fits)
