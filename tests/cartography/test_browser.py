"""The page in Chromium, opened from disk."""

import datetime as dt
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from geo.model.incident import When
from geo.model.place import Feature
from tests.cartography.factories import PORT, page, small_atlas, span_of

pytestmark = pytest.mark.browser


def axe_violations(opened) -> list[str]:
    found = Axe().run(opened.page).response["violations"]
    return [f"{v['id']}: {[n['html'][:90] for n in v['nodes'][:3]]}" for v in found]


def open_card(opened, incident: str = "20230728-taganrog"):
    opened.page.locator(f'.row[data-incident="{incident}"]').click()
    card = opened.page.locator(".card")
    card.wait_for()
    return card


def test_the_page_opens_without_a_request_or_an_error(open_page):
    opened = open_page(page())
    open_card(opened)
    assert opened.asked == []
    assert opened.errors == []


def test_every_placed_incident_has_a_marker_and_every_incident_a_row(open_page):
    opened = open_page(page())
    assert opened.page.locator(".pin.incident").count() == 3
    assert opened.page.locator(".row").count() == 4
    assert "not on the map" in opened.page.locator('.row[data-incident="20230725-unplaced"]').inner_text()


def test_heading_and_timeline_give_one_range_and_no_day_of_a_year(open_page):
    atlas = small_atlas()
    dated = [incident for incident in atlas.incidents if incident.when.date]
    when = When(date=dt.date(1999, 1, 1), date_to=dt.date(1999, 12, 31), precision="year", text="1999")
    recalled = replace(dated[0], id="recalled", when=when)
    opened = open_page(page(replace(atlas, incidents=(*atlas.incidents, recalled))))
    assert opened.page.locator("#summary").inner_text().endswith(" · 1999 – 28 Jul 2023")
    assert opened.page.locator(".range-text").inner_text() == "1999 – 28 Jul 2023"
    assert "1999" in opened.page.locator('.row[data-incident="recalled"]').inner_text()


def test_what_lies_long_before_all_others_shares_the_first_bar(open_page):
    atlas = small_atlas()
    recalled = replace(atlas.incidents[0], id="recalled", when=When(date=dt.date(1999, 5, 4), precision="day"))
    twin = replace(atlas.incidents[0], id="twin")
    opened = open_page(page(replace(atlas, incidents=(*atlas.incidents, twin, recalled))))
    assert opened.page.locator(".bar").count() == 4, "25 to 28 July"
    expect(opened.page.locator(".bar").first).to_contain_class("earlier")
    opened.page.get_by_label("To", exact=True).focus()
    for _ in range(3):
        opened.page.keyboard.press("ArrowLeft")
    assert opened.page.locator(".range-text").inner_text() == "4 May 1999 – 25 Jul 2023"
    assert opened.page.locator(".row").count() == 2


def test_a_row_tells_a_place_from_its_namesakes_and_who_reports(open_page):
    row = open_page(page()).page.locator('.row[data-incident="20230727-luhansk"]').inner_text()
    assert "Shelling · Ukraine" in row or "Missile strike · Ukraine" in row
    assert "Daily Ledger" in row


def test_a_country_is_named_once_and_as_the_map_names_it(open_page):
    atlas = small_atlas()
    first, *rest = atlas.incidents
    country = replace(first.place, name="Turkey", country="TR", admin1=None, feature=Feature.COUNTRY)
    given = page(replace(atlas, incidents=(replace(first, place=country), *rest)))
    card = open_card(open_page(given))
    assert card.locator(".facts dd").nth(1).locator("bdi").all_inner_texts() == ["Türkiye"]
    there = open_card(open_page(given, address="#lang=uk"))
    assert there.locator(".facts dd").nth(1).locator("bdi").all_inner_texts() == ["Туреччина"]


def test_one_distance_that_several_sentences_state_is_shown_once_with_all_of_them(open_page):
    atlas = small_atlas()
    first, *rest = atlas.readings
    again = replace(first.checks[0], stated=replace(first.checks[0].stated, sentence=span_of(PORT, "Governor Ivan")))
    opened = open_page(page(replace(atlas, readings=(replace(first, checks=(*first.checks, again)), *rest))))
    card = open_card(opened)
    assert card.locator(".check").count() == 1
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#tab-distances").inner_text() == "Distances 1"
    opened.page.locator("#tab-distances").click()
    assert opened.page.locator("#view-distances .check").count() == 1
    assert opened.page.locator("#view-distances blockquote").count() == 2


def test_on_a_phone_the_list_begins_in_view_and_every_view_at_its_beginning(open_page):
    opened = open_page(page(), width=360, height=740)
    box = opened.page.locator(".row").first.bounding_box()
    assert box["y"] + box["height"] <= 740
    assert not opened.page.locator("#histogram").is_visible()
    opened.page.locator("#facets summary").first.click()
    assert opened.page.locator("#histogram").is_visible()
    opened.page.locator("#facets summary").first.click()
    opened.page.evaluate("document.querySelector('#panel').scrollTop = 400")
    opened.page.locator("#tab-about").click()
    heading, tabs = (opened.page.locator(s).first.bounding_box() for s in ("#view-about h2", "#tabs"))
    assert heading["y"] >= tabs["y"] + tabs["height"]


def test_a_click_on_a_marker_opens_the_whole_card(open_page):
    opened = open_page(page())
    opened.page.locator('.pin[data-incident="20230728-taganrog"]').click()
    text = opened.page.locator(".leaflet-popup .card").inner_text()
    for words in (
        "Missile strike in Taganrog",
        "28 July 2023",
        "“Friday” in the text",
        "Rostov",
        "±\u00a06.4\u00a0km",
        "figures differ",
        "Governor Ivan Petrov",
        "14",
        "Health ministry",
        "Defense ministry → Ukraine",
        "An explosion shook the port of Taganrog",
        "Blast in Taganrog",
        "The Coast Wire",
        "29 Jul 2023",
        "stated about 24 mi, measured 26.6 mi (42.8 km)",
        "21.9–31.3 mi (35.3–50.3 km) given how wide the places are",
        "consistent",
        "Why is this dot here?",
        "it is the only place of that name in the gazetteer",
        "98 % sure",
        "same day, same town",
    ):
        assert words in text, words
    assert opened.page.locator(".card mark.mark-place").first.inner_text() == "Taganrog"
    assert opened.page.locator(".card a").first.get_attribute("href") == "https://example.org/blast"


def test_the_measured_line_is_labelled_and_ends_on_the_border(open_page):
    opened = open_page(page(), address="#map=10/47.25/38.6")
    assert opened.page.locator(".measure-label").inner_text().split("\n") == [
        "stated about 24 mi",
        "measured 26.6 mi (42.8 km)",
        "consistent",
    ]
    assert opened.page.locator("path.measure").count() == 1


def test_places_merely_mentioned_are_a_layer_that_can_be_hidden(open_page):
    opened = open_page(page())
    dots = opened.page.locator(".context-pin")
    assert dots.count() >= 1
    opened.page.locator(".context-pin[aria-label^=Bakhmut]").click()
    assert "no incident is reported here" in opened.page.locator(".card").inner_text()
    opened.page.keyboard.press("Escape")
    opened.page.get_by_label("Show places mentioned").uncheck()
    assert dots.count() == 0


def test_the_keyboard_goes_from_list_to_card_and_back(open_page):
    opened = open_page(page())
    opened.page.locator(".row").first.focus()
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    opened.page.locator(".card").wait_for()
    assert opened.page.evaluate("document.activeElement.id") == "card-title"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".card").count() == 0
    assert opened.page.evaluate("document.activeElement.dataset.incident") == "20230728-azov"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_load_nor_with_a_card(open_page, scheme, width):
    opened = open_page(page(), width=width, height=760, color_scheme=scheme)
    assert axe_violations(opened) == []
    opened.page.locator("#facets summary").first.click()
    assert axe_violations(opened) == []
    open_card(opened)
    assert axe_violations(opened) == []
    opened.page.keyboard.press("Escape")
    for tab in ("distances", "about"):
        opened.page.locator(f"#tab-{tab}").click()
        assert axe_violations(opened) == []


def test_the_panels_say_what_failed_and_whose_data_and_borders_these_are(open_page):
    opened = open_page(page())
    opened.page.locator("#tab-about").click()
    text = opened.page.locator("#view-about").inner_text()
    for words in ("seeds/broken.jsonl:3", "not JSON", "United Nations", "OpenStreetMap", "ODbL", "Leaflet", "0.1.0"):
        assert words in text, words
    assert "OpenStreetMap" in opened.page.locator(".credits").inner_text()
    opened.page.locator("#tab-distances").click()
    assert "stated about 24 mi" in opened.page.locator("#view-distances").inner_text()


def test_nothing_is_wider_than_a_phone(open_page):
    opened = open_page(page(), width=360, height=740, has_touch=True)
    opened.page.locator('.pin[data-incident="20230728-taganrog"]').tap()
    opened.page.locator(".sheet .card").wait_for()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.page.evaluate(
        "document.querySelector('.sheet').scrollWidth <= document.querySelector('.sheet').clientWidth"
    )


def test_the_card_of_every_incident_opens_clear_of_the_controls(open_page):
    opened = open_page(page())
    for incident in ("20230728-taganrog", "20230728-azov"):
        open_card(opened, incident)
        opened.page.wait_for_timeout(400)  # the map moves until the card fits
        card, zoom = (opened.page.locator(s).bounding_box() for s in (".leaflet-popup-content-wrapper", ".leaflet-bar"))
        assert card["x"] + card["width"] <= zoom["x"], f"{incident}: the card lies under the controls"
        opened.page.keyboard.press("Escape")


def test_the_label_of_a_measured_line_is_read_while_its_card_is_open(open_page):
    opened = open_page(page())
    open_card(opened)
    opened.page.wait_for_timeout(400)
    card, label = (opened.page.locator(s).bounding_box() for s in (".leaflet-popup-content-wrapper", ".measure-label"))
    assert card["y"] + card["height"] <= label["y"] or card["x"] >= label["x"] + label["width"]


def test_seas_are_named_in_italics_once_the_map_is_near_enough(open_page):
    opened = open_page(page())
    sea = opened.page.locator(".name-water")
    opened.page.evaluate("map_incidents.setView([45.9, 36.5], 6, { animate: false })")
    expect(sea).to_have_text(["Testing Sea"])
    expect(sea).to_have_css("font-style", "italic")
    opened.page.evaluate("map_incidents.setZoom(4, { animate: false })")
    expect(sea).to_have_count(0)


def test_countries_are_named_on_their_own_side_of_the_border(open_page):
    opened = open_page(page(), address="#map=8/47.6/38.9")
    names = opened.page.locator(".name-country")
    expect(names).to_have_count(2)
    left = {name.text_content(): name.bounding_box()["x"] for name in names.all()}
    assert left["Ukraine"] < left["Russia"], "the border runs between them"
    there = open_page(page(), address="#lang=uk&map=8/47.6/38.9").page.locator(".name-country")
    assert sorted(there.all_text_contents()) == ["Росія", "Україна"]


def test_a_card_that_goes_on_below_its_edge_says_so_until_its_end_is_seen(open_page):
    opened = open_page(page(), height=600)
    open_card(opened)
    scroller = opened.page.locator(".leaflet-popup-content")
    expect(scroller).to_contain_class("more-below")
    scroller.evaluate("node => { node.scrollTop = node.scrollHeight; }")
    expect(scroller).not_to_contain_class("more-below")


def test_the_legend_explains_each_sign_on_the_map_once_and_makes_room_for_a_card(open_page):
    opened = open_page(page())
    legend = opened.page.locator(".legend")
    entries = [entry.removeprefix("9").strip() for entry in legend.locator(".legend-entry").all_inner_texts()]
    assert sorted(entries) == sorted(set(entries))
    for words in (
        "Explosion",
        "Figures differ",
        "Region or country only",
        "Several incidents, by type",
        "Border, United Nations view",
    ):
        assert words in entries, words
    assert "Riot" not in entries
    assert "Recalled as background" not in entries, "nothing on this map is"
    open_card(opened)
    assert not legend.locator(".legend-entry").first.is_visible()
    opened.page.keyboard.press("Escape")
    assert legend.locator(".legend-entry").first.is_visible()


def test_the_label_of_a_measured_line_keeps_clear_of_the_legend(open_page):
    opened = open_page(page(), address="#map=9/47.4/39.0")
    opened.page.evaluate("map_incidents.fire('moveend')")
    label, legend = (opened.page.locator(s).bounding_box() for s in (".measure-label", ".legend"))
    beside = label["x"] >= legend["x"] + legend["width"]
    assert beside or label["y"] + label["height"] <= legend["y"]


def test_a_place_name_that_runs_right_to_left_stays_first(open_page):
    atlas = small_atlas()
    harbour = replace(atlas.incidents[1].place, name="المرفأ")
    first, second, *rest = atlas.incidents
    opened = open_page(page(replace(atlas, incidents=(first, replace(second, place=harbour), *rest))))
    card = open_card(opened, "20230728-azov")
    name, country = (card.locator(".facts bdi", has_text=words).bounding_box() for words in ("المرفأ", "Russia"))
    assert name["x"] < country["x"]


def test_the_map_does_not_fly_for_those_who_asked_for_less_motion(open_page):
    opened = open_page(page(), address="#map=6/47.3/38.9", reduced_motion="reduce")
    moved = """() => {
      const before = map_incidents.getCenter().lng;
      map_incidents.panBy([300, 0]);
      return map_incidents.getCenter().lng - before;
    }"""
    assert opened.page.evaluate(moved) > 1
    assert opened.page.evaluate("map_incidents.setZoom(8).getZoom()") == 8
    flying = open_page(page(), address="#map=6/47.3/38.9")
    assert flying.page.evaluate(moved) < 1


def test_groups_are_named_and_what_is_only_mentioned_is_the_weakest_thing_on_the_map(open_page):
    opened = open_page(page(), address="#map=5/47.6/37.5")
    expect(opened.page.locator(".name-group")).to_have_text(["Rostov"])
    group = opened.page.locator(".pin.group")
    assert group.get_attribute("aria-label") == "2 incidents: Rostov"
    opened.page.evaluate("map_incidents.setView([47.6, 37.5], 7, { animate: false })")
    expect(opened.page.locator(".name-mention", has_text="Bakhmut")).to_be_visible()
    opened.page.evaluate("map_incidents.setView([47.6, 37.5], 4, { animate: false })")
    expect(opened.page.locator(".name-mention")).to_have_count(0)


def test_a_dot_of_a_mentioned_place_never_lies_on_a_marker(open_page):
    opened = open_page(page(), address="#map=3/47.6/37.5")
    expect(opened.page.locator(".pin.group")).to_have_count(1)
    bakhmut = opened.page.locator(".context-pin[aria-label^=Bakhmut]")
    expect(bakhmut).to_have_count(0)
    opened.page.evaluate("map_incidents.setView([47.6, 37.5], 7, { animate: false })")
    expect(bakhmut).to_have_count(1)


def test_a_single_incident_is_shown_with_its_surroundings(open_page):
    atlas = small_atlas()
    opened = open_page(page(replace(atlas, incidents=atlas.incidents[1:2], readings=atlas.readings[1:2])))
    assert opened.page.evaluate("map_incidents.getZoom()") == 8
    expect(opened.page.locator(".name-town", has_text="Rostov-on-Don")).to_be_visible()


def test_disputed_lines_are_dashed_and_no_other(open_page):
    opened = open_page(page())
    dashes = """async ([lat, lon]) => {
      const canvas = CanvasRenderingContext2D.prototype;
      const { stroke, moveTo } = canvas;
      let [begun, dashed] = [0, 0];
      canvas.moveTo = function (...at) { begun += 1; moveTo.apply(this, at); };
      canvas.stroke = function (...path) {
        if (this.getLineDash().length) dashed += begun;
        begun = 0;
        stroke.apply(this, path);
      };
      map_incidents.setView([lat, lon], 9, { animate: false });
      await new Promise((done) => setTimeout(done, 700));
      Object.assign(canvas, { stroke, moveTo });
      return dashed;
    }"""
    assert opened.page.evaluate(dashes, [46.1, 34.4]) > 0
    assert opened.page.evaluate(dashes, [49.6, 40.1]) == 0


def test_choosing_on_the_map_brings_the_row_into_view(open_page):
    atlas = small_atlas()
    many = [replace(atlas.incidents[3], id=f"n{k:02}") for k in range(40)]
    opened = open_page(page(replace(atlas, incidents=(*atlas.incidents, *many))))
    opened.page.evaluate("document.querySelector('#list').scrollTop = 2000")
    opened.page.locator('.pin[data-incident="20230728-azov"]').click()
    expect(opened.page.locator('.row[data-incident="20230728-azov"]')).to_be_in_viewport()
    expect(opened.page.locator(".row-holder.selected")).to_have_count(1)
