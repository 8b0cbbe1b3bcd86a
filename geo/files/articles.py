"""Articles from files and folders; what cannot be read costs itself and nothing else."""

import errno
import os
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from itertools import count
from pathlib import Path

from geo.errors import ArticleError
from geo.files.feeds import read_feed
from geo.files.html import read_html
from geo.files.jsonlines import bounded_lines, parse_line, read_lines
from geo.files.markdown import read_markdown
from geo.files.naming import with_digest, without_surrogates, written_path
from geo.files.plain import read_plain
from geo.model.reading import Failure
from geo.model.text import Article

__all__ = [
    "MAX_FILE_BYTES",
    "MISSING",
    "SUFFIXES",
    "bounded_lines",
    "file_state",
    "files_below",
    "parse_line",
    "read_articles",
]

_ONE_ARTICLE = {".txt": read_plain, ".md": read_markdown, ".html": read_html, ".htm": read_html}
_FEEDS = frozenset({".xml", ".rss", ".atom"})
#: Suffixes of the files that are read, in the order a reader should hear of them.
SUFFIXES = (*_ONE_ARTICLE, ".jsonl", *sorted(_FEEDS))
#: Largest file that is read at once, in bytes; JSON Lines are read line by line and have no limit.
MAX_FILE_BYTES = 32_000_000

#: Why a path that is not there gives no articles.
MISSING = "no such file or folder"

#: What differs once a file was written again: times of change in ns, size in bytes, number on the disk.
FileState = tuple[int, int, int, int]
#: What each file held, and its state then.
Remembered = dict[Path, tuple[FileState | None, tuple[Article | Failure, ...]]]


def read_articles(
    paths: Iterable[Path], *, remembered: Remembered | None = None, without: Set[Path] = frozenset()
) -> Iterator[Article | Failure]:
    """Every article below the given files and folders, in order; folders sorted, hidden files left out.

    An article's id is what its file says, else the file's path below the given folder, without its suffix
    where that is ``.txt``; an entry of a file of many adds a hash of its text. So an id depends on no
    neighbour, neither file nor line. Of two articles that claim one id the second bears a hash of its text.

    What a file holds is put into ``remembered``, and taken from there while the file has not changed; what is
    remembered of any other file is forgotten at the end. The resolved paths ``without`` are no input.
    """
    ids = _Ids()
    met = set()
    seen = set(without)
    for given in paths:
        for path, name in _files(given):
            if isinstance(name, Failure):
                yield name
                continue
            try:
                resolved = path.resolve()
            except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
                yield Failure(where=written_path(path), why=_unreadable(error))
                continue
            if resolved not in seen:
                seen.add(resolved)
                met.add(path)
                found = _read(path, name) if remembered is None else _read_again(path, name, remembered)
                yield from map(ids.unique, found)
    if remembered is not None:
        for path in remembered.keys() - met:
            del remembered[path]


def file_state(path: Path) -> FileState | None:
    """The state of a file; None where there is none to be had."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError: a name no file can have
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _files(given: Path) -> Iterator[tuple[Path, str | Failure]]:
    """Files to read, each with the name its article bears, or the failure to find any."""
    try:
        there, folder = given.exists(), given.is_dir()
    except OSError as error:  # a name too long, a folder that may not be entered
        yield given, Failure(where=written_path(given), why=_unreadable(error))
        return
    if not there:
        yield given, Failure(where=written_path(given), why=MISSING)
        return
    if not folder:
        yield given, _name(Path(given.name))
        return
    closed: list[OSError] = []
    below = sorted(files_below(given, closed), key=lambda path: path.relative_to(given).parts)
    for left in closed:
        yield given, Failure(where=written_path(Path(left.filename)), why=f"cannot be listed: {left.strerror}")
    for path in below:
        yield path, _name(path.relative_to(given))
    if not below and not closed:
        yield given, Failure(where=written_path(given), why=f"no articles in this folder ({', '.join(SUFFIXES)})")


def _name(path: Path) -> str:
    """The name that an article bears whose file says none."""
    return written_path(path.with_suffix("") if path.suffix.lower() == ".txt" else path).replace(os.sep, "/")


def files_below(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files of a folder and its folders; folders that cannot be listed are added to ``closed``."""
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _read_again(path: Path, name: str, remembered: Remembered) -> tuple[Article | Failure, ...]:
    """The articles of one file, read only where it changed since they were remembered."""
    state = file_state(path)  # before reading: what is written meanwhile is then noticed the next time
    known = remembered.get(path)
    if known is None or state is None or known[0] != state:
        known = remembered[path] = (state, tuple(_read(path, name)))
    return known[1]


def _read(path: Path, name: str) -> Iterator[Article | Failure]:
    """The articles of one file, each with the path it was read from."""
    where = written_path(path)
    try:
        for found in _parsed(path, name):
            yield _writable(found, where) if isinstance(found, Article) else found
    except ArticleError as error:
        yield Failure(where=where, why=str(error))
    except OSError as error:
        yield Failure(where=where, why=_unreadable(error))


def _unreadable(error: OSError | RuntimeError) -> str:
    reason = error.strerror or str(error) if isinstance(error, OSError) else os.strerror(errno.ELOOP)
    return f"cannot be read: {reason}"


def _writable(article: Article, path: str) -> Article:
    """The article with its path, and without the half characters that escapes of YAML and XML can bring."""
    return replace(
        article,
        id=without_surrogates(article.id),
        text=without_surrogates(article.text),
        title=article.title and without_surrogates(article.title),
        url=article.url and without_surrogates(article.url),
        publisher=article.publisher and without_surrogates(article.publisher),
        path=path,
    )


def _parsed(path: Path, name: str) -> Iterator[Article | Failure]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ArticleError(f"not a kind of file that is read ({', '.join(SUFFIXES)}): save its text as .txt")
    size = path.stat().st_size
    if not path.is_file():
        raise ArticleError("not a regular file")
    if suffix == ".jsonl":
        yield from read_lines(path, name=name)
        return
    if size > MAX_FILE_BYTES:
        raise ArticleError(f"{size / 1e6:,.0f} MB are more than an article has (at most {MAX_FILE_BYTES / 1e6:.0f} MB)")
    data = path.read_bytes()
    if suffix in _FEEDS:
        yield from read_feed(data, path=written_path(path), name=name)
    else:
        yield _ONE_ARTICLE[suffix](data, name=name)


class _Ids:
    """Sees to it that no two articles of a run bear one id."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, found: Article | Failure) -> Article | Failure:
        """The article under the first free name; a failure as it is."""
        if isinstance(found, Failure):
            return found
        name = next(name for name in _names(found) if name not in self._taken)
        self._taken.add(name)
        return found if name == found.id else replace(found, id=name)


def _names(article: Article) -> Iterator[str]:
    """Names for an article, best first."""
    yield article.id
    marked = with_digest(article.id, article.text)
    yield marked
    yield from (f"{marked}-{number}" for number in count(2))
