"""Texts written with signs for words read back as they were, whatever stands in them."""

import json

from hypothesis import given
from hypothesis import strategies as st

from geo.cartography.words import WordTable

NEWS = "A blast was heard near the bridge and a second blast was heard near the market, the mayor said."


def read(table: WordTable, texts: list[str]) -> list[str]:
    """As ``words.js`` does."""
    told = json.loads(table.table)
    words = dict(zip(told["signs"][1:], told["words"].split(" "), strict=True)) if told["signs"][1:] else {}
    written = json.loads(table.written(texts))
    return "".join(f"{words[c]} " if c in words else c for c in written)[:-1].split(f" {told['signs'][0]} ")


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_every_text_comes_back_character_for_character(texts):
    texts = [*texts, *(f"{text} {NEWS}" for text in texts)] * 2
    assert read(WordTable([texts]), texts) == texts


def test_damaged_and_private_characters_come_back_too():
    texts = [f'{NEWS} \ud83d \ue000 \x80\x81 é \\ " </script> \x00\n', NEWS, "", "  ", NEWS]
    assert read(WordTable([texts, [NEWS]]), texts) == texts


def test_a_word_that_begins_like_a_frequent_one_is_not_taken_for_it():
    starts = ["x" * length for length in (1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 40)]
    texts = [" ".join(starts), *(f"{start}y {start}\u0430" for start in starts), " ".join(s[:-1] for s in starts)] * 3
    for counted in ([" ".join(starts)] * 4, texts):
        assert read(WordTable([counted]), texts) == texts


def test_frequent_words_are_signs_and_rare_ones_are_not():
    table = WordTable([[NEWS] * 3])
    told = json.loads(table.table)
    assert {"blast", "heard"} <= set(told["words"].split(" "))
    assert len(table.written([NEWS])) < len(NEWS) / 1.8
    assert json.loads(table.written(["unheard of"])) == "unheard of "
