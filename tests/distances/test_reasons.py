"""Lengths and directions are told as a newspaper would."""

import pytest

from geo.distances.compass import bearing_deg, compass_point, turn_deg
from geo.distances.reasons import length, point_name


@pytest.mark.parametrize(
    ("metres", "unit", "told"),
    [
        (42_800, "mi", "26.6 mi (42.8 km)"),
        (42_800, "km", "42.8 km"),
        (297_183, "km", "297 km"),
        (1_108_000, "km", "1,108 km"),
        (111_120, "nmi", "60.0 nmi (111 km)"),
        (680, "mi", "680 m"),
    ],
)
def test_a_length_is_told_in_the_unit_of_the_text(metres, unit, told):
    assert length(metres, unit) == told


@pytest.mark.parametrize(
    ("words", "point", "degrees", "name"),
    [
        ("north", "N", 0, "north"),
        ("south-west", "SW", 225, "southwest"),
        ("Northeastern", "NE", 45, "northeast"),
        ("north-northwest", "NNW", 337.5, "north-northwest"),
        ("due east", "E", 90, "east"),
        ("WSW", "WSW", 247.5, "west-southwest"),
    ],
)
def test_a_compass_point_is_read_and_told(words, point, degrees, name):
    assert compass_point(words) == point
    assert bearing_deg(point) == degrees
    assert point_name(point) == name


@pytest.mark.parametrize(("one", "other", "turn"), [(350, 10, 20), (10, 350, 20), (0, 180, 180), (90, 90, 0)])
def test_the_angle_between_two_bearings_is_the_smaller_one(one, other, turn):
    assert turn_deg(one, other) == turn
