"""What the text puts beside a name: its qualifiers, the dateline, and distances it states."""

from dataclasses import dataclass

import numpy as np

from geo.model.place import AREAS, WATERS, Feature
from geo.resolution.clues import Link
from geo.resolution.scene import FEATURES, Bools, Floats, Scene, bearings_deg, distances_km
from geo.resolution.sheet import Sheet

COUNTRY, ADMIN1 = FEATURES.index(Feature.COUNTRY), FEATURES.index(Feature.ADMIN1)
#: By feature: too wide for its point to be near anything.
WIDE = np.array([f in (Feature.COUNTRY, Feature.ADMIN1, Feature.CONTINENT) for f in FEATURES])
#: By feature: so wide that any distance fits.
_EXTENDED = np.array([f in AREAS | WATERS for f in FEATURES])
_CALLED = {Link.COMMA: "comma qualifier", Link.IN: "'in' qualifier", Link.BEFORE: "qualifier before"}
_BESIDE = {Link.SERIES: "neighbour in a series holds it", Link.NEAR: "near what it is said to be near"}
_DATELINE_KM = 80.0
#: A place belongs to another that reaches this much farther than its radius, in km.
_MARGIN_KM = 20.0
#: A distance off by this factor (natural logarithm) is worth 1/e of one that fits.
_STATED_TOLERANCE = 0.25
#: Stated bearings of true statements are off by up to this in 95 of 100; one off by a point of the compass more is
#: worth 1/e of one that fits. Degrees.
_BEARING_WITHIN, _BEARING_TOLERANCE = 38.0, 22.5


@dataclass(frozen=True, slots=True)
class Told:
    """A distance that the article states between two of its names, by number."""

    subject: int
    reference: int
    km: float
    #: Of the subject seen from the reference, degrees clockwise from north; None where none is stated.
    bearing_deg: float | None


def note_qualifiers(scene: Scene, beliefs: Floats, sheet: Sheet) -> None:
    """Whether what stands beside a name holds the candidate, or lies elsewhere."""
    for bond in scene.bonds:
        rows, others = scene.rows(bond.name), scene.rows(bond.other)
        holds = held(scene, rows, others)
        inside = holds @ beliefs[others]
        if bond.clue.link in _BESIDE:
            sheet.lift(_BESIDE[bond.clue.link], rows, inside)
            continue
        called = _CALLED[bond.clue.link]
        sheet.lift(f"{called} holds it", rows, inside)
        sheet.lift(f"{called} lies elsewhere", rows, ~holds @ (WIDE[scene.feature[others]] * beliefs[others]))
        sheet.lift("qualifies a name that lies in it", others, beliefs[rows] @ holds)


def held(scene: Scene, rows: slice, others: slice) -> Bools:
    """Whether each candidate of one name lies in each candidate of another; rows by others."""
    feature, level = scene.feature[rows][:, None], scene.feature[others][None, :]
    country, region = scene.country[rows][:, None], scene.admin1[rows][:, None]
    km = distances_km(scene.vector[rows], scene.vector[others])
    lower = ~WIDE[feature]
    reach = scene.radius_km[others][None, :] * 1.2 + _MARGIN_KM
    by_country = (
        (level == COUNTRY) & (feature != COUNTRY) & (country >= 0) & (country == scene.country[others][None, :])
    )
    by_region = (level == ADMIN1) & lower & (region >= 0) & (region == scene.admin1[others][None, :])
    by_reach = (level != COUNTRY) & (level != ADMIN1) & lower & (km <= reach)
    return np.asarray(by_country | by_region | by_reach)


def note_dateline(scene: Scene, beliefs: Floats, sheet: Sheet) -> None:
    """Whether a candidate of another name lies where the article was filed."""
    if scene.dateline is None:
        return
    rows = scene.rows(scene.dateline)
    believed = beliefs[rows]
    other = ~WIDE[scene.feature] & (scene.name != scene.dateline)
    km = distances_km(scene.vector, scene.vector[rows])
    regions, countries = scene.admin1[rows], scene.country[rows]
    sheet.put("near the dateline", other * (np.exp(-km / _DATELINE_KM) @ believed))
    sheet.put("in the dateline's region", other * (((scene.admin1[:, None] == regions) & (regions >= 0)) @ believed))
    sheet.put(
        "in the dateline's country", other * (((scene.country[:, None] == countries) & (countries >= 0)) @ believed)
    )


def note_distance(scene: Scene, beliefs: Floats, told: Told, sheet: Sheet) -> None:
    """How well each candidate of both names lies from the other as the article says."""
    first, second = scene.rows(told.subject), scene.rows(told.reference)
    measured = distances_km(scene.vector[first], scene.vector[second])
    slack = scene.radius_km[first][:, None] + scene.radius_km[second][None, :]
    low, high = np.maximum(measured - slack, 0.1), measured + slack
    points = ~_EXTENDED[scene.feature[first]][:, None] & ~_EXTENDED[scene.feature[second]][None, :]
    off = np.maximum(np.log(low / told.km), np.log(told.km / high)).clip(min=0.0)
    fits = points * np.exp(-off / _STATED_TOLERANCE)
    if told.bearing_deg is not None:
        turned = np.abs((bearings_deg(scene.vector[first], scene.vector[second]) - told.bearing_deg + 180) % 360 - 180)
        beyond = (turned - _BEARING_WITHIN).clip(min=0.0) * (measured > slack)
        fits = fits * np.exp(-beyond / _BEARING_TOLERANCE)
    sheet.lift("at the stated distance", first, fits @ beliefs[second])
    sheet.lift("at the stated distance", second, beliefs[first] @ fits)
