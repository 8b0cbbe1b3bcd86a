"""One article after the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from geo.engines.items import told

A = TypeVar("A")
B = TypeVar("B")


class SerialEngine:
    """Maps in this process, lazily; what the other engines are compared with."""

    def map(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """The results, in the order of the items."""
        for item in items:
            yield told(function, item)
