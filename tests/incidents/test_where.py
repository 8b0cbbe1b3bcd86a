"""Scenes: a site without a name, words that only tell, and what the dateline may not do."""

from dataclasses import replace

import pytest

from geo.incidents.code import code_incidents
from geo.model.incident import GeoPrecision
from geo.model.place import Feature, LatLon
from geo.scenes.where import NEAR_M
from tests.incidents.telling import KHARKIV, KNOWN, ODESA, article, place, reports, resolutions

DATELINE = "ODESA, Ukraine (AGENCY) -- "
PLACES = {**KNOWN, "ODESA": ODESA}


@pytest.mark.parametrize(
    ("words", "away_m"),
    [
        ("a barn 18 km west of Kharkiv", 18_000),
        ("a barn about 20 kilometers (12 miles) south of the eastern city of Kharkiv", 20_000),
        ("a barn north-east of Kharkiv", NEAR_M),
        ("a barn outside Kharkiv", NEAR_M),
        ("a barn near the town of Kharkiv", NEAR_M),
        ("a barn 2 miles outside Kharkiv", NEAR_M),
    ],
)
def test_a_nameless_site_lies_near_the_town_it_is_told_from_and_not_at_the_dateline(words, away_m):
    (only,) = reports(
        f"{DATELINE}A missile struck {words} on Thursday, killing two people, police said.", places=PLACES
    )
    assert (only.place.name, only.geo_precision) == ("Kharkiv", GeoPrecision.NEAR_CITY)
    assert only.radius_m == KHARKIV.radius_m + away_m


def test_a_site_that_the_text_locates_is_the_scene():
    text = f"{DATELINE}A missile struck a barn 18 km west of Kharkiv on Thursday, killing two people, police said."
    derived = replace(place("a barn", 49.98, 36.0, radius_m=9_000.0), feature=Feature.DERIVED)
    (only,) = code_incidents(article(text, "2024-05-17"), resolutions(text, {**PLACES, "a barn": derived}))
    assert (only.place, only.geo_precision, only.radius_m) == (derived, GeoPrecision.NEAR_CITY, 9_000.0)


@pytest.mark.parametrize(
    ("words", "is_moved"), [("a barn 18 km west of Kharkiv", True), ("a barn in the city of Kharkiv", False)]
)
def test_a_scene_beside_a_town_is_drawn_where_the_text_puts_it_and_one_in_the_town_stays(words, is_moved):
    text = f"A missile struck {words} on Thursday, killing two people."
    (found,) = resolutions(text)
    west = replace(
        KHARKIV, id="derived:a:26", at=LatLon(lat=49.98, lon=36.0), feature=Feature.DERIVED, radius_m=9_000.0
    )
    beside = {found.mention.span: replace(found, place=west, note="18 km west of Kharkiv")}
    (only,) = code_incidents(article(text, "2024-05-17"), (found,), beside=beside)
    moved = (west, GeoPrecision.NEAR_CITY, 9_000.0)
    assert ((only.place, only.geo_precision, only.radius_m) == moved) is is_moved
    assert only.place_reason.endswith("drawn 18 km west of Kharkiv") is is_moved


@pytest.mark.parametrize(
    "told", ["A bomb killed two people halfway between {}.", "Halfway between {}, a bomb killed two people."]
)
def test_what_happened_halfway_between_two_towns_was_in_neither(told):
    middle = replace(place("halfway between", 49.9, 27.2, radius_m=40_000.0), feature=Feature.DERIVED)
    text = told.format("Kyiv and the city of Lviv")
    known = {**KNOWN, "halfway between": middle, "Halfway between": middle}
    (located,) = code_incidents(article(text, "2024-05-17"), resolutions(text, known))
    assert located.place == middle
    (unknown,) = reports(text)
    assert unknown.place is None


def test_a_quarter_of_a_town_is_in_the_town():
    (only,) = reports("A bomb killed two people in the south of Kharkiv.")
    assert only.geo_precision is GeoPrecision.CITY


@pytest.mark.parametrize("words", ["12 km west of", "about 12 miles from"])
def test_an_unknown_village_told_from_a_town_lies_near_that_town(words):
    text = f"Gunmen killed two herders on Thursday in Zzyx, {words} Kharkiv."
    (only,) = reports(text, places={**KNOWN, "Zzyx": None})
    assert (only.place.name, only.geo_precision) == ("Kharkiv", GeoPrecision.NEAR_CITY)
    assert only.place_span.of(text) == "Zzyx"
    assert "not in the gazetteer" in only.place_reason


def test_a_town_named_for_its_distance_to_another_is_itself_the_scene():
    (only,) = reports("A missile struck Lviv, 500 km west of Kyiv, on Thursday, killing two people.")
    assert only.place.name == "Lviv"


def test_a_far_town_is_not_what_a_site_is_near():
    (only,) = reports(f"{DATELINE}A missile struck a barn 400 km west of Kharkiv on Thursday.", places=PLACES)
    assert only.place.name != "Kharkiv"


STRUCK = "A missile struck Kharkiv on Thursday. "


@pytest.mark.parametrize(
    "aside",
    [
        "The blast was heard in Lviv.",
        "The blast was heard in Lviv, 900 kilometers (560 miles) away in Ukraine.",
        "The explosion could be felt as far away as Lviv.",
        "People in Lviv heard the explosion.",
        "Minister Pat Roe in Lviv said the explosion looked like an attack.",
        "The mayor of Lviv condemned the strike.",
        "The attack was reported in Lviv newspapers.",
        "In Lviv, officials said the attack had been expected.",
    ],
)
def test_where_a_blast_is_heard_or_spoken_of_is_no_scene(aside):
    assert [r.place.name for r in reports(STRUCK + aside)] == ["Kharkiv"]


@pytest.mark.parametrize(
    "told",
    [
        "The explosion in Lviv on Wednesday killed two people.",
        "In Lviv, the explosion killed two people.",
        "The Lviv bombing killed two people.",
        "Another missile struck Lviv.",
        "Explosions were also heard in Lviv.",
    ],
)
def test_a_place_that_governs_the_happening_is_a_scene_of_its_own(told):
    assert [r.place.name for r in reports(STRUCK + told)] == ["Kharkiv", "Lviv"]


def test_explosions_heard_in_a_town_are_told_of_that_town():
    (only,) = reports("Explosions were heard in Kharkiv on Thursday, killing two people.")
    assert only.place.name == "Kharkiv"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("at the Lviv Central Market", "Lviv"),
        ("at the Lviv Hotel in Odesa", "Odesa"),
    ],
)
def test_a_town_that_lends_its_name_to_what_stands_in_it_is_where_that_is(words, name):
    text = f"A bomb killed two people {words} on Thursday."
    (only,) = code_incidents(article(text, "2024-05-17"), resolutions(text, associative=("Lviv",)))
    assert only.place.name == name


def test_a_town_that_lends_its_name_to_a_ministry_is_no_scene():
    text = "A bomb killed two people on Thursday, sources at the Lviv police said."
    (only,) = code_incidents(article(text, "2024-05-17"), resolutions(text, associative=("Lviv",)))
    assert only.place is None
