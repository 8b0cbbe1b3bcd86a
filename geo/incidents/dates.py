"""Date expressions of news, read against the day of publication.

News speaks of the near past: a weekday without "next" is the latest such day up to publication,
a day and month without a year the latest such date. Without a day of publication neither fixes
anything, and nothing is guessed.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.incidents.vocabulary import CAPTION_TRIGGER

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
COUNTS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
COUNTS |= {"a": 1, "an": 1, "couple": 2}
_MONTH_OF = {m: i for i, m in enumerate(_MONTHS, 1)} | {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9}
_M = r"(?P<month>" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)\b"
_N = r"(?P<n>\d{1,4}|" + "|".join(COUNTS) + r")"
_PART = r"(?: (?:morning|afternoon|evening|night|noon|midnight|dawn))?"
_WD = r"(?P<weekday>" + "|".join(_DAYS) + r")\b"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(r"(?<![\w-])(?:" + form + r")(?![\w-])"))
    for name, form in (
        ("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
        ("date", rf"(?:(?:\w+day),? )?(?:the )?{_D}(?: of)? {_M}(?:,? {_Y})?"),
        ("date", rf"(?:(?:\w+day),? )?{_M} {_D}(?!\d)(?:,? {_Y})?"),
        ("month_year", rf"(?:(?:early|mid|late)[- ])?{_M},?(?: of)? (?:{_Y}|(?P<this>this year)|(?P<last>last year))"),
        (
            "month",
            rf"(?:(?:in|since|during|until|of|by|from|(?P<lastm>last)|this) )(?:(?:early|mid|late)[- ])?{_M}(?! \d)",
        ),
        ("last_night", r"last (?:night|evening)|yesterday (?:evening|night)"),
        ("yesterday", r"yesterday" + _PART),
        (
            "today",
            (
                r"today|tonight|this (?:morning|afternoon|evening)|earlier today"
                r"|overnight(?! (?:(?:in)?to|on|from|between|through) )"
            ),
        ),
        ("weekend", r"(?:(?P<which>last|this|the|past|over the) )?weekend"),
        ("weekday", rf"(?:(?P<which>last|next|this|past|previous) )?{_WD}{_PART}"),
        (
            "today",
            r"(?:a few|several|\d{1,4}|half an|an|two|three) (?:minutes?|hours?) ago|at this (?:time|moment|hour)",
        ),
        ("ago", rf"{_N} (?P<unit>day|week|month|year)s? ago"),
        ("today", r"(?:in|over|during|within) the (?:last|past) (?:few|several|couple of) hours"),
        ("hours", r"(?:in|over|during|within) the (?:last|past) (?P<hours>\d{1,3}|two|twenty-four) hours"),
        ("long_ago", r"(?:(?:many|several|some|a few) )?(?:years|decades|centuries) ago|(?:a|two|three) decades? ago"),
        ("span", r"(?P<which>last|past|this|previous) (?P<unit>week|month|year)"),
        ("year", rf"(?:in|since|of|during|until|from|year) (?:(?:early|mid|late)[- ])?{_Y}"),
    )
)
#: Days before publication beyond which an article recalls rather than reports. Set on the development texts.
RECALLED_DAYS = 35
#: The same for a day that the article names: it tells of it still.
RECALLED_NAMED_DAYS = 90
#: "the toll of the blast rose to 46 on Monday": the day of the count.
_COUNTED_ON = re.compile(
    r"\b(?:toll|dead|deaths|number)\b[^.;]*\b(?:rose|risen|rises|climbed|climbs|jumped|grew|increased|reached|stood|soared)"
    r"(?: to| at)? (?:[\w,]+ ){1,5}$"
)
_SINCE = re.compile(r"\b(?:since|until|till)\s+(?:the\s+)?(?:\w+\s+){0,2}$")
_FUTURE = re.compile(
    r"\b(?:will|would|to be|scheduled|expected|planned|planning|due|ahead of|upcoming|coming|next|plans? to"
    r"|deadline)\b[^.;]{0,45}$"
)
#: "said on Friday", "Friday said": the day of another doing than the happening's.
_VERB_BEFORE = re.compile(r"\b(\w+)\s+(?:(?:late|early|here|again|on|earlier|him|her|reporters|journalists)\s+)*$")
_VERB_BEHIND = re.compile(r"\s+(?:\w+ly\s+)?(\w+)\b")
_IRREGULAR = frozenset("said says told met held gave went came made sent read wrote spoke saw heard got".split())
_TELLING_VERB = re.compile(
    r"\b(?:said|told|announced|reported|declared|congratulated|met with|condemned|asked|called|urged|expressed"
    r"|stated|admitted"
    r"|denied|claimed|confirmed|revealed|disclosed|presented|arrived|visited|signed|issued|published|referred"
    r"|described|warned|demanded|rejected|buried|charged|accused|blamed|decided|approved|voted|spoke"
    r"|commented|searched|combed|dug|scrambled|raced|mourned|commemorated|marked|remembered)\b(?!\W+that\b)"
)
_TELLING = frozenset("reports statement communique interview conference release meeting visit".split())
#: Behind a day these open the next words: "on Thursday armed men came".
_NO_VERB = frozenset("armed unarmed masked hooded unidentified alleged suspected uniformed wounded".split())
#: Verbs that carry a noun of happening: "the attack was carried out on Friday".
_CARRYING = frozenset(
    "occurred happened staged launched perpetrated committed started continued"
    " conducted placed planted reached landed"
    " erupted suffered sustained caused resulted registered recorded followed"
    " ended used involved carried trapped forced"
    " rescued retrieved evacuated discovered located opened thrown hurled tossed lobbed passed touched raged rocked"
    " seized captured ripped swept lasted unfolded intensified resumed flared triggered damaged destroyed"
    " targeted".split()
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
    taken: list[tuple[int, int]] = []
    found = []
    for name, form in _FORMS:
        for match in form.finditer(low):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            taken.append(match.span())
            found.append(_expression(low, name, match, _read(name, match, published)))
    return tuple(sorted(found, key=lambda e: e.start))


#: "Wednesday's deadly car bombing": the next words, up to a preposition.
_POSSESSIVE = re.compile(r"['’]s(?: (?!(?:about|after|before|for|in|of|on|over|with)\b)[\w-]+){1,4}")
#: "claimed responsibility for the Dec. 10 bombings".
_HAPPENING_BEHIND = re.compile(
    r" (?:[\w-]+ )?(?:bombings?|attacks?|strikes?|blasts?|explosions?|earthquakes?|quakes?|massacres?|shootings?"
    r"|killings?|crash|floods|protests?|raids?|clashes|riots?|assassination)\b"
)
_THAT = re.compile(r"\bthat\b")


def _is_of_what_follows(behind: str) -> bool:
    """Whether a date stands as "Wednesday's" before a happening."""
    words = _POSSESSIVE.match(behind)
    return _HAPPENING_BEHIND.match(behind) is not None or (
        words is not None and CAPTION_TRIGGER.pattern.search(words.group(), 3) is not None
    )


def _tells_what(before: str, told: int) -> bool:
    """Whether a verb of telling that ends at ``told`` has its happening, or the words that it tells, before a date."""
    return CAPTION_TRIGGER.pattern.search(before, told) is not None or _THAT.search(before, told) is not None


def _is_of_another_doing(before: str, behind: str) -> bool:
    """Whether the verb beside a date is neither the happening nor carries one."""
    if _is_of_what_follows(behind):
        return False
    if (last := list(_TELLING_VERB.finditer(before))) and not _tells_what(before, last[-1].end()):
        return True
    beside = (_VERB_BEFORE.search(before), _VERB_BEHIND.match(behind))
    words = [match.group(1) for match in beside if match is not None]
    return any(
        (w.endswith("ed") or w in _IRREGULAR or w in _TELLING)
        and w not in _NO_VERB
        and w not in _CARRYING
        and CAPTION_TRIGGER.pattern.fullmatch(w) is None
        for w in words
    )


_Read = tuple[dt.date | None, dt.date | None, str]
_NOTHING: _Read = (None, None, "none")


def _expression(low: str, name: str, match: re.Match[str], read: _Read) -> DateExpression:
    before = low[max(0, match.start() - 60) : match.start()]
    words = match.group()
    return DateExpression(
        start=match.start(),
        end=match.end(),
        first=read[0],
        last=read[1],
        precision=read[2],
        since=bool(_SINCE.search(before)) or words.startswith(("since", "until", "from ")),
        reporting=_is_of_another_doing(before, low[match.end() : match.end() + 40])
        or _COUNTED_ON.search(low, 0, match.start()) is not None,
        month_only=name in ("month", "long_ago") or (name in ("span", "ago") and match.group("unit") == "year"),
        future=words.startswith("next ") or _FUTURE.search(before) is not None,
    )


def _read(name: str, match: re.Match[str], published: dt.date | None) -> _Read:
    """What an expression fixes; nothing where the calendar ends: "yesterday" on the first day of the year 1."""
    try:
        return next(_readings(name, match.groupdict(), published), _NOTHING)
    except (OverflowError, ValueError):
        return _NOTHING


def _readings(name: str, groups: dict[str, str | None], published: dt.date | None) -> Iterator[_Read]:
    if name == "iso":
        yield _day(int(groups["y"] or 0), int(groups["m"] or 0), int(groups["d"] or 0))
    elif name == "date":
        yield _calendar_day(groups, published)
    elif name in ("month_year", "month"):
        yield _month(groups, published)
    elif name == "year":
        year = int(groups["year"] or 0)
        yield dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
    elif published is not None:
        yield _relative(name, groups, published)


def _relative(name: str, groups: dict[str, str | None], published: dt.date) -> _Read:
    if name == "today":
        return published, None, "day"
    if name in ("yesterday", "last_night"):
        return published - dt.timedelta(days=1), None, "day"
    if name == "weekend":
        back = (published.weekday() - 5) % 7 or (7 if published.weekday() == 5 and groups["which"] == "last" else 0)
        first = published - dt.timedelta(days=back)
        return first, first + dt.timedelta(days=1), "weekend"
    if name == "weekday":
        return _weekday(groups, published)
    if name == "hours":  # reaches into the days before
        hours = int(groups["hours"] or 0) if (groups["hours"] or "").isdigit() else 24
        return published - dt.timedelta(days=-(-hours // 24)), published, "day" if hours <= 24 else "week"
    if name == "long_ago":
        return _NOTHING
    if name == "ago":
        return _ago(groups, published)
    return _period(groups, published)


def _weekday(groups: dict[str, str | None], published: dt.date) -> _Read:
    which = groups["which"]
    back = (published.weekday() - _DAYS.index(groups["weekday"] or "")) % 7
    if which == "next":
        return published + dt.timedelta(days=7 - back), None, "day"
    if which in ("last", "past", "previous") and back == 0:
        back = 7
    return published - dt.timedelta(days=back), None, "day"


def _ago(groups: dict[str, str | None], published: dt.date) -> _Read:
    n = COUNTS.get(groups["n"] or "") or int(groups["n"] or 0)
    unit = groups["unit"]
    if unit == "day" and n < 400:
        return published - dt.timedelta(days=n), None, "day"
    if unit == "week" and n < 60:
        first = published - dt.timedelta(days=7 * n)
        return first - dt.timedelta(days=3), first + dt.timedelta(days=3), "week"
    if unit == "month" and n < 1000:
        return _whole_month(published.year, published.month - n)
    if unit == "year" and n < published.year:
        return dt.date(published.year - n, 1, 1), dt.date(published.year - n, 12, 31), "year"
    return _NOTHING


def _period(groups: dict[str, str | None], published: dt.date) -> _Read:
    this = groups["which"] == "this"
    if groups["unit"] == "week":
        monday = published - dt.timedelta(days=published.weekday() + (0 if this else 7))
        if groups["which"] == "past":
            return published - dt.timedelta(days=7), published, "week"
        return monday, monday + dt.timedelta(days=6), "week"
    if groups["unit"] == "month":
        return _whole_month(published.year, published.month - (0 if this else 1))
    year = published.year - (0 if this else 1)
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _calendar_day(groups: dict[str, str | None], published: dt.date | None) -> _Read:
    month, day = _MONTH_OF[groups["month"] or ""], int(groups["day"] or 0)
    if groups["year"]:
        return _day(int(groups["year"]), month, day)
    if published is None:
        return _NOTHING
    this_year = _day(published.year, month, day)
    if this_year[0] is not None and this_year[0] <= published + dt.timedelta(days=1):
        return this_year
    return _day(published.year - 1, month, day)


def _month(groups: dict[str, str | None], published: dt.date | None) -> _Read:
    month = _MONTH_OF[groups["month"] or ""]
    if groups.get("year"):
        return _whole_month(int(groups["year"] or 0), month)
    if published is None:
        return _NOTHING
    if groups.get("this"):
        return _whole_month(published.year, month)
    if groups.get("last"):
        return _whole_month(published.year - 1, month)
    return _whole_month(published.year - (month > published.month), month)


def _whole_month(year: int, month: int) -> _Read:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year < 9999:
        return _NOTHING
    first = dt.date(year, month, 1)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return first, following - dt.timedelta(days=1), "month"


def _day(year: int, month: int, day: int) -> _Read:
    try:
        return dt.date(year, month, day), None, "day"
    except ValueError:
        return _NOTHING
