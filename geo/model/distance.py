"""Distances as the text states them, and as the ellipsoid measures them."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.place import LatLon, Place
from geo.model.text import Mention, Span

#: Metres per unit; None where a unit has no fixed length.
UNIT_M: dict[str, float | None] = {
    "km": 1000.0,
    "mi": 1609.344,
    "m": 1.0,
    "ft": 0.3048,
    "yd": 0.9144,
    "nmi": 1852.0,
    "block": None,
    "hour": None,
    "min": None,
}

#: The 16 compass points, clockwise from north, 22.5 degrees apart.
COMPASS = ("N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW").split()


class Hedge(StrEnum):
    """How a writer hedges a figure."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    WITHIN = "within"
    NEARLY = "nearly"
    RANGE = "range"


class ReferenceKind(StrEnum):
    """What a distance is measured from."""

    PLACE = "place"
    BORDER = "border"
    COAST = "coast"
    LINE = "line"  # a front or demarcation line
    FACILITY = "facility"
    RIVER = "river"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One end of a stated distance, as the text names it."""

    #: The words, such as "Taganrog", "the city" or "the Ukrainian border"; "" when implied.
    text: str
    span: Span | None = None
    #: The toponyms that identify it, antecedents included: one for a place, one or two for a border.
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDistance:
    """A distance as the text states it: the value, and between what."""

    #: Number and unit, without hedge and bearing: "24 miles".
    span: Span
    text: str
    #: None where the amount is vague ("a few miles").
    value: float | None
    value_max: float | None = None
    #: A key of UNIT_M.
    unit: str
    metres: float | None
    hedge: Hedge = Hedge.EXACT
    #: One of COMPASS, of the subject seen from the reference.
    bearing: str | None = None
    subject: Anchor | None = None
    reference: Anchor | None = None
    reference_kind: ReferenceKind | None = None
    #: Whether it locates one place from another; else ``other_use`` says what it is.
    place_to_place: bool = True
    other_use: str | None = None
    by_road: bool = False
    #: A second reading from a bracketed conversion, as (value, unit).
    conversion: tuple[float, str] | None = None
    #: The sentence that states it.
    sentence: Span


class Verdict(StrEnum):
    """Whether geography agrees with the text."""

    CONSISTENT = "consistent"
    ROAD_PLAUSIBLE = "road_distance_plausible"
    INCONSISTENT = "inconsistent"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceCheck:
    """One stated distance against the ellipsoid. Lengths in metres, None when not measured."""

    stated: StatedDistance
    verdict: Verdict
    #: One sentence for a reader.
    reason: str
    subject_place: Place | None = None
    reference_place: Place | None = None
    #: Name of the reference measured to: a place, or "border of Ukraine and Russia".
    reference_name: str | None = None
    stated_low_m: float | None = None
    #: None is unbounded above ("more than").
    stated_high_m: float | None = None
    measured_m: float | None = None
    measured_low_m: float | None = None
    measured_high_m: float | None = None
    #: Of the subject seen from the reference, degrees clockwise from north.
    measured_bearing_deg: float | None = None
    #: What was measured, from the subject to the reference.
    line: tuple[LatLon, LatLon] | None = None
    #: Measured metres under other worldviews where they differ: (worldview, metres).
    other_views: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestLine:
    """The nearest point of a border or coast to a position."""

    at: LatLon
    distance_m: float
    #: Country codes on both sides of a border, sorted; one code or none for a coast.
    countries: tuple[str, ...]
    #: "agreed" or "disputed".
    status: str
    #: How far the drawn line may lie from the true one, in metres.
    error_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryLine:
    """A stretch of border, to be drawn. A measured point of the same worldview lies on it."""

    #: (latitude, longitude) in degrees; neighbours at most 2 km apart, straight in degrees between them.
    points: tuple[tuple[float, float], ...]
    #: Country codes on both sides, sorted.
    countries: tuple[str, ...]
    #: "agreed" or "disputed".
    status: str
    #: Which of the embedded lines it is; None for any other.
    number: int | None = None
