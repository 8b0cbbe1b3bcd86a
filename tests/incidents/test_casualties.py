import pytest

from geo.incidents.casualties import find_counts
from geo.incidents.sentences import read_sentences
from tests.incidents.telling import article


def counts(text):
    (sentence,) = read_sentences(article(text))
    return [(c.kind, c.n, c.qual) for c in find_counts(sentence, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least seven people were killed and 144 wounded.", [("killed", 7, "min"), ("injured", 144, "exact")]),
        (
            "The blast killed three civilians, injuring a dozen others.",
            [("killed", 3, "exact"), ("injured", 12, "exact")],
        ),
        ("The attack left 12 people dead.", [("killed", 12, "exact")]),
        ("The storm claimed 40 lives.", [("killed", 40, "exact")]),
        ("A fire killed more than 1,200 people.", [("killed", 1200, "min")]),
        ("Up to 30 people were injured.", [("injured", 30, "max")]),
        ("About 50 people were hurt.", [("injured", 50, "about")]),
        ("The death toll has risen to 22.", [("killed", 22, "exact")]),
        ("Dozens were wounded.", [("injured", None, "about")]),
        ("The strike killed two nurses and a driver.", [("killed", 3, "exact")]),
        ("Rescuers said 33 people remained missing.", [("missing", 33, "exact")]),
        ("A policeman was killed.", [("killed", 1, "exact")]),
        ("Over 500 were hurt in the attacks.", [("injured", 500, "min")]),
        ("A wall fell, killing 107 or more and wounding 238.", [("killed", 107, "min"), ("injured", 238, "exact")]),
        ("Ann Roe and Paul Dee were severely wounded.", [("injured", 2, "exact")]),
    ],
)
def test_a_figure_is_read_with_kind_and_qualifier(text, found):
    assert counts(text) == found


@pytest.mark.parametrize(
    "text", ["No one was hurt.", "No one else was wounded.", "Nobody was injured.", "There were no injuries."]
)
def test_nobody_hurt_is_nought_and_not_unknown(text):
    assert counts(text) == [("injured", 0, "none")]


@pytest.mark.parametrize(
    "text",
    [
        "A 42-year-old was shot dead.",
        "Two S-300 missiles were destroyed.",
        "The attack cost $3 million in dead stock.",
        "He was killed 12 miles from the town.",
        "The plan was killed off in 2016.",
        "Some 7,000 houses were damaged.",
        "The wounded were taken to hospital at 9 a.m.",
    ],
)
def test_ages_weapons_money_miles_and_years_are_no_casualties(text):
    assert [c for c in counts(text) if c[1] not in (None, 1)] == []


@pytest.mark.parametrize("digits", ["1" * 400, "9" * 900])
def test_a_run_of_digits_is_no_figure(digits):
    assert counts(f"The blast killed {digits} and wounded 4 people.") == [("injured", 4, "exact")]
