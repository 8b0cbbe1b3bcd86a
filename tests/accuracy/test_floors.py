"""What the embedded models and rules must reach on the development corpora, by the corpora's own scorers."""

import pytest

from tests.accuracy.scoring import CORPORA, corpora, digest, figure, shortfalls

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


def test_a_figure_below_its_floor_is_told_and_a_missing_one_too():
    (first, *_) = ALL
    path, least = next(iter(first.floors.items()))
    part, key = path.split(".")
    assert figure({part: {key: 0.5}}, path) == 0.5
    told = shortfalls(first, {part: {key: least - 0.01, **{k.split(".")[1]: 1.0 for k in first.floors if k != path}}})
    assert [path in line for line in told] == [True]
    assert figure({"a": {"b": {"value": None, "of": 0}}}, "a.b") is None
