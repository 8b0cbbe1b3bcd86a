"""A toy gazetteer and the embedded lexicon, shared by the tests of recognition."""

import pytest

from geo.files.embedded import data_folder
from geo.recognition.loading import load_lexicon
from geo.recognition.vocabulary import Vocabulary

NAMES = {
    "montevideo": "city1",
    "nicosia": "city2",
    "san pedro de macoris": "city2",
    "uruguay": "country",
    "chad": "country",
    "maltese": "demonym",
    "reading": "city2",
    "march": "city3",
    "peace river": "city4",
    "lower harbour dam": "facility",
}


class ToyGazetteer:
    """Ten names; enough to see which classes a text gets."""

    def lookup(self, names):
        return dict.fromkeys(names, ())

    def name_class(self, name):
        return NAMES.get(name.lower())

    def begins_name(self, words):
        return any(name.startswith(words.lower()) for name in NAMES)


@pytest.fixture(scope="session")
def gazetteer():
    return ToyGazetteer()


@pytest.fixture(scope="session")
def lexicon():
    return load_lexicon(data_folder() / "lexicon")


@pytest.fixture
def vocabulary(lexicon):
    return Vocabulary(lexicon)
