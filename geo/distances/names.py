"""Names that only their place in the sentence gives away: "Cayara is 80 km from Accomarca"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.distances.find import find_distances
from geo.distances.misspelt import LONGEST, MOST, SHORTEST, one_letter_off
from geo.model.distance import Anchor, StatedDistance
from geo.model.names import fold
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
_SETTLEMENT = r"(?:village|town|settlement|hamlet|community|municipality|suburb|city|port|resort)"
#: "the village of" before a name, in a text that writes names large or in one all in capitals.
_KIND_OF = re.compile(
    rf"\b(?:the|an?|another|this|its|their)\s+(?:[\w'’-]+\s+){{0,3}}?{_SETTLEMENT}(?:\s+called|\s+named|\s+of)\s+(?=\w)",
    re.IGNORECASE,
)
#: ", a small village about" or " is a town" behind a name; a "village elder" is none.
_A_KIND = re.compile(
    rf"\s*(?:,|\(|\b(?:is|was)\b)\s*(?:also\s+)?(?:an?|the|another|one\s+of\s+the)\s+(?:[\w'’-]+\s+){{0,3}}?{_SETTLEMENT}s?"
    r"(?=\s*(?:[,()\d]|(?:in|on|near|of|with|about|around|some|roughly|nearly|just|only|more|less|at|located|situated|lying|home|that|which"
    r"|where|north|south|east|west|approximately|under|over|within|outside|barely|half|one|two|three|four|five|six|seven|eight|nine|ten|a)\b))",
    re.IGNORECASE,
)
_SHORT_WORD = 5  # characters of an article with its blanks
_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
#: Behind a name whose article is the noun's: "the Kalundu municipality".
_CALLED = re.compile(rf"\s+{_SETTLEMENT}\b", re.IGNORECASE)
_NEARBY = re.compile(r"(?:nearby|neighbou?ring|tiny|little)\s+", re.IGNORECASE)
#: What stands before a quantity that locates a thing, rather than tells where somebody was found.
_SITUATED = re.compile(
    r"(?:,|\(|\b(?:is|are|lies|lie|sits|stands|located|situated|city|town|village|port|settlement|suburb|hamlet"
    r"|neighbou?rhood))\s*(?:(?:a|at|about|some|only|just|approximately|roughly|around"
    r"|barely|nearly|almost|mere|scant|within|over|more|less|than)\s+)*$",
    re.IGNORECASE,
)


def name_ends(
    article: Article, mentions: Sequence[Mention], told: Sequence[StatedDistance], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The mentions, and the names that a distance is told of or from and nobody recognised.

    Only names the gazetteer knows are added, and those that the text itself calls a place: "the village of
    Myrne", "Myrne, a village"; these wherever they stand. Names of sites that the gazetteer knows stand whole:
    "Bagram air base" for "Bagram". A text whose names the caller gave is left as it is. ``told`` are the distances
    found with the mentions alone.
    """
    if article.spans is not None:
        return tuple(mentions)
    text = article.text
    names = _without_figures(text, mentions, [s.span for s in told])
    if names != list(mentions):  # rare, and reading it all again costs as much as the first time
        mentions, told = names, find_distances(article, names)
    stated_all = [stated for stated in told if stated.place_to_place]
    capitals = bool(stated_all) and _in_capitals(text)
    ends = {m.span for s in stated_all for a in (s.subject, s.reference) if a is not None for m in a.mentions}
    found, tried = _whole_sites(text, mentions, ends, gazetteer), set[str]()
    for stated in stated_all:
        for anchor in _bare_ends(text, stated):
            name = _name_in(anchor, in_capitals=capitals)
            if name and (gazetteer.name_class(name.text) or _is_nearly_a_town(text, name, gazetteer, tried)):
                _add(found, name)
        called = _called_a_place(text, stated.subject, in_capitals=capitals)
        for name in _everywhere(text, called) if called else ():
            _add(found, name)
    return tuple(sorted(found, key=lambda m: m.span))


def _without_figures(text: str, mentions: Sequence[Mention], figures: Sequence[Span]) -> list[Mention]:
    """The mentions without a figure that a name was read together with: the "440" of "the Black Sea 440 km south"."""
    kept: list[Mention] = []
    for name in mentions:
        inside = figures if any(c.isdigit() for c in name.text) else ()
        figure = next((f for f in inside if name.span.start < f.start < name.span.end <= f.end), None)
        words = text[name.span.start : figure.start].rstrip(" ,(") if figure else ""
        if len(words) < _SHORTEST:
            kept.append(name)
        else:
            kept.append(replace(name, span=Span(start=name.span.start, end=name.span.start + len(words)), text=words))
    return kept


def _add(found: list[Mention], name: Mention) -> None:
    """Add a name unless one stands there already."""
    if not any(name.span.overlaps(m.span) for m in found):
        found.append(name)


def _called_a_place(text: str, subject: Anchor | None, *, in_capitals: bool) -> Mention | None:
    """The Myrne of "the village of Myrne" or "Myrne, a village", whether or not any gazetteer has it."""
    if subject is None or subject.span is None or subject.mentions:
        return None
    *_, kind = (None, *_KIND_OF.finditer(text, subject.span.start, subject.span.end))
    if kind is None and (in_capitals or not _A_KIND.match(text, subject.span.end)):
        return None
    start = kind.end() if kind else subject.span.start
    words = Span(start=start, end=subject.span.end)
    return _name_in(Anchor(text=words.of(text), span=words), in_capitals=in_capitals)


def _is_nearly_a_town(text: str, name: Mention, gazetteer: Gazetteer, tried: set[str]) -> bool:
    """Whether a name is one letter off that of a town: misspelt. Few towns have an article: "the murder" is none.

    ``tried`` are the names asked about before; it grows, up to the few of one article that are worth it.
    """
    folded = fold(name.text)
    if (
        len(tried | {folded}) > MOST
        or not SHORTEST <= len(folded) <= LONGEST
        or (
            _ARTICLE.search(text, max(0, name.span.start - _SHORT_WORD), name.span.start)
            and not _CALLED.match(text, name.span.end)
        )
    ):
        return False
    tried.add(folded)
    return any((gazetteer.name_class(off) or "").startswith("city") for off in sorted(one_letter_off(folded)))


def _everywhere(text: str, name: Mention) -> list[Mention]:
    """Every place in a text where a name stands as it is spelled."""
    same = re.finditer(rf"\b{re.escape(name.text)}\b", text)
    return [replace(name, span=Span(start=m.start(), end=m.end())) for m in same]


def _whole_sites(text: str, mentions: Sequence[Mention], ends: set[Span], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions, those that a distance is told of or from with the words that make them sites."""
    found: list[Mention] = []
    for name in mentions:
        whole = _whole_site(text, name, gazetteer) if name.span in ends else name
        grown = whole.span != name.span
        taken = grown and any(other is not name and whole.span.overlaps(other.span) for other in mentions)
        found.append(name if taken else whole)
    return found


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
    behind = stated.subject and stated.subject.span and stated.subject.span.start > stated.span.end
    ends = (stated.subject if behind or _SITUATED.search(before) else None, stated.reference)
    return [a for a in ends if a is not None and a.span is not None and a.text and not a.mentions]


def _name_in(anchor: Anchor, *, in_capitals: bool) -> Mention | None:
    lead = (_BEFORE_NAME if in_capitals else _LOWER_WORDS).match(anchor.text)
    start = lead.end() if lead else 0
    nearby = _NEARBY.match(anchor.text, start)
    pattern = _IN_CAPITALS if in_capitals else _CAPITALISED
    match = pattern.fullmatch(anchor.text, nearby.end() if nearby else start)
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
