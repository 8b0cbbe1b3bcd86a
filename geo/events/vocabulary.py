"""The words of the lexicon found in a text."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from geo.events.lexicon import ROWS, SENSES, Sense
from geo.model.patterns import by_first_letter

_ALONE, _ENDS = r"(?<![\w'-])", r"(?![\w-])"


class Words:
    """The words of senses, found in a text in lower case; their patterns are made when they are first asked for."""

    def __init__(self, senses: Sequence[int]) -> None:
        self._senses = senses

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches where a word stands; whose it is, only ``find`` tells."""
        return re.compile(_ALONE + by_first_letter("|".join(ROWS[i][1] for i in self._senses)) + _ENDS)

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(f'(?P<s{i}>{ROWS[i][1]})' for i in self._senses)}){_ENDS}")

    def find(self, low: str) -> Iterator[tuple[re.Match[str], Sense]]:
        """Every word in order, without overlap, with its sense: that of the earlier row where several match."""
        at = 0
        while (somewhere := self.pattern.search(low, at)) and (match := self._words.match(low, somewhere.start())):
            yield match, SENSES[int(str(match.lastgroup)[1:])]
            at = match.end()


#: The words of articles, and those of captions as well.
TRIGGER = Words([i for i, sense in enumerate(SENSES) if not sense.caption])
CAPTION_TRIGGER = Words(range(len(SENSES)))
