"""What the embedded models and rules must reach on the development corpora, by the corpora's own scorers."""

import pytest

from tests.accuracy.scoring import CORPORA, Corpus, corpora, digest, shortfalls

ALL = corpora()
pytestmark = pytest.mark.corpora


@pytest.mark.parametrize("corpus", ALL, ids=lambda corpus: corpus.name)
def test_the_gold_is_the_gold_the_floors_were_measured_with(corpus):
    if not CORPORA.is_dir():
        pytest.skip("the development corpora are not beside the checkout")
    assert digest(corpus.file) == corpus.sha256


@pytest.mark.parametrize("corpus", ALL, ids=lambda corpus: corpus.name)
def test_no_figure_falls_below_its_floor(corpus, scores):
    assert not shortfalls(corpus, scores(corpus.name))


def test_every_corpus_has_a_limit_and_says_what_was_seen_of_it():
    for corpus in ALL:
        assert corpus.floors or corpus.ceilings, corpus.name
        assert corpus.seen in ("in-sample", "development"), corpus.name


def test_a_figure_on_the_wrong_side_of_its_limit_is_told_and_a_missing_one_too():
    invented = Corpus(
        name="invented", gold="", sha256="", seen="", floors={"found.f1": 0.8, "date": 0.5}, ceilings={"alarms": 0.1}
    )
    assert shortfalls(invented, {"found": {"f1": 0.8}, "date": {"value": 0.9, "of": 3}, "alarms": 0.1}) == []
    assert shortfalls(invented, {"found": {"f1": 0.79}, "date": {"value": None, "of": 0}, "alarms": 0.2}) == [
        "invented: found.f1 is 0.79, must be at least 0.8",
        "invented: date is None, must be at least 0.5",
        "invented: alarms is 0.2, must be at most 0.1",
    ]
