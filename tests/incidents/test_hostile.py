"""Texts made to be slow: the cost of reading grows with the length, not with its square."""

import time

import pytest

from tests.incidents.telling import reports

#: Length of a text, in characters, and the seconds of processor time within which it is read. Ten times
#: what it takes, so that a busy machine passes and a quadratic pattern does not.
LENGTH = 60_000
LIMIT_S = 15.0

PIECES = (
    "said Kyiv killed 3 people on Monday ",
    "24 miles from Kyiv ",
    "“said ",
    "Kyiv, ",
    "death toll ",
    "who was killed, ",
    "Ann Roe, ",
    "killed 3 \n",
    "A bomb exploded in Kyiv. ",
    "Kyiv blamed Lviv on ",
    "cholera a ",
)


@pytest.mark.parametrize(
    "text",
    [
        *(piece * (LENGTH // len(piece)) for piece in PIECES),
        "A bomb killed " + "0" * LENGTH,
        "A bomb exploded 3 km" + " " * LENGTH + "away",
        "killed" + " " * LENGTH + "x",
        "x" * LENGTH,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_hostile_text_is_read_in_seconds(text):
    began = time.process_time()
    reports(text)
    assert time.process_time() - began < LIMIT_S


def test_a_list_without_full_stops_is_read_in_pieces_that_lose_nothing():
    text = ", ".join(f"item {i} of the list" for i in range(400)) + ", a bomb exploded in Kharkiv on Thursday"
    (only,) = reports(text)
    assert (only.place.name, only.when.date.isoformat()) == ("Kharkiv", "2024-05-16")
