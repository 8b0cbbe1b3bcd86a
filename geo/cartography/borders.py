"""Border lines for drawing: in full near incidents, simplified elsewhere, from one source throughout."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
import shapely

from geo.model.place import LatLon
from geo.model.reading import Atlas

#: Simplification far from incidents: 0.01 degrees, about a kilometre, one pixel at zoom 7.
COARSE_DEG = 0.01
#: Side of the cells in which lines are drawn in full.
CELL_DEG = 0.5
#: Cells on each side of an incident that are drawn in full: 1 degree, more than most stated distances.
REACH_CELLS = 2
#: More cells than this would make the page heavy; those with most incidents stay.
MOST_CELLS = 600
#: Units per degree of the coordinates in the page: 1e-5 degrees is at most 1.1 m.
SCALE = 100_000

Cell = tuple[int, int]


class _Line(Protocol):
    @property
    def points(self) -> Sequence[tuple[float, float]]: ...
    @property
    def countries(self) -> tuple[str, ...]: ...
    @property
    def status(self) -> str: ...


class LineSource(Protocol):
    """What gives the lines: the boundaries that distances are measured to."""

    def lines_within(self, south: float, west: float, north: float, east: float, /) -> tuple[_Line, ...]: ...


def border_lines(source: LineSource, atlas: Atlas) -> list[dict[str, Any]]:
    """Every border once, as integers: first point, then steps, in latitude, longitude order.

    Outside the detailed cells a line is simplified between its crossings of their edges, so the two
    parts meet.
    """
    area = _detailed_area(atlas)
    return [
        {"between": line.countries, "status": line.status, "points": _steps(part)}
        for line in source.lines_within(-90.0, -180.0, 90.0, 180.0)
        for part in _parts(line.points, area)
    ]


def _detailed_area(atlas: Atlas) -> Any:
    cells = Counter(cell for at in _focus(atlas) for cell in _cells_around(at))
    boxes = [
        shapely.box(x * CELL_DEG, y * CELL_DEG, (x + 1) * CELL_DEG, (y + 1) * CELL_DEG)
        for (y, x), _ in sorted(cells.items(), key=lambda item: (-item[1], item[0]))[:MOST_CELLS]
    ]
    area = shapely.union_all(boxes) if boxes else shapely.Polygon()
    shapely.prepare(area)
    return area


def _focus(atlas: Atlas) -> Iterable[LatLon]:
    """Incidents, and both ends of every measured line; each cell once."""
    ends = (p for r in atlas.readings for c in r.checks if c.line is not None for p in c.line)
    spots = [i.at for i in atlas.incidents if i.at is not None]
    return {_cell(p): p for p in [*spots, *ends]}.values()


def _cell(at: LatLon) -> Cell:
    return math.floor(at.lat / CELL_DEG), math.floor(at.lon / CELL_DEG)


def _cells_around(at: LatLon) -> Iterable[Cell]:
    y, x = _cell(at)
    reach = range(-REACH_CELLS, REACH_CELLS + 1)
    return ((y + dy, x + dx) for dy in reach for dx in reach)


def _parts(points: Sequence[tuple[float, float]], area: Any) -> list[Any]:
    """The stretches of one line: detailed inside the area, simplified outside."""
    line = shapely.LineString(np.asarray(points, dtype=float)[:, ::-1])
    if not area.intersects(line):
        return [shapely.simplify(line, COARSE_DEG, preserve_topology=False)]
    inside = shapely.intersection(line, area)
    outside = shapely.simplify(shapely.difference(line, area), COARSE_DEG, preserve_topology=False)
    return [g for g in (*shapely.get_parts(inside), *shapely.get_parts(outside)) if g.geom_type == "LineString"]


def _steps(part: Any) -> list[int]:
    xy = np.rint(shapely.get_coordinates(part) * SCALE).astype(np.int64)[:, ::-1]
    steps = np.vstack([xy[:1], np.diff(xy, axis=0)])
    return [int(v) for v in steps.ravel()]
