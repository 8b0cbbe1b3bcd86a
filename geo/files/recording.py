"""A Reading as the record that ``geo parse`` prints."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from geo.files.shapes import (
    AttributionRecord,
    ClaimRecord,
    DistanceRecord,
    IncidentRecord,
    PlaceRecord,
    ReadingRecord,
    ToponymRecord,
)
from geo.model.distance import Anchor, DistanceCheck
from geo.model.incident import Attribution, CasualtyClaim, Report, headline_claim
from geo.model.names import fold
from geo.model.place import Feature, LatLon, Place, Resolution
from geo.model.reading import Reading
from geo.model.text import Span

#: Places that a word for their kind stands behind: "San Luis Department".
_REGIONS = frozenset({Feature.ADMIN1, Feature.ADMIN2, Feature.REGION})
_KIND = re.compile(
    r"(?<=\w) (?:department|province|region|county|district|oblast|state|parish|governorate|municipality|canton)$",
    re.IGNORECASE,
)
#: Decimals of a degree: about a metre, finer than any place here is known.
DEGREE_DECIMALS = 5


def reading_record(reading: Reading) -> ReadingRecord:
    """Everything a Reading says; positions to five decimals, lengths to the metre."""
    article = reading.article
    record = ReadingRecord(
        id=article.id,
        title=article.title,
        date=article.date.isoformat() if article.date else None,
        toponyms=tuple(_toponym(resolution) for resolution in reading.resolutions),
        distances=tuple(_distance(check, article.text) for check in reading.checks),
        incidents=tuple(_incidents(reading)),
    )
    if not reading.skipped:
        return record
    return ReadingRecord(
        id=record.id, title=record.title, date=record.date, toponyms=(), distances=(), incidents=(),
        skipped=reading.skipped,
    )  # fmt: skip


def report_ids(reports: tuple[Report, ...]) -> tuple[str, ...]:
    """One id per report, unique within its article: where its trigger stands, ``taganrog@153``.

    It does not change when other incidents are found or lost. The ids of merged
    incidents are other ones: those join articles.
    """
    seen: Counter[str] = Counter()
    ids = []
    for report in reports:
        base = f"{report.article_id}@{report.trigger.start}"
        seen[base] += 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return tuple(ids)


def place_names(place: Place | None) -> tuple[str, ...]:
    """Country, first-level region and name of a place, without what is unknown or said twice."""
    if place is None:
        return ()
    named = (place.country_name or place.country, place.admin1, place.name)
    return tuple(dict.fromkeys(name for name in named if name))


def _toponym(resolution: Resolution) -> ToponymRecord:
    mention = resolution.mention
    return ToponymRecord(
        start=mention.span.start,
        end=mention.span.end,
        surface=mention.text,
        kind=mention.use,
        place=_place(resolution.place),
        confidence=round(min(max(resolution.confidence, 0.0), 1.0), 3),
        reason=f"{resolution.reason}: {resolution.note}" if resolution.note else resolution.reason.value,
        candidates=resolution.candidate_count,
    )


def _place(place: Place | None) -> PlaceRecord | None:
    if place is None:
        return None
    lat, lon = _degrees(place.at)
    return PlaceRecord(
        id=place.id, name=place.name, lat=lat, lon=lon, country=place.country, admin1=place.admin1,
        feature=place.feature, radius_km=round(place.radius_m / 1000, 3), source=place.source,
    )  # fmt: skip


def _distance(check: DistanceCheck, text: str) -> DistanceRecord:
    stated = check.stated
    bearing = check.measured_bearing_deg
    return DistanceRecord(
        start=stated.span.start,
        end=stated.span.end,
        text=stated.span.of(text),
        value=stated.value,
        value_max=stated.value_max,
        unit=stated.unit,
        metres=_metres(stated.metres),
        hedge=stated.hedge,
        bearing=stated.bearing,
        subject=_named(stated.subject),
        reference=_named(stated.reference),
        reference_kind=stated.reference_kind,
        place_to_place=stated.place_to_place,
        measured_metres=_metres(check.measured_m),
        measured_low=_metres(check.measured_low_m),
        measured_high=_metres(check.measured_high_m),
        measured_bearing_deg=None if bearing is None else round(bearing, 1) % 360,
        line=None if check.line is None else (_degrees(check.line[0]), _degrees(check.line[1])),
        verdict=check.verdict,
        reason=check.reason,
    )


def _named(anchor: Anchor | None) -> str | None:
    """The words of an anchor; None where it is missing or implied."""
    return (anchor.text or None) if anchor else None


def _incidents(reading: Reading) -> Iterator[IncidentRecord]:
    countries = {r.mention.span for r in reading.resolutions if r.place and r.place.feature is Feature.COUNTRY}
    for report, identity in zip(reading.reports, report_ids(reading.reports), strict=True):
        yield _incident(report, identity, reading.article.text, countries)


def _incident(report: Report, identity: str, text: str, countries: Collection[Span]) -> IncidentRecord:
    when, place = report.when, report.place
    lat, lon = _degrees(place.at) if place else (None, None)
    killed, injured = (headline_claim(report.casualties, kind) for kind in ("killed", "injured"))
    return IncidentRecord(
        id=identity,
        role=report.role,
        type=report.type,
        sub=report.sub,
        date=when.date.isoformat() if when.date else None,
        date_to=when.date_to.isoformat() if when.date_to else None,
        date_precision=when.precision,
        date_text=when.text or None,
        place=place.name if place else None,
        country=place.country if place else None,
        location_parts=_location_parts(report, text, countries),
        lat=lat,
        lon=lon,
        geo_precision=report.geo_precision,
        radius_km=None if report.radius_m is None else round(report.radius_m / 1000, 3),
        killed=killed.n if killed else None,
        injured=injured.n if injured else None,
        casualty_claims=tuple(_claim(claim) for claim in report.casualties),
        attribution=tuple(_attribution(said) for said in report.attributions),
        status=report.status,
        evidence=report.evidence.of(text),
        evidence_span=_offsets(report.evidence),
    )


def _location_parts(report: Report, text: str, countries: Collection[Span]) -> tuple[str, ...]:
    """Country, region and name of the place, and the text's own words for it where they are others.

    The words at ``countries`` name a country, if only by its people: they are no part of it. A region is named with
    and without the word for its kind, as tables of regions write either.
    """
    names = place_names(report.place)
    if report.place is not None and report.place.feature in _REGIONS:
        names = (*names, _without_kind(report.place.name))
    if report.place_span is not None and report.place_span not in countries:
        words = " ".join(report.place_span.of(text).split())
        names = (*names, words, _without_kind(words))
    distinct: dict[str, str] = {}
    for name in names:
        distinct.setdefault(fold(name), name)
    return tuple(distinct.values())


def _without_kind(name: str) -> str:
    """A name without the word for its kind: "San Luis Department" is "San Luis"."""
    return _KIND.sub("", name)


def _claim(claim: CasualtyClaim) -> ClaimRecord:
    start, end = _offsets(claim.span)
    return ClaimRecord(
        kind=claim.kind, n=claim.n, n_max=claim.n_max, qual=claim.qual, who=claim.who, start=start, end=end
    )


def _attribution(said: Attribution) -> AttributionRecord:
    start, end = _offsets(said.span)
    return AttributionRecord(who=said.who, stance=said.stance, whom=said.whom, start=start, end=end)


def _offsets(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _degrees(at: LatLon) -> tuple[float, float]:
    """Latitude and longitude, rounded; minus zero is zero."""
    return round(at.lat, DEGREE_DECIMALS) + 0.0, round(at.lon, DEGREE_DECIMALS) + 0.0


def _metres(length: float | None) -> float | None:
    return None if length is None else round(length, 1)
