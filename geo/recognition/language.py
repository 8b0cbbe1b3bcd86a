"""Whether a text is in English, the one language the models know."""

import re

#: Words without which English cannot be written, and which its neighbours do not share.
_FUNCTION_WORDS = frozenset(
    "the of and to in that is was for it with as his on be at by he had not are but from or have an they which one"
    " you were her all she there would their we him been has when who will more no if out so said what its about"
    " into than them can only other new some could time these two may then do first any my now such like our over"
    " after also did many before must through where much your well down should because each just those people how"
    " too good very year being between this".split()
)
#: Below this many words a text is too short to judge, and is taken for English.
JUDGED_FROM = 20
#: Least share of function words: English news has 0.35 to 0.5, lists and telegrams 0.2, other languages under 0.1.
LEAST_SHARE = 0.12
#: Least share of Latin letters among all letters.
LEAST_LATIN = 0.6
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_\0-ɏ]")


def is_english(text: str) -> bool:
    """Whether a text is English, or too short to tell; case does not matter."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if not letters:
        return True
    if letters - len(_NOT_LATIN.findall(text)) < LEAST_LATIN * letters:
        return False
    if len(words) < JUDGED_FROM:
        return True
    return sum(word.lower() in _FUNCTION_WORDS for word in words) >= LEAST_SHARE * len(words)
