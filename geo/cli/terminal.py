"""What people read in a terminal: printable text, progress, failures."""

import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

from geo.model.incident import When
from geo.model.reading import Failure

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

T = TypeVar("T")

#: Fewer articles than this are read before a progress bar could be seen.
PROGRESS_FROM = 20
#: Columns of a table that goes to a file or a pipe.
WIDTH_OF_A_FILE = 160
#: Columns of a terminal below which the rows of a table are told one below the other.
NARROW = 100
#: Columns of running text: wider lines are hard to read.
WIDTH_OF_TEXT = 80


def printable(text: str) -> str:
    """Text from outside on one line, without the control characters that steer a terminal."""
    return "".join(_printable(c) for c in " ".join(text.split()))


def _printable(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return "\N{REPLACEMENT CHARACTER}" if character not in ("\u200d", "\u200c", "\u00ad") else ""
    return character


def print_data(text: str) -> None:
    """Data on stdout: a file or pipe gets them as they are, a terminal without what could steer it."""
    if sys.stdout.isatty():
        text = "".join(c if c == "\n" else _printable(c) for c in text.replace("\r\n", "\n"))
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def remark(text: str) -> None:
    """One line on stderr."""
    click.echo(text, err=True)


def print_failures(failures: Iterable[Failure]) -> int:
    """One line each on stderr; returns how many there were."""
    count = 0
    for failure in failures:
        remark(f"{printable(failure.where)}: {printable(failure.why)}")
        count += 1
    return count


def print_unread(failures: Collection[Failure], *, written: str = "") -> int:
    """The same of articles, and in the end how many there were and what was ``written`` all the same."""
    count = print_failures(failures)
    if count:
        remark(f"{count:,} could not be read{written}")
    return count


def with_progress(items: Iterable[T], *, total: int, what: str) -> Iterator[T]:
    """The items, with a progress bar on stderr when it is a terminal and the work is long."""
    if total < PROGRESS_FROM or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=total, label=what, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def told_date(when: When) -> str:
    """A date as far as the text fixes it: "2023-07-28", "2023-07", "2023", "date unknown"."""
    if when.date is None:
        return "date unknown"
    length = {"year": 4, "month": 7}.get(when.precision, 10)
    return when.date.isoformat()[:length]


def is_narrow() -> bool:
    """Whether a terminal is too narrow for a table."""
    return sys.stdout.isatty() and console().width < NARROW


def console() -> "Console":
    """Stdout for tables: as wide as the terminal, or wide enough for any row of a file."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)


class Page:
    """Stdout for running text: lines of at most 80 columns, colours only where it is a terminal."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(highlight=False)
        self._width = min(self._console.width, WIDTH_OF_TEXT) if sys.stdout.isatty() else WIDTH_OF_TEXT

    def say(self, *parts: "str | tuple[str, str] | Text", first: str = "", label: str = "") -> None:
        """One paragraph of texts, plain or with a style.

        ``first`` opens it and its other lines stand below its end; ``label`` is the bold part of ``first``.
        """
        from rich.cells import cell_len
        from rich.text import Text

        lines = Text.assemble(*parts).wrap(self._console, self._width - cell_len(first))
        for number, line in enumerate(lines or [Text()]):
            shown = Text(" " * cell_len(first)) if number else Text.assemble((label, "bold"), first[len(label) :])
            shown.append_text(line)
            shown.rstrip()
            self._console.print(shown, soft_wrap=True)

    def blank(self) -> None:
        """An empty line."""
        self._console.print()


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 article", "2 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
