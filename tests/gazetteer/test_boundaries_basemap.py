"""The base map as embedded: what is land, what is water, and how much of the page it takes."""

import gzip
import json

import numpy as np
import pytest
import shapely

from geo.files.embedded import data_file, data_folder
from geo.gazetteer.boundaries import WORLDVIEWS, open_boundaries


@pytest.fixture(scope="module")
def world():
    return json.loads(gzip.decompress(data_file("basemap/world.json.gz").read_bytes()))


def shapes(world, kind):
    rings = [np.cumsum(np.array(ring).reshape(-1, 2), axis=0)[:, ::-1] / world["scale"] for ring in world[kind]]
    return [shapely.make_valid(shapely.Polygon(ring)) for ring in rings]


def inside(world, kind, lat, lon):
    return any(shapely.contains_xy(shape, lon, lat) for shape in shapes(world, kind))


def test_every_vertex_is_on_the_globe(world):
    for kind in ("land", "lakes", "islands"):
        west, south, east, north = shapely.total_bounds(shapely.GeometryCollection(shapes(world, kind)))
        assert -180 <= west < -60
        assert 60 < east <= 180
        assert -90 <= south < north <= 90


@pytest.mark.parametrize(
    ("lat", "lon"), [(45.0, -93.3), (64.7, 177.5), (-25.0, 135.0), (47.3, 38.9), (1.35, 103.85), (-78.0, 100.0)]
)
def test_dry_places_are_land(world, lat, lon):
    assert inside(world, "land", lat, lon)


@pytest.mark.parametrize(("lat", "lon"), [(46.0, 36.5), (-35.3, -57.0), (0.0, -150.0), (43.0, 34.0)])
def test_the_sea_is_not_land(world, lat, lon):
    assert not inside(world, "land", lat, lon)


@pytest.mark.parametrize(("lat", "lon"), [(47.7, -88.0), (41.5, 50.5), (-1.0, 33.0), (53.5, 108.2), (60.8, 31.5)])
def test_great_lakes_are_whole(world, lat, lon):
    assert inside(world, "lakes", lat, lon)


def test_names_have_a_place_and_a_zoom_level(world):
    towns = {town["name"]: town for town in world["towns"]}
    assert towns["Kyiv"]["from"] <= 4
    assert towns["Rostov-on-Don"]["from"] <= 6
    assert len(towns) > 1_300
    seas = {sea["name"]: sea for sea in world["seas"]}
    assert seas["Pacific Ocean"]["from"] < seas["Black Sea"]["from"] < seas["Kerch Strait"]["from"]
    assert towns["Kyiv"]["in"] == "UA"
    countries = {country["code"]: country for country in world["countries"]}
    assert countries["RU"]["from"] < countries["UA"]["from"] < countries["LU"]["from"]
    assert {town["in"] for town in world["towns"]} <= set(countries)
    for name in (*world["towns"], *world["seas"], *world["countries"]):
        assert -90 <= name["lat"] <= 90
        assert -180 <= name["lon"] <= 180


def test_the_base_map_takes_no_more_than_420_kb_of_a_page():
    assert len(data_file("basemap/world.json.gz").read_bytes()) * 5 / 4 <= 420_000


@pytest.mark.parametrize("worldview", WORLDVIEWS)
def test_its_borders_are_those_that_distances_are_measured_to_under_the_same_numbers(world, worldview):
    measured = {
        line.number: line
        for line in open_boundaries(data_folder() / "osm", worldview=worldview).lines_within(-90, -180, 90, 180)
    }
    drawn = {n: line for n, line in enumerate(world["borders"]["lines"]) if worldview in line["views"]}
    assert drawn.keys() == measured.keys()
    for number, line in drawn.items():
        points = np.cumsum(np.array(line["points"]).reshape(-1, 2), axis=0) / world["borders"]["scale"]
        coarse = shapely.LineString(points) if len(points) > 1 else shapely.Point(points[0])
        assert (tuple(line["between"]), line["status"]) == (measured[number].countries, measured[number].status)
        assert shapely.hausdorff_distance(shapely.LineString(measured[number].points), coarse) < 0.015
