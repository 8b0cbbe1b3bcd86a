"""Texts without end, and numbers without end: read in a time that follows their length, or read as nothing."""

import re
import time

import pytest

from geo.distances.find import find_distances
from geo.distances.intervals import stated_intervals
from geo.model.text import Mention, Span, Use
from tests.distances.world import article, mentions

#: Seconds of processor time for a text of 60,000 characters; each takes less than two on a laptop.
LIMIT_S = 8.0


def seconds(text):
    names = (Span(start=m.start(), end=m.end()) for m in re.finditer("Kyiv|Homs", text))
    named = [Mention(span=span, text=span.of(text), use=Use.LITERAL) for span in names]
    started = time.process_time()
    find_distances(article(text), named)
    return time.process_time() - started


@pytest.mark.parametrize(
    "text",
    [
        "5 km or " * 4_000,
        "5, " * 20_000 + "and 6 km respectively",
        "km" + " " * 60_000 + "x",
        "km 1." * 12_000,
        "mile " * 12_000,
        "9" * 60_000 + " km",
        "1," * 30_000 + " km from Kyiv",
        "an hour's drive " * 4_000,
        "halfway between Kyiv and Homs " * 2_000,
        "5 km " + "(" * 60_000,
        "Kyiv, " * 10_000 + "5 km from Homs",
        "one hundred and " * 4_000 + "km",
    ],
    ids=lambda text: text[:18].strip(),
)
def test_a_text_without_stops_is_read_in_a_few_seconds(text):
    assert seconds(text) < LIMIT_S


def test_the_time_follows_the_length():
    assert seconds("24 miles from Kyiv " * 11_000) < 3 * LIMIT_S


@pytest.mark.parametrize("digits", ["9" * 400, "7" * 5_000, "1" + "0" * 14])
@pytest.mark.parametrize("form", ["{} km from Kyiv", "Kyiv is 3 miles ({} km) from Homs", "{}-5 km from Kyiv", "km {}"])
def test_a_number_no_distance_has_is_no_distance(digits, form):
    for stated in find_distances(article(form.format(digits)), mentions(form.format(digits))):
        assert stated.value is None or stated.value < 1e6
        assert all(interval.high < 1e12 for interval in stated_intervals(stated))
