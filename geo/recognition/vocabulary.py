"""What a word is by itself, worked out once per spelling."""

import re
from dataclasses import dataclass

from geo.model.names import fold
from geo.recognition.cues import cue_of
from geo.recognition.lexicon import Lexicon

#: Spellings remembered before the memory is emptied; about 60 MB.
_REMEMBERED = 100_000
_RUN = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One spelling, the same object each time: compared by identity, because a text has thousands."""

    text: str
    #: Folded: without case and accents.
    lower: str
    shape: str
    tag: str
    cue: str
    #: Begins with a capital letter.
    large: bool
    #: An ordinary English word.
    common: bool
    first_name: bool
    last_name: bool
    #: What a noun or verb is of, "-" for other words; then, for nouns, what that is a kind of.
    sense: tuple[str, ...]


class Vocabulary:
    """Words by spelling, over one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """The word of a spelling."""
        known = self._words.get(text)
        if known is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            known = self._words[text] = _word(text, self.lexicon)
        return known


def _word(text: str, lexicon: Lexicon) -> Word:
    lower = text.lower()
    folded = fold(text) or lower
    large = text[0].isupper()
    return Word(
        text, folded, shape_of(text), lexicon.tag(lower), cue_of(lower), large, lexicon.is_common(lower),
        large and lower in lexicon.first_names, large and lower in lexicon.last_names,
        lexicon.sense(lower),
    )  # fmt: skip


def shape_of(text: str) -> str:
    """Letters as X and x, digits as d, runs cut at two: "Kyiv" is Xxx, "2023" is dd."""
    shape = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in text)
    return _RUN.sub(r"\1\1", shape)
