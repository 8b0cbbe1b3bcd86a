"""Country files into the overlay: checked, swapped in whole, and refused when they are not what they should be."""

import functools
import json

import pytest

from geo.errors import GazetteerError
from geo.gazetteer.database import open_database
from geo.gazetteer.download import fetch_file
from geo.gazetteer.geonames import MANIFEST, read_manifest, update_country
from geo.model.place import Feature
from tests.gazetteer.countryfile import ROWS, country_text, country_zip
from tests.gazetteer.server import Faults, misbehaving

patient = functools.partial(fetch_file, wait=lambda _: None)


@pytest.fixture
def faults():
    return Faults(body=country_zip())


@pytest.fixture
def update(tmp_path, faults):
    with misbehaving(faults) as url:
        yield functools.partial(update_country, folder=tmp_path, base_url=url, download=patient)


def names(folder, name):
    return [place.id for place in open_database(folder / "UA.sqlite").lookup(name)]


def test_a_country_arrives_with_its_villages(update, tmp_path, faults):
    done = update("ua")
    assert (done.country, done.changed, done.rows, done.places) == ("UA", True, len(ROWS), len(ROWS) - 1)
    (village,) = open_database(tmp_path / "UA.sqlite").lookup("Rabotino")
    assert (village.name, village.feature, village.admin1_code) == ("Robotyne", Feature.CITY, "UA.26")
    assert (village.population, village.source) == (480, "GeoNames")
    assert faults.requests[0][0] == "/UA.zip"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["UA.sqlite", MANIFEST]


def test_wells_and_codes_are_left_out(update, tmp_path):
    update("UA")
    assert names(tmp_path, "Kryva Krynytsia") == []
    assert open_database(tmp_path / "UA.sqlite").lookup("Mist Testovyi")[0].feature is Feature.BRIDGE


def test_the_manifest_says_what_came_from_where(update, tmp_path):
    done = update("UA")
    assert read_manifest(tmp_path) == {"UA": done}
    (row,) = json.loads((tmp_path / MANIFEST).read_text())
    assert (len(row["sha256"]), row["etag"]) == (64, '"one"')
    assert row["url"].endswith("/UA.zip")


def test_an_unchanged_country_is_left_alone(update, tmp_path):
    first = update("UA")
    before = (tmp_path / "UA.sqlite").stat().st_mtime_ns
    again = update("UA")
    assert (again.changed, again.places, again.sha256) == (False, first.places, first.sha256)
    assert (tmp_path / "UA.sqlite").stat().st_mtime_ns == before


def test_a_lost_overlay_file_is_fetched_again(update, tmp_path):
    update("UA")
    (tmp_path / "UA.sqlite").unlink()
    assert update("UA").changed
    assert names(tmp_path, "Robotyne")


def test_a_new_version_replaces_the_old(update, tmp_path, faults):
    update("UA")
    faults.body, faults.etag = country_zip(country_text(ROWS[1:])), '"two"'
    assert update("UA").changed
    assert names(tmp_path, "Robotyne") == []
    assert names(tmp_path, "Klishchiivka")


def test_a_broken_download_is_resumed_and_then_built(update, tmp_path, faults):
    faults.break_after = [100, 100]
    update("UA")
    assert names(tmp_path, "Robotyne")
    assert [headers.get("Range") for _, headers in faults.requests] == [None, "bytes=100-", "bytes=200-"]


def _damaged():
    whole = bytearray(country_zip())
    whole[60] ^= 0xFF  # inside the compressed rows
    return bytes(whole)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<html>not found</html>" * 20, "damaged"),
        (_damaged(), "damaged"),
        (country_zip(member="readme.txt"), "holds no UA.txt"),
        (country_zip(""), "no places"),
        (country_zip("a\tb\n" * 50), "unreadable"),
        (country_zip(country_text().replace("47.447", "147.447")), "1 of 8 rows are unreadable"),
        (country_zip(country_text(ROWS[:3])), "shrank from 8 rows to 3"),
    ],
)
def test_what_is_no_country_file_leaves_the_overlay_as_it_was(update, tmp_path, faults, body, says):
    update("UA")
    manifest = (tmp_path / MANIFEST).read_text()
    faults.body, faults.etag = body, '"two"'
    with pytest.raises(GazetteerError, match=says):
        update("UA")
    assert names(tmp_path, "Robotyne")
    assert (tmp_path / MANIFEST).read_text() == manifest
    assert sorted(path.name for path in tmp_path.iterdir()) == ["UA.sqlite", MANIFEST]


def test_a_bomb_is_not_unpacked(update, tmp_path, faults, monkeypatch):
    monkeypatch.setattr("geo.gazetteer.geonames._LARGEST", 10)
    with pytest.raises(GazetteerError, match="unpacks to"):
        update("UA")
    assert not (tmp_path / "UA.sqlite").exists()


@pytest.mark.parametrize("country", ["", "U", "UKR", "../UA", "12"])
def test_what_is_no_country_code_is_not_asked_for(update, faults, country):
    with pytest.raises(GazetteerError, match="two-letter"):
        update(country)
    assert faults.requests == []


def test_a_damaged_manifest_is_named(tmp_path):
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(GazetteerError, match=MANIFEST):
        read_manifest(tmp_path)


def test_a_folder_that_cannot_be_written_is_one_error(update, tmp_path, faults):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(GazetteerError, match="cannot be written"):
            update("UA", folder=folder)
    (tmp_path / "UA.sqlite").mkdir()
    with pytest.raises(GazetteerError, match="cannot be written"):
        update("UA")
