"""Accidents, disasters and outbreaks: the day of a search or a count, parts of a toll, and what is no scene.

``mishaps.json`` holds 40 articles in the form of ``news.json``. Of the 33 incidents of the first 28, 24 were found
before the rules they mended, with 15 of 21 figures of the dead and 13 of 18 days; of the 13 of the other 12, which were
read unseen, 9, with 5 of 8 and 5 of 8. What is missed are mostly villages and mountains that the gazetteer lacks.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from geo.cli.knowledge import open_knowledge
from geo.model.incident import Role, headline_claim
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings
from tests.incidents.telling import reports
from tests.incidents.test_news import matched

WEDNESDAY = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    "text",
    [
        "Divers on Wednesday were looking for the crew of a ferry that sank off Odesa.",
        "Six people were confirmed dead in Lviv on Wednesday after an earthquake flattened two villages.",
        "The toll from an explosion in Lviv rose to nine on Wednesday.",
    ],
)
def test_the_day_of_a_search_or_a_count_is_not_that_of_the_happening(text):
    assert [r.when.date for r in reports(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday, a day after the fair, a roof in Lviv collapsed.",
        "Divers found six people after a ferry sank off Odesa on Wednesday.",
        "Eight people died in Lviv on Wednesday when a bus crashed.",
        "Eight people died in Lviv on Wednesday after a bus crashed.",
    ],
)
def test_the_day_of_the_happening_is_kept(text):
    assert [r.when.date for r in reports(text)] == [WEDNESDAY]


def test_a_part_of_the_dead_sets_no_scene_for_the_whole():
    text = "A storm has killed 30 people in Ukraine. Four bodies were found in Lviv."
    assert {(r.place.name, c.n) for r in reports(text) for c in r.casualties} & {("Lviv", 30)} == set()


def test_the_region_that_holds_a_town_and_the_town_it_lies_by_are_no_scenes():
    (only,) = reports("Three people were crushed in the town of Lviv, south-west of Kyiv, as a wall collapsed.")
    assert only.place.name == "Lviv"


def test_an_unrelated_accident_is_another_incident():
    text = "A snowslide buried a bus in Ukraine on Wednesday, killing 12 people. In Odesa, in an unrelated accident, "
    found = reports(text + "a ferry hit a pier on Wednesday, killing two.")
    assert {c.n for r in found if r.place.name == "Odesa" for c in r.casualties} == {2}


def test_deaths_told_beside_a_disaster_are_of_it():
    text = "A storm tore off roofs in Lviv. The wind fell at night. Two bodies were found in Odesa."
    assert {r.type.value for r in reports(text)} == {"natural disaster"}


def test_a_dateline_may_hold_region_and_day():
    text = "LVIV, Ukraine, May 16 (AGENCY) - Divers were looking for a boat that sank in a lake."
    assert [r.when.date for r in reports(text)] == [None]


@pytest.fixture(scope="module")
def told():
    """Pairs of an incident asked for and the report of it, and how many are asked for."""
    knowledge, pairs, asked = open_knowledge(Settings()), [], 0
    for row in json.loads(Path(__file__).with_name("mishaps.json").read_text("utf-8")):
        day = dt.date.fromisoformat(row["date"]) if row["date"] else None
        reading = read_article(Article(id=row["id"], text=row["text"], date=day), knowledge)
        pairs += matched(row, [r for r in reading.reports if r.role is Role.MAIN])
        asked += len(row["incidents"])
    return pairs, asked


def _share(right):
    return sum(right) / len(right)


def test_most_mishaps_are_found_with_type_figures_and_day(told):
    pairs, asked = told
    assert len(pairs) >= 0.74 * asked
    assert _share([r.type.value in g["types"] for g, r in pairs]) >= 0.97
    heads = [(g["killed"], headline_claim(r.casualties, "killed")) for g, r in pairs if "killed" in g]
    assert _share([want == (claim and claim.n) for want, claim in heads]) >= 0.85
    days = [(g["date"], r.when) for g, r in pairs if g.get("date")]
    given = [(day, when.date.isoformat()) for day, when in days if when.precision == "day"]
    wrong = [(want, got) for want, got in given if want != got]
    assert len(wrong) <= 1, wrong  # one day of a count is still taken for that of the slide
    assert len(given) >= 0.75 * len(days)
