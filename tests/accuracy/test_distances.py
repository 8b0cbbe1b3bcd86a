"""The judgement on stated distances, set apart from how well their places were found."""

import json

import pytest

from geo.distances.measure import geodesic, measure_places
from geo.distances.verdicts import judge
from geo.gazetteer.extent import town_radius_m
from geo.model.distance import Hedge, StatedDistance, Verdict
from geo.model.place import Feature, LatLon, Place
from geo.model.text import Span
from tests.accuracy.scoring import CORPORA

pytestmark = pytest.mark.corpora
GOLD = CORPORA / "distances" / "dev.jsonl"
CHECKABLE = {Verdict.CONSISTENT, Verdict.ROAD_PLAUSIBLE, Verdict.INCONSISTENT}
#: Floors of the interval model on hand-read positions, on the development half.
VERDICT_ACCURACY, CAUGHT, FALSE_ALARMS = 0.90, 0.80, 0
#: Share of the measured statements whose length is within 2 % of the hand-read one.
WITHIN_2_PERCENT = 0.80


@pytest.fixture(scope="module")
def claims():
    """(document, claim) of every statement that was read by hand as place to place."""
    if not GOLD.is_file():
        pytest.skip("the development corpora are not beside the checkout")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [(row["doc_id"], claim) for row in rows for claim in row["claims"] if claim["place_to_place"]]


def place(claim, end):
    lat, lon = claim[f"{end}_latlon"]
    radius_m = town_radius_m(claim.get(f"{end}_population"))
    at = LatLon(lat=lat, lon=lon)
    return Place(id=end, name=end, at=at, feature=Feature.CITY, country=None, radius_m=radius_m, source="gold")


def stated(claim):
    conversion = claim.get("conversion")
    span = Span(start=claim["start"], end=claim["end"])
    return StatedDistance(
        span=span,
        text=claim["text"],
        value=claim["value"],
        value_max=claim.get("value_max"),
        unit=claim["unit"],
        metres=claim["metres"],
        hedge=Hedge(claim["hedge"]),
        bearing=claim["bearing"],
        by_road=claim.get("mode") == "road",
        conversion=(conversion["value"], conversion["unit"]) if conversion else None,
        sentence=span,
    )


@pytest.fixture(scope="module")
def verdicts(claims):
    """(by hand, ours) where both ends have a hand-read position and the verdict is no toss-up."""
    checkable = [
        claim
        for _, claim in claims
        if claim.get("verdict") in CHECKABLE
        and not claim.get("verdict_borderline")
        and claim.get("metres")
        and claim.get("subject_latlon")
        and claim.get("reference_latlon")
    ]
    measured = [measure_places(place(claim, "subject"), place(claim, "reference")) for claim in checkable]
    pairs = zip(checkable, measured, strict=True)
    return [(Verdict(claim["verdict"]), judge(stated(claim), at, bearing=True).verdict) for claim, at in pairs]


def test_the_ellipsoid_agrees_with_the_measurements_made_by_hand(claims):
    for _, claim in claims:
        if claim.get("measured_metres") and claim.get("subject_latlon") and claim.get("reference_latlon"):
            metres, bearing = geodesic(place(claim, "subject").at, place(claim, "reference").at)
            assert metres == pytest.approx(claim["measured_metres"], abs=1)
            assert bearing == pytest.approx(claim["measured_bearing_deg"], abs=0.1)


def test_no_true_statement_is_called_wrong(verdicts):
    true = [ours for by_hand, ours in verdicts if by_hand is not Verdict.INCONSISTENT]
    assert len(true) > 40
    assert true.count(Verdict.INCONSISTENT) <= FALSE_ALARMS


def test_most_wrong_statements_are_caught(verdicts):
    wrong = [ours for by_hand, ours in verdicts if by_hand is Verdict.INCONSISTENT]
    assert wrong.count(Verdict.INCONSISTENT) >= CAUGHT * len(wrong)


def test_verdicts_agree_with_those_made_by_hand(verdicts):
    assert sum(by_hand is ours for by_hand, ours in verdicts) >= VERDICT_ACCURACY * len(verdicts)


def test_what_was_measured_is_what_the_text_means(claims, readings):
    ours = {
        (reading.article.id, check.stated.span.start): check.measured_m
        for reading in readings("distances")
        for check in reading.checks
        if check.measured_m is not None
    }
    ratios = [
        ours[document, claim["start"]] / claim["measured_metres"]
        for document, claim in claims
        if claim.get("measured_metres") and (document, claim["start"]) in ours
    ]
    assert len(ratios) > 30
    assert sum(abs(ratio - 1) <= 0.02 for ratio in ratios) >= WITHIN_2_PERCENT * len(ratios)
