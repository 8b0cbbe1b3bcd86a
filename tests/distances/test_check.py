"""Stated distances are measured honestly, and nobody is called wrong without cause."""

from dataclasses import replace

import pytest

from geo.distances.check import check_distances
from geo.distances.derive import derive_places
from geo.distances.find import find_distances
from geo.model.distance import Verdict
from geo.model.place import Feature, LatLon, Place, Reason
from geo.model.text import Span
from tests.distances.world import PLACES, StraightBorder, article, mentions, resolutions

AGREES, BY_ROAD = Verdict.CONSISTENT, Verdict.ROAD_PLAUSIBLE
WRONG, UNSAID = Verdict.INCONSISTENT, Verdict.UNCHECKABLE


def check(text, *extra, confidence=0.9, capitals=None):
    stated = find_distances(article(text), mentions(text, *extra))
    found = resolutions(text, *extra, confidence=confidence)
    (one,) = check_distances(article(text), stated, found, StraightBorder(), capitals=capitals)
    return one


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Taganrog, a southern Russian city located about 24 miles from the Ukrainian border, was hit.", AGREES),
        ("TAGANROG LIES ABOUT 24 MILES FROM THE UKRAINIAN BORDER.", AGREES),
        ("Taganrog is about 43 miles from the Ukrainian border.", WRONG),
        ("Taganrog is within 10 km of the Ukrainian border.", WRONG),
        ("Homs is about 140 km north of Damascus.", AGREES),
        ("Homs is about 140 km south of Damascus.", WRONG),
        ("Homs is about 140 miles north of Damascus.", WRONG),
        ("Homs is 210 km north of Damascus.", BY_ROAD),
        ("Homs is 164 km north of Damascus.", BY_ROAD),
        ("Homs is 60 km north of Damascus.", WRONG),
        ("Homs is 800 km north of Damascus.", WRONG),
        ("Homs lies about 70 kilometers inland from the Mediterranean coast.", AGREES),
        ("Homs lies 17 km from the coast.", WRONG),
        ("Homs lies 70 km from the sea.", AGREES),
        ("Homs is a few miles from Damascus.", UNSAID),
        ("Homs is 5 km from the front line.", UNSAID),
        ("Homs is 3 km from the Orontes river.", UNSAID),
        ("Homs is 3 km from Nowhere.", UNSAID),
        ("Donbas is 300 km from Kyiv.", UNSAID),
        ("Taganrog is 27 miles from Ukraine.", AGREES),
        ("Taganrog is 27 miles from Donbas.", AGREES),
        ("Homs is 300 km from Russia.", UNSAID),
        ("Homs is 30 km from Syria.", UNSAID),
        ("Taganrog is 2 miles from Donbas.", UNSAID),
    ],
)
def test_the_verdict_follows_geography(text, verdict):
    assert check(text, "Nowhere", "Orontes", "Mediterranean").verdict is verdict


def test_the_border_is_the_one_both_countries_share_and_its_line_is_kept():
    found = check("Taganrog lies about 24 miles from the Ukrainian border.")
    assert found.measured_m == pytest.approx(42_800, abs=100)
    assert found.reference_name == "border of Russia and Ukraine"
    assert found.line[0] == PLACES["Taganrog"].at
    assert found.reason.startswith("stated about 24 mi, measured 26.6 mi (42.8 km): consistent")


def test_other_views_of_a_border_are_reported():
    found = check("Taganrog lies about 24 miles from the Ukrainian border.")
    (view,) = found.other_views
    assert "70.5 mi (114 km) by the de-facto view" in found.reason
    assert view == ("de-facto", pytest.approx(113_535, rel=0.001))


def test_a_statement_that_another_view_supports_is_not_called_wrong():
    assert check("Taganrog lies about 71 miles from the Ukrainian border.").verdict is UNSAID


def test_the_border_without_a_name_is_the_nearest_of_the_country_and_that_is_said():
    found = check("Taganrog lies about 27 miles from the border.", capitals={"UA": PLACES["Kyiv"]})
    assert found.verdict is AGREES
    assert "“the border” taken for the border of Russia and Ukraine" in found.reason


def test_miles_printed_for_kilometres_get_a_hint():
    assert "mixed up" in check("Homs is about 140 miles north of Damascus.").reason


def test_a_conversion_that_contradicts_itself_is_said():
    found = check("Homs is 140 km (140 miles) north of Damascus.")
    assert found.verdict is AGREES
    assert "contradict" in found.reason


def test_either_reading_of_a_conversion_may_hold():
    assert check("Homs is 210 km (87 miles) north of Damascus.").verdict is AGREES


def test_an_uncertain_place_proves_nobody_wrong():
    found = check("Homs is 800 km north of Damascus.", confidence=0.3)
    assert (found.verdict, found.line) == (UNSAID, None)


def test_a_small_place_that_the_statement_itself_chose_is_named_as_such():
    text = "Bila Tserkva is about 80 km south of Kyiv."
    found = [replace(r, reason=Reason.STATED_DISTANCE) for r in resolutions(text)]
    (one,) = check_distances(article(text), find_distances(article(text), mentions(text)), found, StraightBorder())
    assert one.reason.endswith("consistent; of the places called Bila Tserkva the one that lies there was taken")
    assert "of the places called" not in check(text).reason


def test_the_capital_is_that_of_the_subject_s_country():
    found = check("Homs is about 140 km north of the capital.", capitals={"SY": PLACES["Damascus"]})
    assert (found.verdict, found.reference_place) == (AGREES, PLACES["Damascus"])


def test_the_capital_of_a_named_country_is_known():
    found = check("Homs is about 140 km north of the Syrian capital.", capitals={"SY": PLACES["Damascus"]})
    assert found.verdict is AGREES


def test_a_place_derived_from_a_statement_does_not_confirm_it():
    text = "Myrne, a village 12 km west of Bakhmut, was shelled."
    stated = find_distances(article(text), mentions(text, "Myrne"))
    located = derive_places(article(text), stated, resolutions(text, "Myrne"))
    (one,) = check_distances(article(text), stated, located, StraightBorder())
    assert one.verdict is UNSAID
    assert "known from this text alone" in one.reason


def test_hills_that_bear_the_name_of_a_town_prove_nobody_wrong():
    text = "The Homs hills lie 800 km north of Damascus."
    named = [
        m if m.text != "Homs" else replace(m, text="Homs hills", span=Span(start=4, end=14)) for m in mentions(text)
    ]
    known = {r.mention.text: r for r in resolutions(text)}
    found = [replace(known[m.text.removesuffix(" hills")], mention=m) for m in named]
    (one,) = check_distances(article(text), find_distances(article(text), named), found, StraightBorder())
    assert one.verdict is UNSAID


@pytest.mark.parametrize(
    "text",
    [
        "The village of Homs is 800 km north of Damascus.",
        "Homs village is 800 km north of Damascus.",
        "Homs, a small village, is 800 km north of Damascus.",
    ],
)
def test_a_village_that_bears_the_name_of_a_city_proves_nobody_wrong(text):
    found = check(text)
    assert found.verdict is UNSAID
    assert "the text speaks of a village, and the Homs known is a town of 1,000,000 people" in found.reason


def test_a_common_name_abroad_proves_nobody_wrong():
    text = "Homs is 800 km north of Kyiv."
    found = [replace(r, reason=Reason.POPULATION, candidate_count=5) for r in resolutions(text)]
    (one,) = check_distances(article(text), find_distances(article(text), mentions(text)), found, StraightBorder())
    assert one.verdict is UNSAID
    assert one.reason.endswith("not checked: 5 places are called Homs, and this one lies abroad")
    assert check(text).verdict is WRONG


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The body was found 5 km from Homs.", "“The body” was not traced to a place with a name"),
        ("Two men who ran away were arrested by police 5 km from Homs.", "what lies there was not traced"),
        ("Homs is 5 km from where they met.", "“where they met” was not traced to a place with a name"),
        ("Homs is 5 km from reach of their guns.", "what it is measured from was not traced"),
        ("In Donbas, he left the town, which is 40 km from Homs.", "the text does not tell by name which town"),
    ],
)
def test_what_has_no_name_is_not_said_to_be_none(text, why):
    assert why in check(text).reason


def sea(name, lat, lon, radius_km, feature=Feature.SEA):
    at = LatLon(lat=lat, lon=lon)
    return Place(id=name, name=name, at=at, feature=feature, country=None, radius_m=radius_km * 1000.0, source="test")


#: The coast of the little world lies at 34.7 N 36.0 E.
WESTERN, NORTHERN = sea("Western Sea", 34.7, 32.0, 500), sea("Northern Sea", 43.0, 36.0, 500)


@pytest.mark.parametrize(
    ("named", "others", "right", "wrong"),
    [
        (WESTERN, (NORTHERN,), AGREES, WRONG),
        (NORTHERN, (WESTERN,), UNSAID, UNSAID),
        (WESTERN, (sea("Inner Gulf", 34.7, 34.0, 250),), AGREES, UNSAID),
        (sea("Inner Gulf", 34.7, 34.0, 90), (WESTERN,), AGREES, UNSAID),
        (sea("Far Lake", 38.0, 36.0, 50, Feature.LAKE), (WESTERN,), UNSAID, UNSAID),
    ],
)
def test_a_coast_is_that_of_the_sea_it_lies_in(named, others, right, wrong):
    def verdict(km):
        text = f"Homs lies {km} km from the {named.name}."
        found = [
            replace(r, place=named, confidence=0.9) if r.mention.text == named.name else r
            for r in resolutions(text, named.name)
        ]
        stated = find_distances(article(text), mentions(text, named.name))
        (one,) = check_distances(article(text), stated, found, StraightBorder(), seas=(named, *others))
        return one.verdict

    assert (verdict(70), verdict(500)) == (right, wrong)


def test_what_cannot_be_checked_says_why():
    assert check("Homs is 5 km from the front line.").reason.startswith("not checked: lines on the ground")
    assert "no figure" in check("Homs is a few miles from Damascus.").reason
