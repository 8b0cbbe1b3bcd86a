"""From two intervals and two bearings to a verdict."""

import math
from dataclasses import dataclass

from geo.distances.compass import bearing_deg, turn_deg
from geo.distances.intervals import contradicts_itself, edge_to_edge, measured_interval, stated_intervals
from geo.distances.measure import Measured
from geo.model.distance import StatedDistance, Verdict

#: No road is shorter than the geodesic, and few are longer than twice it: of 125 true statements none.
ROAD_AT_MOST = 2.0
#: The same where the text says "by road": roads in mountains wind (Cobán, 93 km from its capital, is 213 km by road).
TOLD_ROAD_AT_MOST = 3.0
#: Of the subject seen from the reference: three points of the compass beyond which "north" is wrong.
#: The median difference of true statements is 17 degrees, the 95th percentile 38.
BEARING_WITHIN_DEG = 67.5
#: Ratios stated to measured that give away kilometres printed as miles (1.609).
MIXED_UP = (1.55, 1.68)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict with what speaks for it."""

    verdict: Verdict
    #: The stated length is above (1) or below (-1) that of any two points of both places, or is one of those (0).
    side: int = 0
    #: The stated bearing is another direction.
    wrong_bearing: bool = False
    #: The other unit would agree.
    mixed_up: bool = False
    #: It agrees only because the places are wide: their points are farther from it, or nearer.
    by_extent: bool = False


def judge(stated: StatedDistance, measured: Measured, *, bearing: bool) -> Finding:
    """The verdict on a stated length with a value; ``bearing`` says whether direction counts."""
    allowed = measured_interval(measured.distance_m, radii_m=measured.radii_m, error_m=measured.error_m)
    whole = edge_to_edge(measured.distance_m, radii_m=measured.radii_m, error_m=measured.error_m)
    readings = stated_intervals(stated)
    wrong = bearing and _wrong_bearing(stated, measured)
    if any(reading.meets(whole) for reading in readings):
        agrees = any(reading.meets(allowed) for reading in readings)
        verdict = Verdict.CONSISTENT if agrees else Verdict.ROAD_PLAUSIBLE
        points = measured_interval(measured.distance_m, radii_m=0.0, error_m=measured.error_m)
        by_extent = agrees and not wrong and not any(reading.meets(points) for reading in readings)
        return Finding(verdict=Verdict.INCONSISTENT if wrong else verdict, wrong_bearing=wrong, by_extent=by_extent)
    side = 1 if all(reading.low > whole.high for reading in readings) else -1
    mixed = _mixed_up(stated, measured, side)
    winding = TOLD_ROAD_AT_MOST if stated.by_road else ROAD_AT_MOST
    by_road = whole.high + (winding - 1) * measured.distance_m
    plausible = side > 0 and not mixed and any(reading.low <= by_road for reading in readings)
    verdict = Verdict.ROAD_PLAUSIBLE if plausible and not wrong else Verdict.INCONSISTENT
    return Finding(verdict=verdict, side=side, wrong_bearing=wrong, mixed_up=mixed)


def _mixed_up(stated: StatedDistance, measured: Measured, side: int) -> bool:
    """Whether miles were printed for kilometres, or kilometres below the measured for miles."""
    if stated.metres is None or stated.by_road or contradicts_itself(stated):
        return False
    ratio = stated.metres / max(measured.distance_m, 1.0)
    low, high = MIXED_UP
    if stated.unit == "mi":
        return side > 0 and low <= ratio <= high
    return stated.unit == "km" and side < 0 and low <= 1 / ratio <= high


def _wrong_bearing(stated: StatedDistance, measured: Measured) -> bool:
    """Whether the stated bearing is off by more than the extent of both places explains."""
    if stated.bearing is None or measured.radii_m >= measured.distance_m:
        return False
    extent = math.degrees(math.asin(measured.radii_m / measured.distance_m)) / 2
    return turn_deg(bearing_deg(stated.bearing), measured.bearing_deg) > BEARING_WITHIN_DEG + extent
