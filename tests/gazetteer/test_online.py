"""Online geocoders, played by a server on this machine that answers in their formats."""

import json
import time

import pytest
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut

from geo.errors import GazetteerBusy, GazetteerError
from geo.gazetteer import online
from geo.gazetteer.online import OnlineGazetteer, open_geocoder
from geo.model.place import Feature
from tests.gazetteer.server import Faults, misbehaving

NOMINATIM = [
    {
        "place_id": 1, "osm_type": "node", "osm_id": 77, "lat": "47.4469", "lon": "35.8385", "class": "place",
        "type": "village", "name": "Robotyne", "display_name": "Robotyne, Ukraine",
        "address": {"village": "Robotyne", "state": "Zaporizhzhia Oblast", "country_code": "ua"},
        "boundingbox": ["47.4269", "47.4669", "35.8185", "35.8585"],
    },
    {"place_id": 2, "osm_type": "relation", "osm_id": 5, "lat": "47", "lon": "35", "class": "boundary",
     "type": "administrative", "addresstype": "state", "display_name": "Zaporizhzhia Oblast, Ukraine"},
]  # fmt: skip
PHOTON = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [35.8385, 47.4469]},
            "properties": {
                "osm_type": "N", "osm_id": 77, "osm_key": "place", "osm_value": "village", "name": "Robotyne",
                "countrycode": "UA", "state": "Zaporizhzhia Oblast", "extent": [35.8185, 47.4669, 35.8585, 47.4269],
            },
        },
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch):
    monkeypatch.setattr(online, "MIN_DELAY_S", 0.0)


@pytest.fixture
def ask(tmp_path):
    """Ask one service on this machine; yields the function and what the server saw."""

    def start(service, answer):
        faults = Faults(body=json.dumps(answer).encode())
        context = misbehaving(faults)
        base = context.__enter__()
        stack.append(context)
        geocode = open_geocoder(service, user_agent="test of incident-map", domain=base[7:], scheme="http")
        return OnlineGazetteer(geocode, service=service, cache=tmp_path).lookup_online, faults

    stack = []
    yield start
    for context in stack:
        context.__exit__(None, None, None)


@pytest.mark.parametrize(("service", "answer"), [("nominatim", NOMINATIM), ("photon", PHOTON)])
def test_an_answer_becomes_a_place(ask, service, answer):
    lookup, faults = ask(service, answer)
    place = lookup("Robotyne", countries=["UA"])[0]
    assert (place.id, place.name, place.feature, place.country) == ("osm:N77", "Robotyne", Feature.CITY, "UA")
    assert (place.at.lat, place.at.lon, place.admin1) == (47.4469, 35.8385, "Zaporizhzhia Oblast")
    assert 1_000 < place.radius_m < 3_000
    assert "OpenStreetMap" in place.source
    assert "ODbL" in place.source
    assert faults.requests[0][1]["User-Agent"] == "test of incident-map"


def test_a_boundary_is_what_it_bounds(ask):
    lookup, _ = ask("nominatim", NOMINATIM)
    assert lookup("Zaporizhzhia Oblast")[1].feature is Feature.ADMIN1


def test_the_country_is_part_of_the_question(ask):
    lookup, faults = ask("nominatim", NOMINATIM)
    lookup("Robotyne", countries=["UA"])
    assert "countrycodes=ua" in faults.requests[0][0]


def test_a_question_is_asked_once(ask):
    lookup, faults = ask("nominatim", NOMINATIM)
    assert lookup("Robotyne") == lookup("Robotyne")
    assert len(faults.requests) == 1
    lookup("Robotyne", countries=["UA"])
    assert len(faults.requests) == 2


def test_nothing_found_is_an_answer(ask):
    lookup, faults = ask("nominatim", [])
    assert lookup("Nowhere-at-all") == lookup("Nowhere-at-all") == ()
    assert len(faults.requests) == 1


def failing(error):
    def geocode(name, countries, limit):
        raise error

    return geocode


def test_a_busy_service_says_when_to_come_back(tmp_path):
    gazetteer = OnlineGazetteer(
        failing(GeocoderRateLimited("slow down", retry_after=30)), service="photon", cache=tmp_path
    )
    with pytest.raises(GazetteerBusy, match="slow down") as caught:
        gazetteer.lookup_online("Robotyne")
    assert caught.value.retry_after_s == 30
    assert not list(tmp_path.glob("*.json"))


def test_a_dead_service_is_one_line(tmp_path):
    gazetteer = OnlineGazetteer(failing(GeocoderTimedOut("timed out")), service="nominatim", cache=tmp_path)
    with pytest.raises(GazetteerError, match="nominatim: 'Robotyne': timed out"):
        gazetteer.lookup_online("Robotyne")


def test_a_service_we_do_not_know_is_refused():
    with pytest.raises(GazetteerError, match="nominatim or photon"):
        open_geocoder("telepathy", user_agent="test")


def test_a_damaged_cache_is_named(ask, tmp_path):
    lookup, _ = ask("nominatim", NOMINATIM)
    lookup("Robotyne")
    (kept,) = tmp_path.glob("*.json")
    kept.write_text("[{}]")
    with pytest.raises(GazetteerError, match=kept.name):
        lookup("Robotyne")
    kept.write_text("[")
    with pytest.raises(GazetteerError, match=kept.name):
        lookup("Robotyne")


def test_requests_keep_their_distance_across_processes(tmp_path, monkeypatch):
    monkeypatch.setattr(online, "MIN_DELAY_S", 0.3)

    def fresh():  # as another process would
        return OnlineGazetteer(lambda *_: [], service="nominatim", cache=tmp_path)

    fresh().lookup_online("Robotyne")
    start = time.monotonic()
    fresh().lookup_online("Klishchiivka")
    assert time.monotonic() - start > 0.2


def test_a_cache_that_cannot_be_written_is_one_error(tmp_path):
    (tmp_path / "file").write_text("")
    gazetteer = OnlineGazetteer(lambda *_: [], service="nominatim", cache=tmp_path / "file")
    with pytest.raises(GazetteerError, match="cannot be written"):
        gazetteer.lookup_online("Robotyne")
