"""The words that tie a quantity to what it is measured from: "north of", "away", "apart"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from geo.distances.compass import BEARING_PATTERN, compass_point
from geo.distances.quantities import Quantity
from geo.model.distance import Hedge
from geo.model.text import Span


class Tie(StrEnum):
    """How the reference follows."""

    FROM = "from"  # the reference stands right behind
    INTO = "into"  # behind a border or an edge: "7 km inside"
    AWAY = "away"  # the reference went before, or is implied
    APART = "apart"  # both ends went before
    BETWEEN = "between"  # both ends follow, or both went before behind "distance between"
    INLAND = "inland"  # from a coast that is implied


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A tie, with the bearing it holds and where its reference begins."""

    tie: Tie
    bearing: str | None = None
    #: Where the words of the reference begin; None where they do not follow.
    reference_at: int | None = None
    #: Whether the words say that one travels: "a drive", "by road".
    by_road: bool = False


_TRAVEL = r"(?:drive|driving|walk|walking|ride|hike|journey|trip|trek|march)"
#: What may stand between a quantity and its tie.
_FILL = (
    r"(?:\s{0,9},?\s{0,9}(?:or\s+so|as\s+the\s+crow\s+flies|(?P<road>by\s+(?:road|car|bus|foot|rail|train|land|highway))"
    r"|by\s+(?:air|boat|sea|plane|helicopter)|in\s+a\s+straight\s+line"
    rf"|(?:['’]s?|-)?\s{{0,9}}(?:(?:long|short)\s+)?(?P<drive>{_TRAVEL})(?:\s+(?:distance|time))?"
    r"|(?:['’]s?|-)?\s{0,9}(?:boat\s+ride|flight|sail)|(?:further|farther|distant|directly|straight|(?:down|up)\s+the\s+(?:road|coast|river|highway)(?=\s+from)))"
    r"(?!\w))*"
)
_SIDE = rf"(?:to\s+(?:the\s+)?)?(?P<bearing>{BEARING_PATTERN})(?:\s+side)?"
_OF_BEARING = re.compile(rf"{_FILL}\s{{0,9}}(?:away\s+)?{_SIDE}\s{{0,9}}(?:of|from)\s+(?!here\b)", re.IGNORECASE)
_FROM = re.compile(
    rf"{_FILL}\s*,?\s*(?:away\s+)?(?:from|off(?:\s+of)?|outside(?:\s+of)?|out\s+of|short\s+of|beyond|past|behind|inland\s+from"
    r"|offshore\s+from|(?:up|down)(?:stream|river|wind)\s+(?:of|from))\s+(?!now\b|then\b|today\b|the\s+end\b)",
    re.IGNORECASE,
)
_INTO = re.compile(rf"{_FILL}\s*(?:inside|into|within|deep\s+inside|deep\s+into)\s+", re.IGNORECASE)
_OF = re.compile(rf"{_FILL}\s*of\s+", re.IGNORECASE)
_OF_SPOT = re.compile(r"\s*of\s+(?=where\b)", re.IGNORECASE)
_AWAY = re.compile(
    rf"{_FILL}\s*(?:away|distant|(?:up|down)\s+the\s+(?:road|street|hill|block|river|coast|highway))\b(?:\s+{_SIDE})?",
    re.IGNORECASE,
)
_BEARING = re.compile(
    rf"{_FILL}\s*,?\s*(?:to\s+the\s+|further\s+)(?P<bearing>{BEARING_PATTERN})(?![\w-])", re.IGNORECASE
)
_APART = re.compile(r"\s*(?:apart|from\s+(?:each\s+other|one\s+another))\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:(?:lies?\s+)?between|separat\w+)\s+", re.IGNORECASE)
_INLAND = re.compile(
    r"\s*(?:inland|offshore|off\s*shore|out\s+to\s+sea|off\s+the\s+coast)\b(?!\s+(?:from|of)\b)", re.IGNORECASE
)
_DISTANCE_BEFORE = re.compile(
    r"\bdistance\s+(?:\([^)]*\)\s+)?(?P<how>between|from)\s+[^.;]+?\s(?:is|was|of|at|being|measures?)\s*$",
    re.IGNORECASE,
)
_SEPARATED_BEFORE = re.compile(r"\b(?:separated|divided|parted)\s+by\s*$", re.IGNORECASE)
_TO = re.compile(rf"{_FILL}\s+(?:to|until)\s+", re.IGNORECASE)
_IT_IS_BEFORE = re.compile(r"\b(?:it\s+is|it['’]s|it\s+was|remain\w*|left|still|only)\s*$", re.IGNORECASE)


def find_link(text: str, quantity: Quantity, sentence: Span) -> Link | None:
    """What ties a quantity to a reference in its sentence; None where nothing does."""
    at, end = quantity.whole.end, sentence.end
    if match := _OF_BEARING.match(text, at, end):
        return _link(Tie.FROM, match, reference_at=match.end())
    if match := _APART.match(text, at, end):
        return Link(tie=Tie.APART)
    before = text[sentence.start : quantity.whole.start]
    if _SEPARATED_BEFORE.search(before):
        return Link(tie=Tie.APART)
    if _DISTANCE_BEFORE.search(before):
        return Link(tie=Tie.BETWEEN)
    if match := _FROM.match(text, at, end):
        return _link(Tie.FROM, match, reference_at=match.end())
    if match := _INTO.match(text, at, end):
        return _link(Tie.INTO, match, reference_at=match.end())
    return _loose_link(text, quantity, before, end)


def _loose_link(text: str, quantity: Quantity, before: str, end: int) -> Link | None:
    """Ties whose reference is implied, or that hold only after certain words."""
    at = quantity.whole.end
    near = quantity.hedge in (Hedge.WITHIN, Hedge.LESS_THAN) or re.search(
        r"\bwithin\b", text[quantity.whole.start : at]
    )
    if match := (_OF if near else _OF_SPOT).match(text, at, end):
        return Link(tie=Tie.FROM, reference_at=match.end())
    if match := _BETWEEN.match(text, at, end):
        return Link(tie=Tie.BETWEEN, reference_at=match.end())
    if match := _AWAY.match(text, at, end) or _BEARING.match(text, at, end):
        return _link(Tie.AWAY, match)
    if _INLAND.match(text, at, end):
        return Link(tie=Tie.INLAND)
    if _IT_IS_BEFORE.search(before) and (match := _TO.match(text, at, end)):
        return _link(Tie.FROM, match, reference_at=match.end())
    return None


def _link(tie: Tie, match: re.Match[str], *, reference_at: int | None = None) -> Link:
    groups = match.groupdict()
    bearing = compass_point(groups["bearing"].removeprefix("due ")) if groups.get("bearing") else None
    by_road = bool(groups.get("road") or groups.get("drive"))
    return Link(tie=tie, bearing=bearing, reference_at=reference_at, by_road=by_road)
