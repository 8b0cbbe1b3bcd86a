"""The user's own entries laid over the embedded gazetteer."""

import functools
import pickle
import re
import sqlite3
from contextlib import closing

import pytest

from geo.errors import GazetteerError
from geo.gazetteer.download import fetch_file
from geo.gazetteer.geonames import update_country
from geo.gazetteer.overlay import SAVED, overlay_version, save_places, with_overlay
from geo.model.place import Feature, LatLon, Place
from tests.gazetteer.countryfile import country_zip
from tests.gazetteer.server import Faults, misbehaving

HAMLET = Place(
    id="osm:N42",
    name="Staryi Mlyn",
    at=LatLon(lat=48.1, lon=37.2),
    feature=Feature.CITY,
    country="UA",
    radius_m=800,
    source="OpenStreetMap (ODbL) through Nominatim",
)


@pytest.fixture
def folder(tmp_path):
    with misbehaving(Faults(body=country_zip())) as url:
        update_country("UA", tmp_path, base_url=url, download=functools.partial(fetch_file, wait=lambda _: None))
    return tmp_path


@pytest.fixture
def overlaid(embedded, folder):
    return with_overlay(embedded, folder)


def test_an_empty_overlay_is_the_embedded_gazetteer(embedded, tmp_path):
    assert with_overlay(embedded, tmp_path / "nowhere") is embedded


def test_a_village_of_the_overlay_is_found_with_its_region(overlaid):
    (village,) = overlaid.lookup(["Klishchiivka"])["Klishchiivka"]
    assert (village.country_name, village.admin1) == ("Ukraine", "Donetsk")


def test_namesakes_in_the_overlay_are_candidates_too(embedded, overlaid):
    before = embedded.lookup(["Zelenyi Hai"])["Zelenyi Hai"]
    after = overlaid.lookup(["Zelenyi Hai"])["Zelenyi Hai"]
    assert after[: len(before)] == before
    assert {place.id for place in after[len(before) :]} == {"geonames:9000002", "geonames:9000003"}


def test_what_both_know_is_one_place(embedded, overlaid):
    assert overlaid.lookup(["Kyiv"]) == embedded.lookup(["Kyiv"])
    robotyne = overlaid.lookup(["Robotyne"])["Robotyne"]
    assert len(robotyne) == 1


def test_names_the_overlay_does_not_hold_are_answered_as_before(embedded, overlaid):
    names = ["Taganrog", "us", "Ukrainians", "Nowhere-at-all"]
    assert overlaid.lookup(names) == embedded.lookup(names)
    assert [overlaid.name_class(name) for name in names] == [embedded.name_class(name) for name in names]


def test_a_name_only_the_overlay_holds_has_a_class(overlaid):
    assert overlaid.name_class("Richka Testova") == "water"
    assert overlaid.name_class("Mist Testovyi") == "facility"


def test_a_place_of_the_overlay_is_found_by_id(overlaid):
    assert overlaid.by_id("geonames:9000001").name == "Klishchiivka"
    assert overlaid.by_id("geonames:484907").name == "Taganrog"
    assert overlaid.by_id("geonames:1") is None


def test_saved_answers_are_found_under_the_name_that_was_asked(embedded, tmp_path):
    save_places(tmp_path, "Old Mill", [HAMLET])
    save_places(tmp_path, "Old Mill hamlet", [HAMLET])
    overlaid = with_overlay(embedded, tmp_path)
    assert overlaid.lookup(["Old Mill hamlet"])["Old Mill hamlet"][-1].id == "osm:N42"
    assert overlaid.lookup(["staryi mlyn"])["staryi mlyn"][-1].source == HAMLET.source


def test_an_overlay_travels_to_another_process(overlaid):
    copy = pickle.loads(pickle.dumps(overlaid))
    assert copy.lookup(["Robotyne", "Azov"]) == overlaid.lookup(["Robotyne", "Azov"])


def test_the_version_follows_the_overlay(embedded, folder):
    before = overlay_version(embedded, folder)
    assert with_overlay(embedded, folder).version == before != embedded.version
    save_places(folder, "Old Mill", [HAMLET])
    assert overlay_version(embedded, folder) != before


def test_a_damaged_file_is_named(embedded, tmp_path):
    (tmp_path / SAVED).write_bytes(b"not a database, whatever its name says" * 30)
    with pytest.raises(GazetteerError, match=SAVED):
        with_overlay(embedded, tmp_path)


@pytest.mark.parametrize(
    ("column", "value"),
    [("lat", "nan"), ("lon", 200), ("lat", None), ("radius_m", "wide"), ("population", "many"), ("feature", "moon")],
)
def test_a_row_that_is_no_place_is_an_error_that_names_its_file(embedded, tmp_path, column, value):
    save_places(tmp_path, "Old Mill hamlet", [HAMLET])
    with closing(sqlite3.connect(tmp_path / SAVED)) as connection, connection:
        (schema,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'place'").fetchone()
        rows = connection.execute("SELECT * FROM place").fetchall()
        connection.execute("DROP TABLE place")
        connection.execute(re.sub(r" (REAL|INTEGER|TEXT) NOT NULL", r" \1", schema))
        connection.executemany(f"INSERT INTO place VALUES ({','.join('?' * len(rows[0]))})", rows)
        connection.execute(f"UPDATE place SET {column} = ?", (value,))
    overlaid = with_overlay(embedded, tmp_path)
    with pytest.raises(GazetteerError, match=SAVED):
        overlaid.lookup(["Old Mill hamlet"])
    with pytest.raises(GazetteerError, match=SAVED):
        overlaid.by_id(HAMLET.id)


def test_a_file_damaged_after_it_was_opened_is_named(embedded, tmp_path):
    save_places(tmp_path, "Old Mill hamlet", [HAMLET])
    overlaid = with_overlay(embedded, tmp_path)
    with closing(sqlite3.connect(tmp_path / SAVED)) as connection, connection:
        connection.execute("DROP TABLE name")
    with pytest.raises(GazetteerError, match=SAVED):
        overlaid.lookup(["Old Mill hamlet"])


def test_what_cannot_be_saved_is_one_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="cannot be written"):
        save_places(tmp_path / "file", "Old Mill", [HAMLET])
    (tmp_path / SAVED).write_bytes(b"not a database, whatever its name says" * 30)
    with pytest.raises(GazetteerError, match="cannot be written"):
        save_places(tmp_path, "Old Mill", [HAMLET])


def test_a_name_that_is_no_text_is_nowhere(embedded, overlaid):
    for gazetteer in (embedded, overlaid):
        assert gazetteer.lookup(["\udcff", "\x00", ""]) == {"\udcff": (), "\x00": (), "": ()}
        assert gazetteer.name_class("\udcff") is None
