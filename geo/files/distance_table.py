"""Stated distances with their verdicts, one row each."""

from collections.abc import Iterator, Sequence
from typing import Any

from geo.files.recording import DEGREE_DECIMALS
from geo.model.distance import Anchor, DistanceCheck
from geo.model.place import LatLon
from geo.model.reading import Reading
from geo.model.text import Article

#: Column: what it holds. Lengths in kilometres; empty is unknown.
DISTANCE_COLUMNS = {
    "article": "id of the article",
    "start": "first character of the quantity in the article's text",
    "verdict": "consistent, road_distance_plausible, inconsistent or uncheckable",
    "reason": "the verdict in one sentence",
    "subject": "what lies there, as the text names it",
    "subject_place": "the gazetteer's name of it",
    "stated": "the quantity, as the text puts it",
    "hedge": "exact, about, more_than, less_than, within, nearly or range",
    "bearing": "compass point of the subject seen from the reference",
    "reference": "what it is measured from, as the text names it",
    "reference_kind": "place, border, coast, line, facility, river or other",
    "reference_place": "what was measured to",
    "stated_km": "the quantity in kilometres; empty when it is vague",
    "stated_low_km": "what the words allow, at least",
    "stated_high_km": "and at most; empty is no upper bound",
    "measured_km": "on the WGS 84 ellipsoid, between the positions",
    "measured_low_km": "with the extent of both, at least",
    "measured_high_km": "and at most",
    "measured_bearing_deg": "clockwise from north, of the subject seen from the reference",
    "from_latitude": "where the measured line starts, at the subject",
    "from_longitude": "as from_latitude",
    "to_latitude": "and where it ends, at the reference",
    "to_longitude": "as to_latitude",
    "other_views": "the measured distance under other worldviews, where it differs",
    "sentence": "the sentence that states it",
    "published": "day of publication",
    "publisher": "of the article",
    "url": "of the article",
}


def distance_rows(readings: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """One row per check, in the order of the articles and of their texts."""
    for reading in readings:
        for check in reading.checks:
            yield _row(check, reading.article)


def _row(check: DistanceCheck, article: Article) -> dict[str, Any]:
    stated = check.stated
    bearing = check.measured_bearing_deg
    return {
        "article": article.id,
        "start": stated.span.start,
        "verdict": check.verdict.value,
        "reason": check.reason,
        "subject": _words(stated.subject),
        "subject_place": check.subject_place.name if check.subject_place else None,
        "stated": stated.span.of(article.text),
        "hedge": stated.hedge.value,
        "bearing": stated.bearing,
        "reference": _words(stated.reference),
        "reference_kind": stated.reference_kind.value if stated.reference_kind else None,
        "reference_place": check.reference_name,
        "stated_km": _km(stated.metres),
        "stated_low_km": _km(check.stated_low_m),
        "stated_high_km": _km(check.stated_high_m),
        "measured_km": _km(check.measured_m),
        "measured_low_km": _km(check.measured_low_m),
        "measured_high_km": _km(check.measured_high_m),
        "measured_bearing_deg": None if bearing is None else round(bearing, 1) % 360,
        **_line(check.line),
        "other_views": " | ".join(f"{view}: {_km(metres)} km" for view, metres in check.other_views),
        "sentence": " ".join(stated.sentence.of(article.text).split()),
        "published": article.date.isoformat() if article.date else None,
        "publisher": article.publisher,
        "url": article.url,
    }


def _words(anchor: Anchor | None) -> str | None:
    return (anchor.text or None) if anchor else None


def _km(metres: float | None) -> float | None:
    return None if metres is None else round(metres / 1000, 2)


def _line(line: tuple[LatLon, LatLon] | None) -> dict[str, float]:
    if line is None:
        return {}
    ends = zip(("from", "to"), line, strict=True)
    return {
        f"{end}_{axis}": round(degrees, DEGREE_DECIMALS) + 0.0
        for end, at in ends
        for axis, degrees in (("latitude", at.lat), ("longitude", at.lon))
    }
