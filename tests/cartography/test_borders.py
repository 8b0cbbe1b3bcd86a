"""The lines in the page: one border everywhere, exact where distances were measured."""

import dataclasses
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.cartography.borders import COAST_DEG, SCALE, detailed_lines
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


def test_far_from_incidents_borders_are_those_of_the_base_map():
    none = detailed_lines(open_boundaries(OSM), Atlas(incidents=(), readings=()))
    assert none["borders"] == none["replaced"] == none["area"] == none["land"] == none["coast"] == []


def test_a_line_of_the_base_map_gives_way_to_its_detailed_self_and_to_nothing_else():
    boundaries, at = open_boundaries(OSM), LatLon(lat=47.23627, lon=38.9053)
    detail = detailed_lines(boundaries, atlas_at(at, at))
    embedded = {line.number: line for line in boundaries.lines_within(-90, -180, 90, 180)}
    assert {embedded[n].countries for n in detail["replaced"]} == {("RU", "UA")}
    whole = sum(shapely.LineString(embedded[n].points).length for n in detail["replaced"])
    drawn = sum(shapely.LineString(degrees(line["points"])).length for line in detail["borders"])
    assert drawn == pytest.approx(whole, rel=0.2)


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


def test_the_detailed_coast_of_a_scattered_atlas_is_the_one_that_distances_are_measured_to():
    boundaries = open_boundaries(OSM)
    ports = [(40.64, 22.94), (59.33, 18.06), (-33.86, 151.21), (35.18, 129.08), (6.45, 3.39), (-22.9, -43.2)]
    told = [dataclasses.replace(port_report(), place=place(f"Port {n}", *port)) for n, port in enumerate(ports)]
    detail = detailed_lines(boundaries, Atlas(incidents=tuple(map(incident, "abcdef", told)), readings=()))
    coast = shapely.MultiLineString([degrees(line)[:, ::-1] for line in detail["coast"]])
    for lat, lon in ports:
        nearest = boundaries.nearest_coast(LatLon(lat=lat, lon=lon))
        assert coast.distance(shapely.Point(nearest.at.lon, nearest.at.lat)) <= 2 * COAST_DEG


def test_the_coast_is_asked_about_patch_by_patch_and_not_for_the_world_between():
    class Watched(Lines):
        asked: ClassVar[list[tuple[float, ...]]] = []

        def coast_within(self, *box):
            self.asked.append(box)
            return super().coast_within(*box)

    apart = [dataclasses.replace(port_report(), place=place(f"P{x}", 10.1, x)) for x in (-120.1, 0.1, 120.1)]
    detailed_lines(Watched(), Atlas(incidents=tuple(map(incident, "abc", apart)), readings=()))
    assert len(Watched.asked) == 3
    assert all(east - west <= 4 for _, west, _, east in Watched.asked)
