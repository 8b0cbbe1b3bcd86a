"""What "the city", "this capital", "it" and "there" stand for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geo.distances.datelines import dateline, news_start
from geo.distances.spots import is_indefinite
from geo.model.text import Mention, Span, Use

EARLIER = 30  # mentions before a sentence among which an antecedent is looked for
_GENERIC = re.compile(
    r"(?:(?:the|this|that|its|their|our)\s+)?(?:\w+\s+)?(?:city|town|village|capital|municipality|settlement|place|port|hamlet|suburb"
    r"|region|area|community|there|here|this|it|they)(?:\s+(?:cent(?:er|re)|itself|proper|limits))?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\bcapital(?:\s+city)?(?:\s+of\b.*|\W*)$", re.IGNORECASE | re.DOTALL)
_CAPITAL_OF = re.compile(r"\bcapital(?:\s+city)?\s+of\b", re.IGNORECASE)
#: Behind a name: "the Russian border" speaks of a line, no place in it.
_EDGE = re.compile(r"\s+(?:border|frontier|coast|coastline|shore|side)\b", re.IGNORECASE)
_VILLAGE = re.compile(r"\b(?:village|settlement|hamlet)\b", re.IGNORECASE)
#: Between a name and the country or region that says where it lies.
_QUALIFIER = re.compile(
    r"\s*,\s*(?:(?:the\s+)?capital(?:\s+city)?\s+of\s+(?:the\s+)?|(?:in|an?|the)\s+(?:\w+\s+){0,3}?(?:in|of)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*,?\s*(?:and|or)\b|\s*,\s*[A-Z]")
_HERE = re.compile(r"\b(?:this|here)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a quantity stands: what its anchors are looked for in."""

    text: str
    sentence: Span
    #: The toponyms of the sentence and the last ones before it, in text order.
    mentions: tuple[Mention, ...]
    #: The place in the dateline, None where there is none.
    filed_from: Mention | None
    #: Where date and dateline end, 0 where there is neither.
    news_start: int = 0

    def inside(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie within a stretch of text, in text order."""
        return tuple(m for m in self.mentions if span.covers(m.span))

    def in_name(self, position: int) -> bool:
        """Whether a character belongs to a mention."""
        return any(m.span.start <= position < m.span.end for m in self.mentions)


class Scopes:
    """Scopes of one article; each holds the mentions near its sentence only."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self._mentions = tuple(mentions)
        self._starts = [m.span.start for m in self._mentions]
        self._filed_from = dateline(text, mentions)
        self._news_start = news_start(text)

    def of(self, sentence: Span) -> Scope:
        """The scope of one sentence."""
        first = max(0, bisect_left(self._starts, sentence.start) - EARLIER)
        near = self._mentions[first : bisect_left(self._starts, sentence.end)]
        return Scope(
            text=self.text,
            sentence=sentence,
            mentions=near,
            filed_from=self._filed_from,
            news_start=self._news_start,
        )


def is_generic(phrase: str) -> bool:
    """Whether a phrase stands for a place named elsewhere: "the city", "there"; "a city" is a new one."""
    return _GENERIC.fullmatch(phrase.strip()) is not None and not is_indefinite(phrase)


def names_capital(phrase: str) -> bool:
    """Whether a phrase speaks of a capital without naming it: "the Syrian capital", not "the capital Damascus"."""
    return _CAPITAL.search(phrase) is not None


def names_capital_of(phrase: str) -> bool:
    """Whether it says what the capital is of: "the capital of Pasco department"."""
    return _CAPITAL_OF.search(phrase) is not None


def antecedent(scope: Scope, phrase: str, before: int, *, besides: Span | None = None) -> tuple[Mention, ...]:
    """The mention a generic phrase stands for: the dateline's, or the nearest one before it.

    ``besides`` is a stretch it cannot refer to: the other end of the distance. Empty where nothing fits.
    """
    if scope.filed_from and (names_capital(phrase) or _HERE.search(phrase)):
        return (scope.filed_from,)
    if names_capital(phrase):
        return ()
    earlier = [
        m
        for m in scope.mentions
        if m.span.end <= before
        and m.use is Use.LITERAL
        and not (besides and m.span.overlaps(besides))
        and not _POSSESSIVE.match(scope.text, m.span.end)  # "Colombia's second city" speaks of the city
        and not _EDGE.match(scope.text, m.span.end)
    ]
    if not earlier:
        return ()
    if scope.filed_from is None or earlier[-1].span.end > scope.news_start:
        return (_head(scope.text, earlier),)
    return () if _VILLAGE.search(phrase) else (scope.filed_from,)  # no paper files from "the village"


def _head(text: str, earlier: Sequence[Mention]) -> Mention:
    """The last name that is no mere qualifier: the Beirut of "Beirut, the capital of Lebanon,"."""
    for before, name in zip(earlier[-2::-1], earlier[:0:-1], strict=False):
        if not _QUALIFIER.fullmatch(text, before.span.end, name.span.start) or _LISTED.match(text, name.span.end):
            return name
    return earlier[0]
