import json

import pytest

from geo.errors import DataError
from geo.recognition.loading import load_chain, load_lexicon, load_usage

CHAIN = {"labels": ["O", "B", "I"], "transitions": [[0, 0, -1000]] * 3, "features": {"w=izmir": [0, 2000, 0]}}


@pytest.fixture
def write(tmp_path):
    def written(content):
        path = tmp_path / "model.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return written


def test_a_chain_reads_back_its_weights(write):
    chain = load_chain(write(CHAIN))
    assert chain.labels([[(("left", "x", "O"),)]]) == [[0]]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        {},
        {**CHAIN, "labels": ["B", "I", "O"]},
        {**CHAIN, "features": {"w=a": "heavy"}},
        {**CHAIN, "features": {"w=a": [1, 2]}},
        {**CHAIN, "transitions": [[0, 0, 0]]},
        {**CHAIN, "more": 1},
    ],
)
def test_a_damaged_model_is_named(write, content):
    with pytest.raises(DataError, match=r"model\.json"):
        load_chain(write(content))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"usage\.json.*make models"):
        load_usage(tmp_path / "usage.json")
    with pytest.raises(DataError, match=r"names\.txt"):
        load_lexicon(tmp_path)


def test_the_lexicon_knows_words_and_names(lexicon):
    assert lexicon.tag("harbour") == "NN" or lexicon.tag("harbor") == "NN"
    assert lexicon.tag("novooleksandrivka") == "?"
    assert not lexicon.is_common("tegucigalpa")
    assert "maria" in lexicon.first_names
    assert "johnson" in lexicon.last_names
