"""Quoted sentences, cut at what is marked in them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from geo.model.text import Span
from geo.model.tokens import sentence_at, sentences

#: A sentence longer than this is cut around what is marked in it, in characters.
LONGEST_QUOTE = 700
#: What is kept of a long sentence on either side of its first mark, in characters.
_AROUND = 300
#: How far from a span the ends of its sentence are looked for, in characters.
_NEIGHBOURHOOD = 500

#: The date of the article that a file may open with; it is no part of the first sentence.
_DATE_LINE = re.compile(r"\s*date\s+\d{4}-\d{2}-\d{2}\b\s*")

#: A stretch of a quote: plain text, or text with the name of its mark.
Segment = str | tuple[str, str]
#: What names a mark.
Name = TypeVar("Name", str, int)


def quote(text: str, sentence: Span, marks: Iterable[tuple[Span, str]]) -> list[Segment]:
    """The sentence as segments, in order; together they are its text, character for character.

    Segments, not offsets: Python counts characters and a browser counts UTF-16 units. Which sentence and which
    marks is said by ``excerpt``.
    """
    quoted, found = excerpt(text, cut(sentence, opening(text)), [(span.start, span.end, name) for span, name in marks])
    segments: list[Segment] = []
    at = 0
    for start, end, name in found:
        if start > at:
            segments.append(quoted[at:start])
        segments.append((quoted[start:end], name))
        at = end
    return [*segments, quoted[at:]] if at < len(quoted) else segments


def excerpt(
    text: str, stretch: tuple[int, int], marks: Iterable[tuple[int, int, Name]]
) -> tuple[str, list[tuple[int, int, Name]]]:
    """A stretch of a text, and what is marked in it as (start, end, name), from its own start, in order.

    Of marks that overlap, the earlier given wins. What is longer than LONGEST_QUOTE is cut around its first mark.
    """
    start, end = stretch
    kept: list[tuple[int, int, Name]] = []
    for mark in marks:
        if start <= mark[0] and mark[1] <= end and not (kept and _overlaps(mark, kept)):
            kept.append(mark)
    kept.sort(key=_start)
    if end - start <= LONGEST_QUOTE:
        return text[start:end], [(a - start, b - start, name) for a, b, name in kept]
    first = kept[0][0] if kept else start
    left = max(start, first - _AROUND)
    right = min(end, left + LONGEST_QUOTE)
    before, after = "…" * (left > start), "…" * (right < end)
    shift = left - len(before)
    inside = [(a - shift, b - shift, name) for a, b, name in kept if left <= a and b <= right]
    return f"{before}{text[left:right]}{after}", inside


def opening(text: str) -> int:
    """Where the date line ends that an article may open with; 0 where it opens with none."""
    line = _DATE_LINE.match(text)
    return 0 if line is None else line.end()


def cut(sentence: Span, date_line: int) -> tuple[int, int]:
    """A sentence without the date line that ends in it."""
    start, end = sentence.start, sentence.end
    return (date_line, end) if start < date_line < end else (start, end)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds a span; the span itself where none does.

    Only the neighbourhood is cut into sentences: an article may be megabytes long.
    """
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _NEIGHBOURHOOD)
    line_end = text.find("\n", span.end)
    end = min(len(text) if line_end < 0 else line_end, span.end + _NEIGHBOURHOOD)
    holder = sentence_at(_sentences(text[start:end]), span.start - start)
    if holder is None:
        return span
    found = Span(start=holder.start + start, end=holder.end + start)
    return found if found.covers(span) else span


#: Kept, because a map that is drawn again after one more article quotes mostly what it quoted before.
_sentences = lru_cache(maxsize=4096)(sentences)


def _overlaps(mark: tuple[int, int, Name], others: Iterable[tuple[int, int, Name]]) -> bool:
    return any(mark[0] < end and start < mark[1] for start, end, _ in others)


def _start(mark: tuple[int, int, Name]) -> int:
    return mark[0]
