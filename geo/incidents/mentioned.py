"""What is only mentioned: a happening told of in passing, which an article knows of and does not report."""

import datetime as dt
import re

from geo.incidents.happening import Happening
from geo.model.incident import GeoPrecision
from geo.model.incident import IncidentType as T
from geo.scenes.where import Scene

#: Signs that together make a happening one that is only mentioned. Four of the five: on 1,300 wire texts
#: 59 of the 64 reports with so many were of nothing that their coders had found worth a record.
ENOUGH = 4
#: From so many words of the first person on, and so many in a thousand characters, a text is somebody's speech.
LEAST_WORDS, SPEECH = 5, 2.0
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|WE|[Oo]ur|OUR|us)\b")
#: What one is tried for.
_DEEDS = frozenset({T.VIOLENCE, T.EXPLOSION, T.CRIME, T.BATTLE, T.ACCIDENT})
#: So many characters of a text without paragraphs are its first paragraph.
FIRST_WORDS = 300
_TOWNS = frozenset(
    {GeoPrecision.SITE, GeoPrecision.DISTRICT, GeoPrecision.CITY, GeoPrecision.NEAR_CITY, GeoPrecision.WATER}
)


def is_speech(text: str) -> bool:
    """Whether a text is what somebody says of himself and his people, as an interview is."""
    return len(_FIRST_PERSON.findall(text)) >= max(LEAST_WORDS, SPEECH * len(text) / 1_000)


_SPORT = re.compile(
    r"\b(?:match(?:es)?|goals?|penalt(?:y|ies)|coach|league|tournament|championships?|season|semi-?finals?|finals?"
    r"|striker|midfielder|goalkeeper|captain|kick-?off|half-?time|extra time|equali[sz]er|innings|wickets?|umpire"
    r"|referee|laps?|podium|medals?|olympics?|quarterback|play-?offs?|grand prix|teams?|clubs?|players?|cup|title"
    r"|seeds?|sets?|won|beat|defeated|scored?|winners?|victory|race)\b"
)
_RESULT = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
#: So many different words of sport, and so many in a thousand characters, make a text news of sport.
SPORT_WORDS, SPORT = 7, 8.0


def is_sport(text: str) -> bool:
    """Whether a text is of games, whose battles and shoot-outs hurt nobody."""
    found = _SPORT.findall(text.casefold()) + _RESULT.findall(text)
    return len(set(found)) >= SPORT_WORDS and len(found) >= SPORT * len(text) / 1_000


#: How lives end that news looks back on: "died on Sunday at her home", "has died at the age of 88".
_DIED_OF_AGE = re.compile(
    r"\b(?:died|passed away)\b[^.;]{0,60}?\b(?:at (?:his|her) home|in (?:his|her) sleep|peacefully|of (?:cancer"
    r"|natural causes|heart failure|a heart attack|a stroke)|after an? (?:\w+ )?(?:illness|stroke)"
    r"|(?:at the age of|aged) (?:[6-9]\d|1[01]\d))\b"
)

_DIED_OF_HARM = re.compile(
    r"\b(?:wound\w*|injur\w+|shot|stabb\w+|attack\w*|blast|bomb\w*|explosion|crash\w*|accident|collision|killed)\b"
)


def is_obituary(text: str) -> bool:
    """Whether the first paragraph tells of the end of one life: what was in that life is no news."""
    first = text.lstrip().partition("\n")[0]
    return _DIED_OF_AGE.search(first) is not None and _DIED_OF_HARM.search(first) is None


#: What a court looks back on lies farther back than this, in days.
TRIED_AFTER_DAYS = 14
_AT_COURT = re.compile(
    r"\b(?:(?:sentenced|jailed|imprisoned) (?:\w+ ){0,6}?(?:to|for)\b|convicted (?:of|over)|found guilty|acquitted"
    r"|cleared of|(?:gone|went|goes|going|put|stands?|stood|is|are) on trial|stood trial"
    r"|trial (?:opened|began|started|of)"
    r"|extradit\w+|life sentences?|life in prison|pleaded (?:not )?guilty)\b"
)


def is_court_news(text: str) -> bool:
    """Whether the first paragraph is of a court: what it tries happened long before."""
    return _AT_COURT.search(text.lstrip().partition("\n\n")[0][:FIRST_WORDS]) is not None


def is_tried(happening: Happening, published: dt.date | None) -> bool:
    """Whether nothing puts a deed into the days before its article, which is of a court."""
    day = happening.when.date
    if happening.type not in _DEEDS:
        return False
    return day is None or published is None or (published - day).days > TRIED_AFTER_DAYS


def is_only_mentioned(happening: Happening, scene: Scene | None, *, speech: bool) -> bool:
    """Whether one sentence, not the first, speaks of it without a day, a figure or a town.

    In a ``speech`` one of these may be given.
    """
    if happening.sightings[0].sentence.index == 0:
        return False
    signs = (
        len(happening.sightings) == 1,
        happening.when.date is None,
        not happening.figures,
        scene is None or scene.place is None or scene.precision not in _TOWNS,
        scene is None or scene.place is None,
        speech,
    )
    return sum(signs) >= ENOUGH
