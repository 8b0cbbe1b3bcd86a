"""How sure a choice is: a logistic over its lead and the support it has."""

import math
from dataclasses import dataclass

from geo.model.place import AREAS, Feature, Place
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
_REGION = [_AT[n] for n in ("its region is named", "in the dateline's region", "in the publisher's home region")]
_NEAR = [
    _AT[n]
    for n in (
        "near what it is said to be near",
        "near another place",
        "near the dateline",
        "near the publisher's home",
        "at the stated distance",
    )
]
_COUNTRY = [_AT[n] for n in ("its country is named", "in the dateline's country")]
_SHARE = [_AT[n] for n in ("share of the countries named", "other places in its country")]
#: A town smaller than this is not the one that everybody means, and a village has namesakes in no gazetteer.
_WELL_KNOWN, _VILLAGE = 100_000, 5_000
#: A village that nothing in the article supports may be a namesake of one that the gazetteer lacks.
_LONELY_AT_MOST = 0.5
SUPPORTED_FROM = 0.2


@dataclass(frozen=True, slots=True)
class Support:
    """What the rest of the article says for a choice, each 0..1."""

    qualified: float
    region: float
    near: float
    country: float

    @property
    def any(self) -> float:
        """The strongest support there is."""
        return min(1.0, max(self.qualified, self.region, self.near, self.country))

    @property
    def local(self) -> float:
        """The strongest that is narrower than a country."""
        return min(1.0, max(self.qualified, self.region, self.near))


def support_of(seen: Floats) -> Support:
    """The support in one row of evidence."""
    return Support(
        qualified=float(seen[_HELD].max()),
        region=float(seen[_REGION].max()),
        near=float(seen[_NEAR].max()),
        country=float(seen[_COUNTRY].max()),
    )


def is_village(place: Place) -> bool:
    """Whether a place is so small that its name is likely borne by places no gazetteer here holds."""
    return place.feature is Feature.CITY and (place.population or 0) < _VILLAGE


def confidence(scene: Scene, evidence: Floats, probability: Floats, row: int, weights: dict[str, float]) -> float:
    """Probability that the place of a row is what its name means, 0..1."""
    signs = confidence_signs(scene, evidence, probability, row)
    sure = 1.0 / (1.0 + math.exp(-sum(weights.get(sign, 0.0) * value for sign, value in signs.items())))
    lonely = is_village(scene.places[row]) and support_of(evidence[row]).any < SUPPORTED_FROM
    return min(sure, _LONELY_AT_MOST) if lonely else sure


def confidence_signs(scene: Scene, evidence: Floats, probability: Floats, row: int) -> dict[str, float]:
    """What the logistic of confidence sees of a choice."""
    rows = scene.rows(int(scene.name[row]))
    km = distances_km(scene.vector[rows], scene.vector[row : row + 1])[:, 0]
    agreed = float(probability[rows][km <= SAME_KM].sum())
    place, seen = scene.places[row], evidence[row]
    wide, town = place.feature in AREAS, place.feature is Feature.CITY
    support, part = support_of(seen), float(seen[_AT["found inside a longer name"]])
    small = float(town and (place.population or 0) < _WELL_KNOWN)
    return {
        "bias": 1.0,
        "lead": math.log((agreed + 1e-3) / (1.0 - agreed + 1e-3)),
        "share of its country": float(seen[_SHARE].max()),
        "qualified": support.qualified,
        "qualifier elsewhere": float(seen[_ELSEWHERE].max()),
        "region named": support.region,
        "country named": support.country * (1.0 - wide),
        "near another place": support.near,
        "country": float(place.feature is Feature.COUNTRY),
        "region": float(wide and place.feature is not Feature.COUNTRY),
        "neither town nor area": float(not wide and not town),
        "official name": float(seen[_AT["official name"]]),
        "only part of the name": part,
        "only part of the name, unsupported": part * (1.0 - support.any),
        "small town": small,
        "small town, unsupported": small * (1.0 - support.any),
        "village with nothing near": float(is_village(place)) * (1.0 - support.local),
        "namesakes": math.log(scene.names[int(scene.name[row])].total),
        "size": math.log10((place.population or 0) + 10) / 7 * town,
    }
