"""Words of violence where nothing happened, and the turns by which one happening is told apart from the next."""

import datetime as dt

import pytest

from geo.cli.knowledge import open_knowledge
from geo.model.incident import Role
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings

DAY = dt.date(2014, 5, 7)


@pytest.fixture(scope="module")
def main():
    """The places of an article's main reports."""
    knowledge = open_knowledge(Settings())

    def read(text):
        reports = read_article(Article(id="a", text=text, date=DAY), knowledge).reports
        return [(r.type.value, r.place.name if r.place else None) for r in reports if r.role is Role.MAIN]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "The holders crashed out of the tournament after a defeat in Leipzig, where their attack never came to life.",
        "Shares in the shipping line crashed in Hamburg on Tuesday after it cut its forecast of profits.",
        "The mayor opened her campaign with a rally in Graz, where she is a candidate for a third term.",
        "Ten thousand people with candles marched through Bergen on Tuesday in memory of the drowned sailors.",
        '"It sounded as though a bomb had gone off," said a baker in Leuven, where the carnival opened on Tuesday.',
        "Astronomers in Granada watched two stars collide and explode in a galaxy far away on Tuesday.",
    ],
)
def test_figures_of_speech_and_mourners_are_no_incident(main, text):
    assert main(text) == []


def test_suspected_rebels_ambush_as_others_do(main):
    text = "Suspected rebels ambushed a lorry near Bouar in the Central African Republic on Tuesday."
    assert main(text) == [("battle", "Bouar")]


def test_a_rebel_held_city_is_a_scene(main):
    text = "A shell hit a bakery in the rebel-held city of Horlivka in Ukraine on Tuesday, wounding three people."
    assert main(text) == [("explosion", "Horlivka")]


def test_a_quarter_of_a_town_is_in_the_town(main):
    text = (
        "A car bomb killed six people in Mosul on Tuesday. In a separate incident, gunmen shot dead a lawyer in the"
        " western Baghdad neighbourhood of Sumariya."
    )
    assert ("violence against civilians", "Baghdad") in main(text)


def test_two_neighbouring_towns_with_their_own_dead_are_two_happenings(main):
    text = (
        "A rocket killed three people in Ashkelon on Tuesday, medics said. Later, two women were killed by a rocket"
        " at a bus stop in Ashdod."
    )
    assert [place for _, place in main(text)] == ["Ashkelon", "Ashdod"]


def test_towns_strung_by_their_prepositions_are_scenes_each(main):
    text = "There were marches in Mandalay and in the western port of Sittwe on Tuesday."
    assert [place for _, place in main(text)] == ["Mandalay", "Sittwe"]


def test_a_toll_since_something_is_no_happening_of_its_own(main):
    text = (
        "A mine killed two farmers near Puerto Asís in Colombia on Tuesday. The army said that 900 people have been"
        " killed since the new commander took over in March."
    )
    assert main(text) == [("explosion", "Puerto Asís")]


def test_regions_of_one_list_are_scenes_each(main):
    text = "Explosions were heard in the Sumy and Poltava regions overnight into Wednesday, officials said."
    assert [place for _, place in main(text)] == ["Sumy", "Poltava"]


def test_a_court_looks_back_on_what_it_tries(main):
    text = (
        "A man was sentenced to twelve years in prison in Dresden on Tuesday for the murder of a pensioner in Leipzig."
    )
    assert main(text) == []


def test_the_seat_of_rulers_is_no_scene(main):
    text = "Residents of Gaziantep in Turkey marched on Tuesday, shouting that the government in Ankara forgot them."
    assert "Ankara" not in [place for _, place in main(text)]


def test_what_an_anniversary_recalls_is_not_reported(main):
    text = (
        "A bomb exploded in Burgas on Tuesday, killing two people. The explosion came on the tenth anniversary of an"
        " attack on a synagogue in Istanbul in which 20 people died."
    )
    assert main(text) == [("explosion", "Burgas")]


def test_a_deposed_president_is_no_coup(main):
    text = "Supporters of the deposed president clashed with police in Giza on Tuesday, wounding nine officers."
    assert "strategic development" not in [kind for kind, _ in main(text)]
