"""How exactly a place pins what is in it."""

from geo.model.incident import GeoPrecision
from geo.model.place import AREAS, FACILITIES, WATERS, Feature, Place


def precision_of(place: Place | None) -> GeoPrecision:
    """How exactly a place pins what is in it."""
    if place is None:
        return GeoPrecision.SITE
    if place.feature is Feature.DERIVED:
        return GeoPrecision.NEAR_CITY
    if place.feature in WATERS:
        return GeoPrecision.WATER
    if place.feature is Feature.COUNTRY:
        return GeoPrecision.COUNTRY
    if place.feature in AREAS or place.feature in (Feature.ISLAND, Feature.MOUNTAIN):
        return GeoPrecision.REGION
    if place.feature in FACILITIES or place.feature in (Feature.PLANT, Feature.DAM):
        return GeoPrecision.SITE
    return GeoPrecision.DISTRICT if place.feature is Feature.DISTRICT else GeoPrecision.CITY
