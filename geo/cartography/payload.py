"""The one data block of the page: everything of the articles that the map shows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geo.cartography.checks import check_record
from geo.cartography.context import context_places, unplaced_names
from geo.cartography.encode import COMPRESS_ABOVE, pack_above, to_json
from geo.cartography.index import incident_columns
from geo.cartography.records import chunk_columns
from geo.model.distance import DistanceCheck
from geo.model.incident import Incident
from geo.model.provenance import DataSource
from geo.model.reading import Atlas, Reading

#: Incidents per chunk of details: a card opens by unpacking one chunk, which takes a few milliseconds.
CHUNK = 512

#: Folders of the data that can be seen on the map; their licences ask for credit on the map itself.
DRAWN = frozenset({"osm", "basemap", "gazetteer"})

#: A distance check with the Reading it is of.
Checked = tuple[Reading, DistanceCheck]


def atlas_block(atlas: Atlas, facts: Mapping[str, Any]) -> str:
    """JSON text with the parts ``index``, ``details``, ``checks``, ``context`` and ``about``.

    A part of a large atlas is a string: gzip in base 85 of its JSON. Details come in chunks that are
    unpacked one by one, when a card is opened.
    """
    readings = {r.article.id: r for r in atlas.readings}
    checked = [(r, c) for r in atlas.readings for c in r.checks if c.stated.place_to_place]
    of_incident = _checks_of(atlas.incidents, checked)
    index = incident_columns(atlas.incidents, readings, [[checked[n][1] for n in numbers] for numbers in of_incident])
    scenes = frozenset(i.place.id for i in atlas.incidents if i.place)
    parts = {
        "index": to_json(index),
        "checks": to_json([check_record(c, r) for r, c in checked]),
        "context": to_json(context_places(atlas.readings, scenes)),
        "about": to_json(_about(atlas, facts)),
    }
    chunks = [
        to_json(chunk_columns(atlas.incidents[n : n + CHUNK], readings, of_incident[n : n + CHUNK]))
        for n in range(0, len(atlas.incidents), CHUNK)
    ]
    return _assemble(parts, chunks)


def credit_record(source: DataSource) -> dict[str, str | bool]:
    """What a data licence asks to be said."""
    return {
        "name": source.name,
        "licence": source.licence,
        "attribution": source.attribution,
        "url": source.url,
        "origin": source.origin,
        "drawn": source.file.split("/")[0] in DRAWN,
    }


def _assemble(parts: Mapping[str, str], chunks: Sequence[str]) -> str:
    whole = sum(map(len, chunks)) + sum(map(len, parts.values()))
    limit = COMPRESS_ABOVE if whole <= COMPRESS_ABOVE else 0
    packed = {name: pack_above(text, limit) for name, text in parts.items()}
    packed["details"] = f"[{','.join(pack_above(text, limit) for text in chunks)}]"
    return f'{{"chunk":{CHUNK},{",".join(f"{to_json(name)}:{text}" for name, text in packed.items())}}}'


def _checks_of(incidents: Iterable[Incident], checked: Sequence[Checked]) -> list[list[int]]:
    """For each incident the numbers of the checks that locate its place, in an article that reports it."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, (reading, check) in enumerate(checked):
        if check.subject_place is not None:
            found.setdefault((reading.article.id, check.subject_place.id), []).append(number)
    return [
        sorted({n for r in i.reports if i.place for n in found.get((r.article_id, i.place.id), ())}) for i in incidents
    ]


def _about(atlas: Atlas, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **facts,
        "articles": len(atlas.readings),
        "skipped": [[r.article.path or r.article.id, r.skipped] for r in atlas.readings if r.skipped],
        "failures": [[f.where, f.why] for f in atlas.failures],
        "unplaced": unplaced_names(atlas.readings),
        "sources": _sources(atlas.readings),
    }


def _sources(readings: Iterable[Reading]) -> list[list[Any]]:
    """Publishers and how many articles of each were read, most first; None where the article names none."""
    counts: dict[str | None, int] = {}
    for reading in readings:
        counts[reading.article.publisher] = counts.get(reading.article.publisher, 0) + 1
    return [[name, n] for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0] or ""))]
