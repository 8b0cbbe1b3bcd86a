"""Happenings that one sentence tells of in succession: "hours after a bus was burned", "on 3 May and on 5 May"."""

import re
from collections.abc import Sequence

from geo.dates.expressions import DateExpression
from geo.events.lexicon import HARM_WEIGHT
from geo.events.sentences import Sentence
from geo.events.triggers import Trigger
from geo.model.incident import IncidentType as T
from geo.scenes.perception import LOOKS_BACK_TO, takes_up

#: Between a happening and an earlier one: what stands behind it came first.
_SOON_AFTER = re.compile(r"\b(?:minutes|hours?|days?|nights?) after\b(?! (?:that|which)\b)")
#: So near a trigger, in characters, its own day is named, where both happenings share a clause.
_BESIDE = 60


def are_apart(sentence: Sentence, a: Trigger, b: Trigger, dates: Sequence[DateExpression]) -> bool:
    """Whether two triggers of a sentence tell of two happenings, each with its own day or one after the other."""
    if not (_happens(a) and _happens(b)):
        return False
    if is_earlier(sentence, a) != is_earlier(sentence, b) or looked_back_to(sentence, a) != looked_back_to(sentence, b):
        return True
    first, second = (_day(sentence, t, dates) for t in (a, b))
    return first is not None and second is not None and first.first != second.first


def days_left(
    sentence: Sentence, own: Sequence[Trigger], every: Sequence[Trigger], dates: Sequence[DateExpression]
) -> tuple[DateExpression, ...]:
    """The dates that can be those of a happening: all but the days of the others of ``every``."""
    if len(own) == len(every):
        return tuple(dates)
    mine = [_day(sentence, t, dates) for t in own]
    taken = [_day(sentence, t, dates) for t in every if any(are_apart(sentence, t, o, dates) for o in own)]
    return tuple(d for d in dates if d in mine or d not in taken)


def looked_back_to(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether it stands behind "the anniversary of" or "years after"."""
    return LOOKS_BACK_TO.search(sentence.low, 0, trigger.start) is not None


def is_earlier(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a trigger is told of first behind "hours after", and so is another happening than the one before that."""
    if takes_up(trigger) or not _happens(trigger):
        return False
    soon = _SOON_AFTER.search(sentence.low, 0, trigger.start)
    return soon is not None and re.search(r"[;,:]", sentence.low[soon.end() : trigger.start]) is None


#: What is done to somebody at a time. A fire goes on after the blast that lit it, a coup after the shots.
_DEEDS = frozenset({T.BATTLE, T.EXPLOSION, T.VIOLENCE, T.PROTEST, T.RIOT, T.CRIME})


def _happens(trigger: Trigger) -> bool:
    """Whether it tells of a deed: who was hurt may die days later."""
    hurt = trigger.sense.weight <= HARM_WEIGHT and not trigger.word.startswith("kill")
    return trigger.sense.type in _DEEDS and not hurt


def _day(sentence: Sentence, trigger: Trigger, dates: Sequence[DateExpression]) -> DateExpression | None:
    low, high = sentence.clause_at(trigger.start)
    near = [d for d in dates if low <= d.start < high and _is_day(d) and d.dates(trigger.start)]
    found = min(near, key=lambda d: _gap(d, trigger), default=None)
    return found if found is not None and _gap(found, trigger) <= _BESIDE else None


def _is_day(date: DateExpression) -> bool:
    return date.precision == "day" and not (date.reporting or date.future or date.since)


def _gap(date: DateExpression, trigger: Trigger) -> int:
    return max(date.start - trigger.end, trigger.start - date.end, 0)
