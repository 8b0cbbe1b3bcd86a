"""Ukrainian villages whose post office is known and whose point is not: placed among their neighbours."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_postal import AT_A_PLACE, EARTH_M, NAME, known_by_name, on_the_sphere, postal_rows, romanise
from geo.model.names import fold
from geo.model.place import Feature

COUNTRY = "UA"
#: Villages share the first digits of a postal code with their neighbours. On 2,300 villages of known place the
#: middle of the neighbours lay within 16 km for three in four (9 km in the median, 89 % within 25 km) ...
_DIGITS, _NEAR_RADIUS_M = 4, 16_000.0
#: ... and the middle of the district (raion) within 20 km.
_DISTRICT_RADIUS_M = 20_000.0
#: No village of a district lies further from its middle than this, in metres.
_DISTRICT_REACH_M = 40_000.0
#: A middle needs at least so many neighbours.
_LEAST = 2
#: A place of that name within this distance of the middle is the village, in metres.
_SAME_M = 25_000.0


@dataclass(frozen=True, kw_only=True)
class _Row:
    code: str
    name: str
    region: str | None
    district: str
    lat: float
    lon: float
    #: Whether the point is that of a place of this name in the region that the row states.
    sure: bool


def estimated_villages(towns: Sequence[Entry]) -> Iterator[Entry]:
    """Entries with a radius as wide as the doubt, for villages that no entry stands for yet."""
    rows = _rows([town for town in towns if town.country == COUNTRY])
    near = _neighbours(rows)
    known = known_by_name(towns)
    for row in rows:
        if row.sure or not (found := _middle(row, near)):
            continue
        lat, lon, radius_m = found
        english = romanise(row.name, ukrainian=True)
        if any(_within(town.lat, town.lon, (lat, lon), _SAME_M) for town in known[fold(english)]):
            continue
        entry = Entry(
            id=f"postalarea:{COUNTRY}.{fold(english).replace(' ', '-')}.{row.code}",
            name=english,
            lat=lat,
            lon=lon,
            feature=Feature.CITY,
            country=COUNTRY,
            admin1_code=row.region,
            radius_m=radius_m,
        )
        entry.add(english, row.name)
        known[fold(english)].append(entry)
        yield entry


def _rows(towns: Sequence[Entry]) -> list[_Row]:
    """Every row of the country in a fixed order; a point in another region than stated is a namesake's."""
    tree = cKDTree(on_the_sphere([town.lat for town in towns], [town.lon for town in towns]))
    cells = [row for row in sorted(set(postal_rows({COUNTRY}))) if NAME.fullmatch(row[2])]
    points = [(float(row[9]), float(row[10])) for row in cells]
    _, nearest = tree.query(on_the_sphere(*zip(*points, strict=True)))
    lies_in = [towns[i].admin1_code for i in nearest]
    stated: dict[str, Counter[str | None]] = defaultdict(Counter)
    for row, region in zip(cells, lies_in, strict=True):
        stated[row[4]][region] += row[11] == AT_A_PLACE
    meant = {code: regions.most_common(1)[0][0] for code, regions in stated.items()}  # postal codes of regions differ
    return [
        _Row(code=row[1], name=row[2], region=meant[row[4]], district=row[5], lat=lat, lon=lon,
             sure=row[11] == AT_A_PLACE and region == meant[row[4]])
        for row, region, (lat, lon) in zip(cells, lies_in, points, strict=True)
    ]  # fmt: skip


def _neighbours(rows: Sequence[_Row]) -> dict[tuple[str | None, str, str], list[_Row]]:
    """Rows to trust by region, district and first digits; those far from the middle of the district are namesakes."""
    districts: dict[tuple[str | None, str], list[_Row]] = defaultdict(list)
    for row in rows:
        if row.sure and row.district:
            districts[row.region, row.district].append(row)
    near: dict[tuple[str | None, str, str], list[_Row]] = defaultdict(list)
    for (region, district), inside in districts.items():
        lat, lon = np.median([(row.lat, row.lon) for row in inside], axis=0)
        for row in inside:
            if _within(row.lat, row.lon, (lat, lon), _DISTRICT_REACH_M):
                for digits in (_DIGITS, 0):
                    near[region, district, row.code[:digits]].append(row)
    return near


def _middle(row: _Row, near: dict[tuple[str | None, str, str], list[_Row]]) -> tuple[float, float, float] | None:
    """The middle of the nearest neighbours by postal code, and how far off it may be."""
    for digits, radius_m in ((_DIGITS, _NEAR_RADIUS_M), (0, _DISTRICT_RADIUS_M)):
        points = [(other.lat, other.lon) for other in near[row.region, row.district, row.code[:digits]]]
        if len(points) >= _LEAST:
            lat, lon = np.median(points, axis=0)
            return round(float(lat), 4), round(float(lon), 4), radius_m
    return None


def _within(lat: float, lon: float, of: tuple[float, float], reach_m: float) -> bool:
    if abs(lat - of[0]) > 1:
        return False
    one, other = on_the_sphere([lat, of[0]], [lon, of[1]])
    return bool(np.linalg.norm(one - other) * EARTH_M < reach_m)
