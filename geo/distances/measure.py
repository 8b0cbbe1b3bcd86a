"""Measuring on the WGS 84 ellipsoid, from place to place and from place to border or coast."""

from dataclasses import dataclass

from pyproj import Geod

from geo.model.distance import NearestLine
from geo.model.place import LatLon, Place
from geo.protocols import Boundaries

_WGS84 = Geod(ellps="WGS84")
#: Names of the ways to draw disputed borders that every ``Boundaries`` knows.
WORLDVIEWS = ("un", "de-facto")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A distance with its ends, and what is known about their doubt."""

    distance_m: float
    #: Of the subject seen from the reference, degrees clockwise from north, 0..360.
    bearing_deg: float
    line: tuple[LatLon, LatLon]
    #: Sum of the radii of both ends.
    radii_m: float
    #: How far a border or coast may be drawn from where it is.
    error_m: float = 0.0
    #: Countries on both sides of a border.
    countries: tuple[str, ...] = ()
    #: Metres under worldviews that give another distance.
    other_views: tuple[tuple[str, float], ...] = ()


def geodesic(start: LatLon, end: LatLon) -> tuple[float, float]:
    """Metres between two positions, and the bearing of the first seen from the second."""
    forward, _, metres = _WGS84.inv(end.lon, end.lat, start.lon, start.lat)
    return metres, forward % 360


def measure_places(subject: Place, reference: Place) -> Measured:
    """Between the points of two places."""
    metres, bearing = geodesic(subject.at, reference.at)
    radii = subject.radius_m + reference.radius_m
    return Measured(distance_m=metres, bearing_deg=bearing, line=(subject.at, reference.at), radii_m=radii)


def measure_border(subject: Place, boundaries: Boundaries, *, of: str | None, with_: str | None) -> Measured | None:
    """To the nearest border of a country, shared with another if one is given."""
    nearest = boundaries.nearest_border(subject.at, of=of, with_=with_)
    if nearest is None:
        return None
    others = tuple(
        (view, seen.distance_m)
        for view in WORLDVIEWS
        if (seen := boundaries.nearest_border(subject.at, of=of, with_=with_, worldview=view)) is not None
        and abs(seen.distance_m - nearest.distance_m) > max(seen.error_m, nearest.error_m)
    )
    return _to_line(subject, nearest, others)


def measure_coast(subject: Place, boundaries: Boundaries) -> Measured | None:
    """To the nearest coast of the sea."""
    nearest = boundaries.nearest_coast(subject.at)
    return _to_line(subject, nearest, ()) if nearest else None


def _to_line(subject: Place, nearest: NearestLine, others: tuple[tuple[str, float], ...]) -> Measured:
    metres, bearing = geodesic(subject.at, nearest.at)
    return Measured(
        distance_m=metres,
        bearing_deg=bearing,
        line=(subject.at, nearest.at),
        radii_m=subject.radius_m,
        error_m=nearest.error_m,
        countries=nearest.countries,
        other_views=others,
    )


def destination(start: LatLon, bearing_deg: float, metres: float) -> LatLon:
    """The position so far away in a direction."""
    lon, lat, _ = _WGS84.fwd(start.lon, start.lat, bearing_deg, metres)
    return LatLon(lat=lat, lon=lon)


def middle(one: LatLon, other: LatLon) -> LatLon:
    """The position halfway on the geodesic between two."""
    metres, bearing = geodesic(other, one)
    return destination(one, bearing, metres / 2)
