"""The two pictures of the README, taken of the built map.

    geo build && python docs/pictures.py [MAP]

Needs playwright and Chromium, as the tests do. MAP is ``maps/incidents.html`` by default. Writes
``map-desktop.png`` and ``map-phone-dark.png`` beside this file.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import FLAGS, chromium_path

FOLDER = Path(__file__).resolve().parent
#: The incident whose card is shown: the one whose distance the article states.
CHOSEN = "Taganrog"
#: Each picture stays below this, in bytes: the README is read over slow lines, too.
MOST_BYTES = 250_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One view of the map."""

    name: str
    #: Width and height of the window in pixels, and pixels of the picture to one of these.
    width: int
    height: int
    scale: float
    scheme: str


PICTURES = (
    Picture(name="map-desktop.png", width=1280, height=800, scale=1.25, scheme="light"),
    Picture(name="map-phone-dark.png", width=360, height=740, scale=1.75, scheme="dark"),
)


def taken(page: Page) -> bytes:
    """The window with the card of the chosen incident open."""
    page.locator(".row", has_text=CHOSEN).click()
    page.wait_for_selector(".card blockquote")
    page.wait_for_selector(".measure-label")
    page.wait_for_timeout(500)  # the map moves so that the card fits
    return page.screenshot()


def main() -> None:
    built = Path(sys.argv[1] if len(sys.argv) > 1 else "maps/incidents.html").resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        for picture in PICTURES:
            page = browser.new_page(
                viewport={"width": picture.width, "height": picture.height},
                device_scale_factor=picture.scale,
                color_scheme=picture.scheme,
                locale="en-GB",
            )
            page.goto(built.as_uri())
            page.wait_for_selector("html[data-ready]")
            data = taken(page)
            if len(data) > MOST_BYTES:
                sys.exit(f"{picture.name}: {len(data):,} bytes are more than {MOST_BYTES:,}")
            (FOLDER / picture.name).write_bytes(data)
        browser.close()


if __name__ == "__main__":
    main()
