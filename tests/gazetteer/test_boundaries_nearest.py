"""Nearest points on lines made up here, against dense sampling and plain geometry."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from geo.gazetteer.boundaries_nearest import NearestPieces, bundle
from geo.gazetteer.boundaries_polylines import LineGroup, Polylines

WGS84 = Geod(ellps="WGS84")
GROUP = LineGroup(countries=("AA", "BB"), status="agreed", views=frozenset({"un"}), source="geo-tz")


def polylines(*lines: list[tuple[float, float]]) -> Polylines:
    """Lines of (lat, lon) whose neighbouring vertices lie within 2 km."""
    points = np.array([point for line in lines for point in line])
    starts = np.concatenate([[0], np.cumsum([len(line) for line in lines])])
    return Polylines(
        lat=points[:, 0], lon=points[:, 1], starts=starts, group=np.zeros(len(lines), int), groups=(GROUP,)
    )


def search(*lines: list[tuple[float, float]]) -> NearestPieces:
    all_lines = polylines(*lines)
    return NearestPieces(all_lines, bundle(all_lines), np.ones(len(lines), bool))


def walk(lat: float, lon: float, turns: list[float]) -> list[tuple[float, float]]:
    """A line of 1.5 km steps in directions that turn; it stops short of the map's edges."""
    line, bearing = [(lat, lon)], 0.0
    for turn in turns:
        bearing += turn
        lon_next, lat_next, _ = WGS84.fwd(line[-1][1], line[-1][0], bearing, 1_500)
        if abs(lon_next - line[-1][1]) > 1 or abs(lat_next) > 89:
            break
        line.append((lat_next, lon_next))
    return line


def sampled(lines: list[list[tuple[float, float]]], lat: float, lon: float) -> float:
    """Least geodesic to points at most 2 m apart on the lines."""
    best = np.inf
    for line in lines:
        dense = np.array(line)
        share = np.linspace(0, 1, 751)[None, :, None]
        spots = (dense[:-1, None] + share * np.diff(dense, axis=0)[:, None]).reshape(-1, 2)
        distance = WGS84.inv(np.full(len(spots), lon), np.full(len(spots), lat), spots[:, 1], spots[:, 0])[2]
        best = min(best, distance.min())
    return float(best)


turns = st.lists(st.floats(-90, 90), min_size=3, max_size=12)
lat_in_use = st.floats(-80, 80)
lon_in_use = st.floats(-179, 179)


@settings(max_examples=40, deadline=None)
@given(lat=lat_in_use, lon=lon_in_use, first=turns, second=turns, north=st.floats(-2, 2), east=st.floats(-2, 2))
def test_the_nearest_point_is_within_a_metre_of_dense_sampling(lat, lon, first, second, north, east):
    lines = [walk(lat, lon, first), walk(min(lat + 0.4, 80), lon, second)]
    at = (max(-89.0, min(89.0, lat + north)), max(-180.0, min(180.0, lon + east)))
    found = search(*lines).find(np.array([at[0]]), np.array([at[1]]))
    assert float(found.distance_m[0]) == pytest.approx(sampled(lines, *at), abs=1)


@settings(max_examples=30, deadline=None)
@given(lat=lat_in_use, lon=lon_in_use, line=turns, seed=st.integers(0, 2**32 - 1))
def test_many_points_at_once_get_the_answers_they_get_alone(lat, lon, line, seed):
    pieces = search(walk(lat, lon, line), walk(-lat, lon / 2, line[::-1]))
    rng = np.random.default_rng(seed)
    lats, lons = rng.uniform(-90, 90, 40), rng.uniform(-180, 180, 40)
    together = pieces.find(lats, lons)
    alone = [float(pieces.find(lats[i : i + 1], lons[i : i + 1]).distance_m[0]) for i in range(40)]
    assert together.distance_m == pytest.approx(alone, abs=0.001)


@settings(max_examples=30, deadline=None)
@given(lat=lat_in_use, lon=lon_in_use, line=turns)
def test_a_point_of_a_line_lies_on_it(lat, lon, line):
    points = np.array(walk(lat, lon, line))
    found = search([tuple(point) for point in points.tolist()]).find(points[:, 0], points[:, 1])
    assert found.distance_m == pytest.approx(0, abs=0.01)
    assert (found.line == 0).all()


def test_the_antimeridian_is_no_wall():
    line = [(-17.0 + 0.01 * k, 179.99) for k in range(20)]
    found = search(line).find(np.array([-16.9]), np.array([-179.99]))
    assert float(found.distance_m[0]) == pytest.approx(WGS84.inv(179.99, -16.9, -179.99, -16.9)[2], abs=1)


@pytest.mark.parametrize("pole", [90.0, -90.0])
def test_from_a_pole_every_longitude_is_as_near(pole):
    line = [(np.sign(pole) * 80.0, 30.0 + 0.05 * k) for k in range(20)]
    for lon in (-180.0, 0.0, 30.0, 117.0):
        found = search(line).find(np.array([pole]), np.array([lon]))
        assert float(found.distance_m[0]) == pytest.approx(WGS84.inv(0, pole, 30, np.sign(pole) * 80)[2], abs=1)


def test_a_line_that_was_not_chosen_is_not_found():
    lines = polylines([(50.0, 10.0), (50.01, 10.0)], [(50.0, 12.0), (50.01, 12.0)])
    found = NearestPieces(lines, bundle(lines), np.array([False, True])).find(np.array([50.0]), np.array([10.0]))
    assert found.line.tolist() == [1]
    assert found.lon.tolist() == [12.0]


def test_a_line_of_many_bundles_is_searched_to_its_last_piece():
    line = [(10.0, 20.0 + 0.01 * k) for k in range(1_000)]
    pieces = search(line, [(0.0, 0.0), (0.01, 0.0)])
    for k in (0, 127, 128, 129, 640, 998):
        lon = 20.0 + 0.01 * k + 0.005
        found = pieces.find(np.array([10.01]), np.array([lon]))
        assert float(found.lon[0]) == pytest.approx(lon, abs=1e-5)
        assert found.line.tolist() == [0]
