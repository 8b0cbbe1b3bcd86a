"""The names of one article with everything each may mean, as columns of numbers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from geo.model.names import fold
from geo.model.place import AREAS, FACILITIES, WATERS, Feature, Place
from geo.model.text import Mention, Use
from geo.resolution.clues import Clue, Link
from geo.resolution.forms import Tier, forms, plain

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

#: Candidates kept per name: the most populous, and the rest that lie in a region the article names.
_KEEP, _KEEP_NAMED = 20, 20
FEATURES = tuple(Feature)
_CODE = {feature: i for i, feature in enumerate(FEATURES)}
EARTH_KM = 6371.0088


@dataclass(slots=True)
class Name:
    """One name of the article: the mentions that share it, and what it may mean."""

    text: str
    mentions: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    tiers: list[Tier] = field(default_factory=list)
    spelt: list[str] = field(default_factory=list)
    total: int = 0
    associative: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """A name and the one that qualifies it, by number, with the clue that says so."""

    name: int
    other: int
    clue: Clue


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
    vector: Floats
    country: Ints
    admin1: Ints
    feature: Ints
    radius_km: Floats
    #: Zero where unknown.
    population: Floats

    def rows(self, name: int) -> slice:
        """The rows of one name."""
        return slice(int(self.starts[name]), int(self.starts[name + 1]))


def build_scene(
    mentions: Sequence[Mention],
    clues: Sequence[Clue],
    dateline: int | None,
    candidates: Mapping[str, tuple[Place, ...]],
) -> Scene:
    """Names, candidates and columns of one article."""
    names, name_of, bonds = _names(mentions, clues, candidates)
    for name in names:
        _collect(name, candidates)
    _prune(names)
    start = name_of[dateline] if dateline is not None else None
    return _columns(names, name_of, bonds, start)


def _names(
    mentions: Sequence[Mention], clues: Sequence[Clue], candidates: Mapping[str, tuple[Place, ...]]
) -> tuple[list[Name], list[int], list[Bond]]:
    """One name per spelling and, where the text puts one spelling into two regions, per region."""
    apart_of = {
        clue.mention: fold(clue.qualifier)
        for clue in clues
        if clue.link is Link.COMMA and _may_be_region(clue.qualifier, candidates)
    }
    names: list[Name] = []
    index: dict[tuple[str, str], int] = {}
    by_spelling: dict[str, int] = {}
    name_of = []
    for i, mention in enumerate(mentions):
        key = fold(plain(mention.text)) or mention.text
        apart = apart_of.get(i, "")
        number = index.get((key, apart)) if apart else by_spelling.get(key)
        if number is None and apart and (key, "") in index and not any(k == key and q for k, q in index):
            number = index[key, ""]
            index[key, apart] = number
        if number is None:
            number = len(names)
            names.append(Name(plain(mention.text)))
            index[key, apart] = number
            by_spelling.setdefault(key, number)
        names[number].mentions.append(i)
        names[number].associative |= mention.use is Use.ASSOCIATIVE
        name_of.append(number)
    return names, name_of, _bonds(names, name_of, clues, by_spelling)


def _may_be_region(name: str, candidates: Mapping[str, tuple[Place, ...]]) -> bool:
    return any(p.feature in _REGIONS for f in forms(name)[:2] for p in candidates.get(f.name, ()))


def _bonds(names: list[Name], name_of: Sequence[int], clues: Sequence[Clue], by_spelling: dict[str, int]) -> list[Bond]:
    """Which name qualifies which; a qualifier that is no mention becomes a name without mentions."""
    bonds: dict[tuple[int, int], Bond] = {}
    for clue in clues:
        if clue.other is not None:
            other = name_of[clue.other]
        else:
            key = fold(clue.qualifier)
            if key not in by_spelling:
                by_spelling[key] = len(names)
                names.append(Name(clue.qualifier))
            other = by_spelling[key]
        pair = (name_of[clue.mention], other)
        if pair[0] != other and (pair not in bonds or clue.link is Link.COMMA):
            bonds[pair] = Bond(*pair, clue)
    return list(bonds.values())


def _collect(name: Name, candidates: Mapping[str, tuple[Place, ...]]) -> None:
    """All places that bear one of the forms; parts of the name only where nothing else is found."""
    seen: set[str] = set()
    for form in forms(name.text):
        if form.tier is Tier.PART and name.places:
            break
        found = candidates.get(form.name, ())
        for place in found:
            if place.id not in seen:
                seen.add(place.id)
                name.places.append(place)
                name.tiers.append(form.tier)
                name.spelt.append(form.name)
        if form.tier is Tier.PART and found:
            break
    name.total = len(name.places)


def _prune(names: Sequence[Name]) -> None:
    """Keep the most populous candidates of a name and those in regions that other names may mean."""
    if all(name.total <= _KEEP for name in names):
        return
    named = {p.admin1_code for n in names if n.total <= _KEEP for p in n.places if p.feature is Feature.ADMIN1}
    named |= {p.country for n in names if n.total <= _KEEP for p in n.places if p.feature is Feature.COUNTRY} - {"US"}
    for name in names:
        if name.total <= _KEEP:
            continue
        order = sorted(range(name.total), key=lambda i: -_weight(name.places[i]))
        chosen, rest = order[:_KEEP], order[_KEEP:]
        chosen += [i for i in rest if {name.places[i].admin1_code, name.places[i].country} & named][:_KEEP_NAMED]
        for column in ("places", "tiers", "spelt"):
            values = getattr(name, column)
            setattr(name, column, [values[i] for i in chosen])


def _weight(place: Place) -> float:
    return (place.population or 0) + (1e10 if place.feature in AREAS else 1e5 if place.feature in _KEPT else 0)


_KEPT = WATERS | FACILITIES
_REGIONS = frozenset({Feature.COUNTRY, Feature.ADMIN1})


def _columns(names: Sequence[Name], name_of: Sequence[int], bonds: Sequence[Bond], dateline: int | None) -> Scene:
    places = tuple(p for n in names for p in n.places)
    counts = [len(n.places) for n in names]
    lat = np.radians(np.array([p.at.lat for p in places], dtype=float))
    lon = np.radians(np.array([p.at.lon for p in places], dtype=float))
    across = np.cos(lat)
    return Scene(
        names=tuple(names),
        name_of=tuple(name_of),
        bonds=tuple(b for b in bonds if counts[b.name] and counts[b.other]),
        dateline=dateline if dateline is not None and counts[dateline] else None,
        starts=np.concatenate(([0], np.cumsum(counts, dtype=np.int64))),
        places=places,
        name=np.repeat(np.arange(len(names)), counts),
        vector=np.stack((across * np.cos(lon), across * np.sin(lon), np.sin(lat)), axis=1),
        country=_numbered([p.country for p in places]),
        admin1=_numbered([p.admin1_code for p in places]),
        feature=np.array([_CODE[p.feature] for p in places], dtype=np.int64),
        radius_km=np.array([p.radius_m for p in places], dtype=float) / 1000,
        population=np.array([p.population or 0 for p in places], dtype=float),
    )


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


def span_km(a: Place, b: Place) -> float:
    """Great-circle distance between two places."""
    lat1, lat2 = math.radians(a.at.lat), math.radians(b.at.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.at.lon - a.at.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
