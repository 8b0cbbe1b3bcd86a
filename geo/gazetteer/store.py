"""The embedded gazetteer: names and places mapped into memory, shared by every process that opens it."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import marisa_trie
import numpy as np

from geo.errors import DataError
from geo.gazetteer import layout
from geo.gazetteer.columns import Columns, read_columns
from geo.gazetteer.landforms import Landforms, read_landforms
from geo.gazetteer.spelling import alternate_class, feature_class, slavic_key, spellings, with_article
from geo.model.names import fold
from geo.model.place import Feature, LatLon, Place

#: How many surfaces and places stay read; a day of news names about 20,000.
_KEPT = 65_536
#: A degree of latitude is nowhere shorter than this on WGS 84, in metres.
_LEAST_DEGREE_M = 110_500.0


class EmbeddedGazetteer:
    """Names in, places out; fits geo.protocols.Gazetteer. Immutable but for what it remembers."""

    def __init__(
        self, folder: Path, names: marisa_trie.Trie, columns: Columns, landforms: Landforms, version: str
    ) -> None:
        self._folder = folder
        self._landforms = landforms
        self._key: Callable[..., int] = names.get
        self._keys_from: Callable[[str], Iterator[str]] = names.iterkeys
        self._columns = columns
        #: Changes whenever an embedded file of the gazetteer does.
        self.version = version
        self._place = lru_cache(_KEPT)(columns.place)
        self._places = lru_cache(_KEPT)(self._find)
        self._class = lru_cache(_KEPT)(self._classify)
        self._begins = lru_cache(_KEPT)(self._begin)

    def lookup(self, names: Iterable[str], /) -> Mapping[str, tuple[Place, ...]]:
        """Every entry that bears each name, spelled as in the text; most populous first."""
        places = self._places
        return {name: places(name) for name in names}

    def name_class(self, name: str, /) -> str | None:
        """What the best-known bearer of a name is; see geo.protocols.Gazetteer."""
        return self._class(name)

    def begins_name(self, words: str, /) -> bool:
        """Whether any name begins with these words; see geo.protocols.Gazetteer."""
        return self._begins(words)

    def by_id(self, id_: str, /) -> Place | None:
        """The place of one id, None if there is none."""
        if landform := self._landforms.by_id(id_):
            return landform
        row = self._columns.row_of(id_)
        return None if row is None else self._place(row)

    def of_feature(self, feature: Feature, /) -> tuple[Place, ...]:
        """Every place of one feature, from south to north: seas, of which there are few."""
        return tuple(self._place(int(row)) for row in self._columns.rows_of(feature))

    def neighbours(self, at: LatLon, /, within_m: float) -> tuple[Place, ...]:
        """Every place whose point lies within a geodesic distance in metres, nearest first."""
        from pyproj import Geod

        rows = self._columns.rows_near(at, within_m / _LEAST_DEGREE_M)
        lat, lon = self._columns.positions(rows)
        _, _, away = Geod(ellps="WGS84").inv(np.full(len(rows), at.lon), np.full(len(rows), at.lat), lon, lat)
        order = np.argsort(away, kind="stable")
        return tuple(self._place(int(rows[i])) for i in order if away[i] <= within_m)

    def country_name(self, code: str, /) -> str | None:
        """The English name of a country code, None if there is none."""
        return self._columns.countries.get(code)

    def region_name(self, code: str, /) -> str | None:
        """The name of a first-level region such as "RU.61", None if there is none."""
        return self._columns.regions.get(code)

    def __reduce__(self) -> tuple[Callable[[Path], "EmbeddedGazetteer"], tuple[Path]]:
        return open_gazetteer, (self._folder,)

    def _find(self, name: str) -> tuple[Place, ...]:
        """Bearers of the name; where there are none, of the name with an article, or of other romanisations of it."""
        if found := self._bearers(spellings(name)):
            return found
        folded = fold(name)
        if found := tuple(p for spelling in with_article(folded) for p in self._bearers_of(spelling, name)):
            return found
        key = slavic_key(folded)
        return self._bearers_of(key, name) if key else ()

    def _bearers(self, names: tuple[str, ...]) -> tuple[Place, ...]:
        if len(names) == 1:
            return self._bearers_of(fold(names[0]), names[0])
        found = dict.fromkeys(place for name in names for place in self._bearers_of(fold(name), name))
        return tuple(sorted(found, key=lambda place: -(place.population or 0)))

    def _bearers_of(self, spelling: str, name: str) -> tuple[Place, ...]:
        key = self._key(spelling, -1)
        landforms = self._landforms.bearers(spelling)
        return (*map(self._place, self._rows(key, name)), *landforms) if key >= 0 else landforms

    def _rows(self, key: int, name: str) -> Iterator[int]:
        """Places of one key that may be spelled as the text does."""
        for posting in self._columns.postings(key):
            if _spelled_so(name, posting):
                yield posting & layout.PLACE

    def _begin(self, words: str) -> bool:
        folded = fold(words)
        return next(self._keys_from(folded), None) is not None or self._landforms.begins(folded)

    def _classify(self, name: str) -> str | None:
        key = self._key(fold(name), -1)
        if key < 0:
            return self._landforms.name_class(fold(name))
        found = layout.CLASS_NAMES[self._columns.classes[key]]
        if found == layout.ALTERNATE:
            return alternate_class(self._place(int(self._columns.postings(key)[0]) & layout.PLACE))
        if found is not layout.MARKED:
            return found
        for posting in self._columns.postings(key):
            if _spelled_so(name, posting):
                place = self._place(posting & layout.PLACE)
                return feature_class(
                    place.feature,
                    place.population or 0,
                    demonym=bool(posting & layout.DEMONYM),
                    official=fold(place.name) == fold(name),
                )
        return None


def _spelled_so(name: str, posting: int) -> bool:
    """Whether a posting's marks allow the spelling of the text."""
    if posting & layout.UPPER and not name.isupper():
        return False
    return not (posting & layout.DOTTED and not name.endswith("."))


def open_gazetteer(folder: Path) -> EmbeddedGazetteer:
    """The gazetteer of a folder, such as ``data/gazetteer``.

    Raises:
        DataError: a file is missing or damaged.
    """
    names = marisa_trie.Trie()
    try:
        names.mmap(str(folder / layout.NAMES))
        columns = read_columns(folder)
        landforms = read_landforms(folder, columns.countries.get)
        version = _version(folder)
    except (OSError, EOFError, RuntimeError, ValueError) as error:
        raise DataError(f"{folder}: {error}: reinstall incident-map, or run 'make data' in a checkout") from error
    if len(names) != len(columns.classes):
        raise DataError(f"{folder}: names and postings are of different builds: run 'make data'")
    return EmbeddedGazetteer(folder, names, columns, landforms, version)


def _version(folder: Path) -> str:
    """A hash over the sealed hashes of the gazetteer's files."""
    sources = tomllib.loads((folder.parent / "sources.toml").read_text(encoding="utf-8"))
    sealed = sorted(
        f"{entry['file']} {entry['sha256']}"
        for entry in sources.get("source", ())
        if entry["file"].startswith(folder.name)
    )
    return hashlib.sha256("\n".join(sealed).encode()).hexdigest()[:16]
