"""One happening told of at several places, places told of after it, and what only looks like a happening."""

import pytest

from geo.model.incident import Role
from tests.incidents.telling import KNOWN, LVIV, place, reports

NEAR_LVIV = place("Stryi", 49.26, 23.85)
POLAND = place("Poland", 52.0, 19.0, feature="country", country="PL")
PLACES = KNOWN | {"Stryi": NEAR_LVIV, "Poland": POLAND}


GAME = (
    "The team from Lviv won the league title, beating the cup winners after a shoot-out; their striker scored two "
    "goals in the match and the coach said they had survived a bombardment in the final in Odesa."
)


def main(text, **more):
    """Place and type of what a text reports."""
    found = [r for r in reports(text, places=PLACES, **more) if r.role is Role.MAIN]
    return [(r.place.name if r.place else None, r.type.value) for r in found]


def figures(text):
    return [{c.n for c in r.casualties if c.kind == "killed"} for r in reports(text, places=PLACES)]


def test_what_an_earthquake_did_in_the_next_town_is_that_earthquake():
    text = "An earthquake shook Lviv on Tuesday, killing 40 people. The mayor wept. Seven died in a church at Stryi."
    assert main(text) == [("Lviv", "natural disaster")]
    assert figures(text) == [{40, 7}]


def test_an_earthquake_far_away_is_another():
    text = "An earthquake shook Lviv on Tuesday, killing 40 people. An earthquake shook Kharkiv too, killing two."
    assert [name for name, _ in main(text)] == ["Lviv", "Kharkiv"]


def test_a_storm_on_the_next_day_of_its_way_is_that_storm():
    text = "A storm tore off roofs in Lviv on Tuesday. The storm passed over Stryi and left on Wednesday."
    assert main(text) == [("Lviv", "natural disaster")]


def test_cases_in_two_towns_of_a_country_are_one_outbreak():
    text = "An outbreak of cholera has killed six people in Lviv. Suspected cases were found in Odesa and in Kharkiv."
    assert main(text) == [("Lviv", "disease outbreak")]


def test_who_counts_cases_has_them():
    assert main("Poland has confirmed its first case of measles since spring.") == [("Poland", "disease outbreak")]
    assert main("Lviv was hit by an earthquake on Tuesday.") == [("Lviv", "natural disaster")]


def test_the_plane_that_came_down_is_the_one_that_crashed():
    text = (
        "A cargo plane crashed on Tuesday, killing its crew of four. The plane had left Odesa and came down near Lviv."
    )
    assert main(text) == [("Lviv", "accident")]


def test_a_plane_that_crashed_on_take_off_is_where_it_left_from():
    text = "A plane crashed shortly after take-off on Tuesday, killing nine. It had left Lviv for Kharkiv at noon."
    assert main(text) == [("Lviv", "accident")]


@pytest.mark.parametrize(
    "then",
    ["The factory, in Lviv, made socks.", "It came down near Lviv.", "Rubble buried three streets in Lviv."],
)
def test_a_later_sentence_says_where(then):
    text = "A factory collapsed in Ukraine on Tuesday, killing nine people. " + then
    assert main(text) == [("Lviv", "accident")]


def test_the_sum_of_two_fires_is_no_third():
    text = (
        "More than 30 people have died in fires at two mills in Ukraine. In Lviv 20 were killed when a blaze swept "
        "through a mill on Tuesday. A fire at a mill in Odesa claimed 11 lives on Wednesday."
    )
    assert sorted(main(text)) == [("Lviv", "accident"), ("Odesa", "accident")]


def test_lives_claimed_and_lost_are_the_dead():
    assert figures("A fire at a hotel in Lviv claimed 25 lives on Tuesday.") == [{25}]
    assert main("Rain fell for days in Lviv. Five people lost their lives as a wall fell down.") == [
        ("Lviv", "accident")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The party swept to power in Ukraine on Tuesday in a landslide that crushed its rivals.",
        "Supporters exploded firecrackers and danced outside the party's offices in Lviv, Odesa and Kharkiv.",
        '"When a bomb goes off in Lviv, everybody has a plan," she said.',
        "A computer model showed waves reaching Odesa within an hour, with up to 5,000 dead.",
        "The National Hurricane Center in Lviv said the storm was about 500 miles south of Odesa with strong winds.",
        GAME,
    ],
)
def test_polls_feasts_models_forecasts_and_games_report_nothing(text):
    assert main(text) == []


def test_what_years_have_cost_and_the_previous_one_are_not_counted():
    text = "A mill collapsed in Lviv on Tuesday, killing four people. "
    assert figures(text + "Such falls have killed more than 250 workers in the past five years.") == [{4}]
    assert figures(text + "The epidemic of 1831 is forgotten. In 1831, in Odesa, 900 died of cholera.")[0] == {4}


def test_the_day_of_a_count_is_not_that_of_an_outbreak():
    text = "Cholera has killed 90 people in Lviv, according to figures that the ministry gave on Tuesday."
    assert [r.when.date for r in reports(text)] == [None]


def test_anger_over_an_outbreak_elsewhere_spreads_it_nowhere():
    text = "Cholera has killed 90 people in Lviv. Anger over the outbreak turned violent in Odesa: youths threw stones."
    assert set(main(text)) == {("Lviv", "disease outbreak"), ("Odesa", "riot")}


def test_the_place_of_a_hospital_or_a_coast_guard_is_no_scene():
    text = (
        "A tornado struck Lviv on Tuesday, killing 16 people. Some 40 were treated, according to a hospital in Odesa."
    )
    assert [name for name, _ in main(text)] == ["Lviv"]
    text = "A ferry sank off Lviv on Tuesday. Three people died, the coast guard in Odesa said."
    assert [r.place for r in reports(text)] == [LVIV]


def test_slaughtered_birds_are_no_dead():
    text = "Bird flu has been found at a farm in Lviv. About 1,700 turkeys died and another 10,000 were slaughtered."
    assert [r.type.value for r in reports(text)] == ["disease outbreak"]
    assert figures(text) == [set()]


def test_a_plane_has_just_left_where_its_own_sentence_says():
    assert main("A plane crashed shortly after taking off from Lviv on Tuesday, killing nine.") == [
        ("Lviv", "accident")
    ]


def test_on_its_way_to_one_town_a_plane_came_down_near_another():
    text = "A charter plane crashed on its approach to Lviv on Tuesday, killing nine. "
    assert main(text + "The plane came down on a hill near the town of Stryi.") == [("Stryi", "accident")]


def test_a_quake_off_a_coast_is_near_the_town_named():
    text = "An earthquake struck 30 km off the coast of Odesa, Ukraine, on Tuesday, killing two people."
    assert main(text) == [("Odesa", "natural disaster")]


def test_a_ship_on_its_way_sank_where_people_drowned():
    text = "A ferry travelling from Odesa to Kyiv sank on Tuesday. At least 40 people drowned near Lviv."
    assert main(text) == [("Lviv", "accident")]
