"""A few real places (GeoNames, CC BY 4.0), a straight border, and articles about them."""

from geo.model.distance import NearestLine, StatedDistance
from geo.model.place import Feature, LatLon, Place, Reason, Resolution
from geo.model.text import Article, Mention, Span, Use

COUNTRIES = {"RU": "Russia", "UA": "Ukraine", "SY": "Syria"}
PLACES = {
    name: Place(
        id=f"geonames:{number}",
        name=name,
        at=LatLon(lat=lat, lon=lon),
        feature=feature,
        country=country,
        country_name=COUNTRIES[country],
        radius_m=radius_m,
        population=1_000_000 if feature is Feature.CITY and radius_m > 9_000 else 80_000,
        source="GeoNames",
    )
    for name, number, lat, lon, feature, country, radius_m in (
        ("Taganrog", 484907, 47.23627, 38.9053, Feature.CITY, "RU", 7_400.0),
        ("Kyiv", 703448, 50.45466, 30.5238, Feature.CITY, "UA", 13_000.0),
        ("Bila Tserkva", 712147, 49.80939, 30.11209, Feature.CITY, "UA", 6_900.0),
        ("Homs", 169577, 34.72682, 36.72339, Feature.CITY, "SY", 9_500.0),
        ("Damascus", 170654, 33.5102, 36.29128, Feature.CITY, "SY", 11_500.0),
        ("Bakhmut", 711505, 48.59442, 38.00037, Feature.CITY, "UA", 5_000.0),
        ("Ukraine", 690791, 49.0, 32.0, Feature.COUNTRY, "UA", 600_000.0),
        ("Russia", 2017370, 60.0, 100.0, Feature.COUNTRY, "RU", 3_000_000.0),
        ("Syria", 163843, 35.0, 38.0, Feature.COUNTRY, "SY", 300_000.0),
        ("Donbas", 1, 48.3, 38.0, Feature.REGION, "UA", 150_000.0),
    )
}
#: What else the texts of the tests call them.
OTHER_NAMES = {"Ukrainian": "Ukraine", "Russian": "Russia", "Syrian": "Syria"}


class StraightBorder:
    """A border along a meridian 42.8 km west of Taganrog, and a coast 70 km west of Homs."""

    def nearest_border(self, at, *, of=None, with_=None, worldview=None):
        if not {of, with_} <= {"UA", "RU", None}:
            return None
        lon = 38.9053 - (0.5655 if worldview != "de-facto" else 1.5)
        east = LatLon(lat=at.lat, lon=lon)
        metres = abs(at.lon - lon) * 75_690.0
        return NearestLine(at=east, distance_m=metres, countries=("RU", "UA"), status="agreed", error_m=250.0)

    def nearest_coast(self, at):
        west = LatLon(lat=at.lat, lon=at.lon - 0.75)
        return NearestLine(at=west, distance_m=68_700.0, countries=("SY",), status="agreed", error_m=250.0)


def article(text: str) -> Article:
    return Article(id="a", text=text)


def mentions(text: str, *extra: str) -> tuple[Mention, ...]:
    """Every place name of the little world that a text holds, in any case, and the extra ones."""
    found = []
    for name in (*PLACES, *OTHER_NAMES, *extra):
        start = -1
        while (start := text.casefold().find(name.casefold(), start + 1)) >= 0:
            span = Span(start=start, end=start + len(name))
            if not any(span.overlaps(m.span) for m in found):
                found.append(Mention(span=span, text=span.of(text), use=Use.LITERAL))
    return tuple(sorted(found, key=lambda m: m.span))


def resolutions(text: str, *extra: str, confidence: float = 0.9) -> tuple[Resolution, ...]:
    """Each mention with its place, or none where the world has no such place."""
    return tuple(_resolution(m, confidence) for m in mentions(text, *extra))


def _resolution(mention: Mention, confidence: float) -> Resolution:
    name = next((n for n in (*PLACES, *OTHER_NAMES) if n.casefold() == mention.text.casefold()), "")
    place = PLACES.get(OTHER_NAMES.get(name, name))
    reason = Reason.ONLY_CANDIDATE if place else Reason.NOT_IN_GAZETTEER
    return Resolution(mention=mention, place=place, reason=reason, confidence=confidence if place else 0.0)


def only(stated: tuple[StatedDistance, ...]) -> StatedDistance:
    """The one place-to-place statement of a text."""
    (one,) = (s for s in stated if s.place_to_place)
    return one
