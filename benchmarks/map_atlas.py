"""Invented atlases of any size for measuring the map: licence prose cut into sentences, towns at random."""

import datetime as dt
import itertools
import random
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from geo.model.incident import Attribution, CasualtyClaim, GeoPrecision, Incident, IncidentType, Report, Role, When
from geo.model.place import Feature, LatLon, Place
from geo.model.reading import Atlas, Reading
from geo.model.text import Article, Span

#: Characters of the quoted prose, so that a plain popup of the incident is 977 bytes of HTML as in the baseline.
PROSE_CHARACTERS = 602
_TYPES = tuple(IncidentType)
_VOICES = ("the regional governor", "the health ministry", "a rescue service", "witnesses", "the defence ministry")


@cache
def word_pairs() -> dict[str, tuple[str, ...]]:
    """Which words follow a word in the licences of the installed packages."""
    words: list[str] = []
    for distribution in sorted(distributions(), key=lambda d: d.metadata["Name"] or ""):
        for file in distribution.files or ():
            found = Path(str(file.locate()))
            if "LICENSE" in file.name.upper() and found.suffix != ".py" and found.is_file() and len(words) < 60_000:
                words += found.read_text(encoding="utf-8", errors="replace").split()
    pairs: dict[str, list[str]] = {}
    for word, following in itertools.pairwise(words):
        pairs.setdefault(word, []).append(following)
    return {word: tuple(following) for word, following in pairs.items()}


def prose(chance: random.Random, characters: int) -> str:
    """Text from the word pairs, about as long as asked."""
    pairs = word_pairs()
    starts = tuple(pairs)
    word, words, length = chance.choice(starts), [], 0
    while length < characters:
        words.append(word)
        length += len(word) + 1
        word = chance.choice(pairs.get(word, starts))
    return " ".join(words)


def town(chance: random.Random, number: int) -> Place:
    lat, lon = chance.gauss(48.5, 2.2), chance.gauss(36.0, 3.5)
    return Place(
        id=f"town:{number}",
        name=f"Town {number}",
        at=LatLon(lat=lat, lon=lon),
        feature=Feature.CITY,
        country="UA",
        admin1=f"Region {number % 24}",
        radius_m=chance.uniform(500, 6000),
        source="GeoNames",
    )


def reading(chance: random.Random, number: int, place: Place) -> Reading:
    """One article with one report; its card shows about CARD_CHARACTERS of text."""
    killed, injured = chance.randrange(9), chance.randrange(40)
    said = f"{killed} people were killed and {injured} wounded in {place.name}, officials said on that day."
    rest = prose(chance, PROSE_CHARACTERS)
    text = f"{said}\n{rest}"
    whole, more = Span(start=0, end=len(said)), Span(start=len(said) + 1, end=len(text))
    date = dt.date(2022, 2, 24) + dt.timedelta(days=int(chance.random() ** 0.7 * 1000))
    report = Report(
        article_id=f"a{number}",
        role=Role.MAIN,
        type=_TYPES[min(int(chance.expovariate(0.6)), len(_TYPES) - 1)],
        sub="shelling",
        when=When(date=date, precision="day", text="that day"),
        place=place,
        place_span=Span(start=said.index(place.name), end=said.index(place.name) + len(place.name)),
        place_reason="it is the only place of that name in the gazetteer",
        place_confidence=0.9,
        geo_precision=GeoPrecision.CITY,
        radius_m=place.radius_m,
        casualties=tuple(
            CasualtyClaim(
                kind=kind, n=n, who=chance.choice(_VOICES), span=Span(start=at, end=at + 1), sentence=sentence
            )
            for kind, n, sentence, at in (("killed", killed, whole, 0), ("injured", injured, more, more.start))
        ),
        attributions=(
            Attribution(who="the ministry", stance="blames", whom="the other side", span=Span(start=0, end=9)),
        ),
        evidence=whole,
        trigger=Span(start=0, end=1),
    )
    title = prose(chance, 50)
    article = Article(
        id=f"a{number}",
        text=text,
        title=title,
        date=date,
        publisher=f"Paper {number % 40}",
        url=f"https://example.org/{number}",
    )
    return Reading(article=article, reports=(report,))


def invented_atlas(size: int) -> Atlas:
    """The same atlas for the same size."""
    chance = random.Random(size)
    towns = [town(chance, n) for n in range(max(1, size // 3))]
    readings = tuple(reading(chance, n, chance.choice(towns)) for n in range(size))
    return Atlas(incidents=tuple(_incident(r.reports[0]) for r in readings), readings=readings)


def _incident(report: Report) -> Incident:
    return Incident(
        id=f"i{report.article_id}",
        type=report.type,
        sub=report.sub,
        role=report.role,
        when=report.when,
        place=report.place,
        at=report.place.at if report.place else None,
        geo_precision=report.geo_precision,
        radius_m=report.radius_m,
        status=report.status,
        reports=(report,),
    )
