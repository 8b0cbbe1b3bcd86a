import pytest

from geo.files.codes import ACLED_GEO_PRECISION, UCDP_WHERE_PREC
from geo.model.incident import GeoPrecision


@pytest.mark.parametrize("precision", list(GeoPrecision))
def test_every_geo_precision_has_both_codes(precision):
    assert ACLED_GEO_PRECISION[precision] in (1, 2, 3)
    assert UCDP_WHERE_PREC[precision] in range(1, 8)


@pytest.mark.parametrize("codes", [ACLED_GEO_PRECISION, UCDP_WHERE_PREC])
def test_a_wider_place_never_has_a_finer_code(codes):
    order = [GeoPrecision.CITY, GeoPrecision.NEAR_CITY, GeoPrecision.REGION, GeoPrecision.COUNTRY]
    assert [codes[p] for p in order] == sorted(codes[p] for p in order)


def test_a_water_is_not_taken_for_international_waters():
    assert UCDP_WHERE_PREC[GeoPrecision.WATER] == 5
