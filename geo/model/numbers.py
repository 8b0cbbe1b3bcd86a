"""Numbers as news writes them: "1,200", "two and a half", "some two dozen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.model.text import Span

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_DOZENS = {"dozen": 12, "score": 20}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2, "tenth": 0.1, "three-quarters": 0.75}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_VAGUE = frozenset("dozens scores hundreds thousands several few many".split())

_WORDS = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_COUNT = rf"(?:(?:{_WORDS})(?:[- ](?:{_WORDS}))?)"
_SPELLED = (
    rf"(?:(?:{_COUNT}|an?)[- ](?:hundred|thousand|million)(?:\s+thousand)?(?:(?:\s+and)?\s+{_COUNT})?"
    rf"|(?:(?:{_COUNT}|an?|half\s+a)[- ])?dozen|a\s+score|a\s+couple(?:\s+of)?|{_COUNT})"
)
_HALF = r"(?:\s+and\s+(?:a|one)[- ](?:half|quarter|third))"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_MIXED = rf"(?:{_DIGITS})(?:\s?[½¼¾⅓⅔]|[- ]\d/\d)?(?:\s+(?:hundred|thousand|million|dozen))?"
_FRACTION = (
    r"(?:(?:a|one)[- ])?(?:half|quarter)(?:\s+(?:of\s+)?an?)?|three[- ]quarters(?:\s+of\s+an?)?"
    r"|(?:one|two)[- ]thirds?|[½¼¾⅓⅔]|\d/\d"
)
NUMBER = re.compile(
    rf"(?<![\w.,/])(?:(?P<figure>{_MIXED}{_HALF}?)|(?P<spelled>{_SPELLED}{_HALF}?)|(?P<fraction>{_FRACTION}))(?![\w/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    span: Span
    value: float


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in order, without overlap."""
    for match in NUMBER.finditer(text):
        value = parse_number(match.group())
        if value is not None:
            yield Number(Span(start=match.start(), end=match.end()), value)


def parse_number(words: str) -> float | None:
    """The value of a number in figures or words; None if it is none, or vague."""
    folded = re.sub(r"\s+", " ", words.casefold()).strip()
    if folded in _VAGUE:
        return None
    total = 0.0
    seen = False
    group = 0.0
    for part in re.findall(r"\d+/\d+|[\d.,]*\d|[½¼¾⅓⅔]|[a-z]+", folded):
        value = _part(part)
        if part in ("and", "of"):
            continue
        if part in ("a", "an"):
            if not seen and group == 0.0:
                group = 1.0
            continue
        if part == "couple":
            return 2.0
        if part in _SCALES or part in _DOZENS:
            group = (group or 1.0) * (_SCALES.get(part) or _DOZENS[part])
            if part in ("thousand", "million"):
                total, group = total + group, 0.0
            seen = True
            continue
        fraction = part.rstrip("s") if part != "three-quarters" else part
        if fraction in _FRACTIONS:
            whole = re.search(r"\band (?:a|one)\b", folded) is not None
            if whole:
                group = group - 1.0 if folded.split(" and ")[0] in ("", "a", "an") else group
                group += _FRACTIONS[fraction] - (1.0 if re.search(r"\band one\b", folded) else 0.0)
            else:
                group = (group or 1.0) * _FRACTIONS[fraction]
            seen = True
            continue
        if value is None:
            return None
        group += value
        seen = True
    return total + group if seen else None


def _part(part: str) -> float | None:
    if part in _GLYPHS:
        return _GLYPHS[part]
    if "/" in part:
        above, below = part.split("/")
        return int(above) / int(below) if int(below) else None
    if part[0].isdigit() or part[0] == ".":
        try:
            return float(part.replace(",", ""))
        except ValueError:
            return None
    if part in _ONES:
        return float(_ONES[part])
    if part in _TENS:
        return float(_TENS[part])
    return None
