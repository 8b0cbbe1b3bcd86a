"""Why the reports of one incident were joined, and why those of incidents near it were not."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.incidents.blocking import filed_under, looked_up
from geo.incidents.compare import Comparison, days_between, obstacles
from geo.incidents.merge import Joined, Match, against, asked, rank
from geo.incidents.trace import Trace

#: Days up to which two happenings that another day keeps apart are told as near.
_NEAR_DAYS = 14


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An incident that was kept apart, by the report that came nearest to bridging the two."""

    id: str
    #: The later report: it had the choice.
    report: Trace
    #: Whether that report is of the neighbour; else it is of the incident explained.
    theirs: bool
    #: The report of the other incident that it was weighed against, and the evidence.
    match: Match
    #: All that excludes that the two are one happening; empty where the evidence decided.
    excluded: tuple[str, ...]
    #: Why the later report joined its own incident instead; None where it founded it.
    instead: Comparison | None


def neighbours(joined: Mapping[str, Joined], id_: str) -> tuple[Neighbour, ...]:
    """The incidents that were kept apart from one, the nearest first.

    Args:
        joined: all incidents, as ``merge.join`` gives them.
        id_: of the incident that is explained, one of those.
    """
    own = joined[id_]
    filed = {key for member in own.members for key in filed_under(member)}
    looked = {key for member in own.members for key in looked_up(member)}
    places = {member.place.id for member in own.members if member.place is not None}

    def meets(member: Trace) -> bool:
        """Whether merging compared it, or it is at the same place, perhaps on days too far apart to compare."""
        there = member.place is not None and member.place.id in places
        return there or not filed.isdisjoint(looked_up(member)) or not looked.isdisjoint(filed_under(member))

    found = []
    for name, other in joined.items():
        if name != id_ and any(map(meets, asked(other.members))):
            found += _nearest(name, own, other)
    return tuple(sorted(found, key=_nearness))


def _nearest(name: str, own: Joined, other: Joined) -> list[Neighbour]:
    """The choice that came nearest to joining the two; none where they have too little in common."""
    choices = [
        *_choices(name, own, other, theirs=False),
        *_choices(name, other, own, theirs=True),
    ]
    near = [choice for choice in choices if _is_near(choice)]
    return [min(near, key=_nearness)] if near else []


def _is_near(choice: Neighbour) -> bool:
    """Whether evidence decided, or one thing alone excludes it at places and on days that are told exactly enough."""
    if len(choice.excluded) != 1:
        return not choice.excluded
    both = (choice.report, choice.match.member)
    return all(t.place is not None and not t.coarse for t in both) and days_between(*both) <= _NEAR_DAYS


def _choices(name: str, own: Joined, other: Joined, *, theirs: bool) -> Iterator[Neighbour]:
    """What each report of one incident was told by the earlier reports of the other when its turn came."""
    reasons: list[Match | None] = [None, *own.because]
    home = dict(zip(map(rank, own.members), reasons, strict=True))
    for report in asked(own.members):
        earlier = [member for member in other.members if rank(member) < rank(report)]
        if not earlier:
            continue
        match, mine = against(report, earlier), home[rank(report)]
        excluded = tuple(obstacles(report, match.member))
        if excluded or _compared(report, earlier):
            instead = mine.comparison if mine else None
            yield Neighbour(id=name, report=report, theirs=theirs, match=match, excluded=excluded, instead=instead)


def _compared(report: Trace, earlier: list[Trace]) -> bool:
    """Whether merging looked for the report where the others are filed."""
    looked = set(looked_up(report))
    return any(not looked.isdisjoint(filed_under(member)) for member in earlier)


def _nearness(neighbour: Neighbour) -> tuple[int, float, bool, str]:
    score = neighbour.match.comparison.score
    mine, theirs = neighbour.report, neighbour.match.member
    same_place = mine.place is not None and theirs.place is not None and mine.place.id == theirs.place.id
    return len(neighbour.excluded), 0.0 if math.isinf(score) else -score, not same_place, neighbour.id
