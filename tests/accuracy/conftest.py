"""One opening of the embedded data, and one reading of each corpus, for all accuracy tests."""

import functools

import pytest

from geo.cli.knowledge import open_knowledge
from geo.pipeline import read_article
from geo.settings import Settings
from tests.accuracy.scoring import CORPORA, corpora, score


@pytest.fixture(scope="session")
def scores():
    """The scorer's figures for a corpus by its name in floors.toml; each is read once."""
    if not CORPORA.is_dir():
        pytest.skip("the development corpora are not beside the checkout")
    knowledge = open_knowledge(Settings())
    by_name = {corpus.name: corpus for corpus in corpora()}

    @functools.cache
    def scores_of(name):
        return score(by_name[name], lambda article: read_article(article, knowledge))

    return scores_of
