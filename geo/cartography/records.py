"""Incidents as the page's cards show them: every report, claim and accusation with its sentence."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.cartography.checks import article_record, position
from geo.cartography.quote import Segment, quote
from geo.model.incident import Incident, Report
from geo.model.place import Place
from geo.model.reading import Reading
from geo.model.text import Span
from geo.model.tokens import sentence_at, sentences


def incident_record(incident: Incident, readings: Mapping[str, Reading], checks: Iterable[int]) -> dict[str, Any]:
    """All that a card says; ``checks`` are the numbers of the distance checks that locate the incident."""
    return {
        "reports": [report_record(r, readings[r.article_id]) for r in incident.reports if r.article_id in readings],
        "joined": incident.joined_because,
        "checks": list(checks),
    }


def report_record(report: Report, reading: Reading) -> dict[str, Any]:
    """One report: who says what, where, when, in which words."""
    quotes = _Quotes(report, reading.article.text)
    evidence = quotes.number(report.evidence)
    claims = [
        {
            "kind": c.kind,
            "n": c.n,
            "nMax": c.n_max,
            "qual": c.qual,
            "who": c.who,
            "words": c.span.of(reading.article.text),
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
            "text": report.when.text,
            "precision": report.when.precision,
            "from": report.when.date.isoformat() if report.when.date else None,
            "to": report.when.date_to.isoformat() if report.when.date_to else None,
        },
        "place": _place_record(report, reading.article.text),
        "claims": claims,
        "attributions": attributions,
        "evidence": evidence,
        "where": quotes.around(report.place_span) if report.place_span else None,
        "quotes": quotes.all,
    }


def place_label(place: Place) -> list[str | None]:
    """Name, region and country: what tells namesakes apart."""
    return [place.name, place.admin1, place.country]


def _place_record(report: Report, text: str) -> dict[str, Any]:
    place = report.place
    return {
        "label": place_label(place) if place else None,
        "at": position(place.at) if place else None,
        "feature": place.feature.value if place else None,
        "source": place.source if place else None,
        "words": report.place_span.of(text) if report.place_span else None,
        "reason": report.place_reason,
        "confidence": round(report.place_confidence, 2),
        "precision": report.geo_precision.value if report.geo_precision else None,
        "radius": round(report.radius_m) if report.radius_m is not None else None,
    }


class _Quotes:
    """The sentences a report rests on, each quoted once, with everything marked that the report uses."""

    def __init__(self, report: Report, text: str) -> None:
        self.all: list[list[Segment]] = []
        self._text = text
        self._numbers: dict[Span, int] = {}
        self._sentences: tuple[Span, ...] | None = None
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
        if self._sentences is None:
            self._sentences = sentences(self._text)
        holder = sentence_at(self._sentences, span.start)
        return self.number(holder if holder is not None and holder.covers(span) else span)
