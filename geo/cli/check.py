"""``geo check``: every stated distance with its verdict, as a fact-checker would paste it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from geo.cli.reading import read_paths
from geo.cli.terminal import Page, console, is_narrow, plural, print_data, print_unread, printable, remark
from geo.distances.disagree import find_disagreements
from geo.distances.reasons import point_name
from geo.files.tables import to_csv
from geo.model.distance import Anchor, DistanceCheck, Verdict
from geo.model.names import fold
from geo.model.place import Place
from geo.model.reading import Reading
from geo.settings import Settings

_COLUMNS = ("statement", "verdict", "measured", "interval", "why", "sentence", "article")
_STYLES = {
    Verdict.CONSISTENT: "green",
    Verdict.ROAD_PLAUSIBLE: "cyan",
    Verdict.INCONSISTENT: "bold red",
    Verdict.UNCHECKABLE: "dim",
}


def run_check(paths: Sequence[Path], form: str, *, settings: Settings, strict: bool) -> int:
    """Print the verdicts on stdout. Returns the exit code."""
    readings, failures = read_paths(paths, settings)
    rows = [row for reading in readings for row in _rows(reading)]
    verdicts = [check.verdict for reading in readings for check in reading.checks]
    _WRITERS[form](rows)
    remark(f"{plural(len(rows), 'stated distance')} in {plural(len(readings), 'article')}")
    for disagreement in find_disagreements((r.article, check) for r in readings for check in r.checks):
        remark(f"stated differently: {printable(disagreement.reason)}")
    failed = print_unread(failures)
    return 1 if failed or (strict and Verdict.INCONSISTENT in verdicts) else 0


def _rows(reading: Reading) -> Iterator[dict[str, str]]:
    for check in reading.checks:
        yield {
            "statement": told_statement(check, reading.article.text),
            "verdict": check.verdict.value,
            "measured": _km_and_miles(check.measured_m),
            "interval": _interval(check.measured_low_m, check.measured_high_m),
            "why": check.reason,
            "sentence": check.stated.sentence.of(reading.article.text),
            "article": reading.article.path or reading.article.id,
        }


def told_statement(check: DistanceCheck, text: str) -> str:
    """The statement in one line, such as "Taganrog: about 24 miles from the Ukrainian border"."""
    stated = check.stated
    hedge = "" if stated.hedge == "exact" else stated.hedge.replace("_", " ") + " "
    subject, reference = _named(stated.subject, check.subject_place), _named(stated.reference, check.reference_place)
    bearing = point_name(stated.bearing) if stated.bearing else ""
    where = f"{'of' if bearing else 'from'} {reference}" if reference else ""
    told = " ".join(filter(None, (f"{hedge}{stated.span.of(text)}", bearing, where)))
    return f"{subject}: {told}" if subject else told


def _named(anchor: Anchor | None, place: Place | None) -> str:
    """One end in the text's words, and the name of the place where they do not tell it: "the town (Koutiala)"."""
    words = anchor.text if anchor else ""
    if place is None or fold(place.name) in fold(words):
        return words
    return f"{words} ({place.name})" if words else place.name


def _km_and_miles(metres: float | None) -> str:
    return "" if metres is None else f"{metres / 1000:.1f} km ({metres / 1609.344:.1f} mi)"


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low / 1000:.1f}-{high / 1000:.1f} km"


def _table(rows: Sequence[dict[str, str]]) -> None:
    if is_narrow():
        _upright(rows)
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True, header_style="bold")
    for column in ("statement", "verdict", "measured", "why", "article"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(
            Text(printable(row["statement"])),
            Text(row["verdict"].replace("_", " "), style=_STYLES[Verdict(row["verdict"])]),
            Text(
                "\n".join(
                    part for part in (row["measured"], row["interval"] and row["interval"] + ", edge to edge") if part
                )
            ),
            Text(printable(row["why"])),
            Text(printable(row["article"])),
        )
    if rows:
        console().print(table)


def _upright(rows: Sequence[dict[str, str]]) -> None:
    """The same for a terminal too narrow for a table: each row's cells one below the other."""
    page = Page()
    for row in rows:
        for column in ("statement", "verdict", "measured", "interval", "why", "article"):
            if row[column]:
                cell = row[column].replace("_", " ") if column == "verdict" else row[column]
                page.say(printable(cell), first=f"{column:<11}", label=column)
        page.blank()


def _markdown(rows: Sequence[dict[str, str]]) -> None:
    lines = ["| " + " | ".join(_COLUMNS) + " |", "|" + " --- |" * len(_COLUMNS)]
    lines += ["| " + " | ".join(_cell(row[column]) for column in _COLUMNS) + " |" for row in rows]
    print_data("\n".join(lines) + "\n")


def _cell(text: str) -> str:
    """Text that cannot leave its Markdown cell, nor become markup in it."""
    plain = printable(text)
    return "".join("\\" + c if c in "\\`*_[]<>|#!$" else c for c in plain)


def _csv(rows: Sequence[dict[str, str]]) -> None:
    print_data(to_csv(_COLUMNS, rows))


def _json(rows: Sequence[dict[str, str]]) -> None:
    print_data(msgspec.json.format(msgspec.json.encode(list(rows)), indent=2).decode() + "\n")


_WRITERS = {"table": _table, "markdown": _markdown, "csv": _csv, "json": _json}
