"""Dates as files state them, read strictly: nothing is guessed and nothing is filled in."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from geo.errors import ArticleError

#: Years in which articles appear. A date outside is the zero of some program's calendar, or a slip.
YEARS = range(1800, 2201)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}.*)?", re.DOTALL)

_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_NAME = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_WRITTEN = re.compile(
    r"(?:[a-z]{3,9}\.?,? )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>"
    + _NAME
    + r")\.?|(?P<first>"
    + _NAME
    + r")\.? (?P<after>\d{1,2})(?:st|nd|rd|th)?),? (?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_YEAR_NAUGHT = re.compile(r"\s0\d{3}\s")


def parse_day(stated: str, *, field: str = "date") -> dt.date:
    """The day of an ISO 8601 date or date-time, as stated: no change of time zone.

    Raises:
        ArticleError: it is no such date or not in YEARS, with the field's name and the words.
    """
    words = stated.strip()
    if _ISO.fullmatch(words):
        try:
            return _plausible(dt.datetime.fromisoformat(words).date())
        except ValueError:
            pass
    raise ArticleError(f"'{field}' is not a date: {_shown(words)} (write YYYY-MM-DD)")


def parse_feed_day(stated: str, *, field: str) -> dt.date:
    """The day of an RFC 822 date as in RSS, or an ISO one as in Atom; raises as ``parse_day``."""
    if _YEAR_NAUGHT.search(stated):  # email.utils takes 0001 for 2001
        return parse_day(stated, field=field)
    try:
        return _plausible(parsedate_to_datetime(stated).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_day(stated, field=field)


def parse_written_day(words: str) -> dt.date | None:
    """The day that words open with as people write it, the month by name: "Tuesday, 2 January 2024", "Jan. 2, 2024".

    Raises:
        ArticleError: no calendar has it.
    """
    found = _WRITTEN.match(words)
    if found is None or (month := _MONTHS.get((found["month"] or found["first"])[:3].casefold())) is None:
        return None
    return parse_day(f"{found['year']}-{month:02d}-{int(found['day'] or found['after']):02d}")


def _plausible(day: dt.date) -> dt.date:
    if day.year not in YEARS:
        raise ValueError(f"not a year of news: {day.year}")
    return day


def _shown(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")
