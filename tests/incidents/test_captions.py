"""Captions of pictures: short texts that show something and do not tell of it."""

import pytest

from tests.incidents.telling import KNOWN, reports


def told(text):
    return [(r.type.value, r.place and r.place.name) for r in reports(text)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Damaged hospital in Lviv", "explosion"),
        ("Damaged Police Station - Lviv", "explosion"),
        ("Strike on a warehouse in Lviv, leading to casualties", "explosion"),
        ("Library no. 4 was destroyed in Lviv", "explosion"),
        ("Rooftop view of Lviv showing heavy damage. Second picture taken later. Third from the air.", "explosion"),
        ("Russian Cluster Munitions near Lviv", "explosion"),
        ("A guided bomb on Lviv", "explosion"),
        ("Militia patrol in Lviv", "battle"),
        ("Possible mercenaries near Lviv", "strategic development"),
        ("T-90 tank column without markings, Lviv", "strategic development"),
        ("Submarine leaving Odesa", "strategic development"),
        ("Civilian Graves in Lviv", "violence against civilians"),
        ("Crowd gathered in Lviv to protest", "protest"),
        ("Lviv after two months of shelling", "explosion"),
        ("Civilians fleeing Lviv by train", "strategic development"),
        ("The statue of a poet in Lviv removed", "strategic development"),
        ("Lviv. The bridge over the canal is closed", "strategic development"),
        ("Footage from yesterday shows soldiers in Lviv", "battle"),
    ],
)
def test_a_caption_shows_an_incident_where_it_names_a_place(text, type_):
    assert [t for t, _ in told(text)] == [type_]
    assert told(text)[0][1] in ("Lviv", "Odesa")


@pytest.mark.parametrize(
    "text",
    [
        "A singer on stage in Lviv",
        "New tram line in Lviv",
        "Chess players in a park in Lviv",
        "Cruise ship arrives in Odesa",
        "Steam train with old coaches in Lviv",
        "The moving company parked its vehicles in Lviv",
        "The minister visited soldiers in Lviv, her office said.",
        "The president inspected an army base in Lviv on Tuesday.",
    ],
)
def test_peaceful_pictures_and_news_of_visits_show_none(text):
    assert told(text) == []


def test_what_captions_show_is_no_incident_in_an_article():
    text = "Soldiers paraded in Lviv. " * 4 + "The submarine left Odesa, the navy said."
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Strike on Lviv TV tower",
        "The Lviv City Gallery damaged by strike",
        "Damage to the main hall of the Lviv Opera Theatre",
        "Lviv National University of Arts destroyed by shelling",
    ],
)
def test_what_is_struck_is_in_the_town_that_it_is_named_for(text):
    places = [r.place and r.place.name for r in reports(text, associative=("Lviv",))]
    assert places == ["Lviv"]


def test_students_named_for_a_town_are_not_struck_there():
    text = "Lviv University students who were bombed in Kharkiv on Thursday are well, police said."
    assert [r.place.name for r in reports(text, associative=("Lviv",))] == ["Kharkiv"]


@pytest.mark.parametrize("text", ["Russian shelling of Dubky", "Russian soldiers in Dubky"])
def test_an_army_says_nothing_of_the_country_it_is_in(text):
    assert [r.place for r in reports(text, places=KNOWN | {"Dubky": None})] == [None]
