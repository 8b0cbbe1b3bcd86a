"""The one data block of the page: everything of the articles that the map shows."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from geo.cartography.checks import check_record, file_name
from geo.cartography.context import context_places, unplaced_names
from geo.cartography.encode import encode, escaped, pack, to_json
from geo.cartography.index import incident_columns
from geo.cartography.records import chunk_columns
from geo.cartography.words import WordTable
from geo.model.distance import DistanceCheck
from geo.model.incident import Incident
from geo.model.provenance import DataSource, TileSource
from geo.model.reading import Atlas, Reading

#: Below this many bytes a block stays readable JSON: packing would save little.
PACK_ABOVE = 60_000
#: Incidents per chunk of details: a card opens by unpacking one chunk, which takes a few milliseconds.
CHUNK = 512

#: Folders of the data that can be seen on the map; their licences ask for credit on the map itself.
DRAWN = frozenset({"osm", "basemap", "gazetteer"})

#: A distance check with the Reading it is of.
Checked = tuple[Reading, DistanceCheck]


def atlas_block(atlas: Atlas, facts: Mapping[str, Any]) -> str:
    """JSON text with the parts ``index``, ``details``, ``words``, ``checks``, ``context`` and ``about``.

    A part of a large atlas is a string: its JSON, packed. Details come in chunks that are unpacked one by one,
    when a card is opened; their texts are then written with the signs of ``words``.
    """
    readings = {r.article.id: r for r in atlas.readings}
    checked = [(r, c) for r in atlas.readings for c in r.checks if c.stated.place_to_place]
    of_incident = _checks_of(atlas.incidents, checked)
    index = incident_columns(
        atlas.incidents, readings, [tuple(checked[n][1] for n in numbers) for numbers in of_incident]
    )
    scenes = frozenset(i.place.id for i in atlas.incidents if i.place)
    parts = {
        "index": encode(index),
        "checks": encode([check_record(c, r) for r, c in checked]),
        "context": encode(context_places(atlas.readings, scenes)),
        "about": encode(_about(atlas, facts)),
    }
    chunks = [
        chunk_columns(atlas.incidents[n : n + CHUNK], readings, of_incident[n : n + CHUNK])
        for n in range(0, len(atlas.incidents), CHUNK)
    ]
    return _assemble(parts, [columns for columns, _ in chunks], [texts for _, texts in chunks])


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


def tiles_block(tiles: TileSource) -> str:
    """JSON text of what the page needs to ask a tile server, and to say whom it asks."""
    return to_json(
        {
            "name": tiles.name,
            "host": tiles.host,
            "url": tiles.url,
            "attribution": tiles.attribution,
            "minZoom": tiles.min_zoom,
            "maxZoom": tiles.max_zoom,
            "bounds": tiles.bounds and [tiles.bounds[:2], tiles.bounds[2:]],
        }
    )


def _assemble(parts: Mapping[str, bytes], chunks: Sequence[Mapping[str, Any]], texts: Sequence[list[str]]) -> str:
    whole = sum(map(len, parts.values())) + sum(map(len, chain.from_iterable(texts)))
    if whole <= PACK_ABOVE:
        plain = {name: escaped(part) for name, part in parts.items()} | {"words": "null"}
        return _joined(plain, [to_json({**c, "text": t}) for c, t in zip(chunks, texts, strict=True)])
    words = WordTable(texts)
    packed = {name: _string(part) for name, part in parts.items()} | {"words": _string(words.table)}
    return _joined(
        packed,
        [_string(b'%b,"text":%b}' % (encode(c)[:-1], words.written(t))) for c, t in zip(chunks, texts, strict=True)],
    )


def _string(part: bytes) -> str:
    return f'"{pack(part)}"'


def _joined(parts: Mapping[str, str], details: Sequence[str]) -> str:
    named = (f"{to_json(name)}:{text}" for name, text in parts.items())
    return f'{{"chunk":{CHUNK},{",".join(named)},"details":[{",".join(details)}]}}'


def _checks_of(incidents: Sequence[Incident], checked: Sequence[Checked]) -> list[tuple[int, ...]]:
    """For each incident the numbers of the checks that locate its place, in an article that reports it."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, (reading, check) in enumerate(checked):
        if check.subject_place is not None:
            found.setdefault((reading.article.id, check.subject_place.id), []).append(number)
    if not found:
        return [()] * len(incidents)
    return [
        tuple(sorted({n for r in i.reports if i.place for n in found.get((r.article_id, i.place.id), ())}))
        for i in incidents
    ]


def _about(atlas: Atlas, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **facts,
        "articles": len(atlas.readings),
        "skipped": [[file_name(r.article), r.skipped] for r in atlas.readings if r.skipped],
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
