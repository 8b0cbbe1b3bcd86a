"""Figures that are nobody's: those of other ships, of other months, of doctors and of beds."""

import datetime as dt

import pytest

from geo.cli.knowledge import open_knowledge
from geo.model.incident import headline_claim
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings


@pytest.fixture(scope="module")
def figures():
    knowledge = open_knowledge(Settings())

    def read(text):
        article = Article(id="a", text=text, date=dt.date(2024, 5, 15))
        return [
            tuple(
                claim.n if (claim := headline_claim(report.casualties, kind)) else None
                for kind in ("killed", "injured")
            )
            for report in read_article(article, knowledge).reports
        ]

    return read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ship carrying 2,000 people docked in Genoa on Monday. Nobody survived a fire in a flat on Sunday.", None),
        (
            "A plane carrying 90 people landed safely. A crash in Cusco on Monday left no survivors in the car.",
            None,
        ),
        ("He was the 12th reporter killed in Gaza this month. A missile hit his car in Gaza on Monday.", 1),
        ("A policeman was shot in Jos on Monday. He was the fifth officer killed this year.", None),
    ],
)
def test_the_dead_of_elsewhere_are_not_those_of_here(figures, text, found):
    assert [killed for killed, _ in figures(text)] == [found]


@pytest.mark.parametrize(
    "behind",
    [
        "The police took 12 suspects to a hospital for tests.",
        "Hospitals in Manila treated 2,000 people a day.",
        "Japan sent 40 doctors to hospitals in Manila.",
        "Crews rushed 40 beds to a hospital.",
    ],
)
def test_who_was_not_hurt_there_is_not_counted_as_hurt(figures, behind):
    assert figures(f"A quake killed 3 people in Manila on Monday. {behind}") == [(3, None)]


def test_what_comes_on_top_raises_both_ends_of_a_range():
    knowledge = open_knowledge(Settings())
    text = "Two to three policemen were shot dead in Jos on Monday, as well as three attackers."
    (report,) = read_article(Article(id="a", text=text, date=dt.date(2024, 5, 15)), knowledge).reports
    head = headline_claim(report.casualties, "killed")
    assert head is not None
    assert (head.n, head.n_max) == (5, 6)
