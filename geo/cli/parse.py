"""``geo parse``: articles in, one JSON object per article out, in input order."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from geo.cli.knowledge import make_engine, reader
from geo.cli.terminal import print_data, printable, remark
from geo.errors import ArticleError
from geo.files.articles import bounded_lines, parse_line, read_articles
from geo.files.records import encode_failure, encode_reading
from geo.model.reading import Failure, Reading
from geo.model.text import Article
from geo.protocols import Engine
from geo.settings import Settings

#: Articles handed to the engine at once: enough to keep workers busy, few enough to stream.
_BATCH = 256


def run_parse(paths: Sequence[Path], *, settings: Settings) -> int:
    """Write JSON Lines to stdout. Returns the exit code."""
    if Path("-") in paths:
        if len(paths) > 1:
            raise click.UsageError("'-' reads stdin and stands alone")
        items = _stdin()
    else:
        items = read_articles(paths)
    engine = make_engine(settings)
    seen = failed = 0
    for batch in _batches(items):
        for answer in _answers(batch, engine, settings):
            seen += 1
            failed += isinstance(answer, Failure)
            _write(answer)
    if not seen:
        raise ArticleError("no articles in " + ", ".join(map(str, paths)))
    return 1 if failed else 0


def _stdin() -> Iterator[Article | Failure]:
    """Bytes that are not UTF-8 cost their line, not the run."""
    for number, line in enumerate(bounded_lines(sys.stdin.buffer), 1):
        if line.strip():
            yield parse_line(line, number)


def _batches(items: Iterator[Article | Failure]) -> Iterator[list[Article | Failure]]:
    batch: list[Article | Failure] = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _answers(batch: Sequence[Article | Failure], engine: Engine, settings: Settings) -> Iterator[Reading | Failure]:
    """One answer per item, in order."""
    readings = engine.map(reader(settings), [item for item in batch if isinstance(item, Article)])
    for item in batch:
        yield item if isinstance(item, Failure) else next(readings)


def _write(answer: Reading | Failure) -> None:
    if isinstance(answer, Failure):
        remark(f"{printable(answer.where)}: {printable(answer.why)}")
        line = encode_failure(answer)
    else:
        line = encode_reading(answer)
    print_data(line.decode() + "\n")
