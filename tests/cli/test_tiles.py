"""``geo build --tiles``: only the map that asks for tiles has them."""

import pytest

from tests.cli.run import SEED, geo


@pytest.fixture
def build(tmp_path):
    return lambda *arguments, out: geo("build", SEED, "--out", out, *arguments, cwd=tmp_path)


def test_a_map_without_tiles_is_the_same_after_one_with_them(build, tmp_path):
    for out, arguments in (("plain", ()), ("tiled", ("--tiles", "esri worldimagery")), ("again", ())):
        done = build(*arguments, out=out)
        assert done.returncode == 0, done.stderr
    plain, tiled, again = ((tmp_path / out / "incidents.html").read_bytes() for out in ("plain", "tiled", "again"))
    assert plain == again
    host = b"https://server.arcgisonline.com"
    assert b"img-src data: blob: " + host in tiled
    assert host not in plain
    for name in ("incidents.csv", "incidents.geojson", "distances.csv", "report.json"):
        assert (tmp_path / "plain" / name).read_bytes() == (tmp_path / "tiled" / name).read_bytes()


def test_tiles_may_stand_among_the_settings(build, tmp_path):
    (tmp_path / "geo.toml").write_text('tiles = "OpenTopoMap"\n', encoding="utf-8")
    assert build(out="maps").returncode == 0
    assert b"tile.opentopomap.org" in (tmp_path / "maps" / "incidents.html").read_bytes()


@pytest.mark.parametrize("name", ["OpenTopMap", "\x1b[31m"])
def test_tiles_that_cannot_be_had_are_one_line_with_near_names_and_nothing_is_written(build, tmp_path, name):
    done = build("--tiles", name, out="maps")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("geo: tiles: ")
    assert "near names: " in line
    assert "\x1b" not in line
    assert not (tmp_path / "maps").exists()
