"""Places of those who tell, and the ends of journeys: no scenes."""

import pytest

from tests.incidents.telling import KNOWN, place, reports

HILLS = {"Verkhovyna": None, "Carpathia": place("Carpathia", 48.5, 24.5, feature="admin1", admin1_code="UA.06")}


def where(text, **more):
    return [(r.place and r.place.name) for r in reports(text, **more)]


@pytest.mark.parametrize(
    "text",
    [
        "At least five people died in floods, the interior minister said in Kyiv on Monday.",
        "Floods killed five people, the minister told reporters in Kyiv.",
        "Floods killed five people and injured three, the health ministry in Kyiv said.",
        "A small plane crashed on Monday, minutes after it took off from Kyiv.",
        "A bus bound for Kyiv overturned on Monday, killing five people.",
    ],
)
def test_where_somebody_tells_of_it_or_is_bound_for_it_did_not_happen(text):
    assert "Kyiv" not in where(text)


def test_the_train_is_where_it_left_the_rails():
    text = "A train came off the rails near Lviv on Monday, killing nine people, the transport ministry in Kyiv said."
    assert where(text) == ["Lviv"]


def test_wreckage_found_later_says_where_the_plane_came_down():
    text = (
        "A plane crashed in the hills of western Ukraine on Monday, minutes after it took off from Kyiv. The wreckage "
        "was found near Lviv."
    )
    assert where(text) == ["Lviv"]


def test_rallies_held_in_several_towns_are_one_each_and_men_held_there_are_none():
    assert where("Demonstrations were held in Lviv, Odesa and Kharkiv.") == ["Lviv", "Odesa", "Kharkiv"]
    text = "A bomb exploded in Lviv on Monday. Two men are being held in Odesa."
    assert where(text) == ["Lviv"]


def test_a_region_is_no_scene_where_its_town_is_the_start_of_a_journey():
    text = "A rocket was fired from Verkhovyna in Carpathia on Monday and exploded in Lviv, police said."
    assert where(text, places=KNOWN | HILLS) == ["Lviv"]


def test_a_name_that_fits_several_places_is_not_called_unknown():
    (only,) = reports("A bomb exploded in Verkhovyna on Monday.", places=KNOWN | HILLS)
    assert only.place is None
    assert "not in the gazetteer" in only.place_reason


def test_what_is_spoken_of_and_where_it_is_tried_are_no_scenes():
    assert where("A gunman shot dead a guard in Lviv on Monday. The gunman shouted about Odesa.") == ["Lviv"]
    assert where("Five men were jailed at Kyiv Crown Court. Five people died in Lviv on Monday.") == ["Lviv"]


def test_who_condemns_an_attack_from_a_country_tells_of_no_other():
    text = "A gunman shot dead a minister in Lviv on Monday. The attack shocked allies in Russia."
    assert where(text) == ["Lviv"]


def test_the_day_before_a_happening_is_its_day():
    text = "The group claimed responsibility for the May 10 bombings in Lviv that killed five people."
    assert [r.when.date.isoformat() for r in reports(text)] == ["2024-05-10"]


def test_a_murder_is_no_assassination():
    assert [r.sub for r in reports("A man was murdered in Lviv on Monday, police said.")] == ["killing"]


def test_where_a_storm_is_forecast_to_go_it_has_not_been():
    text = "A storm flooded streets in Odesa on Monday. The storm was forecast to reach Kharkiv on Saturday."
    assert where(text) == ["Odesa"]


def test_men_seized_off_a_town_were_seized_there():
    text = "Seven workers kidnapped last week are free. They were seized by armed men off Odesa on 10 May."
    assert where(text) == ["Odesa"]
