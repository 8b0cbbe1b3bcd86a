"""Names that only their place in the sentence gives away: "Cayara is 80 km from Accomarca"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.distances.find import find_distances
from geo.model.distance import Anchor, StatedDistance
from geo.model.text import Article, Mention, Span, Use
from geo.protocols import Gazetteer

#: What a name that a distance is told of is worth, where nothing else speaks for it.
P_LITERAL = 0.9
_SHORTEST = 3  # letters
_MOSTLY = 0.6  # of the letters of a text in capitals
_BEFORE_NAME = re.compile(
    r"(?:.*\b(?:in|at|of|near|to|from|and|called|named|outside|around)\s+)?(?:the\s+)?"
    r"(?:(?:city|town|village|port|municipality|settlement|community|hamlet|towns|locality)\s+(?:of\s+)?)?",
    re.IGNORECASE | re.DOTALL,
)
#: Up to the last word that is written small, in a text that writes names large.
_LOWER_WORDS = re.compile(
    r"(?:.*(?:^|\s)(?!(?:de|del|la|las|los|el|al|of|the|du|di|da)\s)[^\WA-Z][\w'’-]*\s+)?(?:The\s+)?", re.DOTALL
)
_SITE = re.compile(
    r"(?:\s+(?:international|regional|air|force|military|naval|nuclear|power|hydroelectric|thermal))*"
    r"\s+(?:airport|airfield|airbase|base|station|plant|dam|bridge|refinery|port)\b",
    re.IGNORECASE,
)
_GENERIC_AFTER = (
    r"(?:\s+(?:city|town|village|municipality|area|sector|district|region|police|air|force|base|station|airport|beach"
    r"|resort|prison|jurisdiction))*"
)
_PARTICLE = r"(?:de|del|la|las|los|el|al|of|the|ad|ash|sur|le|les|du|di|da)"
_CAPITALISED = re.compile(
    rf"(?P<name>[^\W\d_a-z][\w'’.-]*(?:\s+(?:{_PARTICLE}\s+)?[^\W\d_a-z][\w'’.-]*){{0,3}}){_GENERIC_AFTER}"
)
_IN_CAPITALS = re.compile(
    rf"(?P<name>[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){{0,2}}?){_GENERIC_AFTER}", re.IGNORECASE
)
#: Words of a sentence, which no name of a place holds.
_NOT_IN_NAMES = frozenset(
    "a an the this that these those it its he she they we you i his her their our my one two three four five six seven"
    " eight nine ten some many most several few no all both each another other there here who which what where when why"
    " how and or but not monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december today yesterday tomorrow was were is are be been has have had"
    " capital city town village country airport headquarters palace office".split()
)
#: What stands before a quantity that locates a thing, rather than tells where somebody was found.
_SITUATED = re.compile(
    r"(?:,|\(|\b(?:is|are|lies|lie|sits|stands|located|situated|city|town|village|port|settlement|suburb|hamlet"
    r"|neighbou?rhood))\s*(?:(?:a|at|about|some|only|just|approximately|roughly|around"
    r"|barely|nearly|almost|mere|scant|within|over|more|less|than)\s+)*$",
    re.IGNORECASE,
)


def name_ends(article: Article, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, and the names that a distance is told of or from and nobody recognised.

    Only names the gazetteer knows are added, and names of sites that it knows stand whole: "Bagram air
    base" for "Bagram". A text whose names the caller gave is left as it is.
    """
    if article.spans is not None:
        return tuple(mentions)
    capitals = _in_capitals(article.text)
    stated_all = [stated for stated in find_distances(article, mentions) if stated.place_to_place]
    ends = {m.span for s in stated_all for a in (s.subject, s.reference) if a is not None for m in a.mentions}
    found = [_whole_site(article.text, m, gazetteer) if m.span in ends else m for m in mentions]
    for stated in stated_all:
        for anchor in _bare_ends(article.text, stated):
            name = _name_in(anchor, in_capitals=capitals)
            if name and gazetteer.name_class(name.text) and not any(name.span.overlaps(m.span) for m in found):
                found.append(name)
    return tuple(sorted(found, key=lambda m: m.span))


def _whole_site(text: str, name: Mention, gazetteer: Gazetteer) -> Mention:
    """The mention with the words behind it that make it the name of a site, if the gazetteer has that site."""
    behind = _SITE.match(text, name.span.end)
    if not behind:
        return name
    span = Span(start=name.span.start, end=behind.end())
    if gazetteer.name_class(span.of(text)) != "facility":
        return name
    return replace(name, span=span, text=span.of(text), use=Use.LITERAL, p_literal=max(name.p_literal, P_LITERAL))


def _bare_ends(text: str, stated: StatedDistance) -> list[Anchor]:
    """The ends of a statement that hold no recognised name and could be one."""
    before = text[stated.sentence.start : stated.span.start]
    ends = (stated.subject if _SITUATED.search(before) else None, stated.reference)
    return [a for a in ends if a is not None and a.span is not None and a.text and not a.mentions]


def _name_in(anchor: Anchor, *, in_capitals: bool) -> Mention | None:
    lead = (_BEFORE_NAME if in_capitals else _LOWER_WORDS).match(anchor.text)
    pattern = _IN_CAPITALS if in_capitals else _CAPITALISED
    match = pattern.fullmatch(anchor.text, lead.end() if lead else 0)
    if not match or anchor.span is None:
        return None
    words = match["name"].casefold().split()
    if not words or len(match["name"]) < _SHORTEST or _NOT_IN_NAMES.intersection(words):
        return None
    span = Span(start=anchor.span.start + match.start("name"), end=anchor.span.start + match.end("name"))
    return Mention(span=span, text=match["name"], use=Use.LITERAL, p_literal=P_LITERAL)


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > _MOSTLY * len(letters)
