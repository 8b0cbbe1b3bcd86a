"""The places at both ends of a stated distance, or why they are not known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from geo.distances.antecedents import names_capital, names_capital_of
from geo.distances.measure import geodesic
from geo.model.distance import Anchor
from geo.model.place import AREAS, Feature, Place, Reason, Resolution
from geo.model.text import Mention, Span

#: A place chosen with less confidence than this proves nobody wrong: of 152 statements checked by hand 26 were
#: wrong, so that a contradiction at lower confidence is sooner our namesake than their error.
SURE_FROM = 0.7
#: A city of half a million is rarely mistaken for its namesakes.
METROPOLIS, METROPOLIS_SURE_FROM = 500_000, 0.5
#: People; towns this large are not taken for their namesakes.
WELL_KNOWN = 100_000
#: A name with this many entries in the gazetteer has more that are not in it.
COMMON_NAME = 3
_LAND = re.compile(
    r"\b(?:hills?|mountains?|forests?|jungle|desert|valley|range|highlands?|volcano|lake|river|bay|gulf|coast)$",
    re.IGNORECASE,
)
#: Entries of one name this close are one place, in metres.
SAME_PLACE_M = 25_000.0
_REGIONS = frozenset({Feature.ADMIN1, Feature.ADMIN2, Feature.REGION})
_SAYS_REGION = re.compile(
    r"\b(?:department|province|state|oblast|region|county|governorate|prefecture|republic|territory|d\.?c\.?)\b",
    re.IGNORECASE,
)
_SAYS_TOWN = re.compile(r"\b(?:city|town|village|settlement|hamlet)\b", re.IGNORECASE)
#: A thing of few words: "the body", "a prairie research site", "where they met"; what has a verb tells of an event.
_THING = re.compile(
    r"(?:where\b.*|(?:an?|the|this|that|these|those|his|her|its|their|our|my|[\w'’]+['’]s)\s(?!(?:was|were|is|are|has|had|took|came)\b)\S+(?:\s(?!(?:was|were|is|are|has|had|took|came)\b)\S+){0,3}\s?)",
    re.IGNORECASE | re.DOTALL,
)
#: People; no village has more.
NO_VILLAGE = 20_000
_NEXT = 30  # characters looked at beside a name
_VILLAGE_BEFORE = re.compile(r"\b(?:village|hamlet)\s+(?:(?:of|called|named)\s+)?$", re.IGNORECASE)
_VILLAGE_BEHIND = re.compile(r"\s+(?:village|hamlet)\b|,\s+an?\s+(?:\w+\s+)?(?:village|hamlet)\b", re.IGNORECASE)
#: Behind a name: a site that is called after a town and may lie far outside of it.
_OUTSIDE = re.compile(
    r"\s+(?:(?:international|regional|air|force|military|naval|nuclear|power|oil|thermal|hydroelectric)\s+)*"
    r"(?:airport|airfield|airbase|base|plant|dam|refinery|port|camp|mine|field|reservoir|farm|ranch)\b",
    re.IGNORECASE,
)
#: Source of places that were derived from stated distances.
FROM_A_STATEMENT = "a distance stated in the article"
#: The text itself tells these places from their namesakes.
_NO_NAMESAKE = frozenset({Reason.QUALIFIED, Reason.ONLY_CANDIDATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an article's names were resolved to, and the capitals of countries."""

    text: str
    by_span: Mapping[Span, Resolution]
    #: Capital by ISO 3166-1 alpha-2 code; may be empty.
    capitals: Mapping[str, Place]
    #: Every sea the gazetteer has; may be empty.
    seas: tuple[Place, ...] = ()

    def country_name(self, code: str) -> str:
        """The country's name, as a place in it or its capital gives it, else its code."""
        for resolution in self.by_span.values():
            place = resolution.place
            if place and place.country == code and place.country_name:
                return place.country_name
        capital = self.capitals.get(code)
        return (capital.country_name if capital else None) or code


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a distance."""

    place: Place | None = None
    #: Why there is no place; "" when there is one.
    why: str = ""
    #: Why an inconsistency may be ours, whichever place of the name is meant; "" when it is not.
    doubt: str = ""
    #: Why another place of the name may be meant; "" when the text or fame tells which.
    unsure: str = ""
    #: What was taken for what, where it was the statement itself that decided; "" where it was not.
    taken_for: str = ""
    #: Other places of the name, in case one fits better.
    namesakes: tuple[Place, ...] = ()
    #: How many places bear the name, 0 where the text itself tells them apart.
    bearers: int = 0
    #: Whether the text itself says which of the name it is: "Narva, Estonia".
    told: bool = False
    #: All of them where there are few and a town was chosen; else empty: villages have namesakes no gazetteer has.
    each: tuple[Place, ...] = ()


def subject_end(anchor: Anchor | None, known: Known) -> End:
    """The place of what the text locates."""
    if anchor is None:
        return End(why="the text does not say what lies there")
    return _end(anchor, known, beside=None)


def reference_end(anchor: Anchor | None, known: Known, subject: Place | None) -> End:
    """The place it is located from; a capital is that of the country named, or of the subject's."""
    if anchor is None:
        return End(why="the text does not say from where")
    return _end(anchor, known, beside=subject)


def _end(anchor: Anchor, known: Known, *, beside: Place | None) -> End:
    resolution = known.by_span.get(anchor.mentions[0].span) if anchor.mentions else None
    place = resolution.place if resolution else None
    if names_capital(anchor.text):
        if capital := _capital(anchor, place, known, beside=beside):
            return End(place=capital)
        if place is None or place.feature is Feature.COUNTRY or names_capital_of(anchor.text):
            return End(why=f"which city “{anchor.text}” is, is not known")
    if not anchor.mentions:
        return End(why=_unnamed(anchor.text, else_="what lies there" if beside is None else "what it is measured from"))
    if resolution is None or place is None:
        reason = resolution.reason.value if resolution else "not resolved"
        return End(why=f"where {anchor.mentions[0].text} lies is not known: {reason}")
    if place.source == FROM_A_STATEMENT:  # it would agree with itself
        return End(why=f"where {anchor.mentions[0].text} lies is known from this text alone")
    place = _town(anchor.mentions[0].text, place, resolution)
    if place.feature in AREAS and _SAYS_TOWN.search(anchor.text) and anchor.mentions[0].text not in anchor.text:
        return End(why=f"the text does not tell by name which town “{_plain(anchor.text)}” is")
    others = tuple(c.place for c in resolution.candidates if _is_namesake(c.place, place))
    famous = (place.population or 0) >= WELL_KNOWN
    taken = "" if famous else f"of the places called {place.name} the one that lies there was taken"
    return End(
        place=place,
        doubt=_doubt(anchor.mentions[0], place, known),
        unsure=_unsure(resolution, place),
        taken_for=(resolution.note or taken) if resolution.reason is Reason.STATED_DISTANCE else "",
        namesakes=() if resolution.reason in _NO_NAMESAKE else others,
        told=resolution.reason is Reason.QUALIFIED,
        bearers=0 if resolution.reason in _NO_NAMESAKE else resolution.candidate_count,
        each=(place, *others) if _are_all_known(resolution, place) else (),
    )


def _doubt(name: Mention, place: Place, known: Known) -> str:
    """Why what is meant may be another thing than any place of the name."""
    if place.feature is Feature.DERIVED:
        return f"{place.name} was placed by the words around it"
    if place.feature is Feature.CITY and _LAND.search(name.text):
        return f"“{name.text}” is more than the town {place.name}"
    if _OUTSIDE.match(known.text, name.span.end):
        return f"a site that bears the name of {place.name} may lie outside of it"
    if (place.population or 0) >= NO_VILLAGE and _is_called_village(known.text, name.span):
        return f"the text speaks of a village, and the {place.name} known is a town of {place.population:,} people"
    return ""


def _unsure(resolution: Resolution, place: Place) -> str:
    """Why another place of the name may be meant."""
    if not _is_sure(resolution, place):
        return f"which {place.name} is meant is uncertain"
    many = _has_many_namesakes(resolution, place)
    return f"{resolution.candidate_count} places are called {place.name}" if many else ""


def _are_all_known(resolution: Resolution, place: Place) -> bool:
    """Whether a town was chosen among a few that were all kept."""
    return 0 < len(resolution.candidates) == resolution.candidate_count and (place.population or 0) >= NO_VILLAGE


def _is_called_village(text: str, name: Span) -> bool:
    """Whether the words beside a name say that it is a village: "the village of X", "X, a village"."""
    before, behind = text[max(0, name.start - _NEXT) : name.start], text[name.end : name.end + _NEXT]
    return bool(_VILLAGE_BEFORE.search(before) or _VILLAGE_BEHIND.match(behind))


def _is_sure(resolution: Resolution, place: Place) -> bool:
    """Whether the choice is confident, or was only one between a town and its own region."""
    known_to_all = (place.population or 0) >= METROPOLIS and place.feature is Feature.CITY
    if resolution.confidence >= (METROPOLIS_SURE_FROM if known_to_all else SURE_FROM):
        return True
    known = resolution.candidates and len(resolution.candidates) == resolution.candidate_count
    return bool(known) and not any(_is_namesake(c.place, place) for c in resolution.candidates)


def _has_many_namesakes(resolution: Resolution, place: Place) -> bool:
    """Whether a small place of a common name was chosen for no reason in the text itself."""
    if resolution.reason in _NO_NAMESAKE or (place.population or 0) >= WELL_KNOWN:
        return False
    return resolution.candidate_count >= COMMON_NAME and place.feature not in AREAS


def _is_namesake(other: Place, place: Place) -> bool:
    """Whether a candidate is another spot, and not the region or the suburbs of the place itself."""
    return other.feature not in AREAS and geodesic(other.at, place.at)[0] > SAME_PLACE_M + place.radius_m


def _unnamed(words: str, *, else_: str) -> str:
    """Why an end without a name has no place; ``else_`` is what to call an end that is no thing of few words."""
    if not words:
        return "the text does not say from where"
    thing = f"“{_plain(words)}”" if _THING.fullmatch(words) else else_
    return f"{thing} was not traced to a place with a name"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _town(name: str, place: Place, resolution: Resolution) -> Place:
    """The town that a region is named for, unless the text says that the region is meant.

    Distances are told from towns: "40 km from Herat" is not from the middle of the province.
    """
    if place.feature not in _REGIONS or _SAYS_REGION.search(name):
        return place
    towns = (
        c.place for c in resolution.candidates if c.place.feature is Feature.CITY and c.place.country == place.country
    )
    return next((t for t in towns if geodesic(t.at, place.at)[0] <= place.radius_m), place)


def _capital(anchor: Anchor, place: Place | None, known: Known, *, beside: Place | None) -> Place | None:
    """The capital of the country that the phrase names, else of the subject's."""
    if place is not None and place.feature is Feature.COUNTRY:
        return known.capitals.get(place.country or "")
    if names_capital_of(anchor.text) or beside is None:
        return None
    return known.capitals.get(beside.country or "")


def border_countries(anchor: Anchor, known: Known, subject: Place) -> tuple[str | None, str | None]:
    """Whose border is meant: (of, with); None stands for any country.

    "The Ukrainian border" seen from Russia is the one both share; "the border" is that of the
    subject's own country with any other.
    """
    named = []
    for mention in anchor.mentions:
        resolution = known.by_span.get(mention.span)
        if resolution and resolution.place and resolution.place.country:
            named.append(resolution.place.country)
    match named:
        case [one, other, *_]:
            return one, other
        case [one] if one != subject.country:
            return one, subject.country
        case [one]:
            return one, None
        case _:
            return subject.country, None
