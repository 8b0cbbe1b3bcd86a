"""Decoding of a linear-chain conditional random field, from the weights that CRFsuite learns.

CRFsuite's own tagger looks up every feature of every token as a string. News repeats itself: the
groups of features (``features.names``) come back, so their summed weights are kept, and a token costs
a few dictionary hits. The labels are the same as CRFsuite's; a test compares them.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import count, islice

import numpy as np
from numpy.typing import NDArray

from geo.recognition.features import Key

#: Order of the columns of the weights.
LABELS = ("O", "B", "I")
#: Groups remembered before the memory is emptied; about 100 MB at the most.
_REMEMBERED = 400_000
_START_ROWS = 4_096
#: Share of the mean lead of the other tokens of a name that is added to a token's, and the largest lead that counts;
#: five folds over the development corpora, DECISIONS.md.
SWAY, MOST_LEAD = 0.6, 6.0


#: The scores of one sequence: for each token, of each label.
_Scores = list[list[float]]


class Chain:
    """A conditional random field over LABELS."""

    def __init__(
        self,
        transitions: NDArray[np.float64],
        weights_of: Callable[[Sequence[Key]], NDArray[np.float64]],
    ) -> None:
        """``transitions[i, j]`` weighs label j after label i; ``weights_of`` sums the weights of groups."""
        self._transitions = transitions.tolist()
        self._weights_of = weights_of
        self._rows = _numbered()
        self._table = np.zeros((_START_ROWS, len(LABELS)))

    def labels(
        self, sequences: Sequence[Sequence[tuple[Key, ...]]], names: Sequence[Sequence[str]] = ()
    ) -> list[list[int]]:
        """The best label of every token, as indices into LABELS.

        ``names`` has for every token the folded word that it shares with the others of its name, "" for words that
        are no names: tokens of one name sway each other. Without ``names`` each sequence stands by itself.
        """
        scores = self._scores([token for sequence in sequences for token in sequence])
        rows, start = [], 0
        for sequence in sequences:
            rows.append(scores[start : start + len(sequence)])
            start += len(sequence)
        paths = [self._best(row) for row in rows]
        for j, swayed in self._swayed(rows, paths, names).items():
            paths[j] = self._best(swayed)
        return paths

    def _swayed(
        self, rows: Sequence[_Scores], paths: Sequence[Sequence[int]], names: Sequence[Sequence[str]]
    ) -> dict[int, _Scores]:
        """The scores of the sequences where what is read elsewhere in the text may change a label, by number."""
        swayed: dict[int, _Scores] = {}
        for places in _disputed(paths, names):
            leads = [self._lead(rows[j], paths[j], k) for j, k in places]
            total = sum(leads)
            for (j, k), lead in zip(places, leads, strict=True):
                push = SWAY * (total - lead) / (len(leads) - 1)
                if (lead > 0) != (lead + push > 0):
                    row = swayed.setdefault(j, list(rows[j]))
                    o, b, i = row[k]
                    row[k] = [o, b + push, i + push]
        return swayed

    def _lead(self, row: _Scores, path: Sequence[int], k: int) -> float:
        """By how much a token scores as part of a name rather than not, its neighbours as they are labelled."""
        score = list(row[k])
        for label in range(len(LABELS)):
            if k:
                score[label] += self._transitions[path[k - 1]][label]
            if k + 1 < len(path):
                score[label] += self._transitions[label][path[k + 1]]
        lead: float = max(score[1:]) - score[0]
        return max(-MOST_LEAD, min(MOST_LEAD, lead))

    def _scores(self, tokens: list[tuple[Key, ...]]) -> list[list[float]]:
        """For each token, what each label scores without its neighbours."""
        if not tokens:
            return []
        if len(self._rows) > _REMEMBERED:
            self._rows = _numbered()
        rows, known = self._rows, len(self._rows)
        found = [rows[key] for token in tokens for key in token]
        if len(rows) > known:
            self._learn(list(islice(reversed(rows), len(rows) - known))[::-1])
        width = len(tokens[0])
        table: NDArray[np.float64] = self._table[np.array(found, dtype=np.intp).reshape(-1, width)]
        scores: list[list[float]] = table.sum(axis=1).tolist()
        return scores

    def _learn(self, new: list[Key]) -> None:
        """Fill in the rows of the groups numbered last."""
        end = len(self._rows)
        while end > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[end - len(new) : end] = self._weights_of(new)

    def _best(self, scores: list[list[float]]) -> list[int]:
        """Viterbi's path through one sentence."""
        (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = self._transitions
        if not scores:
            return []
        o, b, i = scores[0]
        back: list[tuple[int, int, int]] = []
        for so, sb, si in scores[1:]:
            to_o, to_b, to_i = (o + oo, b + bo, i + io), (o + ob, b + bb, i + ib), (o + oi, b + bi, i + ii)
            o, b, i = max(to_o), max(to_b), max(to_i)
            back.append((to_o.index(o), to_b.index(b), to_i.index(i)))
            o, b, i = o + so, b + sb, i + si
        ends = (o, b, i)
        label = ends.index(max(ends))
        path = [label]
        for step in reversed(back):
            label = step[label]
            path.append(label)
        return path[::-1]


def _numbered() -> defaultdict[Key, int]:
    """Row numbers that are given out as they are asked for."""
    return defaultdict(count().__next__)


def _disputed(paths: Sequence[Sequence[int]], names: Sequence[Sequence[str]]) -> list[list[tuple[int, int]]]:
    """The places, as (sequence, token), of each name that is read as a place here and not there."""
    places: dict[str, list[tuple[int, int]]] = {}
    for j, words in enumerate(names):
        for k, word in enumerate(words):
            if word:
                places.setdefault(word, []).append((j, k))
    return [found for found in places.values() if len({paths[j][k] > 0 for j, k in found}) > 1]
