import pytest

from tests.incidents.telling import KNOWN, place, reports


def placed(text, date="2024-05-17", **more):
    return [(r.type.value, r.place.name if r.place else None) for r in reports(text, date, **more)]


BOMB = "A bomb exploded in Kyiv on Tuesday, killing three people."


def test_a_crash_does_not_borrow_the_town_of_a_bomb():
    crash = "A passenger plane crashed on Thursday, killing nine people."
    assert placed(f"{BOMB} {crash}") == [("explosion", "Kyiv"), ("accident", None)]
    assert placed(f"{crash} {BOMB}") == [("accident", None), ("explosion", "Kyiv")]


def test_a_bomb_of_another_day_does_not_borrow_the_town():
    other = "Another bomb exploded on Thursday, killing nine people."
    assert placed(f"{BOMB} {other}") == [("explosion", "Kyiv"), ("explosion", None)]


def test_who_says_that_where_is_not_known_is_believed():
    text = "A bomb killed three people in Kyiv. Another bomb killed two people; police did not say where."
    assert placed(text)[1:] == [("explosion", None)]
    text = "The clinic is in Lviv. Cholera broke out in an unnamed country, killing nine people."
    assert placed(text) == [("disease outbreak", None)]


def test_a_borrowed_town_is_surer_of_nothing():
    (own,) = reports(BOMB)
    (lent,) = reports("The market is in Kyiv. A bomb exploded on Tuesday, killing three people.")
    assert (own.place, own.geo_precision.value) == (lent.place, "city")
    assert lent.geo_precision.value == "near city"
    assert lent.place_confidence < own.place_confidence
    assert lent.radius_m > own.radius_m


def test_an_unknown_village_on_its_country_is_less_sure_than_the_country():
    places = KNOWN | {"Nowhereville": None, "Chad": place("Chad", 15.0, 19.0, feature="country", country="TD")}
    (held,) = reports("A bomb exploded in Nowhereville in Chad on Tuesday, killing three people.", places=places)
    assert (held.place.name, held.geo_precision.value) == ("Chad", "country")
    assert held.place_confidence < 0.9


@pytest.mark.parametrize("people", ["Iraqi", "Pakistani", "Greek", "Afghan", "Swiss", "Japanese", "Norwegian"])
def test_a_town_may_bear_the_adjective_of_any_country(people):
    (only,) = reports(f"A bomb exploded in the {people} town of Lviv on Tuesday, killing three people.")
    assert (only.place.name, only.geo_precision.value) == ("Lviv", "city")


def test_the_country_of_most_places_is_no_scene_where_the_news_is_of_another():
    news = "A bomb killed nine people in Kyiv on Thursday. The minister flew to Taganrog and on to Azov and Rostov."
    assert placed(f"{news} He said little. In September a suicide bombing at a base killed five people.")[1] == (
        "explosion",
        None,
    )


def test_the_dead_counted_first_are_of_what_is_named_next():
    text = "Rescuers have recovered 86 bodies in Lviv. A hillside gave way on Tuesday and buried a hundred homes."
    assert placed(text) == [("natural disaster", "Lviv")]
    text = "Rescuers have recovered 86 bodies in Lviv. A hillside gave way in Odesa on Tuesday."
    assert len(placed(text)) == 2


def test_where_somebody_is_in_office_is_no_scene():
    text = "A mayor was shot dead in Kyiv on Tuesday. Peter Roe, governor of the state of Rostov, blamed a gang."
    assert placed(text) == [("violence against civilians", "Kyiv")]
    assert (
        placed("A mayor was shot dead. Peter Roe, governor of the state of Rostov, had met her in Kyiv.")[0][1]
        != "Rostov"
    )
