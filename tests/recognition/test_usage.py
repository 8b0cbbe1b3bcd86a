import math

import pytest

from geo.recognition.document import read_document
from geo.recognition.usage import UsageWeights, lists_of
from geo.recognition.usage_features import usage_features


def odds(p):
    return math.log(p / (1 - p))


@pytest.fixture
def features(vocabulary, gazetteer):
    def of(text, name):
        document = read_document(text, vocabulary, gazetteer)
        first = [t.text for t in document.tokens].index(name)
        return usage_features(document, first, first, document.sentences[0])

    return of


def test_one_mention_has_its_own_odds():
    weights = UsageWeights(intercept=-0.5, weights={"p=in": 2.0}, same_name=0.4, whole_text=0.4)
    assert odds(weights.p_literal([["p=in"]], ["chad"], [0])[0]) == pytest.approx(1.5)


def test_other_mentions_of_the_name_sway_more_than_other_names():
    weights = UsageWeights(intercept=0.0, weights={"yes": 1.0, "no": -1.0}, same_name=0.4, whole_text=0.2)
    same, _, other = weights.p_literal([["no"], ["yes"], ["no"]], ["chad", "chad", "uruguay"], [0, 1, 2])
    assert odds(same) == pytest.approx(-1 + 0.4 * 1 + 0.2 * 0)
    assert odds(other) == pytest.approx(-1 + 0.2 * 0)


def test_names_of_one_list_sway_each_other():
    weights = UsageWeights(intercept=0.0, weights={"yes": 1.0, "no": -1.0}, same_list=0.5)
    first, second, apart = weights.p_literal([["yes"], ["no"], ["no"]], ["chad", "uruguay", "nicosia"], [0, 0, 1])
    assert odds(first) == pytest.approx(1 - 0.5)
    assert odds(second) == pytest.approx(-1 + 0.5)
    assert odds(apart) == pytest.approx(-1)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("They saw Chad, Uruguay and the Maltese coast.", [0, 0, 0]),
        ("They left Chad and went to Uruguay.", [0, 1]),
        ("They left Chad. Uruguay stayed.", [0, 1]),
        ("The Chad-Uruguay line", [0, 0]),
    ],
)
def test_a_list_is_names_with_nothing_but_links_between_them(vocabulary, gazetteer, text, numbers):
    document = read_document(text, vocabulary, gazetteer)
    places = [(i, i + 1) for i, kind in enumerate(document.classes) if kind.startswith("B-")]
    assert lists_of(document, places) == numbers
    assert lists_of(document, places[::-1]) == numbers[::-1]


def test_no_mentions_have_no_probabilities():
    assert UsageWeights(intercept=0.0, weights={}).p_literal([], [], []) == []


def test_certainty_stays_within_bounds():
    weights = UsageWeights(intercept=0.0, weights={"a": 5000.0, "b": -5000.0})
    high, low = weights.p_literal([["a"], ["b"]], ["x", "y"], [0, 1])
    assert 0 < low < 0.01 < 0.99 < high <= 1


def test_the_owned_noun_is_seen_through_the_possessive(features):
    assert "headl=army|poss" in features("Troops of Chad's army left.", "Chad")
    assert "headspolity" not in features("Troops of Chad's army left.", "Chad")
    assert "heads=politymod1" in features("A Maltese soldier left.", "Maltese")
    assert "heads=groundmod1" in features("A Maltese port city burned.", "Maltese")


def test_a_list_is_governed_by_the_word_before_it(features):
    assert "listp=in" in features("They stayed in Uruguay, Chad and Nicosia.", "Nicosia")


def test_a_qualifier_is_seen_from_both_sides(features):
    assert "qualified=country|city1" in features("He lives in Montevideo, Uruguay.", "Montevideo")
    assert "qualifies=city1|country" in features("He lives in Montevideo, Uruguay.", "Uruguay")


def test_the_verb_behind_its_auxiliaries_is_seen(features):
    assert "vs=own|10" in features("Uruguay has bought a dam.", "Uruguay")
    assert any(f.startswith("vs=contact") and f.endswith("11") for f in features("Uruguay was hit.", "Uruguay"))


def test_what_an_organisation_is_of_is_seen_inside_the_name(vocabulary, gazetteer):
    document = read_document("The University of Chad closed.", vocabulary, gazetteer)
    assert {"many", "iof=university"} <= set(usage_features(document, 1, 3, document.sentences[0]))


def test_nouns_that_are_of_one_kind_are_told_alike(features):
    city, town = (features(f"A Maltese {noun} burned.", "Maltese") for noun in ("city", "town"))
    assert {"hs=location|mod|1", "hk=region|1"} <= set(city) & set(town)
    assert "hs=person|mod|1" in features("A Maltese fisherman left.", "Maltese")
