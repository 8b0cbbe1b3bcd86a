"""One opening of the embedded data, and one reading of each corpus, for all accuracy tests."""

import functools

import pytest

from geo.cli.knowledge import open_knowledge
from geo.pipeline import read_article
from geo.settings import Settings
from tests.accuracy.scoring import CORPORA, article, corpora, documents, judge

BY_NAME = {corpus.name: corpus for corpus in corpora()}


@pytest.fixture(scope="session")
def readings():
    """The Readings of a corpus by its name in floors.toml; each is read once."""
    if not CORPORA.is_dir():
        pytest.skip("the development corpora are not beside the checkout")
    knowledge = open_knowledge(Settings())

    @functools.cache
    def readings_of(name):
        corpus = BY_NAME[name]
        chosen = (article(row, gold_spans=corpus.gold_spans) for row in documents(corpus))
        return tuple(read_article(each, knowledge) for each in chosen)

    return readings_of


@pytest.fixture(scope="session")
def scores(readings):
    """The scorer's figures for a corpus by its name in floors.toml."""
    return lambda name: judge(BY_NAME[name], documents(BY_NAME[name]), readings(name))
