"""Readings kept between runs, so that an unchanged article is not read again."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from tempfile import mkstemp

import msgspec

from geo.model.reading import Reading
from geo.model.text import Article

_DIGEST_BYTES = 16
_SUFFIX = ".reading"


class ReadingCache:
    """One file per article, in a folder named for the version of data, models and code.

    Several processes may use one folder: entries appear whole and are never
    changed. An entry that is damaged or cannot be read is no entry.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._root = folder
        self._folder = folder / blake2b(version.encode(), digest_size=8).hexdigest()
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Reading)
        #: Names of entries by article: a digest of ten thousand articles takes a fifth of a second.
        self._names: dict[Article, str] = {}

    def get(self, article: Article) -> Reading | None:
        """The Reading of an article of this content, or None.

        It carries the article as it is given, since a file may have moved.
        """
        reading = self._read(os.path.join(self._folder, self._name(article)))  # noqa: PTH118  see _read
        return None if reading is None else replace(reading, article=article)

    def readings(self) -> Iterator[Reading]:
        """Every Reading that is kept: those of the articles that ``prune`` was given last."""
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            reading = self._read(str(path))
            if reading is not None:
                yield reading

    def _read(self, path: str) -> Reading | None:
        try:
            with open(path, "rb") as file:  # noqa: PTH123  a Path for each of many thousands costs as much as reading
                entry = file.read()
        except OSError:
            return None
        digest, content = entry[:_DIGEST_BYTES], entry[_DIGEST_BYTES:]
        if _digest(content) != digest:
            return None
        try:
            return self._decoder.decode(content)
        except (msgspec.DecodeError, ValueError, RecursionError):
            return None

    def put(self, reading: Reading) -> Reading:
        """Keep a Reading; returns it as ``get`` will, without the candidates that were not chosen.

        Those are two thirds of its size, and what is drawn and written does not show them. A cache
        that cannot be written costs time, not the run.
        """
        kept = _without_candidates(reading)
        path = self._folder / self._name(kept.article)
        content = self._encoder.encode(kept)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(path, _digest(content) + content)
        return kept

    def prune(self, articles: Iterable[Article]) -> None:
        """Drop the entries of other versions and of articles that are not among these."""
        self._names = {article: self._name(article) for article in articles}
        kept = set(self._names.values())
        with contextlib.suppress(OSError):
            for folder in [entry for entry in os.scandir(self._root) if entry.is_dir()]:
                own = folder.name == self._folder.name
                for name in os.listdir(folder):  # noqa: PTH208  see _read
                    if _SUFFIX in name and not (own and name in kept):
                        Path(folder, name).unlink(missing_ok=True)
                if not own:
                    Path(folder).rmdir()

    def _name(self, article: Article) -> str:
        known = self._names.get(article)
        if known is not None:
            return known
        # not the path: a file that moved is the same article
        content = self._encoder.encode(replace(article, path=None))
        name = self._names[article] = _digest(content).hex() + _SUFFIX
        return name


def _without_candidates(reading: Reading) -> Reading:
    resolutions = tuple(replace(resolution, candidates=()) for resolution in reading.resolutions)
    return replace(reading, resolutions=resolutions)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST_BYTES).digest()


def _write(path: Path, entry: bytes) -> None:
    """Whole or not at all, but unlike an output not forced to the disk: damage is found on reading."""
    handle, name = mkstemp(prefix=path.stem, suffix=_SUFFIX + ".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(entry)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
