"""The lines in the page: one border everywhere, exact where distances were measured."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.cartography.borders import SCALE, detailed_lines
from geo.gazetteer.boundaries import open_boundaries
from geo.model.place import LatLon
from geo.model.reading import Atlas
from tests.cartography.factories import Lines, border_check, incident, place, port_report, small_atlas

OSM = Path(__file__).resolve().parents[2] / "data" / "osm"
#: Towns from which articles measure to a border, with the two countries.
MEASURED = (
    (47.23627, 38.9053, "RU", "UA"),
    (50.59977, 36.58259, "RU", "UA"),
    (36.20124, 36.16117, "SY", "TR"),
    (31.66, 34.56, "IL", "PS"),
    (34.01, 71.58, "AF", "PK"),
)


def degrees(steps: list[int]) -> np.ndarray:
    return np.cumsum(np.array(steps).reshape(-1, 2), axis=0) / SCALE


def atlas_at(at: LatLon, end: LatLon) -> Atlas:
    check = dataclasses.replace(border_check(), line=(at, end))
    reading = dataclasses.replace(small_atlas().readings[0], checks=(check,))
    told = dataclasses.replace(port_report(), place=place("Town", at.lat, at.lon))
    return Atlas(incidents=(incident("one", told),), readings=(reading,))


@pytest.mark.parametrize(("lat", "lon", "a", "b"), MEASURED)
def test_a_measured_line_ends_on_the_drawn_border_and_is_as_long_as_its_label(lat, lon, a, b):
    boundaries, at = open_boundaries(OSM), LatLon(lat=lat, lon=lon)
    nearest = boundaries.nearest_border(at, of=a, with_=b)
    assert nearest is not None
    drawn = detailed_lines(boundaries, atlas_at(at, nearest.at))["borders"]
    lines = [degrees(line["points"])[:, ::-1] for line in drawn if set(line["between"]) == {a, b}]
    end = shapely.Point(nearest.at.lon, nearest.at.lat)
    line = min((shapely.LineString(line) for line in lines), key=end.distance)
    foot = line.interpolate(line.project(end))
    geod = Geod(ellps="WGS84")
    assert geod.inv(end.x, end.y, foot.x, foot.y)[2] <= 50
    assert abs(geod.inv(lon, lat, foot.x, foot.y)[2] - nearest.distance_m) <= 100


def test_far_from_incidents_borders_are_coarse_but_whole():
    boundaries = open_boundaries(OSM)
    none = detailed_lines(boundaries, Atlas(incidents=(), readings=()))
    whole = sum(len(line.points) for line in boundaries.lines_within(-90, -180, 90, 180))
    assert sum(len(line["points"]) for line in none["borders"]) / 2 < whole / 4
    assert none["area"] == none["land"] == none["coast"] == []


def test_the_detailed_and_the_coarse_part_of_a_border_meet():
    boundaries, at = open_boundaries(OSM), LatLon(lat=47.23627, lon=38.9053)
    ends = [
        tuple(np.round(end * SCALE).astype(int))
        for line in detailed_lines(boundaries, atlas_at(at, at))["borders"]
        if set(line["between"]) == {"RU", "UA"}
        for end in degrees(line["points"])[[0, -1]]
    ]
    met = sum(ends.count(end) >= 2 for end in ends)
    assert met >= len(ends) - 8


def test_near_incidents_the_coast_replaces_that_of_the_base_map():
    detail = detailed_lines(Lines(), small_atlas())
    assert detail["area"]
    assert detail["land"]
    land = [shapely.Polygon(degrees(ring)[:, ::-1]) for ring in detail["land"]]
    area = shapely.union_all([shapely.Polygon(degrees(ring)[:, ::-1]) for ring in detail["area"]])
    assert all(area.buffer(1e-3).covers(ring) for ring in land)
    for line in detail["coast"]:
        assert not area.boundary.buffer(1e-6).covers(shapely.LineString(degrees(line)[:, ::-1])), "a cut is no coast"


def test_boundaries_that_know_no_coast_leave_it_to_the_base_map():
    class Inland(Lines):
        coast_within = None  # type: ignore[assignment]

    detail = detailed_lines(Inland(), small_atlas())
    assert detail["area"] == []
    assert detail["borders"]
