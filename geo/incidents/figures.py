"""The headline figure: derived from the claims, and traceable to one of them."""

from collections.abc import Iterable

from geo.model.incident import CasualtyClaim, Incident

#: Claims of the same kind rank by how they were made: a plain count before a bound, a bound before a guess.
_RANK = {"exact": 0, "min": 0, "none": 1, "about": 0, "max": 2}


def headline(incident: Incident, kind: str) -> CasualtyClaim | None:
    """The claim whose figure heads an incident; None when no report gives one. Kind is killed, injured or missing.

    Reports are ordered by publication: the latest report that gives a figure supersedes earlier
    ones; within it ``headline_of`` decides. Claims that conflict stay in the reports.
    """
    for report in reversed(incident.reports):
        claim = headline_of(report.casualties, kind)
        if claim is not None:
            return claim
    return None


def headline_of(claims: Iterable[CasualtyClaim], kind: str) -> CasualtyClaim | None:
    """The first claim of its kind that counts everybody; later ones only from the same voice.

    News tells the main figure first and parts of it (nationals, children) and rival figures after.
    """
    mine = [c for c in claims if c.kind == kind and c.n is not None]
    if not mine:
        return None
    first = min(mine, key=lambda c: (_RANK.get(c.qual, 1), c.span.start))
    later = [c for c in mine if c.who is not None and c.who == first.who and c.span.start > first.span.end]
    larger = [c for c in later if (c.n or 0) > (first.n or 0) and c.qual != "max"]
    return larger[-1] if larger else first
