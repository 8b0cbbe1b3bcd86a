"""Whether two places can be one scene, on the WGS 84 ellipsoid."""

from functools import lru_cache

from pyproj import Geod

from geo.model.place import WATERS, LatLon, Place

#: Two named places of one happening lie within this of each other's edge, in metres. Set on the development texts.
NEAR_M = 20_000.0
#: Largest radius that counts as one scene, in metres.
WIDEST_M = 30_000.0
_GEOD = Geod(ellps="WGS84")


@lru_cache(maxsize=65_536)
def metres_between(a: LatLon, b: LatLon) -> float:
    """Geodesic length in metres."""
    return float(_GEOD.inv(a.lon, a.lat, b.lon, b.lat)[2])


def near(a: Place, b: Place) -> bool:
    """Whether the two circles come within NEAR_M of each other."""
    return metres_between(a.at, b.at) <= _reach(a) + _reach(b) + NEAR_M


def _reach(place: Place) -> float:
    """Radius, cut for wide areas of land: a region's far end is another scene."""
    return place.radius_m if place.feature in WATERS else min(place.radius_m, WIDEST_M)
