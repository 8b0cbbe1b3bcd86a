"""Scenes and kinds: who only acts or speaks, what is told on, and what crowds do."""

import dataclasses

import pytest

from geo.model.incident import GeoPrecision, IncidentType, Role
from geo.model.place import Candidate, Feature
from geo.scenes.where import DISTRICT_M
from tests.incidents.telling import AZOV, KNOWN, ROSTOV, article, code_incidents, place, reports, resolutions

PARTIES = ("Ukraine", "Russia", "Ukrainian", "Russian")


def main(text, **more):
    return [r for r in reports(text, **more) if r.role is Role.MAIN]


def names(found):
    return [r.place.name if r.place else None for r in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine accused Russia of shelling a seaside resort on Thursday, killing eight people. Russia denied it.",
        "Russia accused Ukraine of shelling a seaside resort on Thursday. Ukraine blamed Russia.",
    ],
)
def test_neither_the_accused_nor_the_accuser_is_the_scene(text):
    (only,) = main(text, associative=PARTIES)
    assert (only.place, only.place_reason) == (None, "the article does not say where")


def test_what_is_only_spoken_of_is_no_scene():
    text = "Crowds protested in Lviv. The minister told a rival rally that troops were massing in Kharkiv."
    assert "Kharkiv" not in names(main(text))


def test_the_sentence_beside_lends_no_country():
    text = "Eight soldiers were killed on Thursday in fighting near the border. Kyiv fired rockets at Russia, it said."
    assert names(main(text, associative=("Kyiv",)))[0] is None


def test_each_town_of_a_list_says_which_list_names_it():
    found = main("Demonstrations were held in Kyiv, Lviv and Odesa on Thursday.")
    assert names(found) == ["Kyiv", "Lviv", "Odesa"]
    assert {r.place_reason for r in found} == {"one of 'Kyiv, Lviv and Odesa' in the sentence that reports it"}


def test_protests_that_were_also_held_elsewhere_are_others():
    text = "ODESA, Ukraine (AGENCY) -- Police broke up a sit-in on Thursday. Protests also took place in Lviv."
    found = main(text, places={**KNOWN, "ODESA": KNOWN["Odesa"]})
    assert names(found) == ["Odesa", "Lviv"]


def test_a_district_is_not_drawn_as_its_town():
    (only,) = main("Gunmen attacked a hamlet in Azov district on Thursday, killing five people.")
    assert (only.place, only.geo_precision, only.radius_m) == (AZOV, GeoPrecision.REGION, DISTRICT_M)
    assert "only the town of its name is known" in only.place_reason
    (court,) = main("A bomb hurt five people in Azov district court on Thursday.")
    assert court.geo_precision is GeoPrecision.CITY


def test_a_province_takes_the_region_of_its_name_before_the_town():
    text = "A bomb killed five people in the province of Rostov on Thursday."
    town = place("Rostov", 47.2, 39.7, country="RU")
    (mention,) = resolutions(text, {"Rostov": town})
    known = dataclasses.replace(
        mention, candidates=(Candidate(place=town, score=1.0), Candidate(place=ROSTOV, score=0.5))
    )
    (only,) = code_incidents(article(text, "2024-05-17"), (known,))
    assert (only.place.feature, only.geo_precision) == (Feature.ADMIN1, GeoPrecision.REGION)


def test_a_district_of_a_region_is_finer_than_the_region():
    district = place("Azov", 47.1, 39.4, country="RU", feature="admin2", radius_m=20_000.0)
    text = "In the Rostov region, a man was shot dead on Thursday during a raid in Azov."
    (only,) = main(text, places={"Rostov region": ROSTOV, "Azov": district})
    assert only.place == district


@pytest.mark.parametrize(
    "text",
    [
        "Protesters clashed with police in Lviv on Thursday.",
        "Protesters set fire to a police station in Lviv on Thursday and looted shops.",
        "Demonstrators stormed the governor's residence in Lviv on Thursday.",
        "Police fought running battles with a crowd of supporters in Lviv on Thursday.",
    ],
)
def test_what_crowds_do_violently_is_one_riot(text):
    assert [r.type for r in main(text)] == [IncidentType.RIOT]


def test_rebels_who_clash_with_troops_are_a_battle():
    (only,) = main("Militants clashed with troops near Lviv on Thursday as crowds fled.")
    assert only.type is IncidentType.BATTLE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers seized power in Lviv on Thursday.", IncidentType.STRATEGIC),
        ("The navy said its drones had struck a depot in Lviv on Thursday.", IncidentType.EXPLOSION),
        ("Three people died when rockets were fired at a base in Lviv on Thursday.", IncidentType.EXPLOSION),
        ("A bomber killed 20 recruits in Lviv on Thursday.", IncidentType.EXPLOSION),
    ],
)
def test_more_ways_to_tell_are_read(text, kind):
    assert [r.type for r in main(text)] == [kind]


def test_the_next_sentence_tells_on():
    (only,) = main("Gunmen abducted six pupils from a school in Lviv on Thursday. One of the pupils was shot dead.")
    assert only.when.precision == "day"
    assert [c.n for c in only.casualties if c.kind == "killed"] == [1]


def test_what_was_last_month_and_what_years_have_cost_is_recalled():
    text = (
        "A bomb killed four people in Lviv on Thursday. Police found the bomber's car. "
        "In April, two car bombs in Odesa killed 30 people. The insurgency began in 2017. Some 2,500 have been killed."
    )
    told = [(r.role, r.place.name if r.place else None) for r in reports(text)]
    assert told[0] == (Role.MAIN, "Lviv")
    assert (Role.BACKGROUND, "Odesa") in told
    assert [r for r in main(text) if any(c.n == 2500 for c in r.casualties)] == []


def test_the_incident_tells_on_where_and_when_it_was():
    text = "A man was stabbed in the back. He was taken to a Kharkiv hospital, police said. {} in Lviv."
    for told in ("The incident happened at about 4:30 a.m. Thursday", "It happened early on Thursday"):
        (only,) = main(text.format(told))
        assert (only.place.name, only.when.date.isoformat()) == ("Lviv", "2024-05-16")


@pytest.mark.parametrize(
    "text",
    ["Firefighters battled flames in Lviv for hours.", "She fought to build a new school in Lviv, said the police."],
)
def test_who_fights_a_fire_or_for_a_school_is_in_no_battle(text):
    assert IncidentType.BATTLE not in [r.type for r in reports(text)]


def test_the_day_of_a_verdict_is_not_that_of_the_crime():
    text = "A man was found guilty of the murder of Pat Roe, at a court in Lviv, last Thursday."
    assert [r.when.date for r in reports(text)] in ([], [None])


def test_the_day_of_a_call_in_one_sentence_with_its_cause_dates_it():
    (only,) = main("Police were called to a church in Lviv on Thursday evening after shots were fired at its door.")
    assert only.when.date.isoformat() == "2024-05-16"


def test_an_earlier_happening_of_a_named_day_is_recalled_beside_todays():
    text = "A bomb killed four people in Lviv on Thursday. The group was behind the 2 May car bombing in Odesa."
    assert [(r.role, r.place.name) for r in reports(text)] == [(Role.MAIN, "Lviv"), (Role.BACKGROUND, "Odesa")]


def test_an_earlier_happening_that_is_told_on_is_reported():
    text = "A bomb killed four people in Lviv on Thursday. On 2 May a car bomb exploded in Odesa. The blast hurt two."
    assert [r.role for r in reports(text)] == [Role.MAIN, Role.MAIN]


def test_a_town_lends_its_name_to_a_bombing():
    (only,) = reports("Wounded civilians after the Lviv bombing", places=KNOWN, associative=("Lviv",))
    assert only.place.name == "Lviv"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A bus hit a roadside bomb near Lviv on Thursday, killing 11 people.", ["explosion"]),
        ("A shell hit a bus near Lviv on Thursday, killing 11 people.", ["explosion"]),
        ("The rebels had taken Lviv, the largest city of the west, on Thursday.", ["battle"]),
        ("Disorder was reported in Lviv and Odesa on Thursday.", ["riot", "riot"]),
        ("A bus was set on fire in Lviv on Thursday as rioting went on.", ["riot"]),
    ],
)
def test_kinds_are_told_in_other_words(text, kinds):
    assert [r.type.value for r in main(text)] == kinds


def test_a_conjunction_points_at_nothing():
    text = "Fighting in Lviv has killed 35 people. Residents said that drones struck a camp in Lviv on Thursday."
    assert {r.type for r in main(text)} == {IncidentType.BATTLE, IncidentType.EXPLOSION}


def test_where_somebody_condemns_is_no_scene():
    text = "Police shot at mourners in Lviv on Thursday. In Kyiv, the king condemned the violence against protesters."
    assert "Kyiv" not in names(main(text))


def test_the_airport_is_that_of_the_town_told_of():
    text = "Two soldiers died in a gun battle in Lviv on Thursday. A crowd lynched a man near the airport on Wednesday."
    found = main(text)
    assert names(found) == ["Lviv", "Lviv"]
    assert found[1].geo_precision is GeoPrecision.NEAR_CITY


def test_victims_in_another_town_are_of_the_kind_told_of():
    found = main("Rioters looted shops in Lviv on Thursday. Seven people were dead in Odesa, a doctor said.")
    assert [r.type for r in found] == [IncidentType.RIOT, IncidentType.RIOT]


def test_a_town_that_was_not_read_borrows_no_other_and_is_named():
    text = "Crowds met in Lviv, Ukraine. A bomb killed four people in the town of Dubky on Thursday, Ukraine said."
    (only,) = main(text, associative=())
    assert (only.place.name, only.geo_precision) == ("Ukraine", GeoPrecision.COUNTRY)
    assert "the text names 'Dubky', which was not read as a known place" in only.place_reason


def test_a_day_earlier_elsewhere_is_another_happening():
    text = "A landslide buried 40 homes in Lviv on Thursday. A day earlier, two people died in landslides in Odesa."
    assert names(main(text)) == ["Lviv", "Odesa"]
