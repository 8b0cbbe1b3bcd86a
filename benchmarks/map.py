"""The map against plain folium: bytes, time to make, time to open, memory, and how it feels.

    python -m benchmarks.map [--sizes 10000,100000] [--skip naive,cluster]

Plain folium is made lighter than it comes: without Bootstrap, icon fonts and their images, which are
two megabytes. CPU is that of all processes of Chromium, from the start of navigation.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from benchmarks.map_atlas import invented_atlas
from benchmarks.map_plain import fast_cluster_map, naive_map, popup_html
from geo.cartography.page import draw_map
from geo.files.embedded import data_file, data_folder
from geo.files.sources import read_sources
from geo.gazetteer.boundaries import EmbeddedBoundaries, open_boundaries
from geo.model.reading import Atlas
from tests.browser import FLAGS, chromium_path

#: How long a page may take to open, in milliseconds.
PATIENCE_MS = 400_000
#: CPU that an idle browser takes in a second.
IDLE_CPU_S = 0.02
_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_PAN = """async () => {
  const map = window.map_incidents ?? Object.values(window).find(v => v instanceof L.Map), times = [];
  let last = performance.now();
  for (let k = 0; k < 60; k += 1) {
    map.panBy([k < 30 ? 12 : -12, 6], { animate: false });
    await new Promise(requestAnimationFrame);
    times.push(performance.now() - last);
    last = performance.now();
  }
  return times;
}"""
_POPUP = {
    "ours": "() => document.querySelector('.row').click()",
    "naive": "() => Object.values(window).find(v => v instanceof L.Marker).openPopup()",
    "cluster": """() => {
      const group = Object.values(window).find(v => v instanceof L.MarkerClusterGroup), one = group.getLayers()[0];
      L.popup().setLatLng(one.getLatLng()).setContent(one.getPopup().getContent()).openOn(group._map);
    }""",
}
_SHOWN = {"ours": ".card blockquote", "naive": ".leaflet-popup blockquote", "cluster": ".leaflet-popup blockquote"}
_FILTER = "() => { document.querySelector('#facets-body input').click() }"


@dataclass(slots=True, kw_only=True)
class Row:
    map: str
    incidents: int
    megabytes: float
    generation_cpu_s: float
    open_cpu_s: float = float("nan")
    open_wall_s: float = float("nan")
    heap_mb: float = float("nan")
    popup_ms: float = float("nan")
    filter_ms: float = float("nan")
    pan_p95_ms: float = float("nan")


@cache
def boundaries() -> EmbeddedBoundaries:
    """Open already when the second map is drawn, as under ``geo build --watch``."""
    return open_boundaries(data_folder() / "osm")


def our_map(atlas: Atlas) -> str:
    return draw_map(
        atlas,
        boundaries=boundaries(),
        basemap=data_file("basemap/world.json.gz").read_bytes(),
        credits=read_sources(),
        worldview="un",
        version="benchmark",
        about={},
    )


MAPS: dict[str, Callable[[Atlas], str]] = {"ours": our_map, "cluster": fast_cluster_map, "naive": naive_map}


def measure(name: str, atlas: Atlas, folder: Path) -> Row:
    size = len(atlas.incidents)
    MAPS[name](invented_atlas(1))  # so that imports and first reads do not count
    start = time.process_time()
    text = MAPS[name](atlas)
    generation = time.process_time() - start
    path = folder / f"{name}-{size}.html"
    path.write_text(text, encoding="utf-8")
    row = Row(map=name, incidents=size, megabytes=path.stat().st_size / 1e6, generation_cpu_s=generation)
    del text
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(PATIENCE_MS)
        page.set_default_navigation_timeout(PATIENCE_MS)
        _wait_until_idle()
        _open(page, path, row)
        _use(page, row)
        browser.close()
    return row


def _wait_until_idle() -> None:
    """The browser's own start, half a second of CPU, is no part of opening a map."""
    last = -1.0
    while (now := _chromium_cpu_s()) - last > IDLE_CPU_S:
        last = now
        time.sleep(1)


def _open(page: Page, path: Path, row: Row) -> None:
    before, start = _chromium_cpu_s(), time.perf_counter()
    page.goto(path.as_uri(), wait_until="load")
    if row.map == "ours":
        page.wait_for_selector("html[data-ready]")
    page.evaluate(_FRAMES)
    row.open_wall_s, row.open_cpu_s = time.perf_counter() - start, _chromium_cpu_s() - before


def _use(page: Page, row: Row) -> None:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    row.heap_mb = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    if row.map != "naive" or row.incidents <= 1000:
        times = page.evaluate(_PAN)
        row.pan_p95_ms = statistics.quantiles(times, n=20)[-1]
    if row.map == "ours":
        row.filter_ms = _timed(page, _FILTER, None)
        _timed(page, _FILTER, None)
    if row.map == "ours":  # the others open where they are, too: the move to the incident is not the card
        _timed(page, _POPUP[row.map], _SHOWN[row.map])
        page.keyboard.press("Escape")
    row.popup_ms = _timed(page, _POPUP[row.map], _SHOWN[row.map])


def _timed(page: Page, act: str, shown: str | None) -> float:
    """Milliseconds in the page from an act to the second frame after what it shows."""
    wait = f"while (!document.querySelector({shown!r})) await new Promise(requestAnimationFrame);" if shown else ""
    return float(
        page.evaluate(
            f"async () => {{ const start = performance.now(); ({act})(); {wait}"
            f" await ({_FRAMES})(); return performance.now() - start; }}"
        )
    )


def _chromium_cpu_s() -> float:
    total = 0.0
    for process in psutil.Process().children(recursive=True):
        try:
            if "chrom" in process.name():
                times = process.cpu_times()
                total += times.user + times.system
        except psutil.NoSuchProcess:
            continue
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--skip", default="", help="maps to leave out, as ours,cluster,naive")
    given = parser.parse_args()
    skipped = set(given.skip.split(","))
    columns = [name for name in Row.__dataclass_fields__ if name != "map"]
    print("| map | " + " | ".join(columns) + " |\n|---|" + "---:|" * len(columns))
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, given.sizes.split(",")):
            atlas = invented_atlas(size)
            readings = {r.article.id: r for r in atlas.readings}
            sample = [len(popup_html(i, readings[i.reports[0].article_id]).encode()) for i in atlas.incidents[:1000]]
            print(f"popup HTML: {statistics.mean(sample):.0f} B", file=sys.stderr)
            for name in MAPS:
                if name in skipped or (name == "naive" and size > 10_000):
                    continue
                row = asdict(measure(name, atlas, Path(folder)))
                print(f"| {row['map']} | " + " | ".join(f"{row[c]:.4g}" for c in columns) + " |", flush=True)


if __name__ == "__main__":
    main()
