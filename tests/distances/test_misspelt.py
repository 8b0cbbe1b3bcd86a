"""A name misspelt in print is read as the town that lies where the text says, and only as that."""

from dataclasses import replace

import pytest

from geo.distances.check import check_distances
from geo.distances.find import find_distances
from geo.distances.misspelt import misspelt_ends, one_letter_off, respell
from geo.model.distance import Verdict
from geo.model.names import fold
from geo.model.place import LatLon, Reason
from tests.distances.world import PLACES, StraightBorder, article, mentions, resolutions

TOWNS = {fold(name): (place,) for name, place in PLACES.items()}


def read(text, *misspelt, towns=TOWNS):
    """The resolutions of the misspelt names, and the checks."""
    stated = find_distances(article(text), mentions(text, *misspelt))
    found = resolutions(text, *misspelt)
    variants = {off for name in misspelt_ends(stated, found) for off in one_letter_off(name)}
    known = {off: towns.get(off, ()) for off in variants}
    new = respell(article(text), stated, found, known, boundaries=StraightBorder(), capitals={})
    assert [r.mention for r in new] == [r.mention for r in found]
    checks = check_distances(article(text), stated, new, StraightBorder())
    return [r for r in new if r.mention.text in misspelt], checks


@pytest.mark.parametrize("name", ["Damascs", "Damasscus", "Damascis", "Damacsus"])
def test_a_town_one_letter_off_that_lies_as_stated_is_meant(name):
    (found,), (check,) = read(f"{name} is about 140 km south of Homs.", name)
    assert (found.place, found.reason) == (PLACES["Damascus"], Reason.STATED_DISTANCE)
    assert check.verdict is Verdict.CONSISTENT
    assert f"“{name}” read as Damascus, one letter off" in check.reason


@pytest.mark.parametrize(
    "text",
    [
        "Damascs is about 140 km north of Homs.",
        "Damascs is about 300 km from Homs.",
        "Damascs is about 190 km from Homs.",
        "Damascs is about 140 km south of Homs and 20 km from Kyiv.",
        "Damascs was hit, 140 km south of nowhere.",
    ],
)
def test_a_town_that_lies_elsewhere_is_not_meant(text):
    found, checks = read(text, "Damascs")
    assert all(r.place is None for r in found)
    assert all(check.verdict is Verdict.UNCHECKABLE for check in checks)


def test_between_two_towns_that_fit_nobody_chooses():
    twin = replace(PLACES["Damascus"], id="test:2", name="Damasco", at=LatLon(lat=33.6, lon=36.9))
    (found,), _ = read("Damascu is about 140 km south of Homs.", "Damascu", towns={**TOWNS, "damasco": (twin,)})
    assert found.place is None


def test_a_misspelt_name_is_read_alike_wherever_it_stands():
    found, _ = read("Damascs was quiet. Damascs lies 140 km south of Homs.", "Damascs")
    assert [r.place for r in found] == [PLACES["Damascus"]] * 2


def test_short_names_are_not_guessed_at():
    (found,), _ = read("Homz is about 140 km north of Damascus.", "Homz")
    assert found.place is None


def test_one_letter_off_is_one_edit():
    assert {"sumi", "sum", "smuy", "ssumy", "s umy"} <= one_letter_off("sumy")
    assert not {"sumy", "su", "sumyyy", "ymus"} & one_letter_off("sumy")
