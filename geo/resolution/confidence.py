"""How sure a choice is: a logistic over its lead and the support it has."""

import math

from geo.model.place import AREAS, Feature
from geo.resolution.context import CONTEXT
from geo.resolution.own import OWN
from geo.resolution.ranker import Floats
from geo.resolution.scene import Scene, distances_km

#: Meanings this close together are one answer, in km.
SAME_KM = 25.0
_AT = {name: len(OWN) + i for i, name in enumerate(CONTEXT)} | {name: i for i, name in enumerate(OWN)}
_HELD = [_AT[n] for n in ("comma qualifier holds it", "'in' qualifier holds it", "qualifier before holds it")]
_ELSEWHERE = [
    _AT[n]
    for n in ("comma qualifier lies elsewhere", "'in' qualifier lies elsewhere", "qualifier before lies elsewhere")
]
#: A town smaller than this is not the one that everybody means.
_WELL_KNOWN = 100_000


def confidence(scene: Scene, evidence: Floats, probability: Floats, row: int, weights: dict[str, float]) -> float:
    """Probability that the place of a row is what its name means, 0..1."""
    signs = confidence_signs(scene, evidence, probability, row)
    return 1.0 / (1.0 + math.exp(-sum(weights.get(sign, 0.0) * value for sign, value in signs.items())))


def confidence_signs(scene: Scene, evidence: Floats, probability: Floats, row: int) -> dict[str, float]:
    """What the logistic of confidence sees of a choice."""
    rows = scene.rows(int(scene.name[row]))
    km = distances_km(scene.vector[rows], scene.vector[row : row + 1])[:, 0]
    agreed = float(probability[rows][km <= SAME_KM].sum())
    place, name, seen = scene.places[row], scene.names[int(scene.name[row])], evidence[row]
    wide = place.feature in AREAS
    town = place.feature is Feature.CITY
    qualified = float(seen[_HELD].max())
    region = float(max(seen[_AT["its region is named"]], seen[_AT["in the dateline's region"]]))
    near = float(max(seen[_AT["near another place"]], seen[_AT["near the dateline"]]))
    country = float(max(seen[_AT["its country is named"]], seen[_AT["in the dateline's country"]]))
    support = min(1.0, max(qualified, region, near, country))
    part = float(seen[_AT["found inside a longer name"]])
    small = float(town and (place.population or 0) < _WELL_KNOWN)
    return {
        "bias": 1.0,
        "lead": math.log((agreed + 1e-3) / (1.0 - agreed + 1e-3)),
        "share of its country": max(
            float(seen[_AT["share of the countries named"]]), float(seen[_AT["other places in its country"]])
        ),
        "qualified": qualified,
        "qualifier elsewhere": float(seen[_ELSEWHERE].max()),
        "region named": region,
        "country named": country * (1.0 - wide),
        "near another place": near,
        "country": float(place.feature is Feature.COUNTRY),
        "region": float(wide and place.feature is not Feature.COUNTRY),
        "neither town nor area": float(not wide and not town),
        "official name": float(seen[_AT["official name"]]),
        "only part of the name": part,
        "only part of the name, unsupported": part * (1.0 - support),
        "small town": small,
        "small town, unsupported": small * (1.0 - support),
        "namesakes": math.log(name.total),
        "size": math.log10((place.population or 0) + 10) / 7 * town,
    }
