"""Plain text articles; the first line, or the one under a title, may state the day of publication."""

import datetime as dt
import re
from itertools import islice

from geo.errors import ArticleError
from geo.files.days import parse_day, parse_written_day
from geo.files.decoding import decode
from geo.model.text import Article

#: ``date 2023-07-29 The ministry said …``: the opening of an article saved with its date.
_DATE_LINE = re.compile(r"date(?::[ \t]*|[ \t]+)(?P<stated>.*)", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
#: Figures and up to two words, as a date has: a slip, where no date can be read.
_LIKE_A_DATE = re.compile(r"(?=.*\d)[\d\s./,:-]*(?:[^\W\d]{3,9}[\d\s./,:-]*){0,2}")
_TITLE = re.compile(r"title(?::[ \t]*|[ \t]+)(?=\S)", re.IGNORECASE)
#: Longest line over a date that is a title, in characters.
_LONGEST_TITLE = 200

#: A web page saved under the name of a text.
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def read_plain(data: bytes, *, name: str) -> Article:
    """An article of plain text, unedited: its date line, if any, and the title over it are part of the text.

    Raises:
        ArticleError: also where the date line cannot be read as one day, since that is a slip to be mended.
    """
    if data.startswith(b"%PDF-"):
        raise ArticleError("a PDF and not its text: save its text as .txt")
    if _PAGE.match(data):
        raise ArticleError("HTML and not its text: name it .html")
    text = decode(data)
    lines = ((number, line.strip()) for number, line in enumerate(text.split("\n"), 1))
    first, second = (*islice(((n, line) for n, line in lines if line), 2), (0, ""), (0, ""))[:2]
    day = _day(*first)
    if day is None and len(first[1]) <= _LONGEST_TITLE and (day := _day(*second)) is not None:
        return Article(id=name, text=text, date=day, title=_TITLE.sub("", first[1], count=1))
    return Article(id=name, text=text, date=day)


def _day(number: int, line: str) -> dt.date | None:
    """The day a date line opens with; None where it is none."""
    found = _DATE_LINE.match(line)
    if found is None:
        return None
    stated = found["stated"]
    try:
        if iso := _ISO.match(stated):
            year, _, month, day = iso.groups()
            return parse_day(f"{year}-{month:0>2}-{day:0>2}")
        if written := parse_written_day(stated):
            return written
        return parse_day(stated) if _LIKE_A_DATE.fullmatch(stated) else None
    except ArticleError as error:
        raise ArticleError(f"line {number}: {error}") from error
