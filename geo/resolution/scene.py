"""The names of one article with everything each may mean, as columns of numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from geo.model.place import Feature, Place
from geo.model.text import Mention
from geo.resolution.clues import Clue, find_dateline
from geo.resolution.home import Home
from geo.resolution.naming import Bond, Name, Names, bind, prominence

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

FEATURES = tuple(Feature)
_CODE = {feature: i for i, feature in enumerate(FEATURES)}
EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Scene:
    """All candidates of all names, one row each, the rows of a name side by side."""

    names: tuple[Name, ...]
    #: Number of the name of each mention.
    name_of: tuple[int, ...]
    #: Each pair of name and qualifier once.
    bonds: tuple[Bond, ...]
    dateline: int | None
    #: First row of each name, and one past the last.
    starts: Ints
    places: tuple[Place, ...]
    name: Ints
    #: Rows of names spelled alike share a number.
    spelling: Ints
    vector: Floats
    country: Ints
    admin1: Ints
    feature: Ints
    radius_km: Floats
    #: Zero where unknown.
    population: Floats
    #: How much the world talks of it, about the logarithm of its people; comparable across kinds.
    prominence: Floats
    capital: Bools
    #: Kilometres from the publisher's home, infinite without one; and whether region and country are the same.
    home_km: Floats
    home_region: Bools
    home_country: Bools

    def rows(self, name: int) -> slice:
        """The rows of one name."""
        return slice(int(self.starts[name]), int(self.starts[name + 1]))


def build_scene(
    text: str,
    mentions: Sequence[Mention],
    clues: Sequence[Clue],
    candidates: Mapping[str, tuple[Place, ...]],
    *,
    capitals: frozenset[str],
    home: Home | None,
) -> Scene:
    """Names, candidates and columns of one article."""
    names = Names(text, candidates)
    name_of = names.add_mentions(mentions, clues)
    bonds = bind(names, name_of, clues)
    names.collect()
    dateline = find_dateline(text, mentions)
    start = None if dateline is None or not names.all[name_of[dateline]].places else name_of[dateline]
    bonds = [b for b in bonds if names.all[b.other].places]
    return Scene(
        names=tuple(names.all),
        name_of=tuple(name_of),
        bonds=tuple(bonds),
        dateline=start,
        **_columns(names.all, capitals, home),
    )


def _columns(names: Sequence[Name], capitals: frozenset[str], home: Home | None) -> dict[str, Any]:
    """The columns of a scene: one row per candidate."""
    places = tuple(p for n in names for p in n.places)
    counts = [len(n.places) for n in names]
    lat = np.radians(np.array([p.at.lat for p in places], dtype=float))
    lon = np.radians(np.array([p.at.lon for p in places], dtype=float))
    across = np.cos(lat)
    vector = np.stack((across * np.cos(lon), across * np.sin(lon), np.sin(lat)), axis=1)
    return {
        "places": places,
        "starts": np.concatenate(([0], np.cumsum(counts, dtype=np.int64))),
        "name": np.repeat(np.arange(len(names)), counts),
        "spelling": np.repeat(np.array([n.spelling for n in names], dtype=np.int64), counts),
        "vector": vector,
        "country": _numbered([p.country for p in places]),
        "admin1": _numbered([p.admin1_code for p in places]),
        "feature": np.array([_CODE[p.feature] for p in places], dtype=np.int64),
        "radius_km": np.array([p.radius_m for p in places], dtype=float) / 1000,
        "population": np.array([p.population or 0 for p in places], dtype=float),
        "prominence": np.array([prominence(p) for p in places], dtype=float),
        "capital": np.array([p.id in capitals for p in places], dtype=bool),
        "home_km": _km_from(home, vector),
        "home_region": np.array(
            [bool(home and home.admin1_code and p.admin1_code == home.admin1_code) for p in places], dtype=bool
        ),
        "home_country": np.array([home is not None and p.country == home.country for p in places], dtype=bool),
    }


def _km_from(home: Home | None, vector: Floats) -> Floats:
    if home is None:
        return np.full(len(vector), np.inf)
    lat, lon = np.radians(home.at.lat), np.radians(home.at.lon)
    at = np.array([[np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]])
    return distances_km(vector, at)[:, 0]


def _numbered(values: Sequence[str | None]) -> Ints:
    """Small numbers for equal values; -1 for none."""
    numbers: dict[str, int] = {}
    return np.array([-1 if v is None else numbers.setdefault(v, len(numbers)) for v in values], dtype=np.int64)


def distances_km(a: Floats, b: Floats) -> Floats:
    """Great-circle distances between two sets of unit vectors, rows by columns.

    On a sphere: within 0.6 % of the ellipsoid, which is ample for choosing between namesakes.
    """
    chord: Floats = np.sqrt(np.maximum(2.0 - 2.0 * (a @ b.T), 0.0))
    angle: Floats = 2.0 * np.arcsin(np.minimum(chord / 2.0, 1.0))
    return angle * EARTH_KM


def bearings_deg(a: Floats, b: Floats) -> Floats:
    """Bearings of one set of unit vectors seen from another, degrees clockwise from north; rows by columns."""
    north_of_b = np.stack((-b[:, 2] * b[:, 0], -b[:, 2] * b[:, 1], 1.0 - b[:, 2] ** 2), axis=1)
    east_of_b = np.stack((-b[:, 1], b[:, 0], np.zeros(len(b))), axis=1)  # both as long as the cosine of the latitude
    bearing: Floats = np.degrees(np.arctan2(a @ east_of_b.T, a @ north_of_b.T)) % 360.0
    return bearing
