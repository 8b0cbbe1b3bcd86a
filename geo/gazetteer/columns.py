"""The columns of the embedded gazetteer, mapped into memory and read row by row."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer import layout
from geo.model.place import Feature, LatLon, Place

#: Who says so, by the first part of an id.
_SOURCES = {
    "airport": "airportsdata",
    "curated": "incident-map curated list",
    "naturalearth": "Natural Earth",
    "simplemaps": "SimpleMaps World Cities",
    "postalarea": "GeoNames postal codes; the point is the middle of its neighbours",
}
#: Columns with one row per place.
_BY_PLACE = (
    layout.NUMBERS, layout.POSITIONS, layout.POPULATIONS, layout.RADII, layout.KINDS, layout.REGIONS, layout.TEXT_ENDS,
)  # fmt: skip


class Columns:
    """Postings and places by row. Every array is a view of a mapped file."""

    def __init__(self, arrays: dict[str, NDArray[Any]], countries: Sequence[str], admin1: Sequence[str]) -> None:
        self._arrays = arrays
        self._countries = [_pair(line) for line in countries]
        self._admin1 = [_pair(line) for line in admin1]
        #: Code -> name of countries and first-level regions.
        self.countries = {code: name for code, name in self._countries if code and name}
        self.regions = {code: name for code, name in self._admin1 if code and name}
        #: Index into layout.CLASS_NAMES by key.
        self.classes = _view(arrays[layout.CLASSES])
        self._postings = _view(arrays[layout.POSTINGS])
        self._many = _view(arrays[layout.MANY_POSTINGS])
        self._numbers = _view(arrays[layout.NUMBERS])
        self._populations = _view(arrays[layout.POPULATIONS])
        self._regions = _view(arrays[layout.REGIONS])
        self._pairs = _view(arrays[layout.POSITIONS].ravel()), _view(arrays[layout.KINDS].ravel())
        self._text_ends = _view(arrays[layout.TEXT_ENDS])
        self._text = _view(arrays[layout.TEXTS])
        self._radius_km = arrays[layout.RADII].item

    def postings(self, key: int) -> Sequence[int]:
        """Places that bear the name of a key, with marks, most populous first."""
        posting = self._postings[key]
        if not posting & layout.MANY:
            return (posting,)
        start = (posting & ~layout.MANY) + 1
        return self._many[start : start + self._many[start - 1]]

    def place(self, row: int) -> Place:
        """One place."""
        start = self._text_ends[row - 1] if row else 0
        id_, _, name = str(self._text[start : self._text_ends[row]], "utf-8").rpartition("\t")
        number = self._numbers[row]
        positions, kinds = self._pairs
        country, country_name = self._countries[kinds[2 * row + 1]]
        code, region = self._admin1[self._regions[row]]
        return Place(
            id=f"{'geonames' if number > 0 else 'postal'}:{abs(number)}" if number else id_,
            name=name,
            at=LatLon(lat=positions[2 * row] / 1e5, lon=positions[2 * row + 1] / 1e5),
            feature=layout.FEATURES[kinds[2 * row]],
            country=country,
            country_name=country_name,
            admin1=region,
            admin1_code=code,
            population=self._populations[row] or None,
            radius_m=round(self._radius_km(row) * 1000, 1),
            source=_SOURCES.get(id_.partition(":")[0], "GeoNames"),
        )

    def row_of(self, id_: str) -> int | None:
        """The row of an id, None if there is none."""
        kind, _, rest = id_.partition(":")
        if (sign := layout.SIGNS.get(kind)) and rest.isdecimal() and len(rest) <= 10:
            rows = np.flatnonzero(self._arrays[layout.NUMBERS] == sign * int(rest))
            return int(rows[0]) if len(rows) else None
        at = self._arrays[layout.TEXTS].tobytes().find(f"{id_}\t".encode())
        if at < 0:
            return None
        row = int(np.searchsorted(self._arrays[layout.TEXT_ENDS], at, side="right"))
        return row if self.place(row).id == id_ else None

    def rows_near(self, at: LatLon, degrees: float) -> NDArray[np.intp]:
        """Rows within a box that holds the circle of so many degrees of latitude."""
        positions = self._arrays[layout.POSITIONS]
        first, last = np.searchsorted(positions[:, 0], [(at.lat - degrees) * 1e5, (at.lat + degrees) * 1e5])
        reach = degrees / max(0.01, float(np.cos(np.radians(min(89.0, abs(at.lat) + degrees)))))
        away = (positions[first:last, 1] / 1e5 - at.lon + 180) % 360 - 180
        return np.asarray(np.flatnonzero(np.abs(away) <= reach) + first, np.intp)

    def rows_of(self, feature: Feature) -> NDArray[np.intp]:
        """Rows of one feature."""
        return np.flatnonzero(self._arrays[layout.KINDS][:, 0] == layout.FEATURES.index(feature))

    def positions(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Latitudes and longitudes in degrees."""
        found = self._arrays[layout.POSITIONS][rows] / 1e5
        return found[:, 0], found[:, 1]


def _pair(line: str) -> tuple[str | None, str | None]:
    """Code and name of one line; None where it has none."""
    code, _, name = line.partition("\t")
    return code or None, name or None


def _view(array: NDArray[Any]) -> memoryview:
    """A column as plain Python integers, without a copy: ten times faster to read one by one."""
    return memoryview(cast("Any", array))


def read_columns(folder: Path) -> Columns:
    """Map every column of a folder."""
    files = (layout.POSTINGS, layout.MANY_POSTINGS, layout.CLASSES, layout.TEXTS, *_BY_PLACE)
    arrays = {name: np.load(folder / name, mmap_mode="r").view(np.ndarray) for name in files}
    lines = [(folder / name).read_text(encoding="utf-8").split("\n")[:-1] for name in (layout.COUNTRIES, layout.ADMIN1)]
    rows = {len(arrays[name]) for name in _BY_PLACE}
    if (
        len(rows) != 1
        or arrays[layout.REGIONS].max() >= len(lines[1])
        or arrays[layout.KINDS][:, 1].max() >= len(lines[0])
    ):
        raise ValueError("its files are of different builds")
    return Columns(arrays, *lines)
