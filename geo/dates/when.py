"""When a happening was: the date expression that belongs to its trigger."""

import datetime as dt
import re
from collections.abc import Sequence

from geo.dates.expressions import DateExpression
from geo.events.sentences import Sentence
from geo.model.incident import When
from geo.model.text import Span

UNKNOWN = When()
#: "bodies were found on Friday after a mudslide", "schools stayed shut on Monday because of a fire": the day of what
#: came later.
_AFTER = re.compile(
    r"(?:(?<!\bdays )(?<!\bday )\bafter(?! (?:midnight|dawn|dusk|dark|nightfall|sunset|sunrise|noon|\d))"
    r"|\b(?:following|because of|due to|owing to|amid|in the (?:wake|aftermath) of|in response to|in connection with"
    r"|over (?:the|an?)|in protest (?:at|against|over)"
    r"|to (?:protest|mourn|mark|commemorate|condemn|denounce)))\b[^,;:]*$"
)
#: "hours after a bomb exploded on Monday, gunmen stormed the bank": a day of what came before.
_OPENS_AFTER = re.compile(r"(?:[\w-]+ ){0,4}after (?!midnight|dark|dawn)[^,]*$")
#: Words that can open a sentence before the day of its verb.
_OPENING = 2
#: "a bomb had exploded": before whatever day another clause tells of.
_HAD = re.compile(r"\bhad (?:\w+ ){0,3}$")


def choose_date(sentence: Sentence, at: Sequence[int], found: tuple[DateExpression, ...]) -> DateExpression | None:
    """The expression in the clause of a trigger, the first trigger first; else the nearest day, or what opens it.

    ``at`` holds the offsets of the triggers, the one that says most first.
    """
    telling = [e for e in found if not (e.reporting or e.future)]
    telling = [e for e in telling if not _is_overnight_of(sentence, e, telling)]
    for offset in at:
        low, high = sentence.clause_at(offset)
        near = [
            e for e in telling if low <= e.start < high and e.dates(offset) and not _came_later(sentence, e, offset)
        ]
        if all(e.since for e in near) and _other_day(sentence, at, telling):
            continue  # "since Friday gunmen have held a school; on Monday they killed two"
        if near:
            return min(near, key=lambda e: (e.precision != "day", abs(e.start - offset)))
    past_perfect = _HAD.search(sentence.low, sentence.clause_at(at[0])[0], at[0]) is not None
    outside = [
        e
        for e in telling
        if not e.since
        and not (past_perfect and not e.counted_from)
        and (e.start == 0 or e.precision in ("day", "weekend"))
        and e.dates(at[0])
        and not _came_later(sentence, e, at[0])
    ]
    if not outside:
        return None
    return outside[0] if len(outside) == 1 else min(outside, key=lambda e: abs(e.start - at[0]))


def _other_day(sentence: Sentence, at: Sequence[int], telling: Sequence[DateExpression]) -> bool:
    """Whether a clause of some trigger names a day of its own, and not a beginning."""
    days = [e for e in telling if e.precision == "day" and not e.since]
    clauses = [(offset, sentence.clause_at(offset)) for offset in at]
    return any(low <= e.start < high and e.dates(offset) for offset, (low, high) in clauses for e in days)


def _is_overnight_of(sentence: Sentence, e: DateExpression, others: Sequence[DateExpression]) -> bool:
    """Whether a bare "overnight" goes with a day of its clause: "the overnight raid on Monday" was on Monday."""
    if sentence.low[e.start : e.end] != "overnight":
        return False
    low, high = sentence.clause_at(e.start)
    return any(o is not e and o.precision == "day" and low <= o.start < high for o in others)


def _came_later(sentence: Sentence, e: DateExpression, at: int) -> bool:
    """Whether a date is that of what followed the happening told at an offset, or of what it followed."""
    if e.end > at or e.until is not None:
        return False
    if _OPENS_AFTER.match(sentence.low, 0, e.start) and "," in sentence.low[e.end : at]:
        return True
    turn = _AFTER.search(sentence.low, e.end, at)
    opens = len(sentence.low[: e.start].split()) <= _OPENING  # "on Monday after the match fans clashed"
    return turn is not None and not (opens and turn.start() <= e.end + 2)


def read_when(sentence: Sentence, expression: DateExpression | None) -> When:
    """The expression as a date; a beginning ("since Friday") fixes no day."""
    if expression is None:
        return UNKNOWN
    start = sentence.span.start
    span = Span(start=start + expression.start, end=start + expression.end)
    words = sentence.raw[expression.start : expression.end]
    if expression.counted_from:
        words += f" (counted from {expression.counted_from})"
    if expression.first is None or expression.since:
        return When(text=words, span=span)
    return When(date=expression.first, date_to=expression.last, precision=expression.precision, text=words, span=span)


def agree(a: When, b: When) -> bool:
    """Whether two datings can be of one happening: an unknown one fits all."""
    if a.date is None or b.date is None:
        return True
    night = dt.timedelta(days=0)
    return a.date <= (b.date_to or b.date) + night and b.date <= (a.date_to or a.date) + night


def finer(a: When, b: When) -> When:
    """The more exact of two datings, the first when equally exact."""
    order = ("day", "weekend", "week", "month", "year", "none")
    return b if order.index(b.precision) < order.index(a.precision) else a
