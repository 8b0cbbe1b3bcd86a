"""Spellings of a name that count as the same."""

import unicodedata
from functools import lru_cache

#: Marks that writers put in or leave out of names: apostrophes of all kinds, soft signs, hyphens.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ`´ʻ\u02bb\u0384"), None)
_PLAIN = {
    **_APOSTROPHES,
    ord("ł"): "l", ord("ø"): "o", ord("đ"): "d", ord("ı"): "i", ord("ß"): "ss", ord("æ"): "ae", ord("œ"): "oe",
    ord("ð"): "d", ord("þ"): "th", ord("ə"): "a",
}  # fmt: skip
#: The same for plain letters, of which most names consist: marks become blanks, stops and apostrophes nothing.
_ASCII = {c: None if c in _APOSTROPHES or chr(c) == "." else " " for c in range(128) if not chr(c).isalnum()}

#: Small words of other languages between the halves of a name: "Pescara del Tronto" is not Pescara.
FOREIGN_JOINTS = frozenset(
    "del della dello dell dei degli delle di de do da dos das du des sur sous ob bei nad pod".split()
)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The name without case, accents, apostrophes and punctuation; words one space apart.

    Cyrillic and other scripts keep their letters: "Київ" folds to "київ".
    """
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII).split())
    plain = name.casefold().translate(_PLAIN)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare if c != ".").split())
