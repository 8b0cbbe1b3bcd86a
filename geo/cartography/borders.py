"""Borders and coast for drawing: in full near incidents, simplified elsewhere, from one source throughout."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely

from geo.model.distance import BoundaryLine
from geo.model.place import LatLon
from geo.model.reading import Atlas
from geo.protocols import Boundaries, Coasts

#: Simplification of borders far from incidents: 0.01 degrees, about a kilometre, one pixel at zoom 7.
COARSE_DEG = 0.01
#: Simplification of the coast near incidents: 0.002 degrees, about 200 m, the accuracy of its source.
COAST_DEG = 0.002
#: Side of the cells in which lines are drawn in full.
CELL_DEG = 0.5
#: Cells on each side of an incident that are drawn in full: at least 1 degree, more than most stated distances.
REACH_CELLS = 2
#: More cells than this would make the page heavy; those with most incidents stay.
MOST_CELLS = 600
#: Units per degree of the coordinates in the page: 1e-4 degrees is at most 11 m.
SCALE = 10_000

Cell = tuple[int, int]


def detailed_lines(boundaries: Boundaries, atlas: Atlas) -> dict[str, Any]:
    """What the page draws in detail, as integers: first point, then steps, in latitude, longitude order.

    ``borders`` is every border of the world once; ``area`` the outline of the detailed cells, and inside it
    ``land`` (rings) and ``coast`` (lines), which replace those of the base map. Outside the area a border is
    simplified between its crossings of the outline, so the two parts meet.
    """
    area = _detailed_area(atlas)
    borders = _drawn_borders(boundaries.lines_within(-90.0, -180.0, 90.0, 180.0), area)
    land, coast = _coast_parts(boundaries, area) if isinstance(boundaries, Coasts) else ([], [])
    outline = shapely.get_parts(area) if land or coast else []
    return {
        "scale": SCALE,
        "borders": borders,
        "area": _steps([ring for polygon in outline for ring in _rings(polygon)]),
        "land": _steps(land),
        "coast": _steps(coast),
    }


def _drawn_borders(lines: Sequence[BoundaryLine], area: Any) -> list[dict[str, Any]]:
    """Every line, or its stretches inside and outside the area; all at once, because there are a thousand."""
    if not lines:
        return []
    points = [np.asarray(line.points, dtype=float)[:, ::-1] for line in lines]
    shapes = shapely.linestrings(np.concatenate(points), indices=np.repeat(range(len(lines)), [len(p) for p in points]))
    near = shapely.intersects(area, shapes)
    simple = shapely.simplify(shapes, COARSE_DEG, preserve_topology=False)
    parts = [
        (line, part)
        for line, shape, coarse, detailed in zip(lines, shapes, simple, near, strict=True)
        for part in (_border_parts(shape, area) if detailed else [coarse])
    ]
    return [
        {"between": line.countries, "status": line.status, "points": steps}
        for (line, _), steps in zip(parts, _steps([part for _, part in parts]), strict=True)
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


def _border_parts(line: Any, area: Any) -> list[Any]:
    """The stretches of one border: detailed inside the area, simplified outside."""
    inside = shapely.intersection(line, area)
    outside = shapely.simplify(shapely.difference(line, area), COARSE_DEG, preserve_topology=False)
    return _lines(inside) + _lines(outside)


def _coast_parts(boundaries: Coasts, area: Any) -> tuple[list[Any], list[Any]]:
    """Rings of the land inside the area, and the coast in it without the cuts along the outline."""
    if area.is_empty:
        return [], []
    west, south, east, north = area.bounds
    land: list[Any] = []
    coast: list[Any] = []
    for ring in boundaries.coast_within(south, west, north, east):
        whole = shapely.Polygon(np.asarray(ring.points, dtype=float)[:, ::-1])
        if not area.intersects(whole):
            continue
        inside = shapely.intersection(shapely.make_valid(shapely.simplify(whole, COAST_DEG)), area)
        polygons = [p for p in shapely.get_parts(inside) if p.geom_type == "Polygon"]
        land += [r for p in polygons for r in _rings(p)]
        coast += [line for p in polygons for line in _lines(shapely.difference(p.boundary, area.boundary))]
    return land, coast


def _lines(shape: Any) -> list[Any]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "LineString" and not part.is_empty]


def _rings(polygon: Any) -> list[Any]:
    return [polygon.exterior, *polygon.interiors]


def _steps(parts: Sequence[Any]) -> list[list[int]]:
    """The first vertex of each part and the steps from vertex to vertex, in units."""
    coordinates, owner = shapely.get_coordinates(np.asarray(parts, dtype=object), return_index=True)
    units = np.rint(coordinates[:, ::-1] * SCALE).astype(np.int64)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    steps = np.diff(units, axis=0, prepend=0)
    steps[starts] = units[starts]
    return [part.ravel().tolist() for part in np.split(steps, starts[1:])] if len(parts) else []
