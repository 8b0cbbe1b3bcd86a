"""Which cells are drawn in full: around everything while that fits, and a clear rule where it does not."""

import dataclasses
import random

import pytest
import shapely

from geo.cartography.cells import CELL_DEG, MOST_CELLS, MOST_REACH, detailed_area
from geo.model.place import LatLon
from geo.model.reading import Atlas
from tests.cartography.factories import border_check, incident, place, port_report, small_atlas


def at(lat: float, lon: float) -> LatLon:
    return LatLon(lat=lat, lon=lon)


def atlas(spots: list[LatLon], ends: list[LatLon] | None = None) -> Atlas:
    checks = tuple(dataclasses.replace(border_check(), line=(end, end)) for end in ends or [])
    told = [dataclasses.replace(port_report(), place=place(f"Town {n}", p.lat, p.lon)) for n, p in enumerate(spots)]
    reading = dataclasses.replace(small_atlas().readings[0], checks=checks)
    return Atlas(incidents=tuple(incident(f"i{n}", report) for n, report in enumerate(told)), readings=(reading,))


def scattered(count: int, *, seed: int = 1) -> list[LatLon]:
    chance = random.Random(seed)
    return [at(chance.uniform(-60, 70), chance.uniform(-170, 170)) for _ in range(count)]


def cells_of(area: object) -> int:
    return round(shapely.area(area) / CELL_DEG**2)


def surroundings(p: LatLon, reach: int) -> object:
    """What is within so many cells of a position, whichever part of its own cell it is in."""
    return shapely.box(
        p.lon - reach * CELL_DEG, p.lat - reach * CELL_DEG, p.lon + reach * CELL_DEG, p.lat + reach * CELL_DEG
    )


def test_around_one_incident_a_degree_is_drawn_in_full():
    area = detailed_area(atlas([at(47.2, 38.9)]))
    assert MOST_REACH * CELL_DEG >= 1
    assert area.covers(surroundings(at(47.2, 38.9), MOST_REACH))
    assert cells_of(area) == (2 * MOST_REACH + 1) ** 2


@pytest.mark.parametrize("count", [100, 200, 600, 5000])
def test_however_many_incidents_there_are_the_detailed_cells_stay_bounded(count):
    assert 0 < cells_of(detailed_area(atlas(scattered(count)))) <= MOST_CELLS


def test_where_incidents_are_many_less_is_drawn_around_each_but_none_is_left_out():
    spots = scattered(200)
    area = detailed_area(atlas(spots))
    assert all(area.covers(surroundings(p, 1)) for p in spots)
    assert not all(area.covers(surroundings(p, MOST_REACH)) for p in spots)


def test_of_a_thousand_scattered_incidents_each_keeps_its_own_cell_and_measured_lines_more():
    end, spots = at(-49.9, 70.1), scattered(1000)
    area = detailed_area(atlas(spots, [end]))
    assert all(area.covers(shapely.Point(p.lon, p.lat)) for p in spots)
    assert area.covers(surroundings(end, 1))


def test_where_own_cells_are_too_many_measured_lines_and_then_most_incidents_come_first():
    often, end = at(40.1, 20.1), at(-49.9, 70.1)
    area = detailed_area(atlas([*scattered(3000), *[often] * 20], [end]))
    assert area.covers(shapely.Point(end.lon, end.lat))
    assert area.covers(shapely.Point(often.lon, often.lat))
    assert cells_of(area) == MOST_CELLS


def test_an_atlas_without_places_has_no_detailed_area():
    assert detailed_area(Atlas(incidents=(), readings=())).is_empty
