"""Distances and bearings are those of the WGS 84 ellipsoid, everywhere on it."""

import pytest

from geo.distances.measure import destination, geodesic, measure_border, measure_coast, measure_places, middle
from geo.model.place import LatLon
from tests.distances.world import PLACES, StraightBorder


@pytest.mark.parametrize(
    ("one", "other", "metres", "bearing"),
    [
        # One degree of latitude and of longitude at the equator of WGS 84.
        ((1.0, 0.0), (0.0, 0.0), 110_574.4, 0.0),
        ((0.0, 1.0), (0.0, 0.0), 111_319.5, 90.0),
        # Across the antimeridian it is as near as elsewhere.
        ((0.0, -179.5), (0.0, 179.5), 111_319.5, 90.0),
        # At the pole every direction is south, and a meridian goes on as its opposite.
        ((89.0, 0.0), (89.0, 180.0), 223_387.7, 0.0),
        ((90.0, 0.0), (0.0, 0.0), 10_001_965.7, 0.0),
    ],
)
def test_a_geodesic_is_that_of_the_ellipsoid(one, other, metres, bearing):
    found = geodesic(LatLon(lat=one[0], lon=one[1]), LatLon(lat=other[0], lon=other[1]))
    assert found[0] == pytest.approx(metres, abs=0.5)
    assert found[1] == pytest.approx(bearing, abs=1e-6)


def test_a_bearing_is_that_of_the_subject_seen_from_the_reference():
    assert measure_places(PLACES["Homs"], PLACES["Damascus"]).bearing_deg == pytest.approx(16.3, abs=0.1)
    assert measure_places(PLACES["Damascus"], PLACES["Homs"]).bearing_deg == pytest.approx(196.6, abs=0.1)


def test_a_border_is_measured_to_its_nearest_point_and_carries_its_doubt():
    found = measure_border(PLACES["Taganrog"], StraightBorder(), of="UA", with_="RU")
    assert found.distance_m == pytest.approx(42_800, abs=50)
    assert found.line == (PLACES["Taganrog"].at, found.line[1])
    assert found.countries == ("RU", "UA")
    assert found.error_m == 250.0


def test_where_there_is_no_such_border_nothing_is_measured():
    assert measure_border(PLACES["Homs"], StraightBorder(), of="SY", with_=None) is None


def test_a_coast_is_measured_to_its_nearest_point():
    assert measure_coast(PLACES["Homs"], StraightBorder()).distance_m == pytest.approx(68_700, abs=100)


def test_the_middle_is_as_far_from_both_ends():
    at = middle(PLACES["Homs"].at, PLACES["Kyiv"].at)
    assert geodesic(at, PLACES["Homs"].at)[0] == pytest.approx(geodesic(at, PLACES["Kyiv"].at)[0])


def test_a_destination_crosses_the_antimeridian():
    at = destination(LatLon(lat=0.0, lon=179.5), 90.0, 111_319.5)
    assert at.lon == pytest.approx(-179.5, abs=1e-5)
