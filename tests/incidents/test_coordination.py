"""People strung together are counted together, and nobody else is."""

import pytest

from geo.casualties.claims import find_counts
from geo.events.sentences import read_sentences
from geo.model.text import Article


def figures(text):
    (sentence,) = read_sentences(Article(id="a", text=text))
    return [(c.kind, c.n) for c in find_counts(sentence, text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A nurse and three patients were killed in the fire.", [("killed", 4)]),
        ("The masked man opened fire, wounding a caretaker and nine schoolmates.", [("injured", 10)]),
        ("Four constables and two strikers were injured.", [("injured", 6)]),
        ("A mother and her two sons were stabbed to death.", [("killed", 3)]),
        ("Raiders kidnapped two engineers and their driver.", [("abducted", 3)]),
        ("Seven soldiers, two drivers and a nurse were killed.", [("killed", 10)]),
        ("Three people, two drivers and a nurse, were killed.", [("killed", 3)]),
        ("Six pilgrims, 3 guards killed in raid.", [("killed", 9)]),
        ("A couple and their two daughters were killed.", [("killed", 4)]),
        ("An elderly couple were killed when their house burned down.", [("killed", 2)]),
        ("A bomber drove into the gate, killing himself and five guards.", [("killed", 6)]),
        ("The pilot, two officers and five customers were killed.", [("killed", 8)]),
        ("A man, his wife and their son died in the blaze.", [("killed", 3)]),
        ("Seventy-four people died and as many were injured.", [("killed", 74), ("injured", 74)]),
        ("The blast killed 12 and injured twice as many.", [("killed", 12), ("injured", 24)]),
    ],
)
def test_they_count_as_one_figure(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast killed two soldiers and three farmers were wounded.", [("killed", 2), ("injured", 3)]),
        ("The crash killed two riders and a driver was arrested.", [("killed", 2), ("arrested", 1)]),
        ("A monk died and 20 pilgrims were hurt.", [("killed", 1), ("injured", 20)]),
    ],
)
def test_what_became_of_each_is_kept_apart(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A broadcaster known for his jokes was shot dead on the steps.",
        "A 40-year-old mother of three was stabbed to death at a bus stop.",
        "A student was fatally stabbed beside the canal.",
    ],
)
def test_one_person_told_of_at_length_is_one(text):
    assert figures(text) == [("killed", 1)]
