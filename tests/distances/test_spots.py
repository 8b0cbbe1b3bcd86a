"""A village, a checkpoint, a depot that the distance stands behind is what lies there, whatever else is named."""

from itertools import pairwise

import pytest

from geo.distances.derive import derive_sites
from geo.distances.find import find_distances
from geo.distances.spots import spot_at_end
from geo.model.place import Feature
from geo.model.text import Span
from tests.distances.world import article, mentions, only, resolutions


def subject(text):
    return only(find_distances(article(text), mentions(text))).subject


def ending(words):
    spot = spot_at_end(words, Span(start=0, end=len(words)))
    return spot and spot.of(words)


@pytest.mark.parametrize(
    ("words", "spot"),
    [
        ("Rockets hit a village", "a village"),
        ("A rocket hit a village", "a village"),
        ("the army took another settlement", "another settlement"),
        ("on a heavily fortified army base", "a heavily fortified army base"),
        ("at an abandoned school, ", "an abandoned school"),
        ("in a field in the eastern Rostov region, ", "a field"),
        ("the gunmen entered Myrne village", None),
        ("the attack", None),
        ("two villages", None),
        ("a village elder", None),
    ],
)
def test_a_noun_phrase_of_a_place_kind_begins_with_its_own_determiner(words, spot):
    assert ending(words) == spot


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("KYIV, Ukraine (AP) — A Russian rocket hit a village 12 km west of Bakhmut.", "a village"),
        ("In Kyiv, Ukraine, officials said a drone hit an oil depot 12 km west of Bakhmut.", "an oil depot"),
        ("A convoy from Kyiv, Ukraine, halted at a checkpoint 12 km (7 miles) west of Bakhmut.", "a checkpoint"),
        ("In eastern Ukraine, a village 12 km west of Bakhmut was hit.", "a village"),
        ("On Friday, a village 12 km west of Bakhmut was hit.", "a village"),
        ("Troops from Kyiv, backed by tanks, had seized the settlement 12 km west of Bakhmut.", "the settlement"),
        ("Kyiv said it struck a base in Donbas region, 12 km west of Bakhmut.", "a base"),
        ("Homs was hit. Days later, a camp which lies 12 km west of Bakhmut was hit.", "a camp"),
        ("One of the targets in Ukraine was a base 12 km west of Bakhmut.", "a base"),
        ("Homs was hit. So was the village 12 km west of Bakhmut.", "the village"),
    ],
)
def test_what_the_distance_stands_behind_is_the_subject_and_a_place_of_its_own(text, spot):
    found = subject(text)
    assert (found.text, found.mentions) == (spot, ())
    (site,) = derive_sites(article(text), find_distances(article(text), mentions(text)), resolutions(text))
    assert site.mention.span.of(text) == site.mention.text == spot
    assert site.place.feature is Feature.DERIVED
    assert site.place.radius_m < 12_000


@pytest.mark.parametrize(
    "text",
    [
        "Homs, home to a military base 140 km north of Damascus, was quiet.",
        "Homs, a city with a base 140 km north of Damascus, was quiet.",
        "Homs, the site of a prison 140 km north of Damascus, was quiet.",
        "Homs, near a base 140 km north of Damascus, was quiet.",
        "In Homs, a city 140 km north of Damascus, a bomb went off.",
        "Homs is a city 140 km north of Damascus.",
        "Homs was quiet. The city, 140 km north of Damascus, has its own port.",
    ],
)
def test_what_only_describes_a_name_gives_way_to_the_name(text):
    assert [m.text for m in subject(text).mentions] == ["Homs"]


def test_no_paper_files_from_the_village():
    assert subject("KYIV, Ukraine (AP) — The village, 12 km west of Bakhmut, was hit.").mentions == ()


def test_sites_of_one_article_never_overlap():
    text = "Rockets hit a village near a depot 12 km west of Bakhmut and 30 km north of Homs."
    found = derive_sites(article(text), find_distances(article(text), mentions(text)), resolutions(text))
    spans = sorted(site.mention.span for site in found)
    assert spans
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "lead",
    ["", "In a separate incident, ", "In another attack, ", "Following a second strike, ", "After an air raid, "],
)
def test_a_lead_that_tells_one_event_from_another_is_not_what_lies_there(lead):
    assert subject(f"{lead}an explosion rocked the town of Homs, 140 km from Damascus, on Monday.").text == "Homs"
