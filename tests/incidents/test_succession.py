import datetime as dt

import pytest

from tests.incidents.telling import reports


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A banker was kidnapped in Lviv on 2 May; a printer was kidnapped there on 9 May.", [2, 9]),
        ("A judge was murdered in Lviv on 2 May and a lawyer was stabbed there on 9 May.", [2, 9]),
        ("Masked men bombed a bank in Lviv on Monday, and on Thursday gunmen attacked its branch.", [13, 16]),
    ],
)
def test_deeds_of_two_days_are_two_even_in_one_sentence(text, days):
    assert sorted(r.when.date.day for r in reports(text)) == days


@pytest.mark.parametrize(
    "text",
    [
        "A grocer stabbed on Monday in Lviv died of the wounds on Thursday.",
        "Crews fought a blaze at a mill in Lviv on Thursday after an explosion on Wednesday killed two workers.",
        "The mayor said on Thursday that a bomb exploded in Lviv on Wednesday, killing two.",
        "A bomb exploded in Lviv on Wednesday, and three of the wounded died on Thursday.",
    ],
)
def test_what_follows_from_a_deed_on_another_day_is_no_second_one(text):
    assert len(reports(text)) == 1


def test_what_happened_hours_before_is_another_happening_of_no_known_day():
    text = "A bomb exploded at a bank in Lviv on Thursday, hours after gunmen attacked a post office."
    assert [r.when.date for r in reports(text)] == [dt.date(2024, 5, 16), None]


def test_the_attack_some_hours_before_is_the_one_told():
    text = "A bomb killed two in Lviv on Thursday. Police made arrests hours after the explosion."
    assert len(reports(text)) == 1


def test_a_sentence_goes_to_the_happening_that_it_shares_words_with():
    text = (
        "A parcel bomb wounded a notary at a courthouse in Lviv on 6 May.\n\n"
        "A hand grenade wounded a florist in Lviv on 9 May.\n\n"
        "The parcel was left at the courthouse door, and the bomb exploded as the notary came, killing two clerks."
    )
    dead = {r.when.date: [c.n for c in r.casualties if c.kind == "killed"] for r in reports(text)}
    assert dead == {dt.date(2024, 5, 6): [2], dt.date(2024, 5, 9): []}


@pytest.mark.parametrize(
    ("second", "several"),
    [
        ("Gunmen killed a watchman outside the brewery on Wednesday, shot dead at its gate.", True),
        ("Masked raiders set fire to a tram depot in Lviv.", True),
        ("The army said gunmen had fired at the bank before the bomb exploded.", False),
        ("The attackers set fire to the market stalls beside the bank where the bomb had exploded.", False),
    ],
)
def test_a_deed_of_another_kind_that_is_no_second_view_is_another_happening(second, several):
    first = "A bomb exploded in a market beside a bank in Lviv on Thursday."
    assert (len(reports(f"{first} {second}")) == 2) == several


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas destroyed a grain warehouse and two pylons in Lviv on Thursday.",
        "Two transmission towers were badly damaged by saboteurs in Lviv on Thursday.",
        "Commandos burned four wooden cabins at a farm in Lviv on Thursday.",
    ],
)
def test_what_armed_people_wreck_is_an_attack(text):
    (only,) = reports(text)
    assert only.place.name == "Lviv"


@pytest.mark.parametrize(
    "text",
    ["Engineers demolished an old pylon in Lviv on Thursday.", "The mayor of Lviv toured a factory on Thursday."],
)
def test_what_others_take_down_is_none(text):
    assert reports(text) == ()
