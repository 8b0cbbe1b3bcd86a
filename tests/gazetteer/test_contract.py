"""What every gazetteer keeps, whatever it is made of."""

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.files.embedded import data_folder
from geo.gazetteer import layout
from geo.gazetteer.overlay import save_places, with_overlay
from geo.gazetteer.spelling import ALTERNATE_CLASSES
from geo.gazetteer.store import open_gazetteer
from geo.model.place import Feature, LatLon, Place

NAMES = ("Taganrog", "Kyiv", "Springfield", "Ukrainians", "U.S.", "Rostov region", "Sea of Azov", "Nowhere-at-all")
CLASSES = {*layout.CLASS_NAMES, *(name for _, name in ALTERNATE_CLASSES), None} - {layout.MARKED}

SAVED = Place(
    id="osm:N1",
    name="Springfield",
    at=LatLon(lat=-10.0, lon=20.0),
    feature=Feature.CITY,
    country="AO",
    radius_m=900.0,
    source="OpenStreetMap (ODbL) through Nominatim",
)


@pytest.fixture(scope="module", params=["embedded", "overlaid"])
def gazetteer(request, tmp_path_factory):
    embedded = open_gazetteer(data_folder() / "gazetteer")
    if request.param == "embedded":
        return embedded
    folder = tmp_path_factory.mktemp("overlay")
    save_places(folder, "Springfield", [SAVED])
    return with_overlay(embedded, folder)


def test_every_name_asked_is_answered_and_no_other(gazetteer):
    assert set(gazetteer.lookup(NAMES)) == set(NAMES)


def test_an_unknown_name_is_an_empty_tuple_and_has_no_class(gazetteer):
    assert gazetteer.lookup(["Qwxzptown"]) == {"Qwxzptown": ()}
    assert gazetteer.name_class("Qwxzptown") is None


def test_no_names_are_no_question(gazetteer):
    assert gazetteer.lookup([]) == {}


def test_the_same_question_has_the_same_answer(gazetteer):
    assert gazetteer.lookup(NAMES) == gazetteer.lookup(NAMES)


def test_an_answer_names_each_place_once(gazetteer):
    for places in gazetteer.lookup(NAMES).values():
        assert len({place.id for place in places}) == len(places)


def test_a_gazetteer_travels_to_another_process(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.lookup(NAMES) == gazetteer.lookup(NAMES)


@given(st.sampled_from(NAMES), st.integers(1, 30))
def test_what_a_name_begins_with_begins_a_name(gazetteer, name, size):
    if gazetteer.name_class(name):
        assert gazetteer.begins_name(name[:size])
        assert gazetteer.begins_name(name[:size].upper())
    assert not gazetteer.begins_name(name + " qwxzp")


@given(st.text(max_size=30))
def test_any_text_is_a_question(gazetteer, text):
    places = gazetteer.lookup([text])[text]
    assert all(place.radius_m > 0 for place in places)
    assert gazetteer.name_class(text) in CLASSES


@given(st.sampled_from(NAMES), st.sampled_from(["NFC", "NFD", "NFKD"]))
def test_how_accents_are_encoded_changes_no_answer(gazetteer, name, form):
    encoded = unicodedata.normalize(form, name)
    assert gazetteer.lookup([encoded])[encoded] == gazetteer.lookup([name])[name]
