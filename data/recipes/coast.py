"""Coast of the sea from OpenStreetMap's land polygons: ``python -m data.recipes.coast``.

npm ``@geo-maps/earth-coastlines-100m`` holds land as polygons. Only exterior rings are coast: the shores of
lakes and of the Caspian Sea are not, or Madrid would lie by the sea.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from pyproj import Geod
from scipy.spatial import cKDTree

from data.recipes.borders_lines import cut, simplified, write_lines
from data.recipes.borders_views import Labelled
from data.recipes.npm import fetch

OSM = Path(__file__).resolve().parent.parent / "osm"
GEO_MAPS = "0.6.0"
TOLERANCE_M = 400.0
#: Smaller islands are left out.
ISLAND_M2 = 1_000_000.0
SHORE_GRAIN_M = 500.0
_RADIUS_M = 6_371_000.0
#: No piece of another river is as large in the package.
SEA_RIVER_M2 = 8e9
#: Closes the gap between the coast at 100 m and the river's mouth at 1 km: 0.01 degree, one kilometre.
_SLIVER_DEG = 0.01
#: The package closes Antarctica and Eurasia along the frame of the map.
_FRAME_LON_DEG, _FRAME_LAT_DEG = 179.99, -85.0
_WGS84 = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Land:
    """Exterior rings of all land, as polygons."""

    polygons: np.ndarray
    #: The Caspian Sea and whatever else the package cuts out of the land.
    inland: np.ndarray
    tree: shapely.STRtree
    #: Vertices of the coast, at most SHORE_GRAIN_M apart.
    shore: cKDTree

    def covers(self, points: np.ndarray) -> np.ndarray:
        """Whether each (lon, lat) is on land, lakes and the Caspian Sea included."""
        found = np.zeros(len(points), bool)
        which, polygon = self.tree.query(shapely.points(points))
        for k in np.unique(polygon):
            mine = which[polygon == k]
            shapely.prepare(self.polygons[k])
            found[mine] |= shapely.contains_xy(self.polygons[k], points[mine, 0], points[mine, 1])
        return found

    def near(self, points: np.ndarray, distance_m: float) -> np.ndarray:
        """Whether each (lon, lat) is that near to a vertex of the coast."""
        far, _ = self.shore.query(_earth_centred(points), distance_upper_bound=distance_m)
        return np.isfinite(far)


def _earth_centred(points: np.ndarray) -> np.ndarray:
    """Metres from the centre of a sphere, for neighbourhoods of a few kilometres."""
    lon, lat = np.radians(points).T
    return _RADIUS_M * np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def read_land(version: str) -> Land:
    text = (fetch("@geo-maps/earth-coastlines-100m", version) / "map.geo.json").read_text(encoding="utf-8")
    (land,) = json.loads(text)["geometries"]
    polygons = np.array([shapely.Polygon(rings[0]) for rings in land["coordinates"]])
    inland = np.array([shapely.Polygon(ring) for rings in land["coordinates"] for ring in rings[1:]])
    shore = np.vstack([cut(shapely.get_coordinates(polygon), SHORE_GRAIN_M) for polygon in polygons])
    return Land(polygons, inland, shapely.STRtree(polygons), cKDTree(_earth_centred(shore)))


def open_to_sea(land: Land, rivers: np.ndarray) -> list[shapely.Polygon]:
    """Land without the islands of the Caspian Sea, and without rivers as wide as seas."""
    islands_inland = shapely.STRtree(land.polygons).query(land.inland, predicate="contains")[1]
    polygons = np.delete(land.polygons, islands_inland)
    for river in rivers:
        banks = np.array([shapely.box(*river.bounds).intersects(polygon) for polygon in polygons])
        cut_away = [shapely.difference(shapely.make_valid(polygon), river) for polygon in polygons[banks]]
        parts = [part for shape in cut_away for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
        polygons = np.concatenate([polygons[~banks], [shapely.Polygon(part.exterior) for part in parts]])
    return list(polygons)


def sea_rivers(version: str) -> np.ndarray:
    """The Río de la Plata, which OpenStreetMap counts among the rivers and newspapers among the seas."""
    text = (fetch("@geo-maps/earth-waterbodies-1km", version) / "map.geo.json").read_text(encoding="utf-8")
    rivers = json.loads(text)["geometries"][0]["coordinates"]
    wide = [r for r in rivers if abs(_WGS84.polygon_area_perimeter(*np.array(r[0]).T)[0]) >= SEA_RIVER_M2]
    return np.array([shapely.Polygon(r[0], r[1:]).buffer(_SLIVER_DEG) for r in wide])


def main() -> None:
    lines = []
    for polygon in open_to_sea(read_land(GEO_MAPS), sea_rivers(GEO_MAPS)):
        ring = shapely.get_coordinates(polygon)
        if abs(_WGS84.polygon_area_perimeter(*ring.T)[0]) >= ISLAND_M2:
            lines += [simplified(part, TOLERANCE_M) for part in _without_frame(ring)]
    lines.sort(key=lambda line: line[0].tolist())
    coast = Labelled("", "", "agreed", "un de-facto", "geo-maps", np.empty((0, 4)))
    write_lines(OSM / "coast.npz", [(coast, lines)])


def _without_frame(ring: np.ndarray) -> list[np.ndarray]:
    """The ring without edges that run along the frame of the map."""
    low, high = ring[:-1], ring[1:]
    seam = (np.abs(low[:, 0]) > _FRAME_LON_DEG) & (np.abs(high[:, 0]) > _FRAME_LON_DEG)
    seam |= (low[:, 1] < _FRAME_LAT_DEG) & (high[:, 1] < _FRAME_LAT_DEG)
    if not seam.any():
        return [ring]
    first = int(np.flatnonzero(seam)[-1]) + 1
    edges = np.roll(np.arange(len(seam)), -first)  # the last edge is now of the frame
    cuts = np.flatnonzero(seam[edges])
    starts = np.r_[0, cuts[:-1] + 1]
    return [ring[np.r_[edges[a:b], (edges[b - 1] + 1)]] for a, b in zip(starts, cuts, strict=True) if b > a]


if __name__ == "__main__":
    main()
