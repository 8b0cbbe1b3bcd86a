"""Wire copies: articles that print one text are one source."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

#: Words of a shingle, and the share of common shingles from which two texts are one
#: (Broder 1997, "On the resemblance and containment of documents", uses shingles the same way).
SHINGLE_WORDS = 4
SAME_FROM = 0.5
#: Up to this many texts are compared with each other; an index of their shingles would cost more.
FEW = 16

#: Hashes of the runs of ``SHINGLE_WORDS`` words of a text, of this process alone.
Shingles = frozenset[int]


def count_sources(texts: Sequence[Shingles]) -> int:
    """How many texts there are when copies of an earlier one do not count.

    Two texts that share half the shingles of the shorter share one of any larger half of them. So a text is
    compared only with those that it shares one of its rarest with, or that share one of theirs with it: among
    thousands of texts on one happening these are its copies and few others.
    """
    if len(texts) <= FEW:
        return _count_few(texts)
    usual = Counter(chain.from_iterable(texts))
    originals: list[Shingles] = []
    having: dict[int, list[int]] = {}
    rare_in: dict[int, list[int]] = {}
    for text in texts:
        rare = sorted(text, key=usual.__getitem__)[: int(len(text) * (1 - SAME_FROM)) + 1]
        near = {n for s in rare for n in having.get(s, ())} | {n for s in text for n in rare_in.get(s, ())}
        if any(resemble(text, originals[n]) for n in near):
            continue
        for shingles, index in ((text, having), (rare, rare_in)):
            for shingle in shingles:
                index.setdefault(shingle, []).append(len(originals))
        originals.append(text)
    return len(originals)


def _count_few(texts: Sequence[Shingles]) -> int:
    """The same, every text compared with every original."""
    originals: list[Shingles] = []
    for text in texts:
        if not any(resemble(text, other) for other in originals):
            originals.append(text)
    return len(originals)


def resemble(a: Shingles, b: Shingles) -> bool:
    """Whether two texts are copies of one, up to cuts and small changes."""
    smaller = min(len(a), len(b))
    return smaller > 0 and len(a & b) / smaller >= SAME_FROM


def read_shingles(text: str) -> Shingles:
    """What of a text is compared."""
    words = re.findall(r"[^\W_]+", text.casefold())
    if len(words) < SHINGLE_WORDS:
        return frozenset({hash(tuple(words))} if words else ())
    return frozenset(map(hash, zip(*(words[i:] for i in range(SHINGLE_WORDS)), strict=False)))
