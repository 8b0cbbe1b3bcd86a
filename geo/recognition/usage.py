"""How a place name is used: as a place (literal), or by what merely bears its name (associative).

A logistic regression over the words around a mention (``usage_features.py``); the classes follow Gritta, Pilehvar
and Collier, "A pragmatic guide to geoparsing evaluation" (2020).
"""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from geo.recognition.document import Document

#: What stands between the names of a list: "Malaga, Cadiz and Huelva", "the Chad-Sudan border".
_LINKS = frozenset(", and or & - – / the".split())
#: At most so many words stand there.
_LONGEST_LINK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageWeights:
    """A logistic regression, and how much the mentions of one article sway each other."""

    intercept: float
    weights: Mapping[str, float]
    #: Share of the mean log-odds of the article's other mentions of the same name, in the same list, and of all others.
    same_name: float = 0.0
    same_list: float = 0.0
    whole_text: float = 0.0

    def p_literal(self, rows: Sequence[Sequence[str]], names: Sequence[str], lists: Sequence[int]) -> list[float]:
        """For each mention of an article, by its features, name and list, the probability that it is literal."""
        alone = [self.intercept + sum(self.weights.get(f, 0.0) for f in row) for row in rows]
        swayed = zip(
            alone, _of_others(alone, names), _of_others(alone, lists), _of_others(alone, [0] * len(alone)), strict=True
        )
        return [
            _probability(own + self.same_name * name + self.same_list * listed + self.whole_text * rest)
            for own, name, listed, rest in swayed
        ]


def _of_others(log_odds: Sequence[float], keys: Sequence[Hashable]) -> list[float]:
    """For each mention the mean log-odds of the others with its key, 0 where there are none."""
    total, count = dict.fromkeys(keys, 0.0), Counter(keys)
    for own, key in zip(log_odds, keys, strict=True):
        total[key] += own
    return [(total[key] - own) / max(1, count[key] - 1) for own, key in zip(log_odds, keys, strict=True)]


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def lists_of(document: Document, places: Sequence[tuple[int, int]]) -> list[int]:
    """For each mention (half-open token range) the number of the list it stands in, alone or with others."""
    numbers = [0] * len(places)
    number, end = -1, 0
    for i in sorted(range(len(places)), key=lambda i: places[i]):
        first, stop = places[i]
        between = document.words[end:first]
        if number < 0 or not 0 < len(between) <= _LONGEST_LINK or any(w.lower not in _LINKS for w in between):
            number += 1
        numbers[i], end = number, stop
    return numbers
