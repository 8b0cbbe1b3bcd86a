"""``geo build``: articles in, the map and its tables out, unchanged articles from the cache."""

import time
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from geo.cartography.page import draw_map
from geo.cli.knowledge import make_engine, open_knowledge, reader, reading_version
from geo.cli.reading import find_articles
from geo.cli.terminal import plural, print_failures, printable, remark, told_date, with_progress
from geo.files.cache import ReadingCache
from geo.files.embedded import data_file
from geo.files.sources import read_sources
from geo.files.tables import write_tables
from geo.files.writing import make_folder, write_atomically
from geo.model.distance import Verdict
from geo.model.incident import Incident, Role
from geo.model.reading import Atlas, Failure, Reading
from geo.model.text import Article
from geo.pipeline import build
from geo.settings import Settings

#: Rows of the summary; the rest is on the map.
_ROWS = 12


def run_build(paths: Sequence[Path], out: Path, *, settings: Settings, fresh: bool) -> int:
    """Read, fold, draw, write, tell. Returns the exit code."""
    started = time.perf_counter()
    articles, failures = find_articles(paths)
    make_folder(out)
    cache = ReadingCache(out / ".cache", reading_version(settings))
    readings, reused, failed = _read(articles, cache, settings=settings, fresh=fresh)
    failures += failed
    atlas = build(readings, failures)
    write_atlas(atlas, out, settings)
    cache.prune(articles)
    _tell(atlas, out, reused=reused, seconds=time.perf_counter() - started)
    return 1 if print_failures(failures) else 0


def _read(
    articles: Sequence[Article], cache: ReadingCache, *, settings: Settings, fresh: bool
) -> tuple[list[Reading], int, list[Failure]]:
    """Every article's Reading, how many of them the cache gave, and what failed."""
    known = {} if fresh else {a.id: r for a in articles if (r := cache.get(a)) is not None}
    unread = [article for article in articles if article.id not in known]
    failed = []
    answers = make_engine(settings).map(reader(settings), unread) if unread else iter(())
    for answer in with_progress(answers, total=len(unread), what="Reading articles"):
        if isinstance(answer, Failure):
            failed.append(answer)
        else:
            known[answer.article.id] = cache.put(answer)
    return [known[a.id] for a in articles if a.id in known], len(articles) - len(unread), failed


def write_atlas(atlas: Atlas, out: Path, settings: Settings) -> None:
    """The map and every table, each replaced whole or not at all."""
    sources, program = read_sources(), version("incident-map")
    page = draw_map(
        atlas,
        boundaries=open_knowledge(settings).boundaries,
        basemap=data_file("basemap/world.json").read_bytes(),
        credits=sources,
        worldview=settings.worldview,
        version=program,
        about={},
    )
    write_tables(atlas, out, credits=sources, version=program, worldview=settings.worldview)
    write_atomically(out / "incidents.html", page)


def _tell(atlas: Atlas, out: Path, *, reused: int, seconds: float) -> None:
    """The summary, on stderr: data go to files, remarks to people."""
    total = len(atlas.readings)
    skipped = [reading for reading in atlas.readings if reading.skipped]
    remark(f"{plural(total, 'article')}: {total - reused} read, {reused} unchanged, in {seconds:.1f} s")
    for reading in skipped:
        remark(f"  skipped {printable(_called(reading.article))}: {reading.skipped}")
    placed = [incident for incident in atlas.incidents if incident.at is not None]
    remark("")
    remark(f"{plural(len(placed), 'incident')} on the map, {len(atlas.incidents) - len(placed)} without a place")
    for incident in atlas.incidents[:_ROWS]:
        remark("  " + _line(incident))
    if len(atlas.incidents) > _ROWS:
        remark(f"  ... and {len(atlas.incidents) - _ROWS:,} more")
    remark("")
    remark(_verdicts(atlas))
    remark("")
    remark(f"Map     {out / 'incidents.html'}  (one file; open it in any browser, also offline)")
    remark(f"Tables  {', '.join(str(out / n) for n in ('incidents.csv', 'incidents.geojson', 'distances.csv'))}")
    remark(f"Report  {out / 'report.json'}")


def _called(article: Article) -> str:
    """The file, and the article where the file may hold several."""
    path = article.path or ""
    return (
        f"{path} ({article.id})" if path and not path.endswith((".txt", ".md", ".html", ".htm")) else path or article.id
    )


def _line(incident: Incident) -> str:
    when = told_date(incident.when)
    where = "place unknown"
    if incident.place is not None:
        parts = (incident.place.name, incident.place.admin1, incident.place.country)
        near = "near " if incident.geo_precision == "near city" else ""
        where = near + ", ".join(part for part in parts if part)
    what = f"{incident.type}" + (f" ({incident.sub})" if incident.sub else "")
    people = "; ".join(f"{kind}: {said}" for kind in ("killed", "injured") if (said := _claimed(incident, kind)))
    recalled = "  (recalled)" if incident.role is Role.BACKGROUND else ""
    return f"{when:<12} " + printable(f"{what}, {where}" + (f"  [{people}]" if people else "") + recalled)


def _claimed(incident: Incident, kind: str) -> str:
    """The figures claimed, side by side: "4 or 14"."""
    claims = (claim for report in incident.reports for claim in report.casualties if claim.kind == kind)
    numbers = sorted({claim.n for claim in claims if claim.n is not None})
    return " or ".join(str(n) for n in numbers)


def _verdicts(atlas: Atlas) -> str:
    counts = Counter(check.verdict for reading in atlas.readings for check in reading.checks)
    said = ", ".join(f"{counts[verdict]} {verdict.replace('_', ' ')}" for verdict in Verdict if counts[verdict])
    return f"{plural(sum(counts.values()), 'stated distance')}" + (f": {said}" if said else "")
