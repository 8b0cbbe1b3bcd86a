"""The day of an article that only its own first words date."""

import datetime as dt

import pytest

from geo.dates.publication_day import with_day
from geo.model.text import Article

NEWS = "Two people were hurt on Saturday when a stand gave way."


@pytest.mark.parametrize("opening", ["HOBART, Australia, 3 June 2017 — ", "Sunday, June 3, 2017\n\n", "June 3, 2017\n"])
def test_a_full_date_that_opens_it_is_its_day(opening):
    assert with_day(Article(id="a", text=opening + NEWS)).date == dt.date(2017, 6, 3)


@pytest.mark.parametrize(
    "opening", ["", "HOBART, June 3 (Agency) - ", "On 3 June 2017 the club was founded by three brothers.\n\n"]
)
def test_nothing_less_dates_it(opening):
    assert with_day(Article(id="a", text=opening + NEWS)).date is None


def test_a_day_that_is_known_stands():
    article = Article(id="a", text="June 3, 2017\n" + NEWS, date=dt.date(2017, 6, 5))
    assert with_day(article) is article
