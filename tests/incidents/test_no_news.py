"""Words of violence in news of other things: plans, figures of crime, the long dead and single patients."""

import pytest

from geo.model.incident import Role
from tests.incidents.telling import reports

LEAD = "The council of Lviv met on Thursday to vote on its budget. "


def main(text):
    return [r for r in reports(text) if r.role is Role.MAIN]


@pytest.mark.parametrize(
    "said",
    [
        "Further marches are planned for next week in Odesa.",
        "It promised more patrols for Odesa, where murders rose by a third.",
        "Relatives of the clerk who was shot dead in Odesa sat in the gallery.",
        "A plaque for the anniversary of the riots of Odesa was approved.",
        "A former mayor was ill in Odesa; the cause was pneumonia.",
        "The mayor of Odesa was robbed of victory by two votes.",
    ],
)
def test_it_is_none(said):
    assert main(LEAD + said) == []


def test_what_was_in_a_life_that_ended_in_bed_is_none():
    life = "She was shot in Odesa on Monday, 3 May 1971, by a rival."
    assert main("The dancer died peacefully in Lviv. " + life) == []


def test_a_victim_who_dies_later_is_news():
    assert main("A guard who was shot on Monday died in his sleep in Lviv, aged 61.") != []


def test_each_town_of_a_nationwide_protest_has_its_own_figures():
    told = main(
        "Nine people have died in protests across Ukraine, doctors said. "
        "In Kharkiv, police fired on protesters, killing two people."
    )
    assert {r.place.name: [c.n for c in r.casualties] for r in told} == {"Ukraine": [9], "Kharkiv": [2]}
