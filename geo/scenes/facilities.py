"""Things that bear a town's name: what happens at or to "the Lviv Central Market" happens in Lviv."""

import re

from geo.scenes.locatives import LOCATIVE

#: Behind a town's name, the rest of the name of what stands in it.
_BEHIND = re.compile(
    r"(?:'s)?\s+(?:(?!(?:and the|in|at|on|of|the|a|who|was|were|is|are|has|had|said)\s)[\w.'-]+\s+){0,4}?"
    r"(?:hospital|clinic|school"
    r"|universit(?:y|ies)|college|academy|institute|seminary|lyceum|kindergarten|market|supermarket|mall|station|airport"
    r"|prison|jail|church|mosque|temple|synagogue|monastery|cathedral|hotel|bridge|port|stadium|arena|factory|refinery"
    r"|plant|mine|combine|shipyard|steelworks|works|substation|depot|warehouse|terminal|dam|square|park|camp|barracks"
    r"|museum|gallery|theat(?:er|re)|library|palace|bazaar|tower|courthouse|town hall|city hall|city council|zoo"
    r"|concert hall|nightclub|club|restaurant|festival|marathon|carnival|fair"
    r"|city|administration|(?:council|government|administration) building|buildings?|headquarters)\b"
)
#: "the Paris grill restaurant in Lviv": behind a site that is called by a town's name, where it stands.
_PUT_INTO = re.compile(_BEHIND.pattern + r",? (?:in|near|outside) (?:central |downtown )?")
#: Much is heard in a court that happened elsewhere; what is outside it is there.
_COURT = re.compile(r" (?:(?:high|supreme|district|city|central|federal) )?court\b")
_BESIDE_COURT = re.compile(r"\b(?:outside|near|in front of)(?: the)? $")
#: Behind a town's name, a happening that is named for it: "the Lviv bombing".
NAMED_FOR_BEHIND = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:bombings?|attacks?|blasts?|explosions?|shootings?|siege|clashes|massacre|riots?|shelling"
    r"|(?:air |missile |drone )?strikes?)(?![\w-])"
)
#: What is done to a thing.
_HARM_BEFORE = re.compile(
    r"\b(?:damages?|destruction|shelling|bombing|bombardment|storming|attacks?|strikes?|blasts?|explosions?|fires?|raids?"
    r"|aftermath|ruins)\s+(?:to|of|on|at|in|inside|against)\s+(?:the\s+)?(?:(?:[\w-]+\s+){1,3}of\s+(?:the\s+)?)?$"
)
_HARM_BEHIND = re.compile(
    r"(?:\s+(?!(?:who|that|in|at|near|said|students?|workers?|staff)\b)[\w-]+){0,6}?"
    r"\s+(?:(?:was|were|has been|have been|had been|being|is|are|also|partially|partly|completely|heavily|badly"
    r"|severely)\s+){0,4}(?:damaged|destroyed|hit|struck|shelled|bombed|burned|burnt|attacked|stormed"
    r"|targeted|on fire|ablaze|set on fire|in ruins)\b"
)


def is_at_facility(low: str, start: int, end: int) -> bool:
    """Whether something is at a thing that bears the name: "at the Lviv Central Market".

    Args:
        low: the lower-case sentence.
        start: where the town's name begins in it.
        end: where it ends.
    """
    if _COURT.match(low, end) is not None and _BESIDE_COURT.search(low, 0, start) is not None:
        return True
    return _BEHIND.match(low, end) is not None and LOCATIVE.search(low, max(0, start - 110), start) is not None


def where_called_site_is(low: str, start: int, end: int) -> int | None:
    """Where the place is named that holds "the Paris grill restaurant in"; arguments as for ``is_at_facility``."""
    put_into = _PUT_INTO.match(low, end) if low.startswith("the ", max(0, start - 4)) else None
    return None if put_into is None else put_into.end()


def is_struck_facility(low: str, start: int, end: int) -> bool:
    """Whether something is done to a thing that bears the name: "the Lviv City Hall was damaged"."""
    thing = _BEHIND.match(low, end)
    if thing is None:
        return False
    before = low[max(0, start - 60) : start]
    return _HARM_BEFORE.search(before) is not None or _HARM_BEHIND.match(low, thing.end()) is not None
