"""Tiny factories: a text and the places it names become what the stage is given."""

import datetime as dt
import re

from geo.incidents.code import code_incidents
from geo.model.place import Feature, LatLon, Place, Reason, Resolution
from geo.model.text import Article, Mention, Span, Use


def place(name, lat=0.0, lon=0.0, *, feature="city", country="UA", **more):
    """A gazetteer entry; a radius that fits its feature unless told."""
    radius = {"country": 400_000.0, "admin1": 120_000.0}.get(feature, 5_000.0)
    return Place(
        id=f"test:{name.casefold()}",
        name=name,
        at=LatLon(lat=lat, lon=lon),
        feature=Feature(feature),
        country=country,
        source="test",
        radius_m=more.pop("radius_m", radius),
        **more,
    )


TAGANROG = place("Taganrog", 47.236, 38.897, country="RU", admin1_code="RU.61")
AZOV = place("Azov", 47.11, 39.42, country="RU", admin1_code="RU.61")
ROSTOV = place("Rostov", 47.5, 41.0, country="RU", feature="admin1", admin1_code="RU.61")
KYIV = place("Kyiv", 50.45, 30.52)
LVIV = place("Lviv", 49.84, 24.03)
ODESA = place("Odesa", 46.48, 30.73)
KHARKIV = place("Kharkiv", 49.98, 36.25)
UKRAINE = place("Ukraine", 49.0, 32.0, feature="country")
RUSSIA = place("Russia", 60.0, 90.0, feature="country", country="RU")
KNOWN = {p.name: p for p in (TAGANROG, AZOV, ROSTOV, KYIV, LVIV, ODESA, KHARKIV, UKRAINE, RUSSIA)}
KNOWN |= {"Ukrainian": UKRAINE, "Russian": RUSSIA}


def article(text, date=None, id_="a", **more):
    return Article(id=id_, text=text, date=dt.date.fromisoformat(date) if date else None, **more)


def resolutions(text, places=KNOWN, associative=("Ukrainian", "Russian")):
    """One resolution for each occurrence of a known name; None stands for a name the gazetteer lacks."""
    names = "|".join(sorted(map(re.escape, places), key=len, reverse=True))
    return tuple(_resolution(match, places, associative) for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text))


def _resolution(match, places, associative):
    name, found = match.group(), places[match.group()]
    return Resolution(
        mention=Mention(
            span=Span(start=match.start(), end=match.end()),
            text=name,
            use=Use.ASSOCIATIVE if name in associative else Use.LITERAL,
        ),
        place=found,
        reason=Reason.ONLY_CANDIDATE if found else Reason.NOT_IN_GAZETTEER,
        confidence=0.9 if found else 0.0,
    )


def reports(text, date="2024-05-17", places=KNOWN, associative=("Ukrainian", "Russian"), **more):
    """What the stage says of a text; 17 May 2024 was a Friday."""
    return code_incidents(article(text, date, **more), resolutions(text, places, associative))
