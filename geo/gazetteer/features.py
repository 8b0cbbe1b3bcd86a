"""GeoNames feature codes as features of ours, and how far such things reach."""

from geo.gazetteer.extent import town_radius_m
from geo.model.place import Feature

#: Feature by GeoNames class and code ("*" for the rest of a class); what is not here is left out.
#: Codes: https://www.geonames.org/export/codes.html
_FEATURES = {
    "P": {"PPLX": Feature.DISTRICT, "*": Feature.CITY},
    "A": {
        **dict.fromkeys(("ADM2", "ADM2H"), Feature.ADMIN2),
        **dict.fromkeys(("ADM3", "ADM4", "ADMD", "ADM3H"), Feature.DISTRICT),
        **dict.fromkeys(("ZN", "TERR", "LTER"), Feature.REGION),
    },
    "H": {
        **dict.fromkeys(("SEA", "OCN", "GULF", "BAY", "BAYS", "COVE", "LGN", "EST"), Feature.SEA),
        **dict.fromkeys(("STRT", "CHN", "SD", "NRWS"), Feature.STRAIT),
        **dict.fromkeys(("LK", "LKS", "LKN", "LKI", "RSV", "LKX"), Feature.LAKE),
        **dict.fromkeys(("STM", "STMS", "STMI", "STMX", "CNL", "STMC", "WAD"), Feature.RIVER),
    },
    "L": {
        **dict.fromkeys(("RGN", "RGNE", "RGNH", "CST", "AREA"), Feature.REGION),
        **dict.fromkeys(("PRK", "RES", "RESN", "RESW", "INDS", "CMPRF", "BTL", "OILF", "GASF"), Feature.SITE),
        **dict.fromkeys(("MILB", "NVB"), Feature.BASE),
        "PRT": Feature.PORT,
    },
    "S": {
        **dict.fromkeys(("AIRP", "AIRF", "AIRH"), Feature.AIRPORT),
        **dict.fromkeys(("AIRB", "INSM", "MILB"), Feature.BASE),
        **dict.fromkeys(("PS", "PSN", "PSH", "PST", "MFG", "OILR"), Feature.PLANT),
        **dict.fromkeys(("DAM", "DAMQ"), Feature.DAM),
        "BDG": Feature.BRIDGE,
        **dict.fromkeys(("CSTM", "PSTB", "PRN", "CMPREF", "HSP", "STDM", "RSTN", "UNIV", "MNMT", "MN"), Feature.SITE),
    },
    "T": {
        **dict.fromkeys(("ISL", "ISLS", "ISLET", "ATOL"), Feature.ISLAND),
        **dict.fromkeys(("MT", "MTS", "PK", "PKS", "HLL", "HLLS", "VLC"), Feature.MOUNTAIN),
        **dict.fromkeys(("PEN", "CAPE", "PT", "SPIT", "DSRT", "PLN", "VAL", "PASS", "DLTA"), Feature.REGION),
    },
}  # fmt: skip
#: Radius in metres of what has no population and no stated extent: orders of magnitude, to doubt by.
_RADIUS_M = {
    Feature.ADMIN2: 20_000.0,
    Feature.DISTRICT: 5_000.0,
    Feature.REGION: 20_000.0,
    Feature.SEA: 20_000.0,
    Feature.STRAIT: 10_000.0,
    Feature.LAKE: 3_000.0,
    Feature.RIVER: 20_000.0,
    Feature.ISLAND: 3_000.0,
    Feature.MOUNTAIN: 3_000.0,
    Feature.AIRPORT: 2_000.0,
    Feature.BASE: 3_000.0,
    Feature.PORT: 2_000.0,
}
_SPOT_M = 1_000.0


def feature_of(class_: str, code: str) -> Feature | None:
    """Our feature for a GeoNames class and code; None for what articles do not speak of, such as wells."""
    codes = _FEATURES.get(class_, {})
    return codes.get(code, codes.get("*"))


def radius_of(feature: Feature, population: int | None) -> float:
    """Radius in metres, from the population where there is one."""
    if population or feature is Feature.CITY:
        return town_radius_m(population)
    return _RADIUS_M.get(feature, _SPOT_M)
