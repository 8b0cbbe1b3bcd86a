"""What an article says, and where in its text it says it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch of a text, in Python characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether all of ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was found; spans point into ``text``, which is never edited."""

    id: str
    text: str
    title: str | None = None
    #: The day of publication as the file states it; None when it states none.
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    #: The file it was read from, as the user named it.
    path: str | None = None
    #: Place names given by the caller; recognition is then skipped.
    spans: tuple[Span, ...] | None = None


class Use(StrEnum):
    """How a place name is used: where something is, or what merely bears the name."""

    LITERAL = "literal"
    ASSOCIATIVE = "associative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A toponym as the writer spelled it."""

    span: Span
    text: str
    use: Use
    #: Probability that the use is literal, 0..1.
    p_literal: float = 1.0
