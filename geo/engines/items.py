"""Work on one item or a few, the same in every engine."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from geo.model.text import Article

A = TypeVar("A")
B = TypeVar("B")


def name_of(item: object) -> str:
    """What a reader would call an item: an article's file or id."""
    if isinstance(item, Article):
        return item.path or item.id
    shown = repr(item)
    return shown if len(shown) <= 80 else shown[:79] + "…"


def told(function: Callable[[A], B], item: A) -> B:
    """The function's answer; an exception bears the item's name as a note."""
    try:
        return function(item)
    except Exception as error:
        error.add_note(f"while working on {name_of(item)}")
        raise


def told_each(function: Callable[[A], B], items: Sequence[A]) -> list[B]:
    """The function's answers for a few items; what a worker runs."""
    return [told(function, item) for item in items]


def chunks(items: Iterable[A], size: int) -> Iterator[list[A]]:
    """Consecutive items, ``size`` at a time; the last may be shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
