"""Incidents as the page's cards show them: every report, claim and accusation with its sentence.

A chunk of incidents is written as columns, one list per field over all its reports (or claims): that is a
seventh smaller than records, compressed, and quicker to write. ``details.js`` makes records of it again.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from geo.cartography.checks import file_name, position
from geo.cartography.quote import cut, excerpt, opening, sentence_around
from geo.model.incident import Incident, Report, When
from geo.model.place import Feature, Place
from geo.model.reading import Reading
from geo.model.text import Article, Span

#: What can be marked in a quote; the column ``name`` of marks has their numbers.
MARKS = ("figure", "place", "trigger", "when")
_FIGURE, _PLACE, _TRIGGER, _WHEN = range(len(MARKS))

_REPORT = (
    "publisher", "date", "url", "file", "role", "type", "sub", "whenText", "whenPrecision", "evidence", "where",
    "words", "label", "at", "same", "source", "reason", "confidence", "claims", "attributions", "quotes",
)  # fmt: skip
_CLAIM = ("kind", "n", "nMax", "qual", "who", "words", "relation", "quote")
_ATTRIBUTION = ("who", "stance", "whom", "quote")
_MARK = ("start", "end", "name")

#: The start, end and number of a mark.
Mark = tuple[int, int, int]


def chunk_columns(
    incidents: Sequence[Incident], readings: Mapping[str, Reading], checks: Sequence[Sequence[int]]
) -> tuple[dict[str, Any], list[str]]:
    """All that the cards of some incidents say, and the texts of it: a headline per report, then every quote.

    ``checks`` are, for each incident, the numbers of the distance checks that locate it. A headline is "" where
    the article has none.
    """
    chunk = _Chunk()
    for incident in incidents:
        known = [r for r in incident.reports if r.article_id in readings]
        chunk.reports_of_incident.append(len(known))
        for report in known:
            chunk.add(report, readings[report.article_id].article, incident.place)
    columns = {
        "reports": chunk.reports_of_incident,
        "joined": [i.joined_because for i in incidents],
        "checks": checks,
        "report": _columns(_REPORT, chunk.reports),
        "claim": _columns(_CLAIM, chunk.claims),
        "attribution": _columns(_ATTRIBUTION, chunk.attributions),
        "marks": chunk.marks_of_quote,
        "mark": _columns(_MARK, chunk.marks),
        "names": MARKS,
    }
    return columns, chunk.titles + chunk.quotes


def place_label(place: Place) -> tuple[str, str | None, str | None] | tuple[str, None, str | None, bool]:
    """Name, region and country: what tells namesakes apart; a fourth entry says that the place is that country."""
    if place.feature is Feature.COUNTRY:
        return place.name, None, place.country, True
    return place.name, place.admin1, place.country


def _columns(names: Sequence[str], rows: list[Any]) -> dict[str, list[Any]]:
    return {name: rows[k :: len(names)] for k, name in enumerate(names)}


class _Chunk:
    """Rows of reports, claims, accusations and marks, one after another in flat lists.

    Rows that were objects would be looked through by the garbage collector again and again.
    """

    def __init__(self) -> None:
        self.reports_of_incident: list[int] = []
        self.reports: list[Any] = []
        self.claims: list[Any] = []
        self.attributions: list[Any] = []
        self.marks: list[int] = []
        self.marks_of_quote: list[int] = []
        self.titles: list[str] = []
        self.quotes: list[str] = []

    def add(self, report: Report, article: Article, scene: Place | None) -> None:
        """One report, and the sentences it rests on, each quoted once, with all marked that the report uses."""
        text, quotes = article.text, _Quotes(article.text, report)
        evidence = quotes.number(report.evidence)
        for c in report.casualties:
            words = c.span.of(text) if c.n is None else None
            self.claims.extend((c.kind, c.n, c.n_max, c.qual, c.who, words, c.relation, quotes.number(c.sentence)))
        for a in report.attributions:
            self.attributions.extend((a.who, a.stance, a.whom, quotes.around(a.span)))
        where = None if report.place_span is None else quotes.around(report.place_span)
        self.titles.append(article.title or "")
        self.reports.extend((
            *_article(article), report.role, report.type, report.sub, *_when(report.when, text), evidence, where,
            quotes.place_words(report.place_span, where), *_place(report, scene),
            len(report.casualties), len(report.attributions), len(quotes.found),
        ))  # fmt: skip
        for quote, marks in quotes.found:
            self.quotes.append(quote)
            self.marks_of_quote.append(len(marks))
            for mark in marks:
                self.marks.extend(mark)


class _Quotes:
    """The sentences one report rests on, each with its marks."""

    __slots__ = ("_from", "_marks", "_numbers", "_text", "found")

    def __init__(self, text: str, report: Report) -> None:
        self._text = text
        self._from = opening(text)
        self._numbers: dict[tuple[int, int], int] = {}
        self._marks = _marks(report)
        self.found: list[tuple[str, list[Mark]]] = []

    def number(self, sentence: Span) -> int:
        """Which quote is the sentence."""
        key = sentence.start, sentence.end
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.found)
            self.found.append(excerpt(self._text, cut(sentence, self._from), self._marks))
        return number

    def around(self, span: Span) -> int:
        """Which quote holds the span."""
        for (start, end), number in self._numbers.items():
            if start <= span.start and span.end <= end:
                return number
        return self.number(sentence_around(self._text, span))

    def place_words(self, span: Span | None, where: int | None) -> str | int | None:
        """The words of the place; 0 where they are what the quote that holds them marks first as a place."""
        if span is None or where is None:
            return None
        words, (quote, marks) = span.of(self._text), self.found[where]
        for start, end, name in marks:
            if name == _PLACE:
                return 0 if quote[start:end] == words else words
        return words


def _marks(report: Report) -> list[Mark]:
    """What is marked in quotes of a report; of marks that overlap, the first is kept."""
    marks = [(c.span.start, c.span.end, _FIGURE) for c in report.casualties]
    for span, name in ((report.place_span, _PLACE), (report.trigger, _TRIGGER), (report.when.span, _WHEN)):
        if span is not None:
            marks.append((span.start, span.end, name))
    return marks


def _article(article: Article) -> tuple[Any, ...]:
    """Publisher, day, address and file of an article; the file where nothing better tells which it is."""
    named = article.title is not None and article.publisher is not None
    return article.publisher, article.date, article.url, None if named else file_name(article)


def _when(when: When, text: str) -> tuple[str, str]:
    return when.text or (when.span.of(text) if when.span else ""), when.precision


def _place(report: Report, scene: Place | None) -> tuple[Any, ...]:
    """The report's place where it is not that of the incident, and how it is known."""
    place = report.place
    same = place is scene or place == scene
    label, at = (None, None) if same or place is None else (place_label(place), position(place.at))
    source = place.source if place else None
    return label, at, same and place is not None, source, report.place_reason, round(report.place_confidence, 2)
