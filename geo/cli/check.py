"""``geo check``: every stated distance with its verdict, as a fact-checker would paste it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from geo.cli.knowledge import make_engine, reader
from geo.cli.terminal import console, plural, print_failures, printable, remark, with_progress
from geo.errors import ArticleError
from geo.files.articles import read_articles
from geo.files.tables import to_csv
from geo.model.distance import DistanceCheck, Verdict
from geo.model.reading import Failure, Reading
from geo.model.text import Article
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
    found = list(read_articles(paths))
    articles = [item for item in found if isinstance(item, Article)]
    failures = [item for item in found if isinstance(item, Failure)]
    if not articles:
        print_failures(failures)
        raise ArticleError("no articles in " + ", ".join(map(str, paths)))
    answers = make_engine(settings).map(reader(settings), articles)
    rows, verdicts = [], []
    for answer in with_progress(answers, total=len(articles), what="Reading articles"):
        if isinstance(answer, Failure):
            failures.append(answer)
            continue
        rows += list(_rows(answer))
        verdicts += [check.verdict for check in answer.checks]
    _WRITERS[form](rows)
    remark(f"{plural(len(rows), 'stated distance')} in {plural(len(articles), 'article')}")
    failed = print_failures(failures)
    return 1 if failed or (strict and Verdict.INCONSISTENT in verdicts) else 0


def _rows(reading: Reading) -> Iterator[dict[str, str]]:
    for check in reading.checks:
        yield {
            "statement": _statement(check, reading.article.text),
            "verdict": check.verdict.value,
            "measured": _km_and_miles(check.measured_m),
            "interval": _interval(check.measured_low_m, check.measured_high_m),
            "why": check.reason,
            "sentence": check.stated.sentence.of(reading.article.text),
            "article": reading.article.path or reading.article.id,
        }


def _statement(check: DistanceCheck, text: str) -> str:
    """The statement in one line, such as "Taganrog: about 24 miles from the Ukrainian border"."""
    stated = check.stated
    hedge = "" if stated.hedge == "exact" else stated.hedge.replace("_", " ") + " "
    subject = f"{stated.subject.text}: " if stated.subject and stated.subject.text else ""
    bearing = f" {stated.bearing}" if stated.bearing else ""
    reference = f" from {stated.reference.text}" if stated.reference and stated.reference.text else ""
    return f"{subject}{hedge}{stated.span.of(text)}{bearing}{reference}"


def _km_and_miles(metres: float | None) -> str:
    return "" if metres is None else f"{metres / 1000:.1f} km ({metres / 1609.344:.1f} mi)"


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low / 1000:.1f}-{high / 1000:.1f} km"


def _table(rows: Sequence[dict[str, str]]) -> None:
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


def _markdown(rows: Sequence[dict[str, str]]) -> None:
    lines = ["| " + " | ".join(_COLUMNS) + " |", "|" + " --- |" * len(_COLUMNS)]
    lines += ["| " + " | ".join(_cell(row[column]) for column in _COLUMNS) + " |" for row in rows]
    sys.stdout.write("\n".join(lines) + "\n")


def _cell(text: str) -> str:
    """Text that cannot leave its Markdown cell, nor become markup in it."""
    plain = printable(text)
    return "".join("\\" + c if c in "\\`*_[]<>|#!$" else c for c in plain)


def _csv(rows: Sequence[dict[str, str]]) -> None:
    sys.stdout.write(to_csv(_COLUMNS, rows))


def _json(rows: Sequence[dict[str, str]]) -> None:
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(list(rows)), indent=2).decode() + "\n")


_WRITERS = {"table": _table, "markdown": _markdown, "csv": _csv, "json": _json}
