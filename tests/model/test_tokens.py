"""Words and sentences are those of the text, and lower case moves no character."""

import pytest

from geo.model.tokens import lowered


@pytest.mark.parametrize("text", ["KYIV’S", "İZMİR burns", "ΟΔΟΣ ΟΔΟΣ", "Straße", "ÅLESUND"])
def test_lower_case_keeps_every_character_in_its_place(text):
    assert lowered(text) == "".join(lowered(c) for c in text)
    assert len(lowered(text)) == len(text)
