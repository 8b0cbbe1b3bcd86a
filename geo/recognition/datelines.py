"""The place that an article is filed from, where its first words say so and recognition did not."""

import re
from collections.abc import Sequence

from geo.model.text import Mention, Span, Use
from geo.protocols import Gazetteer

#: What the place of a dateline is worth as a name of a place.
P_LITERAL = 0.95
#: "LUSAKA, 3 MAY 1997 (AFP) --", "LUSAKA, May 3 (AFP) -": a name in capitals, a day, and dashes.
_DAY = r"(?:\d{1,2}\s+[A-Z][A-Za-z]{2,8}\.?(?:\s+\d{2,4})?|[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{2,4})?|NO DATE)"
_FILED = re.compile(
    r"\s*(?P<place>[^\W\d_a-z][^a-z\d,;:!?()\n–—]{1,38}[^\W\d_a-z])"
    rf",\s+{_DAY}\s*(?:\([^)\n]{{1,80}}\)\s*)?(?:--|–|—|-\s)"
)


def with_dateline(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, and the place of a dateline that is none of them though the gazetteer knows its name."""
    match = _FILED.match(text)
    if match is None:
        return tuple(mentions)
    span = Span(start=match.start("place"), end=match.end("place"))
    if any(m.span.overlaps(span) for m in mentions[:1]) or not gazetteer.name_class(match["place"].title()):
        return tuple(mentions)
    return (Mention(span=span, text=match["place"], use=Use.LITERAL, p_literal=P_LITERAL), *mentions)
