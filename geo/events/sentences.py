"""An article as sentences and clauses, in lower case of equal length so that spans still fit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from geo.model.text import Article, Span
from geo.model.tokens import lowered
from geo.model.tokens import sentences as split_sentences

_FILED_ON = (
    r"(?:\d{1,2}\s+[A-Z][A-Za-z]{2,8}\.?(?:\s+\d{2,4})?|[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{2,4})?|NO DATE)"
)
#: Openings that carry the day of publication and the desk, not news.
_DATELINE = re.compile(
    r"\s*(?:(?:[^\n]{1,200}\n\s*)?(?i:date)(?::[ \t]*|[ \t]+)(?:\d{4}([-/.])\d\d?\1\d\d?"
    r"|(?:\w+,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?),? \d{4})\b"
    rf"|[^\W\d_][^\n]{{1,60}}?,\s+{_FILED_ON}\s*(?:\([^)]{{1,80}}\)\s*)?(?:--|[–—])(?:\s*\[[^\]]{{1,90}}\])*"
    rf"|[A-Z][A-Z .'’-]{{2,40}}(?:,\s+[A-Z][\w .]{{1,25}})?(?:,\s+{_FILED_ON})?\s+"
    r"(?:\([A-Z][\w /]{1,30}\)\s+)?[-–—]{1,2}\s)"
)
#: Where one statement of a sentence ends and the next begins.
_CLAUSE_BREAK = re.compile(
    r";|:\s|\s[-–—]{1,2}\s"
    r"|,?\s\b(?:while|whereas|although|(?:after|before)(?! (?:midnight|noon|dawn|dusk|dark|nightfall|sunrise|sunset"
    r"|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m))|but|as well as|including|even as|during which)\b"
    r"|,\s(?:and\s|as\s|when\s|where\s|which\s|who\s|with\s|leaving\s|killing\s|injuring\s|wounding\s)"
    r"|\s(?:when|and another|and then|where)\s|\ssince (?=(?:an?|it|they|he|she) )"
)


#: What opens words put in between: their end is a break as well.
_INSERTED = ("which", "who", "where", "leaving", "killing", "injuring", "wounding")
#: Longest sentence read as one, in characters: of 24,000 sentences of news one is longer. The cost of a
#: sentence grows with the square of its length, so lists and unpunctuated texts are read in pieces.
LONGEST_SENTENCE = 1_000
#: White space that no writer puts inside a sentence: the gap between two columns.
_GAP = re.compile(r"\s{9,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. Positional, because a text has many."""

    index: int
    span: Span
    #: The characters of ``span`` in lower case, one for one.
    low: str
    #: The same with every character of another paragraph's start marked by its number.
    paragraph: int
    #: Half-open offsets of the clauses, relative to the sentence.
    clauses: tuple[tuple[int, int], ...]
    #: The characters of ``span`` as they stand.
    raw: str

    def clause_at(self, offset: int) -> tuple[int, int]:
        """The clause that holds an offset of the sentence."""
        return next((c for c in self.clauses if c[0] <= offset < c[1]), self.clauses[-1])


def dateline_end(text: str) -> int:
    """Where the news begins: after a dateline, 0 when there is none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def read_sentences(article: Article) -> tuple[Sentence, ...]:
    """Sentences of the article's body in order; a dateline belongs to none."""
    text = article.text
    low = lowered(text)
    start = dateline_end(text)
    found: list[Sentence] = []
    paragraph = 0
    before = start
    for span in (piece for sentence in _whole(text) for piece in _pieces(text, sentence)):
        if span.end <= start:
            continue
        if span.start < start:
            stripped = text[start : span.end]
            span = Span(start=start + len(stripped) - len(stripped.lstrip()), end=span.end)
        paragraph += "\n" in text[before : span.start]
        before = span.end
        piece = low[span.start : span.end]
        found.append(Sentence(len(found), span, piece, paragraph, _clauses(piece), span.of(text)))
    return tuple(found)


#: "at 4 a.m. Saturday", "at 4 p.m. EST" go on.
_HOUR = re.compile(r"\b[ap]\.m\.$")
_AFTER_HOUR = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]{2,8}\.? \d{1,2}|[A-Z]{2,4})\b")


def _whole(text: str) -> Iterator[Span]:
    """The sentences, what follows an hour joined to it."""
    held: Span | None = None
    for span in split_sentences(text):
        if held is not None and _HOUR.search(text, held.end - 5, held.end) and _AFTER_HOUR.match(text, span.start):
            held = Span(start=held.start, end=span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, or what it falls into at wide gaps and at ``LONGEST_SENTENCE``."""
    start = sentence.start
    for gap in (*_GAP.finditer(text, start, sentence.end), None):
        end = gap.start() if gap else sentence.end
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            cut = cut if cut > 0 else start + LONGEST_SENTENCE
            yield Span(start=start, end=cut)
            start = cut + (text[cut] == " ")
        if end > start:
            yield Span(start=start, end=end)
        start = gap.end() if gap else end


def _clauses(low: str) -> tuple[tuple[int, int], ...]:
    breaks = {0, len(low)}
    for match in _CLAUSE_BREAK.finditer(low):
        breaks.add(match.start())
        if match.group().lstrip(", ").startswith(_INSERTED):
            closing = low.find(",", match.end())
            breaks |= {closing} if closing > 0 else set()
    cuts = sorted(breaks)
    return tuple((a, b) for a, b in pairwise(cuts) if b > a)
