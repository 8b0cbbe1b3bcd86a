"""Names that the recogniser missed are found where a distance is told of them."""

from itertools import pairwise

import pytest

from geo.distances.find import find_distances
from geo.distances.names import name_ends
from geo.model.text import Article, Mention, Span, Use
from tests.distances.world import PLACES, article, mentions


class KnownNames:
    """A gazetteer that knows the little world and nothing else."""

    def name_class(self, name):
        if name.casefold() == "bakhmut air base":
            return "facility"
        return "city4" if name.casefold() in {n.casefold() for n in (*PLACES, "Cayara", "Nine")} else None

    def lookup(self, names):
        raise AssertionError("names are only classed here")


def ends_of(text, found):
    return name_ends(article(text), found, find_distances(article(text), found), KnownNames())


def named(text, *known):
    found = tuple(m for m in mentions(text) if m.text.casefold() in {k.casefold() for k in known})
    return [m.text for m in ends_of(text, found)]


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
        ("BAKHMTU IS 80 KM FROM KYIV.", ["Kyiv"], ["BAKHMTU", "KYIV"]),
        ("KYIV IS 80 KM FROM THE BAKHMAT.", ["Kyiv"], ["KYIV"]),
        ("HOMZ IS 80 KM FROM KYIV.", ["Kyiv"], ["KYIV"]),
        ("Two towns 140 km apart, Homs and Damascus, were hit.", ["Damascus"], ["Homs", "Damascus"]),
        ("Homs was fined 140 euros, 10 km an hour too fast.", [], []),
    ],
)
def test_a_missed_name_is_found_if_the_gazetteer_knows_it(text, known, names):
    assert named(text, *known) == names


def test_names_that_the_caller_gave_are_all_there_are():
    given = Article(id="a", text="Homs, 140 km from Damascus, was hit.", spans=(Span(start=18, end=26),))
    assert name_ends(given, (), (), KnownNames()) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The village of Ozerne-Nove, about 30 km north of Bakhmut, was shelled.", ["Ozerne-Nove"]),
        ("Three died in the tiny farming town of Nova Ozerna, 30 km north of Bakhmut.", ["Nova Ozerna"]),
        ("Police came to a hamlet called Ozerne about 30 km north of Bakhmut.", ["Ozerne"]),
        ("Ozerne, a village about 30 km north of Bakhmut, was shelled.", ["Ozerne"]),
        ("In nearby Ozerne (a small village 30 km north of Bakhmut) it was quiet.", ["Ozerne"]),
        ("Ozerne is a town 30 km north of Bakhmut.", ["Ozerne"]),
        ("KYIV, Ukraine (AP) — Shells fell on Ozerne, a village 30 km north of Bakhmut.", ["Ozerne"]),
        ("THREE DIED IN THE VILLAGE OF OZERNE, 30 KM NORTH OF BAKHMUT.", ["OZERNE"]),
        ("Ozerne, a village 30 km north of Bakhmut, burned. All have left Ozerne.", ["Ozerne", "Ozerne"]),
        ("Ivan Petrov, a village elder 30 km north of Bakhmut, was hurt.", []),
        ("Meanwhile, a village 30 km north of Bakhmut was shelled.", []),
        ("On Friday, a village 30 km north of Bakhmut was shelled.", []),
        ("The target was a village 30 km north of Bakhmut.", []),
        ("Shells fell on the village, 30 km north of Bakhmut.", []),
    ],
)
def test_a_name_that_the_text_calls_a_place_needs_no_gazetteer(text, names):
    found = ends_of(text, mentions(text))
    assert [m.text for m in found if m.text.casefold() not in {n.casefold() for n in PLACES}] == names
    assert all(m.span.of(text) == m.text for m in found)
    assert not any(one.span.overlaps(other.span) for one, other in pairwise(found))
    if names:
        (stated,) = find_distances(article(text), found)
        assert [m.text for m in stated.subject.mentions] == names[:1]


def test_a_site_does_not_grow_into_the_name_behind_it():
    text = "The Bakhmut air base Kyiv is 9 km from Homs."
    inner = Mention(span=Span(start=12, end=20), text="air base", use=Use.LITERAL)
    found = ends_of(text, (*mentions(text)[:1], inner, *mentions(text)[1:]))
    assert [m.text for m in found] == ["Bakhmut", "air base", "Kyiv", "Homs"]


def test_a_figure_is_no_part_of_the_name_before_it():
    text = "Myrne lies on the Black Sea 440 km south of Kyiv."
    glued = Mention(span=Span(start=18, end=31), text="Black Sea 440", use=Use.LITERAL)
    assert [m.text for m in ends_of(text, (glued, *mentions(text)))] == ["Black Sea", "Kyiv"]
