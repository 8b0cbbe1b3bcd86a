"""What the first article must give, end to end, through rules that do not know it."""

import datetime as dt
from pathlib import Path

import pytest

from geo.cli.knowledge import open_knowledge
from geo.files.articles import read_articles
from geo.model.distance import Verdict
from geo.model.incident import Role, Status
from geo.model.place import Feature
from geo.pipeline import build, read_article
from geo.settings import Settings

SEED = Path(__file__).resolve().parent.parent / "seeds" / "2023-07-29-taganrog.txt"


@pytest.fixture(scope="module")
def reading():
    (article,) = read_articles([SEED])
    return read_article(article, open_knowledge(Settings()))


@pytest.fixture(scope="module")
def main_reports(reading):
    return [report for report in reading.reports if report.role is Role.MAIN]


def resolved(reading, surface):
    return [r for r in reading.resolutions if r.mention.text == surface]


def test_there_are_two_main_incidents_at_taganrog_and_azov(main_reports):
    assert sorted(report.place.name for report in main_reports) == ["Azov", "Taganrog"]
    assert {report.place.country for report in main_reports} == {"RU"}
    assert {report.when.date for report in main_reports} == {dt.date(2023, 7, 28)}
    assert {report.when.precision for report in main_reports} == {"day"}


def test_both_injury_figures_stand_side_by_side_with_their_sources(reading, main_reports):
    (blast,) = (r for r in main_reports if r.place.name == "Taganrog")
    assert blast.type == "explosion"
    claims = {claim.n: claim.who for claim in blast.casualties if claim.kind == "injured"}
    assert set(claims) == {4, 14}
    assert "Golubev" in claims[4]
    assert "health ministry" in claims[14]
    assert "CNN" in claims[14]
    assert not [claim for claim in blast.casualties if claim.kind == "killed"]


def test_who_blames_whom_is_kept_for_both_sides(main_reports):
    (blast,) = (r for r in main_reports if r.place.name == "Taganrog")
    blames = [(said.who, said.whom or "") for said in blast.attributions if said.stance == "blames"]
    assert any("Defense Ministry" in who and ("Ukrain" in whom or "Kyiv" in whom) for who, whom in blames)
    assert any("Danilov" in who and "Moscow" in whom for who, whom in blames)


def test_the_missile_near_azov_was_shot_down(main_reports):
    (shot,) = (r for r in main_reports if r.place.name == "Azov")
    assert shot.type == "strategic development"
    assert shot.status is Status.INTERCEPTED
    assert shot.geo_precision == "near city"
    assert "Rostov" in shot.place.admin1


@pytest.mark.parametrize("name", ["Kyiv", "Odesa", "Kherson", "Bakhmut"])
def test_context_places_are_no_incidents(reading, name):
    assert name not in {report.place.name for report in reading.reports if report.place}
    assert any(r.place and r.place.country == "UA" for r in resolved(reading, name))


def test_a_regime_and_a_defence_system_are_not_where_something_is(reading):
    text = reading.article.text
    for phrase in ("Kyiv regime", "Moscow’s defense systems"):
        start = text.index(phrase)
        (mention,) = (r.mention for r in reading.resolutions if r.mention.span.start == start)
        assert mention.use == "associative"


def test_rostov_is_the_region(reading):
    (rostov,) = (r for r in reading.resolutions if r.mention.text.startswith("Rostov"))
    assert rostov.place.feature is Feature.ADMIN1
    assert rostov.place.country == "RU"


def test_the_one_stated_distance_is_consistent_and_drawn(reading):
    (check,) = reading.checks
    assert check.verdict is Verdict.CONSISTENT
    assert check.measured_m == pytest.approx(42_800, abs=300)
    assert check.stated.value == 24
    assert check.stated.unit == "mi"
    assert check.subject_place.name == "Taganrog"
    assert check.line is not None


def test_folding_keeps_both_incidents(reading):
    atlas = build([reading])
    assert len([incident for incident in atlas.incidents if incident.role is Role.MAIN]) == 2
    assert len({incident.id for incident in atlas.incidents}) == len(atlas.incidents)
