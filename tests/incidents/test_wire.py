"""Happenings as wire services word them."""

import pytest

from geo.model.incident import Role
from tests.incidents.telling import reports


@pytest.mark.parametrize(
    ("text", "type_", "sub"),
    [
        ("Rebels set three lorries loaded with timber on fire near Odesa.", "crime", "arson"),
        ("Two buses were burned in Odesa, police said.", "crime", "arson"),
        ("Saboteurs placed a charge of dynamite under a bridge in Odesa on Monday.", "explosion", "bomb"),
        ("A gunman fired a rifle at a clerk in Odesa on Monday.", "violence against civilians", "attack (shooting)"),
        (
            "An attempt was made on the deputy mayor's life in Odesa on Monday.",
            "violence against civilians",
            "attack",
        ),
    ],
)
def test_what_happened_is_told_by_its_words(text, type_, sub):
    (only,) = reports(text)
    assert (only.type, only.sub) == (type_, sub)
    assert only.place is not None


def test_a_communique_is_no_scene():
    text = "A bomb exploded near Odesa, a statement issued in Lviv said."
    (only,) = reports(text)
    assert only.place is not None
    assert only.place.name == "Odesa"


def test_the_toll_of_a_war_is_no_incident_of_the_day():
    text = "Envoys met in Odesa to end the war, which has left more than 60,000 dead."
    assert all(r.role is Role.BACKGROUND for r in reports(text))


def test_the_toll_of_an_earthquake_is():
    text = "An earthquake struck Odesa on Monday. More than 2,000 people were killed."
    (only,) = reports(text)
    assert (only.role, [(c.kind, c.n) for c in only.casualties]) == (Role.MAIN, [("killed", 2000)])
