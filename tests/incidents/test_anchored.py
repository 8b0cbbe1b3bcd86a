import datetime as dt

import pytest

from tests.incidents.telling import reports


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor said on Thursday that a bomb had exploded in Lviv the night before.", 15),
        ("Crews were at work in Lviv on Thursday after an explosion there the previous evening.", 15),
        ("A boy was pulled alive from the rubble on Thursday, four days after an earthquake hit Lviv.", 12),
        ("On Thursday, two days after a bomb exploded in Lviv, schools opened again.", 14),
        ("Officials in Kyiv spoke on Thursday of a blast that hit Lviv three days earlier.", 13),
        ("Two days after gunmen kidnapped a doctor in Lviv, her family had a letter on Thursday.", 14),
    ],
)
def test_days_are_counted_from_the_day_named(text, day):
    (only,) = reports(text)
    assert only.when.date == dt.date(2024, 5, day)


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday, three days after the truce began, a mine exploded in Lviv.",
        "On Wednesday, three days after the truce, a bridge in Lviv was bombed.",
        "On Wednesday, three days after the truce (which few kept), a mine exploded in Lviv.",
    ],
)
def test_what_is_told_behind_days_after_something_is_not_moved(text):
    (only,) = reports(text)
    assert only.when.date == dt.date(2024, 5, 15)


@pytest.mark.parametrize("words", ["ground zero days after", "the ruins 0 days after", "the ruins 00 days after"])
def test_nought_days_are_no_count(words):
    (only,) = reports(f"On Wednesday the bishop walked to {words} a mine exploded in Lviv.")
    assert only.when.date == dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Lviv the night before.",
        "Four days after an earthquake hit Lviv, a boy was pulled alive from the rubble.",
        "A bomb exploded in Lviv the day before the election.",
    ],
)
def test_from_no_day_none_is_counted(text):
    (only,) = reports(text)
    assert only.when.date is None


def test_the_day_of_a_count_is_not_that_of_the_happening():
    text = "A ferry sank near Odesa on Monday. On Wednesday officials put the number of dead at twelve."
    (only,) = reports(text)
    assert only.when.date == dt.date(2024, 5, 13)


def test_earlier_in_the_day_is_the_day_told_before():
    text = (
        "A missile struck Lviv on Wednesday. Two rockets landed near Odesa earlier in the day, injuring three people."
    )
    assert {r.when.date for r in reports(text)} == {dt.date(2024, 5, 15)}


def test_a_toll_of_years_is_no_incident():
    assert reports("The mayor spoke in Lviv. At least 20 miners have been killed in the country since 2016.") == ()


def test_the_day_help_was_called_is_the_day():
    text = "A boy was stabbed to death in a park in Lviv. Officers were called to the park at 7 pm on Wednesday."
    (only,) = reports(text)
    assert only.when.date == dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    "behind",
    [
        "Police responded to a lawsuit on Wednesday.",
        "Police sent flowers on Wednesday.",
        "Police called for witnesses on Wednesday.",
        "Firefighters rushed to vote on Wednesday.",
    ],
)
def test_help_that_does_something_else_dates_nothing(behind):
    (only,) = reports(f"A boy was stabbed to death in a park in Lviv. {behind}")
    assert only.when.date is None


def test_how_long_help_stayed_is_no_day_of_the_call():
    text = "A boy was stabbed in a park in Lviv. Officers were called on Tuesday and stayed until Wednesday."
    (only,) = reports(text)
    assert only.when.date == dt.date(2024, 5, 14)


def test_overnight_is_the_night_of_the_news_unless_its_clause_names_a_day():
    (only,) = reports("People in Lviv woke on Wednesday to sirens after a tanker blew up overnight.")
    assert (only.when.text, only.when.date) == ("overnight", dt.date(2024, 5, 17))
    (only,) = reports("An overnight drone strike on Monday hit a depot in Lviv.")
    assert only.when.date == dt.date(2024, 5, 13)


def test_help_that_came_for_a_report_dates_it():
    text = "A boy was stabbed to death in a park in Lviv. Police responded to reports of screams on Wednesday."
    (only,) = reports(text)
    assert only.when.date == dt.date(2024, 5, 15)


@pytest.mark.parametrize("span", ["in years", "in decades", "in the past eight years"])
def test_the_worst_night_of_years_is_one_night(span):
    (only,) = reports(f"Nine people were killed in Lviv on Wednesday, the bloodiest evening {span}.")
    assert only.when.date == dt.date(2024, 5, 15)


def test_a_count_of_something_else_leaves_the_day():
    (only,) = reports("Nine sailors died near Odesa on Wednesday, the harbour master said after a head count.")
    assert only.when.date == dt.date(2024, 5, 15)


def test_a_month_told_of_another_town_dates_nothing_here():
    text = "A boy was stabbed to death in Taganrog. A man was stabbed in Azov last month."
    assert [(r.place.name, r.when.precision) for r in reports(text)] == [("Taganrog", "none"), ("Azov", "month")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Wednesday a mine exploded near Kharkiv. Two days earlier, a bomb exploded in Lviv.", {13, 15}),
        ("On Wednesday a mine exploded near Kharkiv. The previous day, a bomb exploded in Lviv.", {14, 15}),
        ("On Tuesday a mine exploded near Kharkiv. The following night, a bomb exploded in Lviv.", {14, 15}),
        ("On Monday a mine exploded near Kharkiv. Three days later a bomb exploded in Lviv.", {13, 16}),
    ],
)
def test_days_are_counted_from_a_day_named_in_a_sentence_before(text, days):
    assert {r.when.date for r in reports(text)} == {dt.date(2024, 5, day) for day in days}


def test_the_words_and_the_day_counted_from_are_told():
    told = reports("On Wednesday a mine exploded near Kharkiv. Two days earlier, a bomb exploded in Lviv.")
    assert "Two days earlier (counted from Wednesday, 2024-05-15)" in [r.when.text for r in told]


def test_a_week_before_is_no_day():
    told = reports("On Thursday a mine exploded near Kharkiv. A week earlier, a bomb exploded in Lviv.")
    assert {r.when.precision for r in told} == {"day", "week"}


def test_the_day_on_which_victims_died_later_founds_no_other_happening():
    (report,) = reports("A bomb exploded in Lviv on Monday. Two of the wounded died on Wednesday.")
    assert report.when.date == dt.date(2024, 5, 13)


def test_months_before_are_a_month():
    told = reports(
        "An officer was shot dead in Lviv on Thursday. Two months before, a judge had been murdered in Odesa."
    )
    assert {(r.place.name, r.when.precision) for r in told} == {("Lviv", "day"), ("Odesa", "month")}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Four bodies were laid out on Tuesday after a mudslide hit houses in Lviv.", None),
        ("Schools were closed on Tuesday because of an arson attack on a depot in Lviv.", None),
        ("Dockers in Odesa went home on Tuesday in protest at the murder of a priest in Lviv.", None),
        ("On Tuesday the ministry sent more police because of a massacre in Lviv.", None),
        ("The mayor left on Tuesday for the village, where a bomb had exploded in Lviv.", None),
        ("On Tuesday after the match fans clashed with police in Lviv.", 14),
        ("Nine people were hurt on Tuesday after a bus crashed in Lviv.", 14),
        ("A mine exploded in Lviv shortly before midnight on Tuesday.", 14),
        ("Hours after a mine exploded in Odesa on Tuesday, gunmen stormed a bank in Lviv.", None),
        ("Cracks had opened in the roof on Monday, a day before it came down in Lviv.", 14),
        ("It has been two days since a bus fell off a bridge in Lviv, killing nine.", 15),
        ("The worst fire in Lviv since March killed nine people when a club burned on Tuesday.", 14),
        ("On Wednesday the army admitted shelling Lviv.", None),
        ("A judge was shot as he spoke to pupils in Lviv on Tuesday.", 14),
        ("A man was charged today in connection with Tuesday's bombing of a depot in Lviv.", 14),
        ("Men who fired on a bus in Lviv on Tuesday, killing five, had crossed the border on Sunday.", 14),
    ],
)
def test_the_day_of_what_followed_is_not_that_of_the_happening(text, day):
    told = [r for r in reports(text) if r.place and r.place.name == "Lviv"]
    assert [r.when.date and r.when.date.day for r in told] == [day]


def test_those_found_two_days_later_are_of_the_same_happening():
    (report,) = reports(
        "A bomb exploded in Lviv on Monday, killing five people. Two days later four had died in hospital."
    )
    assert report.when.date == dt.date(2024, 5, 13)
