"""Names of tile servers: known, mistyped, or of no use to a page without a key."""

import pytest

from geo.errors import SettingsError
from geo.files.tiles import find_tiles


@pytest.mark.parametrize("name", ["Esri.WorldImagery", "esri worldimagery", "ESRI.WORLDIMAGERY"])
def test_a_server_is_found_however_its_name_is_spelled(name):
    tiles = find_tiles(name)
    assert tiles.name == "Esri.WorldImagery"
    assert tiles.origin == "https://server.arcgisonline.com"
    assert "Esri" in tiles.attribution


def test_one_host_of_several_is_chosen_and_credited_in_words():
    tiles = find_tiles("OpenTopoMap")
    assert tiles.url == "https://a.tile.opentopomap.org/{z}/{x}/{y}.png"
    assert tiles.max_zoom == 17
    assert tiles.attribution.startswith("Map data: © OpenStreetMap contributors")


def test_the_part_of_the_world_that_a_server_covers_is_kept():
    south, west, north, east = find_tiles("BasemapAT.basemap").bounds
    assert south < 47 < north
    assert west < 13 < east


def test_usable_servers_are_found_by_their_own_names_and_have_tiles_to_ask_for():
    from xyzservices import providers

    from geo.files.tiles import _flaw

    usable = [provider.name for provider in providers.flatten().values() if _flaw(provider) is None]
    assert len(usable) > 50
    for name in usable[::12]:
        tiles = find_tiles(name)
        assert tiles.name == name
        assert tiles.url.startswith(f"{tiles.origin}/")
        assert tiles.attribution
        assert 0 <= tiles.min_zoom <= tiles.max_zoom


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("OpenStretMap.Mapnik", "no server is called 'OpenStretMap.Mapnik'; near names: OpenStreetMap."),
        ("OpenStreetMap", "near names: OpenStreetMap.DE"),
        ("", "no server is called ''"),
        ("OpenStreetMap.Mapnik", "asks for the address of the page"),
        ("MapBox", "asks for a key; "),
        ("Esri.AntarcticBasemap", "has no tiles in web Mercator"),
        ("Nowhere.AtAll{z}", "near names: "),
    ],
)
def test_a_server_that_cannot_be_used_is_named_with_its_flaw_and_near_names(name, says):
    with pytest.raises(SettingsError) as caught:
        find_tiles(name)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "MapBox," not in str(caught.value)
