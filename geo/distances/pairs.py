"""Two ends of equal standing: "X and Y are 65 km apart", "the distance between X and Y", "from X to Y"."""

import re

from geo.distances.antecedents import Scope
from geo.distances.quantities import Quantity
from geo.distances.references import Reference
from geo.distances.subjects import find_subject
from geo.model.distance import Anchor, ReferenceKind
from geo.model.text import Mention, Span, Use

Ends = tuple[Anchor | None, Reference]

_AND = re.compile(r"\s*,?\s*(?:and|but|or)\s*", re.IGNORECASE)
#: Before the country or region that two names lie in: "X and Y in Morocco".
_IN = re.compile(r"\s*,?\s+in\s+(?:the\s+)?(?:\w+\s+)?", re.IGNORECASE)
_LIES = re.compile(
    r"[^.;:]{0,3}\s*(?:\b(?:are|lie|lies|stand|sit|is|were|lay|face|faces)\b)?[\w\s]{0,16}", re.IGNORECASE
)
_PLACES = (
    r"(?:\w+\s+){0,2}(?:cities|towns|villages|capitals|settlements|communities|islands|ports|airports|bases|camps)"
)
_BOTH = re.compile(rf"\b(?:the|both|these)\s+(?:two\s+|twin\s+)?{_PLACES}\b[^.;]{{0,20}}$", re.IGNORECASE)
#: "The two capitals, " before the first name.
_THE_TWO = re.compile(rf"\b(?:the|both|these)\s+(?:two\s+|twin\s+)?{_PLACES}\s*[,:(–—-]\s*$", re.IGNORECASE)
#: "Two villages 20 km apart, " before the first name.
_TWO_APART = re.compile(
    rf".*\b(?:two|the|both|these)\s+{_PLACES}\b[^.;]*\b(?:apart|from\s+each\s+other|from\s+one\s+another)\s*[,:(–—-]+\s*",
    re.IGNORECASE | re.DOTALL,
)
_NAME = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}"
_NAMES = re.compile(rf"(?P<one>{_NAME})\s+and\s+(?P<other>{_NAME})(?=\s*[,.;]|\s+[a-z])")
_TO = re.compile(r"\bto\s+", re.IGNORECASE)


def anchored(mention: Mention) -> Anchor:
    """The end that a name stands for."""
    return Anchor(text=mention.text, span=mention.span, mentions=(mention,))


def apart(scope: Scope, quantity: Quantity) -> Ends:
    """The ends of "X and Y are 65 km apart" or "the two cities are"; else what stands there is apart from its like."""
    start, end = scope.sentence.start, quantity.whole.start
    literal = [m for m in scope.mentions if m.use is Use.LITERAL]
    behind = [m for m in literal if m.span.start >= quantity.whole.end][:2]
    before = [m for m in literal if m.span.end <= end][-3:]
    lies = before[-1].span.end if before else end
    if len(before) > 2 and _IN.fullmatch(scope.text, before[1].span.end, before[2].span.start):
        before.pop()
    before = before[-2:]
    if _joined(scope, behind) and _TWO_APART.fullmatch(scope.text, start, behind[0].span.start):
        return _both(behind)
    if _joined(scope, before):
        beside = _LIES.fullmatch(scope.text, lies, end)
        if beside or _THE_TWO.search(scope.text, start, before[0].span.start):
            return _both(before)
    if len(before) > 1 and _BOTH.search(scope.text, start, end):
        return _both(before)
    if bare := _bare_pair(scope, quantity) or _bare_subjects(scope, end):
        return bare
    subject = find_subject(scope, end)
    return subject, (subject, ReferenceKind.OTHER)


def _bare_pair(scope: Scope, quantity: Quantity) -> Ends | None:
    """The ends of "two villages 20 km apart, X and Y" where nobody recognised both names."""
    named = _NAMES.search(scope.text, quantity.whole.end, scope.sentence.end)
    if named is None or not _TWO_APART.fullmatch(scope.text, scope.sentence.start, named.start()):
        return None
    first, second = (Span(start=named.start(name), end=named.end(name)) for name in ("one", "other"))
    return _bare(scope, first, second)


def _bare_subjects(scope: Scope, end: int) -> Ends | None:
    """The ends of "X and Y are 20 km apart" where nobody recognised both names."""
    named = _NAMES.match(scope.text, scope.sentence.start, end)
    if named is None or not _LIES.fullmatch(scope.text, named.end(), end):
        return None
    return _bare(scope, *(Span(start=named.start(name), end=named.end(name)) for name in ("one", "other")))


def _bare(scope: Scope, first: Span, second: Span) -> Ends:
    one, other = (Anchor(text=s.of(scope.text), span=s, mentions=scope.inside(s)[:1]) for s in (first, second))
    return one, (other, ReferenceKind.PLACE)


def pair(scope: Scope, stretch: Span) -> Ends:
    """Two places of equal standing: "the distance between X and Y"."""
    literal = [m for m in scope.inside(stretch) if m.use is Use.LITERAL]
    if len(literal) < 2:
        literal = [m for m in scope.mentions if m.use is Use.LITERAL and m.span.end <= stretch.end]
    if len(literal) < 2:
        words = stretch.of(scope.text).strip(" ,")
        both = Anchor(text=words) if words else None
        return both, (both, ReferenceKind.OTHER)
    return _both(literal[-2:])


def journey_ends(scope: Scope, start: int) -> Ends | None:
    """The ends of "from Herat, their home, to Kabul"."""
    to = _TO.search(scope.text, start, scope.sentence.end)
    literal = [m for m in scope.mentions if m.use is Use.LITERAL and scope.sentence.covers(m.span)]
    if not to:
        return None
    first = next((m for m in literal if start <= m.span.start < to.start()), None)
    second = next((m for m in literal if m.span.start >= to.end()), None)
    return _both([first, second]) if first and second else None


def _joined(scope: Scope, named: list[Mention]) -> bool:
    """Whether two names stand in one phrase: "X and Y"."""
    return len(named) > 1 and _AND.fullmatch(scope.text, named[0].span.end, named[1].span.start) is not None


def _both(named: list[Mention]) -> Ends:
    return anchored(named[0]), (anchored(named[1]), ReferenceKind.PLACE)
