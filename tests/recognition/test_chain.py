import itertools
import random

import numpy as np
import pytest

from geo.recognition.chain import LABELS, Chain
from geo.recognition.document import read_document
from geo.recognition.features import names, segments
from geo.recognition.loading import chain_of

TRANSITIONS = [[0.3, 0.1, -1000.0], [0.2, -0.4, 0.9], [0.1, 0.0, 0.5]]


def weights(keys):
    dice = [random.Random(str(key)) for key in keys]
    return np.array([[die.uniform(-1, 1) for _ in LABELS] for die in dice])


def score(path, sequence):
    total = sum(weights([key])[0][label] for label, token in zip(path, sequence, strict=True) for key in token)
    return total + sum(TRANSITIONS[a][b] for a, b in itertools.pairwise(path))


@pytest.mark.parametrize("seed", range(5))
def test_the_path_is_the_best_of_all_paths(seed):
    dice = random.Random(seed)
    sequences = [[(("a", dice.random()), ("b", dice.random())) for _ in range(n)] for n in (6, 1, 4)]
    found = Chain(np.array(TRANSITIONS), weights).labels(sequences)
    for sequence, path in zip(sequences, found, strict=True):
        best = max(itertools.product(range(3), repeat=len(sequence)), key=lambda p: score(p, sequence))
        assert tuple(path) == best


def test_an_empty_text_has_no_labels():
    assert Chain(np.array(TRANSITIONS), weights).labels([]) == []


def test_labels_do_not_depend_on_what_was_read_before():
    sequences = [[(("a", i), ("b", i % 3)) for i in range(20)]]
    fresh = Chain(np.array(TRANSITIONS), weights).labels(sequences)
    used = Chain(np.array(TRANSITIONS), weights)
    used.labels([[(("a", i), ("c", i)) for i in range(9000)]])  # grows the table
    assert used.labels(sequences) == fresh


def test_the_labels_are_those_of_crfsuite(tmp_path, vocabulary, gazetteer):
    pycrfsuite = pytest.importorskip("pycrfsuite")
    texts = [
        ("The mayor of Nicosia said rain fell on Uruguay and Chad Miller.", "0001000001010000"),
        ("Reading the letter in Montevideo took San Pedro de Macoris by surprise.", "0000101222000000"),
        ("In Chad, Maltese ships reached Peace River near Reading.", "0101001201000000"),
    ]
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.0, "c2": 0.1, "max_iterations": 30, "feature.possible_transitions": True})
    read = [read_document(text, vocabulary, gazetteer) for text, _ in texts]
    flat = [[[name for key in token for name in names(key)] for token in segments(d)[0].keys] for d in read]
    for items, (_, labels) in zip(flat, texts, strict=True):
        trainer.append(items, ["OBI"[int(c)] for c in labels[: len(items)]])  # any labels will do
    trainer.train(str(tmp_path / "crf"))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "crf"))
    info = tagger.info()
    features = {}
    for (name, label), weight in info.state_features.items():
        features.setdefault(name, [0.0] * 3)[LABELS.index(label)] = 1000 * weight
    chain = chain_of(features, [[info.transitions.get((a, b), 0.0) for b in LABELS] for a in LABELS])
    for document, items in zip(read, flat, strict=True):
        assert ["OBI"[i] for i in chain.labels([segments(document)[0].keys])[0]] == tagger.tag(items)


def leads(*values):
    """One-token sequences that score so much as a name, and the labels they get as tokens of one name."""
    chain = Chain(np.zeros((3, 3)), lambda keys: np.array([[0.0, key[1], -99.0] for key in keys]))
    sequences = [[(("lead", value),)] for value in values]
    return lambda names: [path[0] for path in chain.labels(sequences, names)]


def test_a_name_read_as_a_place_elsewhere_is_one_where_the_sentence_hardly_tells():
    labels = leads(5.0, -1.0, 4.0)
    assert labels([["homs"], ["homs"], ["homs"]]) == [1, 1, 1]
    assert labels([["homs"], ["hama"], ["homs"]]) == labels([]) == [1, 0, 1]


def test_a_name_that_belongs_to_a_person_elsewhere_is_no_place_where_the_sentence_hardly_tells():
    assert leads(-5.0, 0.5, -4.0)([["houston"]] * 3) == [0, 0, 0]


def test_a_sentence_that_tells_clearly_is_not_overruled():
    assert leads(5.0, -6.0, 5.0)([["jackson"]] * 3) == [1, 0, 1]
