"""Plain text articles; the first line may state the day of publication."""

import re

from geo.files.days import parse_day
from geo.files.decoding import decode
from geo.model.text import Article

#: ``date 2023-07-29 The ministry said …``: the opening of an article saved with its date.
_OPENING = re.compile(r"\s*date:?[ \t]+(\d{4}[-/.]\S*)", re.IGNORECASE)


def read_plain(data: bytes, *, name: str) -> Article:
    """An article of plain text, unedited: its date line, if any, is part of the text."""
    text = decode(data)
    opening = _OPENING.match(text)
    date = parse_day(opening.group(1).rstrip(".,;:")) if opening else None
    return Article(id=name, text=text, date=date)
