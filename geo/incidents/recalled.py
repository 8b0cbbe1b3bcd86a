"""What an article recalls and does not report: years gone by, tolls of wars, the worst since."""

import re

from geo.casualties.counts import Count
from geo.dates.expressions import DateExpression
from geo.events.lexicon import HARM_WEIGHT
from geo.events.sentences import Sentence
from geo.events.triggers import Mode, Trigger
from geo.model.incident import IncidentType as T
from geo.model.text import Article

#: "the 1945 bombing".
_YEAR_BEFORE = re.compile(r"\b(?:the|an?|its|his|her|their|'s) ((?:1[5-9]|20)\d\d) (?:[\w-]+ )?$")
#: "it comes a week after 44 were killed": what follows is recalled.
_AGES_AFTER = re.compile(
    r"\b(?:weeks?|months?|years?|decades?) after\b[^.;,]{0,80}$"
    r"|\b(?:comes?|came|follow(?:s|ed)) (?:\w+ ){1,3}?(?:hours?|days?) after\b[^.;,]{0,80}$"
)


#: "relatives of the officer who was shot dead": known before; "to mark the anniversary of the riots".
_KNOWN_OF = re.compile(
    r"\b(?:relatives|famil(?:y|ies)|widow|mother|father|parents|brother|sister|friends|colleagues|survivors) of\b"
    r"[^.;]{3,60}\bwho\b[^.;,]{0,30}$"
    r"|\b(?:anniversar(?:y|ies) of|commemorat\w+|in (?:memory|remembrance|honou?r) of|tributes? to)\b[^.;,]{0,80}$"
)
#: "the worst since July 2010, when youths fired on police".
_SINCE_WHEN = re.compile(r"\bsince (?!\w+day,)[^,;.]{3,40}, when\b[^;.]*$")
#: "eight days after the quake that killed 200": a figure of another happening.
_OF_BEFORE = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?) after|(?:worst|deadliest|largest|biggest)\b[^.;]{0,60}? since)\b"
)


_THERE = re.compile(r"\b(?:there|at the (?:same )?(?:site|place|plant|scene))\b")


def is_of_before(sentence: Sentence, head: Trigger, count: Count) -> bool:
    """Whether a figure is of an earlier happening that is told of after this one."""
    turn = _OF_BEFORE.search(sentence.low)
    if turn is not None and _THERE.search(sentence.low, turn.end(), count.at):
        return False  # "two days after a blast there killed 20"
    if turn is not None and turn[0].endswith("since") and _BACK_TO_IT.match(sentence.low, turn.end(), count.at):
        return False
    return turn is not None and head.start < turn.start() and count.at > turn.end()


#: "was the worst since Good Friday, killing 30": of this one again.
_BACK_TO_IT = re.compile(
    r"(?:(?!\b(?:when|which|that|where)\b)[^,;]){1,50}, (?:killing|leaving|claiming|injuring) [\w ]*$"
)


#: A toll of years is no happening.
_STATISTIC = re.compile(
    r"\b(?:(?:over|in|during) (?:the (?:past|last) )?(?:[\w-]+ )?(?:years|decades)|(?:every|each|per"
    r"|a) year\b(?! (?:ago|later|after))"
    r"|annually|on average|since (?:19|20)\d\d)\b"
)
#: "the deadliest night in years" is one night.
_SUPERLATIVE = re.compile(r"\b(?:the|its|their) (?:worst|first|most \w+|\w+est)\b[^,;.]{0,40}$")
EVER_SINCE = re.compile(
    r"\bsince (?:the|its|his|their)\b|\bsince (?:early |late |mid-?)?(?:[a-z]{3,9} )?(?:19|20)\d\d\b"
)


def is_of_years(sentence: Sentence) -> bool:
    """Whether a sentence sums up years."""
    return any(not _SUPERLATIVE.search(sentence.low, 0, m.start()) for m in _STATISTIC.finditer(sentence.low))


#: Behind it stands what goes beyond the news: "..., the third such attack since 2020", "..., where five die each year".
_ASIDE = re.compile(
    r";|—|, (?:the|an?|its|their|one of|in) (?!\w+ (?:said|says)\b)|,? \b(?:adding|where|while|but|although|whereas)\b"
)
#: Before it stands what goes beyond the news: "50 die there each year, but on Monday three were killed".
_TURN = re.compile(r";|—|,? \b(?:but|while|although|whereas)\b")


def counts_years(sentence: Sentence, count: Count) -> bool:
    """Whether a figure stands in that part of a sentence that sums up years."""
    low = sentence.low

    def beside(m: re.Match[str]) -> bool:
        if count.at < m.start():
            return _ASIDE.search(low, count.end, m.start() + 1) is None
        return _TURN.search(low, m.end(), count.at) is None

    return any(beside(m) for m in _STATISTIC.finditer(low) if not _SUPERLATIVE.search(low, 0, m.start()))


#: So many dead at least are the toll of a war where the sentence speaks of one and gives no day.
WAR_DEAD = 1_000
_WAR = re.compile(
    r"\b(?:wars?|conflict|armed struggle|fighting|violence|repression|dictatorship|regimes?|insurgency|genocide)\b"
)


def is_toll_of_war(sentence: Sentence, counts: tuple[Count, ...]) -> bool:
    """Whether a figure sums up years: "the war, which has left 70,000 dead"."""
    return any(c.kind == "killed" and (c.n or 0) >= WAR_DEAD for c in counts) and _WAR.search(sentence.low) is not None


def is_recalled(article: Article, sentence: Sentence, head: Trigger, date: DateExpression | None) -> bool:
    """Whether the words before a trigger, or its date, say that it lies behind the news."""
    before = sentence.low[: head.start]
    if _LAST_ONE.search(before) and not head.word.startswith("last"):
        return True
    if sentence.index > 0 and (date is None or date.recalled(article.date)) and is_another_one(sentence, head):
        return True
    if _AGES_AFTER.search(before) or _SINCE_WHEN.search(before) or _KNOWN_OF.search(before):
        return True
    harm_only = head.sense.weight <= HARM_WEIGHT or head.mode is Mode.GENERIC
    if harm_only and (EVER_SINCE.search(sentence.low) or is_of_years(sentence)):
        return True
    year = _YEAR_BEFORE.search(sentence.low, 0, head.start)
    if year is not None and article.date is not None and int(year[1]) < article.date.year:
        return True
    if date is None:
        return False
    if date.since and head.sense.type is T.OUTBREAK:  # it goes on
        return False
    if date.recalled(article.date) or date.precision == "year":
        return True
    return sentence.index > 1 and (date.precision == "month" or (harm_only and date.since))


#: "a recent quake killed 12"; "a similar slide had killed 12".
_ANOTHER_ONE = re.compile(r"\b(?:an?|several|some|other|many|two|three) (?:recent|previous|past) (?:[\w-]+ ){0,2}$")
_ONE_LIKE_IT = re.compile(r"\b(?:an?|another) (?:similar|comparable) (?:[\w-]+ ){1,2}(?:[^.;,]{0,30} )?had\b")


def is_another_one(sentence: Sentence, head: Trigger) -> bool:
    """Whether the happening is set beside the news as one of its kind that went before."""
    like_it = _ONE_LIKE_IT.search(sentence.low)
    before = like_it is not None and like_it.start() < head.start
    return before or _ANOTHER_ONE.search(sentence.low, 0, head.start) is not None


def goes_on_recalling(recalled: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence goes on with what the one before it recalls: "That slide left 12 missing"."""
    return sentence.index - recalled.index == 1 and sentence.low.startswith(("that ", "those "))


#: "The previous worst fires", "the last such quake": not the one that is news.
_LAST_ONE = re.compile(
    r"\b(?:the|its|their) (?:previous|last|only other) (?:(?:such|major|big|great|known) )?(?:[\w-]+ )?$"
    r"|\b(?:the|its|their) (?:previous|last) (?:worst|deadliest|largest|biggest|greatest)\b"
)


def is_of_old_years(article: Article, head: Trigger, dates: tuple[DateExpression, ...]) -> bool:
    """Whether a sentence names years gone by and no other time, before what it tells."""
    told = [d for d in dates if d.start < head.start]
    return bool(told) and all(d.precision == "year" and not d.since and d.recalled(article.date) for d in told)
