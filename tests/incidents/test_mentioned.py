"""What an article reports, and what it only mentions."""

import pytest

from geo.model.incident import Role
from tests.incidents.telling import reports

LEAD = "Dockers in Odesa went back to work on Thursday after talks with the port's owners, the union said. "
ENOUGH = "Both sides welcomed the outcome. Nothing else was decided there. "


def roles(text):
    return [r.role for r in reports(text)]


def test_what_one_sentence_speaks_of_without_day_figure_and_town_is_only_mentioned():
    assert roles(LEAD + ENOUGH + "The owners recalled the burglary of an office in Ukraine.") == [Role.BACKGROUND]


@pytest.mark.parametrize(
    "said",
    [
        "The owners recalled the burglary of an office in Ukraine on Monday.",
        "The owners recalled the burglary of an office in Kharkiv.",
        "The owners recalled the murder of two guards in Ukraine.",
        "The owners recalled the burglary of an office in Ukraine. Burglars had robbed the safe.",
    ],
)
def test_a_day_a_town_a_figure_or_a_second_sentence_makes_it_a_report(said):
    assert Role.MAIN in roles(LEAD + ENOUGH + said)


def test_what_the_first_sentence_tells_is_a_report():
    assert roles("Burglars robbed an office in Ukraine. " + ENOUGH) == [Role.MAIN]


def test_a_speech_mentions_more_than_news_does():
    speech = "We know our country, and we love it. " * 4
    said = "The burglary of an office in Kharkiv worries us."
    assert roles(speech + said) == [Role.BACKGROUND]
    assert roles(LEAD + ENOUGH + said) == [Role.MAIN]
