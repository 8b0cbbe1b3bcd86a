"""Date expressions of a sentence, and how each stands in it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.dates.attachment import is_of_another_doing, is_of_what_follows
from geo.dates.forms import Read, between, find_forms

#: Days before publication beyond which an article recalls rather than reports. Set on the development texts.
RECALLED_DAYS = 35
#: The same for a day that the article names: it tells of it still.
RECALLED_NAMED_DAYS = 90

_SINCE = re.compile(
    r"\b(?:since|until|till)\s+(?:the\s+)?"
    r"(?:(?:\w+\s+){0,2}|(?:start|beginning|outbreak|onset|launch) of [^,;]{1,40} (?:on|in)\s+(?:the\s+)?)$"
)
#: "held until Friday, when shelling killed two": a day of what follows.
_WHEN = ", when "
_FUTURE = re.compile(
    r"\b(?:will|would|to be|scheduled|expected|planned|planning|due|ahead of|upcoming|coming|next|plans? to"
    r"|deadline)\b(?:(?!\b(?:who|which|that|after)\b)[^.;]){0,45}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Words of a sentence that speak of time; offsets are relative to the sentence."""

    start: int
    end: int
    #: None when the words do not fix a day or period.
    first: dt.date | None
    last: dt.date | None
    #: day, weekend, week, month, year or none.
    precision: str
    #: "since Friday": a beginning, not a day of the happening.
    since: bool
    #: "said on Friday": the day of the telling.
    reporting: bool
    future: bool
    #: A month without a year, and no day of publication to date it by: not today's news.
    month_only: bool = False
    #: "four days after the quake": what it dates stands behind it and ends here; None where nothing bounds it.
    until: int | None = None
    #: The words and the day that it is counted from: "friday, 2024-05-17".
    counted_from: str = ""
    #: Counted onwards: "two days later".
    later: bool = False

    def dates(self, at: int) -> bool:
        """Whether it can date what is told at an offset of the sentence."""
        return self.until is None or self.start <= at < self.until

    def recalled(self, published: dt.date | None) -> bool:
        """Whether it lies so far back that the article recalls it."""
        if self.first is None:
            return self.month_only
        if published is None:
            return self.precision in ("month", "year")
        limit = RECALLED_NAMED_DAYS if self.precision == "day" else RECALLED_DAYS
        return (published - (self.last or self.first)).days > limit


def find_dates(low: str, published: dt.date | None) -> tuple[DateExpression, ...]:
    """Every date expression of a lower-case sentence, in order, without overlap."""
    told = [_expression(low, name, match, read) for name, match, read in find_forms(low, published)]
    found = sorted(told, key=lambda e: e.start)
    return tuple(_local(low, _joined(low, found)))


def _expression(low: str, name: str, match: re.Match[str], read: Read) -> DateExpression:
    before = low[max(0, match.start() - 60) : match.start()]
    words = match.group()
    return DateExpression(
        start=match.start(),
        end=match.end(),
        first=read[0],
        last=read[1],
        precision=read[2],
        since=not (read[2] == "day" and low.startswith(_WHEN, match.end()))
        and (bool(_SINCE.search(before)) or (name != "years" and words.startswith(("since", "until", "from ")))),
        reporting=is_of_another_doing(low, match.start(), match.end()),
        month_only=name in ("month", "long_ago") or (name in ("span", "ago") and match.group("unit") == "year"),
        future=words.startswith("next ")
        or (_FUTURE.search(before) is not None and not is_of_what_follows(low, match.end())),
    )


#: Days from which two dates are those of two things.
LONGEST_STRETCH = 31
#: "the night from Friday to Saturday", "between Monday and Wednesday", "Friday through Sunday".
_FROM = re.compile(r"\b(?:from|between|night|night of|overnight) (?:late )?(?:on )?$")
_TO = re.compile(r" (?:(?P<to>to|into|through|until)|and) (?:early )?(?:on )?$")


def _joined(low: str, found: Sequence[DateExpression]) -> Iterator[DateExpression]:
    """The expressions, two days that name a stretch of time made one."""
    held: DateExpression | None = None
    for e in found:
        if held is not None and (both := _stretch(low, held, e)) is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = e
    if held is not None:
        yield held


def _stretch(low: str, a: DateExpression, b: DateExpression) -> DateExpression | None:
    if not (a.first and b.first and a.precision == b.precision == "day"):
        return None
    if b.first <= a.first and not any(
        map(str.isdigit, low[a.start : a.end])
    ):  # "from Friday to Monday", told on Sunday
        a = replace(a, first=a.first - dt.timedelta(days=7))
    link = _TO.fullmatch(low, a.end, b.start)
    if link is None or not (link["to"] or _FROM.search(low, 0, a.start)):
        return None
    if not (a.first and 0 < (b.first - a.first).days <= LONGEST_STRETCH):
        return None
    first, last, precision = between(a.first, b.last or b.first)
    return replace(a, end=b.end, first=first, last=last, precision=precision, since=False)


#: "shortly after midnight local time (2100 GMT Sunday)", "at 2230 [0230 GMT on 12 January]": the day at Greenwich.
_GREENWICH = re.compile(
    r"(?P<h>\d{1,2})[:.]?(?P<m>\d\d)?(?: hours)? (?:gmt|utc)(?: (?:late|early))?(?: on)?,? $|\b(?:gmt|utc),? (?:on )?$"
)
_LOCAL = re.compile(
    r"(?:(?P<h>\d{1,2})(?:[:.](?P<m>\d\d)|(?P<mm>\d\d)\b)? ?(?:(?P<half>[ap])\.?m\.?)?|(?P<word>midnight|noon))"
    r"(?: hours)?,?(?: local(?: time)?)? [(\[][^()\[\]]{0,30}$"
)


def _local(low: str, found: Iterator[DateExpression]) -> Iterator[DateExpression]:
    """The expressions, a day at Greenwich put where the local time beside it says."""
    for e in found:
        there = _GREENWICH.search(low, 0, e.start) if "gmt" in low or "utc" in low else None
        if there is None or e.first is None or e.precision != "day":
            yield e
            continue
        yield replace(e, first=e.first + dt.timedelta(days=_days_ahead(low, there)))


def _days_ahead(low: str, there: re.Match[str]) -> int:
    """How many days the local date is ahead of that at Greenwich; 0 where the local time is not told."""
    here = _LOCAL.search(low, 0, there.start())
    if here is None or there["h"] is None:
        return 0
    greenwich = int(there["h"]) + int(there["m"] or 0) / 60
    local = _hour(here)
    ahead = (local - greenwich + 12) % 24 - 12
    return int((greenwich + ahead) // 24)


def _hour(match: re.Match[str]) -> float:
    if match["word"]:
        return 0.0 if match["word"] == "midnight" else 12.0
    hour = int(match["h"]) % 12 if match["half"] else int(match["h"])
    return hour + (12 if match["half"] == "p" else 0) + int(match["m"] or match["mm"] or 0) / 60
