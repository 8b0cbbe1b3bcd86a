"""What a stated and a measured distance allow for: both are intervals, in metres.

The widths were chosen on hand-read statements from news; ``notes/distances.md`` beside the corpora and
``DECISIONS.md`` say how.
"""

import math
from dataclasses import dataclass

from geo.model.distance import UNIT_M, Hedge, StatedDistance

ABOUT = 0.10  # of the value: what "about" allows on either side
EXACT = 0.02  # of the value: what a plain figure allows where its digits say less
ROUNDING_AT_MOST = 0.25  # of the value: "1,000 km" is not 500 to 1,500
GAZETTEER_ERROR_M = 1_000.0  # a gazetteer point lies about this far from what people call the centre
MEASURED_SHARE = 0.01  # of the distance: rounding of both ends on long distances
#: Nobody measures from far edge to far edge: a figure farther above the distance of the centres is one by road. 95th
#: percentiles of hand-read statements: of 34 consistent ones of 20 km or more, of 28 shorter ones (37 % of 20 km).
FARTHER_SHARE, FARTHER_M = 0.14, 7_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of lengths in metres; ``high`` may be infinite."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether some length lies in both."""
        return self.low <= other.high and other.low <= self.high


def stated_intervals(stated: StatedDistance) -> tuple[Interval, ...]:
    """What the text allows: one interval, or two where a conversion is given; none for vague amounts."""
    readings = [_reading(stated.value, stated.value_max, stated.unit, stated.hedge)]
    if stated.conversion:
        value, unit = stated.conversion
        readings.append(_reading(value, None, unit, Hedge.ABOUT if stated.hedge is Hedge.RANGE else stated.hedge))
    return tuple(reading for reading in readings if reading is not None)


def contradicts_itself(stated: StatedDistance) -> bool:
    """Whether a bracketed conversion is another distance: "40 km (40 miles)"."""
    if stated.conversion is None or stated.value is None:
        return False
    first = _reading(stated.value, stated.value_max, stated.unit, Hedge.ABOUT)
    second = _reading(*_plain(stated.conversion), Hedge.ABOUT)
    return first is not None and second is not None and not first.meets(second)


def measured_interval(distance_m: float, *, radii_m: float, error_m: float = 0.0) -> Interval:
    """What a geodesic between the points of two places allows: from edge to edge, above it by a little only.

    Args:
        distance_m: between the points.
        radii_m: sum of the radii of both places.
        error_m: how far a border or coast may be drawn from where it is.
    """
    whole = edge_to_edge(distance_m, radii_m=radii_m, error_m=error_m)
    farther = max(FARTHER_M, FARTHER_SHARE * distance_m)
    return Interval(low=whole.low, high=min(whole.high, distance_m + farther))


def edge_to_edge(distance_m: float, *, radii_m: float, error_m: float = 0.0) -> Interval:
    """Every length between some points of both places; see ``measured_interval``."""
    slack = radii_m + error_m + GAZETTEER_ERROR_M + MEASURED_SHARE * distance_m
    return Interval(low=max(0.0, distance_m - slack), high=distance_m + slack)


def _plain(conversion: tuple[float, str]) -> tuple[float, None, str]:
    return conversion[0], None, conversion[1]


def _reading(value: float | None, value_max: float | None, unit: str, hedge: Hedge) -> Interval | None:
    unit_m = UNIT_M[unit]
    if value is None or unit_m is None:
        return None
    low, high = value * unit_m, (value_max or value) * unit_m
    loose = _half_width(value) * unit_m
    match hedge:
        case Hedge.MORE_THAN:
            return Interval(low=low - loose, high=math.inf)
        case Hedge.LESS_THAN | Hedge.WITHIN:
            return Interval(low=0.0, high=high + loose)
        case Hedge.NEARLY:
            return Interval(low=low - max(loose, ABOUT * low), high=high * (1 + EXACT))
        case Hedge.ABOUT:
            loose = max(loose, ABOUT * low)
    return Interval(low=low - loose, high=high + max(loose, _half_width(value_max or value) * unit_m))


def _half_width(value: float) -> float:
    """Half the last significant digit, but 2 % at least and a quarter of the value at most."""
    return max(EXACT * value, min(_last_digit(value) / 2, ROUNDING_AT_MOST * value))


def _last_digit(value: float) -> float:
    """The weight of the last digit that is not a trailing zero: 10 for 240, 0.5 for 2.5 and its like."""
    if value != int(value):
        return 10.0 ** -min(2, len(f"{value:.3f}".rstrip("0").split(".")[1]))
    weight = 1
    while value and value % (weight * 10) == 0:
        weight *= 10
    return float(weight)
