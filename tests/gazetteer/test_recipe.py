"""Which alternate names the recipe keeps, and which spellings of regions it makes."""

import pytest

from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_names import bare_region, district_names, english_region, region_names
from data.recipes.gazetteer_postal import romanise
from data.recipes.gazetteer_towns import OWN_NAME
from data.recipes.gazetteer_world_cities import stands_for
from geo.gazetteer.spelling import keep_alternate
from geo.model.place import Feature


@pytest.mark.parametrize("name", ["Kiev", "Київ", "Sankt-Peterburg", "Ürümqi", "Ho Chi Minh City", "L’viv", "Đà Nẵng"])
def test_spellings_of_news_are_kept(name):
    assert keep_alternate(name)


@pytest.mark.parametrize(
    "name", ["LED", "RUTAG", "tagannrogu", "基辅", "أوديسا", "Us", "District 9", "", "-x-", "Київ Kyiv"]
)
def test_codes_transliterations_and_other_scripts_are_dropped(name):
    assert not keep_alternate(name)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Rostov Oblast", "Rostov"),
        ("Komi Republic", "Komi"),
        ("Provincia di Cuneo", "Cuneo"),
        ("Province of Cebu", "Cebu"),
        ("Leningradskaya Oblast'", "Leningradskaya"),
        ("Bavaria", "Bavaria"),
    ],
)
def test_a_region_has_a_name_without_its_generic_term(name, bare):
    assert bare_region(name) == bare


def test_a_region_is_spelled_with_the_terms_of_its_country():
    assert {"Sumy oblast", "Sumy region", "Sumy"} <= set(region_names("Sumy Oblast", "UA"))
    assert "Sumskaya region" in set(region_names("Sumy Oblast", "UA", others=("Sumskaya",)))
    assert "Kano state" in set(region_names("Kano", "NG"))


def test_a_region_is_found_without_its_article_only_before_a_term():
    names = set(region_names("La Libertad Department", "SV"))
    assert {"La Libertad", "Libertad department", "Libertad region"} <= names
    assert "Libertad" not in names


@pytest.mark.parametrize(
    ("lat", "same"),
    [(13.53, True), (13.70, True), (13.79, False), (-33.0, False)],
)
def test_a_town_of_two_lists_is_one_where_they_put_it_at_one_place(lat, same):
    one, other = (
        Entry(id=id_, name="Tecoluca", lat=at, lon=-88.78, feature=Feature.CITY, country="SV", radius_m=1_000.0)
        for id_, at in (("a", 13.53), ("b", lat))
    )
    assert stands_for(one, other) is same


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Dulles International Airport", True),
        ("O'Hare International Airport", True),
        ("International Airport", False),
        ("Municipal Airport", False),
        ("West Airport", False),
        ("Field", False),
    ],
)
def test_what_follows_the_city_in_an_airport_s_name_is_a_name_or_a_term(name, own):
    assert (OWN_NAME.fullmatch(name) is not None) is own


def test_the_bare_name_of_a_district_is_left_to_its_town():
    assert "Izium" not in set(district_names("Izium Raion"))
    assert "Izium district" in set(district_names("Izium Raion"))


def test_the_shown_name_of_a_province_is_english():
    assert english_region("Provincia di Cuneo", "Cuneo") == "Cuneo"
    assert english_region("Kampala District", "Kampala") == "Kampala District"


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("Роботине", "Robotyne"),
        ("Згурівка", "Zghurivka"),
        ("Єрки", "Yerky"),
        ("Їжівка", "Yizhivka"),
        ("Юр’ївка", "Yurivka"),
        ("Старий Салтів", "Staryi Saltiv"),
        ("Щастя", "Shchastia"),
    ],
)
def test_ukrainian_names_are_romanised_by_the_national_system(name, romanised):
    assert romanise(name, ukrainian=True) == romanised


@pytest.mark.parametrize(("name", "romanised"), [("Елец", "Yelets"), ("Восточное", "Vostochnoye"), ("Minsk", "Minsk")])
def test_russian_names_are_romanised_as_news_does(name, romanised):
    assert romanise(name, ukrainian=False) == romanised
