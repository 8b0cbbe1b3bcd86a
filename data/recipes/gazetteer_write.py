"""Entries into the files that geo.gazetteer.layout describes."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import marisa_trie
import numpy as np

from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_names import bare_region
from geo.gazetteer import layout
from geo.gazetteer.spelling import feature_class, slavic_key
from geo.model.names import fold
from geo.model.place import WATERS, Feature

#: From this population on a city comes before its region.
_LARGE_CITY = 100_000
#: Features without a population.
_WIDE = WATERS | {Feature.REGION, Feature.ISLAND, Feature.MOUNTAIN}
#: Countries in which a post office alone does not make a word a name: House, Trade, Deputy and Kevin are US villages.
_NAMED_LIKE_WORDS = frozenset({"US"})
#: Countries whose names are romanised in several ways.
_SLAVIC = frozenset({"UA", "RU", "BY"})


def write(entries: Sequence[Entry], folder: Path) -> None:
    """Write every file of the gazetteer; the same entries give the same bytes.

    Files are made beside the folder and renamed: a process that has mapped the old ones keeps reading those.
    """
    ordered = sorted(entries, key=lambda e: (e.lat, e.lon, e.id))
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as fresh:
        _write_names(ordered, Path(fresh))
        _write_places(ordered, Path(fresh))
        for file in sorted(Path(fresh).iterdir()):
            file.replace(folder / file.name)


def _write_names(entries: Sequence[Entry], folder: Path) -> None:
    bearers: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for name, marks in entry.names.items():
            if key := fold(name):
                bearers[key][number] = bearers[key].get(number, marks) & marks
    _add_slavic_keys(bearers, entries)
    trie = marisa_trie.Trie(sorted(bearers))
    trie.save(str(folder / layout.NAMES))
    postings = np.zeros(len(trie), np.uint32)
    classes = np.zeros(len(trie), np.uint8)
    many: list[int] = []
    for key in sorted(bearers):
        found = _ranked(bearers[key], entries)
        row = trie[key]
        classes[row] = layout.CLASS_NAMES.index(_class_of(key, entries, found))
        if len(found) == 1:
            postings[row] = found[0][0] | found[0][1]
        else:
            postings[row] = layout.MANY | len(many)
            many += [len(found), *(number | marks for number, marks in found)]
    np.save(folder / layout.POSTINGS, postings)
    np.save(folder / layout.MANY_POSTINGS, np.array(many, np.uint32))
    np.save(folder / layout.CLASSES, classes)


def _add_slavic_keys(bearers: dict[str, dict[int, int]], entries: Sequence[Entry]) -> None:
    """Keys under which other romanisations of East Slavic names are found."""
    keys: dict[str, dict[int, int]] = defaultdict(dict)
    for name, found in bearers.items():
        slavic = {number: 0 for number in found if entries[number].country in _SLAVIC and not found[number]}
        if slavic and (key := slavic_key(name)):
            keys[key].update(slavic)
    bearers.update(keys)


def _ranked(bearers: dict[int, int], entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Most populous first, but a city before the region that is named after it."""
    cities = {
        (entries[n].country, fold(entries[n].name)): entries[n].population
        for n in sorted(bearers, key=lambda n: entries[n].population)
        if entries[n].feature is Feature.CITY and entries[n].population >= _LARGE_CITY
    }

    def rank(item: tuple[int, int]) -> tuple[float, int]:
        entry = entries[item[0]]
        if entry.feature in (Feature.ADMIN1, Feature.ADMIN2):
            city = cities.get((entry.country, fold(bare_region(entry.name).removesuffix(" City"))))
            return -min(entry.population, city - 1 if city else entry.population), item[0]
        return -(entry.population or _weight(entry)), item[0]

    return sorted(bearers.items(), key=rank)


def _weight(entry: Entry) -> float:
    """What stands for the population of seas and regions without one: the wider, the better known."""
    return entry.radius_m if entry.feature in _WIDE else 0.0


def _class_of(key: str, entries: Sequence[Entry], found: Sequence[tuple[int, int]]) -> str:
    if any(marks & (layout.UPPER | layout.DOTTED) for _, marks in found):
        return layout.MARKED
    named = [(number, marks) for number, marks in found if not _only_posted(entries[number])]
    if not named:
        return layout.VILLAGE
    number, marks = named[0]
    best = entries[number]
    return feature_class(
        best.feature, best.population, demonym=bool(marks & layout.DEMONYM), official=fold(best.name) == key
    )


def _only_posted(entry: Entry) -> bool:
    """Whether only a post office vouches for it in a country whose villages are called after persons and things."""
    return entry.id.startswith("postal:") and entry.country in _NAMED_LIKE_WORDS


def _write_places(entries: Sequence[Entry], folder: Path) -> None:
    countries = sorted({e.country for e in entries if e.country})
    regions = sorted({e.admin1_code: "" for e in entries if e.admin1_code})
    names = {e.admin1_code: e.name for e in entries if e.feature is Feature.ADMIN1}
    titles = {e.country: e.name for e in entries if e.feature is Feature.COUNTRY}
    _write_lines(folder / layout.COUNTRIES, [f"{code}\t{titles.get(code, '')}" for code in countries])
    _write_lines(folder / layout.ADMIN1, [f"{code}\t{names.get(code, '')}" for code in regions])
    country_row = {code: row for row, code in enumerate(countries, 1)}
    region_row = {code: row for row, code in enumerate(regions, 1)}
    kinds = [(layout.FEATURES.index(e.feature), country_row.get(e.country or "", 0)) for e in entries]
    positions = [(round(e.lat * 1e5), round(e.lon * 1e5)) for e in entries]
    texts = [_text(e) for e in entries]
    columns = {
        layout.NUMBERS: np.array([_number(e) for e in entries], np.int32),
        layout.POSITIONS: np.array(positions, np.int32),
        layout.POPULATIONS: np.array([min(e.population, 2**32 - 1) for e in entries], np.uint32),
        layout.RADII: np.array([e.radius_m / 1000 for e in entries], np.float16),
        layout.KINDS: np.array(kinds, np.uint8),
        layout.REGIONS: np.array([region_row.get(e.admin1_code or "", 0) for e in entries], np.uint16),
        layout.TEXTS: np.frombuffer(b"".join(texts), np.uint8),
        layout.TEXT_ENDS: np.cumsum([len(text) for text in texts], dtype=np.uint32),
    }
    for name, column in columns.items():
        np.save(folder / name, column)


def _number(entry: Entry) -> int:
    kind, _, rest = entry.id.partition(":")
    return layout.SIGNS[kind] * int(rest) if kind in layout.SIGNS else 0


def _text(entry: Entry) -> bytes:
    return (entry.name if _number(entry) else f"{entry.id}\t{entry.name}").encode()


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(("", *lines)) + "\n", encoding="utf-8")
