"""What "the city", "this capital", "it" and "there" stand for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geo.model.text import Mention, Span, Use

EARLIER = 30  # mentions before a sentence among which an antecedent is looked for
_DATELINE = re.compile(
    r"\s*(?:date\s+\S+\s+)?[^\n.;]{2,60}?(?:\([^)\n]{1,60}\)\s*)?(?:\s--?-?\s|\s?[–—]\s?|\([^)\n]{1,40}\)\s)"
)
_GENERIC = re.compile(
    r"(?:(?:the|this|that|its|their|our)\s+)?(?:\w+\s+)?(?:city|town|village|capital|municipality|settlement|place|port|hamlet|suburb"
    r"|region|area|community|there|here|this|it|they)(?:\s+(?:cent(?:er|re)|itself|proper|limits))?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\bcapital(?:\s+city)?(?:\s+of\b.*|\W*)$", re.IGNORECASE | re.DOTALL)
_CAPITAL_OF = re.compile(r"\bcapital(?:\s+city)?\s+of\b", re.IGNORECASE)
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

    def of(self, sentence: Span) -> Scope:
        """The scope of one sentence."""
        first = max(0, bisect_left(self._starts, sentence.start) - EARLIER)
        near = self._mentions[first : bisect_left(self._starts, sentence.end)]
        return Scope(text=self.text, sentence=sentence, mentions=near, filed_from=self._filed_from)


def dateline(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The place an article was filed from, where its first words say so."""
    opening = _DATELINE.match(text)
    if not opening:
        return None
    first = next((m for m in mentions if m.span.end <= opening.end()), None)
    return first if first and not text[: first.span.start].strip(" \"'\n") else None


def is_generic(phrase: str) -> bool:
    """Whether a phrase stands for a place named elsewhere: "the city", "there"."""
    return _GENERIC.fullmatch(phrase.strip()) is not None


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
    ]
    return (earlier[-1],) if earlier else ()
