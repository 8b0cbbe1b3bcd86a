"""Where the news begins: behind the line of the date and behind the dateline."""

import re
from collections.abc import Sequence

from geo.model.text import Mention, Span

#: The day of publication, as it may stand before the text.
_DATE = re.compile(r"\s*(?:date\s+\d{4}-\d{2}-\d{2}\s+)?")
_FILED = re.compile(
    r"[^\n.;]{2,60}?(?:\([^)\n]{1,60}\)\s*)?(?:\s--?-?\s|\s?[–—]\s?|\([^)\n]{1,40}\)\s)",
)
_AGENCY = r"\([^()\n]{1,40}\)"
_DASH = r"(?:\s+--?-?\s|\s*[–—]\s*)"
_ALONE = r"(?![^.\n]*(?:\s--?\s|[–—]))"  # the dash is not the first of a pair
_WORD = r"[^\W\d_a-z][\w'’.-]*"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{0,3}}"
_LOUD = r"[^\W\d_a-z]{3}[^a-z\s\d,;:!?()–—]*(?:\s[^a-z\s\d,;:!?()–—]+){0,3}"  # in capitals
_PARTS = r"(?:,[^\n,;:!?()–—]{1,30}){0,4}?"  # country, date
_NEWS = r"(?=[\"“'‘]*(?:[A-Z][a-z]|A\s+[A-Za-z]?[a-z]))"
#: "KYIV, Ukraine (AP) —", "LIMA, 10 JAN (EFE) -- [TEXT]", "KYIV —", "KYIV (Reuters) Rockets", "Homs, Syria — Rockets".
_OPENING = re.compile(
    rf"(?:(?:{_NAME}|{_LOUD}){_PARTS}\s*{_AGENCY}{_DASH}"
    rf"|{_LOUD}{_PARTS}(?:{_DASH}{_ALONE}|\s*{_AGENCY}\s+)(?:{_NEWS}|(?=\d\S*\s+[a-z]))"
    rf"|{_NAME}(?:,\s+{_NAME}){{0,2}}{_DASH}{_ALONE}{_NEWS})"
    r"(?:\[\w+\]\s*)?"
)


def news_start(text: str) -> int:
    """The offset behind date and dateline; 0 where there is neither."""
    start = _date_end(text)
    opening = _OPENING.match(text, start)
    return opening.end() if opening else start


def dateline(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The place an article was filed from, where its first words say so."""
    start = _date_end(text)
    opening = _FILED.match(text, start) or _OPENING.match(text, start)
    if not opening:
        return None
    first = next((m for m in mentions if m.span.start >= start and m.span.end <= opening.end()), None)
    return first if first and not text[start : first.span.start].strip(" \"'\n") else None


def of_the_news(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences without date and dateline: those left begin with the news."""
    start = news_start(text)
    while start < len(text) and text[start].isspace():
        start += 1
    return tuple(Span(start=max(span.start, start), end=span.end) for span in spans if span.end > start)


def _date_end(text: str) -> int:
    stated = _DATE.match(text)
    return stated.end() if stated and stated.group().strip() else 0
