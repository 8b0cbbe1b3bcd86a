import pytest

from geo.model.text import Mention, Span, Use
from geo.resolution.naming import written_out
from geo.resolution.terms import own_term, preceding_term, without_term


def mention(text, name):
    start = text.index(name)
    return Mention(span=Span(start=start, end=start + len(name)), text=name, use=Use.LITERAL)


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("Sumy region", "region"),
        ("Gulf of Oman", "gulf"),
        ("city of Sumy", "city"),
        ("Lake Erie", "lake"),
        ("Sumy", None),
    ],
)
def test_the_term_inside_a_name_is_found(name, term):
    assert own_term(name) == term


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("in Bexar County on Friday", "Bexar", "Bexar county"),
        ("in Puno Department on Friday", "Puno", "Puno department"),
        ("the Boise Department of Parks", "Boise", "Boise"),
        ("in Bexar and Travis counties", "Bexar", "Bexar county"),
        ("the Prut and Dniester rivers", "Prut", "Prut river"),
        ("in Odesa on Friday", "Odesa", "Odesa"),
        ("the Odesa City Council", "Odesa", "Odesa"),
    ],
)
def test_the_term_after_a_name_completes_it(text, name, expected):
    assert written_out(text, mention(text, name)) == expected


@pytest.mark.parametrize(
    ("text", "name", "term"),
    [
        ("in the village of Hroza", "Hroza", "village"),
        ("the cities of Homs and Hama", "Hama", "city"),
        ("provinces such as Idlib", "Idlib", "province"),
        ("fled to Idlib", "Idlib", None),
    ],
)
def test_the_term_before_a_name_says_what_it_is(text, name, term):
    assert preceding_term(text, mention(text, name)) == term


def test_a_name_without_its_term():
    assert without_term("Oklahoma City") == "Oklahoma"
    assert without_term("Sea of Okhotsk") == "Sea of Okhotsk"
