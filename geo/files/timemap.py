"""Incidents as events of TimeMap, Bellingcat's and Forensic Architecture's viewer.

Its three files, as its own validation has them: every value of an event is text, dates are
month/day/year, an event without a day or a position is not shown and so not written.
Nor is one that is known to the month or year only: TimeMap would show it on a day.
"""

from hashlib import blake2b
from typing import Any

import msgspec

from geo.files.codes import event_type
from geo.files.recording import DEGREE_DECIMALS
from geo.model.incident import Incident, When
from geo.model.reading import Atlas
from geo.model.text import Article

#: Date precisions that a day may stand for.
_FINE = ("day", "weekend", "week")


def timemap_files(atlas: Atlas) -> dict[str, bytes]:
    """events.json, sources.json and associations.json."""
    articles = {reading.article.id: reading.article for reading in atlas.readings}
    shown = [incident for incident in atlas.incidents if incident.at is not None and _has_day(incident.when)]
    used = {report.article_id for incident in shown for report in incident.reports}
    sources = {_key(name): _source(articles[name]) for name in sorted(used)}
    contents: dict[str, Any] = {
        "events.json": [_event(incident, articles) for incident in shown],
        "sources.json": sources,
        "associations.json": [_association(name) for name in sorted({event_type(i.type) for i in shown})],
    }
    return {
        name: msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1) + b"\n"
        for name, content in contents.items()
    }


def _has_day(when: When) -> bool:
    return when.date is not None and when.precision in _FINE


def _event(incident: Incident, articles: dict[str, Article]) -> dict[str, Any]:
    date, at, first = incident.when.date, incident.at, incident.reports[0]
    assert date is not None  # noqa: S101  # the caller chose such
    assert at is not None  # noqa: S101
    quote = " ".join(first.evidence.of(articles[first.article_id].text).split())
    return {
        "id": incident.id,
        "description": quote,
        "date": f"{date:%m/%d/%Y}",
        "time": "",
        "time_precision": incident.when.precision,
        "location": incident.place.name if incident.place else "",
        "latitude": f"{at.lat:.{DEGREE_DECIMALS}f}",
        "longitude": f"{at.lon:.{DEGREE_DECIMALS}f}",
        "type": incident.sub or incident.type.value,
        "associations": [_association_id(event_type(incident.type))],
        "sources": list(dict.fromkeys(_key(report.article_id) for report in incident.reports)),
        "comments": f"geo-precision: {incident.geo_precision.value}" if incident.geo_precision else "",
    }


def _source(article: Article) -> dict[str, Any]:
    return {
        "id": _key(article.id),
        "title": article.title or article.id,
        "paths": [article.url] if article.url else [],
        "url": article.url or "",
        "type": "Article",
        "author": article.publisher or "",
        "date": f"{article.date:%m/%d/%Y}" if article.date else "",
        "description": article.title or article.id,
    }


def _association(name: str) -> dict[str, Any]:
    return {
        "id": _association_id(name), "title": name, "desc": "", "mode": "FILTER", "filter_paths": ["Type", name],
    }  # fmt: skip


def _association_id(name: str) -> str:
    return f"Type/{name}"


def _key(article_id: str) -> str:
    """A short key; ids of articles may hold anything."""
    return "s" + blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
