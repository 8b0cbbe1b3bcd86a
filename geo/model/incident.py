"""Reports: what one article says of one happening. Incidents: the reports of it, merged."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from geo.model.place import LatLon, Place
from geo.model.text import Span


class IncidentType(StrEnum):
    """ACLED's event types, and four beyond them."""

    BATTLE = "battle"
    EXPLOSION = "explosion"
    VIOLENCE = "violence against civilians"
    PROTEST = "protest"
    RIOT = "riot"
    STRATEGIC = "strategic development"
    ACCIDENT = "accident"
    DISASTER = "natural disaster"
    OUTBREAK = "disease outbreak"
    CRIME = "crime"


class Role(StrEnum):
    """Whether an article reports an incident, or recalls or only mentions it."""

    MAIN = "main"
    BACKGROUND = "background"


class Status(StrEnum):
    """How far it came."""

    REPORTED = "reported"
    ATTEMPTED = "attempted"
    INTERCEPTED = "intercepted"
    DENIED = "denied"


class GeoPrecision(StrEnum):
    """How exactly a place pins an incident, finest first."""

    SITE = "site"
    DISTRICT = "district"
    CITY = "city"
    NEAR_CITY = "near city"
    ROAD = "road segment"
    WATER = "water body"
    REGION = "region"
    COUNTRY = "country"


#: What became of people, as claims tell it. Kinds are never added up.
KINDS = ("killed", "injured", "missing", "abducted", "arrested")
#: Of two claims the one made in the better way heads: a count or a lower bound, then "none", then an upper bound.
_HEADLINE_RANK = {"exact": 0, "min": 0, "more_than": 0, "about": 0, "none": 1, "max": 2, "less_than": 2}
#: How a figure is given: "at least" is min, "up to" max; "none" is "no one was hurt".
QUALIFIERS = tuple(_HEADLINE_RANK)
_UPPER = ("max", "less_than")


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyClaim:
    """One figure, with who makes it and where the text says it."""

    #: One of KINDS.
    kind: str
    #: As the text gives it: 100 for "more than 100". None only for words such as "dozens".
    n: int | None
    n_max: int | None = None
    #: One of QUALIFIERS.
    qual: str = "exact"
    #: Who says so: "Regional Gov. Vasily Golubev", "Russian health ministry, according to CNN".
    who: str | None = None
    span: Span
    #: The sentence.
    sentence: Span


def headline_claim(claims: Iterable[CasualtyClaim], kind: str) -> CasualtyClaim | None:
    """The claim whose figure stands for all of one report; None when no claim of the kind has a number.

    The first that counts everybody: news tells the main figure first, parts of it (nationals, children) and rival
    figures after. A larger figure later replaces it only from the same voice.
    """
    mine = [claim for claim in claims if claim.kind == kind and claim.n is not None]
    if not mine:
        return None
    first = min(mine, key=lambda claim: (_HEADLINE_RANK.get(claim.qual, 1), claim.span.start))
    later = (claim for claim in mine if claim.who is not None and claim.who == first.who and claim.qual not in _UPPER)
    larger = [claim for claim in later if claim.span.start > first.span.end and (claim.n or 0) > (first.n or 0)]
    return larger[-1] if larger else first


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who blames, claims, denies or confirms, and towards whom."""

    #: None where the text does not say who blames.
    who: str | None
    #: blames, claims responsibility, denies or confirms.
    stance: str
    whom: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date as far as the text fixes it."""

    #: First day; None when the text fixes none.
    date: dt.date | None = None
    #: Last day of a range; None for one day.
    date_to: dt.date | None = None
    #: day, weekend, week, month, year or none.
    precision: str = "none"
    #: The words that say so, "" when none do.
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one happening."""

    article_id: str
    role: Role
    type: IncidentType
    #: Close to ACLED's sub-event names.
    sub: str | None
    when: When
    #: None when the article does not say where, or not well enough.
    place: Place | None
    #: The words that name the place, and why it is taken for the scene.
    place_span: Span | None = None
    place_reason: str = ""
    #: Confidence of the resolution of the place, 0..1.
    place_confidence: float = 0.0
    geo_precision: GeoPrecision | None = None
    #: Radius of doubt around the place, in metres.
    radius_m: float | None = None
    casualties: tuple[CasualtyClaim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    status: Status = Status.REPORTED
    #: The sentence that best shows the incident.
    evidence: Span
    #: The words that triggered it.
    trigger: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The reports of one happening, side by side; nothing is averaged."""

    #: Stable: does not change when articles are added.
    id: str
    #: Of the first report by (publication date, article id), as are the fields below.
    type: IncidentType
    sub: str | None
    role: Role
    when: When
    place: Place | None
    at: LatLon | None
    geo_precision: GeoPrecision | None
    radius_m: float | None
    status: Status
    #: Every report, ordered by publication date and article id.
    reports: tuple[Report, ...]
    #: Why the reports were joined, for a reader; "" for a single report.
    joined_because: str = ""
    #: How many texts tell of it when near-identical copies of one wire text count once.
    independent_sources: int = 1


def incident_headline(incident: Incident, kind: str) -> CasualtyClaim | None:
    """The claim whose figure heads an incident; None when no report gives one.

    The headline of the first report that has one stands until the same voice, or an article in its own
    voice, gives a later figure. A rival voice never replaces it: conflicting claims stay in the reports.
    """
    heading: CasualtyClaim | None = None
    for report in incident.reports:
        claim = headline_claim(report.casualties, kind)
        if claim is not None and (heading is None or claim.who is None or claim.who == heading.who):
            heading = claim
    return heading
