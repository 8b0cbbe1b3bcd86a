"""Streets and quarters that bear the name of a town elsewhere."""

import pytest

from geo.incidents.code import code_incidents
from tests.incidents.telling import article, place, resolutions

MAPUTO = place("Maputo", -25.97, 32.58, country="MZ", population=1_100_000)
MATOLA = place("Matola", -25.96, 32.46, country="MZ", population=1_000_000)
BEIRA = place("Beira", -19.83, 34.84, country="MZ", population=500_000)
ALBANY = place("Albany", 42.65, -73.75, country="US", population=100_000)
TOWNS = {p.name: p for p in (MAPUTO, MATOLA, BEIRA, ALBANY)}


def where(text):
    (only,) = code_incidents(article(text, "2024-05-17"), resolutions(text, TOWNS))
    return only.place


@pytest.mark.parametrize(
    "scene",
    [
        "in the Albany neighbourhood",
        "in Albany, an elegant quarter",
        "in the Albany and Rosedale suburbs",
        "on Albany Street",
        "at the corner of Albany and Main streets",
        "in the residential Beira neighborhood",
    ],
)
def test_a_street_or_quarter_is_not_the_town_far_away_of_that_name(scene):
    assert where(f"Police in Maputo were on alert. A bomb exploded {scene} on Monday, police in Maputo said.") is MAPUTO


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Police in Maputo were on alert. A bomb exploded in the Matola suburb on Monday.", MATOLA),  # near by
        ("Police in Maputo were on alert. A bomb exploded in a Beira suburb on Monday.", BEIRA),  # one of Beira's
        ("A bomb exploded in the Albany neighbourhood on Monday.", ALBANY),  # nothing else is named
        ("Police in Maputo were on alert. A bomb exploded in Beira and on some streets on Monday.", BEIRA),
    ],
)
def test_a_town_stays_where_it_is(text, town):
    assert where(text) is town
