"""Days counted from another day: "on Friday that ... the night before", "two days earlier", "the following night"."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from geo.dates.expressions import DateExpression
from geo.dates.forms import COUNTS

_N = r"(?P<n>\d{1,2}|" + "|".join(COUNTS) + r")"
_PART = r"(?:day|night|evening|afternoon|morning)"
_NOT_OF_IT = r"(?!\s+(?:the|an?|his|her|its|their|they|he|she|it|yesterday|last)\b)"
_COUNTED = re.compile(
    rf"\bthe (?:previous|preceding) {_PART}\b|\bthe {_PART} before\b{_NOT_OF_IT}"
    rf"|\b{_N} (?P<unit>day|week|month)s? (?:earlier\b|before\b{_NOT_OF_IT})"
    rf"|\b(?P<next>the (?:following|next) {_PART})\b"
    rf"|\b(?P<m>\d{{1,2}}|{'|'.join(COUNTS)}) (?P<units>day|week|month)s? (?P<later>later)\b"
)
#: What is told behind it, up to the end of its phrase, was so many days before the day named (after it, where it says
#: "before"): that which stands before it, or, where it opens the sentence, behind that phrase.
_AFTER = re.compile(
    rf"\b{_N} (?P<unit>day|week|month)s? (?P<after>after|before)\b"
    r"(?=(?P<told>(?:(?! - )[^,;:()–—])*)(?P<main>, [^;:()–—]*)?)"
)

#: Days in a unit; a month is loose.
_DAYS_IN = {"day": 1, "week": 7, "month": 30}
#: Within so many characters of its start a phrase opens a sentence: "Just ten days after".
_OPENS = 8
#: A day with the words that name it.
Day = tuple[dt.date, str]


def find_anchored(
    low: str, found: tuple[DateExpression, ...], before: Callable[[], Day | None] = lambda: None
) -> tuple[DateExpression, ...]:
    """Expressions counted from the day named last before them; none where no day is.

    Args:
        low: a sentence in lower case.
        found: the dates it names.
        before: gives the day named last before the sentence; asked only when the sentence counts from one.
    """
    return tuple(_earlier_or_later(low, found, before)) + tuple(_after(low, found))


def _earlier_or_later(
    low: str, found: tuple[DateExpression, ...], before: Callable[[], Day | None]
) -> Iterator[DateExpression]:
    for match in _COUNTED.finditer(low):
        anchor = _named_before(low, found, match.start()) or before()
        number, unit = match["n"] or match["m"], match["unit"] or match["units"]
        days = (_value(number) if number else 1) * _DAYS_IN.get(unit or "day", 1)
        later = bool(match["next"] or match["later"])
        if anchor is not None and days:
            counted = _counted(match, anchor, days if later else -days)
            if counted is not None:
                yield replace(counted, later=later)


def _after(low: str, found: tuple[DateExpression, ...]) -> Iterator[DateExpression]:
    for match in _AFTER.finditer(low):
        opens = match.start() <= _OPENS and match["main"] is not None
        before = match.end("main") if opens else match.start("after")
        anchor = _named_before(low, found, before)
        days = _value(match["n"]) * _DAYS_IN[match["unit"]]
        ahead = days if match["after"] == "before" else -days
        counted = _counted(match, anchor, ahead) if anchor is not None and days else None
        if counted is not None:
            yield replace(counted, start=match.start("after"), until=match.end("told"))


def _value(number: str) -> int:
    return COUNTS[number] if number in COUNTS else int(number)


def _named_before(low: str, found: tuple[DateExpression, ...], at: int) -> Day | None:
    """The day of the sentence that is named last before an offset."""
    days = [e for e in found if e.end <= at and is_anchor(e)]
    return (days[-1].first, low[days[-1].start : days[-1].end]) if days and days[-1].first else None


def is_anchor(e: DateExpression) -> bool:
    """Whether days can be counted from it."""
    return e.precision == "day" and e.first is not None and not (e.since or e.future)


def _counted(match: re.Match[str], anchor: Day, days: int) -> DateExpression | None:
    """So many days from an anchor; weeks and months are as loose as news is with them."""
    slack = 3 if "week" in match.group() else 15 if "month" in match.group() else 0
    try:
        day = anchor[0] + dt.timedelta(days=days)
        first, last = day - dt.timedelta(days=slack), day + dt.timedelta(days=slack)
    except OverflowError:
        return None
    return DateExpression(
        start=match.start(),
        end=match.end(),
        first=first,
        last=last if slack else None,
        precision={0: "day", 3: "week", 15: "month"}[slack],
        since=False,
        reporting=False,
        future=False,
        counted_from=f"{anchor[1]}, {anchor[0].isoformat()}",
    )
