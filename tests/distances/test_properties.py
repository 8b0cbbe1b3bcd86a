"""What must hold of every verdict, whatever the figures."""

import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geo.distances.check import check_distances
from geo.distances.derive import derive_places, derive_sites
from geo.distances.find import find_distances
from geo.distances.intervals import measured_interval, stated_intervals
from geo.distances.measure import Measured, destination, geodesic
from geo.distances.verdicts import MIXED_UP, judge
from geo.model.distance import UNIT_M, Hedge, StatedDistance, Verdict
from geo.model.place import LatLon
from geo.model.text import Span
from tests.distances.world import StraightBorder, article, mentions, resolutions

#: Enough of the language of distances to stumble over.
WORDS = (
    *" \n,.;()[]-–—'’",
    *"Homs Damascus Kyiv Taganrog Bakhmut Russia Ukrainian Donbas".split(),
    *"the border city capital coast front line it this which who where is lies located".split(),
    *"12 3.5 1,200 half a few two dozen 20-30 km kms miles mi m block hours minutes square KM 5km 40 7".split(),
    *"about within more than nearly from of away apart north southwest NE to between and halfway off".split(),
    *"in respectively drive by road range radius deep high per hour inland into".split(),
)
positions = st.builds(LatLon, lat=st.floats(-89.0, 89.0), lon=st.floats(-180.0, 180.0))
#: Without a rounding zero, so that "about" is what widens them.
values = st.integers(min_value=21, max_value=99).filter(lambda value: value % 10)
lengths_m = st.floats(min_value=5_000.0, max_value=300_000.0)
#: From the narrowest to the widest.
WIDENING = (Hedge.EXACT, Hedge.ABOUT)
OPENING = (Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.WITHIN)


def stated(value, unit="km", hedge=Hedge.ABOUT):
    span = Span(start=0, end=1)
    return StatedDistance(
        span=span, text="", value=value, unit=unit, metres=value * UNIT_M[unit], hedge=hedge, sentence=span
    )


def measured(metres, radii_m=5_000.0):
    here = LatLon(lat=0.0, lon=0.0)
    return Measured(distance_m=metres, bearing_deg=0.0, line=(here, here), radii_m=radii_m)


def verdict(one, metres):
    return judge(one, measured(metres), bearing=False).verdict


@settings(deadline=None)
@given(positions, positions)
def test_a_distance_is_the_same_from_both_ends(one, other):
    assert geodesic(one, other)[0] == pytest.approx(geodesic(other, one)[0], rel=1e-9, abs=1e-3)


@settings(deadline=None)
@given(values, lengths_m, st.sampled_from(["m", "nmi", "mi", "ft", "yd"]))
def test_another_unit_gives_the_same_verdict(value, metres, unit):
    low, high = MIXED_UP
    assume(not low <= value * 1000 / metres <= high)  # only miles are taken for printed kilometres
    converted = stated(value * 1000 / UNIT_M[unit], unit)
    assert verdict(converted, metres) is verdict(stated(value), metres)


@settings(deadline=None)
@given(values, lengths_m)
def test_a_wider_hedge_never_makes_a_statement_wrong(value, metres):
    told = [verdict(stated(value, hedge=hedge), metres) for hedge in WIDENING]
    for narrow, wide in itertools.pairwise(told):
        assert not (narrow is Verdict.CONSISTENT and wide is Verdict.INCONSISTENT)
    if told[0] is Verdict.CONSISTENT:
        assert all(verdict(stated(value, hedge=hedge), metres) is Verdict.CONSISTENT for hedge in OPENING)


@settings(deadline=None)
@given(values, lengths_m, st.floats(min_value=0.0, max_value=500_000.0))
def test_a_subject_farther_away_never_agrees_with_a_figure_already_too_small(value, metres, farther):
    one = stated(value)
    (reading,) = stated_intervals(one)
    assume(reading.high < measured_interval(metres, radii_m=5_000.0).low)
    assert verdict(one, metres) is Verdict.INCONSISTENT
    assert verdict(one, metres + farther) is Verdict.INCONSISTENT


@settings(deadline=None)
@given(values, lengths_m, st.floats(min_value=0.0, max_value=60_000.0))
def test_wider_places_never_make_a_statement_wrong(value, metres, wider_m):
    narrow, wide = (judge(stated(value), measured(metres, 5_000.0 + more), bearing=False) for more in (0.0, wider_m))
    assert not (narrow.verdict is not Verdict.INCONSISTENT and wide.verdict is Verdict.INCONSISTENT)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_and_every_span_slices_back_to_it(text):
    found = find_distances(article(text), mentions(text))
    assert list(found) == sorted(found, key=lambda one: one.span)
    for one in found:
        assert one.span.of(text) == one.text
        assert one.sentence.start <= one.span.start < one.sentence.end
        for anchor in (one.subject, one.reference):
            if anchor is not None and anchor.span is not None:
                assert anchor.span.of(text) == anchor.text
    checks = check_distances(article(text), found, resolutions(text), StraightBorder())
    assert [check.stated for check in checks] == [one for one in found if one.place_to_place]
    assert all(check.reason for check in checks)
    derive_places(article(text), found, resolutions(text))
    derive_sites(article(text), found, resolutions(text))


@settings(deadline=None)
@given(positions, st.floats(0.0, 359.9), st.floats(100.0, 1_000_000.0))
def test_a_destination_lies_where_it_was_sent(start, bearing, metres):
    assert geodesic(destination(start, bearing, metres), start)[0] == pytest.approx(metres, rel=1e-6)
