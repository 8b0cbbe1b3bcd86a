"""Articles from files and folders; what cannot be read costs itself and nothing else."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from geo.errors import ArticleError
from geo.files.feeds import read_feed
from geo.files.html import read_html
from geo.files.jsonlines import parse_line, read_lines
from geo.files.markdown import read_markdown
from geo.files.plain import read_plain
from geo.model.reading import Failure
from geo.model.text import Article

__all__ = ["MAX_FILE_BYTES", "SUFFIXES", "parse_line", "read_articles"]

_ONE_ARTICLE = {".txt": read_plain, ".md": read_markdown, ".html": read_html, ".htm": read_html}
_FEEDS = frozenset({".xml", ".rss", ".atom"})
#: Suffixes of the files that are read, in the order a reader should hear of them.
SUFFIXES = (*_ONE_ARTICLE, ".jsonl", *sorted(_FEEDS))
#: Largest file that is read at once, in bytes; JSON Lines are read line by line and have no limit.
MAX_FILE_BYTES = 32_000_000


def read_articles(paths: Iterable[Path]) -> Iterator[Article | Failure]:
    """Every article below the given files and folders, in order; folders sorted, hidden files left out.

    An article's id is what its file says, else the file's path below the given
    folder without its suffix. Ids are unique: of two files ``a.html`` and
    ``a.txt`` the second is ``a.txt``, and of two lines that claim one id the
    second bears a hash of its text behind the id.
    """
    ids = _Ids()
    seen: set[Path] = set()
    for given in paths:
        for path, name in _files(given):
            if isinstance(name, Failure):
                yield name
            elif (resolved := path.resolve()) not in seen:
                seen.add(resolved)
                yield from (ids.unique(found, path) for found in _read(path, name))


def _files(given: Path) -> Iterator[tuple[Path, str | Failure]]:
    """Files to read, each with the name its article bears, or the failure to find any."""
    if not given.exists():
        yield given, Failure(where=str(given), why="no such file or folder")
        return
    if not given.is_dir():
        yield given, given.stem
        return
    closed: list[OSError] = []
    below = sorted(_below(given, closed), key=lambda path: path.relative_to(given).parts)
    for error in closed:
        yield given, Failure(where=str(error.filename), why=f"cannot be listed: {error.strerror}")
    for path in below:
        yield path, path.relative_to(given).with_suffix("").as_posix()
    if not below and not closed:
        yield given, Failure(where=str(given), why=f"no articles in this folder ({', '.join(SUFFIXES)})")


def _below(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files of a folder and its folders; folders that cannot be listed are added to ``closed``."""
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _read(path: Path, name: str) -> Iterator[Article | Failure]:
    """The articles of one file, each with the path it was read from."""
    try:
        for found in _parsed(path, name):
            yield replace(found, path=str(path)) if isinstance(found, Article) else found
    except ArticleError as error:
        yield Failure(where=str(path), why=str(error))
    except OSError as error:
        yield Failure(where=str(path), why=f"cannot be read: {error.strerror or error}")


def _parsed(path: Path, name: str) -> Iterator[Article | Failure]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ArticleError(f"not a kind of file that is read ({', '.join(SUFFIXES)})")
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
        yield from read_feed(data, path=str(path), name=name)
    else:
        yield _ONE_ARTICLE[suffix](data, name=name)


class _Ids:
    """Sees to it that no two articles of a run bear one id."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, found: Article | Failure, path: Path) -> Article | Failure:
        """The article under the first free name; a failure as it is."""
        if isinstance(found, Failure):
            return found
        name = next(name for name in _names(found, path) if name not in self._taken)
        self._taken.add(name)
        return found if name == found.id else replace(found, id=name)


def _names(article: Article, path: Path) -> Iterator[str]:
    """Names for an article, best first."""
    yield article.id
    if path.stem == article.id.rpartition("/")[2]:
        yield article.id + path.suffix
    digest = blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    yield f"{article.id}~{digest}"
    number = 2
    while True:
        yield f"{article.id}~{digest}-{number}"
        number += 1
