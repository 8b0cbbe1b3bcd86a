"""The nearest point of many short pieces of line, on the WGS 84 ellipsoid.

Pieces are chords between earth-centred positions, so the antimeridian and the poles are places like any
other. Chord length orders points as the geodesic does, to 1e-5 of the distance; the distance that is
returned is the geodesic.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from pyproj import Geod

from geo.gazetteer.boundaries_polylines import PIECE_M, Bools, Floats, Integers, Polylines

_WGS84 = Geod(ellps="WGS84")
#: Squared first eccentricity of the ellipsoid.
_E2 = 0.0066943799901413165
#: The longest degree of the ellipsoid, along a meridian at the poles, in metres.
_DEGREE_M = 111_700.0
#: Most vertices to a bundle: a question about few points looks at bundles first, and builds no tree.
_BUNDLE = 128
#: Up to so many points are asked one by one.
_FEW = 16
#: Points asked of the tree at once, and pieces asked for at first; both bound the memory.
_BATCH = 8_192
_NEIGHBOURS = 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """The nearest points, one per position asked for."""

    lat: Floats
    lon: Floats
    distance_m: Floats
    #: The line of the file on which each lies.
    line: Integers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bundles:
    """Stretches of lines, each within a ball."""

    #: Index of the first and last vertex, and the line they belong to.
    first: Integers
    last: Integers
    line: Integers
    centre: Floats
    radius_m: Floats


def earth_centred(lat: Floats, lon: Floats) -> Floats:
    """Metres along the three axes of the ellipsoid, (n, 3), for degrees at height 0."""
    phi, lam = np.radians(lat), np.radians(lon)
    normal = _WGS84.a / np.sqrt(1 - _E2 * np.sin(phi) ** 2)
    across = normal * np.cos(phi)
    return np.column_stack([across * np.cos(lam), across * np.sin(lam), (1 - _E2) * normal * np.sin(phi)])


def bundle(lines: Polylines) -> Bundles:
    """All lines of a file as bundles."""
    pieces = np.diff(lines.starts) - 1
    count = -(-pieces // _BUNDLE)
    line = np.repeat(np.arange(len(pieces)), count)
    within = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    first = lines.starts[line] + within * _BUNDLE
    south, north = np.minimum.reduceat(lines.lat, first), np.maximum.reduceat(lines.lat, first)
    west, east = np.minimum.reduceat(lines.lon, first), np.maximum.reduceat(lines.lon, first)
    lowest = np.where((south < 0) & (north > 0), 0.0, np.minimum(np.abs(south), np.abs(north)))
    half_deg = (north - south) / 2 + (east - west) / 2 * np.cos(np.radians(lowest))
    return Bundles(
        first=first,
        last=np.minimum(first + _BUNDLE, lines.starts[line + 1] - 1),
        line=line,
        centre=earth_centred((south + north) / 2, (west + east) / 2),
        radius_m=half_deg * _DEGREE_M + PIECE_M,  # the last vertex is the first of the next bundle
    )


class NearestPieces:
    """Answers for some lines of a file. The tree is built when many points are first asked for."""

    def __init__(self, lines: Polylines, bundles: Bundles, chosen: Bools) -> None:
        """``chosen`` says of each line of the file whether to search it; at least one is."""
        self._lines = lines
        mine = chosen[bundles.line]
        self._first, self._last = bundles.first[mine], bundles.last[mine]
        self._centre, self._radius_m = bundles.centre[mine], bundles.radius_m[mine]

    def find(self, lat: Floats, lon: Floats) -> Found:
        """The nearest point to each position, in degrees."""
        at = earth_centred(lat, lon)
        start, share = self._one_by_one(at) if len(at) <= _FEW else self._in_batches(at)
        lats, lons = self._lines.lat, self._lines.lon
        near_lat = lats[start] + share * (lats[start + 1] - lats[start])
        near_lon = lons[start] + share * (lons[start + 1] - lons[start])
        distance = np.asarray(_WGS84.inv(lon, lat, near_lon, near_lat)[2], float)
        line = np.searchsorted(self._lines.starts, start, side="right") - 1
        return Found(lat=near_lat, lon=near_lon, distance_m=distance, line=line)

    def _one_by_one(self, at: Floats) -> tuple[Integers, Floats]:
        found = [self._of_bundles(position) for position in at]
        return np.array([start for start, _ in found], np.int64), np.array([share for _, share in found], float)

    def _of_bundles(self, at: Floats) -> tuple[int, float]:
        """Looks into the nearest ball, then into each that might hold something nearer."""
        least = np.linalg.norm(self._centre - at, axis=1) - self._radius_m
        nearest = int(np.argmin(least))
        bound = self._pieces(np.array([nearest])).measure(at)[0].min()
        pieces = self._pieces(np.flatnonzero(least <= bound))
        distance, share = pieces.measure(at)
        best = int(np.argmin(distance))
        return int(pieces.start[best]), float(share[best])

    def _pieces(self, bundles: Integers) -> "_Pieces":
        first, count = self._first[bundles], (self._last - self._first)[bundles]
        offset = np.repeat(first - (np.cumsum(count) - count), count)
        return _Pieces(self._lines, offset + np.arange(len(offset)))

    @cached_property
    def _all(self) -> "_Pieces":
        return self._pieces(np.arange(len(self._first)))

    @cached_property
    def _tree(self) -> Any:
        from scipy.spatial import cKDTree  # as slow to import as all the rest; few questions need it

        return cKDTree(self._all.origin + self._all.along / 2)

    def _in_batches(self, at: Floats) -> tuple[Integers, Floats]:
        parts = [self._of_tree(at[k : k + _BATCH]) for k in range(0, len(at), _BATCH)]
        piece = np.concatenate([piece for piece, _ in parts])
        return self._all.start[piece], np.concatenate([share for _, share in parts])

    def _of_tree(self, at: Floats) -> tuple[Integers, Floats]:
        """Asks for more neighbours until no piece that was not seen could be nearer."""
        pieces = self._all
        most = len(pieces.start)
        piece, share = np.zeros(len(at), np.int64), np.zeros(len(at))
        open_, wanted = np.arange(len(at)), min(_NEIGHBOURS, most)
        while len(open_):
            far, seen = self._tree.query(at[open_], k=np.arange(1, wanted + 1))
            distance, shares = pieces.measure(at[open_, None], seen)
            best, row = np.argmin(distance, axis=1), np.arange(len(open_))
            piece[open_], share[open_] = seen[row, best], shares[row, best]
            if wanted == most:
                break
            open_ = open_[far[:, -1] < distance[row, best] + PIECE_M / 2]
            wanted = min(wanted * 4, most)
        return piece, share


class _Pieces:
    """Pieces of line as chords."""

    def __init__(self, lines: Polylines, start: Integers) -> None:
        self.start = start
        self.origin = earth_centred(lines.lat[start], lines.lon[start])
        self.along = earth_centred(lines.lat[start + 1], lines.lon[start + 1]) - self.origin
        self._square = np.einsum("ij,ij->i", self.along, self.along)

    def measure(self, at: Floats, which: Any = slice(None)) -> tuple[Floats, Floats]:
        """Chord to each piece in metres, and how far along it its nearest point lies, 0 to 1."""
        towards, along = at - self.origin[which], self.along[which]
        share = np.clip(np.einsum("...i,...i", towards, along) / self._square[which], 0, 1)
        rest = towards - share[..., None] * along
        return np.sqrt(np.einsum("...i,...i", rest, rest)), share
