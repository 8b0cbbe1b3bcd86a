"""Incidents across articles: reports of one happening, joined and kept side by side.

Reports are taken in the order of publication (undated articles last, then by article id and place in
the article) and each joins the incident it fits best, or founds one. The input is sorted first, so its
order does not matter; and a report published later than all others cannot change what was joined before
it. Only incidents of the same block (place cell and days) are compared, so the cost grows with the reports.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from geo.incidents.compare import Comparison, compare
from geo.incidents.copies import Shingles, count_sources, read_shingles
from geo.incidents.identity import name_incidents
from geo.incidents.trace import Trace, trace
from geo.model.incident import Incident, Report, Role
from geo.model.text import Article

#: Side of a block's cell in degrees; a happening is looked for in the nine cells around its place.
CELL_DEG = 0.5
#: Days a block spans: a report is compared with incidents of its own and of both neighbouring blocks.
BLOCK_DAYS = 4


@dataclass(slots=True)
class _Joined:
    """An incident while it is being joined; lives inside one call only."""

    members: list[Trace]
    because: list[Comparison] = field(default_factory=list)


def merge(articles: Mapping[str, Article], reports: Iterable[Report]) -> tuple[Incident, ...]:
    """The incidents that the reports tell of, ordered by day and id.

    Args:
        articles: by id, at least those of the reports.
        reports: in any order.
    """
    traces = sorted((trace(r, articles[r.article_id]) for r in reports), key=_rank)
    joined: list[_Joined] = []
    blocks: dict[object, list[int]] = {}
    for new in traces:
        home = _best(new, joined, blocks)
        if home is None:
            number = len(joined)
            joined.append(_Joined(members=[new]))
        else:
            number, comparison = home
            joined[number].members.append(new)
            joined[number].because.append(comparison)
        for key in _filed_under(new):
            here = blocks.setdefault(key, [])
            if number not in here:
                here.append(number)
    names = name_incidents([j.members[0] for j in joined])
    shingles = {id_: read_shingles(articles[id_].text) for id_ in {t.report.article_id for t in traces}}
    incidents = (_incident(name, j, shingles) for name, j in zip(names, joined, strict=True))
    return tuple(sorted(incidents, key=lambda i: (i.when.date or dt.date.max, i.id)))


def _rank(item: Trace) -> tuple[bool, dt.date, str, int, int, str]:
    report = item.report
    return (
        item.published is None,
        item.published or dt.date.max,
        report.article_id,
        report.trigger.start,
        report.evidence.start,
        report.type.value,
    )


def _best(new: Trace, joined: list[_Joined], blocks: dict[object, list[int]]) -> tuple[int, Comparison] | None:
    """The incident with the strongest evidence, the older one when they equal."""
    seen = {number for key in _looked_up(new) for number in blocks.get(key, ())}
    best: tuple[int, Comparison] | None = None
    for number in sorted(seen):
        found = _against(new, joined[number].members)
        if found is not None and found.joins and (best is None or found.score > best[1].score):
            best = (number, found)
    return best


def _against(new: Trace, members: list[Trace]) -> Comparison | None:
    """The strongest evidence against any member; None when one of them excludes it."""
    comparisons = [compare(new, member) for member in members]
    if any(math.isinf(c.score) for c in comparisons):
        return None
    return max(comparisons, key=lambda c: c.score)


def _filed_under(item: Trace) -> Iterator[object]:
    """The blocks an incident is found in."""
    if item.place is not None and not item.coarse:
        yield _EVER, _cell(item)
    for days in _day_blocks(item):
        if item.place is None:
            yield days, item.words
        elif item.coarse:
            yield days, item.place.country or item.place.id
        else:
            yield days, _cell(item)
            yield days, item.place.country, "towns"


def _looked_up(item: Trace) -> Iterator[object]:
    """The blocks in which incidents it may join are filed; one that no day bounds looks at all of its cell."""
    if item.days is None and item.place is not None and not item.coarse:
        yield _EVER, _cell(item)
    for days in sorted(_around(_day_blocks(item)), key=str):
        if item.place is None:
            yield days, item.words
        elif item.coarse:
            yield days, item.place.country or item.place.id
            yield days, item.place.country, "towns"
        else:
            row, column = _cell(item)
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    yield days, (row + i, (column + j) % _COLUMNS)
            yield days, item.place.country or item.place.id


_EVER = "ever"
_COLUMNS = int(360 / CELL_DEG)


def _cell(item: Trace) -> tuple[int, int]:
    place = item.place
    if place is None:
        raise ValueError("a report without a place has no cell")
    return math.floor(place.at.lat / CELL_DEG), math.floor((place.at.lon + 180) / CELL_DEG) % _COLUMNS


def _day_blocks(item: Trace) -> tuple[int | None, ...]:
    """Blocks of days a happening may lie in; None for one that nothing bounds, or bounded too widely."""
    if item.days is None or (item.days[1] - item.days[0]).days > 10 * BLOCK_DAYS:
        return (None,)
    first, last = (d.toordinal() // BLOCK_DAYS for d in item.days)
    return tuple(range(first, last + 1))


def _around(days: tuple[int | None, ...]) -> set[int | None]:
    return {None, *(d + i for d in days if d is not None for i in (-1, 0, 1))}


def _incident(name: str, joined: _Joined, shingles: Mapping[str, Shingles]) -> Incident:
    first = joined.members[0].report
    reports = tuple(member.report for member in joined.members)
    main = any(r.role is Role.MAIN for r in reports)
    sharp = _sharpest(reports)
    return Incident(
        id=name,
        type=first.type,
        sub=first.sub,
        role=Role.MAIN if main else Role.BACKGROUND,
        when=next((r.when for r in reports if r.when.date is not None), first.when),
        place=sharp.place,
        at=sharp.place.at if sharp.place else None,
        geo_precision=sharp.geo_precision,
        radius_m=sharp.radius_m,
        status=first.status,
        reports=reports,
        joined_because=" | ".join(dict.fromkeys(c.reasons() for c in joined.because)),
        independent_sources=count_sources(shingles, reports),
    )


def _sharpest(reports: tuple[Report, ...]) -> Report:
    """The first report that places it; a later one only when the first has no place."""
    return next((r for r in reports if r.place is not None), reports[0])
