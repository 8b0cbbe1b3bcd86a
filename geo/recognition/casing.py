"""Case restored where a writer shouts: headlines, and whole telegrams in capitals."""

from collections.abc import Sequence

from geo.recognition.lexicon import Lexicon

#: Share of words in capitals from which a sentence counts as shouted.
SHOUTED_SHARE = 0.6
#: A shouted sentence has at least this many words; "CNN" alone is a name.
SHOUTED_WORDS = 3
#: Words inside names that are written small ("SANTA ELENA DE LA CRUZ").
SMALL_WORDS = frozenset("de la las los del el al y da do dos das di von van der den le les du e of the and".split())


def is_shouted(words: Sequence[str]) -> bool:
    """Whether a sentence is written in capitals."""
    long = [w for w in words if len(w) > 1 and w[0].isalpha()]
    return len(long) >= SHOUTED_WORDS and sum(w.isupper() for w in long) > SHOUTED_SHARE * len(long)


def is_whispered(words: Sequence[str]) -> bool:
    """Whether a sentence is written without a capital, as captions and posts are."""
    return len(words) >= SHOUTED_WORDS and not any(w[0].isupper() for w in words)


def raised(word: str) -> str:
    """A word with a capital, of the same length."""
    large = word[0].upper() + word[1:]
    return large if len(large) == len(word) else word


def capitalised(word: str) -> str:
    """A word in capitals with only its first letter large; others, and "U.S.", as they are."""
    if len(word) < 2 or not word.isupper() or not word[0].isalpha() or "." in word:
        return word
    quiet = word[0] + word[1:].lower()
    return quiet if len(quiet) == len(word) else word


def quietened(word: str, *, named: bool, opens: bool, lexicon: Lexicon) -> str:
    """One word of a shouted sentence as it would stand in running text, of the same length.

    Words that English knows become small unless the gazetteer vouches for the name they are part of
    (``named``) or they open the sentence or the name; other words keep a capital.
    """
    if not word.isupper() or not word[0].isalpha() or "." in word:
        return word
    lower = word.lower()
    if len(lower) != len(word):
        return word
    known = lower in SMALL_WORDS or lexicon.is_common(lower)
    if not known or (named and lower not in SMALL_WORDS) or (opens and len(word) > 1):
        return capitalised(word)
    return lower
