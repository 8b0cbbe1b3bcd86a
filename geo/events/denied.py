"""What somebody is said to have reported and what is called false: told of, but not as having happened."""

import re
from collections.abc import Iterator

_REPORTS = r"(?:reports?|claims?|rumou?rs?|allegations?|posts?|stories|suggestions?)"
_FALSE = re.compile(
    rf"\b{_REPORTS} (?:that|of|about) [^.;]{{3,160}}? (?:was|were|is|are|proved|turned out|had been|have been)"
    r"(?: \w+){0,2}? (?:false|untrue|fake|unfounded|wrong|baseless|denied|fabricated|incorrect|a hoax|a lie)\b"
    rf"|\b(?:denied|denies|dismissed|refuted|rejected)(?: as \w+)?(?: the| earlier| media| social media)* {_REPORTS}"
    r" (?:that|of|about) [^.;,]{3,160}"
    r"|\b(?:correct|retract|withdr[ae]w)\w* (?:an? |the |its )?(?:earlier |previous )?(?:report|statement|claim)s? that"
    r" [^.;]{3,160}"
    rf"|\b(?:false|untrue|fake|unfounded|baseless) {_REPORTS} (?:that|of|about) [^.;,]{{3,160}}"
)


def denied_stretches(low: str) -> Iterator[tuple[int, int]]:
    """Half-open stretches of a lower-case sentence that hold what is called false."""
    return (match.span() for match in _FALSE.finditer(low))
