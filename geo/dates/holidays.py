"""Feasts that fall on one day of a year: "on Good Friday", "New Year's Eve".

Only days that are the same everywhere they are kept: Thanksgiving and days of independence are not, and Eid is set by
sighting the moon.
"""

import datetime as dt
from collections.abc import Callable

#: Month and day.
_FIXED = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "bonfire night": (11, 5),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas morning": (12, 25),
    "christmas night": (12, 25),
    "st stephen's day": (12, 26),
    "boxing day": (12, 26),
}
#: Days from Easter Sunday.
_MOVABLE = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "pentecost sunday": 49,
    "whit sunday": 49,
    "pentecost monday": 50,
    "whit monday": 50,
}
NAMES = (*_FIXED, *_MOVABLE)
#: Eastern churches keep the movable ones up to five weeks later: within so many days of both nobody can tell which.
_EASTERN_DAYS = 42


def latest(name: str, published: dt.date) -> dt.date | None:
    """The latest such day up to the day after publication; None where east and west may each mean their own."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return _latest(lambda year: dt.date(year, month, day), published)
    offset = dt.timedelta(days=_MOVABLE[name])
    west = _latest(lambda year: _easter(year) + offset, published)
    east = _latest(lambda year: _orthodox_easter(year) + offset, published)
    told_apart = west == east or (published - min(west, east)).days > _EASTERN_DAYS
    return west if told_apart else None


def _latest(day_of: Callable[[int], dt.date], published: dt.date) -> dt.date:
    this_year = day_of(published.year)
    return this_year if this_year <= published + dt.timedelta(days=1) else day_of(published.year - 1)


def _easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar in Gregorian days (ibid.)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return dt.date(year, month, day + 1) + dt.timedelta(days=behind)
