"""Whose border a piece is: labels, disputes, worldviews and overlays from other sources.

``un`` follows United Nations maps: Crimea is in Ukraine, Western Sahara is apart from Morocco. ``de-facto``
draws the lines of those in control there. Both show, as disputed, the Green Line, Kosovo and the Golan; for the
Golan the sources know only the line of 1974 in its east. Abkhazia, South Ossetia, Transnistria and Northern
Cyprus have no line of their own in them.
"""

import json
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import shapely

from data.recipes.borders_zones import CRIMEA, Segments
from data.recipes.npm import fetch

BOTH, UN, DE_FACTO = "un de-facto", "un", "de-facto"
AGREED, DISPUTED = "agreed", "disputed"

#: Disputed stretches by pair: south, west, north, east in degrees, and what is disputed.
DISPUTES: dict[tuple[str, str], tuple[tuple[float, float, float, float], str]] = {
    ("CN", "IN"): ((-90, -180, 90, 180), "line of actual control and McMahon line"),
    ("CN", "PK"): ((-90, -180, 90, 180), "Shaksgam, claimed by India"),
    ("EG", "SD"): ((-90, 33.0, 90, 180), "Halaib triangle"),
    ("EH", "MA"): ((-90, -180, 90, 180), "Western Sahara"),
    ("GE", "RU"): ((42.0, 39.0, 44.0, 42.15), "Abkhazia"),
    ("IL", "PS"): ((-90, -180, 90, 180), "armistice line of 1949"),
    ("IL", "SY"): ((-90, -180, 90, 180), "Golan"),
    ("IN", "PK"): ((32.4, 73.0, 90, 180), "Kashmir line of control"),
    ("KE", "SS"): ((-90, -180, 90, 180), "Ilemi triangle"),
    ("KP", "KR"): ((-90, -180, 90, 180), "military demarcation line of 1953"),
    ("RS", "XK"): ((-90, -180, 90, 180), "Kosovo"),
    ("SD", "SS"): ((9.2, 27.5, 10.4, 29.3), "Abyei"),
}
#: Where overlapping claims are both drawn because the two share the ground: river condominium of 1816.
CONDOMINIA = {("DE", "LU")}
#: Where only one claim is drawn: the borders of Georgia and Palestine as the United Nations see them.
CLAIMS_DRAWN = {("GE", "RU"): "GE", ("IL", "PS"): "PS"}
#: geo-tz keeps northern Vietnam in the zone of Bangkok and Kosovo in that of Belgrade: the pairs a piece may
#: really belong to; the nearer line of geo-maps decides.
RELABEL: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("CN", "TH"): (("CN", "VN"),),
    ("LA", "TH"): (("LA", "TH"), ("LA", "VN")),
    ("TH", "VN"): (),
    ("AL", "RS"): (("AL", "XK"),),
    ("ME", "RS"): (("ME", "RS"), ("ME", "XK")),
    ("MK", "RS"): (("MK", "RS"), ("MK", "XK")),
}
#: geo-maps cuts borders where they run through lakes (Gazivoda): gaps up to this wide are closed.
GAP_DEG = 0.1
_ISO3 = {
    "ALB": "AL", "CHN": "CN", "LAO": "LA", "MKD": "MK", "MNE": "ME", "SRB": "RS", "THA": "TH", "VNM": "VN", "XKX": "XK",
}  # fmt: skip


@dataclass(frozen=True)
class Labelled:
    """Pieces of border that share a label."""

    a: str
    b: str
    status: str
    views: str
    source: str
    ends: np.ndarray


def label(zones: Segments, *, geo_maps: str) -> list[Labelled]:
    """Every border piece once per label it bears, overlays included, in order of the labels."""
    neighbours = _geo_maps_pairs(geo_maps)
    labelled = []
    for a, b, claim in sorted({*zip(zones.a.tolist(), zones.b.tolist(), zones.claim.tolist(), strict=True)}):
        ends = zones.ends[(zones.a == a) & (zones.b == b) & (zones.claim == claim)]
        for pair, mine in _relabelled((a, b), ends, neighbours):
            labelled += _with_views(pair, mine, claim)
    labelled += _disputes_split(("RS", "XK"), bridged(neighbours["RS", "XK"], GAP_DEG), BOTH, "geo-maps")
    return sorted(labelled, key=lambda group: (group.a, group.b, group.status, group.views, group.source))


def _relabelled(
    pair: tuple[str, str], ends: np.ndarray, neighbours: dict[tuple[str, str], np.ndarray]
) -> list[tuple[tuple[str, str], np.ndarray]]:
    if pair not in RELABEL:
        return [(pair, ends)]
    options = RELABEL[pair]
    if len(options) < 2:
        return [(option, ends) for option in options]
    middle = shapely.points((ends[:, :2] + ends[:, 2:]) / 2)
    far = [shapely.STRtree(_lines(neighbours[o])).query_nearest(middle, return_distance=True, all_matches=False)[1]
           for o in options]  # fmt: skip
    choice = np.argmin(far, axis=0)
    return [(option, ends[choice == k]) for k, option in enumerate(options)]


def _with_views(pair: tuple[str, str], ends: np.ndarray, claim: str) -> list[Labelled]:
    """The piece as each worldview sees it; none for claims that are not drawn."""
    if "AQ" in pair or (claim and CLAIMS_DRAWN.get(pair, claim) != claim):
        return []
    match pair:
        case ("UA", c) if c == CRIMEA:
            return [Labelled("RU", "UA", DISPUTED, DE_FACTO, "geo-tz", ends)]
        case (_, c) if c == CRIMEA:
            return []
        case ("EH", "MA"):
            return _disputes_split(pair, ends, UN, "geo-tz")
        case ("EH", other) | (other, "EH"):
            a, b = sorted(("MA", other))
            return [Labelled(*pair, AGREED, UN, "geo-tz", ends), Labelled(a, b, DISPUTED, DE_FACTO, "geo-tz", ends)]
    if claim and pair not in CONDOMINIA:
        return [Labelled(*pair, DISPUTED, BOTH, "geo-tz", ends)]
    return _disputes_split(pair, ends, BOTH, "geo-tz")


def _disputes_split(pair: tuple[str, str], ends: np.ndarray, views: str, source: str) -> list[Labelled]:
    if pair not in DISPUTES:
        return [Labelled(*pair, AGREED, views, source, ends)]
    (south, west, north, east), _ = DISPUTES[pair]
    lon, lat = (ends[:, 0] + ends[:, 2]) / 2, (ends[:, 1] + ends[:, 3]) / 2
    inside = (lat >= south) & (lat <= north) & (lon >= west) & (lon <= east)
    halves = ((DISPUTED, ends[inside]), (AGREED, ends[~inside]))
    return [Labelled(*pair, status, views, source, part) for status, part in halves if len(part)]


def bridged(ends: np.ndarray, gap_deg: float) -> np.ndarray:
    """The segments, and straight ones between loose ends that lie within the gap, the nearest first."""
    while True:
        parts = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(list(_lines(ends)))))
        loose = [(part, shapely.get_coordinates(line)[i]) for part, line in enumerate(parts) for i in (0, -1)]
        pairs = [(float(np.hypot(*(p - q))), *p, *q) for (a, p), (b, q) in combinations(loose, 2) if a != b]
        if not pairs or min(pairs)[0] > gap_deg:
            return ends
        ends = np.vstack([ends, min(pairs)[1:]])


def _lines(ends: np.ndarray) -> np.ndarray:
    return shapely.linestrings(ends.reshape(-1, 2, 2))


def _geo_maps_pairs(version: str) -> dict[tuple[str, str], np.ndarray]:
    """Edges that two countries of npm ``geo-maps`` share, for the countries that need it."""
    text = (fetch("@geo-maps/countries-land-250m", version) / "map.geo.json").read_text(encoding="utf-8")
    edges: dict[tuple[float, ...], set[str]] = {}
    for feature in json.loads(text)["features"]:
        code = _ISO3.get(feature["properties"]["A3"])
        for edge in _edges(feature["geometry"]) if code else ():
            edges.setdefault(edge, set()).add(str(code))
    pairs: dict[tuple[str, str], list[tuple[float, ...]]] = {}
    for edge, codes in sorted(edges.items()):
        if len(codes) == 2:
            a, b = sorted(codes)
            pairs.setdefault((a, b), []).append(edge)
    return {pair: np.array(found) for pair, found in pairs.items()}


def _edges(geometry: dict) -> list[tuple[float, ...]]:
    """Edges of all rings as (lon, lat, lon, lat), the smaller end first."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = (ring for polygon in polygons for ring in polygon)
    return [(*min(p[:2], q[:2]), *max(p[:2], q[:2])) for ring in rings for p, q in pairwise(ring)]
