"""Places the articles mention that are not the scene of an incident, and names that were not placed."""

from collections.abc import Iterable, Sequence
from typing import Any

from geo.cartography.checks import article_record, position
from geo.cartography.quote import quote, sentence_around
from geo.cartography.records import place_label
from geo.model.place import Feature, Place, Resolution
from geo.model.reading import Reading
from geo.model.text import Use

#: A dot for a whole country or continent would say nothing.
_TOO_WIDE = frozenset({Feature.COUNTRY, Feature.CONTINENT})
#: Nor would one for an ocean or half a continent, in metres.
_WIDEST_M = 400_000
#: Examples beyond this many places would outweigh the incidents of a large map.
MOST_EXAMPLES = 2_000
#: Names listed as not placed; the rest is counted.
MOST_UNPLACED = 200


def context_places(readings: Sequence[Reading], scenes: frozenset[str]) -> list[dict[str, Any]]:
    """Literal mentions grouped by place, most mentioned first; ``scenes`` are ids of incident places."""
    found: dict[str, tuple[Place, list[tuple[int, Resolution]]]] = {}
    for number, reading in enumerate(readings):
        for resolution in reading.resolutions:
            place = resolution.place
            if place is None or resolution.mention.use is not Use.LITERAL:
                continue
            if place.feature in _TOO_WIDE or place.radius_m > _WIDEST_M or place.id in scenes:
                continue
            found.setdefault(place.id, (place, []))[1].append((number, resolution))
    ranked = sorted(found.values(), key=lambda entry: (-len(entry[1]), entry[0].id))
    return [
        _context_record(place, mentions, readings, with_example=rank < MOST_EXAMPLES)
        for rank, (place, mentions) in enumerate(ranked)
    ]


def unplaced_names(readings: Iterable[Reading]) -> dict[str, Any]:
    """Names used for a place that nothing was chosen for, with the reason; counted over all articles."""
    counts: dict[tuple[str, str], int] = {}
    for reading in readings:
        for resolution in reading.resolutions:
            if resolution.place is None and resolution.mention.use is Use.LITERAL:
                key = (resolution.mention.text, resolution.reason.value)
                counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {"count": len(ranked), "names": [[*key, n] for key, n in ranked[:MOST_UNPLACED]]}


def _context_record(
    place: Place, mentions: list[tuple[int, Resolution]], readings: Sequence[Reading], *, with_example: bool
) -> dict[str, Any]:
    number, first = mentions[0]
    record: dict[str, Any] = {
        "label": place_label(place),
        "at": position(place.at),
        "feature": place.feature.value,
        "radius": round(place.radius_m),
        "source": place.source,
        "population": place.population,
        "mentions": len(mentions),
        "articles": len({n for n, _ in mentions}),
    }
    if with_example:
        reading = readings[number]
        record |= {
            "reason": first.reason.value,
            "confidence": round(first.confidence, 2),
            "quote": quote(
                reading.article.text,
                sentence_around(reading.article.text, first.mention.span),
                [(first.mention.span, "place")],
            ),
            "article": article_record(reading),
        }
    return record
