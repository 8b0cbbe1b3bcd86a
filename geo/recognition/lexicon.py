"""Words and personal names of English: what is common, which part of speech, who is called so."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Coarse tags by Penn Treebank tag; a word with a tag that is not listed keeps it.
UNKNOWN_TAG = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """English words in lower case, with their usual tag, and names of persons."""

    #: Lower-case word to its most frequent Penn Treebank tag.
    tags: Mapping[str, str]
    first_names: frozenset[str]
    last_names: frozenset[str]

    def tag(self, word: str) -> str:
        """The usual tag of a word in lower case; "?" for words the lexicon lacks."""
        return self.tags.get(word, UNKNOWN_TAG)

    def is_common(self, word: str) -> bool:
        """Whether a lower-case word is an ordinary English word."""
        return word in self.tags


def parse_tags(text: str) -> dict[str, str]:
    """Tags from lines of a tag and its words: "JJ able abundant ..."."""
    tags: dict[str, str] = {}
    for line in text.splitlines():
        tag, *words = line.split()
        tags.update(dict.fromkeys(words, tag))
    return tags
