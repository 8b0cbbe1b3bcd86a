"""The evidence that other names of the article give, each meaning of theirs weighed by its probability."""

from collections.abc import Sequence

import numpy as np

from geo.model.place import Feature
from geo.resolution.clues import Link
from geo.resolution.scene import FEATURES, Bools, Floats, Ints, Scene, distances_km

CONTEXT = (
    "comma qualifier holds it", "comma qualifier lies elsewhere", "'in' qualifier holds it",
    "'in' qualifier lies elsewhere", "qualifier before holds it", "qualifier before lies elsewhere",
    "neighbour in a series holds it", "qualifies a name that lies in it", "near the dateline",
    "in the dateline's region", "in the dateline's country",
    "its country is named", "share of the countries named", "its region is named", "other places in its country",
    "other places in its region", "near another place", "among the other places",
    "a country with other places in it", "a country named otherwise", "a region with other places in it",
    "capital of a country named", "a region whose country is named", "a region with other places in its country",
    "at the stated distance",
)  # fmt: skip
_COUNTRY, _ADMIN1 = FEATURES.index(Feature.COUNTRY), FEATURES.index(Feature.ADMIN1)
_WIDE = np.isin(
    np.arange(len(FEATURES)), [FEATURES.index(f) for f in (Feature.COUNTRY, Feature.ADMIN1, Feature.CONTINENT)]
)
_LINK_COLUMN = {Link.COMMA: 0, Link.IN: 2, Link.BEFORE: 4, Link.SERIES: 6}
#: A meaning less likely than this anchors no distance.
_ANCHOR_FROM = 0.1
#: A gazette of thousands of names is measured against so many of them, to bound memory.
_ANCHORS = 200
#: Reach of "near" and "among" in km: a town's surroundings, and a newspaper's area.
_NEAR_KM, _AMONG_KM, _DATELINE_KM = 40.0, 200.0, 80.0
#: A place belongs to another that reaches this much farther than its radius, in km.
_MARGIN_KM = 20.0
#: A distance off by this factor (natural logarithm) is worth 1/e of one that fits.
_STATED_TOLERANCE = 0.25


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
    out[:, column["capital of a country named"]] = scene.capital * _saturated(countries)
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


def _elsewhere(scene: Scene, mass: Floats, key: Ints) -> tuple[Floats, Floats]:
    """For each row the mass of other names under the row's key, and under all keys."""
    known = key >= 0
    width = int(key.max(initial=-1)) + 1
    if not width:
        return np.zeros(len(key)), np.zeros(len(key))
    group = scene.spelling
    groups = int(group.max()) + 1
    flat = np.bincount(group[known] * width + key[known], mass[known], groups * width).reshape(groups, width)
    others = flat.sum(axis=0)[None, :] - flat
    per_group = flat.sum(axis=1)
    total = np.maximum(per_group.sum() - per_group, 0.0)[group]
    found = np.where(known, others[group, np.maximum(key, 0)], 0.0)
    return np.maximum(found, 0.0), total


def _proximity(scene: Scene, mass: Floats, plain: Bools) -> tuple[Floats, Floats]:
    """The nearest likely other place, and the share of the others within a newspaper's area."""
    anchors = np.flatnonzero(plain & (mass > _ANCHOR_FROM))
    anchors = anchors[np.argsort(-mass[anchors], kind="stable")[:_ANCHORS]]
    if not len(anchors):
        return np.zeros(len(mass)), np.zeros(len(mass))
    km = distances_km(scene.vector, scene.vector[anchors])
    weight = mass[anchors][None, :] * (scene.spelling[:, None] != scene.spelling[anchors][None, :])
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
        if bond.clue.link is Link.SERIES:
            continue
        out[rows, column + 1] = np.maximum(out[rows, column + 1], outside)
        out[others, 7] = np.maximum(out[others, 7], beliefs[rows] @ holds)


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
    out[:, 8] = other * (np.exp(-km / _DATELINE_KM) @ believed)
    out[:, 9] = other * (((scene.admin1[:, None] == regions) & (regions >= 0)) @ believed)
    out[:, 10] = other * (((scene.country[:, None] == countries) & (countries >= 0)) @ believed)


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
