"""What a quantity is used for: to place one thing from another, or for something else."""

import re

from geo.distances.links import Link, Tie
from geo.distances.quantities import Quantity
from geo.model.text import Span

TIMES = frozenset({"hour", "min"})
_NEXT = 40  # characters looked at behind a quantity
_BEFORE = 60  # characters looked at before it

_HIGH = (
    r"[\s-]*(?:high\b|tall\b|up\b|in\s+(?:height|altitude|elevation|the\s+air)|of\s+(?:altitude|elevation)|below\b|above\b"
    r"|(?:ravine|cliff|wall|fence|tower|drop|fall|waves?|mast|gorge|abyss|mountain|peak)\b)"
)
_DEEP = r"[\s-]*(?:deep|in\s+depth|underwater|under\s?ground|below\s+(?:the\s+)?(?:sea|surface|ground|water))"
_ZONE = (
    r"[\s-]*(?:(?:wide|deep|long|security|exclusive|economic|fishing|safety|no[\s-]\w+|military|demilitari[sz]ed|exclusion"
    r"|buffer|protection|surveillance|restricted)\s+)*"
    r"(?:zone|radius|perimeter|limit|belt|buffer|cordon|area|no-fly|circle)\b"
)
_ROUTE = (
    r"[\s-]*(?:long[\s-]+)?(?:\w+\s+)?(?:route|road|highway|trail|path|stretch|section|portion|border|frontier|boundary|pipeline"
    r"|tunnel|bridge|line|railway|canal|coastline|wall|convoy|queue|span|reservoir|segment|river|track|fence)\b"
    r"|[\s-]*(?:long\b|in\s+length\b)"
)
_SPORT = r"[\s-]*(?:race|run|swim|marathon|relay|ride|cycling|swimming|running|hike|walk|loop|event|course)\b"
#: (use, pattern of what follows the quantity), most telling first.
_AFTER = (
    ("speed", r"\s*(?:/\s*h|per\s+(?:hour|second|minute)|an\s+hour|a\s+second|p\.?h\b)"),
    ("rate", r"\s*(?:per|a|each)\s+(?:day|week|month|year|session|gallon|litre|liter|person)\b"),
    ("depth", _DEEP),
    ("height", _HIGH),
    ("zone", _ZONE),
    ("route_length", _ROUTE),
    ("sport_travel", _SPORT),
    ("range", r"[\s-]*(?:range\b|missiles?\b|rockets?\b)"),
    ("object_size", r"[\s-]*(?:wide\b|thick\b|across\b|in\s+(?:diameter|width|size)\b|square\b|by\s+\d)"),
)
_RANGE_BEFORE = (
    r"\btargets\s*$|\b(?:range|reach)\s+(?:of|is|was|up\s+to|exceed\w*)\s*$"
    r"|\b(?:can|could|able\s+to|capable\s+of)\s+(?:reach|fl[yi]|hit|strik|fir)"
)
_HEIGHT_BEFORE = (
    r"\b(?:heights?|altitudes?|elevations?|level)\s+(?:of|up\s+to|at|reaching)\s*$|\b(?:rises?|towers?|plunged)\s*$"
)
_LENGTH_BEFORE = (
    r"\blength\s+of\s*$|\b(?:extend\w*|(?<!a\s)(?<!the\s)stretch\w*|meander\w*|snak(?:es|ed|ing)|span(?:s|n\w+)?)\s+(?:for\s+|over\s+|along\s+)?$"
    r"|\bwind(?:s|ing)?\s+(?:for|over|along|through)\s+$"
)
_SIGHT_BEFORE = r"\b(?:visible|seen|heard|felt|visibility)\s+(?:for|from|over|up\s+to|as\s+far\s+as|at|of)?\s*$"
#: "could be heard 30 km away in X": X lies there, and no bound of hearing is told.
_AWAY_IN = re.compile(r"\s*(?:away|distant)\s+(?:in|at|near)\s+(?:the\s+(?:\w+\s+){1,3}of\s+)?[A-Z]")
#: "shattered windows up to two miles away" tells how far something reached.
_AT_MOST = re.compile(r"\bup\s+to\s", re.IGNORECASE)
_CUES_BEFORE = (
    ("speed", r"\b(?:speeds?|winds?|gusts?)\s+(?:\w+\s+)?(?:of|up\s+to|at)\s*$"),
    ("zone", r"\b(?:radius|perimeter|diameter)\s+(?:of|over|up\s+to|measuring)\s*$|\bradius\b.{0,12}$"),
    ("range", _RANGE_BEFORE),
    ("depth", r"\bdepths?\s+(?:of|up\s+to|to|below)\s*$|\bdeep\s+as\s*$"),
    ("height", _HEIGHT_BEFORE),
    ("route_length", _LENGTH_BEFORE),
    ("visibility", _SIGHT_BEFORE),
    ("accuracy", r"\b(?:accura\w+|precis\w+|error)\s+(?:of|within|to)?\s*$"),
)
_ROUTE_OF = re.compile(
    r"\s*of\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}(?:road|highway|trail|route|pipeline|track|border|coast|river|street|fence|rail|line|wall|front)",
    re.IGNORECASE,
)
_TRAVEL_VERB = (
    r"\b(?:(?:walk|hik|swim|bik|cycl|rid|driv|travell?|trek|march|fly|sail|dragg|continu|cover|chas|row|jogg?|advanc|mov|crawl|commut|swimm"
    r"|runn)(?:s|ed|e|es|ing)?|ran|run|swam|swum|rode|ridden|drove|driven|flew|flown|fled|flee|fleeing"
    r"|(?:went|goes|going|gone)(?!\s+(?:down|off|missing|out|under|silent|dark|dead|astray|aground|up)\b))\b"
)
_TRAVELLED = re.compile(
    rf"{_TRAVEL_VERB}(?:\s+(?!to\b|at\b|in\b|where\b)\w+){{0,2}}\s*(?:for|over|through)?\s*$", re.IGNORECASE
)
#: "cut 40 km off the journey".
_SHORTENS = re.compile(r"\b(?:cut|shav|knock|trim|lopp?|tak|took)\w*\s+$", re.IGNORECASE)
_STREET = re.compile(r"\s+(?:up|down)\s+the\s", re.IGNORECASE)
_EXTENDS = re.compile(
    r"\b(?:extend|(?<!a\s)(?<!the\s)stretch|meander|span|run|runs|cover|measur|reach)(?:s|es|ing|ed)?\s+(?:for|over|up\s+to|out|some)?\s*$",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"\b(?:prohibit\w*|forbid\w*|bann\w+|ban|evacuat\w+|closed|restrict\w*|cordon\w*|exclu\w+|not\s+to|not\s+allowed|must"
    r"|blocked\s+off|barred|ordered\s+to)\b[^.;]*$|\b(?:residents|everyone|people|homes|all\s+\w+)(?:\s+living)?\s*$",
    re.IGNORECASE,
)
#: A rule for whoever it may concern places nobody.
_RULE = re.compile(
    r"\bany(?:one|body)?\b[^.;,]*$|\b(?:stay|stays|keep|keeps|remain)\s+(?:at\s+least\s+)?(?:away\s+)?$", re.IGNORECASE
)
_SHOT = re.compile(
    r"\b(?:fir|shot|shoot|launch|hurl|lobb|throw|thrown)\w*\b[^.;,]*\bdistance\s+(?:of\s+)?$|\bat\s+a\s+distance\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_SENSED = re.compile(
    r"\b(?:see|saw|seen|hear|heard|felt|visible|audible)\b[^.;]*\b(?:from|at|as\s+far\s+as)\s*$", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:me|him|her|them|us|you|himself|herself|(?:his|her|their|my|your)\s+(?:body|face|head|car|side|feet))\b"
    r"|(?:the|an?|his|her|their)\s+(?:\w+\s+){0,2}?(?:man|woman|boy|girl|child|suspect|victim|gunman|attacker|officer|crowd"
    r"|body|bodies)\b(?!['’])",
    re.IGNORECASE,
)
#: Metres; nearer than this to what stands in a room or a yard is no distance between places.
NEARBY_M = 30.0
_FITTING = re.compile(
    r"(?:the|an?|his|her|their)\s+(?:\w+\s+){0,2}?(?:door|doorway|window|wall|table|bed|desk|stage|podium|fence|gate|tree|pole|car|vehicle|truck|bus"
    r"|boat|seat|stove|kitchen|bathroom|stairs|camera|goal|net)\b(?!['’])",
    re.IGNORECASE,
)
#: References that make a length something else: a fall, a plume, a race, a way gone astray.
_NO_REFERENCE = (
    ("object_size", r"(?P<end>bow|stern|end|tip|top|nose|head|side|front|toe|rim|bank|shore|wing\s?tip)\s+to\s+\w+"),
    ("height", r"(?:the\s+)?(?:ground|floor|ceiling|air|sky|atmosphere|stratosphere|space|surface)\b"),
    ("sport_travel", r"(?:the\s+|its\s+)?(?:finish|start|goal|finishing|course|hole|basket|target|track)\b"),
)
#: "fell 80 metres into a gorge" tells how deep.
_FELL = re.compile(
    r"\b(?:fell|falls|fallen|plunged|plunges|dropped|tumbled|plummeted|rolled|slid|crashed)\s*$", re.IGNORECASE
)
_MINUTE_PLACE = re.compile(r"[A-Z0-9]|the\s+\w+|his\s|her\s|their\s|our\s|my\s|downtown")
_MOMENT = re.compile(
    r"(?:(?:the|its|his|her|their)\s+)?(?:end|start|beginning|final|break|half|full|kick|whistle|time|deadline|midnight|noon|now|then"
    r"|death|victory|closing|close|launch|take-?off|opening|moment|day|deal)\b",
    re.IGNORECASE,
)


def other_use(text: str, sentence: Span, quantity: Quantity, link: Link | None) -> str | None:
    """What a quantity measures if it does not place one thing from another; None if it does."""
    if quantity.form:
        return quantity.form
    if use := _by_neighbours(text, sentence, quantity, link):
        return use
    return _without_link(text, quantity) if link is None else _in_spite_of_link(text, sentence, quantity, link)


def _by_neighbours(text: str, sentence: Span, quantity: Quantity, link: Link | None) -> str | None:
    after = text[quantity.whole.end : min(sentence.end, quantity.whole.end + _NEXT)]
    before = _before(text, sentence, quantity)
    if quantity.unit == "block" and (quantity.value or 0) >= 100:
        return "address"
    for use, pattern in _AFTER:
        if (link is None or use in ("speed", "rate", "depth")) and re.match(pattern, after, re.IGNORECASE):
            return use
    used = next((use for use, pattern in _CUES_BEFORE if re.search(pattern, before, re.IGNORECASE)), None)
    return None if used == "visibility" and _AWAY_IN.match(after) else used


def _without_link(text: str, quantity: Quantity) -> str:
    before = text[max(0, quantity.whole.start - _BEFORE) : quantity.whole.start]
    if _ROUTE_OF.match(text, quantity.whole.end):
        return "route_length"
    if _TRAVELLED.search(before):
        return "sport_travel"
    small = quantity.unit in ("m", "ft", "yd") or "-" in quantity.span.of(text)
    return "object_size" if small else "other_sense"


def _in_spite_of_link(text: str, sentence: Span, quantity: Quantity, link: Link) -> str | None:
    before = _before(text, sentence, quantity)
    named = text[link.reference_at : sentence.end] if link.reference_at else ""
    if _EXTENDS.search(before):
        return "route_length"
    if link.tie is Tie.AWAY and _SENSED.search(before) and not _AWAY_IN.match(text, quantity.whole.end):
        return "visibility"
    if (
        _SHOT.search(before)
        or _PERSON.match(named)
        or ((quantity.metres or NEARBY_M) < NEARBY_M and _FITTING.match(named))
    ):
        return "proximity"
    for use, reference in _NO_REFERENCE:
        if re.match(reference, named, re.IGNORECASE):
            return use
    if link.tie is Tie.INTO and _FELL.search(text, sentence.start, quantity.whole.start):
        return "height"
    if _RULE.search(before):
        return "rule"
    if (
        link.tie is Tie.AWAY
        and _AT_MOST.search(text, quantity.whole.start, quantity.span.start)
        and not _AWAY_IN.match(text, quantity.whole.end)
    ):
        return "range"
    hedged = text[quantity.whole.start : quantity.span.start].casefold()
    if "within" in hedged and _FORBIDS.search(text[sentence.start : quantity.whole.start]):
        return "zone"
    if _SHORTENS.search(before) and text.startswith(" off ", quantity.whole.end):
        return "other_sense"
    if _TRAVELLED.search(before) and (_STREET.match(text, quantity.whole.end) or not _both_ends(link, named)):
        return "sport_travel"
    if quantity.unit in TIMES and not _is_travel_time(link, named):
        return "other_sense"
    return None


def _is_travel_time(link: Link, named: str) -> bool:
    """Whether a time is how long one travels: "ten minutes from the airport", not "from the end"."""
    if link.by_road:
        return True
    if link.tie is Tie.FROM:
        return _MINUTE_PLACE.match(named) is not None and _MOMENT.match(named) is None
    return link.tie is Tie.AWAY


def _both_ends(link: Link, named: str) -> bool:
    """Whether a journey is told from one place to another, or ends near a place."""
    if link.bearing or link.tie is Tie.AWAY:
        return True
    return link.tie is Tie.FROM and re.search(r"\sto\s", named) is not None


def _before(text: str, sentence: Span, quantity: Quantity) -> str:
    return text[max(sentence.start, quantity.whole.start - _BEFORE) : quantity.whole.start]
