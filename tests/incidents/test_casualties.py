import pytest

from geo.casualties.claims import find_counts
from geo.events.sentences import read_sentences
from tests.incidents.telling import article


def counts(text):
    (sentence,) = read_sentences(article(text))
    return [(c.kind, c.n, c.qual) for c in find_counts(sentence, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least seven people were killed and 144 wounded.", [("killed", 7, "min"), ("injured", 144, "exact")]),
        (
            "The blast killed three civilians, injuring a dozen others.",
            [("killed", 3, "exact"), ("injured", 12, "exact")],
        ),
        ("The attack left 12 people dead.", [("killed", 12, "exact")]),
        ("The storm claimed 40 lives.", [("killed", 40, "exact")]),
        ("A fire killed more than 1,200 people.", [("killed", 1200, "more_than")]),
        ("Up to 30 people were injured.", [("injured", 30, "max")]),
        ("About 50 people were hurt.", [("injured", 50, "about")]),
        ("The death toll has risen to 22.", [("killed", 22, "exact")]),
        ("Dozens were wounded.", [("injured", None, "about")]),
        ("The strike killed two nurses and a driver.", [("killed", 3, "exact")]),
        ("Rescuers said 33 people remained missing.", [("missing", 33, "exact")]),
        ("A policeman was killed.", [("killed", 1, "exact")]),
        ("Over 500 were hurt in the attacks.", [("injured", 500, "more_than")]),
        ("A wall fell, killing 107 or more and wounding 238.", [("killed", 107, "min"), ("injured", 238, "exact")]),
        ("Ann Roe and Paul Dee were severely wounded.", [("injured", 2, "exact")]),
        ("All 48 people on board a Saab 340 died.", [("killed", 48, "exact")]),
        ("An estimated 50 people died.", [("killed", 50, "about")]),
        (
            "The crash left one driver dead and 12 passengers with injuries.",
            [("killed", 1, "exact"), ("injured", 12, "exact")],
        ),
        ("The crash left two men and a woman dead.", [("killed", 3, "exact")]),
        ("Divers recovered the remains of six people.", [("killed", 6, "exact")]),
        ("The number of confirmed dead rose to 13.", [("killed", 13, "exact")]),
        ("Crews pulled a 14th body from the ruins.", [("killed", 14, "exact")]),
        ("Nine people who had jumped from windows were taken to hospitals.", [("injured", 9, "exact")]),
    ],
)
def test_a_figure_is_read_with_kind_and_qualifier(text, found):
    assert counts(text) == found


@pytest.mark.parametrize(
    "text", ["No one was hurt.", "No one else was wounded.", "Nobody was injured.", "There were no injuries."]
)
def test_nobody_hurt_is_nought_and_not_unknown(text):
    assert counts(text) == [("injured", 0, "none")]


@pytest.mark.parametrize(
    "text",
    [
        "A 42-year-old was shot dead.",
        "Two S-300 missiles were destroyed.",
        "The attack cost $3 million in dead stock.",
        "He was killed 12 miles from the town.",
        "The plan was killed off in 2016.",
        "Some 7,000 houses were damaged.",
        "The wounded were taken to hospital at 9 a.m.",
    ],
)
def test_ages_weapons_money_miles_and_years_are_no_casualties(text):
    assert [c for c in counts(text) if c[1] not in (None, 1)] == []


@pytest.mark.parametrize("digits", ["1" * 400, "9" * 900])
def test_a_run_of_digits_is_no_figure(digits):
    assert counts(f"The blast killed {digits} and wounded 4 people.") == [("injured", 4, "exact")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Between 10 and 15 people were killed.", [("killed", 10, 15)]),
        ("From 3 to 5 people were wounded.", [("injured", 3, 5)]),
        ("The shelling left 10 to 15 killed and 20-30 wounded.", [("killed", 10, 15), ("injured", 20, 30)]),
        ("The blast killed two or three soldiers.", [("killed", 2, 3)]),
        ("The death toll rose from 3 to 5.", [("killed", 5, None)]),
        ("The death toll rose to 15 on Friday.", [("killed", 15, None)]),
        ("The death toll has risen to 15 in the city.", [("killed", 15, None)]),
        ("The blast killed four nurses and two Norwegians.", [("killed", 6, None)]),
        ("The blast killed four nurses and two Nepalese.", [("killed", 6, None)]),
        ("The blast killed four nurses and destroyed two vans.", [("killed", 4, None)]),
    ],
)
def test_a_range_keeps_both_ends_and_a_toll_its_last_figure(text, found):
    (sentence,) = read_sentences(article(text))
    assert [(c.kind, c.n, c.n_max) for c in find_counts(sentence, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Reports that 50 people were killed were false, officials said.",
        "The army denied claims that 12 soldiers were killed.",
        "Rumours of 30 dead are untrue.",
    ],
)
def test_a_figure_that_is_called_false_is_no_claim(text):
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "n"),
    [
        ("Rescuers pulled 12 bodies from the rubble.", "killed", 12),
        ("Nine bodies have been recovered from the river.", "killed", 9),
        ("At least 31 people were crushed to death at the gate.", "killed", 31),
        ("Forty pupils were taken to hospital after the meal.", "injured", 40),
        ("They shot dead a guard.", "killed", 1),
        ("Three pupils and a teacher were wounded.", "injured", 4),
        ("Four nurses and six patients were wounded.", "injured", 10),
        ("Four nurses and six patients died.", "killed", 10),
        ("Nine were brought to the village clinic.", "injured", 9),
        ("Nine guests of the inn were rushed to a clinic.", "injured", 9),
        ("Five women burned to death.", "killed", 5),
        ("They condemned the execution of nine prisoners.", "killed", 9),
        ("Two more bodies came up, bringing to nine the number of dead.", "killed", 9),
        ("The editor of a weekly paper in the north was gunned down.", "killed", 1),
    ],
)
def test_the_dead_and_the_sick_are_counted_however_it_is_put(text, kind, n):
    (sentence,) = read_sentences(article(text))
    assert [(c.kind, c.n) for c in find_counts(sentence, text)] == [(kind, n)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested 14 demonstrators.", [("arrested", 14, "exact")]),
        ("About 30 people were detained near the square.", [("arrested", 30, "about")]),
        ("A bus driver was arrested.", [("arrested", 1, "exact")]),
        ("Officers arrested one of the owners and two members of the band.", [("arrested", 3, "exact")]),
        ("Armed men abducted 27 pupils.", [("abducted", 27, "exact")]),
        ("More than 40 villagers were kidnapped.", [("abducted", 40, "more_than")]),
        ("The rebels took 15 engineers hostage.", [("abducted", 15, "exact")]),
        ("The gang is holding six hostages.", [("abducted", 6, "exact")]),
        ("Nine fishermen were taken hostage and two were killed.", [("abducted", 9, "exact"), ("killed", 2, "exact")]),
    ],
)
def test_people_taken_away_are_counted_apart_from_the_dead(text, found):
    assert counts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The death toll has passed 300.", [("killed", 300, "more_than")]),
        ("Fewer than ten people were injured.", [("injured", 10, "less_than")]),
        ("Well over 50 people died.", [("killed", 50, "more_than")]),
        ("Up to 50 people died.", [("killed", 50, "max")]),
        ("At least 50 people died.", [("killed", 50, "min")]),
        ("The death toll could reach 10,000.", []),
        ("Six of the injured are children.", []),
        ("It corrected an earlier statement that nine people had died.", []),
        ("A blast wounded 15 people, two of whom died.", [("injured", 15, "exact"), ("killed", 2, "exact")]),
    ],
)
def test_how_a_figure_is_given_is_kept(text, found):
    assert counts(text) == found


@pytest.mark.parametrize(
    ("text", "kind", "n"),
    [
        ("They recovered the bodies of eleven miners.", "killed", 11),
        ("Five people, three of them children, were shot and wounded.", "injured", 5),
        ("Two men who were near the gate were taken to hospital.", "injured", 2),
        ("Another 13 people are in hospital.", "injured", 13),
        ("The leak sent 80 workers to hospital.", "injured", 80),
        ("A civilian contractor was killed.", "killed", 1),
        ("A five-year-old boy was badly hurt.", "injured", 1),
        ("Two men, aged 18 and 19, were arrested.", "arrested", 2),
        ("Seven nurses, three of them trainees, were killed.", "killed", 7),
        ("Journalist Pat Roe, 29, was shot dead.", "killed", 1),
        ("He fired twice, fatally wounding Mayor Pat Roe.", "killed", 1),
        ("Two of the cooks were among the wounded.", "injured", 2),
        ("The mayor, Pat Roe, was among the dead.", "killed", 1),
        ("A bomb went off, killing a street seller.", "killed", 1),
        ("None of the 33 people on board survived.", "killed", 33),
        ("There were no survivors among the 44 passengers.", "killed", 44),
        ("The bus driver was the only fatality.", "killed", 1),
        ("Hospitals treated 30 people.", "injured", 30),
        ("Sixty people suffered burns.", "injured", 60),
        ("Three of the five injured later died.", "killed", 3),
        ("A neighbour was treated for smoke inhalation.", "injured", 1),
    ],
)
def test_victims_are_counted_in_the_words_of_agencies(text, kind, n):
    assert [found[:2] for found in counts(text)] == [(kind, n)]


@pytest.mark.parametrize(
    "text",
    [
        "After the blast 25 heaters were taken to hospitals.",
        "The killing held up the execution of four leases.",
        "The murder trial dealt with the execution of 15 decrees.",
        "Divers found three bodies of water behind the hospital.",
        "Lightning killed 14 goats.",
        "Some 14 horses were killed.",
        "The number of casualties rose to 25.",
        "A model of such a quake showed 3,000 dead.",
        "An eruption like that could kill 40,000 people.",
    ],
)
def test_things_animals_and_sums_of_dead_and_hurt_are_not_the_dead(text):
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were no reports of casualties.",
        "There were no immediate reports of injuries.",
        "It was not known whether there were any casualties.",
    ],
)
def test_what_is_not_reported_is_unknown_and_not_nought(text):
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    ["The mayor reported no casualties.", "The slide caused no casualties.", "The slide did not cause any casualties."],
)
def test_no_casualties_are_nought(text):
    assert counts(text) == [("killed", 0, "none"), ("injured", 0, "none")]


def test_people_sentenced_to_death_are_not_dead():
    text = "Twelve men were sentenced to death."
    (sentence,) = read_sentences(article(text))
    assert find_counts(sentence, text) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine of the 30 divers died.", [("killed", 9)]),
        ("The storm left 20,000 people without power and four dead.", [("killed", 4)]),
        ("A bomb on Bus 31 killed 14.", [("killed", 14)]),
        ("Four soldiers, two policemen and a driver were killed.", [("killed", 7)]),
        ("The crash could have killed 80 people.", []),
        ("The blast nearly killed 50 people.", []),
        ("Bombs in Kabul and Herat killed 15 and six people respectively.", [("killed", 15)]),
        ("Six paintings were missing.", []),
        ("Ten people were taken to hospital, nine of them with serious injuries.", [("injured", 10)]),
        ("Floods that burst two dikes killed at least 60 people.", [("killed", 60)]),
        ("The typhoon left 11 dead in the Philippines and three on the Chinese island.", [("killed", 11)]),
        ("Twenty miners, most of them from Java, were killed.", [("killed", 20)]),
    ],
)
def test_a_figure_is_of_those_who_were_harmed(text, figures):
    assert [(kind, n) for kind, n, _ in counts(text)] == figures
