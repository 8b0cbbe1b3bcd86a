"""Blocks: where an incident that a report may tell of is looked for, so that not all pairs are compared."""

import math
from collections.abc import Iterator

from geo.incidents.trace import Trace
from geo.model.incident import IncidentType

#: Side of a block's cell in degrees; a happening is looked for in the nine cells around its place.
CELL_DEG = 0.5
#: Days a block spans: a report is compared with incidents of its own and of both neighbouring blocks.
BLOCK_DAYS = 4
_EVER = "ever"
_COLUMNS = int(360 / CELL_DEG)


def filed_under(item: Trace) -> Iterator[object]:
    """The blocks in which the incident of a report is found."""
    if item.place is not None and not item.coarse:
        yield _EVER, _cell(item)
    for days in _day_blocks(item):
        if item.place is None:
            yield days, item.words
            for name in sorted(item.names):
                yield days, name, "named"
        elif item.coarse:
            yield days, item.place.country or item.place.id
        else:
            yield days, _cell(item)
            yield days, item.place.country, "towns"
        if item.scene:
            yield days, min(item.scene), "scene"


def looked_up(item: Trace) -> Iterator[object]:
    """The blocks in which incidents it may join are filed; one that no day bounds looks at all of its cell."""
    if item.days is None and item.place is not None and not item.coarse:
        yield _EVER, _cell(item)
    for days in sorted(_around(_day_blocks(item)), key=str):
        if item.place is None:
            yield days, item.words
            for name in sorted(item.names):
                yield days, name, "scene"
        elif item.coarse:
            yield days, item.place.country or item.place.id
            yield days, item.place.country, "towns"
        else:
            row, column = _cell(item)
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    yield days, (row + i, (column + j) % _COLUMNS)
            yield days, item.place.country or item.place.id
        if item.scene:
            yield days, min(item.scene), "named"


def _cell(item: Trace) -> tuple[int, int]:
    place = item.place
    if place is None:
        raise ValueError("a report without a place has no cell")
    return math.floor(place.at.lat / CELL_DEG), math.floor((place.at.lon + 180) / CELL_DEG) % _COLUMNS


def _day_blocks(item: Trace) -> tuple[int | None, ...]:
    """Blocks of days a happening may lie in; None for one that nothing bounds, or bounded too widely."""
    if item.type is IncidentType.OUTBREAK or item.days is None or (item.days[1] - item.days[0]).days > 10 * BLOCK_DAYS:
        return (None,)
    first, last = (d.toordinal() // BLOCK_DAYS for d in item.days)
    return tuple(range(first, last + 1))


def _around(days: tuple[int | None, ...]) -> set[int | None]:
    return {None, *(d + i for d in days if d is not None for i in (-1, 0, 1))}
