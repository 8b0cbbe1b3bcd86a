"""The columns that the map, the list and the filters of the page run on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from geo.cartography.claims import figures
from geo.cartography.records import place_label
from geo.model.claims import conflicting
from geo.model.distance import DistanceCheck, Verdict
from geo.model.incident import KINDS, CasualtyClaim, GeoPrecision, Incident, IncidentType, Role, Status
from geo.model.reading import Reading

TYPES = tuple(t.value for t in IncidentType)
PRECISIONS = tuple(p.value for p in GeoPrecision)
STATUSES = tuple(s.value for s in Status)
VERDICTS = tuple(v.value for v in Verdict)
DATE_PRECISIONS = ("day", "weekend", "week", "month", "year", "none")
_TYPE, _PRECISION, _STATUS, _DATE_PRECISION = (
    {name: number for number, name in enumerate(names)} for names in (TYPES, PRECISIONS, STATUSES, DATE_PRECISIONS)
)

#: Bits of the column ``flags``.
KILLED_DIFFER, INJURED_DIFFER, BACKGROUND = 1, 2, 4
_EPOCH = dt.date(1970, 1, 1).toordinal()


def incident_columns(
    incidents: Sequence[Incident], readings: Mapping[str, Reading], checks: Sequence[Sequence[DistanceCheck]]
) -> dict[str, Any]:
    """One list per column, one entry per incident; null is unknown, and -1 an entry of no table.

    Columns, not records: a hundred thousand incidents then cost the browser a few arrays.
    ``checks`` are the distance checks of each incident.
    """
    subs, places, publishers = _Table(), _Table(), _Table()
    claims = [_claims(incident) for incident in incidents]
    flags = [
        KILLED_DIFFER * conflicting(told.get("killed", ()))
        + INJURED_DIFFER * conflicting(told.get("injured", ()))
        + BACKGROUND * (incident.role is Role.BACKGROUND)
        for incident, told in zip(incidents, claims, strict=True)
    ]
    return {
        "id": [i.id for i in incidents],
        "lat": [round(i.at.lat, 5) if i.at else None for i in incidents],
        "lon": [round(i.at.lon, 5) if i.at else None for i in incidents],
        "day": [_day(i.when.date) for i in incidents],
        "dayTo": [_day(i.when.date_to) for i in incidents],
        "datePrecision": [_DATE_PRECISION[i.when.precision] for i in incidents],
        "type": [_TYPE[i.type] for i in incidents],
        "sub": [subs.number(i.sub) for i in incidents],
        "place": [places.number(place_label(i.place) if i.place else None) for i in incidents],
        "precision": [_PRECISION[i.geo_precision] if i.geo_precision else -1 for i in incidents],
        "radius": [round(i.radius_m) if i.radius_m is not None else None for i in incidents],
        "status": [_STATUS[i.status] for i in incidents],
        "publishers": [_publishers(i, readings, publishers) for i in incidents],
        "reports": [len(i.reports) for i in incidents],
        **{kind: [figures(told.get(kind, ())) for told in claims] for kind in KINDS},
        "flags": flags,
        "verdicts": [_verdicts(c) for c in checks],
        "tables": {
            "type": TYPES,
            "precision": PRECISIONS,
            "status": STATUSES,
            "verdict": VERDICTS,
            "datePrecision": DATE_PRECISIONS,
            "sub": subs.entries,
            "place": places.entries,
            "publisher": publishers.entries,
        },
    }


class _Table:
    """Values numbered in the order they are met; None is -1."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        return -1 if value is None else self._numbers.setdefault(value, len(self._numbers))

    @property
    def entries(self) -> list[Any]:
        return list(self._numbers)


def _claims(incident: Incident) -> dict[str, list[CasualtyClaim]]:
    """The claims of all reports, by kind."""
    found: dict[str, list[CasualtyClaim]] = {}
    for report in incident.reports:
        for claim in report.casualties:
            found.setdefault(claim.kind, []).append(claim)
    return found


def _day(date: dt.date | None) -> int | None:
    """Days since 1970-01-01."""
    return None if date is None else date.toordinal() - _EPOCH


def _publishers(incident: Incident, readings: Mapping[str, Reading], table: _Table) -> tuple[int, ...]:
    numbers = {
        table.number(readings[r.article_id].article.publisher) for r in incident.reports if r.article_id in readings
    }
    return tuple(sorted(numbers))


def _verdicts(checks: Sequence[DistanceCheck]) -> int:
    """One bit per verdict, in the order of VERDICTS."""
    return sum(1 << VERDICTS.index(v) for v in {c.verdict.value for c in checks}) if checks else 0
