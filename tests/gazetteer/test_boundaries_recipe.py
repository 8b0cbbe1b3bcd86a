"""How borders are read out of time zones, joined, cut and written."""

import numpy as np
import pytest
import shapely

from data.recipes import borders_views, borders_zones
from data.recipes.borders_lines import cut, merged, write_lines
from data.recipes.borders_views import Labelled
from data.recipes.borders_zones import Segments
from data.recipes.coast import _without_frame
from geo.gazetteer.boundaries_polylines import PIECE_M, UNITS_PER_DEG, read_polylines


def leaf(**countries: list[tuple[int, int]]) -> borders_zones._Leaf:
    """A leaf of the quadtree with one ring per country, in its small units."""
    closed = {name: [*ring, ring[0]] for name, ring in countries.items()}
    return borders_zones._Leaf(
        countries=tuple(closed),
        shapes=tuple(shapely.Polygon(ring) for ring in closed.values()),
        rings=tuple(np.array(ring) for ring in closed.values()),
        owners=tuple(range(len(closed))),
    )


def found(of: borders_zones._Leaf) -> set[tuple[str, str, str, tuple[int, ...]]]:
    parts = list(borders_zones._leaf_segments(of))
    return {
        (str(a), str(b), str(claim), tuple(np.rint(ends / borders_zones.UNIT_DEG).astype(int).tolist()))
        for part in parts
        for ends, a, b, claim in zip(part.ends, part.a, part.b, part.claim, strict=True)
    }


def test_an_edge_two_countries_run_in_opposite_directions_is_a_border():
    west, east = [(0, 0), (10, 0), (11, 10), (0, 10)], [(10, 0), (20, 0), (20, 10), (11, 10)]
    assert found(leaf(AA=west, BB=east)) == {("AA", "BB", "", (10, 0, 11, 10))}


def test_the_edge_of_the_sea_is_no_border():
    west, east = [(0, 0), (10, 0), (11, 10), (0, 10)], [(10, 0), (20, 0), (20, 10), (11, 10)]
    assert found(leaf(AA=west, ZZ=east)) == set()


def test_where_claims_overlap_each_claim_has_its_own_bound():
    west, east = [(0, 0), (12, 0), (13, 10), (0, 10)], [(8, 0), (20, 0), (20, 10), (9, 10)]
    assert found(leaf(AA=west, BB=east)) == {("AA", "BB", "AA", (12, 0, 13, 10)), ("AA", "BB", "BB", (8, 0, 9, 10))}


def labels(pair: tuple[str, str], claim: str = "", at: tuple[float, float] = (0.0, 0.0)) -> set[tuple[str, ...]]:
    ends = np.array([[at[1], at[0], at[1] + 0.01, at[0]]])
    return {(g.a, g.b, g.status, g.views) for g in borders_views._with_views(pair, ends, claim)}


def test_each_worldview_gets_the_labels_it_draws():
    assert labels(("UA", borders_zones.CRIMEA)) == {("RU", "UA", "disputed", "de-facto")}
    assert labels(("RU", borders_zones.CRIMEA)) == set()
    assert labels(("EH", "MR")) == {("EH", "MR", "agreed", "un"), ("MA", "MR", "disputed", "de-facto")}
    assert labels(("IN", "PK"), at=(34.0, 74.0)) == {("IN", "PK", "disputed", "un de-facto")}
    assert labels(("IN", "PK"), at=(25.0, 70.0)) == {("IN", "PK", "agreed", "un de-facto")}


def test_overlapping_claims_are_disputed_but_for_a_condominium():
    assert labels(("HR", "RS"), claim="HR") == {("HR", "RS", "disputed", "un de-facto")}
    assert labels(("DE", "LU"), claim="DE") == {("DE", "LU", "agreed", "un de-facto")}
    assert labels(("GE", "RU"), claim="RU") == set()
    assert labels(("AQ", "AR")) == set()


def test_a_border_that_lakes_cut_is_closed_again():
    line = np.array([(20.0, 43.0, 20.1, 43.0), (20.15, 43.0, 20.3, 43.1), (21.0, 43.1, 21.1, 43.1)])
    closed = borders_views.bridged(line, 0.1)
    assert closed[len(line) :].tolist() == [[20.1, 43.0, 20.15, 43.0]]


def test_loose_segments_become_one_line_without_needless_vertices():
    zigzag = np.array([(0.0, 50.0), (0.01, 50.0001), (0.02, 50.0), (0.03, 50.01)])
    ends = np.hstack([zigzag[:-1], zigzag[1:]])[[2, 0, 1]]
    (line,) = merged(ends, 100.0)
    assert line == pytest.approx(zigzag[[0, 2, 3]])


def test_a_cut_line_keeps_its_vertices_and_has_no_long_piece():
    line = np.array([(20.0, 49.0), (20.5, 49.0), (20.5, 49.2)])
    pieces = cut(line, PIECE_M)
    assert {tuple(v) for v in line.tolist()} <= {tuple(v) for v in pieces.tolist()}
    assert np.hypot(*(np.diff(pieces, axis=0) * [73_200, 111_200]).T).max() < PIECE_M * 1.01


def test_what_is_written_is_read_again_and_gives_the_same_bytes(tmp_path):
    group = Labelled("AA", "BB", "disputed", "un de-facto", "geo-tz", np.empty((0, 4)))
    lines = [np.array([(179.9, -10.0), (179.95, -10.3)]), np.array([(0.0, 0.0), (-0.001, 0.001)])]
    for name in ("one.npz", "two.npz"):
        write_lines(tmp_path / name, [(group, lines)])
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    back = read_polylines(tmp_path / "one.npz")
    assert back.groups[0].countries == ("AA", "BB")
    assert back.groups[0].views == {"un", "de-facto"}
    for number, line in enumerate(lines):
        start, end = back.starts[number], back.starts[number + 1] - 1
        assert (back.lon[start], back.lat[start]) == pytest.approx(line[0], abs=0.5 / UNITS_PER_DEG)
        assert (back.lon[end], back.lat[end]) == pytest.approx(line[-1], abs=0.5 / UNITS_PER_DEG)


def test_the_frame_of_the_map_is_no_coast():
    ring = np.array([(170, 60), (180, 62), (180, 64), (170, 66), (165, 63), (170, 60)], float)
    (line,) = _without_frame(ring)
    assert line.tolist() == [[180, 64], [170, 66], [165, 63], [170, 60], [180, 62]]


def test_a_table_of_segments_can_be_narrowed():
    two = Segments(np.arange(8.0).reshape(2, 4), np.array(["A", "B"]), np.array(["C", "D"]), np.array(["", ""]))
    assert two.where(np.array([False, True])).a.tolist() == ["B"]
