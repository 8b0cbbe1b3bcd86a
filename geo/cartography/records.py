"""Incidents as the page's cards show them: every report, claim and accusation with its sentence."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.cartography.checks import article_record, position
from geo.cartography.quote import Segment, quote, sentence_around
from geo.model.incident import Incident, Report
from geo.model.place import Place
from geo.model.reading import Reading
from geo.model.text import Span


def incident_record(incident: Incident, readings: Mapping[str, Reading], checks: Iterable[int]) -> dict[str, Any]:
    """All that a card says; ``checks`` are the numbers of the distance checks that locate the incident."""
    return {
        "reports": [
            report_record(r, readings[r.article_id], incident.place)
            for r in incident.reports
            if r.article_id in readings
        ],
        "joined": incident.joined_because,
        "checks": list(checks),
    }


def report_record(report: Report, reading: Reading, scene: Place | None) -> dict[str, Any]:
    """One report: who says what, where, when, in which words; ``scene`` is the place of the incident."""
    quotes = _Quotes(report, reading.article.text)
    evidence = quotes.number(report.evidence)
    claims = [
        {
            "kind": c.kind,
            "n": c.n,
            "nMax": c.n_max,
            "qual": c.qual,
            "who": c.who,
            "words": c.span.of(reading.article.text) if c.n is None else None,
            "quote": quotes.number(c.sentence),
        }
        for c in report.casualties
    ]
    attributions = [
        {"who": a.who, "stance": a.stance, "whom": a.whom, "quote": quotes.around(a.span)} for a in report.attributions
    ]
    return {
        "article": article_record(reading),
        "role": report.role.value,
        "type": report.type.value,
        "sub": report.sub,
        "status": report.status.value,
        "when": {
            "text": report.when.span.of(reading.article.text) if report.when.span else report.when.text,
            "precision": report.when.precision,
        },
        "place": _place_record(report, reading.article.text, scene),
        "claims": claims,
        "attributions": attributions,
        "evidence": evidence,
        "where": quotes.around(report.place_span) if report.place_span else None,
        "quotes": quotes.all,
    }


def place_label(place: Place) -> list[str | None]:
    """Name, region and country: what tells namesakes apart."""
    return [place.name, place.admin1, place.country]


def _place_record(report: Report, text: str, scene: Place | None) -> dict[str, Any]:
    """Why the report is placed where it is; what the columns of the incident say already is left out."""
    place = report.place
    same = place is not None and place == scene
    return {
        "same": same,
        "label": place_label(place) if place and not same else None,
        "at": position(place.at) if place and not same else None,
        "source": place.source if place else None,
        "words": report.place_span.of(text) if report.place_span else None,
        "reason": report.place_reason,
        "confidence": round(report.place_confidence, 2),
    }


class _Quotes:
    """The sentences a report rests on, each quoted once, with everything marked that the report uses."""

    def __init__(self, report: Report, text: str) -> None:
        self.all: list[list[Segment]] = []
        self._text = text
        self._numbers: dict[Span, int] = {}
        self._marks: list[tuple[Span, str]] = [(c.span, "figure") for c in report.casualties]
        if report.place_span:
            self._marks.append((report.place_span, "place"))
        self._marks.append((report.trigger, "trigger"))
        if report.when.span:
            self._marks.append((report.when.span, "when"))

    def number(self, sentence: Span) -> int:
        """Which of ``all`` quotes the sentence."""
        if sentence not in self._numbers:
            self._numbers[sentence] = len(self.all)
            self.all.append(quote(self._text, sentence, self._marks))
        return self._numbers[sentence]

    def around(self, span: Span) -> int:
        """Which of ``all`` quotes the sentence that holds the span."""
        for sentence, number in self._numbers.items():
            if sentence.covers(span):
                return number
        return self.number(sentence_around(self._text, span))
