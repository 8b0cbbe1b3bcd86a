"""The evidence that other names of the article give, each meaning of theirs weighed by its probability."""

from collections.abc import Sequence

import numpy as np

from geo.resolution.beside import ADMIN1, COUNTRY, WIDE, Told, note_dateline, note_distance, note_qualifiers
from geo.resolution.scene import Floats, Ints, Scene, distances_km
from geo.resolution.sheet import Sheet

CONTEXT = (
    "comma qualifier holds it", "comma qualifier lies elsewhere", "'in' qualifier holds it",
    "'in' qualifier lies elsewhere", "qualifier before holds it", "qualifier before lies elsewhere",
    "neighbour in a series holds it", "near what it is said to be near", "qualifies a name that lies in it",
    "near the dateline",
    "in the dateline's region", "in the dateline's country",
    "its country is named", "share of the countries named", "its region is named", "other places in its country",
    "other places in its region", "near another place", "among the other places",
    "a country with other places in it", "a country named otherwise", "a region with other places in it",
    "capital of a country named", "capital of a country with other places in it",
    "a region whose country is named", "a region with other places in its country",
    "at the stated distance",
)  # fmt: skip
#: A meaning less likely than this anchors no distance.
_ANCHOR_FROM = 0.1
#: A gazette of thousands of names is measured against so many of them, to bound memory.
_ANCHORS = 200
#: Reach of "near" and "among" in km: a town's surroundings, and a newspaper's area.
_NEAR_KM, _AMONG_KM = 40.0, 200.0


def context_evidence(scene: Scene, beliefs: Floats, stated: Sequence[Told]) -> Floats:
    """Rows by CONTEXT, given the probability of each row.

    ``stated`` holds each distance that the article states between two names.
    """
    sheet = Sheet(len(scene.places), CONTEXT)
    if len(scene.places):
        mass = beliefs * _name_weights(scene)[scene.name]
        note_qualifiers(scene, beliefs, sheet)
        note_dateline(scene, beliefs, sheet)
        for told in stated:
            note_distance(scene, beliefs, told, sheet)
        _note_countries(scene, mass, sheet)
        _note_regions(scene, mass, sheet)
        near, among = _proximity(scene, mass)
        sheet.put("near another place", near)
        sheet.put("among the other places", among)
    return sheet.values


def _note_countries(scene: Scene, mass: Floats, sheet: Sheet) -> None:
    """Countries that are named, and where the places lie that are."""
    country, region = scene.feature == COUNTRY, scene.feature == ADMIN1
    narrow = ~WIDE[scene.feature]
    named, all_named = _elsewhere(scene, mass * country, scene.country)
    inside, all_inside = _elsewhere(scene, mass * ~country, scene.country)
    said, share = _saturated(named), inside / (all_inside + 0.5)
    sheet.put("its country is named", narrow * said)
    sheet.put("share of the countries named", narrow * named / (all_named + 0.5))
    sheet.put("other places in its country", narrow * share)
    sheet.put("a country named otherwise", country * said)
    sheet.put("a country with other places in it", country * share)
    sheet.put("capital of a country named", scene.capital * said)
    sheet.put("capital of a country with other places in it", scene.capital * share)
    sheet.put("a region whose country is named", region * said)
    sheet.put("a region with other places in its country", region * share)


def _note_regions(scene: Scene, mass: Floats, sheet: Sheet) -> None:
    """First-level regions that are named, and which the places lie in that are."""
    region, narrow = scene.feature == ADMIN1, ~WIDE[scene.feature]
    named, _ = _elsewhere(scene, mass * region, scene.admin1)
    inside, all_inside = _elsewhere(scene, mass * narrow, scene.admin1)
    sheet.put("its region is named", narrow * _saturated(named))
    sheet.put("other places in its region", narrow * inside / (all_inside + 0.5))
    sheet.put("a region with other places in it", region * inside / (all_inside + 0.5))


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


def _proximity(scene: Scene, mass: Floats) -> tuple[Floats, Floats]:
    """The nearest likely other place, and the share of the others within a newspaper's area."""
    narrow = ~WIDE[scene.feature]
    anchors = np.flatnonzero(narrow & (mass > _ANCHOR_FROM))
    anchors = anchors[np.argsort(-mass[anchors], kind="stable")[:_ANCHORS]]
    if not len(anchors):
        return np.zeros(len(mass)), np.zeros(len(mass))
    km = distances_km(scene.vector, scene.vector[anchors])
    weight = mass[anchors][None, :] * (scene.spelling[:, None] != scene.spelling[anchors][None, :])
    near = (np.minimum(weight, 1.0) / (1.0 + km / _NEAR_KM)).max(axis=1)
    among = (weight * np.exp(-km / _AMONG_KM)).sum(axis=1) / (weight.sum(axis=1) + 0.5)
    return near * narrow, among * narrow
