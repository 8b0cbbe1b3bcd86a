"""The day an article was written on, where only its text says so."""

from dataclasses import replace

from geo.dates.expressions import find_dates
from geo.events.sentences import dateline_end
from geo.model.text import Article
from geo.model.tokens import lowered

#: Longest first line that can be a date alone, in characters: "Wednesday, 27 September 2017".
_LONGEST_DATE = 32


def with_day(article: Article) -> Article:
    """The article with the one full date of its dateline or first line; as it is when it has a day, or none is told."""
    if article.date is not None:
        return article
    first = article.text.lstrip().partition("\n")[0]
    opening = article.text[: dateline_end(article.text)] or (first if len(first) <= _LONGEST_DATE else "")
    days = [d for d in find_dates(lowered(opening), None) if d.precision == "day" and d.first is not None]
    return replace(article, date=days[0].first) if len(days) == 1 else article
