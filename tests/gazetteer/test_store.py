"""The embedded gazetteer, asked for real places (positions: GeoNames)."""

import multiprocessing
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import DataError
from geo.files.embedded import data_folder
from geo.gazetteer import layout
from geo.gazetteer.store import open_gazetteer
from geo.model.names import fold
from geo.model.place import Feature, LatLon

TAGANROG = LatLon(lat=47.236, lon=38.897)


def first(gazetteer, name):
    places = gazetteer.lookup([name])[name]
    return places[0] if places else None


def ids(gazetteer, name):
    return [place.id for place in gazetteer.lookup([name])[name]]


def test_a_town_is_where_it_is(embedded):
    town = first(embedded, "Taganrog")
    assert (town.country, town.country_name, town.admin1, town.admin1_code) == ("RU", "Russia", "Rostov", "RU.61")
    assert (round(town.at.lat, 1), round(town.at.lon, 1)) == (47.2, 38.9)
    assert town.population > 200_000
    assert 6_000 < town.radius_m < 9_000
    assert (town.id, town.source) == ("geonames:484907", "GeoNames")


@pytest.mark.parametrize("name", ["Kiev", "Kyjiw", "Київ", "Киев", "KYIV"])
def test_a_capital_is_found_under_its_other_spellings(embedded, name):
    assert first(embedded, name).name == "Kyiv"


def test_a_name_that_means_a_region_and_a_city_has_both(embedded):
    features = {place.feature for place in embedded.lookup(["Rostov"])["Rostov"]}
    assert {Feature.ADMIN1, Feature.CITY} <= features


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Rostov region", "RU.61"),
        ("Rostov Oblast", "RU.61"),
        ("Kharkov region", "UA.07"),
        ("Idlib province", "SY.12"),
        ("Idlib governorate", "SY.12"),
        ("Borno state", "NG.27"),
        ("state of Texas", "US.TX"),
        ("Tuscany", "IT.16"),
        ("Scotland", "GB.SCT"),
    ],
)
def test_a_region_is_found_as_news_calls_it(embedded, name, code):
    place = first(embedded, name)
    assert (place.feature, place.admin1_code) == (Feature.ADMIN1, code)


def test_a_large_city_comes_before_the_region_named_after_it(embedded):
    for name in ("Kharkiv", "Baghdad", "Madrid"):
        assert first(embedded, name).feature is Feature.CITY


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ukrainians", "UA"), ("Briton", "GB"), ("British", "GB"), ("Afghans", "AF"), ("Dutch", "NL"), ("Swiss", "CH"),
        ("UAE", "AE"), ("DRC", "CD"), ("the Netherlands", "NL"), ("Burma", "MM"), ("Ivory Coast", "CI"), ("U.K.", "GB"),
        ("U.S", "US"), ("USA", "US"), ("America", "US"), ("Türkiye", "TR"),
    ],
)  # fmt: skip
def test_countries_and_their_people(embedded, name, country):
    place = first(embedded, name)
    assert (place.feature, place.country) == (Feature.COUNTRY, country)


def test_country_points_are_those_of_geonames(embedded):
    assert first(embedded, "United States").at == LatLon(lat=39.76, lon=-98.5)
    assert first(embedded, "Canada").at == LatLon(lat=60.10867, lon=-113.64258)


@pytest.mark.parametrize(
    ("name", "state"),
    [("Calif.", "US.CA"), ("W.Va.", "US.WV"), ("W. Va.", "US.WV"), ("N.Y.", "US.NY"), ("Miss.", "US.MS"),
     ("OR", "US.OR"), ("IN", "US.IN"), ("D.C.", "US.DC"), ("Fla.", "US.FL")],
)  # fmt: skip
def test_states_are_found_under_their_abbreviations(embedded, name, state):
    places = embedded.lookup([name])[name]
    assert state in [place.admin1_code for place in places if place.feature is Feature.ADMIN1]


@pytest.mark.parametrize(
    "name", ["us", "Us", "in", "In", "or", "me", "Me", "Miss", "Wash", "Ill", "Ore", "Mass", "uae"]
)
def test_common_words_are_not_abbreviations(embedded, name):
    assert not [p for p in embedded.lookup([name])[name] if p.feature in (Feature.ADMIN1, Feature.COUNTRY)]
    assert embedded.name_class(name) not in ("country", "admin1")


@pytest.mark.parametrize(
    ("name", "state"), [("Penobscot County", "US.ME"), ("Rapides Parish", "US.LA"), ("Penobscot Co.", "US.ME")]
)
def test_counties_are_second_level_regions(embedded, name, state):
    place = first(embedded, name)
    assert (place.feature, place.admin1_code) == (Feature.ADMIN2, state)


def test_a_county_is_found_by_its_bare_name_but_not_first_class(embedded):
    assert "admin2:US.TX.201" in ids(embedded, "Harris")
    assert embedded.name_class("Rapides") == "alternate"


def test_saint_and_st_are_one_word(embedded):
    assert set(ids(embedded, "St. Petersburg")) == set(ids(embedded, "Saint Petersburg"))
    assert {place.country for place in embedded.lookup(["St. Petersburg"])["St. Petersburg"]} >= {"RU", "US"}


@pytest.mark.parametrize(("name", "found"), [("Drahičyn", "Drogichin"), ("Krasnoghorovka", "Krasnohorivka")])
def test_a_slavic_name_is_found_in_another_romanisation(embedded, name, found):
    assert found in [place.name for place in embedded.lookup([name])[name]]
    assert embedded.name_class(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Ukraine", "country"), ("Ukrainian", "demonym"), ("Bavaria", "admin1"), ("Penobscot County", "admin2"),
     ("Chicago", "city1"), ("Taganrog", "city2"), ("Azov", "city3"), ("Kiev", "alternate1"), ("U.S.", "country"),
     ("Africans", "demonym"), ("Black Sea", "water"), ("Sahel", "region"),
     ("Domodedovo International Airport", "facility")],
)  # fmt: skip
def test_the_class_of_a_name_is_that_of_its_best_known_bearer(embedded, name, kind):
    assert embedded.name_class(name) == kind


@given(st.integers(min_value=0, max_value=250_000))
def test_every_place_is_found_by_its_own_name_and_id(embedded, row):
    place = embedded._place(row)
    if fold(place.name):
        assert place in embedded.lookup([place.name.upper()])[place.name.upper()]
    assert embedded.by_id(place.id) == place


def test_an_id_that_nothing_has_is_none(embedded):
    for id_ in ("geonames:1", "geonames:x", "curated:atlantis", "", "Moscow"):
        assert embedded.by_id(id_) is None


def test_neighbours_are_near_and_in_order(embedded):
    found = embedded.neighbours(TAGANROG, 25_000)
    assert found[0].name == "Taganrog"
    assert all(abs(place.at.lat - TAGANROG.lat) < 0.23 for place in found)


def test_neighbours_are_found_across_the_date_line(embedded):
    names = {place.country for place in embedded.neighbours(LatLon(lat=-16.8, lon=-179.99), 60_000)}
    assert names == {"FJ"}


def _taganrog(folder):
    return open_gazetteer(folder).lookup(["Taganrog"])["Taganrog"]


def test_several_processes_read_the_same_files_at_once(embedded):
    folder = data_folder() / "gazetteer"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        answers = pool.map(_taganrog, [folder] * 4)
    assert answers == [embedded.lookup(["Taganrog"])["Taganrog"]] * 4


def test_a_folder_without_a_gazetteer_is_named(tmp_path):
    with pytest.raises(DataError, match=tmp_path.name):
        open_gazetteer(tmp_path)


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(data_folder() / "gazetteer", tmp_path / "gazetteer")
    shutil.copy(data_folder() / "sources.toml", tmp_path / "sources.toml")
    return tmp_path / "gazetteer"


@pytest.mark.parametrize("name", [layout.NAMES, layout.POSTINGS, layout.ADMIN1, layout.TEXTS])
def test_a_damaged_file_is_an_error_of_the_data(copied, name):
    (copied / name).write_bytes(b"")
    with pytest.raises(DataError):
        open_gazetteer(copied)


def test_the_version_follows_the_sealed_hashes(copied, embedded):
    assert open_gazetteer(copied).version == embedded.version
    sources = copied.parent / "sources.toml"
    entry = sources.read_text(encoding="utf-8")
    at = entry.index('sha256 = "') + len('sha256 = "')
    sources.write_text(entry[:at] + "0" * 64 + entry[at + 64 :], encoding="utf-8")
    assert open_gazetteer(copied).version != embedded.version


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [("Hrakove", "UA", 49.72, 36.81), ("Гракове", "UA", 49.72, 36.81), ("Lanexa", "US", 37.42, -76.9)],
)
def test_a_village_with_a_post_office_is_found(embedded, name, country, lat, lon):
    places = [place for place in embedded.lookup([name])[name] if place.country == country]
    assert min(abs(place.at.lat - lat) + abs(place.at.lon - lon) for place in places) < 0.05


def test_a_post_office_in_a_town_that_is_known_is_no_second_place(embedded):
    for name in ("Indianapolis", "Robotyne", "Holtsville"):
        assert len([place for place in embedded.lookup([name])[name] if place.feature is Feature.CITY]) == 1


def test_a_village_placed_among_its_neighbours_says_so_and_is_as_wide_as_the_doubt(embedded):
    (village,) = [
        p for p in embedded.lookup(["Dovhenke"])["Dovhenke"] if abs(p.at.lat - 49.03) + abs(p.at.lon - 37.24) < 0.4
    ]
    assert village.radius_m >= 16_000
    assert "middle of its neighbours" in village.source
    assert embedded.by_id(village.id) == village


def test_the_places_of_one_feature_are_told_from_south_to_north(embedded):
    seas = embedded.of_feature(Feature.SEA)
    assert {"Black Sea", "Red Sea"} <= {sea.name for sea in seas}
    assert {sea.feature for sea in seas} == {Feature.SEA}
    assert [sea.at.lat for sea in seas] == sorted(sea.at.lat for sea in seas)
