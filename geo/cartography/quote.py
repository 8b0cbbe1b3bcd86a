"""Quoted sentences, cut at what is marked in them."""

import re
from collections.abc import Iterable
from functools import lru_cache

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


def quote(text: str, sentence: Span, marks: Iterable[tuple[Span, str]]) -> list[Segment]:
    """The sentence as segments, in order; together they are its text, character for character.

    The date line that an article may open with is left out of its first sentence. Of marks that overlap,
    the earlier given wins. Segments, not offsets, because Python counts characters and a browser counts
    UTF-16 units.
    """
    sentence = _without_date_line(text, sentence)
    kept = _disjoint(marks, sentence)
    start, end = _window(sentence, kept)
    segments: list[Segment] = ["…"] if start > sentence.start else []
    at = start
    for span, name in kept:
        if span.start < start or span.end > end:
            continue
        if span.start > at:
            segments.append(text[at : span.start])
        segments.append((span.of(text), name))
        at = span.end
    if at < end:
        segments.append(text[at:end])
    if end < sentence.end:
        segments.append("…")
    return segments


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


def _without_date_line(text: str, sentence: Span) -> Span:
    line = _DATE_LINE.match(text) if text else None
    if line is None or not sentence.start < line.end() < sentence.end:
        return sentence
    return Span(start=line.end(), end=sentence.end)


def _disjoint(marks: Iterable[tuple[Span, str]], sentence: Span) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, name in marks:
        start, end = span.start, span.end
        if sentence.start <= start and end <= sentence.end and all(end <= o.start or o.end <= start for o, _ in kept):
            kept.append((span, name))
    return sorted(kept, key=_start) if len(kept) > 1 else kept


def _start(marked: tuple[Span, str]) -> int:
    return marked[0].start


def _window(sentence: Span, kept: list[tuple[Span, str]]) -> tuple[int, int]:
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        return sentence.start, sentence.end
    first = kept[0][0] if kept else sentence
    start = max(sentence.start, first.start - _AROUND)
    return start, min(sentence.end, start + LONGEST_QUOTE)
