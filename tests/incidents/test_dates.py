import datetime as dt

import pytest

from geo.dates.expressions import find_dates
from geo.incidents.code import code_incidents
from geo.incidents.merge import merge
from tests.incidents.telling import article, resolutions

SATURDAY = dt.date(2023, 7, 29)


def one(words, published=SATURDAY):
    found = find_dates(words.lower(), published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Friday", "2023-07-28"),
        ("last Friday", "2023-07-28"),
        ("late Thursday", "2023-07-27"),
        ("on Saturday", "2023-07-29"),
        ("last Saturday", "2023-07-22"),
        ("on Sunday", "2023-07-23"),
        ("next Monday", "2023-07-31"),
        ("yesterday morning", "2023-07-28"),
        ("last night", "2023-07-28"),
        ("last evening", "2023-07-28"),
        ("in the past few hours", "2023-07-29"),
        ("this morning", "2023-07-29"),
        ("overnight", "2023-07-29"),
        ("overnight into Friday", "2023-07-28"),
        ("overnight on Thursday", "2023-07-27"),
        ("two days ago", "2023-07-27"),
        ("July 14", "2023-07-14"),
        ("14 July", "2023-07-14"),
        ("the 14th of July", "2023-07-14"),
        ("Dec. 10", "2022-12-10"),
        ("on 24 February 2022", "2022-02-24"),
        ("Tuesday, July 25", "2023-07-25"),
        ("2023-07-28", "2023-07-28"),
        ("25/07/2023", "2023-07-25"),
        ("07/25/2023", "2023-07-25"),
        ("on 2 Jan.", "2023-01-02"),
        ("last week on Tuesday", "2023-07-18"),
        ("Tuesday of last week", "2023-07-18"),
        ("a week ago on Friday", "2023-07-21"),
        ("two Fridays ago", "2023-07-21"),
        ("on New Year's Eve", "2022-12-31"),
        ("on New Year’s Day", "2023-01-01"),
        ("on Good Friday", "2023-04-07"),
        ("early on Easter Monday", "2023-04-10"),
        ("Whit Sunday", "2023-05-28"),
        ("on St. Patrick's Day", "2023-03-17"),
        ("at 0900 GMT on Friday", "2023-07-28"),
        ("shortly after midnight local time (2100 GMT Thursday)", "2023-07-28"),
        ("at 2230 [0230 GMT on 28 July]", "2023-07-27"),
        ("at 6:40 p.m. local time (2340 GMT Thursday)", "2023-07-27"),
    ],
)
def test_a_day_is_read_against_the_day_of_publication(words, day):
    found = one(words)
    assert (found.first, found.precision) == (dt.date.fromisoformat(day), "day")


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("last week", "2023-07-17", "2023-07-23", "week"),
        ("in the last 24 hours", "2023-07-28", "2023-07-29", "day"),
        ("in the last 72 hours", "2023-07-26", "2023-07-29", "week"),
        ("over the weekend", "2023-07-29", "2023-07-30", "weekend"),
        ("last month", "2023-06-01", "2023-06-30", "month"),
        ("in March 2022", "2022-03-01", "2022-03-31", "month"),
        ("in October", "2022-10-01", "2022-10-31", "month"),
        ("last year", "2022-01-01", "2022-12-31", "year"),
        ("in 2019", "2019-01-01", "2019-12-31", "year"),
        ("February of last year", "2022-02-01", "2022-02-28", "month"),
        ("over the long weekend", "2023-07-28", "2023-07-31", "weekend"),
        ("earlier in the week", "2023-07-24", "2023-07-30", "week"),
        ("in the night from Thursday to Friday", "2023-07-27", "2023-07-28", "day"),
        ("between Tuesday and Thursday", "2023-07-25", "2023-07-27", "week"),
        ("overnight Thursday into Friday", "2023-07-27", "2023-07-28", "day"),
        ("during the night of 10 to 11 July", "2023-07-10", "2023-07-11", "day"),
        ("July 10-12", "2023-07-10", "2023-07-12", "week"),
        ("from June 30 to July 2", "2023-06-30", "2023-07-02", "week"),
    ],
)
def test_a_period_keeps_its_precision(words, first, last, precision):
    found = one(words)
    assert (found.first.isoformat(), found.last.isoformat(), found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "words", ["on Friday", "yesterday", "today", "14 July", "last week", "in October", "two days ago"]
)
def test_without_a_day_of_publication_relative_words_fix_nothing(words):
    assert one(words, None).first is None


@pytest.mark.parametrize(
    "words",
    [
        "on 05/07/2023",
        "the Christmas Day bombing",
        "the Boxing Day tsunami",
        "on Orthodox Good Friday",
        "Bloody Sunday",
        "the Sunday Times wrote",
        "on New Year's Day 2015",
    ],
)
def test_what_can_mean_two_days_or_is_a_name_fixes_none(words):
    assert all(found.first is None for found in find_dates(words.lower(), SATURDAY))


@pytest.mark.parametrize(
    ("published", "day"), [("2024-04-02", "2024-03-31"), ("2024-05-07", None), ("2025-04-22", "2025-04-20")]
)
def test_easter_is_no_day_where_east_and_west_may_each_mean_their_own(published, day):
    found = one("on Easter Sunday", dt.date.fromisoformat(published)).first
    assert (found and found.isoformat()) == day


def test_two_days_told_side_by_side_stay_two():
    assert [d.first.day for d in find_dates("on monday and tuesday", SATURDAY)] == [24, 25]


def test_a_toll_from_a_day_s_disaster_leaves_the_day_a_day():
    found = one("the death toll from tuesday's earthquake has risen")
    assert (found.first, found.since, found.reporting) == (dt.date(2023, 7, 25), False, False)


def test_a_full_date_needs_no_day_of_publication():
    assert one("on 24 February 2022", None).first == dt.date(2022, 2, 24)


def test_a_day_that_does_not_exist_is_none():
    assert one("31 November 2022").first is None


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("the minister said on friday", "reporting"),
        ("yesterday announced a plan", "reporting"),
        ("he was asked about friday's meeting on the bombing", "reporting"),
        ("since friday", "since"),
        ("since the start of the siege on friday", "since"),
        ("bodies were laid out on friday", "reporting"),
        ("the trial of a man accused of arson in lviv began on friday", "reporting"),
        ("were still holding hostages on friday", "reporting"),
        ("will be held on friday", "future"),
    ],
)
def test_days_of_telling_beginning_and_planning_are_marked(words, flag):
    assert getattr(one(words), flag)


@pytest.mark.parametrize(
    "words",
    [
        "the attack was carried out on friday",
        "killed on friday",
        "the blast occurred on friday",
        "the group claimed responsibility for thursday's deadly car bombing",
        "police reported in the evening that on thursday armed men came",
        "he was gunned down on friday",
        "two bombs went off on friday",
        "the fire began on friday",
        "as this paper reported, on friday a bus was stopped",
    ],
)
def test_the_day_of_a_happening_is_not_taken_for_the_telling(words):
    assert not one(words).reporting


def test_a_plan_does_not_reach_what_befell_somebody():
    assert not one("the court will hear a man who was beaten on friday").future
    assert not one("a group expected to disband claimed friday's attack").future


@pytest.mark.parametrize(
    ("words", "recalled"),
    [
        ("on 20 july", False),
        ("on 1 june", False),
        ("on 1 march", True),
        ("in may", True),
        ("in 2015", True),
        ("last week", False),
    ],
)
def test_what_lies_far_back_is_recalled(words, recalled):
    assert one(words).recalled(SATURDAY) is recalled


EVERY_KIND = (
    "A bomb exploded in Kharkiv yesterday, a week ago, two months ago, three years ago, last night, over the weekend,"
    " next Monday, last Friday, this month, last month, last week, past week, last year, in the last 24 hours,"
    " on 1 January, in December and on 9999-12-31."
)


@pytest.mark.parametrize("day", ["0001-01-01", "0001-02-01", "9999-12-31", "9999-12-25"])
def test_the_ends_of_the_calendar_are_no_error(day):
    for words in EVERY_KIND.removeprefix("A bomb exploded in Kharkiv ").split(", "):
        told = article(f"A bomb exploded in Kharkiv {words}.", day)
        found = code_incidents(told, resolutions(told.text))
        merge({told.id: told}, found)
    assert one("yesterday", dt.date.min).first is None
    assert one("over the weekend", dt.date(9999, 12, 31)).precision in ("weekend", "none")


def test_a_run_of_digits_is_no_number_of_days():
    assert find_dates("9" * 5_000 + " days ago", SATURDAY) == ()
    assert find_dates("9" * 5_000 + " hours ago", SATURDAY) == ()
