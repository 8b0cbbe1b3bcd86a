"""Towns that are pointed at and not named: "in this city", "in the Honduran capital"."""

import re
from collections.abc import Iterator, Mapping

from geo.events.patterns import alternatives
from geo.model.place import Feature, Place, Reason, Resolution
from geo.model.text import Article, Mention, Span, Use

#: What follows where a town is meant, and no money: "the capital market", nor a region's: "the capital of Azuay".
_TOWN_BEHIND = (
    r"(?!,? of\b)(?=\s*$|\s*\n\s*\n|\s*[.,;:!?()\[\]\"“”—–]|['’]s\b|\s+-|\s+(?:"
    + alternatives("""
        in|on|at|by|from|to|with|without|near|after|before|during|since|until|amid|over|through|around|across
        and|or|but|as|when|while|where|who|which|that|because|if|is|are|was|were|has|have|had|will|would|could|may
        can|came|went|saw|said|also|early|late|overnight|today|yesterday|tonight|this|last|again|(?:mon|tues|wednes
        thurs|fri|satur|sun)day|kill\\w*|wound\\w*|injur\\w*|leaving|caus\\w+|damag\\w+|destroy\\w*
    """)
    + r")\b)"
)
#: The town the writer is in.
_HERE = re.compile(rf"\bthis (?:capital(?: city)?|city)\b{_TOWN_BEHIND}", re.IGNORECASE)
#: The capital, where something is.
_CAPITAL = re.compile(
    r"\b(?:"
    + alternatives("""
        in|of|outside|near|around|across|throughout|into|against|hit|struck|rocked|shook
    """)
    + r")\s+(?:downtown\s+|(?:cent|north|south|east|west)\w*\s+)?"
    + rf"(the (?:(?:country|nation)['’]s )?capital(?: city)?)\b{_TOWN_BEHIND}",
    re.IGNORECASE,
)
#: Behind a country or the adjective of one.
_CAPITAL_BEHIND = re.compile(rf"(?:['’]s)? capital(?: city)?\b{_TOWN_BEHIND}", re.IGNORECASE)
#: Characters within which a name behind says which town is meant: "the capital, Lima".
_NAME_WITHIN = 3


def find_deictic(
    article: Article, resolutions: tuple[Resolution, ...], home: Resolution | None, capitals: Mapping[str, Place]
) -> tuple[Resolution, ...]:
    """The resolutions and the towns pointed at, in text order.

    "The capital" is that of a country only where the article is written from it, or speaks of it and its country and
    of no other: regions have capitals as well.

    Args:
        article: the article.
        resolutions: one for each mention, in text order.
        home: the place the article is written from, where it is about the same country.
        capitals: capital by ISO 3166-1 alpha-2 code.
    """
    starts = {r.mention.span.start for r in resolutions}
    found = (
        *_from_here(article.text, home, capitals),
        *_of_countries(article.text, resolutions, capitals),
        *(() if home is not None else _told_before(article.text, resolutions, capitals)),
    )
    unnamed = (r for r in found if not any(r.mention.span.end + i in starts for i in range(_NAME_WITHIN)))
    return tuple(sorted((*resolutions, *unnamed), key=lambda r: r.mention.span))


def _from_here(text: str, home: Resolution | None, capitals: Mapping[str, Place]) -> Iterator[Resolution]:
    here = home.place if home is not None else None
    if home is None or here is None or here.feature is not Feature.CITY:
        return
    for match in _HERE.finditer(text):
        yield _pointing(text, match.span(), here, home.confidence)
    if capitals.get(here.country or "", None) == here:
        for match in _CAPITAL.finditer(text):
            yield _pointing(text, match.span(1), here, home.confidence)


def _told_before(text: str, resolutions: tuple[Resolution, ...], capitals: Mapping[str, Place]) -> Iterator[Resolution]:
    for match in _CAPITAL.finditer(text):
        before = [r for r in resolutions if r.place is not None and r.mention.span.end < match.start(1)]
        seats = {r.place.id: r for r in before if r.place and capitals.get(r.place.country or "") == r.place}
        countries = {r.place.country for r in before if r.place}
        if len(seats) == 1 and len(countries) == 1:
            (seat,) = seats.values()
            if seat.place is not None and seat.mention.use is Use.LITERAL:
                yield _pointing(text, match.span(1), seat.place, seat.confidence)


def _of_countries(
    text: str, resolutions: tuple[Resolution, ...], capitals: Mapping[str, Place]
) -> Iterator[Resolution]:
    for resolution in resolutions:
        place = resolution.place
        capital = capitals.get(place.country or "") if place and place.feature is Feature.COUNTRY else None
        start, end = resolution.mention.span.start, resolution.mention.span.end
        if capital is not None and (match := _CAPITAL_BEHIND.match(text, end)):
            yield _pointing(text, (start, match.end()), capital, resolution.confidence)


def _pointing(text: str, words: tuple[int, int], town: Place, confidence: float) -> Resolution:
    span = Span(start=words[0], end=words[1])
    return Resolution(
        mention=Mention(span=span, text=span.of(text), use=Use.LITERAL),
        place=town,
        reason=Reason.POINTED_AT,
        note="the town that the words point at",
        confidence=confidence,
    )
