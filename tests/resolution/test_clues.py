import pytest

from geo.resolution.clues import Link, find_clues, find_dateline
from tests.resolution.conftest import find_mentions


def links(text, *names):
    mentions = find_mentions(text, names)
    return [(mentions[c.mention].text, c.qualifier, c.link) for c in find_clues(text, mentions)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("in Macon, Georgia, today", ("Macon", "Georgia"), ("Macon", "Georgia", Link.COMMA)),
        ("in Macon (Georgia) today", ("Macon", "Georgia"), ("Macon", "Georgia", Link.COMMA)),
        ("in Macon, GA today", ("Macon",), ("Macon", "GA", Link.COMMA)),
        ("Batumi, a port in Georgia", ("Batumi", "Georgia"), ("Batumi", "Georgia", Link.IN)),
        ("Gori, which is in central Georgia", ("Gori", "Georgia"), ("Gori", "Georgia", Link.IN)),
        ("Khashuri, just outside Gori", ("Khashuri", "Gori"), ("Khashuri", "Gori", Link.NEAR)),
        ("Khashuri, west of Gori", ("Khashuri", "Gori"), ("Khashuri", "Gori", Link.NEAR)),
        ("Georgia's Batumi", ("Georgia", "Batumi"), ("Batumi", "Georgia", Link.BEFORE)),
        ("the Syrian town of Manbij", ("Syrian", "Manbij"), ("Manbij", "Syrian", Link.BEFORE)),
    ],
)
def test_a_qualifier_is_found_with_how_it_stands(text, names, expected):
    assert links(text, *names) == [expected]


def test_members_of_a_list_are_a_series():
    found = links("in Homs, Hama and Idlib", "Homs", "Hama", "Idlib")
    assert found == [("Homs", "Hama", Link.SERIES)]


def test_another_sentence_qualifies_nothing():
    assert links("They left Homs. Syria said nothing.", "Homs", "Syria") == []


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("AMMAN, Jordan (AP) — The king said", ("AMMAN", "Jordan"), 0),
        ("Council meets late. AMMAN — The council", ("AMMAN",), 0),
        ("AMMAN The king said on Friday", ("AMMAN",), 0),
        ("The king of Jordan — who is in Amman — said", ("Jordan", "Amman"), None),
        ("People in Amman said", ("Amman",), None),
    ],
)
def test_a_dateline_is_told_from_a_dash(text, names, expected):
    assert find_dateline(text, find_mentions(text, names)) == expected
