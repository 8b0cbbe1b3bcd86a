"""Articles that state one distance differently are set side by side."""

from dataclasses import replace

from geo.distances.check import check_distances
from geo.distances.disagree import find_disagreements
from geo.distances.find import find_distances
from geo.model.text import Article
from tests.distances.world import StraightBorder, mentions, resolutions


def checked(*texts):
    found = []
    for number, text in enumerate(texts):
        one = Article(id=f"a{number}", text=text)
        stated = find_distances(one, mentions(text))
        found += [(one, check) for check in check_distances(one, stated, resolutions(text), StraightBorder())]
    return found


def test_figures_that_cannot_all_hold_are_listed_with_their_articles():
    (one,) = find_disagreements(
        checked(
            "Homs is 140 km from Damascus.", "Damascus, 165 km from Homs, is quiet.", "Homs is 205 km from Damascus."
        )
    )
    assert [article.id for article, _ in one.statements] == ["a0", "a1", "a2"]
    assert one.reason == "Damascus – Homs is stated as 140 km, 165 km and 205 km; measured 141 km"


def test_figures_that_round_to_each_other_are_no_disagreement():
    assert find_disagreements(checked("Homs is about 140 km from Damascus.", "Homs is 87 miles from Damascus.")) == ()


def test_other_pairs_and_unknown_ends_are_left_alone():
    assert find_disagreements(checked("Homs is 140 km from Damascus.", "Homs is 600 km from Kyiv.")) == ()
    unknown = [(article, replace(check, subject_place=None)) for article, check in checked("Homs is 1 km from Kyiv.")]
    assert find_disagreements([*unknown, *unknown]) == ()
