"""What a statement is measured to: a place, a border, a coast, or nothing, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.distances.ends import End, Known, border_countries, reference_end
from geo.distances.measure import Measured, geodesic, measure_border, measure_coast, measure_places
from geo.model.distance import Anchor, ReferenceKind, StatedDistance
from geo.model.place import AREAS, WATERS, Feature, LatLon, Place
from geo.protocols import Boundaries

#: A region whose radius is more than this share of the distance is too wide to be measured to.
WIDE_SHARE = 0.5
#: A coast is surely a sea's if it lies this many times deeper in that sea's circle than in any other's.
CLEARLY = 1.5
_WIDE = AREAS | WATERS
_NO_SHORE = "the shores of lakes and rivers are not in the data"
_NO_BORDER = "no such land border is in the data"
_NOT_DRAWN = {
    ReferenceKind.LINE: "lines on the ground, such as front lines and roads, are not in the data",
    ReferenceKind.RIVER: "the courses of rivers are not in the data",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was measured to, or why nothing was."""

    measured: Measured | None = None
    #: "Kyiv", "border of Ukraine and Russia", "coast".
    name: str | None = None
    #: None for borders and coasts.
    place: Place | None = None
    why: str = ""
    #: Why an inconsistency may be ours, whichever place of the name is meant; "" when it is not.
    doubt: str = ""
    #: Why another place of the name may be meant.
    unsure: str = ""
    #: What was taken for what, where the text leaves it open; "" where it does not.
    taken_for: str = ""
    namesakes: tuple[Place, ...] = ()
    bearers: int = 0
    #: Whether the text itself says which of the name it is.
    told: bool = False
    each: tuple[Place, ...] = ()


def find_target(stated: StatedDistance, subject: Place, known: Known, boundaries: Boundaries) -> Target:
    """Measure from the subject's place to the reference that the text names."""
    anchor, kind = stated.reference, stated.reference_kind
    if kind in _NOT_DRAWN:
        return Target(why=_NOT_DRAWN[kind])
    if kind is ReferenceKind.BORDER and anchor:
        return _border(anchor, subject, known, boundaries)
    if kind is ReferenceKind.COAST and anchor:
        return _coast(anchor, subject, known, boundaries)
    end = reference_end(anchor, known, subject)
    if end.place is None:
        return Target(why=end.why)
    if end.place.feature is Feature.COUNTRY and anchor:
        return _country(end.place, subject, known, boundaries)
    if end.place.feature in (Feature.LAKE, Feature.RIVER):
        return Target(name=end.place.name, why=_NO_SHORE)
    if end.place.feature in WATERS and anchor:
        return _coast(anchor, subject, known, boundaries)
    if anchor and _lies_abroad(end.place, subject):
        measured = measure_border(subject, boundaries, of=end.place.country, with_=subject.country)
        doubt = f"measured to the border before {end.place.name}"
        return Target(measured=measured, name=end.place.name, doubt=doubt, why="" if measured else _NO_BORDER)
    return _place(end, end.place, subject)


def _lies_abroad(region: Place, subject: Place) -> bool:
    """Whether a region lies in another country than the subject, so that a border comes first."""
    if region.feature not in AREAS or subject.feature in AREAS:
        return False
    return region.country is not None and subject.country is not None and region.country != subject.country


def _place(end: End, place: Place, subject: Place) -> Target:
    if place.id == subject.id:
        return Target(name=place.name, place=place, why=f"both ends were read as {place.name}")
    measured = measure_places(subject, place)
    wide = [p for p in (subject, place) if p.feature in _WIDE]
    why = doubt = ""
    if any(p.radius_m > WIDE_SHARE * measured.distance_m for p in wide):
        why = f"{wide[0].name} is too wide for one figure"
    elif wide:
        doubt = f"{wide[0].name} is wide, measured from its middle"
    return Target(
        measured=measured,
        name=place.name,
        place=place,
        why=why,
        doubt=doubt or end.doubt,
        unsure=end.unsure,
        taken_for=end.taken_for,
        namesakes=end.namesakes,
        bearers=end.bearers,
        told=end.told,
        each=end.each,
    )


def _border(anchor: Anchor, subject: Place, known: Known, boundaries: Boundaries) -> Target:
    if subject.feature in _WIDE:
        return Target(why=f"{subject.name} is too wide to measure from")
    if _is_internal(anchor, known):
        return Target(why="borders within a country are not in the data")
    of, with_ = border_countries(anchor, known, subject)
    measured = measure_border(subject, boundaries, of=of, with_=with_)
    if measured is None and with_ is not None:
        measured = measure_border(subject, boundaries, of=of, with_=None)
    if measured is None:
        return Target(why=_NO_BORDER)
    countries = measured.countries or tuple(c for c in (of, with_) if c)
    name = "border of " + " and ".join(known.country_name(code) for code in countries)
    if anchor.mentions:
        return Target(measured=measured, name=name)
    taken = f"“{anchor.text}” taken for the {name}"
    return Target(measured=measured, name=name, doubt="the text does not say whose border is meant", taken_for=taken)


def _country(country: Place, subject: Place, known: Known, boundaries: Boundaries) -> Target:
    """Measure to the border that the subject's country shares with another: "5 km from Russia"."""
    if subject.feature in _WIDE:
        return Target(why=f"{subject.name} is too wide to measure from")
    if subject.country == country.country:
        return Target(why=f"{subject.name} lies in {country.name}")
    measured = measure_border(subject, boundaries, of=country.country, with_=subject.country)
    if measured is None:
        return Target(why=_NO_BORDER)
    name = "border of " + " and ".join(known.country_name(code) for code in measured.countries)
    coast = measure_coast(subject, boundaries)
    by_sea = coast is not None and coast.distance_m < measured.distance_m
    return Target(measured=measured, name=name, doubt=f"{country.name} may be nearer across the sea" if by_sea else "")


def _is_internal(anchor: Anchor, known: Known) -> bool:
    """Whether the border named is that of a state or county."""
    for mention in anchor.mentions:
        resolution = known.by_span.get(mention.span)
        if resolution and resolution.place and resolution.place.feature in (Feature.ADMIN1, Feature.ADMIN2):
            return True
    return "line" in anchor.text.casefold().split()


def _coast(anchor: Anchor, subject: Place, known: Known, boundaries: Boundaries) -> Target:
    if subject.feature in _WIDE:
        return Target(why=f"{subject.name} is too wide to measure from")
    measured = measure_coast(subject, boundaries)
    if measured is None:
        return Target(why="no coast is in the data")
    why, doubt = _other_coast(anchor, measured.line[1], measured.countries, known)
    return Target(measured=measured, name="coast", why=why, doubt=doubt)


def _other_coast(anchor: Anchor, at: LatLon, countries: Sequence[str], known: Known) -> tuple[str, str]:
    """Why the nearest coast is not the one meant, or why it may not be; "" where it is, or where none is named."""
    for mention in anchor.mentions:
        resolution = known.by_span.get(mention.span)
        place = resolution.place if resolution else None
        if place is None:
            return "", f"which coast “{anchor.text}” is, is not known"
        if place.feature in WATERS:
            return _other_water(place, at, known.seas)
        if place.country not in countries:
            return "", f"the nearest coast may not be that of {place.name}"
    return "", ""


def _other_water(water: Place, at: LatLon, seas: Sequence[Place]) -> tuple[str, str]:
    """The same for a named water: a coast is taken for that of the sea whose circle it lies deepest in."""

    def depth(sea: Place) -> float:
        return geodesic(at, sea.at)[0] / sea.radius_m

    may_not = f"the nearest coast may not be that of the {water.name}"
    ranked = sorted((sea for sea in seas if sea.id != water.id), key=depth)
    if not ranked or water.feature is not Feature.SEA:
        return (may_not if depth(water) > 1 else ""), may_not
    other = ranked[0]
    if depth(water) * CLEARLY <= depth(other):
        return "", ""
    beside = geodesic(water.at, other.at)[0] <= max(water.radius_m, other.radius_m)
    if beside or depth(water) <= depth(other):
        return "", may_not
    return may_not, ""
