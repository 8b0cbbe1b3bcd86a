import datetime as dt

import pytest

from tests.incidents.telling import reports

BLAST = "A bomb exploded at a market in Lviv on Thursday, killing three people."


def claims(text, date="2024-05-17"):
    (report,) = reports(text, date)
    return [(c.kind, c.n, c.who) for c in report.casualties]


@pytest.mark.parametrize(
    ("after", "added"),
    [
        ("Twelve people are missing, the mayor said.", ("missing", 12, "the mayor")),
        ("Police arrested four men.", ("arrested", 4, None)),
        ("Nine others are in hospital in Odesa, according to doctors.", ("injured", 9, "doctors")),
        ("Nine shoppers were taken to hospital, according to doctors.", ("injured", 9, "doctors")),
    ],
)
def test_a_figure_without_a_happening_is_of_the_one_told_before(after, added):
    assert claims(f"{BLAST} {after}") == [("killed", 3, None), added]


@pytest.mark.parametrize(
    "after",
    [
        "Last year 40 people were arrested.",
        "Since 2016 the police have arrested 40 people.",
        "In Odesa, police arrested 40 people.",
        "Another 40 people may be missing.",
        "On Monday police had arrested 40 people.",
    ],
)
def test_figures_of_other_times_and_places_and_of_fears_are_not_added(after):
    assert claims(f"{BLAST} {after}") == [("killed", 3, None)]


def test_a_named_victim_is_one_of_the_toll_and_no_second_figure():
    assert claims(f"{BLAST} The mayor, Pat Roe, was among the dead.") == [("killed", 3, None)]


def test_an_arrest_alone_is_no_incident():
    assert reports("Police arrested 40 people in Lviv on Thursday, the ministry said.") == ()


@pytest.mark.parametrize(
    "after",
    ["The collapse happened on Wednesday evening.", "Rescuers have dug since the wall fell on Wednesday."],
)
def test_the_day_of_what_was_told_may_follow(after):
    (report,) = reports(f"A wall collapsed onto huts in Lviv, killing nine people. {after}")
    assert report.when.date == dt.date(2024, 5, 15)


@pytest.mark.parametrize("what", ["town meeting", "wedding", "cup final", "book fair", "strike", "coup in Odesa"])
def test_the_day_of_something_else_is_none_of_what_was_told(what):
    (report,) = reports(f"A wall collapsed onto huts in Lviv, killing nine people. The {what} took place on Tuesday.")
    assert report.when.date is None


def test_the_day_of_an_accident_or_a_derailment_is_that_of_what_derailed():
    for what in ("accident", "derailment"):
        (report,) = reports(f"A train derailed near Lviv. The {what} happened on Wednesday.")
        assert report.when.date == dt.date(2024, 5, 15)
