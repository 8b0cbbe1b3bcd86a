"""Places that no gazetteer has, located by what the text says of them."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.distances.compass import bearing_deg
from geo.distances.ends import FROM_A_STATEMENT
from geo.distances.intervals import GAZETTEER_ERROR_M, stated_intervals
from geo.distances.measure import destination, geodesic, middle
from geo.distances.reasons import point_name
from geo.distances.spots import spot_at_end
from geo.model.distance import Anchor, ReferenceKind, StatedDistance
from geo.model.names import fold
from geo.model.place import AREAS, WATERS, Feature, LatLon, Place, Reason, Resolution
from geo.model.text import Article, Mention, Span, Use

#: Stated bearings of true statements are off by up to this in 95 of 100 (median 17 degrees).
BEARING_DOUBT_DEG = 38.0
#: Stated over straight distance in recent news: 5th percentile, median, 95th percentile.
STATED_OVER_STRAIGHT = (0.87, 1.06, 1.37)
#: A wider circle locates nothing that a reader could use, in metres.
WIDEST_M = 60_000.0
#: Without a bearing only the surroundings of a place are told, up to this far, in metres.
SURROUNDINGS_M = 30_000.0
#: A reference chosen with less confidence locates nothing.
REFERENCE_SURE_FROM = 0.5
#: How sure a derived place is at most: the circle holds it about nine times in ten.
P_AT_MOST = 0.85
#: What a statement of "halfway" is called in ``other_use``.
HALFWAY = "halfway"
_BETWEEN = re.compile(r"\s+between\b", re.IGNORECASE)
_POINTS = frozenset({ReferenceKind.PLACE, ReferenceKind.FACILITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Circle:
    at: LatLon
    radius_m: float
    beside: Resolution


def derive_places(
    article: Article, stated: Sequence[StatedDistance], resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """The resolutions in the same order, names that no gazetteer has resolved by the distances told of them.

    "Myrne, 12 km west of Bakhmut" puts every Myrne of the article that no gazetteer entry was found
    for into a circle of doubt west of Bakhmut.
    """
    by_span = {r.mention.span: r for r in resolutions}
    located: dict[str, Resolution] = {}
    for one in stated:
        subject = by_span.get(one.subject.mentions[0].span) if one.subject and one.subject.mentions else None
        if subject is None or not _may_be_placed(subject):
            continue
        derived = _derive(article, one, subject.mention, by_span)
        key = fold(subject.mention.text)
        if derived and (key not in located or _radius_m(derived) < _radius_m(located[key])):
            located[key] = derived
    return tuple(_replaced(r, located.get(fold(r.mention.text))) for r in resolutions)


def derive_sites(
    article: Article, stated: Sequence[StatedDistance], resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Nameless spots that the text locates: "a village 12 km west of Bakhmut", each its own mention."""
    by_span = {r.mention.span: r for r in resolutions}
    found: dict[Span, Resolution] = {}
    for one in stated:
        mention = _nameless(article.text, one.subject) if one.subject and not one.subject.mentions else None
        if mention is None and one.other_use == HALFWAY and not (one.subject and one.subject.mentions):
            mention = _midway(article.text, one)
        others = (*by_span, *(span for span in found if mention and span != mention.span))
        if mention is None or any(mention.span.overlaps(span) for span in others):
            continue
        derived = _derive(article, one, mention, by_span)
        if derived and (mention.span not in found or _radius_m(derived) < _radius_m(found[mention.span])):
            found[mention.span] = derived
    return tuple(found.values())


def derive_scenes(
    article: Article, stated: Sequence[StatedDistance], resolutions: Sequence[Resolution]
) -> dict[Span, Resolution]:
    """Where things happened that are told by distance and direction: "a bomb went off 12 km west of Bakhmut".

    By the span of the town's name; the place keeps that name, its position is the middle of the circle. However wide
    that is, it tells more than a dot in the town.
    """
    by_span = {r.mention.span: r for r in resolutions}
    found: dict[Span, Resolution] = {}
    for one in stated:
        nameless = one.subject is None or not one.subject.mentions
        circle = _circle(one, by_span) if one.bearing and nameless else None
        town = circle.beside.place if circle else None
        if circle is None or town is None:
            continue
        place = replace(
            town,
            id=f"derived:{article.id}:{one.span.start}",
            at=circle.at,
            feature=Feature.DERIVED,
            population=None,
            radius_m=circle.radius_m,
            source=FROM_A_STATEMENT,
        )
        note = f"{' '.join(one.text.split())} {point_name(one.bearing or '')} of {town.name}"
        sure = min(P_AT_MOST, circle.beside.confidence)
        located = replace(circle.beside, place=place, reason=Reason.DERIVED, note=note, confidence=sure)
        found.setdefault(located.mention.span, located)
    return found


def _nameless(text: str, subject: Anchor) -> Mention | None:
    """The spot that ends the words of a subject: "a village" of "rockets hit a village"; None for events."""
    spot = spot_at_end(text, subject.span) if subject.span else None
    return Mention(span=spot, text=spot.of(text), use=Use.LITERAL) if spot else None


def _midway(text: str, stated: StatedDistance) -> Mention:
    """The words "halfway between", which locate what happened there, whatever it was."""
    between = _BETWEEN.match(text, stated.span.end)
    span = Span(start=stated.span.start, end=between.end() if between else stated.span.end)
    return Mention(span=span, text=span.of(text), use=Use.LITERAL)


def _derive(
    article: Article, stated: StatedDistance, mention: Mention, by_span: Mapping[Span, Resolution]
) -> Resolution | None:
    circle = _halfway(stated, by_span) if stated.other_use == HALFWAY else _circle(stated, by_span)
    if circle is None or circle.radius_m > WIDEST_M:
        return None
    beside = circle.beside.place
    place = Place(
        id=f"derived:{article.id}:{mention.span.start}",
        name=_name(article.text, stated, mention),
        at=circle.at,
        feature=Feature.DERIVED,
        country=beside.country if beside else None,
        country_name=beside.country_name if beside else None,
        radius_m=circle.radius_m,
        source=FROM_A_STATEMENT,
    )
    words = " ".join(stated.sentence.of(article.text).split())
    return Resolution(
        mention=mention,
        place=place,
        reason=Reason.DERIVED,
        note=f"“{words}”",
        confidence=min(P_AT_MOST, circle.beside.confidence),
    )


def _name(text: str, stated: StatedDistance, mention: Mention) -> str:
    """The words of the text; "halfway between X and Y" whole."""
    whole = stated.other_use == HALFWAY and mention.span.start == stated.span.start
    if not (whole and stated.reference and stated.reference.span):
        return mention.text
    return " ".join(text[mention.span.start : stated.reference.span.end].split())


def _circle(stated: StatedDistance, by_span: Mapping[Span, Resolution]) -> _Circle | None:
    """Where a stated distance and bearing put the subject, and how wide the doubt is."""
    reference = _known(stated, by_span, 0)
    readings = stated_intervals(stated)
    if reference is None or reference.place is None or not readings or not stated.place_to_place:
        return None
    place = reference.place
    least, usual, most = STATED_OVER_STRAIGHT
    low, high = readings[0].low / most, readings[0].high / least
    own = place.radius_m + GAZETTEER_ERROR_M
    if stated.bearing is None:
        return _Circle(at=place.at, radius_m=high + own, beside=reference) if high <= SURROUNDINGS_M else None
    if not math.isfinite(high):
        return None
    distance = (stated.metres or 0.0) / usual
    across = distance * math.sin(math.radians(BEARING_DOUBT_DEG))
    along = max(distance - low, high - distance)
    at = destination(place.at, bearing_deg(stated.bearing), distance)
    return _Circle(at=at, radius_m=max(across, along) + GAZETTEER_ERROR_M, beside=reference)


def _halfway(stated: StatedDistance, by_span: Mapping[Span, Resolution]) -> _Circle | None:
    """The middle between two places; the doubt is a quarter of the way."""
    one, other = _known(stated, by_span, 0), _known(stated, by_span, 1)
    if one is None or other is None or one.place is None or other.place is None:
        return None
    metres, _ = geodesic(one.place.at, other.place.at)
    return _Circle(at=middle(one.place.at, other.place.at), radius_m=metres / 4 + GAZETTEER_ERROR_M, beside=one)


def _known(stated: StatedDistance, by_span: Mapping[Span, Resolution], which: int) -> Resolution | None:
    """The reference's resolution, if it is a point that one can be sure of."""
    anchor = stated.reference
    if anchor is None or len(anchor.mentions) <= which or stated.reference_kind not in _POINTS:
        return None
    found = by_span.get(anchor.mentions[which].span)
    if found is None or found.place is None or found.confidence < REFERENCE_SURE_FROM:
        return None
    return None if found.place.feature in AREAS | WATERS or found.place.feature is Feature.DERIVED else found


def _replaced(resolution: Resolution, derived: Resolution | None) -> Resolution:
    if derived is None or not _may_be_placed(resolution):
        return resolution
    return replace(derived, mention=resolution.mention)


def _may_be_placed(resolution: Resolution) -> bool:
    """Whether nothing is known of where a name lies but what the words around it say, of which a distance says most."""
    return resolution.place is None or resolution.place.feature is Feature.DERIVED


def _radius_m(resolution: Resolution) -> float:
    return resolution.place.radius_m if resolution.place else math.inf
