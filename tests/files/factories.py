"""Small Readings and Atlases, made by hand."""

import datetime as dt

from geo.model.distance import Anchor, DistanceCheck, Hedge, ReferenceKind, StatedDistance, Verdict
from geo.model.incident import (
    Attribution,
    CasualtyClaim,
    GeoPrecision,
    Incident,
    IncidentType,
    Report,
    Role,
    When,
)  # fmt: skip
from geo.model.place import Candidate, Feature, LatLon, Place, Reason, Resolution
from geo.model.reading import Atlas, Failure, Reading
from geo.model.text import Article, Mention, Span, Use

TEXT = "A shell hit Tyre on Friday. Two people died, the mayor said. Tyre lies about 12 miles from the Israeli border."
TYRE = Place(
    id="geonames:267008", name="Tyre", at=LatLon(lat=33.27333, lon=35.193889), feature=Feature.CITY, country="LB",
    admin1="South Governorate", population=135_204, radius_m=4_000.0, source="GeoNames",
)  # fmt: skip


def span_of(words, text=TEXT):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def article(**changes):
    return Article(**({"id": "tyre", "text": TEXT, "date": dt.date(2023, 7, 29), "path": "seeds/tyre.txt"} | changes))


def mention(words="Tyre", text=TEXT):
    return Mention(span=span_of(words, text), text=words, use=Use.LITERAL)


def resolution(place=TYRE, text=TEXT):
    return Resolution(
        mention=mention(text=text), place=place, reason=Reason.ONLY_CANDIDATE, confidence=0.98765,
        candidates=(Candidate(place=TYRE, score=1.5, why=(("population", 1.5),)),), candidate_count=1,
    )  # fmt: skip


def claim(kind="killed", n=2, who="the mayor", text=TEXT, **changes):
    return CasualtyClaim(
        **({"kind": kind, "n": n, "who": who, "span": span_of("Two people", text), "sentence": span_of("Two", text)}
           | changes)
    )  # fmt: skip


def report(article_id="tyre", **changes):
    return Report(
        **(
            {
                "article_id": article_id,
                "role": Role.MAIN,
                "type": IncidentType.EXPLOSION,
                "sub": "shelling/artillery/missile attack",
                "when": When(date=dt.date(2023, 7, 28), precision="day", text="Friday"),
                "place": TYRE,
                "geo_precision": GeoPrecision.CITY,
                "radius_m": 4_000.0,
                "casualties": (claim(),),
                "attributions": (
                    Attribution(who="the mayor", stance="blames", whom="Israel", span=span_of("the mayor said")),
                ),
                "evidence": span_of("A shell hit Tyre on Friday."),
                "trigger": span_of("hit"),
            }
            | changes
        )
    )


def check(**changes):
    stated = StatedDistance(
        span=span_of("12 miles"), text="12 miles", value=12.0, unit="mi", metres=19_312.128, hedge=Hedge.ABOUT,
        subject=Anchor(text="Tyre"), reference=Anchor(text="the Israeli border"), reference_kind=ReferenceKind.BORDER,
        sentence=span_of("Tyre lies about 12 miles from the Israeli border."),
    )  # fmt: skip
    return DistanceCheck(
        **(
            {
                "stated": stated,
                "verdict": Verdict.CONSISTENT,
                "reason": "stated about 12 mi, measured 12.4 mi (20.0 km): consistent",
                "subject_place": TYRE,
                "reference_name": "border of Israel and Lebanon",
                "measured_m": 20_012.3456,
                "measured_bearing_deg": 359.97,
                "line": (LatLon(lat=33.27333, lon=35.193889), LatLon(lat=33.0933333, lon=35.1)),
            }
            | changes
        )
    )


def reading(**changes):
    return Reading(
        **({"article": article(), "resolutions": (resolution(),), "checks": (check(),), "reports": (report(),)}
           | changes)
    )  # fmt: skip


def incident(*reports, **changes):
    first = (reports or (report(),))[0]
    return Incident(
        **(
            {
                "id": "i-1", "type": first.type, "sub": first.sub, "role": first.role, "when": first.when,
                "place": first.place, "at": first.place.at if first.place else None,
                "geo_precision": first.geo_precision, "radius_m": first.radius_m, "status": first.status,
                "reports": reports or (first,),
            }
            | changes
        )
    )  # fmt: skip


def atlas(incidents=None, readings=None):
    return Atlas(
        incidents=tuple(incidents if incidents is not None else (incident(),)),
        readings=tuple(readings if readings is not None else (reading(),)),
        failures=(Failure(where="seeds/a.txt", why="empty"),),
    )
