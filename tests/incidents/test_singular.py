import pytest

from tests.incidents.telling import KNOWN, reports

CAPITALS = {name.upper(): place for name, place in KNOWN.items()}


def figures(text, places=KNOWN):
    return [(c.kind, c.n) for r in reports(text, places=places) for c in r.casualties]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("JUDGE PAT ROE WAS ASSASSINATED IN ODESA ON MONDAY.", [("killed", 1)]),
        ("POLICE ARE INVESTIGATING MONDAY'S MURDER OF LAWYER PAT ROE IN ODESA.", [("killed", 1)]),
        ("INSPECTOR PAT ROE DIED IN AN EXPLOSION IN ODESA ON MONDAY.", [("killed", 1)]),
        ("THE SENATOR WAS RIDDLED WITH BULLETS IN ODESA ON MONDAY.", [("killed", 1)]),
        ("THE SENATOR, 57, WAS SLIGHTLY WOUNDED WHEN GUNMEN OPENED FIRE IN ODESA.", [("injured", 1)]),
        ("SIX MONKS WERE FOUND AFTER MONDAY'S MURDER OF SIX MONKS IN ODESA.", [("killed", 6)]),
    ],
)
def test_one_person_in_a_text_in_capitals_is_counted(text, told):
    assert figures(text, CAPITALS) == told


@pytest.mark.parametrize(
    "text",
    [
        "GUNMEN OPENED FIRE IN ODESA ON MONDAY, BUT NOBODY WAS WOUNDED.",
        "GUNMEN OPENED FIRE IN ODESA ON MONDAY AND A FAMILY WAS KILLED.",
        "POLICE ARE INVESTIGATING MONDAY'S MURDER OF MONKS IN ODESA.",
        "POLICE ARE INVESTIGATING MONDAY'S MURDER OF HOSTAGES IN ODESA.",
        "POLICE ARE INVESTIGATING MONDAY'S MURDER OF BUS DRIVERS' SPOUSES IN ODESA.",
        "AFTER MONDAY'S ATTACK IN ODESA THE MERGER WAS KILLED BY THE SENATE.",
        "AFTER MONDAY'S ATTACK IN ODESA THE BUYING ORDER WAS EXECUTED.",
        "AFTER MONDAY'S ATTACK IN ODESA A HORSE WAS WOUNDED.",
        "AFTER MONDAY'S ATTACK IN ODESA THE ENGINE DIED.",
        "GUNMEN OPENED FIRE IN ODESA ON MONDAY IN A FAILED PLOT FOR THE ASSASSINATION OF PAT ROE.",
    ],
)
def test_nobody_and_several_are_not_counted_as_one(text):
    assert all(n != 1 for _, n in figures(text, CAPITALS))


def test_a_pronoun_is_one_person():
    assert figures("The banker was in his car in Odesa on Monday when he was gunned down.") == [("killed", 1)]


def test_a_murder_of_somebody_named_is_of_one():
    assert figures("Police condemned Monday's murder of Pat Roe in Odesa.") == [("killed", 1)]
    assert figures("Police condemned Monday's murder of Pat Roe and Kim Doe in Odesa.") == []


def test_he_who_died_is_one_of_the_toll_and_no_second_figure():
    told = "A bomb exploded in Odesa on Monday, killing four people. The banker was hit by glass. He died in hospital."
    assert figures(told) == [("killed", 4)]
