"""Numbers as news writes them: "1,200", "two and a half", "half a dozen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.model.patterns import by_first_letter
from geo.model.text import Span
from geo.model.tokens import lowered

_ONES = {word: value for value, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    word: value
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SMALL = {"zero": 0, "a": 1, "an": 1, **_ONES, **_TEENS, **_TENS}
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "eighth": 8, "tenth": 10}
_GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}

_GAP = r"(?:\s|-\s?)"  # words of one number stand a space, a line break or a hyphen apart
_COUNT = (
    rf"(?:(?:{'|'.join(_TENS)})(?:{_GAP}(?:{'|'.join(_ONES)})\b)?"
    rf"|{'|'.join(reversed(_TEENS))}|{'|'.join(_ONES)}|zero)\b"
)
_HUNDREDS = rf"(?:(?:{_COUNT}|an?){_GAP}hundred\b(?:(?:\s+and)?{_GAP}{_COUNT})?|{_COUNT})"
_LARGE = rf"(?:{_HUNDREDS}|an?){_GAP}(?:thousand|million|billion)\b"
_SPELLED = rf"(?:{_LARGE}(?:{_GAP}{_LARGE})*(?:(?:\s+and)?{_GAP}{_HUNDREDS})?|{_HUNDREDS})"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+,\d\d?(?!\d)|\d+(?:\.\d+)?|\.\d+)"
_SHARE = rf"(?:\d/\d\d?|[{''.join(_GLYPHS)}])"
_FIGURE = rf"(?:{_DIGITS}(?!/)(?:[ -]?{_SHARE})?|{_SHARE})"
_PART = rf"(?:{'|'.join(_PARTS)})s?\b"
_FRACTION = (
    rf"(?:(?:one|two|three|five|seven){_GAP}{_PART}(?:\s+of\s+an?\b)?|an?{_GAP}(?:half|quarter)\b(?:\s+of\s+an?\b)?"
    rf"|an?\s{_PART}\s+of\s+an?\b|(?:half|quarter)\b(?:(?:\s+of)?\s+an?\b)?)"
)
_AND_FRACTION = rf"{_GAP}and{_GAP}(?:an?|one|two|three){_GAP}(?:half|quarters?|thirds?)\b"
_SCALE = rf"(?:\s(?:{'|'.join(_SCALES)})\b)"
#: What news counts stays below this; more is a serial number or a slip.
LARGEST = 1e12
#: A number without regard to what stands around it, to build larger patterns upon. Ignores case.
NUMBER_PATTERN = (
    rf"(?:an?\s+couple(?:\s+of)?{_SCALE}?|a\s+(?:dozen|score)\b|{_FRACTION}{_SCALE}?"
    rf"|(?:{_FIGURE}|{_SPELLED})(?:{_AND_FRACTION})?{_SCALE}?)"
)
#: What a number begins with, and nothing else does: to pass over most words at one glance. Lower case.
NUMBER_OPENS = rf"(?=[\d.{''.join(_GLYPHS)}]|{by_first_letter('|'.join((*_SMALL, *_SCALES, *_PARTS)))}\b)"
#: A number that stands alone: not in "b-52", "14th", "3/4/2023" or "km/h". Lower case.
NUMBER = re.compile(rf"(?<![\w.,/]){NUMBER_OPENS}(?<![^\W\d]-){NUMBER_PATTERN}(?![\w/]|[.,]\d)")

_MIXED = re.compile(r"(?P<whole>.+?) and (?P<share>(?:an?|one|two|three) (?:half|quarters?|thirds?))")
_SCALED = re.compile(rf"(?P<front>.+?) (?P<scale>{'|'.join(_SCALES)})")
_SHARES = re.compile(rf"(?:(?P<count>[a-z]+) )?(?P<part>{'|'.join(_PARTS)})s?(?: of)?(?: an?)?")
_FIGURES = re.compile(rf"(?P<digits>{_DIGITS})?[ -]?(?P<share>{_SHARE})?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    span: Span
    value: float


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in order, without overlap; both ends of a range are numbers."""
    for match in NUMBER.finditer(lowered(text)):
        value = parse_number(match.group())
        if value is not None:
            yield Number(Span(start=match.start(), end=match.end()), value)


def parse_number(words: str) -> float | None:
    """The value of one number in figures or words; None if it is none, vague, a range or beyond ``LARGEST``."""
    folded = " ".join(words.casefold().split())
    figures = _FIGURES.fullmatch(folded)
    if figures and folded:
        value = _figure(figures["digits"], figures["share"])
    else:
        value = _phrase(re.sub(r"(?<=[a-z])-\s?(?=[a-z])", " ", folded))
    return value if value is not None and value <= LARGEST else None


def _phrase(words: str) -> float | None:
    if share := _SHARES.fullmatch(words):
        count = _SMALL.get(share["count"]) if share["count"] else 1
        return None if count is None else count / _PARTS[share["part"]]
    if mixed := _MIXED.fullmatch(words):
        whole, part = parse_number(mixed["whole"]), _phrase(mixed["share"])
        return None if whole is None or part is None else whole + part
    if couple := re.fullmatch(r"a couple(?: of)?(?: (?P<scale>[a-z]+))?", words):
        return 2.0 * _SCALES.get(couple["scale"] or "", 1)
    spelled = _spelled(words.split())
    if spelled is None and (scaled := _SCALED.fullmatch(words)):
        front = parse_number(scaled["front"])
        return None if front is None else front * _SCALES[scaled["scale"]]
    return spelled


def _figure(digits: str | None, share: str | None) -> float | None:
    """A value in digits, with a fraction behind it or a fraction alone; a comma may be decimal."""
    value = 0.0
    if digits:
        grouped = re.sub(r"[,\u00a0\u202f](?=\d{3}(?!\d))", "", digits)
        value = float(grouped.replace(",", "."))
    if not share:
        return value
    if share in _GLYPHS:
        return value + _GLYPHS[share]
    above, below = share.split("/")
    return value + int(above) / int(below) if int(below) else None


def _spelled(words: list[str]) -> float | None:
    """The value of number words alone, such as "one hundred and six"; None if a word is not one."""
    total, group, last = 0.0, 0.0, ""
    for word in words:
        if word in _SCALES:
            group = (group or 1.0) * _SCALES[word]
            if _SCALES[word] >= _SCALES["thousand"]:
                total, group = total + group, 0.0
        elif word in _SMALL and _follows(last, word):
            group += _SMALL[word]
        elif word != "and" or last not in _SCALES:
            return None
        last = word
    return total + group if last and last != "and" else None


def _follows(last: str, word: str) -> bool:
    """Whether a number word may follow another: "twenty five", but not "two three"."""
    return not last or last == "and" or last in _SCALES or (last in _TENS and word in _ONES)
