"""Incidents across articles: reports of one happening, joined and kept side by side.

Reports are taken in the order of publication (undated articles last, then by article id and place in
the article) and each joins the incident it fits best, or founds one. The input is sorted first, so its
order does not matter; and a report published later than all others cannot change what was joined before
it. Only incidents of the same block (place cell and days) are compared, and of an incident only its first
and its latest reports, so the cost grows with the reports.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geo.incidents.blocking import filed_under, looked_up
from geo.incidents.compare import Comparison, compare
from geo.incidents.identity import name_incidents
from geo.incidents.trace import Trace, trace
from geo.incidents.wire_copies import Shingles, count_sources, read_shingles
from geo.model.incident import Incident, Report, Role
from geo.model.text import Article

#: Members of an incident that a report is compared with: the first ones, which say what it is,
#: and the latest, which say how it is told by now.
FIRST_MEMBERS, LATEST_MEMBERS = 8, 24
#: Different reasons told of one incident; ``geo explain`` gives the reason of every report.
_TOLD_REASONS = 12


@dataclass(frozen=True, slots=True)
class Match:
    """Why a report joined: the member that it fits best, and the evidence."""

    member: Trace
    comparison: Comparison


@dataclass(slots=True)
class Joined:
    """The reports of one happening, the founding one first; the others joined for a reason each."""

    members: list[Trace]
    because: list[Match] = field(default_factory=list)


def merge(articles: Mapping[str, Article], reports: Iterable[Report]) -> tuple[Incident, ...]:
    """The incidents that the reports tell of, ordered by day and id.

    Args:
        articles: by id, at least those of the reports.
        reports: in any order.
    """
    joined = join(articles, reports)
    texts = _shingles(articles, joined.values())
    incidents = (_incident(name, j, texts) for name, j in joined.items())
    return tuple(sorted(incidents, key=lambda i: (i.when.date or dt.date.max, i.id)))


def join(articles: Mapping[str, Article], reports: Iterable[Report]) -> dict[str, Joined]:
    """The reports as they were joined, by the id of their incident; arguments as those of ``merge``."""
    joined: list[Joined] = []
    blocks: dict[object, dict[int, None]] = {}
    for new in sorted((trace(r, articles[r.article_id]) for r in reports), key=rank):
        home = _best(new, joined, blocks)
        if home is None:
            number = len(joined)
            joined.append(Joined([new]))
        else:
            number, match = home
            joined[number].members.append(new)
            joined[number].because.append(match)
        for key in filed_under(new):
            blocks.setdefault(key, {})[number] = None
    return dict(zip(name_incidents([j.members[0] for j in joined]), joined, strict=True))


def rank(item: Trace) -> tuple[bool, dt.date, str, int, int, str]:
    """The order in which reports have their turn."""
    report = item.report
    return (
        item.published is None,
        item.published or dt.date.max,
        report.article_id,
        report.trigger.start,
        report.evidence.start,
        report.type.value,
    )


def _best(new: Trace, joined: list[Joined], blocks: dict[object, dict[int, None]]) -> tuple[int, Match] | None:
    """The incident with the strongest evidence, the older one when they equal."""
    seen = {number for key in looked_up(new) for number in blocks.get(key, ())}
    best: tuple[int, Match] | None = None
    for number in sorted(seen):
        found = against(new, joined[number].members)
        if found.comparison.joins and (best is None or found.comparison.score > best[1].comparison.score):
            best = (number, found)
    return best


def against(new: Trace, members: list[Trace]) -> Match:
    """The strongest evidence against the members a report is compared with, or the first that excludes it."""
    best: Match | None = None
    for member in asked(members):
        found = compare(new, member)
        if math.isinf(found.score):
            return Match(member, found)
        if best is None or found.score > best.comparison.score:
            best = Match(member, found)
    if best is None:
        raise ValueError("an incident has a report")
    return best


def asked(members: list[Trace]) -> list[Trace]:
    """The members of an incident that a report is compared with."""
    if len(members) <= FIRST_MEMBERS + LATEST_MEMBERS:
        return members
    return members[:FIRST_MEMBERS] + members[-LATEST_MEMBERS:]


def _shingles(articles: Mapping[str, Article], joined: Iterable[Joined]) -> dict[str, Shingles]:
    """Of the articles whose incidents others tell too: only those can be copies that count twice."""
    shared = {m.report.article_id for j in joined if len(j.members) > 1 for m in j.members}
    return {id_: read_shingles(articles[id_].text) for id_ in sorted(shared)}


def _incident(name: str, joined: Joined, texts: Mapping[str, Shingles]) -> Incident:
    first = joined.members[0].report
    reports = tuple(member.report for member in joined.members)
    main = any(r.role is Role.MAIN for r in reports)
    placing = _placing(reports)
    kind = next((r for r in reports if r.sub is not None), first)
    return Incident(
        id=name,
        type=kind.type,
        sub=kind.sub,
        role=Role.MAIN if main else Role.BACKGROUND,
        when=next((r.when for r in reports if r.when.date is not None), first.when),
        place=placing.place,
        at=placing.place.at if placing.place else None,
        geo_precision=placing.geo_precision,
        radius_m=placing.radius_m,
        status=first.status,
        reports=reports,
        joined_because=_reasons(joined),
        independent_sources=count_sources([texts[r.article_id] for r in reports]) if len(reports) > 1 else 1,
    )


def _reasons(joined: Joined) -> str:
    """Every different reason once; of very many the first."""
    reasons = list(dict.fromkeys(match.comparison.reasons() for match in joined.because))
    more = len(reasons) - _TOLD_REASONS
    return " | ".join(reasons if more <= 0 else [*reasons[:_TOLD_REASONS], f"{more} more reasons"])


def _placing(reports: tuple[Report, ...]) -> Report:
    """The first report that places it; a later one only when the first has no place."""
    return next((r for r in reports if r.place is not None), reports[0])
