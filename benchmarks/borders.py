"""Distance to the nearest border: points a second and error, beside an STRtree in degrees and brute force.

Run from the checkout: ``.venv/bin/python benchmarks/borders.py``. The points are towns of the gazetteer.
"""

import resource
import time
from collections.abc import Callable

import numpy as np
import shapely
from pyproj import Geod

from geo.files.embedded import data_folder
from geo.gazetteer.boundaries import EmbeddedBoundaries, open_boundaries
from geo.model.place import LatLon

WGS84 = Geod(ellps="WGS84")
#: Points asked in a batch, one by one, and of brute force.
MANY, SOME, FEW = 50_000, 2_000, 60
#: Vertices nearest to a point whose pieces are sampled every SAMPLE_M.
CANDIDATES = 60
SAMPLE_M = 1.0
#: Units of the gazetteer's positions.
UNITS_PER_DEG = 100_000


def towns(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Latitudes and longitudes in degrees; the same ones in every run."""
    positions = np.load(data_folder() / "gazetteer" / "positions.npy", mmap_mode="r")
    rows = np.random.default_rng(20261122).choice(len(positions), count, replace=False)
    lat, lon = np.asarray(positions[np.sort(rows)], float).T / UNITS_PER_DEG
    return lat, lon


def segments(boundaries: EmbeddedBoundaries) -> np.ndarray:
    """Both ends of every piece as (lat, lon, lat, lon)."""
    lines = boundaries.lines_within(-90, -180, 90, 180)
    return np.vstack([np.hstack([points[:-1], points[1:]]) for points in (np.array(line.points) for line in lines)])


def brute_force(pieces: np.ndarray, lat: float, lon: float) -> float:
    """Least geodesic to a point every SAMPLE_M of the pieces that start or end nearest, in metres."""
    ends = WGS84.inv(np.full(len(pieces), lon), np.full(len(pieces), lat), pieces[:, 1], pieces[:, 0])[2]
    near = pieces[np.argsort(ends)[:CANDIDATES]]
    share = np.linspace(0, 1, int(2_000 / SAMPLE_M) + 1)[None, :, None]
    spots = (near[:, None, :2] + share * (near[:, None, 2:] - near[:, None, :2])).reshape(-1, 2)
    return float(WGS84.inv(np.full(len(spots), lon), np.full(len(spots), lat), spots[:, 1], spots[:, 0])[2].min())


def in_degrees(pieces: np.ndarray) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """The nearest by an STRtree of longitudes and latitudes, as a plane, then the geodesic to it."""
    lines = shapely.linestrings(pieces[:, [1, 0, 3, 2]].reshape(-1, 2, 2))
    tree = shapely.STRtree(lines)

    def ask(lat: np.ndarray, lon: np.ndarray) -> np.ndarray:
        points = shapely.points(lon, lat)
        nearest = tree.nearest(points)
        ends = shapely.get_coordinates(shapely.shortest_line(points, lines[nearest]))[1::2]
        return np.asarray(WGS84.inv(lon, lat, ends[:, 0], ends[:, 1])[2])

    return ask


def timed(ask: Callable[[], object]) -> float:
    """Seconds of CPU time."""
    start = time.process_time()
    ask()
    return time.process_time() - start


def main() -> None:
    boundaries = open_boundaries(data_folder() / "osm")
    first = LatLon(lat=47.23627, lon=38.9053)
    print(f"first border {timed(lambda: boundaries.nearest_border(first, of='RU', with_='UA')) * 1e3:8.1f} ms")
    print(f"first coast  {timed(lambda: boundaries.nearest_coast(first)) * 1e3:8.1f} ms")
    print(f"peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    lat, lon = towns(MANY)
    boundaries.nearest_borders(lat[:20], lon[:20])  # builds the tree
    batch = timed(lambda: boundaries.nearest_borders(lat, lon))
    spots = [LatLon(lat=a, lon=b) for a, b in zip(lat[:SOME].tolist(), lon[:SOME].tolist(), strict=True)]
    alone = timed(lambda: [boundaries.nearest_border(spot) for spot in spots])
    pieces = segments(boundaries)
    ask = in_degrees(pieces)
    degrees = timed(lambda: ask(lat, lon))
    chance = np.random.default_rng(1).choice(MANY, FEW, replace=False)
    start = time.process_time()
    truth = np.array([brute_force(pieces, lat[i], lon[i]) for i in chance])
    brute = time.process_time() - start
    print(f"{len(pieces)} pieces; {'points/s':>18} {'median error':>14} {'95th percentile':>16} {'largest':>10}")
    ours = boundaries.nearest_borders(lat, lon).distance_m
    for name, seconds, count, found in (
        ("ours, in a batch", batch, MANY, ours[chance]),
        ("ours, one by one", alone, SOME, None),
        ("STRtree in degrees", degrees, MANY, ask(lat[chance], lon[chance])),
        ("brute force", brute, FEW, truth),
    ):
        errors = "" if found is None else _errors(np.abs(found - truth))
        print(f"{name:<18} {count / seconds:>17,.0f} {errors}")
    wrong = ask(lat, lon) - ours
    print(f"STRtree in degrees against ours: {_errors(np.abs(wrong))}, mean {100 * np.mean(wrong / ours):+.1f} %")


def _errors(metres: np.ndarray) -> str:
    return f"{np.median(metres):>12,.2f} m {np.percentile(metres, 95):>14,.2f} m {metres.max():>8,.0f} m"


if __name__ == "__main__":
    main()
