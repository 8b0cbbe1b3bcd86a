"""The headline figure of an incident: derived from the claims, and traceable to one of them."""

from geo.model.incident import CasualtyClaim, Incident, headline_claim


def headline(incident: Incident, kind: str) -> CasualtyClaim | None:
    """The claim whose figure heads an incident; None when no report gives one. Kind is killed, injured or missing.

    The headline of the first report that has one stands until the same voice, or an article in its own
    voice, gives a later figure. A rival voice never replaces it: conflicting claims stay in the reports.
    """
    heading: CasualtyClaim | None = None
    for report in incident.reports:
        claim = headline_claim(report.casualties, kind)
        if claim is not None and (heading is None or claim.who is None or claim.who == heading.who):
            heading = claim
    return heading
