"""One file of the user's overlay: places and names in SQLite, written whole or entry by entry."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from geo.errors import GazetteerError
from geo.model.names import fold
from geo.model.place import Feature, LatLon, Place

_SCHEMA = """
CREATE TABLE place (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, feature TEXT NOT NULL,
  country TEXT, admin1 TEXT, admin1_code TEXT, population INTEGER, radius_m REAL NOT NULL, source TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""
_PLACES_NAMED = "SELECT place.* FROM name JOIN place USING (id) WHERE name.key = ? ORDER BY population DESC, id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A place with every name it goes by."""

    place: Place
    names: tuple[str, ...]


class PlaceDatabase:
    """Reads one overlay file; a name that is not in its trie costs no query."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._keys = marisa_trie.Trie()
        if packed := connection.execute("SELECT value FROM meta WHERE key = 'trie'").fetchone():
            self._keys.frombytes(packed[0])
        else:
            self._keys = marisa_trie.Trie(key for (key,) in connection.execute("SELECT DISTINCT key FROM name"))

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Places that bear a name, most populous first."""
        key = fold(name)
        if key not in self._keys:
            return ()
        return self._ask(_PLACES_NAMED, key)

    def begins_name(self, words: str) -> bool:
        """Whether any name begins with these words."""
        return next(self._keys.iterkeys(fold(words)), None) is not None

    def by_id(self, id_: str) -> Place | None:
        """The place of one id."""
        return next(iter(self._ask("SELECT * FROM place WHERE id = ?", id_)), None)

    def _ask(self, query: str, value: str) -> tuple[Place, ...]:
        """Raises GazetteerError where the file is damaged, or holds a place that is nowhere."""
        try:
            return tuple(map(_place, self._connection.execute(query, (value,))))
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise _damaged(self._path, error) from error


def open_database(path: Path) -> PlaceDatabase:
    """An overlay file, read-only.

    Raises:
        GazetteerError: it is no overlay file, or damaged.
    """
    try:
        address = f"{path.resolve().as_uri()}?mode=ro"
        return PlaceDatabase(sqlite3.connect(address, uri=True, check_same_thread=False), path)
    except (sqlite3.Error, OSError, RuntimeError, ValueError, TypeError, EOFError) as error:  # the last: of the trie
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> GazetteerError:
    return GazetteerError(f"{path}: not a gazetteer file: {error}: delete it and run the update again")


def write_database(path: Path, entries: Iterable[Spelled]) -> int:
    """Write a new file with these entries and a trie of their names; how many there are."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        count = sum(_insert(connection, entry) for entry in entries)
        keys = marisa_trie.Trie(key for (key,) in connection.execute("SELECT DISTINCT key FROM name ORDER BY key"))
        connection.execute("INSERT INTO meta VALUES ('trie', ?)", (keys.tobytes(),))
        connection.commit()
    return count


def add_to_database(path: Path, entries: Iterable[Spelled]) -> None:
    """Add entries to a file, made if need be, in one transaction; an entry of the same id is replaced.

    Raises:
        GazetteerError: the file or its folder cannot be written, or is no overlay file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as connection:
            _add(connection, entries)
    except (sqlite3.Error, OSError) as error:
        raise GazetteerError(f"{path}: cannot be written: {error}") from error


def _add(connection: sqlite3.Connection, entries: Iterable[Spelled]) -> None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'place'").fetchone():
        connection.executescript(_SCHEMA)
    with connection:
        for entry in entries:
            connection.execute("DELETE FROM name WHERE id = ?", (entry.place.id,))
            _insert(connection, entry)


def _insert(connection: sqlite3.Connection, entry: Spelled) -> int:
    place = entry.place
    row = (
        place.id, place.name, place.at.lat, place.at.lon, str(place.feature), place.country, place.admin1,
        place.admin1_code, place.population, place.radius_m, place.source,
    )  # fmt: skip
    connection.execute(f"INSERT OR REPLACE INTO place VALUES ({','.join('?' * len(row))})", row)  # noqa: S608
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", ((key, place.id) for key in _keys(entry)))
    return 1


def _keys(entry: Spelled) -> Iterator[str]:
    return (key for key in map(fold, (entry.place.name, *entry.names)) if key)


def _place(row: tuple[object, ...]) -> Place:
    id_, name, lat, lon, feature, country, admin1, admin1_code, population, radius_m, source = row
    return Place(
        id=str(id_),
        name=str(name),
        at=LatLon(lat=float(str(lat)), lon=float(str(lon))),
        feature=Feature(str(feature)),
        country=str(country) if country else None,
        admin1=str(admin1) if admin1 else None,
        admin1_code=str(admin1_code) if admin1_code else None,
        population=int(str(population)) if population else None,
        radius_m=float(str(radius_m)),
        source=str(source),
    )
