"""Every stated distance of an article, and what it places from what."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from geo.distances.antecedents import Scope, Scopes, antecedent
from geo.distances.datelines import of_the_news
from geo.distances.heads import head_of_clause
from geo.distances.links import Link, Tie, find_link
from geo.distances.pairs import anchored, apart, journey_ends, pair
from geo.distances.phrases import kind_of, phrase_after
from geo.distances.quantities import Quantity, find_quantities
from geo.distances.references import Reference, find_reference
from geo.distances.subjects import find_subject
from geo.distances.uses import TIMES, other_use
from geo.model.distance import Anchor, ReferenceKind, StatedDistance
from geo.model.text import Article, Mention, Span, Use
from geo.model.tokens import sentences

_JOURNEY = re.compile(
    r"\b(?:travel\w*|driv\w+|drove|walk\w*|journey\w*|march\w*|trek\w*|rode|rid\w+|fled|flee\w*|hik\w+)\b[^.;,]*$",
    re.IGNORECASE,
)
_MIDDLE = re.compile(r"\b(?:half[\s-]?way|mid-?way)(?=\s+between\b)", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(?:and|but|or)\s*(?:is\s+|lies\s+)?", re.IGNORECASE)
REACH = 800  # characters to either side of a quantity in which its ends are looked for
NEAR = 120  # the same in a sentence longer than both reaches, which is a list or a text without stops
_OPENING = re.compile(
    r"\W*(?:(?:and|but|just|only|a|at|about|some|roughly|nearly|almost|around|approximately|located|situated)\s*)*",
    re.IGNORECASE,
)
#: A clause up to the next one.
_CLAUSE = re.compile(
    r".*?(?=\s+(?:and|but|while|when|as|after|before|who|which|that|killing|leaving)\b|[,;:()]|\.(?:\s|$)|$)", re.DOTALL
)
#: Behind a list of figures it tells of several references, before it of several subjects.
_AFTERWARDS = re.compile(r"\brespectively\b", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_OUT_OF = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_NEXT = re.compile(r"\s*,?\s*(?:at|in|near|on)\s+", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,(]*")
_EDGES = frozenset({ReferenceKind.BORDER, ReferenceKind.COAST, ReferenceKind.LINE, ReferenceKind.RIVER})


def find_distances(article: Article, mentions: Sequence[Mention]) -> tuple[StatedDistance, ...]:
    """Every stated distance in text order; ``place_to_place`` tells which ones place something.

    Times count where one drives or walks them ("half an hour's drive from"); a bare "two hours" is none.
    """
    text = article.text
    spans = _unwrapped(text, of_the_news(text, sentences(text)))
    scopes = Scopes(text, mentions)
    found: list[StatedDistance] = []
    for quantity in find_quantities(text):
        sentence = _around(spans, quantity.whole)
        link = find_link(text, quantity, sentence)
        use = other_use(text, sentence, quantity, link)
        if link is not None and use is None:
            found.append(_place_to_place(scopes.of(sentence), quantity, link, found[-1] if found else None))
        elif quantity.unit not in TIMES:
            found.append(_other(text, sentence, quantity, use))
    found += _halfway(scopes, spans)
    return tuple(sorted(found, key=lambda stated: stated.span))


def _around(spans: Sequence[Span], quantity: Span) -> Span:
    """The sentence of a quantity; of an endless one, what stands near it."""
    at = bisect(spans, quantity.start, key=lambda span: span.start) - 1
    sentence = spans[at] if at >= 0 and spans[at].end > quantity.start else quantity
    reach = REACH if sentence.end - sentence.start <= 2 * REACH else NEAR
    start, end = max(sentence.start, quantity.start - reach), min(sentence.end, quantity.end + reach)
    return Span(start=start, end=max(end, quantity.end))


def _unwrapped(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences with lines joined that are only wrapped: the next one goes on in lower case."""
    joined: list[Span] = []
    for span in spans:
        first = text[span.start]
        goes_on = first.islower() or first in "(," or (first.isdigit() and span.end - span.start > 1)
        if joined and goes_on and text[joined[-1].end - 1] not in '.!?:"”…':
            joined[-1] = Span(start=joined[-1].start, end=span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _halfway(scopes: Scopes, spans: Sequence[Span]) -> Iterator[StatedDistance]:
    """Statements of "halfway between X and Y": without a figure, kept because they locate their subject."""
    for match in _MIDDLE.finditer(scopes.text):
        scope = scopes.of(_around(spans, Span(start=match.start(), end=match.end())))
        named = [m for m in scope.inside(Span(start=match.end(), end=scope.sentence.end)) if m.use is Use.LITERAL]
        if len(named) < 2:
            continue
        both = Span(start=named[0].span.start, end=named[1].span.end)
        opens = _OPENING.fullmatch(scope.text, scope.sentence.start, match.start())
        yield StatedDistance(
            span=Span(start=match.start(), end=match.end()),
            text=match.group(),
            value=None,
            unit="km",
            metres=None,
            subject=_behind_comma(scope, both.end) if opens else find_subject(scope, match.start()),
            reference=Anchor(text=both.of(scope.text), span=both, mentions=(named[0], named[1])),
            reference_kind=ReferenceKind.PLACE,
            place_to_place=False,
            other_use="halfway",
            sentence=scope.sentence,
        )


def _other(text: str, sentence: Span, quantity: Quantity, use: str | None) -> StatedDistance:
    return StatedDistance(
        span=quantity.span,
        text=quantity.span.of(text),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        metres=quantity.metres,
        hedge=quantity.hedge,
        conversion=quantity.conversion,
        place_to_place=False,
        other_use=use or "other_sense",
        sentence=sentence,
    )


def _place_to_place(scope: Scope, quantity: Quantity, link: Link, last: StatedDistance | None) -> StatedDistance:
    before = scope.text[scope.sentence.start : quantity.whole.start]
    travelled = link.tie is Tie.FROM and link.bearing is None and _JOURNEY.search(before) is not None
    subject, (reference, kind) = _ends(scope, quantity, link, travelled=travelled)
    if quantity.listed[1] > 1:
        shared = last.subject if last and quantity.listed[0] else subject
        subject, reference = _own(scope, quantity, before, shared), _own_reference(scope, quantity, reference)
    elif last and _goes_on(scope.text, last, quantity):
        subject = last.subject
    return StatedDistance(
        span=quantity.span,
        text=quantity.span.of(scope.text),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        metres=quantity.metres,
        hedge=quantity.hedge,
        conversion=quantity.conversion,
        bearing=link.bearing,
        subject=subject,
        reference=reference,
        reference_kind=kind,
        by_road=link.by_road or travelled,
        sentence=scope.sentence,
    )


def _own(scope: Scope, quantity: Quantity, before: str, shared: Anchor | None) -> Anchor | None:
    """The subject of one figure of a list: the first of "X, Y and Z are respectively 5, 8 and 12 km from W".

    Where names are missing before such a list, nobody knows whose is which.
    """
    rank, size = quantity.listed
    stretch = Span(start=scope.sentence.start, end=scope.sentence.start + max(1, len(before)))
    named = [m for m in scope.inside(stretch) if m.use is Use.LITERAL]
    if len(named) >= size:
        return anchored(named[rank - size])
    return shared if _AFTERWARDS.search(scope.text, quantity.whole.end, scope.sentence.end) else None


def _own_reference(scope: Scope, quantity: Quantity, shared: Anchor | None) -> Anchor | None:
    """The reference of one figure of a list: the first of "5 and 8 km from X and Y respectively"."""
    rank, size = quantity.listed
    if not shared or not shared.span:
        return shared
    named = [m for m in scope.inside(Span(start=shared.span.start, end=scope.sentence.end)) if m.use is Use.LITERAL]
    return anchored(named[rank]) if len(named) == size else shared


def _goes_on(text: str, last: StatedDistance, quantity: Quantity) -> bool:
    """Whether a quantity shares the subject of the last: "30 km west of A and 280 km north of B"."""
    if not last.place_to_place or not last.reference or not last.reference.span:
        return False
    end = last.reference.span.end
    return end <= quantity.whole.start and _AND.fullmatch(text, end, quantity.whole.start) is not None


def _ends(scope: Scope, quantity: Quantity, link: Link, *, travelled: bool) -> tuple[Anchor | None, Reference]:
    """Subject and reference of a quantity."""
    if link.tie is Tie.APART:
        return apart(scope, quantity)
    if link.tie is Tie.BETWEEN:
        start = link.reference_at or scope.sentence.start
        end = scope.sentence.end if link.reference_at else quantity.whole.start
        return pair(scope, Span(start=start, end=end))
    if travelled and link.reference_at is not None and (journey := journey_ends(scope, link.reference_at)):
        return journey
    if fronted := _fronted(scope, quantity, link):
        return fronted, find_reference(scope, link, fronted)
    subject = _subject(scope, quantity, link)
    if link.tie is Tie.AWAY and subject and kind_of(subject.text, [m.text for m in subject.mentions]) in _EDGES:
        return _edge_before(scope, subject)
    return subject, find_reference(scope, link, subject)


def _fronted(scope: Scope, quantity: Quantity, link: Link) -> Anchor | None:
    """The subject of "Some 40 km from Kyiv, the town of X was hit": it follows the reference."""
    if link.reference_at is None or not _OPENING.fullmatch(scope.text, scope.sentence.start, quantity.whole.start):
        return None
    reference = phrase_after(scope, link.reference_at)
    return _behind_comma(scope, reference.end) if reference else None


def _behind_comma(scope: Scope, end: int) -> Anchor | None:
    """What the main clause behind a fronted phrase locates."""
    comma = _COMMA.match(scope.text, end, scope.sentence.end)
    phrase = phrase_after(scope, comma.end()) if comma else None
    if phrase is None:
        return None
    named = [m for m in scope.inside(phrase) if m.use is Use.LITERAL]
    clause = _CLAUSE.match(scope.text, phrase.start, scope.sentence.end)
    head = head_of_clause(scope.text, Span(start=phrase.start, end=max(phrase.end, clause.end() if clause else 0)))
    return anchored(named[-1]) if named else Anchor(text=head.of(scope.text), span=head)


def _subject(scope: Scope, quantity: Quantity, link: Link) -> Anchor | None:
    """What is located: before the quantity, or behind "half a mile away at"."""
    if link.tie is Tie.AWAY and (beside := _name_beside(scope, quantity.whole.start)):
        return beside
    if link.tie is Tie.AWAY and (behind := _NEXT.match(scope.text, _away_end(scope, quantity), scope.sentence.end)):
        phrase = phrase_after(scope, behind.end())
        if phrase:
            return Anchor(text=phrase.of(scope.text), span=phrase, mentions=scope.inside(phrase)[:1])
    return find_subject(scope, quantity.whole.start) or _set_out_from(scope, quantity.whole.start)


def _name_beside(scope: Scope, end: int) -> Anchor | None:
    """The Nicosia of "heard in Nicosia, 240 km away in Cyprus": what follows only says where it lies."""
    named = [m for m in scope.mentions if scope.sentence.start <= m.span.start and m.span.end <= end]
    beside = named and named[-1].use is Use.LITERAL and _BESIDE.fullmatch(scope.text, named[-1].span.end, end)
    return anchored(named[-1]) if beside else None


def _set_out_from(scope: Scope, end: int) -> Anchor | None:
    """The Kharkiv of "From Kharkiv it is only 30 km to the border"."""
    named = [m for m in scope.mentions if scope.sentence.start <= m.span.start and m.span.end <= end]
    left = [m for m in named if _OUT_OF.search(scope.text, scope.sentence.start, m.span.start)]
    return anchored(left[-1]) if left else None


def _away_end(scope: Scope, quantity: Quantity) -> int:
    away = re.compile(r"\s*(?:away|distant)\b", re.IGNORECASE).match(scope.text, quantity.whole.end)
    return away.end() if away else scope.sentence.end


def _edge_before(scope: Scope, edge: Anchor) -> tuple[Anchor | None, Reference]:
    """The ends of "the border, 40 km away": the place spoken of, and the border."""
    kind = kind_of(edge.text, [m.text for m in edge.mentions])
    start = edge.span.start if edge.span else scope.sentence.start
    found = antecedent(scope, "", start, besides=edge.span)
    subject = Anchor(text=found[0].text, span=found[0].span, mentions=found) if found else None
    names = scope.inside(edge.span)[:2] if edge.span and kind is ReferenceKind.BORDER else edge.mentions
    return subject, (Anchor(text=edge.text, span=edge.span, mentions=names), kind)
