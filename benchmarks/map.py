"""The map against plain folium: bytes, time to make, time to open, memory, and how it feels.

    python -m benchmarks.map [--sizes 10000,100000] [--skip naive,cluster] [--runs 5]

Plain folium is made lighter than it comes: without Bootstrap, icon fonts and their images, which are
two megabytes. Times are medians of several runs, the maps made and opened in turn, each in a browser of its own.
CPU is that of all processes of Chromium from the start of navigation: ``open`` until the second frame after the page
is ready, ``rest`` until all that follows is done, too, such as the painting of markers. The row "empty" is a page
with nothing on it: what any page costs.
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
#: Maps that take a minute to open are made and opened once.
ONCE = frozenset({"naive"})
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
    open_cpu_s: float
    rest_cpu_s: float
    open_wall_s: float
    heap_mb: float
    popup_ms: float
    filter_ms: float
    pan_p95_ms: float


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


def empty_page(_atlas: Atlas) -> str:
    return '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body></body></html>'


MAPS: dict[str, Callable[[Atlas], str]] = {
    "empty": empty_page,
    "ours": our_map,
    "cluster": fast_cluster_map,
    "naive": naive_map,
}


def measure(names: list[str], atlas: Atlas, folder: Path, runs: int) -> list[Row]:
    """One row per map, each figure the median of its runs; how a map feels in use is measured in its last run."""
    size = len(atlas.incidents)
    made = {name: _make(name, atlas, folder, runs) for name in names}
    opened: dict[str, list[Opened]] = {name: [] for name in names}
    for run in range(runs):
        for name in names:
            last = run == (0 if name in ONCE else runs - 1)
            if run == 0 or name not in ONCE:
                opened[name].append(_opened(made[name], in_use=last and name != "empty"))
    return [_row(made[name], size, opened[name]) for name in names]


@dataclass(slots=True, kw_only=True)
class Made:
    map: str
    path: Path
    incidents: int
    cpu_s: float


@dataclass(slots=True, kw_only=True)
class Opened:
    cpu_s: float
    rest_cpu_s: float
    wall_s: float
    heap_mb: float = float("nan")
    popup_ms: float = float("nan")
    filter_ms: float = float("nan")
    pan_p95_ms: float = float("nan")


def _make(name: str, atlas: Atlas, folder: Path, runs: int) -> Made:
    MAPS[name](invented_atlas(1))  # so that imports and first reads do not count
    times = []
    for _ in range(1 if name in ONCE else runs):
        start = time.process_time()
        text = MAPS[name](atlas)
        times.append(time.process_time() - start)
    path = folder / f"{name}-{len(atlas.incidents)}.html"
    path.write_text(text, encoding="utf-8")
    return Made(map=name, path=path, incidents=len(atlas.incidents), cpu_s=statistics.median(times))


def _opened(made: Made, *, in_use: bool) -> Opened:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(PATIENCE_MS)
        page.set_default_navigation_timeout(PATIENCE_MS)
        _wait_until_idle()
        result = _open(page, made)
        if in_use:
            _use(page, made, result)
        browser.close()
    return result


def _row(made: Made, size: int, opened: list[Opened]) -> Row:
    last = opened[-1]
    return Row(
        map=made.map,
        incidents=size,
        megabytes=made.path.stat().st_size / 1e6,
        generation_cpu_s=made.cpu_s,
        open_cpu_s=statistics.median(o.cpu_s for o in opened),
        rest_cpu_s=statistics.median(o.rest_cpu_s for o in opened),
        open_wall_s=statistics.median(o.wall_s for o in opened),
        heap_mb=last.heap_mb,
        popup_ms=last.popup_ms,
        filter_ms=last.filter_ms,
        pan_p95_ms=last.pan_p95_ms,
    )


def _wait_until_idle() -> None:
    """The browser's own start, half a second of CPU, is no part of opening a map."""
    last = -1.0
    while (now := _chromium_cpu_s()) - last > IDLE_CPU_S:
        last = now
        time.sleep(1)


def _open(page: Page, made: Made) -> Opened:
    before, start = _chromium_cpu_s(), time.perf_counter()
    page.goto(made.path.as_uri(), wait_until="load")
    if made.map == "ours":
        page.wait_for_selector("html[data-ready]")
    page.evaluate(_FRAMES)
    wall, opened = time.perf_counter() - start, _chromium_cpu_s()
    _wait_until_idle()
    return Opened(cpu_s=opened - before, rest_cpu_s=_chromium_cpu_s() - before, wall_s=wall)


def _use(page: Page, made: Made, row: Opened) -> None:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    row.heap_mb = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    if made.map != "naive" or made.incidents <= 1000:
        times = page.evaluate(_PAN)
        row.pan_p95_ms = statistics.quantiles(times, n=20)[-1]
    if made.map == "ours":
        row.filter_ms = _timed(page, _FILTER, None)
        _timed(page, _FILTER, None)
    if made.map == "ours":  # the others open where they are, too: the move to the incident is not the card
        _timed(page, _POPUP[made.map], _SHOWN[made.map])
        page.keyboard.press("Escape")
    row.popup_ms = _timed(page, _POPUP[made.map], _SHOWN[made.map])


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
    parser.add_argument("--runs", type=int, default=5)
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
            names = [n for n in MAPS if n not in skipped and (n != "naive" or size <= 10_000)]
            for row in map(asdict, measure(names, atlas, Path(folder), given.runs)):
                print(f"| {row['map']} | " + " | ".join(f"{row[c]:.4g}" for c in columns) + " |", flush=True)


if __name__ == "__main__":
    main()
