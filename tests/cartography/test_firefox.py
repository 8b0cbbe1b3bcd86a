"""The page in Firefox, opened from disk: what its readers do most, and not an error in its console."""

import time

import pytest

from geo.cartography.live import with_reload
from geo.files.serving import CHANGES, MapServer
from geo.model.reading import Atlas
from tests.cartography.factories import page, small_atlas
from tests.cartography.test_finding import crowded_atlas
from tests.firefox import PATIENCE_S, firefox_path, running

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def downloads(tmp_path_factory):
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def browser(tmp_path_factory, downloads):
    path = firefox_path()
    if path is None:
        pytest.skip("there is no Firefox on this machine")
    chosen = {"browser.download.folderList": 2, "browser.download.dir": str(downloads)}
    with running(path, tmp_path_factory.mktemp("firefox") / "profile", **chosen) as firefox:
        yield firefox


@pytest.fixture
def firefox(browser):
    """Firefox, whose console must be empty when a test is done with it."""
    browser.forget_messages()
    yield browser
    assert browser.messages() == []


@pytest.fixture
def opened(firefox, tmp_path):
    """Shows an atlas, from a file."""

    def open_atlas(atlas=None, address=""):
        file = tmp_path / "map.html"
        file.write_text(page(atlas), encoding="utf-8")
        firefox.open(file.as_uri() + address)
        return firefox

    return open_atlas


def text(firefox, selector):
    return firefox.run("return document.querySelector(arguments[0]).innerText", selector)


def count(firefox, selector):
    return firefox.run("return document.querySelectorAll(arguments[0]).length", selector)


def address(firefox):
    return firefox.run("return location.hash")


def test_list_and_markers_open_the_card_without_a_request(opened):
    firefox = opened()
    assert (count(firefox, ".row"), count(firefox, ".pin.incident")) == (4, 3)
    firefox.click('.row[data-incident="20230728-taganrog"]')
    firefox.until("return document.querySelector('.card')?.innerText.includes('Governor Ivan Petrov')")
    assert "stated about 24 mi, measured 26.6 mi (42.8 km)" in text(firefox, ".card")
    assert "id=20230728-taganrog" in address(firefox)
    firefox.until("return document.querySelector('.leaflet-pan-anim') === null")  # the map moves to show the whole card
    firefox.click(".leaflet-popup-close-button")
    firefox.until("return document.querySelector('.card') === null")
    firefox.click('.pin[data-incident="20230728-azov"]')
    firefox.until("return document.querySelector('.card')?.innerText.includes('A missile was shot down near Azov')")
    assert firefox.run("return performance.getEntriesByType('resource').map((entry) => entry.name)") == []


def test_filters_and_search_narrow_list_and_map_and_stand_in_the_address(opened):
    firefox = opened()
    firefox.click("#facets-title")
    firefox.click("#facets-body input[type=checkbox]")
    firefox.until("return document.querySelector('#count').innerText.includes(' of 4')")
    assert count(firefox, ".row") < 4
    assert "type=" in address(firefox)
    firefox.click("#reset")
    firefox.until("return document.querySelectorAll('.row').length === 4")
    firefox.type("#query", "azov")
    firefox.until("return location.hash.includes('q=azov')")
    assert count(firefox, ".row") == 1
    assert count(firefox, ".pin.incident") == 1


def test_a_link_opens_the_same_view_and_card(opened):
    firefox = opened(address="#id=20230728-azov&q=azov&map=9.0/47.1000/39.3000")
    firefox.until("return document.querySelector('.card')?.innerText.includes('Azov')")
    assert count(firefox, ".row") == 1
    assert firefox.run("return map_incidents.getZoom()") == 9


def test_packed_data_are_read_and_dates_are_chosen(opened):
    firefox = opened(crowded_atlas(1500))
    assert firefox.run("return document.getElementById('atlas').textContent") == ""
    assert text(firefox, "#count") == "1,500 incidents"
    assert count(firefox, ".cluster") >= 1
    firefox.run("location.hash = '#from=2023-08-01&to=2023-08-10'")
    firefox.until("return document.querySelector('#count').innerText === '10 of 1,500 incidents'")
    firefox.click(".row")
    firefox.until("return document.querySelector('.card')?.innerText.includes('Governor Ivan Petrov')")


def test_the_keyboard_goes_from_list_to_card_and_back(opened):
    firefox = opened()
    firefox.run("document.querySelector('.row').focus()")
    firefox.type(".row", "\ue015\ue007")  # arrow down, enter
    firefox.until("return document.activeElement.id === 'card-title'")
    firefox.type("#card-title", "\ue00c")  # escape
    firefox.until("return document.querySelector('.card') === null")
    assert firefox.run("return document.activeElement.classList.contains('row')")


@pytest.mark.parametrize(("name", "begins"), [("map.png", b"\x89PNG\r\n\x1a\n"), ("incidents.csv", b"")])
def test_what_is_shown_can_be_saved(opened, downloads, name, begins):
    firefox = opened()
    firefox.click("#tab-about")
    firefox.run("[...document.querySelectorAll('button')].find((b) => b.innerText === arguments[0]).click()", name)
    deadline = time.monotonic() + PATIENCE_S
    while not ((file := downloads / name).exists() and file.stat().st_size > 0):
        assert time.monotonic() < deadline, f"{name} never came"
        time.sleep(0.05)
    assert file.read_bytes().startswith(begins)


def test_the_page_that_follows_reloads_itself_and_keeps_its_address(firefox, tmp_path):
    small = small_atlas()
    file = tmp_path / "map.html"
    file.write_text(page(Atlas(incidents=small.incidents[:3], readings=small.readings)), encoding="utf-8")
    with MapServer(file, lambda content, version: with_reload(content, version, address=CHANGES)) as server:
        firefox.open(f"{server.address}#q=azov")
        assert text(firefox, "#summary").startswith("3 incidents")
        file.write_text(page(small), encoding="utf-8")
        server.publish()
        firefox.until("return document.querySelector('#summary').innerText.startsWith('4 incidents')")
        firefox.until("return document.documentElement.dataset.ready === 'true'")
        assert address(firefox) == "#q=azov"
        firefox.open("about:blank", ready=False)
