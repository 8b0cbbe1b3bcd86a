"""The shape of the JSON that ``geo parse`` prints; DESIGN calls it a contract, so names are fixed."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from geo.model.distance import COMPASS, UNIT_M, Hedge, ReferenceKind, Verdict
from geo.model.incident import KINDS, QUALIFIERS, GeoPrecision, IncidentType, Role, Status
from geo.model.place import Feature
from geo.model.text import Use

#: Characters of the article's text, counted from 0.
Offset = Annotated[int, Meta(ge=0)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Share = Annotated[float, Meta(ge=0, le=1)]
Length = Annotated[float, Meta(ge=0)]
Count = Annotated[int, Meta(ge=0)]
#: ISO 8601 calendar date.
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def _one_of(*words: str) -> Meta:
    """A string of the model that takes one of a few values; the schema names them."""
    return Meta(extra_json_schema={"enum": list(words)})


class _Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A JSON object with exactly these keys; what is unknown is null."""


class PlaceRecord(_Record, frozen=True, kw_only=True):
    id: str
    name: str
    lat: Latitude
    lon: Longitude
    country: str | None
    admin1: str | None
    feature: Feature
    radius_km: Length
    source: str


class ToponymRecord(_Record, frozen=True, kw_only=True):
    start: Offset
    end: Offset
    surface: str
    kind: Use
    place: PlaceRecord | None
    confidence: Share
    reason: str
    candidates: Count


class DistanceRecord(_Record, frozen=True, kw_only=True):
    start: Offset
    end: Offset
    text: str
    value: float | None
    value_max: float | None
    unit: Annotated[str, _one_of(*UNIT_M)]
    metres: Length | None
    hedge: Hedge
    bearing: Annotated[str, _one_of(*COMPASS)] | None
    subject: str | None
    reference: str | None
    reference_kind: ReferenceKind | None
    place_to_place: bool
    measured_metres: Length | None
    measured_low: Length | None
    measured_high: Length | None
    measured_bearing_deg: Annotated[float, Meta(ge=0, lt=360)] | None
    #: From the subject to the reference.
    line: tuple[tuple[Latitude, Longitude], tuple[Latitude, Longitude]] | None
    verdict: Verdict
    reason: str


class ClaimRecord(_Record, frozen=True, kw_only=True):
    kind: Annotated[str, _one_of(*KINDS)]
    n: Count | None
    n_max: Count | None
    qual: Annotated[str, _one_of(*QUALIFIERS)]
    who: str | None
    start: Offset
    end: Offset


class AttributionRecord(_Record, frozen=True, kw_only=True):
    who: str | None
    stance: Annotated[str, _one_of("blames", "claims responsibility", "denies", "confirms")]
    whom: str | None
    start: Offset
    end: Offset


class IncidentRecord(_Record, frozen=True, kw_only=True):
    id: str
    role: Role
    type: IncidentType
    sub: str | None
    date: Day | None
    date_to: Day | None
    date_precision: Annotated[str, _one_of("day", "weekend", "week", "month", "year", "none")]
    date_text: str | None
    place: str | None
    country: str | None
    #: Country, first-level region, place: widest first, without what is unknown.
    location_parts: tuple[str, ...]
    lat: Latitude | None
    lon: Longitude | None
    geo_precision: GeoPrecision | None
    radius_km: Length | None
    killed: Count | None
    injured: Count | None
    casualty_claims: tuple[ClaimRecord, ...]
    attribution: tuple[AttributionRecord, ...]
    status: Status
    evidence: str
    evidence_span: tuple[Offset, Offset]


class ReadingRecord(_Record, frozen=True, kw_only=True):
    id: str
    title: str | None
    date: Day | None
    toponyms: tuple[ToponymRecord, ...]
    distances: tuple[DistanceRecord, ...]
    incidents: tuple[IncidentRecord, ...]
    skipped: Annotated[str, Meta(description="Why the article was not read; only then present.")] | UnsetType = UNSET


class ErrorRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Instead of a reading: what could not be read, and why."""

    id: str | UnsetType = UNSET
    #: The line of standard input, or the file and line.
    line: int | str | UnsetType = UNSET
    error: str
