"""What no gazetteer has is put where the text says, in a circle as wide as the doubt."""

from dataclasses import replace

import pytest

from geo.distances.derive import derive_places, derive_scenes, derive_sites
from geo.distances.find import find_distances
from geo.distances.measure import geodesic
from geo.model.place import Feature, Reason
from tests.distances.world import PLACES, article, mentions, resolutions


def places(text, *extra):
    stated = find_distances(article(text), mentions(text, *extra))
    return derive_places(article(text), stated, resolutions(text, *extra))


def sites(text):
    return derive_sites(article(text), find_distances(article(text), mentions(text)), resolutions(text))


def scenes(text):
    return derive_scenes(article(text), find_distances(article(text), mentions(text)), resolutions(text))


@pytest.mark.parametrize(("km", "doubt_m"), [(12, 9_000), (200, 130_000)])
def test_what_happened_west_of_a_town_is_drawn_west_of_it(km, doubt_m):
    text = f"Two tankers were hit {km} km west of Bakhmut."
    ((span, located),) = scenes(text).items()
    assert (span.of(text), located.place.name, located.place.feature) == ("Bakhmut", "Bakhmut", Feature.DERIVED)
    metres, bearing = geodesic(located.place.at, PLACES["Bakhmut"].at)
    assert metres == pytest.approx(km * 1_000, rel=0.1)
    assert bearing == pytest.approx(270, abs=2)
    assert located.place.radius_m == pytest.approx(doubt_m, rel=0.2)
    assert located.note == f"{km} km west of Bakhmut"


@pytest.mark.parametrize("text", ["Two tankers were hit 12 km from Bakhmut.", "Homs lies 140 km north of Damascus."])
def test_without_a_direction_or_with_a_name_nothing_is_moved(text):
    assert scenes(text) == {}


def test_an_unknown_village_lies_where_the_text_says():
    text = "Myrne, a village 12 km west of Bakhmut, was shelled. Nobody is left in Myrne."
    first, bakhmut, second = places(text, "Myrne")
    assert bakhmut.place == PLACES["Bakhmut"]
    assert first.place == second.place
    assert first.place.feature is Feature.DERIVED
    assert first.reason is Reason.DERIVED
    assert "12 km west" in first.note
    metres, bearing = geodesic(first.place.at, PLACES["Bakhmut"].at)
    assert metres == pytest.approx(12_000, rel=0.1)
    assert bearing == pytest.approx(270, abs=1)
    assert 5_000 < first.place.radius_m < 12_000


def test_the_circle_reaches_where_a_village_on_the_stated_road_may_lie():
    (site, *_) = sites("A depot 30 km north of Homs burned.")
    metres, _ = geodesic(site.place.at, PLACES["Homs"].at)
    assert metres - site.place.radius_m < 30_000 / 1.37
    assert metres + site.place.radius_m > 30_000 / 0.87


def test_a_nameless_site_keeps_the_words_of_the_text():
    text = "Rockets hit a village 12 km west of Bakhmut."
    (site,) = sites(text)
    assert site.mention.span.of(text) == site.mention.text == site.place.name == "a village"


@pytest.mark.parametrize(
    "text", ["The police caught them 12 km west of Bakhmut.", "Two tankers were hit 12 km west of Bakhmut."]
)
def test_an_event_is_no_place(text):
    assert sites(text) == ()


def test_a_site_told_from_two_places_is_one_place_with_the_smaller_circle():
    near, far = (
        sites("A depot 12 km north of Homs burned."),
        sites("A depot 12 km north of Homs and 50 km south of Kyiv."),
    )
    assert [site.place.radius_m for site in far] == [site.place.radius_m for site in near]


def test_halfway_between_two_towns_is_between_them():
    (site,) = sites("The bus stopped at a crossroads halfway between Homs and Damascus.")
    to_homs, _ = geodesic(site.place.at, PLACES["Homs"].at)
    to_damascus, _ = geodesic(site.place.at, PLACES["Damascus"].at)
    assert to_homs == pytest.approx(to_damascus)


@pytest.mark.parametrize(
    "text",
    ["Halfway between Homs and Damascus, gunmen stopped a bus.", "A bus burned midway between Homs and Damascus."],
)
def test_what_happened_halfway_is_placed_there_though_it_is_no_place(text):
    (site,) = sites(text)
    assert site.mention.text.casefold() in ("halfway between", "midway between")
    assert site.mention.span.of(text) == site.mention.text
    assert site.place.name.endswith("way between Homs and Damascus")
    assert 30_000 < site.place.radius_m < 40_000


@pytest.mark.parametrize(
    "text",
    [
        "Myrne lies 12 km from the front line.",
        "Myrne lies a few miles west of Bakhmut.",
        "Myrne lies 900 km west of Bakhmut.",
        "Myrne lies 120 km from Bakhmut.",
        "Myrne lies 12 km west of Donbas.",
        "Myrne lies more than 12 km west of Bakhmut.",
    ],
)
def test_where_the_doubt_is_too_wide_nothing_is_derived(text):
    assert places(text, "Myrne")[0].place is None


def test_a_place_that_the_gazetteer_has_stays_where_it_is():
    assert places("Homs lies 12 km west of Damascus.")[0].place == PLACES["Homs"]


def test_a_distance_says_more_of_a_place_than_the_town_beside_it():
    text = "Myrne is a village 12 km west of Bakhmut."
    beside = replace(PLACES["Bakhmut"], id="derived:a:0", name="Myrne", feature=Feature.DERIVED)
    guessed, bakhmut = resolutions(text, "Myrne")
    stated = find_distances(article(text), mentions(text, "Myrne"))
    myrne, _ = derive_places(article(text), stated, (replace(guessed, place=beside, confidence=0.4), bakhmut))
    metres, _ = geodesic(myrne.place.at, PLACES["Bakhmut"].at)
    assert metres == pytest.approx(12_000, rel=0.1)
