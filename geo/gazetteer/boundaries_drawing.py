"""Borders and coast cut to a box of degrees, for drawing."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely

from geo.gazetteer.boundaries_polylines import Bools, Floats, Polylines

#: South, west, north, east in degrees; west above east crosses the antimeridian.
Box = tuple[float, float, float, float]
#: West, south, east, north in degrees, as shapely has it.
Frame = tuple[float, float, float, float]
#: (latitude, longitude) in degrees.
Points = tuple[tuple[float, float], ...]
#: South, north, west and east of many lines, in degrees.
Extents = tuple[Floats, Floats, Floats, Floats]
#: Rings of the coast are cut this far outside the box, so that no cut is seen in it.
MARGIN_DEG = 0.1
#: A ring of more vertices is cut to windows first, which are kept: continents have 150,000.
_LONG = 2_000
#: Windows begin at multiples of this, in degrees, and are twice as wide and high.
_WINDOW_DEG = 15.0


def lines_in(lines: Polylines, chosen: Bools, box: Box) -> Iterator[tuple[int, Points]]:
    """The chosen lines of which a piece has a box that meets the box, with the number of the line."""
    for number in np.flatnonzero(chosen & _meets(*extents(lines), box)).tolist():
        vertices = slice(lines.starts[number], lines.starts[number + 1])
        lat, lon = lines.lat[vertices], lines.lon[vertices]
        if _touches(lat, lon, box):
            yield number, tuple(zip(lat.tolist(), lon.tolist(), strict=True))


class Land:
    """Closed rings of the coast as polygons, each made when it is first asked for, and kept."""

    def __init__(self, coast: Polylines) -> None:
        self._coast = coast
        self._extents = extents(coast)
        self._polygons: dict[int, Any] = {}
        self._windows: dict[tuple[int, float, float], Any] = {}

    def rings_in(self, box: Box) -> Iterator[Points]:
        """Land as closed rings, cut MARGIN_DEG outside the box."""
        south, west, north, east = box
        spans = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
        for left, right in spans:
            frame = (left - MARGIN_DEG, south - MARGIN_DEG, right + MARGIN_DEG, north + MARGIN_DEG)
            for number in np.flatnonzero(_meets(*self._extents, (south, left, north, right))).tolist():
                yield from _clipped(self._around(number, frame), frame)

    def _around(self, number: int, frame: Frame) -> Any:
        """A ring, or all of it within a window that holds the frame."""
        west, south, east, north = frame
        left, bottom = west // _WINDOW_DEG * _WINDOW_DEG, south // _WINDOW_DEG * _WINDOW_DEG
        window = (left, bottom, left + 2 * _WINDOW_DEG, bottom + 2 * _WINDOW_DEG)
        short = self._coast.starts[number + 1] - self._coast.starts[number] <= _LONG
        if short or east >= window[2] or north >= window[3]:
            return self._polygon(number)
        key = (number, left, bottom)
        if key not in self._windows:
            self._windows[key] = shapely.clip_by_rect(self._polygon(number), *window)
        return self._windows[key]

    def _polygon(self, number: int) -> Any:
        if number not in self._polygons:
            vertices = slice(self._coast.starts[number], self._coast.starts[number + 1])
            lon, lat = self._coast.lon[vertices], self._coast.lat[vertices]
            closed = len(lat) >= 4
            self._polygons[number] = shapely.Polygon(np.column_stack([lon, lat])) if closed else shapely.Polygon()
        return self._polygons[number]


def _clipped(land: Any, frame: Frame) -> Iterator[Points]:
    for part in shapely.get_parts(shapely.clip_by_rect(land, *frame)):
        if part.geom_type == "Polygon" and not part.is_empty:
            x, y = shapely.get_coordinates(part.exterior).T.tolist()
            yield tuple(zip(y, x, strict=True))


def extents(lines: Polylines) -> Extents:
    """South, north, west and east of each line."""
    first = lines.starts[:-1]
    return (
        np.minimum.reduceat(lines.lat, first),
        np.maximum.reduceat(lines.lat, first),
        np.minimum.reduceat(lines.lon, first),
        np.maximum.reduceat(lines.lon, first),
    )


def _touches(lat: Floats, lon: Floats, box: Box) -> bool:
    south, north = np.minimum(lat[:-1], lat[1:]), np.maximum(lat[:-1], lat[1:])
    west, east = np.minimum(lon[:-1], lon[1:]), np.maximum(lon[:-1], lon[1:])
    return bool(_meets(south, north, west, east, box).any())


def _meets(south: Floats, north: Floats, west: Floats, east: Floats, box: Box) -> Bools:
    bottom, left, top, right = box
    beside = (east >= left) & (west <= right) if left <= right else (east >= left) | (west <= right)
    meets: Bools = (north >= bottom) & (south <= top) & beside
    return meets
