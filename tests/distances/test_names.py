"""Names that the recogniser missed are found where a distance is told of them."""

import pytest

from geo.distances.names import name_ends
from geo.model.text import Article, Span
from tests.distances.world import PLACES, article, mentions


class KnownNames:
    """A gazetteer that knows the little world and nothing else."""

    def name_class(self, name):
        if name.casefold() == "bakhmut air base":
            return "facility"
        return "city4" if name.casefold() in {n.casefold() for n in (*PLACES, "Cayara", "Nine")} else None

    def lookup(self, names):
        raise AssertionError("names are only classed here")


def named(text, *known):
    found = tuple(m for m in mentions(text) if m.text.casefold() in {k.casefold() for k in known})
    return [m.text for m in name_ends(article(text), found, KnownNames())]


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("CAYARA IS 80 KM FROM KYIV.", ["Kyiv"], ["CAYARA", "KYIV"]),
        ("A BOMB WENT OFF IN CAYARA, 80 KM FROM KYIV.", ["Kyiv"], ["CAYARA", "KYIV"]),
        ("Homs, 140 km from Damascus, was hit.", ["Damascus"], ["Homs", "Damascus"]),
        ("Homs, 140 km from Damascus, was hit.", ["Homs"], ["Homs", "Damascus"]),
        ("They seized Homs, a market town 140 km from Damascus.", ["Damascus"], ["Homs", "Damascus"]),
        ("The Bakhmut air base is 9 km from Kyiv.", ["Bakhmut", "Kyiv"], ["Bakhmut air base", "Kyiv"]),
        ("The Homs airport is 9 km from Kyiv.", ["Homs", "Kyiv"], ["Homs", "Kyiv"]),
        ("Hillview, 140 km from Damascus, was hit.", ["Damascus"], ["Damascus"]),
        ("THEY COUNTED EIGHT, NINE, 10 KM FROM KYIV.", ["Kyiv"], ["KYIV"]),
        ("Homs was fined 140 euros, 10 km an hour too fast.", [], []),
    ],
)
def test_a_missed_name_is_found_if_the_gazetteer_knows_it(text, known, names):
    assert named(text, *known) == names


def test_names_that_the_caller_gave_are_all_there_are():
    given = Article(id="a", text="Homs, 140 km from Damascus, was hit.", spans=(Span(start=18, end=26),))
    assert name_ends(given, (), KnownNames()) == ()
