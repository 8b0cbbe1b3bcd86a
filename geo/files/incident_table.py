"""Incidents as rows with ACLED's column names and ours, and as GeoJSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec

from geo.files.codes import ACLED_GEO_PRECISION, UCDP_WHERE_PREC, acled_time_precision, event_type
from geo.files.recording import DEGREE_DECIMALS
from geo.model.claims import conflicting
from geo.model.incident import KINDS, CasualtyClaim, Incident, Report, incident_headline
from geo.model.place import LatLon
from geo.model.text import Article

#: Column: what it holds. ACLED's names where ACLED has the column.
INCIDENT_COLUMNS = {
    "incident_id": "stable: adding an article does not change it",
    "event_date": "first day, ISO 8601; empty when no article fixes one",
    "event_date_to": "last day of a range",
    "year": "of event_date",
    "time_precision": "ACLED: 1 day, 2 week, 3 month",
    "date_precision": "day, weekend, week, month, year or none",
    "date_text": "the words that fix the date",
    "event_type": "ACLED's event type; accident, natural disaster, disease outbreak and crime beyond it",
    "sub_event_type": "close to ACLED's",
    "role": "main: reported; background: recalled, or only mentioned in passing",
    "status": "reported, attempted, intercepted or denied",
    "country": "name",
    "country_code": "ISO 3166-1 alpha-2",
    "admin1": "first-level region",
    "location": "name of the place",
    "latitude": "WGS 84, degrees; empty when the incident has no place",
    "longitude": "WGS 84, degrees",
    "geo_precision": "ACLED: 1 the place itself, 2 near it, 3 a wider area",
    "where_prec": "UCDP: 1 exact, 2 near, 4 region, 5 line or vague area, 6 country",
    "place_precision": "site, district, city, near city, road segment, water body, region or country",
    "radius_km": "radius of doubt around the position",
    "place_id": "of the gazetteer entry; opens with derived: where the text itself says where it lies",
    "place_source": "who says where that is",
    "place_confidence": "0 to 1, that it is the right place",
    "place_reason": "why this place is taken for the scene",
    "fatalities": (
        "the headline figure, the first claim that counts everybody, with those told next as coming on top; "
        "a risen or corrected toll in its place; empty is unknown, 0 is 'nobody'"
    ),
    "injured": "as fatalities",
    "figures_differ": "killed, injured …: the kinds whose figures cannot all be true; empty where none contradict",
    "killed_claims": "every figure with who claims it and in which article",
    "injured_claims": "as killed_claims",
    "missing_claims": "as killed_claims",
    "abducted_claims": "as killed_claims: kidnapped or taken hostage",
    "arrested_claims": "as killed_claims: arrested or detained",
    "attribution": "who blames, claims, denies or confirms, and towards whom",
    "reports": "how many reports were merged",
    "independent_sources": "how many texts tell of it when copies of one text count once",
    "source": "publishers",
    "articles": "ids of the articles",
    "urls": "addresses of the articles",
    "notes": "the sentence that best shows the incident, from the first report",
    "joined_because": "why the reports count as one incident; of very many different reasons the first twelve",
}
_BETWEEN = " | "


def incident_rows(incidents: Sequence[Incident], articles: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    """One row per incident, in the Atlas's order."""
    for incident in incidents:
        yield {
            "incident_id": incident.id,
            **_when(incident),
            "event_type": event_type(incident.type),
            "sub_event_type": incident.sub,
            "role": incident.role.value,
            "status": incident.status.value,
            **_where(incident),
            **_casualties(incident),
            "attribution": _each(_blame(incident)),
            **_sources(incident, articles),
            "joined_because": incident.joined_because or None,
        }


def incidents_geojson(
    incidents: Sequence[Incident], rows: Iterable[dict[str, Any]], articles: Mapping[str, Article]
) -> bytes:
    """An RFC 7946 FeatureCollection, keys sorted, one feature a line; geometry null without a place.

    ``rows`` are those of the incidents, as ``incident_rows`` gives them.
    """
    features = [
        msgspec.json.encode(
            {
                "type": "Feature",
                "id": incident.id,
                "geometry": _point(incident.at),
                "properties": row | _details(incident, articles),
            },
            order="sorted",
        )
        for incident, row in zip(incidents, rows, strict=True)
    ]
    return b'{"type":"FeatureCollection","features":[\n' + b",\n".join(features) + b"\n]}\n"


def _when(incident: Incident) -> dict[str, Any]:
    when = incident.when
    return {
        "event_date": when.date.isoformat() if when.date else None,
        "event_date_to": when.date_to.isoformat() if when.date_to else None,
        "year": when.date.year if when.date else None,
        "time_precision": acled_time_precision(when),
        "date_precision": when.precision,
        "date_text": when.text or None,
    }


def _where(incident: Incident) -> dict[str, Any]:
    place, at, precision = incident.place, incident.at, incident.geo_precision
    placing = next((report for report in incident.reports if report.place is not None), incident.reports[0])
    return {
        "country": (place.country_name or place.country) if place else None,
        "country_code": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "location": place.name if place else None,
        "latitude": round(at.lat, DEGREE_DECIMALS) + 0.0 if at else None,
        "longitude": round(at.lon, DEGREE_DECIMALS) + 0.0 if at else None,
        "geo_precision": ACLED_GEO_PRECISION[precision] if precision else None,
        "where_prec": UCDP_WHERE_PREC[precision] if precision else None,
        "place_precision": precision.value if precision else None,
        "radius_km": None if incident.radius_m is None else round(incident.radius_m / 1000, 3),
        "place_id": place.id if place else None,
        "place_source": place.source if place else None,
        "place_confidence": round(placing.place_confidence, 3) if place else None,
        "place_reason": placing.place_reason or None,
    }


def _casualties(incident: Incident) -> dict[str, Any]:
    killed, injured = (incident_headline(incident, kind) for kind in ("killed", "injured"))
    claims = {
        f"{kind}_claims": _BETWEEN.join(
            f"{told_figure(claim)} ({claim.who or 'no source named'}; {report.article_id})"
            for report in incident.reports
            for claim in report.casualties
            if claim.kind == kind
        )
        or None
        for kind in KINDS
    }
    given = [claim for report in incident.reports for claim in report.casualties]
    differ = (kind for kind in KINDS if conflicting(claim for claim in given if claim.kind == kind))
    return {
        "fatalities": killed.n if killed else None,
        "injured": injured.n if injured else None,
        "figures_differ": _each(differ),
        **claims,
    }


_HEDGES = {
    "min": "at least ",
    "more_than": "more than ",
    "max": "up to ",
    "less_than": "fewer than ",
    "about": "about ",
}


#: What is said of a figure that is not the number of all.
_STANDINGS = {
    "superseded": ", told first and no longer held",
    "feared": ", feared",
    "further": ", on top of those told of before",
    "part": ", among those told of",
}


def told_figure(claim: CasualtyClaim) -> str:
    """A claim's figure in words: "at least 12", "about 20-30", "40, told first and no longer held"."""
    standing = _STANDINGS.get(claim.relation, "")
    if claim.n is None:
        return f"a number not given{standing}"
    most = "" if claim.n_max is None else f"-{claim.n_max}"
    return f"{_HEDGES.get(claim.qual, '')}{claim.n}{most}{standing}"


def _blame(incident: Incident) -> Iterator[str]:
    for said in chain.from_iterable(report.attributions for report in incident.reports):
        yield " ".join(part for part in (said.who or "no source named", said.stance, said.whom) if part)


def _sources(incident: Incident, articles: Mapping[str, Article]) -> dict[str, Any]:
    found = [articles[report.article_id] for report in incident.reports]
    first = incident.reports[0]
    return {
        "reports": len(incident.reports),
        "independent_sources": incident.independent_sources,
        "source": _each(article.publisher for article in found),
        "articles": _each(article.id for article in found),
        "urls": _each(article.url for article in found),
        "notes": " ".join(first.evidence.of(articles[first.article_id].text).split()),
    }


def _each(values: Iterator[str | None]) -> str | None:
    """Every value once, in order; None where there is none."""
    return _BETWEEN.join(dict.fromkeys(value for value in values if value)) or None


def _point(at: LatLon | None) -> dict[str, Any] | None:
    """Longitude comes first here, and only here."""
    if at is None:
        return None
    return {
        "type": "Point",
        "coordinates": [round(at.lon, DEGREE_DECIMALS) + 0.0, round(at.lat, DEGREE_DECIMALS) + 0.0],
    }


def _details(incident: Incident, articles: Mapping[str, Article]) -> dict[str, Any]:
    """What does not fit a cell: each report with its claims and their sentences."""
    return {"reports": [_report(report, articles[report.article_id]) for report in incident.reports]}


def _report(report: Report, article: Article) -> dict[str, Any]:
    text = article.text
    return {
        "article": article.id,
        "title": article.title,
        "published": article.date.isoformat() if article.date else None,
        "publisher": article.publisher,
        "url": article.url,
        "evidence": report.evidence.of(text),
        "casualty_claims": [
            {
                "kind": claim.kind, "n": claim.n, "n_max": claim.n_max, "qual": claim.qual, "who": claim.who,
                "relation": claim.relation, "sentence": claim.sentence.of(text),
            }
            for claim in report.casualties
        ],
        "attribution": [
            {"who": said.who, "stance": said.stance, "whom": said.whom, "words": said.span.of(text)}
            for said in report.attributions
        ],
    }  # fmt: skip
