import pytest

from geo.events.sentences import read_sentences
from geo.events.triggers import Mode, find_triggers
from tests.incidents.telling import article


def triggers(text, *, caption=False):
    return [t for s in read_sentences(article(text)) for t in find_triggers(s, caption=caption)]


@pytest.mark.parametrize(
    "text",
    [
        "The result was a political earthquake.",
        "A heart attack ended his career.",
        "The minister shot down rumours of a new tax.",
        "After a brief shot at a career he studied law.",
        "The Houston Rockets won again.",
        "The bomb squad and the fire brigade attended.",
        "They fought the project in court.",
        "The outbreak of war surprised nobody.",
        "A cease-fire and a storm of criticism followed.",
        "Workers cleaned the storm drains.",
        "Agents executed a search warrant.",
        "War erupted in 1972.",
    ],
)
def test_figures_of_speech_things_and_names_trigger_nothing(text):
    assert [t.word for t in triggers(text) if t.sense.weight >= 2] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A grenade exploded in a busy market.", ["exploded"]),
        ("A van crashed into the stage.", ["crashed"]),
        ("Two clerks were killed in a court.", ["killed"]),
        ("Oil prices exploded in the market.", []),
        ("The shares crashed in the stock market.", []),
    ],
)
def test_a_market_a_court_and_a_stage_are_places_unless_prices_move_in_them(text, words):
    assert [t.word for t in triggers(text) if t.word in ("exploded", "crashed", "killed")] == words


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A bomb exploded in the town.", Mode.ASSERTED),
        ("The group may attack the town.", Mode.UNREAL),
        ("The group threatened to attack the town.", Mode.UNREAL),
        ("The army denied an attack on the town.", Mode.NEGATED),
        ("Officials denied that a bomb exploded in the town.", Mode.DENIED),
        ("Reports that a bomb exploded in the town were false.", Mode.DENIED),
        ("The army often attacks the town.", Mode.GENERIC),
        ("He was charged with the murder of a judge.", Mode.LEGAL),
        ("Two men tried to attack the town.", Mode.ATTEMPTED),
        ("Rebels continued to attack the town.", Mode.ASSERTED),
        ("A train has derailed near the town.", Mode.ASSERTED),
        ("The group was trained to attack the town.", Mode.UNREAL),
    ],
)
def test_the_way_a_happening_is_spoken_of_is_told_apart(text, mode):
    assert triggers(text)[0].mode is mode


def test_words_of_captions_count_in_captions_alone():
    assert triggers("Tanks moving west.", caption=True)
    assert not triggers("Tanks moving west.")


def test_capitals_are_read_as_well():
    assert [t.word for t in triggers("A BOMB EXPLODED IN THE TOWN.")] == ["bomb", "exploded"]


@pytest.mark.parametrize("text", ["The May 10 bombings shook the town.", "In May rebels stormed the town."])
def test_the_month_of_may_is_no_doubt(text):
    assert {t.mode for t in triggers(text)} == {Mode.ASSERTED}
