"""Dates as files state them, read strictly: nothing is guessed and nothing is filled in."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from geo.errors import ArticleError

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}.*)?", re.DOTALL)


def parse_day(stated: str, *, field: str = "date") -> dt.date:
    """The day of an ISO 8601 date or date-time, as stated: no change of time zone.

    Raises:
        ArticleError: it is no such date, with the field's name and the words.
    """
    words = stated.strip()
    if _ISO.fullmatch(words):
        try:
            return dt.datetime.fromisoformat(words).date()
        except ValueError:
            pass
    raise ArticleError(f"'{field}' is not a date: {_shown(words)} (write YYYY-MM-DD)")


def parse_feed_day(stated: str, *, field: str) -> dt.date:
    """The day of an RFC 822 date as in RSS, or an ISO one as in Atom; raises as ``parse_day``."""
    try:
        return parsedate_to_datetime(stated).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_day(stated, field=field)


def _shown(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")
