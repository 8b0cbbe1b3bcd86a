"""The news begins behind the date and the dateline, and is read as if they were not there."""

import pytest

from geo.distances.datelines import news_start
from geo.distances.find import find_distances
from tests.distances.world import article, mentions, only

OPENINGS = (
    "KYIV, Ukraine (AP) — ",
    "KYIV, Feb. 2 (Reuters) - ",
    "KYIV — ",
    "KYIV (Reuters) ",
    "Kyiv, Ukraine -- ",
    "date 2024-02-02 ",
    "date 2024-02-02\n",
    "date 2024-02-02\nKYIV, Ukraine (AP) — ",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_news_begins_behind_date_and_dateline(opening):
    assert news_start(f"{opening}Rockets fell on Homs.") == len(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Rockets fell on Homs - nobody was hurt.",
        "Homs (population 800,000) lies 140 km north of Damascus.",
        "Homs — a city of 800,000 — lies 140 km north of Damascus.",
        "THE BUS LEFT THE ROAD - NOBODY WAS HURT.",
    ],
)
def test_a_dash_or_a_bracket_alone_makes_no_dateline(text):
    assert news_start(text) == 0


def test_a_dateline_in_capitals_ends_with_the_agency():
    text = "DAMASCUS, 7 FEB (ABC) -- [TEXT] A BOMB WENT OFF."
    assert text[news_start(text) :] == "A BOMB WENT OFF."


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize(
    ("news", "subject", "reference"),
    [
        ("Homs, a city 140 km north of Damascus, was hit.", "Homs", "Damascus"),
        ("Some 140 km from Damascus, the city of Homs was hit.", "Homs", "Damascus"),
        ("In Homs, a city 140 km north of Damascus, a bomb went off.", "Homs", "Damascus"),
    ],
)
def test_a_sentence_behind_a_dateline_is_read_as_without_it(opening, news, subject, reference):
    text = opening + news
    stated = only(find_distances(article(text), mentions(text)))
    assert (stated.subject.text, stated.reference.text) == (subject, reference)
    assert stated.sentence.of(text) == news


@pytest.mark.parametrize("opening", [one for one in OPENINGS if "Kyiv" not in one])
def test_the_news_may_begin_with_a_figure(opening):
    text = f"{opening}12 km west of Bakhmut, a school was hit."
    assert only(find_distances(article(text), mentions(text))).subject.text == "a school"


@pytest.mark.parametrize("opening", ["KYIV, Ukraine (AP) — ", "date 2024-02-02\nKYIV, Ukraine (AP) — "])
def test_what_is_away_is_away_from_where_the_article_was_filed(opening):
    text = f"{opening}Windows shook 80 km away in Bila Tserkva."
    (reference,) = only(find_distances(article(text), mentions(text))).reference.mentions
    assert reference.text == "KYIV"
