"""Both sides of a comparison allow what their sources allow."""

import math

import pytest

from geo.distances.find import find_distances
from geo.distances.intervals import contradicts_itself, measured_interval, stated_intervals
from tests.distances.world import article, only

MILE_KM = 1.609344


def readings_km(figure):
    stated = only(find_distances(article(f"It lies {figure} from the border."), ()))
    return [(reading.low / 1000, reading.high / 1000) for reading in stated_intervals(stated)]


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        ("about 24 miles", 21.6 * MILE_KM, 26.4 * MILE_KM),
        ("24 km", 23.5, 24.5),
        ("240 km", 235, 245),
        ("200 km", 150, 250),
        ("1,000 km", 750, 1250),
        ("3.5 km", 3.43, 3.57),
        ("251 km", 245.98, 256.02),
        ("about 100 km", 75, 125),
        ("nearly 500 km", 450, 510),
        ("within 10 km", 0, 12.5),
        ("less than 100 km", 0, 125),
        ("20-30 km", 15, 35),
        ("more than 50 km", 45, math.inf),
    ],
)
def test_a_figure_allows_its_last_digit_and_its_hedge(figure, low, high):
    assert readings_km(figure) == [(pytest.approx(low), pytest.approx(high))]


def test_a_conversion_gives_a_second_reading():
    first, second = readings_km("25 miles (40 km)")
    assert first == (pytest.approx(24.5 * MILE_KM), pytest.approx(25.5 * MILE_KM))
    assert second == (pytest.approx(35), pytest.approx(45))


def test_a_vague_amount_allows_nothing_to_be_said():
    assert readings_km("a few miles") == []


@pytest.mark.parametrize(("figure", "contradicts"), [("25 miles (40 km)", False), ("40 km (40 miles)", True)])
def test_a_conversion_may_contradict_its_figure(figure, contradicts):
    assert contradicts_itself(only(find_distances(article(f"It lies {figure} from the border."), ()))) is contradicts


def test_a_measured_distance_allows_the_extent_of_both_places():
    interval = measured_interval(142_800, radii_m=7_400, error_m=250)
    assert (interval.low, interval.high) == (142_800 - 10_078, 142_800 + 10_078)


@pytest.mark.parametrize(("metres", "highest"), [(30_000, 37_400), (100_000, 114_000)])
def test_nobody_measures_from_the_far_edges_of_two_large_cities(metres, highest):
    interval = measured_interval(metres, radii_m=25_000)
    assert interval.high == pytest.approx(highest)
    assert interval.low == pytest.approx(metres - 26_000 - metres / 100)
