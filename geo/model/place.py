"""Places: gazetteer entries, and the choice of one for a mention."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.text import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class LatLon:
    """A WGS 84 position in decimal degrees."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):  # NaN fails here too
            raise ValueError(f"not a position: lat={self.lat}, lon={self.lon}")


class Feature(StrEnum):
    """What kind of thing a place is."""

    CONTINENT = "continent"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    REGION = "region"  # without official outline: Donbas, the Sahel
    CITY = "city"  # any populated place; population says how large
    DISTRICT = "district"
    SEA = "sea"
    STRAIT = "strait"
    LAKE = "lake"
    RIVER = "river"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    AIRPORT = "airport"
    BASE = "base"
    PLANT = "plant"  # power stations and works
    DAM = "dam"
    BRIDGE = "bridge"
    PORT = "port"
    SITE = "site"  # any other spot: a crossing, a camp, a prison
    DERIVED = "derived"  # located by a statement of the text, not by a gazetteer


#: Features that are too wide for a dot: a point of theirs stands for an area.
AREAS = frozenset({Feature.CONTINENT, Feature.COUNTRY, Feature.ADMIN1, Feature.ADMIN2, Feature.REGION})
WATERS = frozenset({Feature.SEA, Feature.STRAIT, Feature.LAKE, Feature.RIVER})
FACILITIES = frozenset(
    {Feature.AIRPORT, Feature.BASE, Feature.PLANT, Feature.DAM, Feature.BRIDGE, Feature.PORT, Feature.SITE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry with a position and an extent."""

    #: Stable across builds: ``geonames:484907``, ``curated:sea-of-azov``, ``airport:UUDD``.
    id: str
    name: str
    at: LatLon
    feature: Feature
    #: ISO 3166-1 alpha-2; None for seas, continents and regions across borders.
    country: str | None
    #: Name of that country in English; None where the gazetteer does not say.
    country_name: str | None = None
    #: Name of the first-level region, and its code such as ``RU.61``.
    admin1: str | None = None
    admin1_code: str | None = None
    #: None where the gazetteer does not know it.
    population: int | None = None
    #: Radius of a circle that covers about all of it, in metres.
    radius_m: float
    #: Who says so: "GeoNames", "incident-map curated list", ...
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may mean, and what speaks for it."""

    place: Place
    #: Sum of the contributions.
    score: float
    #: (feature of the ranker, contribution to the score), largest first.
    why: tuple[tuple[str, float], ...] = ()


class Reason(StrEnum):
    """What decided a resolution."""

    QUALIFIED = "a qualifier in the text names its region or country"
    DATELINE = "it is the dateline or lies near it"
    SAME_NAME = "the same name was decided elsewhere in the article"
    POINTED_AT = "the text points at it without its name"
    NEARBY = "it lies near the article's other places"
    STATED_DISTANCE = "it lies where the article says it does"
    POPULATION = "it is by far the best known place of that name"
    ONLY_CANDIDATE = "it is the only place of that name in the gazetteer"
    DERIVED = "the text says where it lies"
    NOT_IN_GAZETTEER = "not in the gazetteer"
    TIED = "several places of that name fit equally well"
    NAMESAKE = "only namesakes far from the article's other places are in the gazetteer"
    NOT_A_PLACE = "the name is not used for one place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The verdict on one mention. ``place`` is None when we would be guessing."""

    mention: Mention
    place: Place | None
    reason: Reason
    #: What the reason rests on, for a reader: "in 'Azov which is in the Rostov region'".
    note: str = ""
    #: Calibrated probability that the place is right; 0 when there is none.
    confidence: float = 0.0
    #: The best few, best first.
    candidates: tuple[Candidate, ...] = ()
    #: How many entries bear the name.
    candidate_count: int = 0
