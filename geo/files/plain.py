"""Plain text articles; the first line may state the day of publication."""

import datetime as dt
import re

from geo.errors import ArticleError
from geo.files.days import parse_day
from geo.files.decoding import decode
from geo.model.text import Article

#: ``date 2023-07-29 The ministry said …``: the opening of an article saved with its date, the year first.
_OPENING = re.compile(r"\s*date:?[ \t]+([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])", re.IGNORECASE)

#: A web page saved under the name of a text.
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def read_plain(data: bytes, *, name: str) -> Article:
    """An article of plain text, unedited: its date line, if any, is part of the text.

    Raises:
        ArticleError: also where the text opens with a day that no calendar has, since that is a slip to be mended.
    """
    if data.startswith(b"%PDF-"):
        raise ArticleError("a PDF and not its text: save its text as .txt")
    if _PAGE.match(data):
        raise ArticleError("HTML and not its text: name it .html")
    text = decode(data)
    return Article(id=name, text=text, date=_day(text))


def _day(text: str) -> dt.date | None:
    """The day a text opens with; a month, or what only looks like a date, is none."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    year, _, month, day = opening.groups()
    return parse_day(f"{year}-{month:0>2}-{day:0>2}")
