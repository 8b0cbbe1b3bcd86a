"""Wire copies: articles that print one text are one source."""

import re
from collections.abc import Iterable, Mapping

from geo.model.incident import Report
from geo.model.text import Article

#: Words of a shingle, and the share of common shingles from which two texts are one
#: (Broder 1997, "On the resemblance and containment of documents", uses shingles the same way).
SHINGLE_WORDS = 4
SAME_FROM = 0.5


def same_text(a: str, b: str) -> bool:
    """Whether two texts are copies of one, up to cuts and small changes."""
    first, second = _shingles(a), _shingles(b)
    smaller = min(len(first), len(second))
    return smaller > 0 and len(first & second) / smaller >= SAME_FROM


def count_sources(articles: Mapping[str, Article], reports: Iterable[Report]) -> int:
    """How many texts tell of an incident when copies count once."""
    originals: list[frozenset[tuple[str, ...]]] = []
    for id_ in dict.fromkeys(r.article_id for r in reports):
        shingles = _shingles(articles[id_].text)
        if not any(_resemble(shingles, known) for known in originals):
            originals.append(shingles)
    return len(originals)


def _resemble(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    smaller = min(len(a), len(b))
    return smaller > 0 and len(a & b) / smaller >= SAME_FROM


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.casefold())
    if len(words) < SHINGLE_WORDS:
        return frozenset({tuple(words)} if words else ())
    return frozenset(zip(*(words[i:] for i in range(SHINGLE_WORDS)), strict=False))
