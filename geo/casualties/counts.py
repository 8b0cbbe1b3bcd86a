"""Counts: figures of people in a sentence, and how their words are read."""

from dataclasses import dataclass

from geo.casualties.patterns import KIND_OF


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a sentence; offsets are relative to the sentence."""

    start: int
    end: int
    #: One of KINDS.
    kind: str
    n: int | None
    qual: str
    #: Offset of the number word itself.
    at: int
    #: The upper end of a range.
    n_max: int | None = None
    #: One person among those told of: no figure of its own where another is given.
    part: bool = False
    #: One of RELATIONS of ``geo.model.incident``.
    relation: str = "own"


def kind_of(words: str) -> str | None:
    """None where the words do not say what became of the people."""
    return next((kind for pattern, kind in KIND_OF if pattern.search(words)), None)


def qualifier(words: str | None, number: str, after: str) -> str:
    if after.startswith(" or more") or words in (
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "a minimum of",
    ):
        return "min"
    if words is not None and words.removeprefix("well ") in ("more than", "over", "upwards of", "in excess of"):
        return "more_than"
    if words in ("fewer than", "less than", "under"):
        return "less_than"
    if words in ("up to", "as many as", "no more than", "at most"):
        return "max"
    if number[0] != "0" or words in (
        "about",
        "around",
        "approximately",
        "nearly",
        "almost",
        "close to",
        "some",
        "an estimated",
        "roughly",
    ):
        return "about"
    return "exact"
