"""Places, incidents and figures in words, as every command tells them."""

from collections.abc import Iterable

from geo.cli.terminal import told_date
from geo.files.incident_table import told_figure
from geo.model.claims import standing
from geo.model.incident import CasualtyClaim, GeoPrecision, Incident, Report
from geo.model.place import Place


def told_kind(happening: Incident | Report) -> str:
    """Type and sub-type, where that says more: "explosion (missile)"; no bracket stands in another."""
    if happening.sub in (None, happening.type.value):
        return happening.type.value
    return f"{happening.type.value} ({happening.sub.replace(' (', ', ').rstrip(')')})"


def told_place(place: Place | None, precision: GeoPrecision | None = None) -> str:
    """A place with its region and country, what is said twice once: "near Azov, Rostov, RU"; "place unknown"."""
    if place is None:
        return "place unknown"
    near = "near " if precision is GeoPrecision.NEAR_CITY else ""
    return near + ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))


def told_happening(happening: Incident | Report) -> str:
    """What, where and when, in one line."""
    where = told_place(happening.place, happening.geo_precision)
    return f"{told_kind(happening)}, {where}, {told_date(happening.when)}"


def told_claims(claims: Iterable[CasualtyClaim], kind: str) -> str:
    """The figures claimed of one kind that stand, side by side: "4 or at least 14"; "" where there are none."""
    given = standing(claim for claim in claims if claim.kind == kind and claim.n is not None)
    given.sort(key=lambda claim: claim.n or 0)
    return " or ".join(dict.fromkeys(told_figure(claim) for claim in given))
