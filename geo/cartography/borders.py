"""Borders and coast near incidents, in full; elsewhere the base map has the same lines, simplified."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from geo.cartography.cells import detailed_area
from geo.model.distance import BoundaryLine
from geo.model.reading import Atlas
from geo.protocols import Boundaries, Coasts

#: Simplification of borders far from incidents: 0.01 degrees, about a kilometre, one pixel at zoom 7.
COARSE_DEG = 0.01
#: Simplification of the coast near incidents: 0.002 degrees, about 200 m, the accuracy of its source.
COAST_DEG = 0.002
#: Units per degree of the coordinates in the page: 1e-4 degrees is at most 11 m.
SCALE = 10_000


def detailed_lines(boundaries: Boundaries, atlas: Atlas) -> dict[str, Any]:
    """What the page draws in detail, as integers: first point, then steps, in latitude, longitude order.

    ``area`` is the outline of the detailed cells. Inside it ``land`` (rings) and ``coast`` (lines) replace those of
    the base map. ``borders`` are the lines that cross it, and those that no base map holds; ``replaced`` are their
    numbers in the base map. Outside the area a border is simplified between its crossings of the outline, so that
    the two parts meet.
    """
    area = detailed_area(atlas)
    shapely.prepare(area)
    lines = _lines_near(boundaries, area)
    land, coast = _coast_parts(boundaries, area) if isinstance(boundaries, Coasts) else ([], [])
    outline = shapely.get_parts(area) if land or coast else []
    return {
        "scale": SCALE,
        "replaced": [line.number for line, _ in lines if line.number is not None],
        "borders": _drawn_borders(lines, area),
        "area": _steps([ring for polygon in outline for ring in _rings(polygon)]),
        "land": _steps(land),
        "coast": _steps(coast),
    }


def _lines_near(boundaries: Boundaries, area: Any) -> list[tuple[BoundaryLine, Any]]:
    """The lines to draw beside those of the base map, each with its shape."""
    west, south, east, north = area.bounds if not area.is_empty else (0.0, 0.0, 0.0, 0.0)
    lines = boundaries.lines_within(south, west, north, east)
    shapes = [shapely.LineString(np.array(line.points)[:, ::-1]) for line in lines]
    near = shapely.intersects(area, shapes)
    return [
        (line, shape) for line, shape, inside in zip(lines, shapes, near, strict=True) if inside or line.number is None
    ]


def _drawn_borders(lines: Sequence[tuple[BoundaryLine, Any]], area: Any) -> list[dict[str, Any]]:
    parts = [(line, part) for line, shape in lines for part in _border_parts(shape, area)]
    return [
        {"between": line.countries, "status": line.status, "points": steps}
        for (line, _), steps in zip(parts, _steps([part for _, part in parts]), strict=True)
    ]


def _border_parts(line: Any, area: Any) -> list[Any]:
    """The stretches of one border: detailed inside the area, simplified outside."""
    inside = shapely.intersection(line, area)
    outside = shapely.simplify(shapely.difference(line, area), COARSE_DEG, preserve_topology=False)
    return _lines(inside) + _lines(outside)


def _coast_parts(boundaries: Coasts, area: Any) -> tuple[list[Any], list[Any]]:
    """Rings of the land inside the area, and the coast in it without the cuts along the outline.

    Asked part by part of the area, so that only the land near it is read; simplified and cut all at once.
    """
    patches = [] if area.is_empty else shapely.get_parts(area)
    asked = [(patch, ring) for patch in patches for ring in _rings_near(boundaries, patch)]
    if not asked:
        return [], []
    whole = shapely.simplify([ring for _, ring in asked], COAST_DEG)
    broken = ~shapely.is_valid(whole)
    whole[broken] = shapely.make_valid(whole[broken])  # method "structure" is quicker and fills inlets
    inside, owner = shapely.get_parts(shapely.intersection(whole, [patch for patch, _ in asked]), return_index=True)
    solid = shapely.get_type_id(inside) == shapely.GeometryType.POLYGON
    inside, owner = inside[solid], owner[solid]
    outline = shapely.boundary([patch for patch, _ in asked])[owner]
    return list(shapely.get_rings(inside)), _lines(shapely.difference(shapely.boundary(inside), outline))


def _rings_near(boundaries: Coasts, patch: Any) -> list[Any]:
    west, south, east, north = patch.bounds
    lands = boundaries.coast_within(south, west, north, east)
    return [shapely.Polygon(np.asarray(land.points, dtype=float)[:, ::-1]) for land in lands]


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
