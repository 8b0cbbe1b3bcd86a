"""What the text itself says of where a name lies: qualifiers beside it, and the dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.model.text import Mention, Span
from geo.resolution.forms import own_qualifier, plain


class Link(StrEnum):
    """How a qualifier stands to the name it qualifies."""

    COMMA = "comma"  # Bangor, Maine; Long Beach (CA)
    IN = "in"  # Azov, which is in the Rostov region
    NEAR = "near"  # Andriivka, near Bakhmut
    SERIES = "series"  # Kyiv, Odesa and Lviv
    BEFORE = "before"  # Russia's Belgorod; the Lebanese port of Tyre


@dataclass(frozen=True, slots=True)
class Clue:
    """A name that says where the mention of number ``mention`` lies."""

    mention: int
    qualifier: str
    link: Link
    #: From the mention to its qualifier, or the other way round.
    span: Span
    #: Number of the mention that is the qualifier; None where it was not recognised as one.
    other: int | None = None


_NAME = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,2}"
_COMMA_GAP = re.compile(r"\s?,\s{1,2}(?:near |in )?|\s\((?:in |near )?")
_AFTER_COMMA = re.compile(rf"(?:\s?,\s|\s\()(?P<name>{_NAME})")
_SIDE = r"(?:(?:north|south|east|west|central|mid)[\w-]*\s+)?"
_IN_GAP = re.compile(
    r"(?:,?\s(?:which|that)\s(?:is|was|lies|sits)|,?\s(?:located|situated|based)|,\s(?:an?|the)\s(?:(?!\d|\b(?:from|north|south|east|west)\b)[\w\s-]){3,40}?"
    r"|\s[\w-]{3,12}\s(?:area|district|suburb|neighborhood|neighbourhood|section|side))?"
    rf",?\s(?:in|of|within|inside)\s(?:the\s)?{_SIDE}(?:[a-z]+\s(?:of|in)\s)?(?:the\s)?(?:neighbou?ring\s)?",
)
_NEAR_GAP = re.compile(
    r",?\s(?:just\s)?(?:near|outside|close\sto|not\sfar\sfrom|(?:north|south|east|west)[\w-]*\sof)"
    r"\s(?:the\s(?:city|town|village)\sof\s)?"
)
_LAST_GAP = re.compile(r",?\s(?:and|or|as well as|then)(?:\s(?:in|at|from|to|near))?\s(?:the\s)?")
_KINDS = (
    r"(?:city|cities|town|towns|village|villages|port|capital|region|province|district|area|county|state|island|suburb"
    r"|resort|settlement|peninsula|enclave|stronghold|hamlet|municipality|neighbou?rhood|airport|exclave)"
)
_UNIT_GAP = re.compile(
    r"\s(?:(?:sub-?)?district|county|area|territory|province|region|governorate|oblast|municipality|township"
    rf"|prefecture|neighbou?rhood|quarter|suburb|department|division)\s(?:of|in)\s(?:the\s)?{_SIDE}"
)
#: From this probability on a name is no adjective: "the Kurdistan region of Iraq", not "the Iraqi region of Kurdistan".
_NO_ADJECTIVE = 0.8
_BEFORE_GAP = re.compile(
    rf"(?:['’]s?)?\s(?:{_SIDE}(?:[\w-]+\s){{0,2}}?(?:[\w-]+[\s-])?{_KINDS}(?:\s{_KINDS})?\s(?:of\s|called\s|named\s)?(?:the\s)?)?"
)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .,'’/-]{1,60}?)\s*(?:\((?:[A-Z][\w .&/-]{1,30})\)\s*)?(?:[—–]|--|-\s)"
    r"|(?P<capitals>[A-Z][A-Z]{3,}(?:[ ][A-Z]{3,})?)\s(?=[A-Z][a-z])"
)
#: How far into a text a dateline may begin, in characters: a headline can stand before it.
_DATELINE_WITHIN = 250


def find_clues(text: str, mentions: Sequence[Mention]) -> tuple[Clue, ...]:
    """Every qualifier of every mention, in text order."""
    clues: list[Clue] = []
    series = _series(text, mentions)
    for i, mention in enumerate(mentions):
        own = own_qualifier(mention.text)
        if own:
            clues.append(Clue(i, own, Link.COMMA, mention.span))
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        clue = _between(text, i, mention, following) if following else None
        if clue is None and (following is None or following.span.start > mention.span.end + 3):
            clue = _unrecognised(text, i, mention)
        if clue:
            clues.append(replace(clue, link=Link.SERIES) if clue.link is Link.COMMA and i in series else clue)
    return tuple(clues)


def _series(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Numbers of the mentions that a comma joins to the next in a list which "and" or "or" ends."""
    found: list[int] = []
    run: list[int] = []
    for i in range(len(mentions) - 1):
        gap = text[mentions[i].span.end : mentions[i + 1].span.start]
        if gap in (", ", ",\n"):
            run.append(i)
            continue
        if run and _LAST_GAP.fullmatch(gap):
            found += run
        run = []
    return frozenset(found)


def find_dateline(text: str, mentions: Sequence[Mention]) -> int | None:
    """Number of the mention that is the dateline: "KYIV, Ukraine (AP) —"; None without one."""
    for i, mention in enumerate(mentions[:4]):
        start = mention.span.start
        if start > _DATELINE_WITHIN:
            return None
        line = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1)
        if text[line + 1 : start].strip(" \t(") and start != 0:
            continue
        match = _DATELINE.match(text, start)
        if match and (match["capitals"] is None or match["capitals"].startswith(mention.text)):
            return i
    return None


def _between(text: str, i: int, mention: Mention, following: Mention) -> Clue | None:
    """The clue that the words between two neighbouring mentions give."""
    if not 0 <= following.span.start - mention.span.end <= 70:
        return None
    gap = text[mention.span.end : following.span.start]
    span = Span(start=mention.span.start, end=following.span.end)
    if _COMMA_GAP.fullmatch(gap):
        return Clue(i, plain(following.text), Link.COMMA, span, i + 1)
    unit = mention.p_literal >= _NO_ADJECTIVE and _UNIT_GAP.fullmatch(gap)
    if unit or _IN_GAP.fullmatch(gap):
        return Clue(i, plain(following.text), Link.IN, span, i + 1)
    if _NEAR_GAP.fullmatch(gap):
        return Clue(i, plain(following.text), Link.NEAR, span, i + 1)
    if _BEFORE_GAP.fullmatch(gap):
        return Clue(i + 1, plain(mention.text), Link.BEFORE, span, i)
    return None


def _unrecognised(text: str, i: int, mention: Mention) -> Clue | None:
    """A qualifier after a comma that recognition did not take for a place: "Long Beach, CA"."""
    match = _AFTER_COMMA.match(text, mention.span.end)
    if match is None:
        return None
    return Clue(i, match["name"].rstrip("'’"), Link.COMMA, Span(start=mention.span.start, end=match.end()))
