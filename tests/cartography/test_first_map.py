"""The map of the first article, from its text to Chromium."""

from pathlib import Path

import pytest

from geo.cartography.page import draw_map
from geo.cli.knowledge import open_knowledge
from geo.files.articles import read_articles
from geo.files.embedded import data_file
from geo.files.sources import read_sources
from geo.pipeline import build, read_article
from geo.settings import Settings

SEED = Path(__file__).resolve().parents[2] / "seeds" / "2023-07-29-taganrog.txt"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    knowledge = open_knowledge(Settings())
    (article,) = read_articles([SEED])
    return draw_map(
        build([read_article(article, knowledge)]),
        boundaries=knowledge.boundaries,
        basemap=data_file("basemap/world.json.gz").read_bytes(),
        credits=read_sources(),
        worldview="un",
        version="test",
        about={},
    )


def card_of(opened, place: str) -> str:
    opened.page.locator(f".pin.incident[aria-label*='{place}']").click()
    opened.page.locator(".leaflet-popup .card").wait_for()
    text = opened.page.locator(".leaflet-popup .card").inner_text()
    opened.page.keyboard.press("Escape")
    return text


def test_the_first_map_opens_without_a_network_and_shows_two_incidents(open_page, html):
    opened = open_page(html)
    assert opened.page.locator(".pin.incident").count() == 2
    assert opened.asked == []
    assert opened.errors == []


def test_its_page_stays_below_nine_hundred_kilobytes(html):
    assert len(html.encode()) <= 900_000


def test_the_card_of_taganrog_sets_every_claim_beside_its_source(open_page, html):
    text = card_of(open_page(html), "Taganrog")
    for words in (
        "28 July 2023",
        "Taganrog",
        "Rostov",
        "figures differ",
        "4",
        "Vasily Golubev",
        "14",
        "health ministry, according to CNN",
        "Oleksiy Danilov",
        "efense systems",
        "stated about 24 mi, measured 26.6 mi (42.",
        "consistent",
        "Why is this dot here?",
        "2023-07-29-taganrog.txt",
    ):
        assert words in text, words


def test_the_card_of_azov_says_that_the_missile_was_shot_down_near_it(open_page, html):
    text = card_of(open_page(html), "Azov")
    for words in (
        "near Azov",
        "intercepted",
        "28 July 2023",
        "near a town or city",
        "shot down another Ukrainian missile",
    ):
        assert words in text, words


def test_places_of_the_wider_war_are_context_and_the_measured_line_is_drawn(open_page, html):
    opened = open_page(html)
    assert "measured 26.6 mi" in opened.page.locator(".measure-label").inner_text()
    opened.page.evaluate("location.hash = 'map=5.5/48.5/34.5'")
    for name in ("Kyiv", "Odesa", "Kherson", "Bakhmut"):
        opened.page.locator(f".context-pin[aria-label^='{name}']").wait_for()
    assert opened.page.locator("path.measure").count() == 1


def test_the_list_says_what_was_near_a_town_and_what_in_it(open_page, html):
    page = open_page(html).page
    assert page.locator(".row-title").all_inner_texts() == ["Near Azov", "Taganrog"]
