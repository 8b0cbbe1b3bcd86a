"""Wire copies: articles that print one text are one source."""

import re
from collections.abc import Iterable, Mapping

from geo.model.incident import Report

#: Words of a shingle, and the share of common shingles from which two texts are one
#: (Broder 1997, "On the resemblance and containment of documents", uses shingles the same way).
SHINGLE_WORDS = 4
SAME_FROM = 0.5


#: The runs of ``SHINGLE_WORDS`` words of a text.
Shingles = frozenset[tuple[str, ...]]


def count_sources(shingles: Mapping[str, Shingles], reports: Iterable[Report]) -> int:
    """How many texts tell of an incident when copies count once; ``shingles`` are by article id."""
    originals: list[Shingles] = []
    for id_ in dict.fromkeys(r.article_id for r in reports):
        if not any(resemble(shingles[id_], known) for known in originals):
            originals.append(shingles[id_])
    return len(originals)


def resemble(a: Shingles, b: Shingles) -> bool:
    """Whether two texts are copies of one, up to cuts and small changes."""
    smaller = min(len(a), len(b))
    return smaller > 0 and len(a & b) / smaller >= SAME_FROM


def read_shingles(text: str) -> Shingles:
    """What of a text is compared."""
    words = re.findall(r"[^\W_]+", text.casefold())
    if len(words) < SHINGLE_WORDS:
        return frozenset({tuple(words)} if words else ())
    return frozenset(zip(*(words[i:] for i in range(SHINGLE_WORDS)), strict=False))
