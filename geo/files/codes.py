"""Our words as the codes of ACLED and UCDP, for those who load our tables beside theirs."""

from geo.model.incident import GeoPrecision, IncidentType, When

#: ACLED codebook, "geo_precision": 1 the town itself, 2 near it or a part of a region, 3 a larger region.
ACLED_GEO_PRECISION = {
    GeoPrecision.SITE: 1,
    GeoPrecision.DISTRICT: 1,
    GeoPrecision.CITY: 1,
    GeoPrecision.NEAR_CITY: 2,
    GeoPrecision.ROAD: 2,
    GeoPrecision.WATER: 3,
    GeoPrecision.REGION: 3,
    GeoPrecision.COUNTRY: 3,
}
#: UCDP GED codebook, "where_prec": 1 exact, 2 around a place, 4 first-level region, 5 line or vague area, 6 country.
#: 3 (second-level region) and 7 (international waters) say more than our geo-precision does.
UCDP_WHERE_PREC = {
    GeoPrecision.SITE: 1,
    GeoPrecision.DISTRICT: 1,
    GeoPrecision.CITY: 1,
    GeoPrecision.NEAR_CITY: 2,
    GeoPrecision.ROAD: 5,
    GeoPrecision.WATER: 5,
    GeoPrecision.REGION: 4,
    GeoPrecision.COUNTRY: 6,
}
#: ACLED codebook, "time_precision": 1 the day, 2 the week, 3 the month. Wider dates have none there.
_ACLED_TIME_PRECISION = {"day": 1, "weekend": 2, "week": 2, "month": 3}
#: ACLED's event types; types of ours that ACLED does not code keep our name.
ACLED_EVENT_TYPE = {
    IncidentType.BATTLE: "Battles",
    IncidentType.EXPLOSION: "Explosions/Remote violence",
    IncidentType.VIOLENCE: "Violence against civilians",
    IncidentType.PROTEST: "Protests",
    IncidentType.RIOT: "Riots",
    IncidentType.STRATEGIC: "Strategic developments",
}


def acled_time_precision(when: When) -> int | None:
    """ACLED's code; None where the text fixes no date, or none as near as a month."""
    return _ACLED_TIME_PRECISION.get(when.precision) if when.date else None


def event_type(incident_type: IncidentType) -> str:
    """ACLED's event type, or ours where ACLED has none."""
    return ACLED_EVENT_TYPE.get(incident_type, incident_type.value)
