"""Online tiles: offered only where the map was built with them, and asked for only when a reader says so."""

import base64
import http.server
import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from geo.cartography.assets import TILES, leaflet_script, script_hash
from geo.cartography.composition import known_script
from geo.model.provenance import TileSource
from tests.cartography.factories import page

#: One red pixel, which a browser stretches to a tile.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
ELSEWHERE = TileSource(
    name="Test.Tiles",
    url="https://tiles.example.org/{z}/{x}/{y}.png",
    attribution="© Test <b>Tilers</b> {{ 7*7 }} ${7*7}",
    min_zoom=0,
    max_zoom=9,
)


class TileServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    status = 200

    def __init__(self):
        self.asked = []
        super().__init__(("127.0.0.1", 0), TileHandler)

    @property
    def host(self):
        return f"127.0.0.1:{self.server_port}"


class TileHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("Referer")))
        self.send_response(self.server.status)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        if self.server.status == 200:
            self.wfile.write(PIXEL)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with TileServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def open_tiled(open_page, server):
    def opened(**options):
        tiles = replace(ELSEWHERE, url=f"http://{server.host}/{{z}}/{{x}}/{{y}}.png")
        return open_page(page(tiles=tiles), **options)

    return opened


def switch(opened):
    return opened.page.get_by_label("Show tiles of Test.Tiles")


def shown_tiles(opened):
    opened.page.locator("img.leaflet-tile-loaded").first.wait_for()
    expect(opened.page.locator("img.leaflet-tile:not(.leaflet-tile-loaded)")).to_have_count(0)
    return opened.page.locator("img.leaflet-tile-loaded")


def requests_so_far(opened, server):
    """What the page asked for, known once a request of the test's own, which comes behind all of it, was answered."""
    image = """(url) => new Promise((done, fail) => {
        const image = new Image();
        Object.assign(image, { onload: () => done(), onerror: fail, src: url });
    })"""
    mark = f"http://{server.host}/mark-{len(opened.requests)}.png"
    opened.page.evaluate(image, mark)
    return opened.asked[: opened.asked.index(mark)]


def rules(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html).group(1).replace("&#39;", "'")
    return dict(rule.strip().split(" ", 1) for rule in policy.split(";"))


def test_the_policy_gains_that_server_and_the_script_that_asks_it_and_nothing_else():
    plain, tiled = rules(page()), rules(page(tiles=ELSEWHERE))
    assert tiled.pop("img-src") == plain.pop("img-src") + " https://tiles.example.org"
    assert tiled.pop("script-src").split() == [script_hash(leaflet_script()), script_hash(known_script(TILES))]
    plain.pop("script-src")
    assert tiled == plain


def test_a_page_without_tiles_holds_nothing_of_them():
    html = page()
    for trace in ("L.tileLayer(", "with-tiles", 'id="tiles"', 'name="referrer"', "xyzservices"):
        assert trace not in html, trace
    tiled = page(tiles=ELSEWHERE)
    for trace in ("L.tileLayer(", "with-tiles", 'id="tiles"', '<meta name="referrer" content="no-referrer">'):
        assert trace in tiled, trace


@pytest.mark.browser
def test_no_server_is_asked_before_a_reader_switches_tiles_on_nor_after_they_are_off(open_tiled, server):
    opened = open_tiled()
    opened.page.evaluate("map_incidents.setZoom(7, { animate: false })")
    assert not switch(opened).is_checked()
    assert f"it tells {server.host} which part of the map you look at" in opened.page.locator(".legend").inner_text()
    assert requests_so_far(opened, server) == []
    mark = len(opened.asked)
    switch(opened).check()
    assert shown_tiles(opened).count() > 3
    assert {referrer for _, referrer in server.asked} == {None}
    assert len(server.asked) > mark
    assert all(re.fullmatch(r"/7/\d+/\d+\.png", path) for path, _ in server.asked[mark:])
    assert {url.split("/")[2] for url in opened.asked} == {server.host}
    switch(opened).uncheck()
    before = list(opened.asked)
    opened.page.evaluate("map_incidents.setView([10, 10], 5, { animate: false })")
    assert requests_so_far(opened, server) == before
    assert opened.page.locator("img.leaflet-tile").count() == 0
    assert opened.errors == []


@pytest.mark.browser
def test_who_made_the_tiles_is_said_while_they_are_shown_and_is_only_text(open_tiled):
    opened = open_tiled()
    credits = opened.page.locator(".credits")
    assert "Tilers" not in credits.inner_text()
    switch(opened).check()
    shown_tiles(opened)
    assert "Tiles: © Test <b>Tilers</b> {{ 7*7 }} ${7*7} · " in credits.inner_text()
    assert "OpenStreetMap" in credits.inner_text()
    switch(opened).uncheck()
    assert "Tilers" not in credits.inner_text()


@pytest.mark.browser
def test_the_borders_that_were_measured_to_are_drawn_over_the_tiles(open_tiled):
    opened = open_tiled()
    opened.page.evaluate("map_incidents.setView([47.5, 38.3], 9, { animate: false })")
    switch(opened).check()
    shown_tiles(opened)
    layers = opened.page.locator(".leaflet-tile-pane > .leaflet-layer").evaluate_all(
        """(layers) => layers.map((layer) => {
            const canvases = [...layer.querySelectorAll("canvas")];
            let [low, high] = [255, 0];
            for (const canvas of canvases) {
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                for (let k = 3; k < data.length; k += 4) {
                    low = Math.min(low, data[k]);
                    high = Math.max(high, data[k]);
                }
            }
            return [Number(layer.style.zIndex), layer.querySelectorAll("img").length > 0, low, high];
        }).sort((a, b) => a[0] - b[0])"""
    )
    own, tiles, borders = layers
    assert own[1:] == [False, 255, 255], "the map's own tiles cover everything"
    assert tiles[1]
    assert borders[1:] == [False, 0, 255], "lines on nothing"


@pytest.mark.browser
def test_tiles_are_off_in_what_a_link_or_a_reload_opens(open_tiled):
    opened = open_tiled()
    switch(opened).check()
    shown_tiles(opened)
    opened.page.evaluate("map_incidents.panBy([40, 0], { animate: false })")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]")
    assert not switch(opened).is_checked()
    assert opened.page.locator("img.leaflet-tile").count() == 0


@pytest.mark.browser
def test_tiles_that_do_not_come_leave_the_own_map_and_a_word(open_tiled, server):
    server.status = 503
    opened = open_tiled()
    switch(opened).check()
    opened.page.get_by_text("Some tiles did not come").wait_for()
    assert opened.page.locator("canvas.leaflet-tile").count() > 0
    assert opened.page.locator("img.leaflet-tile-loaded").count() == 0


@pytest.mark.browser
def test_a_picture_can_be_saved_with_tiles_on(open_tiled):
    opened = open_tiled()
    switch(opened).check()
    shown_tiles(opened)
    opened.page.locator("#tab-about").click()
    with opened.page.expect_download() as saved:
        opened.page.get_by_role("button", name="map.png").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert opened.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_with_the_switch_and_the_page_is_no_wider(open_tiled, width):
    opened = open_tiled(width=width, height=760)
    if width == 360:
        opened.page.locator(".legend summary").click()
    switch(opened).check()
    shown_tiles(opened)
    assert [violation["id"] for violation in Axe().run(opened.page).response["violations"]] == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.page.locator(".legend").bounding_box()["y"] >= 0


@pytest.mark.browser
def test_the_switch_speaks_ukrainian_too(open_tiled):
    opened = open_tiled(address="#lang=uk")
    assert opened.page.get_by_label("Показати тайли Test.Tiles").count() == 1
