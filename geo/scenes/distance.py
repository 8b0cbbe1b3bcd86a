"""Whether two places can be one scene, on the WGS 84 ellipsoid."""

from functools import lru_cache

from pyproj import Geod

from geo.model.place import AREAS, WATERS, Feature, LatLon, Place

#: Two named places of one happening lie within this of each other's edge, in metres. Set on the development texts.
NEAR_M = 20_000.0
_WIDE = AREAS | WATERS | {Feature.ISLAND, Feature.MOUNTAIN}
_GEOD = Geod(ellps="WGS84")


@lru_cache(maxsize=65_536)
def metres_between(a: LatLon, b: LatLon) -> float:
    """Geodesic length in metres."""
    return float(_GEOD.inv(a.lon, a.lat, b.lon, b.lat)[2])


def is_wide(place: Place) -> bool:
    """Whether it can hold other scenes: a region, a country, a water, an island."""
    return place.feature in _WIDE


def one_scene(a: Place, b: Place, *, within_m: float = NEAR_M) -> bool:
    """Whether the two are within so many metres of each other's edge, or one lies in the other."""
    if a.id == b.id or _holds(a, b) or _holds(b, a):
        return True
    if within_m == NEAR_M and is_wide(a) and is_wide(b) and not (a.feature in WATERS or b.feature in WATERS):
        return False
    reach = sum(0.0 if is_wide(p) else p.radius_m for p in (a, b))
    return metres_between(a.at, b.at) <= reach + within_m


def _holds(outer: Place, inner: Place) -> bool:
    if outer.feature is Feature.COUNTRY:
        return inner.country == outer.country
    if outer.feature is Feature.ADMIN1 and outer.admin1_code is not None and inner.admin1_code is not None:
        return inner.admin1_code == outer.admin1_code
    return is_wide(outer) and metres_between(outer.at, inner.at) <= outer.radius_m
