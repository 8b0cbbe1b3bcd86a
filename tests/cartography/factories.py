"""Invented articles and incidents, small enough to read."""

import datetime as dt
import gzip
import json

from geo.cartography.page import draw_map
from geo.model.distance import Anchor, BoundaryLine, DistanceCheck, Hedge, ReferenceKind, StatedDistance, Verdict
from geo.model.incident import (
    Attribution,
    CasualtyClaim,
    GeoPrecision,
    Incident,
    IncidentType,
    Report,
    Role,
    Status,
    When,
)
from geo.model.place import Feature, LatLon, Place, Reason, Resolution
from geo.model.provenance import DataSource
from geo.model.reading import Atlas, Failure, Reading
from geo.model.text import Article, Mention, Span, Use

PORT = (
    "An explosion shook the port of Taganrog on Friday, about 24 miles from the Ukrainian border. "
    "Governor Ivan Petrov said four people were slightly hurt. "
    "The health ministry said 14 people were wounded. "
    "The defense ministry blamed Ukraine for the blast. "
    "Fighting went on near Bakhmut and Kherson."
)
AZOV = "A missile was shot down near Azov, the ministry said. Nobody was hurt. Residents of Taganrog heard it too."
REGION = "Shelling was reported across the Luhansk region on Thursday, killing at least two people, officials said."
NOWHERE = "Two people died when a bus left the road on Tuesday, police said without naming the town."


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def place(name: str, lat: float, lon: float, *, feature: Feature = Feature.CITY, radius_m: float = 5000.0) -> Place:
    return Place(
        id=f"test:{name}",
        name=name,
        at=LatLon(lat=lat, lon=lon),
        feature=feature,
        country="RU" if lon > 38.5 else "UA",
        admin1="Rostov" if lon > 38.5 else None,
        radius_m=radius_m,
        source="GeoNames",
    )


TAGANROG = place("Taganrog", 47.23627, 38.9053, radius_m=6400)
AZOV_TOWN = place("Azov", 47.10779, 39.41647)
BAKHMUT = place("Bakhmut", 48.59441, 38.00044)
KHERSON = place("Kherson", 46.65581, 32.6178)
LUHANSK = place("Luhansk Oblast", 48.92, 38.40, feature=Feature.ADMIN1, radius_m=110_000)


def resolution(text: str, at: Place | None, words: str, reason: Reason = Reason.ONLY_CANDIDATE) -> Resolution:
    mention = Mention(span=span_of(text, words), text=words, use=Use.LITERAL)
    return Resolution(mention=mention, place=at, reason=reason, confidence=0.97 if at else 0.0, candidate_count=1)


def claim(
    text: str, sentence: str, words: str, n: int | None, *, who: str | None, kind: str = "injured", **rest: object
) -> CasualtyClaim:
    return CasualtyClaim(
        kind=kind,
        n=n,
        who=who,
        span=span_of(text, words),
        sentence=span_of(text, sentence),
        **rest,  # type: ignore[arg-type]
    )


def report(article: str, text: str, sentence: str, trigger: str, **rest: object) -> Report:
    given: dict[str, object] = {
        "role": Role.MAIN,
        "type": IncidentType.EXPLOSION,
        "sub": "missile",
        "place": None,
        "when": When(date=dt.date(2023, 7, 28), precision="day", text="Friday"),
    }
    return Report(
        article_id=article, evidence=span_of(text, sentence), trigger=span_of(text, trigger), **(given | rest)
    )  # type: ignore[arg-type]


def incident(number: str, *reports: Report, **rest: object) -> Incident:
    first = reports[0]
    given: dict[str, object] = {
        "type": first.type,
        "sub": first.sub,
        "role": first.role,
        "when": first.when,
        "place": first.place,
        "at": first.place.at if first.place else None,
        "geo_precision": first.geo_precision,
        "radius_m": first.radius_m,
        "status": first.status,
    }
    return Incident(id=number, reports=reports, **(given | rest))  # type: ignore[arg-type]


def port_report(article: str = "port", text: str = PORT) -> Report:
    first, governor, ministry = (s + "." for s in text.split(". ")[:3])
    return report(
        article,
        text,
        first,
        "explosion",
        place=TAGANROG,
        place_span=span_of(text, "Taganrog"),
        place_reason="it is the only place of that name in the gazetteer",
        place_confidence=0.98,
        geo_precision=GeoPrecision.CITY,
        radius_m=6400.0,
        casualties=(
            claim(text, governor, "four people", 4, who="Governor Ivan Petrov"),
            claim(text, ministry, "14 people", 14, who="Health ministry"),
        ),
        attributions=(
            Attribution(
                who="Defense ministry",
                stance="blames",
                whom="Ukraine",
                span=span_of(text, "The defense ministry blamed Ukraine"),
            ),
        ),
    )


def border_check(text: str = PORT, *, verdict: Verdict = Verdict.CONSISTENT) -> DistanceCheck:
    sentence = span_of(text, text.split(". ")[0] + ".")
    stated = StatedDistance(
        span=span_of(text, "24 miles"),
        text="24 miles",
        value=24.0,
        unit="mi",
        metres=38_624.0,
        hedge=Hedge.ABOUT,
        subject=Anchor(text="Taganrog", span=span_of(text, "Taganrog")),
        reference_kind=ReferenceKind.BORDER,
        reference=Anchor(text="the Ukrainian border", span=span_of(text, "the Ukrainian border")),
        sentence=sentence,
    )
    return DistanceCheck(
        stated=stated,
        verdict=verdict,
        reason="24 mi lies within what can be measured from edge to edge",
        subject_place=TAGANROG,
        reference_name="border of Ukraine and Russia",
        stated_low_m=33_000,
        stated_high_m=43_500,
        measured_m=42_800,
        measured_low_m=35_300,
        measured_high_m=50_300,
        line=(TAGANROG.at, LatLon(lat=47.2789, lon=38.3430)),
    )


def small_atlas() -> Atlas:
    """Four incidents in three articles: with differing figures, exact, coarse, and without a place."""
    articles = (
        Article(
            id="port",
            text=PORT,
            title="Blast in Taganrog",
            date=dt.date(2023, 7, 29),
            publisher="The Coast Wire",
            url="https://example.org/blast",
        ),
        Article(id="azov", text=AZOV, date=dt.date(2023, 7, 29), path="seeds/azov.txt"),
        Article(
            id="rest",
            text=f"{REGION} {NOWHERE}",
            title="The day in brief",
            date=dt.date(2023, 7, 29),
            publisher="Daily Ledger",
        ),
    )
    rest = articles[2].text
    down = report(
        "azov",
        AZOV,
        "A missile was shot down near Azov, the ministry said.",
        "shot down",
        place=AZOV_TOWN,
        type=IncidentType.STRATEGIC,
        sub="interception",
        status=Status.INTERCEPTED,
        geo_precision=GeoPrecision.NEAR_CITY,
        radius_m=12_000.0,
        place_span=span_of(AZOV, "Azov"),
        place_reason="it is near the article's other places",
        casualties=(claim(AZOV, "Nobody was hurt.", "Nobody", 0, who=None, qual="none"),),
    )
    again = report(
        "azov",
        AZOV,
        "Residents of Taganrog heard it too.",
        "heard",
        place=TAGANROG,
        geo_precision=GeoPrecision.CITY,
        radius_m=6400.0,
        place_span=span_of(AZOV, "Taganrog"),
    )
    coarse = report(
        "rest",
        rest,
        REGION,
        "Shelling",
        place=LUHANSK,
        geo_precision=GeoPrecision.REGION,
        radius_m=110_000.0,
        when=When(date=dt.date(2023, 7, 27), precision="day", text="Thursday"),
        place_span=span_of(rest, "Luhansk region"),
        casualties=(claim(rest, REGION, "at least two people", 2, who="officials", kind="killed", qual="min"),),
    )
    lost = report(
        "rest",
        rest,
        NOWHERE,
        "left the road",
        type=IncidentType.ACCIDENT,
        sub=None,
        when=When(date=dt.date(2023, 7, 25), precision="day", text="Tuesday"),
        place_reason="the article names no place for it",
    )
    readings = (
        Reading(
            article=articles[0],
            checks=(border_check(),),
            reports=(port_report(),),
            resolutions=(
                resolution(PORT, TAGANROG, "Taganrog"),
                resolution(PORT, BAKHMUT, "Bakhmut"),
                resolution(PORT, KHERSON, "Kherson"),
            ),
        ),
        Reading(article=articles[1], reports=(down, again), resolutions=(resolution(AZOV, AZOV_TOWN, "Azov"),)),
        Reading(article=articles[2], reports=(coarse, lost)),
    )
    return Atlas(
        incidents=(
            incident(
                "20230728-taganrog", port_report(), again, joined_because="same day, same town, both an explosion"
            ),
            incident("20230728-azov", down),
            incident("20230727-luhansk", coarse),
            incident("20230725-unplaced", lost),
        ),
        readings=readings,
        failures=(Failure(where="seeds/broken.jsonl:3", why="not JSON"),),
    )


class Lines:
    """Stand-in for the boundaries: one border through the end of ``border_check``, one disputed line, one island."""

    def nearest_border(self, at: LatLon, **_rest: object) -> None:
        return None

    def nearest_coast(self, at: LatLon) -> None:
        return None

    def lines_within(self, south: float, west: float, north: float, east: float) -> tuple[BoundaryLine, ...]:
        coast_to_end = tuple((47.10 + k * 0.01, 38.22 + k * 0.0068722) for k in range(18))
        inland = ((47.2789, 38.3430), (47.5, 38.3), (48.0, 39.8), (49.6, 40.1), (50.0, 38.0), (52.3, 34.0))
        agreed = BoundaryLine(points=((47.0, 38.2), *coast_to_end, *inland), countries=("RU", "UA"), status="agreed")
        doubted = BoundaryLine(
            points=((46.1, 33.6), (46.2, 34.5), (46.0, 34.9)), countries=("RU", "UA"), status="disputed"
        )
        return agreed, doubted

    def coast_within(self, south: float, west: float, north: float, east: float) -> tuple[BoundaryLine, ...]:
        ring = ((44.0, 36.0), (44.0, 44.0), (46.9, 39.0), (47.25, 39.4), (47.1, 38.6), (47.1, 37.0), (44.0, 36.0))
        return (BoundaryLine(points=ring, countries=(), status="agreed"),)


#: In the gulf of the base map, below the towns of the incidents.
SEA = {"name": "Testing Sea", "lat": 45.9, "lon": 37.2, "from": 5}

#: One country on either side of the border of ``Lines``, each with a town.
COUNTRIES = [{"code": "RU", "lat": 60.0, "lon": 100.0, "from": 2}, {"code": "UA", "lat": 49.0, "lon": 32.0, "from": 4}]
TOWNS = [
    {"name": "Rostov-on-Don", "in": "RU", "lat": 47.235, "lon": 39.701, "from": 6},
    {"name": "Mariupol", "in": "UA", "lat": 47.3, "lon": 37.543, "from": 6},
]


def basemap() -> bytes:
    """Stand-in for the base map: a block of land with a gulf."""
    ring = [4400, 2000, 2700, 0, 0, 1750, -540, 0, -80, 130, 30, 120, -40, 100, 590, 0, 0, 2000, -2660, 0]
    world = {"scale": 100, "land": [ring], "lakes": [], "islands": [], "countries": COUNTRIES, "towns": TOWNS}
    return gzip.compress(json.dumps(world | {"seas": [SEA]}).encode(), mtime=0)


CREDITS = (
    DataSource(
        file="osm/borders.bin",
        name="OpenStreetMap land borders",
        origin="geo-tz 8.1.9",
        licence="ODbL-1.0",
        attribution="© OpenStreetMap contributors",
        url="https://www.openstreetmap.org/copyright",
        sha256="0" * 64,
        command="make data",
    ),
    DataSource(
        file="basemap/world.json",
        name="Natural Earth",
        origin="world-atlas 2.0.2",
        licence="ISC",
        attribution="Natural Earth",
        url="https://www.naturalearthdata.com",
        sha256="0" * 64,
        command="make data",
    ),
)


def page(atlas: Atlas | None = None, **rest: object) -> str:
    given: dict[str, object] = {
        "boundaries": Lines(),
        "basemap": basemap(),
        "credits": CREDITS,
        "worldview": "un",
        "version": "0.1.0",
        "about": {"Gazetteer": "GeoNames, 230 000 places"},
    }
    return draw_map(small_atlas() if atlas is None else atlas, **(given | rest))  # type: ignore[arg-type]
