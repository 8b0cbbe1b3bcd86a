"""``report.json``: what went in, what came out, what failed, and with which data."""

from collections import Counter
from typing import Any

import msgspec

from geo.model.distance import Verdict
from geo.model.provenance import DataSource
from geo.model.reading import Atlas, Reading


def run_report(atlas: Atlas, *, credits: tuple[DataSource, ...], version: str, worldview: str) -> bytes:
    """Indented JSON with sorted keys.

    It says what is true of the input, not of the run: how many articles came from
    the cache, and how long it took, are printed and not written.
    """
    verdicts = Counter(check.verdict for reading in atlas.readings for check in reading.checks)
    report = {
        "incident_map": version,
        "worldview": worldview,
        "counts": {
            "articles": len(atlas.readings),
            "skipped": sum(bool(reading.skipped) for reading in atlas.readings),
            "failed": len(atlas.failures),
            "incidents": len(atlas.incidents),
            "incidents_without_a_place": sum(incident.at is None for incident in atlas.incidents),
            "toponyms": sum(len(reading.resolutions) for reading in atlas.readings),
            "toponyms_resolved": sum(_resolved(reading) for reading in atlas.readings),
            "stated_distances": sum(verdicts.values()),
            "verdicts": {verdict.value: verdicts[verdict] for verdict in Verdict},
        },
        "articles": [_article(reading) for reading in atlas.readings],
        "failures": [{"where": failure.where, "why": failure.why} for failure in atlas.failures],
        "data": [
            {"file": source.file, "origin": source.origin, "licence": source.licence, "sha256": source.sha256}
            for source in credits
        ],
    }
    return msgspec.json.format(msgspec.json.encode(report, order="sorted"), indent=2) + b"\n"


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    said: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "published": article.date.isoformat() if article.date else None,
        "characters": len(article.text),
        "toponyms": len(reading.resolutions),
        "toponyms_resolved": _resolved(reading),
        "reports": len(reading.reports),
        "stated_distances": len(reading.checks),
    }
    return said | ({"skipped": reading.skipped} if reading.skipped else {})


def _resolved(reading: Reading) -> int:
    return sum(resolution.place is not None for resolution in reading.resolutions)
