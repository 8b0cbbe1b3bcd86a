"""The reference of a stated distance: what the text measures from."""

import re

from geo.distances.antecedents import Scope, antecedent, is_generic, names_capital
from geo.distances.links import Link, Tie
from geo.distances.phrases import kind_of, phrase_after
from geo.model.distance import Anchor, ReferenceKind
from geo.model.text import Mention, Span, Use

#: Things that bear the name of a place and stand some way from it, so that the name alone does not locate them.
_ELSEWHERE = frozenset({ReferenceKind.FACILITY, ReferenceKind.RIVER, ReferenceKind.LINE})

_SITE = re.compile(
    r"(?:\s+(?:international|regional|air|force|military|naval|nuclear|power|police|airport|airfield|airbase|base|station|plant))*",
    re.IGNORECASE,
)

#: "the regional capital", "Ethiopia's capital", "the nearest town".
_SETTLEMENT = re.compile(
    r"(?:the|its|their|[\w’']+[’']s)\s+(?:[\w-]+\s+){0,3}?(?:capital|city|town|village|seat|settlement|port|cent(?:er|re)|hub|headquarters)"
    r"(?:\s+(?:city|town))?",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"\s*(?:,|\(|[–—]|--)\s*")
_CLOSED = re.compile(
    r"\s*(?:[,.;:)!?]|[–—]|--|$|(?:on|in|at|as|and|when|where|after|before|while|during)\b)", re.IGNORECASE
)
_CENTRE = re.compile(
    r"(?:the\s+)?(?:city\s+)?(?:cent(?:er|re)|heart|middle)\s+of\s+(?:the\s+(?:city|town)\s+of\s+)?", re.IGNORECASE
)

Reference = tuple[Anchor | None, ReferenceKind]


def find_reference(scope: Scope, link: Link, subject: Anchor | None) -> Reference:
    """The reference behind a tie, or the one it implies."""
    if link.tie is Tie.INLAND:
        return Anchor(text="the coast"), ReferenceKind.COAST
    phrase = None
    if link.reference_at is not None:
        phrase = phrase_after(scope, link.reference_at)
    if phrase is None:
        return _implied(scope, subject)
    words = phrase.of(scope.text)
    kind = kind_of(words, [m.text for m in scope.inside(phrase)])
    if link.tie is Tie.INTO and kind in (ReferenceKind.PLACE, ReferenceKind.OTHER):
        kind = ReferenceKind.BORDER
    if (name := _in_apposition(scope, phrase) or _centre_of(scope, phrase)) is not None:
        return Anchor(text=name.text, span=name.span, mentions=(name,)), ReferenceKind.PLACE
    named = _named(scope, phrase, kind)
    if not named and (is_generic(words) or names_capital(words)):
        named = antecedent(scope, words, phrase.start, besides=subject.span if subject else None)
    return Anchor(text=words, span=phrase, mentions=named), kind


def _in_apposition(scope: Scope, phrase: Span) -> Mention | None:
    """The Addis Ababa of "the capital, Addis Ababa,": a name set off behind a settlement without one of its own."""
    words = phrase.of(scope.text)
    if not _SETTLEMENT.fullmatch(words) or any(m.use is Use.LITERAL for m in scope.inside(phrase)):
        return None
    behind = next((m for m in scope.mentions if m.span.start >= phrase.end), None)
    if (
        behind is None
        or behind.use is not Use.LITERAL
        or not _SET_OFF.fullmatch(scope.text, phrase.end, behind.span.start)
    ):
        return None
    return behind if _CLOSED.match(scope.text, behind.span.end, scope.sentence.end) else None


def _centre_of(scope: Scope, phrase: Span) -> Mention | None:
    """The Goma of "the centre of Goma", which is where a town is measured from anyway."""
    name = next(iter(scope.inside(phrase)), None)
    whole = name is not None and name.span.end == phrase.end and name.use is Use.LITERAL
    return name if name and whole and _CENTRE.fullmatch(scope.text, phrase.start, name.span.start) else None


def _named(scope: Scope, phrase: Span, kind: ReferenceKind) -> tuple[Mention, ...]:
    """The mentions that identify what a phrase names."""
    names = scope.inside(phrase)
    words = phrase.of(scope.text)
    if kind is ReferenceKind.BORDER:
        return names[:2]
    if kind is ReferenceKind.COAST or names_capital(words):
        return names[:1]
    literal = [m for m in names if m.use is Use.LITERAL] or list(names)
    if kind is ReferenceKind.OTHER or (kind in _ELSEWHERE and not any(_ends_with(scope, phrase, m) for m in literal)):
        return ()
    return (literal[0],) if literal else ()


def _ends_with(scope: Scope, phrase: Span, name: Mention) -> bool:
    """Whether a phrase ends with a name, or with the name of a site: "the runway of Ilopango air base"."""
    return _SITE.fullmatch(scope.text, name.span.end, phrase.end) is not None


def _implied(scope: Scope, subject: Anchor | None) -> Reference:
    """The place the text was speaking of: named before the subject, in its sentence or an earlier one."""
    span = subject.span if subject else None
    found = antecedent(scope, "", span.start if span else scope.sentence.start, besides=span)
    same = {m.text.casefold() for m in subject.mentions} if subject else set()
    kept = tuple(m for m in found if m.text.casefold() not in same)
    return (Anchor(text="", mentions=kept) if kept else None), ReferenceKind.PLACE
