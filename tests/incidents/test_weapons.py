"""The weapon decides who could have done it: none is named that the text does not name."""

import pytest

from tests.incidents.telling import reports


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("Two guided bombs struck a furniture market in Kharkiv on Thursday.", "air strike"),
        ("Warplanes dropped two glide bombs on Odesa on Thursday.", "air strike"),
        ("A laser-guided aerial bomb hit a depot in Odesa on Thursday.", "air strike"),
        ("A bomb exploded in a market in Lviv on Thursday.", "bomb"),
        ("A bombing in Odesa on Thursday killed two people.", "bomb"),
        ("A car bomb exploded in Lviv on Thursday.", "ied"),
        ("An improvised explosive device went off in Lviv on Thursday.", "ied"),
    ],
)
def test_a_bomb_is_improvised_only_where_the_text_says_so(text, sub):
    (report,) = reports(text, "2024-05-17")
    assert report.sub == sub
