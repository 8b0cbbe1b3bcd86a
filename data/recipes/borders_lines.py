"""Polylines from loose segments, and the file they are kept in.

The file is an uncompressed ``.npz`` without pickles. A line is a first vertex and the steps to the next ones:

* ``first`` int32 (lines, 2) and ``steps`` int16 (vertices - lines, 2): latitude and longitude in 1e-5 degree (1.1 m);
* ``size`` int32 (lines): vertices of each line; ``group`` int16 (lines): its row in the columns below;
* ``a``, ``b``, ``status``, ``views``, ``source``: one text per group, ``views`` a list with spaces between.

Neighbouring vertices lie at most 2 km apart.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from pyproj import Geod

from data.recipes.borders_views import Labelled

UNIT_DEG = 1e-5
#: Longest piece; a straight line on the map then follows the geodesic within a metre.
PIECE_M = 2_000.0
#: Metres per degree of latitude, for tolerances only.
M_PER_DEG = 111_000.0
_WGS84 = Geod(ellps="WGS84")


def merged(ends: np.ndarray, tolerance_m: float) -> list[np.ndarray]:
    """Lines (n, 2) of lon and lat that join the segments, simplified by Douglas and Peucker, in a fixed order."""
    joined = shapely.line_merge(shapely.MultiLineString(list(shapely.linestrings(ends.reshape(-1, 2, 2)))))
    lines = shapely.get_parts(shapely.normalize(joined))
    return [simplified(shapely.get_coordinates(line), tolerance_m) for line in lines]


def simplified(line: np.ndarray, tolerance_m: float) -> np.ndarray:
    """The line without the vertices that matter less than the tolerance."""
    shrink = max(0.05, float(np.cos(np.radians(np.abs(line[:, 1]).mean()))))
    metres = np.array([M_PER_DEG * shrink, M_PER_DEG])
    flat = shapely.simplify(shapely.linestrings(line * metres), tolerance_m, preserve_topology=False)
    return shapely.get_coordinates(flat) / metres


def cut(line: np.ndarray, piece_m: float) -> np.ndarray:
    """The line with vertices added until no piece is longer than ``piece_m``."""
    lon, lat = line.T
    length = _WGS84.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
    count = np.maximum(1, np.ceil(length / piece_m)).astype(int)
    which = np.repeat(np.arange(len(count)), count)
    share = (np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)) / count[which]
    return np.vstack([line[which] + (line[which + 1] - line[which]) * share[:, None], line[-1:]])


def write_lines(path: Path, groups: Sequence[tuple[Labelled, Sequence[np.ndarray]]]) -> None:
    """Write the lines (lon, lat) of each group."""
    firsts, steps, sizes, owners = [], [], [], []
    for owner, (_, lines) in enumerate(groups):
        for line in lines:
            units = _units(cut(line, PIECE_M * 0.99))
            if len(units) > 1:
                firsts.append(units[0])
                steps.append(np.diff(units, axis=0))
                sizes.append(len(units))
                owners.append(owner)
    every = np.concatenate(steps)
    if np.abs(every).max() >= 2**15:
        raise ValueError("a step between vertices does not fit")
    columns = {name: np.array([getattr(group, name) for group, _ in groups])
               for name in ("a", "b", "status", "views", "source")}  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, first=np.array(firsts, np.int32), steps=every.astype(np.int16), size=np.array(sizes, np.int32),
             group=np.array(owners, np.int16), **columns)  # fmt: skip


def _units(line: np.ndarray) -> np.ndarray:
    """Latitude and longitude in UNIT_DEG, without repeated vertices."""
    units = np.round(line[:, ::-1] / UNIT_DEG).astype(np.int64)
    return units[np.r_[True, (np.diff(units, axis=0) != 0).any(axis=1)]]
