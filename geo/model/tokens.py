"""Words and sentences of a text, as spans: the ruler every stage measures with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.model.text import Span

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., W.V.
    r"|[A-Z]\.(?=[A-Z]\b)"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*"
    r"|\S"
)
_CLITIC = re.compile(r"^(.+?)(['’](?:s|S|ll|re|ve|d|m))$")
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"”’)'»]")
#: Words whose full stop does not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen sen rep gov lt col sgt capt maj st ft mt jr sr u.s u.k jan feb mar apr jun jul aug sept sep"
    " oct nov dec no vs inc corp co ltd prof rev hon adm cmdr pfc cpl ave blvd rd a.m p.m i.e e.g etc pres sec"
    " supt det fla calif tex pa va ga ill mich wis minn mass conn ariz colo wash ore ala miss tenn ky la md del"
    " n.j n.y n.c s.c d.c okla mont neb nev kan ark w.va approx km mi".split()
)


#: Texts whose words and sentences are kept: every stage asks for those of the article in hand.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. Positional, because a text has thousands."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=_KEPT)
def tokenise(text: str) -> tuple[Token, ...]:
    """Words, numbers and single marks in text order; a possessive 's stands alone."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        clitic = _CLITIC.match(word) if "'" in word or "’" in word else None
        if clitic:
            middle = start + len(clitic.group(1))
            tokens.append(Token(start, middle, text[start:middle]))
            tokens.append(Token(middle, end, text[middle:end]))
        else:
            tokens.append(Token(start, end, word))
    return tuple(tokens)


def sentence_ranges(text: str, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Sentences as half-open ranges of token indices; together they cover every token."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for i in range(len(tokens) - 1):
        if _ends_after(text, tokens, i):
            ranges.append((start, i + 1))
            start = i + 1
    if start < len(tokens):
        ranges.append((start, len(tokens)))
    return tuple(ranges)


@lru_cache(maxsize=_KEPT)
def sentences(text: str) -> tuple[Span, ...]:
    """Sentences as spans of the text, in order, without overlap."""
    tokens = tokenise(text)
    return tuple(Span(start=tokens[a].start, end=tokens[b - 1].end) for a, b in sentence_ranges(text, tokens))


def sentence_at(spans: Sequence[Span], position: int) -> Span | None:
    """The sentence that holds a character, None between sentences."""
    return next((s for s in spans if s.start <= position < s.end), None)


def lowered(text: str) -> str:
    """Lower case, character for character; typographic apostrophes become plain ones."""
    low = text.lower()
    if len(low) != len(text) or "Σ" in text:  # "İ" becomes two letters, "Σ" depends on its neighbours
        low = "".join(small if len(small := c.lower()) == 1 else c for c in text)
    return low.replace("’", "'")


def _ends_after(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a sentence ends with token ``i``."""
    token, following = tokens[i], tokens[i + 1]
    gap = text[token.end : following.start]
    if "\n" in gap:
        return True
    if not gap or following.text[0].islower():
        return False
    if token.text in _ENDS:
        return not (token.text == "." and i > 0 and _is_abbreviation(tokens[i - 1], token))
    if token.text.endswith(".") and len(token.text) > 2:  # "the U.S. Police said"
        return following.text in _STARTERS
    return token.text in _CLOSING and i > 0 and tokens[i - 1].text in _ENDS


_STARTERS = frozenset("The A An In On At It He She They But And This That These Those We I".split())


def _is_abbreviation(word: Token, stop: Token) -> bool:
    if word.end != stop.start:
        return False
    return word.text.lower() in _ABBREVIATIONS or (len(word.text) == 1 and word.text.isupper())
