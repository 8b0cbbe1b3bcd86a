"""Gates of the incidents that averages could hide: halves of a corpus, captions, and what must never be."""

import pytest

from tests.accuracy.conftest import BY_NAME
from tests.accuracy.scoring import documents, judge

pytestmark = pytest.mark.corpora


@pytest.mark.parametrize("half", [0, 1])
def test_either_half_of_the_modern_texts_reaches_the_floor(readings, half):
    """Rules that fit one half only would show here."""
    corpus = BY_NAME["modern"]
    chosen = documents(corpus)[half::2]
    read = [r for r in readings("modern") if r.article.id in {row["id"] for row in chosen}]
    figures = judge(corpus, chosen, read)
    assert figures["detection"]["f1"] >= 0.75
    assert figures["spurious_incidents_at_context_places"] == 0


def test_captions_of_pictures_get_a_type(readings):
    read = readings("one-liners")
    assert sum(bool(r.reports) for r in read) / len(read) >= 0.80


def test_no_weekday_becomes_a_day_in_an_article_without_a_date(readings):
    undated = [r for r in readings("modern") if r.article.date is None]
    days = [(r.article.id, x.when.text) for r in undated for x in r.reports if x.when.date is not None]
    assert undated
    assert [(id_, words) for id_, words in days if not any(c.isdigit() for c in words)] == []
