"""Borders and coasts as embedded: measured from GeoNames' points, with the worldviews apart."""

import time

import numpy as np
import pytest
import shapely

from geo.errors import DataError, SettingsError
from geo.files.embedded import data_folder
from geo.gazetteer.boundaries import WORLDVIEWS, open_boundaries
from geo.model.place import LatLon


@pytest.fixture(scope="module")
def boundaries():
    return open_boundaries(data_folder() / "osm")


def at(lat: float, lon: float) -> LatLon:
    return LatLon(lat=lat, lon=lon)


#: GeoNames' points, and kilometres to the border of a country in OpenStreetMap at full resolution
#: (2.55 million segments of geo-tz 8.1.9, measured by brute force).
TOWNS = {
    "Taganrog, centre": (47.23617, 38.89688, "UA", 42.8),
    "Taganrog, east": (47.23627, 38.9053, "UA", 43.4),
    "Belgorod": (50.61074, 36.58015, "UA", 32.85),
    "Kharkiv": (49.98081, 36.25272, "RU", 34.7),
    "Sumy": (50.9216, 34.80029, "RU", 27.6),
    "El Paso": (31.75872, -106.48693, "MX", 1.0),
    "Lahore": (31.558, 74.35071, "IN", 20.15),
    "Amritsar": (31.62234, 74.87534, "PK", 25.3),
    "Goma": (-1.67409, 29.22845, "RW", 1.75),
    "Tijuana": (32.5027, -117.00371, "US", 4.6),
}


@pytest.mark.parametrize("town", TOWNS)
def test_a_town_lies_as_far_from_the_border_as_on_the_full_map(boundaries, town):
    lat, lon, country, km = TOWNS[town]
    found = boundaries.nearest_border(at(lat, lon), of=country)
    assert found.distance_m == pytest.approx(km * 1000, abs=300)
    assert country in found.countries
    assert found.status == "agreed"


def test_crimea_is_ukrainian_to_the_united_nations_and_russian_de_facto(boundaries):
    kherson = at(46.65581, 32.6178)
    un = boundaries.nearest_border(kherson, of="RU", with_="UA")
    de_facto = boundaries.nearest_border(kherson, of="RU", with_="UA", worldview="de-facto")
    assert un.status == "agreed"
    assert un.distance_m > 300_000
    assert de_facto.status == "disputed"
    assert de_facto.distance_m == pytest.approx(90_000, abs=3_000)
    assert boundaries.worldviews == ("un", "de-facto")


def test_western_sahara_is_apart_from_morocco_only_to_the_united_nations(boundaries):
    laayoune = at(27.14184, -13.18797)
    un = boundaries.nearest_border(laayoune, of="EH")
    assert (un.countries, un.status) == (("EH", "MA"), "disputed")
    assert boundaries.nearest_border(laayoune, of="EH", worldview="de-facto") is None
    de_facto = boundaries.nearest_border(laayoune, of="MA", with_="MR", worldview="de-facto")
    assert (de_facto.countries, de_facto.status) == (("MA", "MR"), "disputed")
    assert boundaries.nearest_border(laayoune, of="MA", with_="MR") is None


@pytest.mark.parametrize(
    ("pair", "status", "near"),
    [
        (("CN", "VN"), "agreed", (22.48, 103.97)),  # Lao Cai stands on it
        (("LA", "VN"), "agreed", (16.62, 106.59)),  # Lao Bao
        (("LA", "TH"), "agreed", (17.88, 102.74)),  # the bridge at Nong Khai
        (("DE", "LU"), "agreed", (49.71, 6.51)),  # both banks of the Mosel
        (("MY", "SG"), "agreed", (1.45, 103.77)),  # the causeway
        (("RS", "XK"), "disputed", (43.0, 21.25)),  # Merdare
        (("RS", "XK"), "disputed", (42.969, 20.55)),  # in Lake Gazivoda
        (("GE", "RU"), "disputed", (43.39, 40.01)),  # the Psou
        (("MK", "XK"), "agreed", (42.14, 21.295)),  # Hani i Elezit
        (("IL", "PS"), "disputed", (31.52, 34.55)),  # Gaza
        (("IL", "PS"), "disputed", (31.78, 35.228)),  # the Green Line in Jerusalem
        (("IL", "SY"), "disputed", (33.12, 35.82)),
        (("IN", "PK"), "disputed", (34.05, 73.95)),  # line of control near Uri
        (("IN", "PK"), "agreed", (31.60, 74.57)),  # Wagah
        (("GE", "RU"), "agreed", (42.75, 44.63)),  # Verkhny Lars
        (("BW", "ZM"), "agreed", (-17.79, 25.26)),  # 150 m of river
        (("CA", "US"), "agreed", (42.32, -83.05)),  # Detroit
        (("KE", "UG"), "agreed", (-0.5, 33.92)),  # in Lake Victoria
    ],
)
def test_a_border_runs_where_people_cross_it_and_says_whether_it_is_disputed(boundaries, pair, status, near):
    found = boundaries.nearest_border(at(*near), of=pair[0], with_=pair[1])
    assert found.distance_m < 4_000
    assert (found.countries, found.status) == (pair, status)


@pytest.mark.parametrize("pair", [("JP", "RU"), ("DK", "SE"), ("CN", "TW"), ("TH", "VN"), ("IS", None), ("AQ", None)])
def test_territorial_seas_claims_and_seams_of_time_zones_are_no_borders(boundaries, pair):
    assert boundaries.nearest_border(at(45, 45), of=pair[0], with_=pair[1]) is None


def test_a_pair_can_be_asked_for_from_either_side(boundaries):
    brest = at(52.09755, 23.68775)
    assert boundaries.nearest_border(brest, of="BY", with_="PL") == boundaries.nearest_border(
        brest, of="PL", with_="BY"
    )
    assert boundaries.nearest_border(brest, with_="PL") == boundaries.nearest_border(brest, of="PL")


def test_french_guiana_borders_brazil_for_france_too(boundaries):
    assert boundaries.nearest_border(at(3.85, -51.83), of="FR", with_="BR").countries == ("BR", "GF")


@pytest.mark.parametrize(
    ("place", "low_km", "high_km"),
    [
        ((40.4165, -3.70256), 295, 315),  # Madrid, which inland waters put by the sea
        ((47.23627, 38.9053), 0, 4),  # Taganrog
        ((55.75222, 37.61556), 600, 650),  # Moscow
        ((40.37767, 49.89201), 650, 750),  # Baku: the Caspian is a lake
        ((-12.0432, -77.0282), 5, 15),  # Lima
        ((-34.90328, -56.18816), 0, 2),  # Montevideo, on what OpenStreetMap calls a river
    ],
)
def test_the_coast_is_the_coast_of_the_sea(boundaries, place, low_km, high_km):
    found = boundaries.nearest_coast(at(*place))
    assert low_km * 1000 <= found.distance_m <= high_km * 1000
    assert found.countries == ()


@pytest.mark.parametrize("worldview", WORLDVIEWS)
def test_a_measured_line_ends_on_a_drawn_border(worldview):
    boundaries = open_boundaries(data_folder() / "osm", worldview=worldview)
    for lat, lon in [(47.23627, 38.9053), (46.65581, 32.6178), (31.558, 74.35071), (49.0, -110.3), (-54.8, -68.3)]:
        found = boundaries.nearest_border(at(lat, lon))
        half = 0.3
        drawn = boundaries.lines_within(
            found.at.lat - half, found.at.lon - half, found.at.lat + half, found.at.lon + half
        )
        assert min(_metres_off(found.at, line.points) for line in drawn) < 1


def _metres_off(spot: LatLon, points: tuple[tuple[float, float], ...]) -> float:
    """How far a point lies from a line drawn straight in degrees, on a plane."""
    plane = np.array([111_000.0, 111_000.0 * np.cos(np.radians(spot.lat))])
    line = (np.array(points) - [spot.lat, spot.lon]) * plane
    start, along = line[:-1], np.diff(line, axis=0)
    share = np.clip(-(start * along).sum(axis=1) / (along**2).sum(axis=1), 0, 1)
    return float(np.hypot(*(start + share[:, None] * along).T).min())


def test_only_the_lines_that_cross_the_box_are_drawn_and_these_are_whole(boundaries):
    lines = boundaries.lines_within(46, 36, 50, 40)
    assert {line.countries for line in lines} == {("RU", "UA")}
    whole = {line.number: line for line in boundaries.lines_within(-90, -180, 90, 180)}
    for line in lines:
        assert whole[line.number] == line
        assert any(46 <= lat <= 50 and 36 <= lon <= 40 for lat, lon in line.points)


def test_a_box_across_the_antimeridian_holds_both_sides(boundaries):
    across = boundaries.lines_within(-90, 100, 90, -100)
    alone = boundaries.lines_within(-90, 100, 90, 180) + boundaries.lines_within(-90, -180, 90, -100)
    assert {line.number for line in across} == {line.number for line in alone}


def test_disputed_lines_are_drawn_by_the_worldview(boundaries):
    de_facto = open_boundaries(data_folder() / "osm", worldview="de-facto")
    crimea = (45.9, 33.0, 46.3, 35.2)
    assert not boundaries.lines_within(*crimea)
    assert {(line.countries, line.status) for line in de_facto.lines_within(*crimea)} == {(("RU", "UA"), "disputed")}


def test_every_border_point_asked_in_a_batch_is_the_one_asked_alone(boundaries):
    rng = np.random.default_rng(3)
    lats, lons = rng.uniform(-60, 75, 60), rng.uniform(-180, 180, 60)
    batch = boundaries.nearest_borders(lats, lons)
    alone = [boundaries.nearest_border(at(lat, lon)) for lat, lon in zip(lats.tolist(), lons.tolist(), strict=True)]
    assert batch.distance_m == pytest.approx([found.distance_m for found in alone], abs=0.001)
    assert [boundaries.group_of(line).countries for line in batch.line] == [found.countries for found in alone]


def test_opening_reads_nothing_and_the_first_answers_come_at_once():
    start = time.process_time()
    fresh = open_boundaries(data_folder() / "osm")
    assert time.process_time() - start < 0.01
    fresh.nearest_border(at(47.23627, 38.9053), of="RU", with_="UA")
    fresh.nearest_coast(at(47.23627, 38.9053))
    assert time.process_time() - start < 0.6  # 0.1 s on two idle cores


def test_an_unknown_worldview_is_named(boundaries):
    with pytest.raises(SettingsError, match="'mars' is none of un, de-facto"):
        open_boundaries(data_folder() / "osm", worldview="mars")
    with pytest.raises(SettingsError, match="mars"):
        boundaries.nearest_border(at(0, 0), worldview="mars")


def test_a_missing_or_damaged_file_is_named(tmp_path):
    missing = open_boundaries(tmp_path)
    with pytest.raises(DataError, match=r"borders\.npz: unreadable"):
        missing.nearest_border(at(0, 0))
    (tmp_path / "coast.npz").write_bytes(b"PK\x03\x04 not an archive")
    with pytest.raises(DataError, match=r"coast\.npz: unreadable"):
        missing.nearest_coast(at(0, 0))


def test_the_coast_is_drawn_as_closed_rings_with_the_land_inside(boundaries):
    rings = boundaries.coast_within(46.5, 38.0, 47.5, 39.5)
    assert all(ring.points[0] == ring.points[-1] for ring in rings)
    land = shapely.union_all([shapely.Polygon([(lon, lat) for lat, lon in ring.points]).buffer(0) for ring in rings])
    assert land.contains(shapely.Point(38.9, 47.3))  # Taganrog
    assert not land.intersects(shapely.Point(38.5, 47.0))  # the gulf
    assert not land.boundary.intersects(shapely.box(38.05, 47.3, 39.45, 47.45))  # no cut inside the box


def test_land_across_the_antimeridian_is_drawn_on_both_sides(boundaries):
    rings = boundaries.coast_within(66, 178, 68, -178)  # Chukotka
    assert {lon > 0 for ring in rings for _, lon in ring.points} == {True, False}
