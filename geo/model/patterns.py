"""Patterns of many words, written so that the engine of regular expressions passes quickly over the others."""

import re

#: One step through a pattern: an escape, a set of characters, or one character.
_STEP = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)
#: A first letter that always stands there.
_FIRST = re.compile(r"[a-z](?![?*{])")


def by_first_letter(pattern: str) -> str:
    """A pattern that matches where this one does, of its alternatives perhaps another.

    Alternatives that begin with the same letter stand together behind it: one look passes over them all.
    """
    heads: dict[str, list[str]] = {}
    for words in _alternatives(pattern):
        first = _FIRST.match(words)
        heads.setdefault(first.group() if first else "", []).append(words[1:] if first else words)
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in heads.items()) + ")"


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars of a pattern, those inside its groups left alone."""
    found, depth = [""], 0
    for step in _STEP.findall(pattern):
        depth += (step == "(") - (step == ")")
        if step == "|" and not depth:
            found.append("")
        else:
            found[-1] += step
    return found
