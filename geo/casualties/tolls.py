"""How the figures of a toll stand to each other: what was told first, what it has come to, what comes on top."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from geo.events.sentences import Sentence
from geo.model.incident import CasualtyClaim

_ACCOUNT = r"(?:reports?|figures?|counts?|tolls?|tally|tallies|estimates?|numbers?|accounts?|statements?|word)"
_GIVE = r"(?:put|said|says|reported|spoke|spoken|gave|given|announced|counted|confirmed|estimated|thought)"
#: "initially 12", "an earlier figure of 12", "had put the toll at 12", "up from 12", "12 ... was withdrawn".
_FIRST_TOLD = re.compile(
    r"\b(?:initial(?:ly)?|at first|originally"
    rf"|(?:earlier|early|previous|preliminary|first) (?:[\w-]+ ){{0,2}}?{_ACCOUNT}"
    rf"|(?:earlier|previously|first) {_GIVE}|had (?:earlier |previously |first )?(?:put|spoken|given) "
    r"|compared (?:with|to)|instead of|rather than|(?:rose|risen|rising|climb\w+|jump\w+|increas\w+|grew|grown|up"
    r"|down|revised|raised|lowered|corrected|cut|reduced) (?:\w+ ){0,2}?from)\b"
)
#: "12 dead at first", "12 were killed, first reports said".
_FIRST_BEHIND = re.compile(rf"\b(?:at first|initially|(?:first|initial|early|earlier|preliminary) {_ACCOUNT})\b")
_TAKEN_BACK = re.compile(
    r" (?:was|were|has been|had been) (?:later |since )?(?:withdrawn|retracted|corrected|revised)\b"
)
_FEARED = re.compile(
    r"\b(?:may (?:also )?have|might have|feared|presumed|(?:believed|thought) to (?:be|have)|unconfirmed)\b"
)
#: "lowered to 12", "revised the toll down to 12".
_CORRECTED = re.compile(
    r"\b(?:corrected|revis(?:ed|ing)|lower(?:ed|ing)|reduc(?:ed|ing)|cut|downgraded)\b"
    r"(?: [\w-]+){0,6}? (?:to|at) [\w ]*$"
)
#: "rose to 12", "the figure stood at 12", "bringing the number of dead to 12".
_RISEN = re.compile(
    r"\b(?:ros(?:e|en)|risen|rising|rises|climb\w+|jump\w+|increas\w+|grew|grown|soar\w+|reach\w+|pass(?:ed|es)"
    r"|st(?:an|oo)ds?|bring\w*|brought|tak(?:es|ing)|rais\w+|mak(?:es|ing)|updated|giving|for|numbered|hit)\b"
    r"[^,;]* (?:to|at|past)? ?(?:[\w-]+ ){0,3}$"
)
#: So far behind a number stand the words that say it is a sum, in characters: "12 in all".
_BEHIND = 12
_A_TOLL = re.compile(r"toll|number|figure|tally|count|total|in all|altogether|that to|it to|it at")
#: "later said 12", "so far 12", "by Monday 12", "in all 12".
_BY_NOW = re.compile(
    rf"\b(?:(?:overall|total) (?:number|toll|count|figure)|now"
    rf"|so far|to date|in all|altogether|in total|a total of|later {_GIVE}|since (?:{_GIVE}|died)"
    r"|by (?:the )?(?:[a-z]+day|dawn|noon|midday|morning|afternoon|evening|night|nightfall|midnight|late|early))\b"
)
_ON_TOP = re.compile(
    r"\b(?:another|a further|an additional|more(?! than)|others?|also|as (?:was|were|did)|as well as|along with"
    r"|together with)\b"
)
#: "so far two have been killed in less than a month": of more than this.
_OVER_TIME = re.compile(
    r"\b(?:in (?:less than|under|the (?:last|past)|just|only) [\w -]{1,20}|this) (?:days|weeks?|months?|years?)\b"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
#: "raising the toll this year to 340", "killed by the Taliban since January": of many happenings.
_OF_A_PERIOD = re.compile(
    rf"\bthis (?:year|month)\b(?!'|’)|\bsince (?:(?:early|late|mid|last|the) ?-?)?(?:{_MONTH}|(?:19|20)\d\d|year|month"
    r"|start of|beginning of|outbreak of|war|invasion)\b|\bin (?:a|the past|the last|less than a) (?:year|month)\b"
    r"|\b(?:of|from|in) (?:the|this) (?:[\w-]+ )?(?:war|conflict|insurgency)\b|\bso far this\b"
)
#: "including three children", "among the dead were 12 pupils", "of those, 39 died in ...".
_PART = re.compile(
    r"\b(?:includ(?:ing|ed|es|e)"
    r"|among (?:them|the (?:dead|victims|killed|injured|wounded|missing))(?:,? (?:were|was|are|is))?"
    r"|of (?:them|whom|those|the (?:dead|victims|killed|injured|wounded)),?)\s(?:[\w-]+\s){0,3}$"
)
#: "two of the injured died": more than those who died at once.
_OF_THE_HURT = re.compile(r"[\w-]+ of (?:the|those|them) (?:[\w-]+ )?(?:injured|wounded|hurt|survivors)\b")
_PART_BEHIND = re.compile(r"[\w-]+ of (?:them|whom|the (?:dead|victims|killed|injured|wounded))\b")


class Told(Protocol):
    """A figure of a sentence; offsets are relative to it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def at(self) -> int: ...
    @property
    def kind(self) -> str: ...


def relation(sentence: Sentence, count: Told) -> str:
    """How a figure stands to the others of its kind: one of RELATIONS of ``geo.model.incident``."""
    low = sentence.low
    opens, closes = _statement(sentence, count.at)
    before = low[opens : count.at]
    if _CORRECTED.search(before):
        return "correction"
    if _FIRST_TOLD.search(before) or _FIRST_BEHIND.search(low, count.at, closes):
        return "superseded"
    if _TAKEN_BACK.search(low, count.at, closes):
        return "superseded"
    if count.kind == "killed" and _OF_THE_HURT.match(low, count.at):
        return "further"
    if _PART.search(before[-60:]) or _PART_BEHIND.match(low, count.at):
        return "part"
    if _RISEN.search(low[max(opens, count.start - 40) : count.at]) and _A_TOLL.search(low, opens, count.end + _BEHIND):
        return "update"
    if _FEARED.search(low, max(opens, count.start - 12), count.end):
        return "feared"
    if _BY_NOW.search(low, opens, count.end) and not _OVER_TIME.search(low, count.at):
        return "update"
    return "further" if _ON_TOP.search(low, count.start, count.end) else "own"


def is_of_a_period(low: str, count: Told) -> bool:
    """Whether a toll is one of months, years or a war, and not of one happening."""
    opens = max(low.rfind(mark, 0, count.start + 1) for mark in ",;") + 1
    closes = _CLAUSE_ENDS.search(low, count.end)
    ends = closes.start() if closes else len(low)
    return _IS_A_SUM.search(low, opens, ends) is not None and _OF_A_PERIOD.search(low, opens, ends) is not None


_IS_A_SUM = re.compile(rf"{_A_TOLL.pattern}|\b(?:\d+(?:st|nd|rd|th)|second|third|fourth|[a-z]+fth|[a-z]+enth)\b")
_CLAUSE_ENDS = re.compile(r"[;.]|,(?!\d)")


def put_right(claims: Iterable[CasualtyClaim]) -> tuple[CasualtyClaim, ...]:
    """The claims of a report, those that a later one corrects superseded."""
    claims = tuple(claims)
    last = {c.kind: c for c in claims if c.relation == "correction"}

    def is_corrected(claim: CasualtyClaim) -> bool:
        right = last.get(claim.kind)
        if right is None or claim.n is None or right.n is None or claim.relation not in ("own", "update"):
            return False
        return claim.n > right.n and claim.span.start < right.span.start

    return tuple(replace(c, relation="superseded") if is_corrected(c) else c for c in claims)


def _statement(sentence: Sentence, at: int) -> tuple[int, int]:
    """The part of a sentence in which one account of the figures is given."""
    low = sentence.low
    opens = max((m.end() for m in _TURN.finditer(low, 0, at)), default=0)
    turn = _TURN.search(low, at)
    return opens, turn.start() if turn else len(low)


_TURN = re.compile(r";|, (?:but|while|though|although|whereas|and)\b|\b(?:but|whereas)\b|, (?=(?:was|were|has) )")
