"""Dates as files state them, read strictly: nothing is guessed and nothing is filled in."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from geo.errors import ArticleError

#: Years in which articles appear. A date outside is the zero of some program's calendar, or a slip.
YEARS = range(1800, 2201)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}.*)?", re.DOTALL)

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


def _plausible(day: dt.date) -> dt.date:
    if day.year not in YEARS:
        raise ValueError(f"not a year of news: {day.year}")
    return day


def _shown(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")
