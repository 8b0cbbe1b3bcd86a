"""Words and personal names of English: what is common, which part of speech, who is called so."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Coarse tags by Penn Treebank tag; a word with a tag that is not listed keeps it.
UNKNOWN_TAG = "?"
NO_SENSE = ("-",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """English words in lower case, with their usual tag, and names of persons."""

    #: Lower-case word to its most frequent Penn Treebank tag.
    tags: Mapping[str, str]
    first_names: frozenset[str]
    last_names: frozenset[str]
    #: Lower-case noun or verb to what it is of, and a kind of: ("move",), ("location", "object", "location", "region").
    senses: Mapping[str, tuple[str, ...]]

    def tag(self, word: str) -> str:
        """The usual tag of a word in lower case; "?" for words the lexicon lacks."""
        return self.tags.get(word, UNKNOWN_TAG)

    def sense(self, word: str) -> tuple[str, ...]:
        """What a noun or verb in lower case is of, then for nouns what that is a kind of; "-" for other words."""
        return self.senses.get(word, NO_SENSE)

    def is_common(self, word: str) -> bool:
        """Whether a lower-case word is an ordinary English word."""
        return word in self.tags


def parse_classes(text: str) -> dict[str, str]:
    """Classes by word from lines of a class and its words: "JJ able abundant ..."."""
    classes: dict[str, str] = {}
    for line in text.splitlines():
        name, *words = line.split()
        classes.update(dict.fromkeys(words, name))
    return classes


def parse_senses(text: str) -> dict[str, tuple[str, ...]]:
    """Senses by word from lines of a sense and its words: "move advance arrive ..."."""
    senses = {name: tuple(name.split("/")) for name in {line.partition(" ")[0] for line in text.splitlines()}}
    return {word: senses[name] for word, name in parse_classes(text).items()}
