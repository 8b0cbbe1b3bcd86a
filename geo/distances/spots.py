"""Things that stay where they are and need no name: "a village", "the fuel depot"."""

import re

from geo.model.text import Span

_DETERMINER = r"(?:an?|the|this|that|another|one)"
#: Words that end one noun phrase and begin the next, so that they describe no noun.
_NO_ADJECTIVE = (
    rf"(?!(?:{_DETERMINER}|of|in|at|on|near|to|from|by|with|for|into|and|or|but|who|which|as|than|its|his|her|their|some|two|hit|struck"
    r"|hits|strikes|reached|destroyed|damaged|attacked|shelled|bombed|was|were|is|are|has|had)\b)"
)
_KIND = (
    r"(?:city|village|town|settlement|hamlet|community|farm|ranch|crossroads|intersection|bridge|checkpoint|camp|base|post|outpost"
    r"|garrison|prison|penitentiary|mine|well|dam|plant|refinery|depot|station|substation|airport|airfield|airbase|airstrip"
    r"|runway|port|factory|mill|school|church|mosque|hospital|clinic|hotel|house|home|warehouse|barracks|market|site|spot|field"
    r"|hill|ridge|beach|island|gorge|ravine|ditch|canal|reservoir|forest|quarry|epicent(?:er|re))"
)
#: "fortified" describes a noun behind a determiner or an adverb; elsewhere it is a verb.
_NO_VERB = r"(?!(?<!ly\s)\w+ed\b)"
#: The region it lies in is larger than any distance told of it: "a depot in the Rostov region".
_REGION = (
    r"(?:\s+(?:in|of)\s+(?:the\s+|[\w'’-]+['’]s\s+)?(?:[\w-]+\s+){1,3}?"
    r"(?:region|province|oblast|district|county|governorate|department))?"
)
#: A noun phrase of such a kind at the end of some words.
_SPOT = re.compile(
    rf"\b{_DETERMINER}\s+(?:{_NO_ADJECTIVE}[\w'’-]+\s+(?:{_NO_ADJECTIVE}{_NO_VERB}[\w'’-]+\s+){{0,2}}?)?{_KIND}"
    rf"(?={_REGION}[\s,]*$)",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"\s*(?:an?|another|one)\b", re.IGNORECASE)


def spot_at_end(text: str, span: Span) -> Span | None:
    """The noun phrase of a place kind that ends a stretch: "a village" of "rockets hit a village"; None for events."""
    found = _SPOT.search(span.of(text))
    return Span(start=span.start + found.start(), end=span.start + found.end()) if found else None


def is_indefinite(phrase: str) -> bool:
    """Whether a phrase brings up something new, so that it stands for nothing named before."""
    return _INDEFINITE.match(phrase) is not None
