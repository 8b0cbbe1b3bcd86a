"""Days counted from another day of the sentence: "on Friday that ... the night before", "four days after the quake"."""

import datetime as dt
import re
from dataclasses import replace

from geo.incidents.dates import COUNTS, DateExpression

_N = r"(?P<n>\d{1,2}|" + "|".join(COUNTS) + r")"
_PART = r"(?:day|night|evening|afternoon|morning)"
_NOT_OF_IT = r"(?!\s+(?:the|an?|his|her|its|their|they|he|she|it|yesterday|last)\b)"
#: The day before the one named.
_EARLIER = re.compile(
    rf"\bthe (?:previous|preceding) {_PART}\b|\bthe {_PART} before\b{_NOT_OF_IT}"
    rf"|\b{_N} days? (?:earlier\b|before\b{_NOT_OF_IT})"
)
#: What is told behind it, up to the end of its phrase, was so many days before the one named.
_AFTER = re.compile(rf"\b{_N} days? (?P<after>after)\b(?=(?P<told>(?:(?! - )[^,;:()–—])*))")


def find_anchored(low: str, found: tuple[DateExpression, ...]) -> tuple[DateExpression, ...]:
    """Expressions counted from a day named before them in the sentence; none where no day is."""
    counted = [_counted(m.start(), m.end(), m.group("n"), found) for m in _EARLIER.finditer(low)]
    behind = [(m, _counted(m.start("after"), m.end(), m.group("n"), found)) for m in _AFTER.finditer(low)]
    counted += [e and replace(e, until=m.end("told")) for m, e in behind]
    return tuple(e for e in counted if e is not None)


def _counted(start: int, end: int, number: str | None, found: tuple[DateExpression, ...]) -> DateExpression | None:
    days = 1 if number is None else COUNTS[number] if number in COUNTS else int(number)
    anchors = [e for e in found if e.end <= start and e.precision == "day" and e.first and not (e.since or e.future)]
    if not anchors or days < 1:
        return None
    day = anchors[-1].first
    if day is None or day.toordinal() <= days:
        return None
    return DateExpression(
        start=start,
        end=end,
        first=day - dt.timedelta(days=days),
        last=None,
        precision="day",
        since=False,
        reporting=False,
        future=False,
    )
