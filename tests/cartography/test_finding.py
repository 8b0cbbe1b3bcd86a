"""Finding things: filters, dates, search, links, files; in Chromium."""

import csv
import dataclasses
import datetime as dt
import io
import json
import struct

import pytest
from playwright.sync_api import expect

from geo.model.incident import Role, When
from geo.model.place import LatLon
from geo.model.reading import Atlas
from tests.cartography.factories import AZOV_TOWN, TAGANROG, incident, page, port_report, small_atlas

pytestmark = pytest.mark.browser


def crowded_atlas(size: int = 60) -> Atlas:
    """Many incidents over two months in two towns: each town is one spot."""
    small = small_atlas()
    incidents = []
    for n in range(size):
        told = dataclasses.replace(
            port_report(),
            place=TAGANROG if n % 3 else AZOV_TOWN,
            when=When(date=dt.date(2023, 7, 1) + dt.timedelta(days=n), precision="day"),
        )
        incidents.append(incident(f"n{n:03}", told))
    return Atlas(incidents=tuple(incidents), readings=small.readings)


def shown(opened) -> int:
    return int(opened.page.locator("#count").inner_text().split()[0])


def test_a_facet_filters_list_and_map_and_counts_what_each_value_would_show(open_page):
    opened = open_page(page())
    opened.page.locator("#facets summary").first.click()
    explosion = opened.page.get_by_role("checkbox", name="explosion 2")
    explosion.check()
    assert shown(opened) == 2
    assert opened.page.locator(".pin.incident").count() == 2
    assert opened.page.locator(".row").count() == 2
    assert opened.page.get_by_role("checkbox", name="accident 1").is_visible(), "its own facet does not narrow it"
    assert "type=explosion" in opened.page.url
    opened.page.locator("#reset").click()
    assert shown(opened) == 4


def test_figures_that_differ_can_be_asked_for(open_page):
    opened = open_page(page(), address="#casualties=differ")
    assert shown(opened) == 1
    assert opened.page.locator(".row-title").inner_text() == "Taganrog"


def test_search_looks_into_quotes_titles_and_places(open_page):
    opened = open_page(page())
    for query, found in (("residents heard", 1), ("day in brief", 2), ("azov", 1), ("nothing like it", 0)):
        opened.page.locator("#query").fill(query)
        opened.page.wait_for_function(
            "n => document.querySelector('#count').textContent.startsWith(n + ' ')", arg=str(found)
        )
        assert opened.page.locator(".row").count() == found, query


@pytest.mark.parametrize("query", ["Kyiv", "Kiev", "Київ", "киев", "KYIV"])
def test_search_finds_a_place_by_its_other_spellings(open_page, query):
    atlas = small_atlas()
    first, *rest = atlas.incidents
    capital = dataclasses.replace(first.place, name="Kyïv", admin1="Kyiv City")
    opened = open_page(page(dataclasses.replace(atlas, incidents=(dataclasses.replace(first, place=capital), *rest))))
    opened.page.locator("#query").fill(query)
    expect(opened.page.locator("#count")).to_have_text("1 of 4 incidents")


def test_the_date_handles_filter_with_the_keyboard(open_page):
    opened = open_page(page(crowded_atlas()))
    assert shown(opened) == 60
    opened.page.get_by_label("From").focus()
    for _ in range(10):
        opened.page.keyboard.press("ArrowRight")
    assert shown(opened) == 50
    assert "from=2023-07-11" in opened.page.url


def test_playing_shows_one_day_after_another_and_can_be_paused(open_page):
    opened = open_page(page(crowded_atlas(5)))
    opened.page.get_by_role("button", name="Play through time").click()
    expect(opened.page.locator("#count")).to_have_text("1 of 5 incidents")
    expect(opened.page.locator(".range-text")).to_have_text("2 Jul 2023", timeout=10_000)
    opened.page.get_by_role("button", name="Pause").click()
    paused = opened.page.locator(".range-text").inner_text()
    opened.page.wait_for_timeout(1200)
    assert opened.page.locator(".range-text").inner_text() == paused


def test_a_group_at_one_spot_fans_out_or_is_listed(open_page):
    opened = open_page(page(crowded_atlas()), address="#map=10/47.2/39.1&from=2023-07-01&to=2023-07-30")
    groups = opened.page.locator(".pin.group")
    assert sorted(groups.all_inner_texts()) == ["10", "20"]
    groups.filter(has_text="10").click()
    assert opened.page.locator(".pin.incident").count() == 10
    opened.page.locator(".pin.incident").nth(3).click()
    opened.page.locator(".card").wait_for()


def test_too_many_at_one_spot_are_listed_in_a_card(open_page):
    opened = open_page(page(crowded_atlas()), address="#map=10/47.2/39.1")
    opened.page.locator(".pin.group", has_text="40").click()
    assert opened.page.locator(".group-card .row").count() == 40
    opened.page.locator(".group-card .row").first.click()
    opened.page.locator(".card[data-incident]").wait_for()
    assert "Taganrog" in opened.page.locator("#card-title").inner_text()


def test_a_link_opens_the_same_view_filter_and_card(open_page):
    first = open_page(page())
    first.page.locator('.row[data-incident="20230728-azov"]').click()
    first.page.locator(".card").wait_for()
    address = first.page.url.split("#")[1]
    assert "id=20230728-azov" in address
    again = open_page(page(), address=f"#{address}&type=strategic+development")
    assert "Azov" in again.page.locator("#card-title").inner_text()
    assert shown(again) == 1


def test_nonsense_in_the_address_is_ignored(open_page):
    opened = open_page(page(), address="#id=nobody&from=soon&type=magic&map=x/y&tab=0&publisher=%3Cb%3E")
    assert shown(opened) == 4
    assert opened.errors == []


def test_only_what_is_in_view_is_in_the_document(open_page):
    opened = open_page(page(crowded_atlas(1500)))
    assert opened.page.locator(".row").count() < 30
    assert opened.page.locator(".pin").count() < 60
    opened.page.locator(".row").first.focus()
    opened.page.keyboard.press("End")
    row = opened.page.evaluate("document.activeElement.closest('[role=listitem]').getAttribute('aria-posinset')")
    assert row == "1500"


def test_downloads_hold_what_the_filter_shows(open_page):
    opened = open_page(page(), address="#type=explosion&tab=about")
    texts = {}
    for name in ("incidents.csv", "incidents.geojson"):
        with opened.page.expect_download() as download:
            opened.page.get_by_role("button", name=name).click()
        texts[name] = download.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(texts["incidents.csv"])))
    assert [r["id"] for r in rows] == ["20230728-taganrog", "20230727-luhansk"]
    assert (rows[0]["injured_low"], rows[0]["injured_high"]) == ("4", "14")
    features = json.loads(texts["incidents.geojson"])["features"]
    assert features[0]["geometry"]["coordinates"] == [38.9053, 47.23627]


def test_the_view_can_be_had_as_a_picture(open_page):
    opened = open_page(page(), address="#tab=about")
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name="map.png").click()
    picture = download.value.path().read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000, "an empty canvas is smaller"
    width, height = struct.unpack(">II", picture[16:24])
    shown_size = opened.page.locator("#map_incidents").bounding_box()
    assert width == 2 * shown_size["width"]
    assert height >= 2 * shown_size["height"] + 200, "the legend stands below the map"
    assert opened.errors == []


def test_ukrainian_is_a_language_of_the_page(open_page):
    opened = open_page(page(), address="#lang=uk")
    assert opened.page.locator("h1").inner_text() == "Мапа подій"
    assert opened.page.evaluate("document.documentElement.lang") == "uk"
    assert opened.page.locator("#count").inner_text() == "4 події, 1 не на мапі"


def test_embedded_the_map_stands_alone(open_page):
    opened = open_page(page(), address="?embed")
    assert not opened.page.locator(".panel").is_visible()
    opened.page.locator('.pin[data-incident="20230728-azov"]').click()
    opened.page.locator(".card").wait_for()


def test_hovering_a_row_shows_its_marker(open_page):
    opened = open_page(page())
    opened.page.locator('.row[data-incident="20230728-azov"]').hover()
    assert "hovered" in (opened.page.locator('.pin[data-incident="20230728-azov"]').get_attribute("class") or "")


def test_hovering_a_row_shows_the_group_that_holds_it(open_page):
    opened = open_page(page(crowded_atlas()), address="#map=10/47.2/39.1")
    opened.page.locator('.row[data-incident="n059"]').hover()
    expect(opened.page.locator(".pin.group.hovered")).to_have_text(["40"])


def test_all_incidents_are_on_the_printed_map(open_page):
    atlas = small_atlas()
    far = [
        dataclasses.replace(atlas.incidents[0], id=f"far{lon}", at=LatLon(lat=10.0, lon=lon)) for lon in (-120.0, 140.0)
    ]
    opened = open_page(page(dataclasses.replace(atlas, incidents=(*atlas.incidents, *far))), width=1600, height=900)
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    sheet = opened.page.locator("#map_incidents").bounding_box()
    for pin in opened.page.locator(".pin.incident, .pin.group").all():
        box = pin.bounding_box()
        assert sheet["x"] <= box["x"]
        assert box["x"] + box["width"] <= sheet["x"] + sheet["width"]
    assert opened.page.locator('.pin.incident[data-incident^="far"]').count() == 2


def test_print_shows_map_list_and_panels(open_page):
    opened = open_page(page())
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".printed li").count() == 4
    assert opened.page.locator(".legend-on-paper .legend-entry").first.is_visible()
    assert not opened.page.locator(".leaflet-control.legend").is_visible(), "it would cover the map"
    assert opened.page.locator("#view-about").is_visible()
    assert not opened.page.locator("#list").is_visible()
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator(".printed").count() == 0


def test_printing_that_ends_without_a_beginning_leaves_the_view(open_page):
    opened = open_page(page())
    view = "[map_incidents.getZoom(), map_incidents.getCenter().lat, map_incidents.getCenter().lng]"
    before = opened.page.evaluate(view)
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.page.evaluate(view) == before
    assert opened.errors == []


def test_a_range_of_dates_ends_with_the_data_and_says_how_many_have_no_date(open_page):
    atlas = crowded_atlas(200)
    undated = dataclasses.replace(atlas.incidents[0], id="undated", when=When(date=None, precision="none"))
    opened = open_page(page(dataclasses.replace(atlas, incidents=(*atlas.incidents, undated))))
    row = opened.page.locator(".range-row")
    assert "1 Jul 2023 – 16 Jan 2024" in row.inner_text()
    assert "1 undated" in row.inner_text()
    opened.page.get_by_label("From").press("ArrowRight")
    assert "1 undated left out" in row.inner_text()
    assert "to=2024-01-16" in opened.page.url


def test_the_list_can_begin_with_the_most_casualties(open_page):
    opened = open_page(page())
    opened.page.get_by_label("Order").select_option("casualties")
    titles = opened.page.locator(".row-title").all_inner_texts()
    assert titles[:2] == ["Luhansk Oblast", "Taganrog"]
    assert "order=casualties" in opened.page.url
    again = open_page(page(), address="#order=casualties")
    assert again.page.locator(".row-title").all_inner_texts() == titles


def test_what_is_only_recalled_is_quiet_and_can_be_left_out(open_page):
    atlas = small_atlas()
    recalled = dataclasses.replace(atlas.incidents[0], id="recalled", role=Role.BACKGROUND)
    opened = open_page(page(dataclasses.replace(atlas, incidents=(*atlas.incidents, recalled))))
    quiet, loud = (opened.page.locator(f'.row[data-incident="{i}"]') for i in ("recalled", "20230728-taganrog"))
    assert "background" in quiet.inner_text()
    weight = "node => getComputedStyle(node.querySelector('.row-title')).fontWeight"
    assert int(quiet.evaluate(weight)) < int(loud.evaluate(weight))
    opened.page.locator("#facets summary").first.click()
    opened.page.get_by_role("checkbox", name="News of the articles 4").check()
    assert shown(opened) == 4
    assert "role=main" in opened.page.url


def test_the_count_says_how_many_are_not_on_the_map(open_page):
    assert open_page(page()).page.locator("#count").inner_text() == "4 incidents, 1 not on the map"


def test_an_empty_list_says_why_and_what_can_be_done(open_page):
    opened = open_page(page(), address="#q=nothing+like+it")
    assert "Nothing answers these filters." in opened.page.locator("#list").inner_text()
    opened.page.locator("#list").get_by_role("button", name="Clear filters").click()
    opened.page.locator(".row").nth(3).wait_for()
    empty = open_page(page(dataclasses.replace(small_atlas(), incidents=())))
    assert "No incident was found in 3 articles." in empty.page.locator("#list").inner_text()
    assert not empty.page.locator("#query").is_visible()
    empty.page.get_by_role("button", name="What was read").click()
    assert "not JSON" in empty.page.locator("#view-about").inner_text()
    assert empty.errors == []


def test_the_first_view_is_where_most_are_and_counts_the_others(open_page):
    atlas = crowded_atlas()
    far = dataclasses.replace(atlas.incidents[0], id="far", at=LatLon(lat=-33.0, lon=151.0))
    opened = open_page(page(dataclasses.replace(atlas, incidents=(*atlas.incidents, far))))
    assert opened.page.evaluate("map_incidents.getZoom()") > 6
    opened.page.get_by_role("button", name="1 incident lies far away: show all").click()
    expect(opened.page.locator('.pin.incident[data-incident="far"]')).to_be_visible()
    assert opened.page.locator(".far").count() == 0


def test_the_world_is_not_shown_twice(open_page):
    atlas = small_atlas()
    far = [
        dataclasses.replace(atlas.incidents[0], id=f"far{lon}", at=LatLon(lat=0.0, lon=lon)) for lon in (-170.0, 170.0)
    ]
    opened = open_page(page(dataclasses.replace(atlas, incidents=(*atlas.incidents, *far))))
    bounds = opened.page.evaluate("[map_incidents.getBounds().getWest(), map_incidents.getBounds().getEast()]")
    assert bounds[1] - bounds[0] <= 360
