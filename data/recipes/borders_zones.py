"""Borders between countries, read out of the time-zone polygons of npm ``geo-tz``.

geo-tz holds OpenStreetMap's time zones as polygons, cut by a quadtree into leaves of geobuf. Zones follow
national borders, so an edge that two countries use in opposite directions inside one leaf is a border;
the cuts of the quadtree never pair inside one leaf and vanish. An edge that only one country uses, inside
the polygon of another, is where claims overlap: it bounds the claim of the first.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from data.recipes.npm import fetch

#: geobuf stores degrees as integers of this size.
UNIT_DEG = 1e-6
OCEAN = "ZZ"
CRIMEA = "UA-CRIMEA"


@dataclass(frozen=True)
class Segments:
    """Pieces of border: ``ends`` (n, 4) as lon, lat, lon, lat in degrees, and who is on both sides."""

    ends: np.ndarray
    a: np.ndarray
    b: np.ndarray
    #: The country whose claim the piece bounds, "" where both agree.
    claim: np.ndarray

    def where(self, mask: np.ndarray) -> "Segments":
        return Segments(self.ends[mask], self.a[mask], self.b[mask], self.claim[mask])


@dataclass(frozen=True)
class _Leaf:
    """Rings of one leaf: coordinates in UNIT_DEG and the country of each."""

    countries: tuple[str, ...]
    shapes: tuple[shapely.Geometry, ...]
    rings: tuple[np.ndarray, ...]
    owners: tuple[int, ...]


def read_segments(version: str) -> Segments:
    """Every border and every bound of an overlapping claim, at sea too."""
    leaves = list(_leaves(fetch("geo-tz", version) / "data"))
    parts = [part for leaf in leaves for part in _leaf_segments(leaf)]
    return Segments(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("ends", "a", "b", "claim")))


def _countries() -> dict[str, str]:
    """ISO 3166 code of each zone, from the ``zone.tab`` of tzdata; Crimea stands alone."""
    import tzdata

    table = (Path(tzdata.__file__).parent / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {row[2]: row[0] for row in rows} | {"Europe/Simferopol": CRIMEA}


def _leaves(folder: Path) -> Iterator[_Leaf]:
    import geobuf  # needed to rebuild the data only

    country_of = _countries()
    index = json.loads((folder / "timezones.geojson.index.json").read_text(encoding="utf-8"))
    blob = (folder / "timezones.geojson.geo.dat").read_bytes()
    for start, length in _positions(index["lookup"]):
        features = geobuf.decode(blob[start : start + length])["features"]
        countries = [country_of.get(feature["properties"]["tzid"], OCEAN) for feature in features]
        if len(set(countries) - {OCEAN}) < 2:
            continue
        rings, owners = [], []
        for owner, feature in enumerate(features):
            for ring in _rings(feature["geometry"]):
                rings.append(np.asarray(ring)[:, :2].astype(np.int64))
                owners.append(owner)
        shapes = tuple(shapely.geometry.shape(feature["geometry"]) for feature in features)
        yield _Leaf(tuple(countries), shapes, tuple(rings), tuple(owners))


def _positions(node: object) -> Iterator[tuple[int, int]]:
    """Offset and length of each leaf, in the order of the quadtree."""
    if isinstance(node, dict):
        if "pos" in node:
            yield node["pos"], node["len"]
        else:
            for child in node.values():
                yield from _positions(child)


def _rings(geometry: dict) -> Iterator[list]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _leaf_segments(leaf: _Leaf) -> Iterator[Segments]:
    start = np.concatenate([ring[:-1] for ring in leaf.rings])
    end = np.concatenate([ring[1:] for ring in leaf.rings])
    owner = np.repeat(leaf.owners, [len(ring) - 1 for ring in leaf.rings])
    names = np.array(leaf.countries)
    country = np.unique(names, return_inverse=True)[1][owner]
    swapped = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    low, high = np.where(swapped[:, None], end, start), np.where(swapped[:, None], start, end)
    order = np.lexsort((country, high[:, 1], high[:, 0], low[:, 1], low[:, 0]))
    edges = np.hstack([low, high])[order]
    twin = (edges[1:] == edges[:-1]).all(axis=1)
    first, second = order[:-1][twin], order[1:][twin]
    border = (country[first] != country[second]) & (swapped[first] != swapped[second])
    shared = _labelled(np.hstack([low, high])[first[border]], names[owner[first[border]]], names[owner[second[border]]])
    yield shared.where((shared.a != OCEAN) & (shared.b != OCEAN))

    lonely = np.ones(len(start), bool)
    lonely[first] = lonely[second] = False
    lonely &= (low != high).all(axis=1) & (names[owner] != OCEAN)  # the quadtree cuts along the axes
    yield from _overlaps(leaf, np.hstack([low, high])[lonely], owner[lonely])


def _overlaps(leaf: _Leaf, edges: np.ndarray, owner: np.ndarray) -> Iterator[Segments]:
    """Edges of one country that run inside the polygon of another."""
    middle = (edges[:, :2] + edges[:, 2:]) / 2
    names = np.array(leaf.countries)
    for other, shape in enumerate(leaf.shapes):
        if names[other] == OCEAN or not len(edges):
            continue
        inside = (names[owner] != names[other]) & shapely.contains_xy(shape, middle[:, 0], middle[:, 1])
        if inside.any():
            mine = names[owner[inside]]
            yield _labelled(edges[inside], mine, np.full(len(mine), names[other]), claim=mine)


def _labelled(edges: np.ndarray, a: np.ndarray, b: np.ndarray, claim: np.ndarray | None = None) -> Segments:
    ends = np.asarray(edges, float).reshape(-1, 4) * UNIT_DEG
    a, b = np.asarray(a, "U10"), np.asarray(b, "U10")
    claim = np.full(len(ends), "", "U10") if claim is None else claim.astype("U10")
    return Segments(ends, np.where(a < b, a, b), np.where(a < b, b, a), claim)
