"""The forms of date expressions, and what each fixes, read against the day of publication.

News speaks of the near past: a weekday without "next" is the latest such day up to publication,
a day and month without a year the latest such date. Without a day of publication neither fixes
anything, and nothing is guessed.
"""

import datetime as dt
import re
from collections.abc import Iterator

from geo.dates import holidays

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
COUNTS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
COUNTS |= {"a": 1, "an": 1, "couple": 2}
_MONTH_OF = {m: i for i, m in enumerate(_MONTHS, 1)} | {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9}
_M = r"(?P<month>" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b\.?"
#: "12 may have died" is no day of May.
_NO_VERB = r"(?!(?<=\bmay) (?:be|have|has|still|also|yet|never|not|now|well|in fact|face|need|die|remain|come|rise)\b)"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_OLD = r"(?P<year>1[5-8]\d\d)"
_LATE = r"(?:(?:early|mid|late)[- ])?"
_Y = r"(?P<year>(?:19|20)\d\d)\b"
_N = r"(?P<n>\d{1,4}|" + "|".join(COUNTS) + r")"
_PART = r"(?: (?:morning|afternoon|evening|night|noon|midnight|dawn))?"
_WEEKDAY = r"(?P<weekday>" + "|".join(_DAYS) + r")"
_WD = _WEEKDAY + r"\b"

#: Another day of the month before it: "10 to 11 September".
_FROM = r"(?:(?P<from>\d{1,2})(?:st|nd|rd|th)?(?: ?[-–/] ?| (?:to|and|or|into) (?:the )?))?"
#: The same behind it: "September 10-11".
_TO = r"(?:(?: ?[-–] ?| to )(?P<to>\d{1,2})(?:st|nd|rd|th)?(?! [ap]\.?m\b))?"
_FEASTS = "|".join(name.replace("'", "['’]?").replace("st ", r"(?:st\.?|saint) ") for name in holidays.NAMES)
_ON = r"(?:on|late|early|since|until|by|of|during|this|last)"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(r"(?<![\w-])(?:" + form + r")(?![\w-])"))
    for name, form in (
        ("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
        ("numbers", r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d)"),
        ("date", rf"(?:(?:\w+day),? )?(?:the )?{_FROM}{_D}(?: of)? {_M}{_NO_VERB}(?:,? {_Y})?"),
        ("date", rf"(?:(?:\w+day),? )?{_M} {_D}(?!\d){_TO}(?:,? {_Y})?"),
        ("month_year", rf"(?:(?:early|mid|late)[- ])?{_M},?(?: of)? (?:{_Y}|(?P<this>this year)|(?P<last>last year))"),
        (
            "month",
            rf"(?:(?:in|since|during|until|of|by|from|(?P<lastm>last)|this) )(?:(?:early|mid|late)[- ])?{_M}(?! \d)",
        ),
        ("feast", rf"(?:(?P<on>^|{_ON} ))?(?P<east>orthodox )?(?P<feast>{_FEASTS}){_PART}(?P<year> (?:19|20)\d\d)?"),
        # days of that name, weeklies and football clubs
        ("name", rf"(?:bloody|black|super|sheffield) {_WD}"),
        ("name", rf"{_WD} (?:times|school|league|roast|night live)"),
        ("last_night", r"last (?:night|evening)|yesterday (?:evening|night)"),
        ("yesterday", r"yesterday" + _PART),
        (
            "today",
            (
                r"today|tonight|this (?:morning|afternoon|evening)|earlier today"
                r"|overnight(?! (?:(?:in)?to|on|from|between|through|\w+day\b) ?)"
            ),
        ),
        ("weekend", r"(?:(?P<which>last|this|the|past|over the) )?(?P<long>(?:long|holiday|bank holiday) )?weekend"),
        ("week_before", rf"{_WD},? (?:of )?last week"),
        ("week_before", rf"last week,? (?:(?:on|late|early) )*{_WD}"),
        ("weeks_before", rf"{_WD},? a week ago"),
        ("weeks_before", rf"a week ago,? (?:(?:on|last) )*{_WD}"),
        ("weeks_before", rf"{_N} {_WEEKDAY}s ago"),
        ("year", rf"{_WD},? (?:in|of) {_Y}"),
        ("weekday", rf"(?:(?P<which>last|next|this|past|previous) )?{_WD}{_PART}"),
        (
            "today",
            r"(?:a few|several|\d{1,4}|half an|an|two|three) (?:minutes?|hours?) ago|at this (?:time|moment|hour)",
        ),
        ("ago", rf"{_N} (?P<unit>day|week|fortnight|month|year)s? ago"),
        ("ago", rf"(?:it (?:has been|is)|it['’]s(?: been)?) {_N} (?P<unit>day|week|month|year)s? since"),
        ("today", r"(?:in|over|during|within) the (?:last|past) (?:few|several|couple of) hours"),
        ("hours", r"(?:in|over|during|within) the (?:last|past) (?P<hours>\d{1,3}|two|twenty-four) hours"),
        ("long_ago", r"(?:(?:many|several|some|a few) )?(?:years|decades|centuries) ago|(?:a|two|three) decades? ago"),
        ("span", r"(?P<which>last|past|this|previous|earlier in the) (?P<unit>week|month|year)"),
        ("years", rf"(?:between|from) {_LATE}{_Y} (?:and|to|until|through) {_LATE}(?P<end>(?:19|20)\d\d)"),
        ("year", rf"(?:in|since|until) {_LATE}{_OLD}(?=[,.;)]|$| (?:in|when|and|by|which|that|at|on|a|an|the)\b)"),
        ("year", rf"(?:in|since|of|during|until|from|year) (?:(?:early|mid|late)[- ])?{_Y}"),
    )
)
#: What every form has in it somewhere; most sentences have none.
_TIME = re.compile(
    r"\d{4}|day|night|morning|noon|evening|week|month|year|ago|hour|time|moment|decade|centur"
    r"|halloween|pentecost|epiphany|christmas eve|" + "|".join(m[:3] for m in _MONTHS)
)

#: First day, last day where they are several, and precision.
Read = tuple[dt.date | None, dt.date | None, str]
NOTHING: Read = (None, None, "none")


def find_forms(low: str, published: dt.date | None) -> Iterator[tuple[str, re.Match[str], Read]]:
    """Every date expression of a lower-case sentence: its form's name, its words and what they fix; none overlap."""
    if _TIME.search(low) is None:
        return
    taken: list[tuple[int, int]] = []
    for name, form in _FORMS:
        for match in form.finditer(low):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            taken.append(match.span())
            yield name, match, _read(name, match, published)


def _read(name: str, match: re.Match[str], published: dt.date | None) -> Read:
    """What an expression fixes; nothing where the calendar ends: "yesterday" on the first day of the year 1."""
    try:
        return next(_readings(name, match.groupdict(), published), NOTHING)
    except (OverflowError, ValueError):
        return NOTHING


def _readings(name: str, groups: dict[str, str | None], published: dt.date | None) -> Iterator[Read]:
    if name == "iso":
        yield _day(int(groups["y"] or 0), int(groups["m"] or 0), int(groups["d"] or 0))
    elif name == "numbers":
        yield _in_numbers(groups)
    elif name == "date":
        yield _calendar_days(groups, published)
    elif name == "name":
        return
    elif name in ("month_year", "month"):
        yield _month(groups, published)
    elif name == "years":
        yield dt.date(int(groups["year"] or 0), 1, 1), dt.date(int(groups["end"] or 0), 12, 31), "year"
    elif name == "year":
        year = int(groups["year"] or 0)
        yield dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
    elif published is not None:
        yield _relative(name, groups, published)


def _relative(name: str, groups: dict[str, str | None], published: dt.date) -> Read:
    if name == "today":
        return published, None, "day"
    if name in ("yesterday", "last_night"):
        return published - dt.timedelta(days=1), None, "day"
    if name == "weekend":
        back = (published.weekday() - 5) % 7 or (7 if published.weekday() == 5 and groups["which"] == "last" else 0)
        first = published - dt.timedelta(days=back)
        more = dt.timedelta(days=1 if groups["long"] else 0)  # the Friday or the Monday is free
        return first - more, first + dt.timedelta(days=1) + more, "weekend"
    if name == "feast":
        return _feast(groups, published)
    if name == "weekday":
        return _weekday(groups, published)
    if name in ("week_before", "weeks_before"):
        return _weekday_before(name, groups, published)
    if name == "hours":  # reaches into the days before
        hours = int(groups["hours"] or 0) if (groups["hours"] or "").isdigit() else 24
        return published - dt.timedelta(days=-(-hours // 24)), published, "day" if hours <= 24 else "week"
    if name == "long_ago":
        return NOTHING
    if name == "ago":
        return _ago(groups, published)
    return _period(groups, published)


def _weekday(groups: dict[str, str | None], published: dt.date) -> Read:
    which = groups["which"]
    back = (published.weekday() - _DAYS.index(groups["weekday"] or "")) % 7
    if which == "next":
        return published + dt.timedelta(days=7 - back), None, "day"
    if which in ("last", "past", "previous") and back == 0:
        back = 7
    return published - dt.timedelta(days=back), None, "day"


def _weekday_before(name: str, groups: dict[str, str | None], published: dt.date) -> Read:
    """That weekday of the calendar week before, or so many of them back."""
    index = _DAYS.index(groups["weekday"] or "")
    if name == "week_before":
        return published - dt.timedelta(days=published.weekday() + 7 - index), None, "day"
    number = groups.get("n")
    back = (published.weekday() - index) % 7
    if number is None:  # "a week ago on Monday"
        return published - dt.timedelta(days=back + 7), None, "day"
    n = COUNTS.get(number) or int(number)
    return (published - dt.timedelta(days=(back or 7) + 7 * (n - 1)), None, "day") if 0 < n < 60 else NOTHING


def _feast(groups: dict[str, str | None], published: dt.date) -> Read:
    """The day of a feast that dates; not where it is a name: "the Christmas Day bombing"."""
    if groups["on"] is None or groups["east"] or groups["year"]:
        return NOTHING
    name = (groups["feast"] or "").replace("’", "'").replace(".", "").replace("saint ", "st ")
    bare = {known.replace("'", ""): known for known in holidays.NAMES}
    day = holidays.latest(bare[name.replace("'", "")], published)
    return (day, None, "day") if day is not None else NOTHING


def _ago(groups: dict[str, str | None], published: dt.date) -> Read:
    n = COUNTS.get(groups["n"] or "") or int(groups["n"] or 0)
    unit = groups["unit"]
    if unit == "day" and n < 400:
        return published - dt.timedelta(days=n), None, "day"
    if unit in ("week", "fortnight") and n < 60:
        first = published - dt.timedelta(days=(14 if unit == "fortnight" else 7) * n)
        return first - dt.timedelta(days=3), first + dt.timedelta(days=3), "week"
    if unit == "month" and n < 1000:
        return _whole_month(published.year, published.month - n)
    if unit == "year" and n < published.year:
        return dt.date(published.year - n, 1, 1), dt.date(published.year - n, 12, 31), "year"
    return NOTHING


def _period(groups: dict[str, str | None], published: dt.date) -> Read:
    this = groups["which"] in ("this", "earlier in the")
    if groups["unit"] == "week":
        monday = published - dt.timedelta(days=published.weekday() + (0 if this else 7))
        if groups["which"] == "past":
            return published - dt.timedelta(days=7), published, "week"
        return monday, monday + dt.timedelta(days=6), "week"
    if groups["unit"] == "month":
        return _whole_month(published.year, published.month - (0 if this else 1))
    year = published.year - (0 if this else 1)
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _in_numbers(groups: dict[str, str | None]) -> Read:
    """25/12/2023 or 12/25/2023; nothing where either number can be the month."""
    a, b, year = (int(groups[key] or 0) for key in ("a", "b", "y"))
    if a != b and a <= 12 and b <= 12:
        return NOTHING
    return _day(year, min(a, b), max(a, b))


def _calendar_days(groups: dict[str, str | None], published: dt.date | None) -> Read:
    """A day of a month, or the first and last of two that are named."""
    day = _calendar_day(groups, published)
    other = groups.get("from") or groups.get("to")
    if other is None or day[0] is None:
        return day
    try:
        both = sorted((day[0], day[0].replace(day=int(other))))
    except ValueError:
        return day
    return between(both[0], both[1])


def between(first: dt.date, last: dt.date) -> Read:
    """The days from one to another, as a day where it is one night."""
    if first == last:
        return first, None, "day"
    days = (last - first).days
    return first, last, "day" if days == 1 else "week" if days <= 7 else "month"


def _calendar_day(groups: dict[str, str | None], published: dt.date | None) -> Read:
    month, day = _MONTH_OF[groups["month"] or ""], int(groups["day"] or 0)
    if groups["year"]:
        return _day(int(groups["year"]), month, day)
    if published is None:
        return NOTHING
    this_year = _day(published.year, month, day)
    if this_year[0] is not None and this_year[0] <= published + dt.timedelta(days=1):
        return this_year
    return _day(published.year - 1, month, day)


def _month(groups: dict[str, str | None], published: dt.date | None) -> Read:
    month = _MONTH_OF[groups["month"] or ""]
    if groups.get("year"):
        return _whole_month(int(groups["year"] or 0), month)
    if published is None:
        return NOTHING
    if groups.get("this"):
        return _whole_month(published.year, month)
    if groups.get("last"):
        return _whole_month(published.year - 1, month)
    return _whole_month(published.year - (month > published.month), month)


def _whole_month(year: int, month: int) -> Read:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year < 9999:
        return NOTHING
    first = dt.date(year, month, 1)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return first, following - dt.timedelta(days=1), "month"


def _day(year: int, month: int, day: int) -> Read:
    try:
        return dt.date(year, month, day), None, "day"
    except ValueError:
        return NOTHING
