"""Noun phrases around a quantity: where they end, what kind of thing they name."""

import re
from collections.abc import Sequence

from geo.distances.antecedents import Scope
from geo.model.distance import ReferenceKind
from geo.model.text import Span

#: Words that end a noun phrase in news prose.
_STOP = re.compile(
    r"[,;:()\[\]\"“”!?]|\s--?\s|\s[–—]\s?|(?<!\.[A-Za-z])\.(?:\s|$)|\b(?<!-)(?:where|who|whom|whose|which|that|when|while|after|before|and|but|or|during"
    r"|since|because|as|said|says|were|was|is|are|be|been|has|have|had|will|would|to|on|in|at|by|with|for|into|toward|towards"
    r"|near|according|shortly|early|late|today|yesterday|tomorrow|last|lies|lie|sits|stands|leaving|killing|around|about|under|came|became|using)\b(?!-)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:()\[\]\"”!?]|\.(?:\s|$)|\s--")
_SPOT = re.compile(
    r"(?:where\b|(?:the\s+)?(?:place|spot|site|point|location|area|town|village|city|house|building)\s+where\b)",
    re.IGNORECASE,
)
_ROADS = "|".join(
    r"highways? freeway motorway interstate i-\d+ route\s+\w+ road roadway railways?(?!\s+station) "
    r"railroad(?!\s+station) train\s+tracks tracks "
    r"rail\s+line pipeline street avenue fence wall".split()
)
_FACILITIES = "|".join(
    "airports? airfield airbase base station plant embassy consulate headquarters barracks palace "
    "hospital schools? church mosque temple prison penitentiary jail camp farm refinery depot harbou?r "
    "mine dam bridge stadium hotel offices? building presidency university college checkpoint site "
    "reactor facility factory mill barrage ministry practice residence ranch crossing runway post garrison "
    "jetty pier wharf quay marina lighthouse clinic courthouse supermarket mall terminal monastery shrine cathedral "
    "synagogue complex cent(?:er|re)s? port house home museum park".split()
)
_FRONTS = (
    r"front[\s-]?lines?|\bfront\s*$|lines?\s+of\s+(?:contact|control)|contact\s+line|demarcation|green\s+line"
    r"|blue\s+line"
)
#: First match wins: the front line is no border, the coast road is a road.
_KINDS = (
    (ReferenceKind.LINE, _FRONTS),
    (ReferenceKind.BORDER, r"borders?|frontiers?|boundar(?:y|ies)|(?:state|county)\s+line"),
    (ReferenceKind.RIVER, r"rivers?|riverbank|canal|creek|stream"),
    (ReferenceKind.LINE, _ROADS),
    (ReferenceKind.COAST, r"coasts?|coastlines?|shores?|shoreline|seashore|beach|seafront"),
    (ReferenceKind.FACILITY, _FACILITIES),
)
_BORDER = re.compile(r"\b(?:border|frontier|boundary)\s*$", re.IGNORECASE)
_BORDER_BETWEEN = re.compile(
    r"\b(?:border|frontier|boundary)\s+(?:line\s+)?(?:between|of)\s+\S+(?:\s\S+)?\s*$", re.IGNORECASE
)
_SETTLEMENT = re.compile(
    r"\b(?:city|town|village|capital|municipality|settlement|hamlet|suburb|neighbou?rhood|district|province|downtown|outskirts)\b",
    re.IGNORECASE,
)
#: Last words of names that say what the thing is; others are often parts of town names.
_TELLING = frozenset("airport airfield airbase base plant embassy barracks highway dam bridge refinery reactor".split())
_SEA = re.compile(r"(?:the\s+)?(?:open\s+)?(?:sea|ocean)", re.IGNORECASE)
_INNER = re.compile(r"\b(?:cent(?:er|re)|middle|heart|downtown|outskirts|edge|limits)\b", re.IGNORECASE)


def phrase_after(scope: Scope, start: int) -> Span | None:
    """The noun phrase that begins at ``start``: up to a stop word outside of names, or the sentence's end."""
    text, end = scope.text, scope.sentence.end
    if _SPOT.match(text, start, end):
        stop = _CLAUSE_END.search(text, start, end)
        return _trimmed(text, start, stop.start() if stop else end)
    for stop in _STOP.finditer(text, start, end):
        if scope.in_name(stop.start()) or _joins_border(text[start : stop.start()], stop.group()):
            continue
        if stop.start() == start and stop.group().isalpha():
            if stop.group().casefold() == "that":  # "that place"
                continue
            return None
        return _trimmed(text, start, stop.start())
    return _trimmed(text, start, end)


def _joins_border(before: str, word: str) -> bool:
    """Whether a stop word belongs to the name of a border: "the border with Lebanon"."""
    match word.casefold():
        case "with":
            return _BORDER.search(before) is not None
        case "and":
            return _BORDER_BETWEEN.search(before) is not None
        case _:
            return False


def kind_of(phrase: str, names: Sequence[str]) -> ReferenceKind:
    """What kind of thing a phrase names; ``names`` are the toponyms in it."""
    plain = _without_names(phrase.casefold(), names)
    for kind, words in _KINDS:
        if kind is ReferenceKind.FACILITY and _SETTLEMENT.search(plain):
            return ReferenceKind.PLACE
        if re.search(rf"\b(?:{words})\b", plain) and not (
            kind is ReferenceKind.FACILITY and _INNER.search(plain) and names
        ):
            return kind
    if names or _SETTLEMENT.search(phrase):
        return ReferenceKind.PLACE
    if _SEA.fullmatch(phrase):
        return ReferenceKind.COAST
    return ReferenceKind.OTHER


def _without_names(phrase: str, names: Sequence[str]) -> str:
    """The phrase without its names: Long Beach is no beach, but an airport in a name is one."""
    for name in names:
        last = name.casefold().split()[-1]
        phrase = phrase.replace(name.casefold(), last if last in _TELLING else "")
    return phrase


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return Span(start=start, end=end) if start < end else None
