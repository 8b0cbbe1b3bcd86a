"""Distance checks as the page shows them."""

from typing import Any

from geo.cartography.quote import quote
from geo.model.distance import DistanceCheck
from geo.model.place import LatLon
from geo.model.reading import Reading
from geo.model.text import Article


def check_record(check: DistanceCheck, reading: Reading) -> dict[str, Any]:
    """One check: what was stated, what was measured, the verdict, and the sentence."""
    stated, article = check.stated, reading.article
    anchors = (stated.subject, stated.reference)
    marks = [(stated.span, "distance"), *((a.span, "place") for a in anchors if a is not None and a.span is not None)]
    return {
        "verdict": check.verdict.value,
        "reason": check.reason,
        "stated": stated.text,
        "hedge": stated.hedge.value,
        "value": stated.value,
        "valueMax": stated.value_max,
        "unit": stated.unit,
        "bearing": stated.bearing,
        "subject": _name(check.subject_place.name if check.subject_place else None, stated.subject),
        "reference": _name(check.reference_name, stated.reference),
        "measured": _metres(check.measured_m),
        "measuredLow": _metres(check.measured_low_m),
        "measuredHigh": _metres(check.measured_high_m),
        "line": [position(p) for p in check.line] if check.line else None,
        "otherViews": [[view, _metres(m)] for view, m in check.other_views],
        "quote": quote(article.text, stated.sentence, marks),
        "article": article_record(reading),
    }


def article_record(reading: Reading) -> dict[str, Any]:
    """What tells a reader which article this is; the file it came from where nothing better does."""
    article = reading.article
    named = article.title is not None and article.publisher is not None
    return {
        "title": article.title,
        "publisher": article.publisher,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "file": None if named else file_name(article),
    }


def file_name(article: Article) -> str:
    """The article's file as it lies below the folder that was read; of a file of many, also which of them it is.

    Folders above say nothing of the article and something of the machine.
    """
    if article.path is None:
        return article.id
    at = article.path.rfind(article.id)
    return article.path[at:] if at >= 0 else f"{article.path.rpartition('/')[2]}: {article.id}"


def position(at: LatLon) -> list[float]:
    """Latitude and longitude to about a metre."""
    return [round(at.lat, 5), round(at.lon, 5)]


def _name(resolved: str | None, anchor: Any) -> str | None:
    return resolved or (anchor.text if anchor is not None else None) or None


def _metres(value: float | None) -> int | None:
    return None if value is None else round(value)
