"""Amounts of a unit of distance in a text: number, unit, hedge and bracketed conversion."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.model.distance import UNIT_M, Hedge
from geo.model.numbers import NUMBER_OPENS, NUMBER_PATTERN, find_numbers, parse_number
from geo.model.text import Span
from geo.model.tokens import lowered

#: Spellings of each unit of ``UNIT_M``, longest first.
_UNIT_WORDS = {
    "nmi": r"nautical[\s-]miles?|nmi|nm",
    "km": r"kilomet(?:er|re)s?|kms?|klicks?",
    "mi": r"(?:statute\s+|road\s+|air\s+)?miles?|mi",
    "min": r"minutes?|mins?",
    "m": r"met(?:er|re)s?|m",
    "ft": r"feet|foot|ft",
    "yd": r"yards?|yds?",
    "block": r"(?:city\s+)?blocks?",
    "hour": r"hours?|hrs?",
}
#: Short spellings mean a unit only behind a figure: "24 mi", but not "a mi".
_NEEDS_FIGURE = frozenset("nmi nm mi min mins m ft yd yds hr hrs".split())
_UNIT = "|".join(f"(?P<{key}>{words})" for key, words in _UNIT_WORDS.items())
_VAGUE = (
    r"(?:(?:an?\s+)?few|several|many|a\s+handful\s+of|(?:tens|dozens|scores|hundreds|thousands)\s+of)"
    r"(?:\s+(?:tens|dozens?|scores?|hundreds?|thousands?)(?:\s+of)?)?"
)
_NUMBERS = (
    rf"(?P<low>{NUMBER_PATTERN})(?:\s?[-–—]\s?|\s+(?:to|or)\s+)(?P<high>{NUMBER_PATTERN})"
    rf"|between\s+(?P<from>{NUMBER_PATTERN})\s+and\s+(?P<till>{NUMBER_PATTERN})"
    rf"|(?P<number>{NUMBER_PATTERN}|(?:hundred|thousand|dozen)\b)|(?P<one>an?|extra|another)(?=[\s-])"
)
_OPENS = rf"(?:{NUMBER_OPENS}|(?=(?:few|several|many|tens|dozens|scores|hundreds|thousands|between|extra|another)\b))"
#: In a text in lower case.
_AMOUNT = re.compile(
    rf"(?<![\w.,/$€£]){_OPENS}(?<![^\W\d]-)(?:(?P<vague>{_VAGUE})|{_NUMBERS})"
    r"(?:\s?[-–]\s?|\s*)(?P<more>(?:plus|more|other|additional|or\s+so|or\s+more|odd|\+)[\s-])?"
    rf"(?P<square>(?:sq\.?|square|cubic)[\s-]*)?(?:{_UNIT})(?!\w|-\s?\d)"
    r"(?P<tail>\s+(?:and\s+an?\s+(?P<share>half|quarter)|or\s+(?P<other>two|three)|(?P<up>or\s+more))\b)?"
)
_MARKER = re.compile(
    r"\b(?:km|kilomet(?:er|re)|mile(?:\s{1,3}(?:marker|post))?|milepost)\s{0,3}[-–]?\s{0,3}"
    r"(?P<at>\d{1,6}(?:\.\d{1,6})?)(?![\w.,]{0,20}\d|\w)"
    r"|\b(?P<mark>\d{1,6})-?\s{0,3}(?:and\s{1,3}\d{1,6}-?\s{0,3})?(?:km|kilomet(?:er|re)|mile)[\s-]{0,3}(?:mark(?:er)?s?|posts?|stones?)\b",
    re.IGNORECASE,
)
_CONVERSION = re.compile(
    rf"\s*(?:[(\[]\s*|,?\s*or\s+|/\s*)(?:(?:or|some|about|approximately|around|nearly|over|=|~)\s*)*"
    rf"(?P<number>{NUMBER_PATTERN})[\s-]?(?:{_UNIT})(?!\w)(?:\s*[)\]]|\s*,)?",
    re.IGNORECASE,
)
_LIST = re.compile(rf"(?:{NUMBER_PATTERN},\s+)*{NUMBER_PATTERN},?\s+and\s+$", re.IGNORECASE)
_HEDGES = {
    Hedge.MORE_THAN: r"(?:a\s+little\s+|slightly\s+|well\s+|just\s+)?(?:more\s+than|over)|at\s+least|upwards?\s+of"
    r"|in\s+excess\s+of|(?:no|not)\s+less\s+than|a\s+minimum\s+of|exceeding|(?:further|farther)\s+than",
    Hedge.LESS_THAN: r"(?:a\s+little\s+|slightly\s+|just\s+)?(?:less|fewer|closer)\s+than|(?:just\s+)?under"
    r"|just\s+short\s+of",
    Hedge.WITHIN: r"within|(?:no|not)\s+(?:more|farther|further)\s+than|up\s+to|at\s+(?:the\s+)?most|a\s+maximum\s+of",
    Hedge.NEARLY: r"nearly|almost|close\s+to|not\s+quite",
    Hedge.ABOUT: r"about|around|some|roughly|approximately|approx\.?|circa|an\s+estimated|estimated\s+at|perhaps|maybe"
    r"|~|≈",
}
#: Words that stress a figure without bending it.
_STRESS = (
    r"only|just|barely|scarcely|merely|exactly|precisely|fully|(?:a\s+)?(?:mere|scant|scarce|bare|full)"
    r"|as\s+\w+\s+as|yet"
)
_HEDGE = re.compile(
    "(?:" + "|".join(rf"(?P<{hedge.value}>{words})" for hedge, words in _HEDGES.items()) + rf"|{_STRESS})\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:plus|or\s+more|\+)[\s-]?", re.IGNORECASE)
_LOOSE = re.compile(rf"{_VAGUE}|an?\s+couple|.*(?:or\s+so|odd)", re.IGNORECASE)
_HEDGES_AT_MOST = 4  # "perhaps only about"
_LOOK_BACK = 40  # characters; longer than any hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount of a unit, wherever it stands and whatever it measures."""

    #: Number and unit.
    span: Span
    #: From the hedge before it to the conversion behind it.
    whole: Span
    #: None where the amount is vague.
    value: float | None
    value_max: float | None = None
    #: A key of UNIT_M.
    unit: str
    hedge: Hedge = Hedge.EXACT
    conversion: tuple[float, str] | None = None
    #: What its form alone says: "area", "road_marker"; "" otherwise.
    form: str = ""
    #: Position in a list that shares one unit, and the length of the list: (1, 3) in "5, 8 and 12 km".
    listed: tuple[int, int] = (0, 1)

    @property
    def metres(self) -> float | None:
        """The value in metres, the lower one of a range; None where the unit has no length."""
        unit_m = UNIT_M[self.unit]
        return None if self.value is None or unit_m is None or self.form else self.value * unit_m


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity, in text order, without overlap; a bracketed conversion belongs to its quantity."""
    markers = [_marker(match) for match in _MARKER.finditer(text)]
    starts = [marker.span.start for marker in markers]
    found: list[Quantity] = []
    taken_to = 0
    for match in _AMOUNT.finditer(lowered(text)):
        nearest = markers[max(0, bisect(starts, match.end()) - 1) :][:1]
        if match.start() < taken_to or any(
            marker.span.end > match.start() for marker in nearest if starts[0] < match.end()
        ):
            continue
        for quantity in _quantities(text, match):
            taken_to = quantity.whole.end
            found.append(quantity)
    return tuple(sorted((*markers, *found), key=lambda q: q.span))


def _marker(match: re.Match[str]) -> Quantity:
    span = Span(start=match.start(), end=match.end())
    value = float(match["at"] or match["mark"])
    unit = "km" if "k" in match.group().casefold().removesuffix("mark") else "mi"
    return Quantity(span=span, whole=span, value=value, unit=unit, form="road_marker")


def _quantities(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """The quantity of a match, or several where one unit serves a list of figures."""
    unit = next(key for key in _UNIT_WORDS if match[key])
    if match[unit].casefold() in _NEEDS_FIGURE and not re.search(r"\d", match.group()):
        return
    value, value_max = _values(match)
    hedge, start = _hedge(text, match.start())
    if value_max is not None:
        hedge = Hedge.RANGE
    elif match["up"] or _MORE.fullmatch(match["more"] or ""):
        hedge = Hedge.MORE_THAN
    elif hedge is Hedge.EXACT and _LOOSE.match(match.group()):
        hedge = Hedge.ABOUT
    conversion, end = _conversion(text, match.end(), unit)
    last = Quantity(
        span=Span(start=match.start(), end=match.end()),
        whole=Span(start=start, end=end),
        value=value,
        value_max=value_max,
        unit=unit,
        hedge=hedge,
        conversion=conversion,
        form="area" if match["square"] else "",
    )
    before = _figures_before(text, last)
    size = len(before) + 1
    for rank, (span, value) in enumerate(before):
        whole = Span(start=span.start, end=last.whole.end)
        yield replace(last, span=span, whole=whole, value=value, conversion=None, listed=(rank, size))
    yield replace(last, listed=(size - 1, size))


def _values(match: re.Match[str]) -> tuple[float | None, float | None]:
    if match["vague"]:
        return None, None
    if match["one"]:
        share = {"half": 0.5, "quarter": 0.25, None: 0.0}[match["share"] and match["share"].casefold()]
        return 1.0 + share, parse_number(match["other"]) if match["other"] else None
    low, high = match["low"] or match["from"], match["high"] or match["till"]
    if low and high:
        return parse_number(low), parse_number(high)
    return parse_number(match["number"]), None


def _hedge(text: str, start: int) -> tuple[Hedge, int]:
    """The strongest hedge before a figure, and where the hedging begins."""
    strongest = Hedge.EXACT
    for _ in range(_HEDGES_AT_MOST):
        match = _HEDGE.search(text, max(0, start - _LOOK_BACK), start)
        if match is None or (match.start() and text[match.start() - 1].isalpha()):
            break
        start = match.start()
        hedge = Hedge(match.lastgroup) if match.lastgroup else Hedge.EXACT
        if strongest in (Hedge.EXACT, Hedge.ABOUT) and hedge is not Hedge.EXACT:
            strongest = hedge
    return strongest, start


def _conversion(text: str, end: int, unit: str) -> tuple[tuple[float, str] | None, int]:
    """The same length in another unit, where it follows at once, and where it ends."""
    match = _CONVERSION.match(text, end)
    if not match:
        return None, end
    other = next(key for key in _UNIT_WORDS if match[key])
    value = parse_number(match["number"])
    if value is None or other == unit or UNIT_M[other] is None or UNIT_M[unit] is None:
        return None, end
    return (value, other), match.end()


def _figures_before(text: str, last: Quantity) -> list[tuple[Span, float]]:
    """Figures that share the unit of the last: the 5 and 8 of "respectively 5, 8 and 12 km"."""
    around = text[max(0, last.span.start - 4 * _LOOK_BACK) : last.span.end + 3 * _LOOK_BACK].casefold()
    if "respectively" not in around:
        return []
    match = _LIST.search(text, max(0, last.whole.start - 2 * _LOOK_BACK), last.span.start)
    if not match:
        return []
    shifted = ((match.start() + n.span.start, match.start() + n.span.end, n.value) for n in find_numbers(match.group()))
    return [(Span(start=start, end=end), value) for start, end, value in shifted]
