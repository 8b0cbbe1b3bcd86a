"""Geo-precision in the codes of the two great event data sets."""

from geo.model.incident import GeoPrecision

#: ACLED codebook 2023, "geo-precision": 1 the town, 2 near a town or part of a region, 3 a larger region.
_ACLED = {
    GeoPrecision.SITE: 1,
    GeoPrecision.DISTRICT: 1,
    GeoPrecision.CITY: 1,
    GeoPrecision.NEAR_CITY: 2,
    GeoPrecision.ROAD: 2,
    GeoPrecision.WATER: 3,
    GeoPrecision.REGION: 3,
    GeoPrecision.COUNTRY: 3,
}
#: UCDP GED codebook 23.1, "where_prec": 1 exact, 2 within about 25 km, 3 second-level region,
#: 4 first-level region, 5 line or vague area, 6 country, 7 international waters.
_UCDP = {
    GeoPrecision.SITE: 1,
    GeoPrecision.DISTRICT: 1,
    GeoPrecision.CITY: 1,
    GeoPrecision.NEAR_CITY: 2,
    GeoPrecision.ROAD: 5,
    GeoPrecision.WATER: 7,
    GeoPrecision.REGION: 4,
    GeoPrecision.COUNTRY: 6,
}


def acled_geo_precision(precision: GeoPrecision) -> int:
    """ACLED's geo_precision, 1 to 3."""
    return _ACLED[precision]


def ucdp_where_prec(precision: GeoPrecision) -> int:
    """UCDP's where_prec, 1 to 7."""
    return _UCDP[precision]
