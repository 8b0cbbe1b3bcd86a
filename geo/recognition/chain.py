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

    def labels(self, sequences: Sequence[Sequence[tuple[Key, ...]]]) -> list[list[int]]:
        """The best label of every token, as indices into LABELS; each sequence by itself."""
        scores = self._scores([token for sequence in sequences for token in sequence])
        best, start = [], 0
        for sequence in sequences:
            best.append(self._best(scores[start : start + len(sequence)]))
            start += len(sequence)
        return best

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
