"""Sentences as news opens with them, of every kind of happening: what is found, and where, in each.

``leads.txt`` was written in three parts, each before it was read. At that first reading 86 of 104, 63 of 84 and 63 of
74 happenings were found, 70, 44 and 54 with their type, and 74 of 85, 35 of 44 and 45 of 54 figures were right.
"""

import datetime as dt
from pathlib import Path

import pytest

from geo.cli.knowledge import open_knowledge
from geo.model.incident import Role, headline_claim
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings

PUBLISHED = dt.date(2024, 5, 15)
LEADS = [
    line.split("|")
    for line in Path(__file__).with_name("leads.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
NEWS = [lead for lead in LEADS if lead[0] != "-"]
#: Shares of the sentences.
FOUND, TYPED, COUNTED = 0.97, 0.88, 0.92


@pytest.fixture(scope="module")
def read():
    """The main reports of each sentence."""
    knowledge = open_knowledge(Settings())

    def reports(text):
        reading = read_article(Article(id="lead", text=text, date=PUBLISHED), knowledge)
        return [report for report in reading.reports if report.role is Role.MAIN]

    return {text: reports(text) for *_, text in LEADS}


def share(right):
    return sum(right) / len(right)


def test_most_happenings_are_found(read):
    assert share([bool(read[text]) for *_, text in NEWS]) >= FOUND


def test_most_have_their_type(read):
    assert share([bool(read[text]) and read[text][0].type.value == type_ for type_, *_, text in NEWS]) >= TYPED


def test_most_figures_are_read(read):
    asked = [
        (text, kind, int(number))
        for _, _, killed, injured, text in NEWS
        for kind, number in (("killed", killed), ("injured", injured))
        if number != "-"
    ]
    assert share([figure(read[text], kind) == number for text, kind, number in asked]) >= COUNTED


def figure(reports, kind):
    claim = headline_claim(reports[0].casualties, kind) if reports else None
    return None if claim is None else claim.n


@pytest.mark.parametrize("text", [lead[-1] for lead in LEADS if lead[0] == "-"])
def test_what_is_no_happening_gives_none(read, text):
    assert read[text] == []


@pytest.mark.parametrize("text", [text for *_, text in NEWS if "2000 people" in text or "tractors" in text])
def test_a_number_of_people_is_no_year_and_police_who_say_so_block_nothing(read, text):
    assert [report.type.value for report in read[text]] == ["protest"]


@pytest.mark.parametrize(
    ("words", "place", "day"),
    [
        ("Paris Grill", "Reno", 13),
        ("Istanbul restaurant", "Bamako", 13),
        ("A truce that began", "Kharkiv", 14),
        ("Since Easter Monday", "Jos", 13),
        ("Multan High Court", "Multan", 13),
        ("Mosul Military Hospital", "Mosul", 13),
        ("its jets had", "Rafaḩ", 13),
        ("may have perished", "Khulna", None),
    ],
)
def test_the_place_is_where_it_stands_and_the_day_when_it_happened(read, words, place, day):
    (text,) = (lead[-1] for lead in LEADS if words in lead[-1])
    (report,) = read[text]
    assert report.place.name == place
    assert report.when.date == (day and dt.date(2024, 5, day))
