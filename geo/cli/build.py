"""``geo build``: articles in, the map and its tables out, unchanged articles from the cache."""

import gc
import time
import webbrowser
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from geo.cartography.page import draw_map
from geo.cli.knowledge import make_engine, open_knowledge, reader, reading_version
from geo.cli.reading import find_articles
from geo.cli.terminal import plural, print_unread, printable, remark, told_date, with_progress
from geo.cli.wording import told_claims, told_kind, told_place
from geo.engines.serial import SerialEngine
from geo.errors import ArticleError
from geo.files.articles import Remembered
from geo.files.cache import ReadingCache
from geo.files.embedded import data_file
from geo.files.sources import read_sources
from geo.files.tables import write_tables
from geo.files.tiles import find_tiles
from geo.files.writing import make_folder, write_atomically
from geo.model.distance import Verdict
from geo.model.incident import KINDS, Incident, Role
from geo.model.provenance import TileSource
from geo.model.reading import Atlas, Failure, Reading
from geo.model.text import Article
from geo.pipeline import build
from geo.protocols import Engine
from geo.settings import Settings

#: What is written into the folder of the outputs.
MAP = "incidents.html"
OUTPUTS = (MAP, "incidents.csv", "incidents.geojson", "distances.csv", "report.json")
#: Rows of a list of the summary; the rest is on the map.
_ROWS = 12


def run_build(paths: Sequence[Path], out: Path, *, settings: Settings, fresh: bool, show: bool) -> int:
    """Read, fold, draw, write, tell, and show in the browser. Returns the exit code."""
    started = time.perf_counter()
    built = MapBuilder(paths, out, settings).first(fresh=fresh)
    tell_built(built, out, seconds=time.perf_counter() - started)
    if show:
        open_browser((out / MAP).absolute().as_uri())
    return 1 if print_unread(built.atlas.failures, written="; the map is written without them") else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What one build made of the articles."""

    atlas: Atlas
    #: Articles that were not read because an earlier build had read them; those it had skipped do not count.
    reused: int


class MapBuilder:
    """Builds the map of some paths, and again when they changed: what did not change is remembered."""

    def __init__(self, paths: Sequence[Path], out: Path, settings: Settings) -> None:
        self._paths, self._out, self._settings = paths, out, settings
        #: Files that are written, and therefore not read.
        self.outputs = frozenset((out / name).resolve() for name in OUTPUTS)
        self._tiles = find_tiles(settings.tiles) if settings.tiles is not None else None
        self._files: Remembered = {}
        self._readings: dict[str, Reading] = {}
        self._cache = ReadingCache(out / ".cache", reading_version(settings))

    def first(self, *, fresh: bool) -> Built:
        """Reads with the engine of the settings what earlier runs did not; all of it where it shall be fresh."""
        return self._build((lambda _: None) if fresh else self._cache.get, make_engine(self._settings))

    def again(self) -> Built:
        """Reads what changed in this process: a pool of others would start in the time that reads fifty articles."""
        return self._build(self._remembered, SerialEngine())

    def _remembered(self, article: Article) -> Reading | None:
        known = self._readings.get(article.id)
        return known if known is not None and known.article == article else self._cache.get(article)

    def _build(self, known: Callable[[Article], Reading | None], engine: Engine) -> Built:
        try:
            articles, failures = find_articles(self._paths, remembered=self._files, without=self.outputs)
        except ArticleError as error:
            raise ArticleError(f"{error}; nothing was written") from error
        make_folder(self._out)
        with _no_collector():
            readings = {article.id: reading for article in articles if (reading := known(article)) is not None}
        reused = sum(not reading.skipped for reading in readings.values())
        unread = [article for article in articles if article.id not in readings]
        answers = engine.map(reader(self._settings), unread) if unread else iter(())
        for answer in with_progress(answers, total=len(unread), what="Reading articles"):
            if isinstance(answer, Failure):
                failures.append(answer)
            else:
                readings[answer.article.id] = self._cache.put(answer)
        with _no_collector():
            atlas = build((readings[article.id] for article in articles if article.id in readings), failures)
            write_atlas(atlas, self._out, self._settings, self._tiles)
        self._readings = readings
        self._cache.prune(reading.article for reading in readings.values())
        return Built(atlas=atlas, reused=reused)


@contextmanager
def _no_collector() -> Iterator[None]:
    """No search for cycles meanwhile: Readings have none, and going through all of them takes a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def open_browser(address: str) -> None:
    """Have the browser of this machine show an address, or say which."""
    if not webbrowser.open(address):
        remark(f"no browser could be started; open {address} in one")


def write_atlas(atlas: Atlas, out: Path, settings: Settings, tiles: TileSource | None) -> None:
    """The map and every table, each replaced whole or not at all."""
    sources, program = read_sources(), version("incident-map")
    page = draw_map(
        atlas,
        boundaries=open_knowledge(settings).boundaries,
        basemap=data_file("basemap/world.json.gz").read_bytes(),
        credits=sources,
        worldview=settings.worldview,
        version=program,
        about={},
        tiles=tiles,
    )
    write_tables(atlas, out, credits=sources, version=program, worldview=settings.worldview)
    write_atomically(out / MAP, page)


def tell_built(built: Built, out: Path, *, seconds: float) -> None:
    """The summary, on stderr: data go to files, remarks to people."""
    atlas = built.atlas
    skipped = [reading for reading in atlas.readings if reading.skipped]
    remark(f"{told_articles(built)}, in {seconds:.1f} s")
    for reading in skipped[:_ROWS]:
        remark(f"  skipped {printable(_called(reading.article))}: {reading.skipped}")
    if len(skipped) > _ROWS:
        remark(f"  ... and {len(skipped) - _ROWS:,} more skipped; report.json names them")
    remark("")
    remark(told_incidents(atlas))
    ranked = sorted(atlas.incidents, key=_newest_first)
    for incident in ranked[:_ROWS]:
        remark("  " + _line(incident))
    if len(ranked) > _ROWS:
        recalled = sum(incident.role is Role.BACKGROUND for incident in ranked[_ROWS:])
        remark(
            f"  ... and {len(ranked) - _ROWS:,} more"
            + (f", {recalled:,} of them recalled" if recalled else "")
            + "; incidents.csv has all"
        )
    if any(incident.role is Role.BACKGROUND for incident in ranked):
        remark("  (recalled: told as background, such as an earlier attack, or only mentioned in passing)")
    remark("")
    remark(_verdicts(atlas))
    remark("")
    remark(f"Map     {out / MAP}  (one file; open it in any browser, also offline)")
    remark(f"Tables  {', '.join(str(out / n) for n in OUTPUTS[1:4])}")
    remark(f"Report  {out / 'report.json'}")


def told_articles(built: Built) -> str:
    """How many articles there are, and how many of them were read."""
    total = len(built.atlas.readings)
    skipped = sum(bool(reading.skipped) for reading in built.atlas.readings)
    read = f"{total - skipped - built.reused:,} read, {built.reused:,} unchanged"
    return f"{plural(total, 'article')}: {read}" + (f", {skipped:,} skipped" if skipped else "")


def told_incidents(atlas: Atlas) -> str:
    """How many incidents are on the map, and how many are not."""
    placed = sum(incident.at is not None for incident in atlas.incidents)
    return f"{plural(placed, 'incident')} on the map, {len(atlas.incidents) - placed} without a place"


def _called(article: Article) -> str:
    """The file, and the article where the file may hold several."""
    path = article.path or ""
    return (
        f"{path} ({article.id})" if path and not path.endswith((".txt", ".md", ".html", ".htm")) else path or article.id
    )


def _newest_first(incident: Incident) -> tuple[bool, bool, int]:
    """What is reported before what is recalled, dated before undated, late before early."""
    day = incident.when.date
    return incident.role is Role.BACKGROUND, day is None, -day.toordinal() if day else 0


def _line(incident: Incident) -> str:
    claims = [claim for report in incident.reports for claim in report.casualties]
    people = "; ".join(f"{kind}: {said}" for kind in KINDS if (said := told_claims(claims, kind)))
    what = f"{told_kind(incident)}, {told_place(incident.place, incident.geo_precision)}"
    recalled = "  (recalled)" if incident.role is Role.BACKGROUND else ""
    return f"{told_date(incident.when):<12} " + printable(what + (f"  [{people}]" if people else "") + recalled)


def _verdicts(atlas: Atlas) -> str:
    counts = Counter(check.verdict for reading in atlas.readings for check in reading.checks)
    said = ", ".join(f"{counts[verdict]} {verdict.replace('_', ' ')}" for verdict in Verdict if counts[verdict])
    return f"{plural(sum(counts.values()), 'stated distance')}" + (f": {said}" if said else "")
