"""How far a town reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer.extent import town_radius_m


@given(st.integers(min_value=1, max_value=40_000_000))
def test_more_people_never_make_a_town_smaller(people):
    assert town_radius_m(people) <= town_radius_m(people + 1) <= town_radius_m(people) + 50


def test_a_town_of_280_000_reaches_as_far_as_measured_urban_areas():
    # The fit on Natural Earth's urban areas gives 7.4 km, good to a factor of 1.43.
    assert town_radius_m(280_000) == pytest.approx(7_400, rel=0.02)


def test_an_unknown_population_is_a_village():
    assert town_radius_m(None) == town_radius_m(0) == 1_000
