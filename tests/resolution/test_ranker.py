import numpy as np
import pytest

from geo.errors import DataError
from geo.files.embedded import data_file
from geo.resolution.belief import COLUMNS
from geo.resolution.ranker import load_ranker, softmax, weigh


def test_the_embedded_ranker_knows_every_column_and_no_other(ranker):
    assert set(ranker.passes[-1]) == set(COLUMNS)


def test_evidence_that_supports_never_counts_against(ranker):
    for weights in ranker.passes[1:]:
        assert weights["comma qualifier holds it"] > 0
        assert weights["comma qualifier lies elsewhere"] <= 0
        assert weights["near another place"] > 0
        assert weights["at the stated distance"] > 0


def test_the_homes_of_publishers_lie_on_the_map(ranker):
    assert len(ranker.homes) > 300
    assert ranker.homes["seattletimes.com"].admin1_code == "US.WA"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"passes": []}', '{"passes": [{}], "confidence": {}}'])
def test_a_damaged_file_is_said_to_be_one(text):
    with pytest.raises(DataError, match=r"ranker\.json"):
        load_ranker(text)


def test_a_file_with_a_single_pass_is_refused():
    text = data_file("models/ranker.json").read_text(encoding="utf-8")
    import msgspec

    written = msgspec.json.decode(text)
    written["passes"] = written["passes"][:1]
    with pytest.raises(DataError, match="two passes"):
        load_ranker(msgspec.json.encode(written).decode())


def test_probabilities_add_up_within_each_name_and_empty_names_cost_nothing():
    scores, starts = np.array([1.0, 2.0, 700.0]), np.array([0, 2, 2, 3])
    found = softmax(scores, starts)
    assert found[:2].sum() == pytest.approx(1.0)
    assert found[2] == 1.0


def test_a_column_that_was_never_learned_weighs_nothing():
    assert weigh({"a": 2.0}, ("b", "a")).tolist() == [0.0, 2.0]
