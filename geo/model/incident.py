"""Reports: what one article says of one happening. Incidents: the reports of it, merged."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
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


#: Types whose figures no side has a stake in.
_NOBODY_FIGHTS = frozenset({IncidentType.ACCIDENT, IncidentType.DISASTER, IncidentType.OUTBREAK})
#: What became of people, as claims tell it. Kinds are never added up.
KINDS = ("killed", "injured", "missing", "abducted", "arrested")
#: Of two claims the one made in the better way heads: a count or a lower bound, then "none", then an upper bound.
_HEADLINE_RANK = {"exact": 0, "min": 0, "more_than": 0, "about": 0, "none": 1, "max": 2, "less_than": 2}
#: How a figure is given: "at least" is min, "up to" max; "none" is "no one was hurt".
QUALIFIERS = tuple(_HEADLINE_RANK)
_UPPER = ("max", "less_than")
#: How a figure stands to the others of its kind: by itself; the toll as it has grown; as it was put right; told first
#: and no longer held; more than those told of just before; among those told of; feared.
RELATIONS = ("own", "update", "correction", "superseded", "further", "part", "feared")
#: Which of them stand back where another counts everybody known of: no longer held, feared, on top of others, a part.
STANDS_BACK = {"superseded": 1, "feared": 1, "further": 1, "part": 2}
#: The same of what heads one report: "two killed and four others hurt" opens with the four that are hurt.
_HEADLINE_TIER = STANDS_BACK | {"further": 0}
#: Characters at most between a figure's sentence and that of what comes on top: one short sentence may stand between.
_ON_TOP_WITHIN = 120


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
    #: One of RELATIONS.
    relation: str = "own"


def headline_claim(claims: Iterable[CasualtyClaim], kind: str) -> CasualtyClaim | None:
    """The claim whose figure stands for all of one report; None when no claim of the kind has a number.

    The first that counts everybody: news tells the main figure first, parts of it (nationals, children) and rival
    figures after. A larger figure replaces it only from the same voice, or where the text says that the toll rose; a
    correction always. Those told of next as coming on top ("two more died") are added to its ``n`` and ``n_max``.
    """
    mine = sorted((c for c in claims if c.kind == kind and c.n is not None), key=lambda claim: claim.span.start)
    if not mine:
        return None
    tier = min(_HEADLINE_TIER.get(claim.relation, 0) for claim in mine)
    heads = [claim for claim in mine if _HEADLINE_TIER.get(claim.relation, 0) == tier]
    corrected = [claim for claim in heads if claim.relation == "correction"]
    if corrected:
        return corrected[-1]
    first = min(heads, key=lambda claim: _HEADLINE_RANK.get(claim.qual, 1))
    later = [claim for claim in heads if claim.who is not None and claim.who == first.who and claim.qual not in _UPPER]
    larger = [claim for claim in later if claim.span.start > first.span.end and (claim.n or 0) > (first.n or 0)]
    head = larger[-1] if larger else first
    risen = max((c for c in heads if c.relation == "update"), key=lambda claim: claim.n or 0, default=None)
    if risen is not None:
        return risen if (risen.n or 0) >= (head.n or 0) or head.qual == "about" else head
    added = _on_top(head, mine)
    return replace(head, n=(head.n or 0) + added, n_max=None if head.n_max is None else head.n_max + added)


def _on_top(head: CasualtyClaim, claims: Iterable[CasualtyClaim]) -> int:
    """How many are told of as more than a figure, in its sentence or soon after."""
    added, last = 0, head
    for claim in (c for c in claims if c.span.start > head.span.start):
        near = claim.sentence.start - last.sentence.end <= _ON_TOP_WITHIN
        if claim.relation != "further" or not near:
            break
        added, last = added + (claim.n or 0), claim
    return added


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
    #: Of the first report by (publication date, article id) that tells it, as are the fields below.
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
    voice, gives a later figure, or one says that the toll rose or was corrected. Where nobody fights, in accidents,
    disasters and outbreaks, a larger count of any voice replaces it too; else conflicting claims stay in the reports.
    """
    fought_over = incident.type not in _NOBODY_FIGHTS
    heading: CasualtyClaim | None = None
    for report in incident.reports:
        claim = headline_claim(report.casualties, kind)
        if claim is not None and (heading is None or _supersedes(claim, heading, fought_over=fought_over)):
            heading = claim
    return heading


def _supersedes(claim: CasualtyClaim, heading: CasualtyClaim, *, fought_over: bool) -> bool:
    """Whether a later report's figure takes the place of one."""
    counted = not fought_over and claim.relation == "own" and claim.qual in ("exact", "min", "more_than")
    risen = (counted or claim.relation == "update") and (claim.n or 0) >= (heading.n or 0)
    return claim.who is None or claim.who == heading.who or risen or claim.relation == "correction"
