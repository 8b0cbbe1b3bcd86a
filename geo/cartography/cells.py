"""Where the page draws borders and coast in full: cells of the grid of degrees around what articles report."""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from geo.model.place import LatLon
from geo.model.reading import Atlas

#: Side of the cells in which lines are drawn in full.
CELL_DEG = 0.25
#: Cells on each side of an incident or the end of a measured line: at least 1 degree, more than most stated distances.
MOST_REACH = 4
#: More cells than this would make the page heavy; their area is that of a square of 12 degrees.
MOST_CELLS = 2_400

#: Numbers of a cell northwards and eastwards from the equator and Greenwich.
Cell = tuple[int, int]


def detailed_area(atlas: Atlas) -> Any:
    """The union of the detailed cells; its parts do not touch along an edge.

    Where cells are too many, less is drawn around every incident and end of a measured line alike, down to
    its own cell. What is then left of MOST_CELLS goes to the next cells around measured lines, then around
    most incidents; where even the own cells are too many, these stay in the same order.
    """
    scenes = Counter(_cell(i.at) for i in atlas.incidents if i.at is not None)
    ends = Counter(_cell(p) for r in atlas.readings for c in r.checks if c.line is not None for p in c.line)
    cells: set[Cell] = set()
    for reach in range(MOST_REACH + 1):
        wider = _around(ends.keys() | scenes.keys(), reach)
        if len(wider) > MOST_CELLS:
            cells |= set(
                _first(wider - cells, MOST_CELLS - len(cells), (_weights(ends, reach), _weights(scenes, reach)))
            )
            break
        cells = wider
    return shapely.union_all(_boxes(cells)) if cells else shapely.Polygon()


def _cell(at: LatLon) -> Cell:
    return math.floor(at.lat / CELL_DEG), math.floor(at.lon / CELL_DEG)


def _around(cells: Iterable[Cell], reach: int) -> set[Cell]:
    steps = range(-reach, reach + 1)
    widened = {(y, x + dx) for y, x in cells for dx in steps}
    return {(y + dy, x) for y, x in widened for dy in steps}


def _first(cells: set[Cell], count: int, weights: tuple[Counter[Cell], ...]) -> list[Cell]:
    """So many cells of the greatest weights, the first weight first."""
    return sorted(cells, key=lambda cell: (*(-weight[cell] for weight in weights), cell))[:count]


def _weights(counts: Counter[Cell], reach: int) -> Counter[Cell]:
    """For each cell how many of the counted lie within reach."""
    weights: Counter[Cell] = Counter()
    for cell, count in counts.items():
        for near in _around([cell], reach):
            weights[near] += count
    return weights


def _boxes(cells: set[Cell]) -> Any:
    """The cells as boxes, those of one row that follow each other as one."""
    ranked = sorted(cells)
    breaks = [k for k, ((y, x), (y1, x1)) in enumerate(pairwise(ranked), 1) if (y1, x1) != (y, x + 1)]
    first, last = [0, *breaks], [*(k - 1 for k in breaks), len(ranked) - 1]
    y, west = np.array([ranked[k] for k in first], float).T * CELL_DEG
    east = np.array([ranked[k][1] + 1 for k in last], float) * CELL_DEG
    return shapely.box(west, y, east, y + CELL_DEG)
