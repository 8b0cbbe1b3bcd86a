"""Borders and coast cut to a box of degrees, for drawing."""

from collections.abc import Iterator

import numpy as np
import shapely

from geo.gazetteer.boundaries_polylines import Bools, Floats, Polylines

#: South, west, north, east in degrees; west above east crosses the antimeridian.
Box = tuple[float, float, float, float]
#: (latitude, longitude) in degrees.
Points = tuple[tuple[float, float], ...]
#: Rings of the coast are cut this far outside the box, so that no cut is seen in it.
MARGIN_DEG = 1.0


def lines_in(lines: Polylines, chosen: Bools, box: Box) -> Iterator[tuple[int, Points]]:
    """The chosen lines' runs of pieces whose own boxes meet the box, with the number of the line."""
    for number in np.flatnonzero(chosen & _near(lines, box)).tolist():
        vertices = slice(lines.starts[number], lines.starts[number + 1])
        for points in _touching(lines.lat[vertices], lines.lon[vertices], box):
            yield number, points


def rings_in(lines: Polylines, box: Box) -> Iterator[Points]:
    """Land as closed rings, cut MARGIN_DEG outside the box."""
    south, west, north, east = box
    spans = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    for left, right in spans:
        frame = (left - MARGIN_DEG, south - MARGIN_DEG, right + MARGIN_DEG, north + MARGIN_DEG)
        for number in np.flatnonzero(_near(lines, (south, left, north, right))).tolist():
            vertices = slice(lines.starts[number], lines.starts[number + 1])
            yield from _clipped(lines.lat[vertices], lines.lon[vertices], frame)


def _clipped(lat: Floats, lon: Floats, frame: tuple[float, float, float, float]) -> Iterator[Points]:
    if len(lat) < 4:
        return
    land = shapely.clip_by_rect(shapely.Polygon(np.column_stack([lon, lat])), *frame)
    for part in shapely.get_parts(land):
        if part.geom_type == "Polygon" and not part.is_empty:
            x, y = shapely.get_coordinates(part.exterior).T.tolist()
            yield tuple(zip(y, x, strict=True))


def _near(lines: Polylines, box: Box) -> Bools:
    """Whether the box of each line meets the box."""
    first = lines.starts[:-1]
    south, north = np.minimum.reduceat(lines.lat, first), np.maximum.reduceat(lines.lat, first)
    west, east = np.minimum.reduceat(lines.lon, first), np.maximum.reduceat(lines.lon, first)
    return _meets(south, north, west, east, box)


def _touching(lat: Floats, lon: Floats, box: Box) -> list[Points]:
    """The runs of pieces of one line whose own boxes meet the box."""
    south, north = np.minimum(lat[:-1], lat[1:]), np.maximum(lat[:-1], lat[1:])
    west, east = np.minimum(lon[:-1], lon[1:]), np.maximum(lon[:-1], lon[1:])
    meets = _meets(south, north, west, east, box)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], meets, [False]]).astype(np.int8)))
    return [
        tuple(zip(lat[a : b + 1].tolist(), lon[a : b + 1].tolist(), strict=True))
        for a, b in edges.reshape(-1, 2).tolist()
    ]


def _meets(south: Floats, north: Floats, west: Floats, east: Floats, box: Box) -> Bools:
    bottom, left, top, right = box
    beside = (east >= left) & (west <= right) if left <= right else (east >= left) | (west <= right)
    meets: Bools = (north >= bottom) & (south <= top) & beside
    return meets
