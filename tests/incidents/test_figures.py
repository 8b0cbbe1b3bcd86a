import dataclasses
import datetime as dt

from geo.incidents.code import code_incidents
from geo.incidents.merge import merge
from geo.model.incident import incident_headline
from tests.incidents.telling import article, resolutions


def merged(*told):
    articles = {f"a{i}": article(text, date, f"a{i}") for i, (date, text) in enumerate(told)}
    reports = [r for a in articles.values() for r in code_incidents(a, resolutions(a.text))]
    (incident,) = merge(articles, reports)
    return incident


def test_a_later_figure_of_the_same_voice_supersedes_the_earlier():
    incident = merged(
        ("2024-05-17", "Police said three people were killed when a missile hit Kharkiv on Thursday."),
        ("2024-05-18", "Police said five people were killed when a missile hit Kharkiv on Thursday."),
    )
    assert incident_headline(incident, "killed").n == 5


def test_a_rival_voice_does_not_supersede_and_stays_side_by_side():
    incident = merged(
        ("2024-05-17", "Police said three people were killed when a missile hit Kharkiv on Thursday."),
        ("2024-05-18", "The rebels said nine people were killed when a missile hit Kharkiv on Thursday."),
    )
    assert incident_headline(incident, "killed").n == 3
    assert [c.n for r in incident.reports for c in r.casualties] == [3, 9]


def test_no_figure_is_none_and_not_nought():
    incident = merged(("2024-05-17", "A missile hit Kharkiv on Thursday."))
    assert incident_headline(incident, "killed") is None


def test_nobody_hurt_is_a_figure():
    incident = merged(("2024-05-17", "A missile hit Kharkiv on Thursday. Nobody was injured in the attack."))
    assert incident_headline(incident, "injured").n == 0


def test_the_earlier_report_is_the_first_whatever_its_name():
    incident = merged(
        ("2024-05-18", "Police said five people were killed when a missile hit Kharkiv on Thursday."),
        ("2024-05-17", "Police said three people were killed when a missile hit Kharkiv on Thursday."),
    )
    assert [r.article_id for r in incident.reports] == ["a1", "a0"]
    assert dataclasses.replace(incident).when.date == dt.date(2024, 5, 16)
