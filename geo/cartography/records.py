"""Incidents as the page's cards show them: every report, claim and accusation with its sentence.

A chunk of incidents is written as columns, one list per field over all its reports (or claims): that is a
seventh smaller than records, compressed, and quicker to write. ``details.js`` makes records of it again.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from geo.cartography.checks import article_record, position
from geo.cartography.quote import Segment, quote, sentence_around
from geo.model.incident import Incident, Report
from geo.model.place import Place
from geo.model.reading import Reading
from geo.model.text import Span


def chunk_columns(
    incidents: Sequence[Incident], readings: Mapping[str, Reading], checks: Sequence[Sequence[int]]
) -> dict[str, Any]:
    """All that the cards of some incidents say.

    ``checks`` are, for each incident, the numbers of the distance checks that locate it.
    """
    told = [
        _Told(report, readings[report.article_id], incident.place)
        for incident in incidents
        for report in incident.reports
        if report.article_id in readings
    ]
    return {
        "reports": [sum(r.article_id in readings for r in i.reports) for i in incidents],
        "joined": [i.joined_because for i in incidents],
        "checks": checks,
        "report": _report_columns(told),
        "claim": _claim_columns(told),
        "attribution": _attribution_columns(told),
        "quote": [q for t in told for q in t.quotes],  # last: the columns above have numbered them
    }


def place_label(place: Place) -> tuple[str, str | None, str | None]:
    """Name, region and country: what tells namesakes apart."""
    return place.name, place.admin1, place.country


def _report_columns(told: Sequence["_Told"]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {"evidence": [t.number(t.report.evidence) for t in told]}
    for t in told:  # every quote is numbered before quotes are counted
        t.number_all()
    articles = [article_record(t.reading) for t in told]
    columns |= {name: [a[name] for a in articles] for name in ("title", "publisher", "date", "url", "file")}
    return columns | {
        "role": [t.report.role.value for t in told],
        "type": [t.report.type.value for t in told],
        "sub": [t.report.sub for t in told],
        "whenText": [t.words(t.report.when.span) or t.report.when.text for t in told],
        "whenPrecision": [t.report.when.precision for t in told],
        "where": [t.around(t.report.place_span) for t in told],
        "words": [t.place_words() for t in told],
        "label": [place_label(t.elsewhere) if t.elsewhere else None for t in told],
        "at": [position(t.elsewhere.at) if t.elsewhere else None for t in told],
        "same": [t.report.place is not None and t.elsewhere is None for t in told],
        "source": [t.report.place.source if t.report.place else None for t in told],
        "reason": [t.report.place_reason for t in told],
        "confidence": [round(t.report.place_confidence, 2) for t in told],
        "claims": [len(t.report.casualties) for t in told],
        "attributions": [len(t.report.attributions) for t in told],
        "quotes": [len(t.quotes) for t in told],
    }


def _claim_columns(told: Sequence["_Told"]) -> dict[str, list[Any]]:
    claims = [(t, c) for t in told for c in t.report.casualties]
    return {
        "kind": [c.kind for _, c in claims],
        "n": [c.n for _, c in claims],
        "nMax": [c.n_max for _, c in claims],
        "qual": [c.qual for _, c in claims],
        "who": [c.who for _, c in claims],
        "words": [t.words(c.span) if c.n is None else None for t, c in claims],
        "quote": [t.number(c.sentence) for t, c in claims],
    }


def _attribution_columns(told: Sequence["_Told"]) -> dict[str, list[Any]]:
    attributions = [(t, a) for t in told for a in t.report.attributions]
    return {
        "who": [a.who for _, a in attributions],
        "stance": [a.stance for _, a in attributions],
        "whom": [a.whom for _, a in attributions],
        "quote": [t.around(a.span) for t, a in attributions],
    }


class _Told:
    """One report with the sentences it rests on, each quoted once, with everything marked that the report uses."""

    def __init__(self, report: Report, reading: Reading, scene: Place | None) -> None:
        self.report = report
        self.reading = reading
        #: The report's place where it is not that of the incident.
        self.elsewhere = report.place if report.place is not scene and report.place != scene else None
        self.quotes: list[list[Segment]] = []
        self._numbers: dict[tuple[int, int], int] = {}
        self._marks: list[tuple[Span, str]] = [(c.span, "figure") for c in report.casualties]
        if report.place_span:
            self._marks.append((report.place_span, "place"))
        self._marks.append((report.trigger, "trigger"))
        if report.when.span:
            self._marks.append((report.when.span, "when"))

    def number_all(self) -> None:
        """Quotes all that the report rests on."""
        for claim in self.report.casualties:
            self.number(claim.sentence)
        for attribution in self.report.attributions:
            self.around(attribution.span)
        self.around(self.report.place_span)

    def number(self, sentence: Span) -> int:
        """Which of ``quotes`` is the sentence."""
        key = sentence.start, sentence.end
        if key not in self._numbers:
            self._numbers[key] = len(self.quotes)
            self.quotes.append(quote(self.reading.article.text, sentence, self._marks))
        return self._numbers[key]

    def around(self, span: Span | None) -> int | None:
        """Which of ``quotes`` holds the span."""
        if span is None:
            return None
        for (start, end), number in self._numbers.items():
            if start <= span.start and span.end <= end:
                return number
        return self.number(sentence_around(self.reading.article.text, span))

    def place_words(self) -> str | int | None:
        """The words for the place; 0 where they are what the quote that holds them marks first as a place."""
        words, where = self.words(self.report.place_span), self.around(self.report.place_span)
        if words is None or where is None:
            return words
        marked = next((s[0] for s in self.quotes[where] if not isinstance(s, str) and s[1] == "place"), None)
        return 0 if marked == words else words

    def words(self, span: Span | None) -> str | None:
        """The words of a span."""
        return span.of(self.reading.article.text) if span else None
