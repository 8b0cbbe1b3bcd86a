"""Where a happening was only perceived or spoken of: no scene, whatever preposition stands there."""

import re

from geo.events.sentences import Sentence
from geo.events.triggers import Trigger
from geo.scenes.locatives import SAYING

#: Heard and seen is also what is first told so ("explosions were heard in Lviv"); felt is what reaches elsewhere.
_PERCEIVED = re.compile(r"\b(?:heard|felt|seen|visible|audible|noticed|sensed|could (?:hear|feel|see))\b")
_FAR_REACHING = re.compile(r"\bfelt\b|\bas far(?: away| off| north| south| east| west)? as\b")
_REPORTED = re.compile(r"\breported\b")
#: Words of happening that are verbs: their definite noun is the doer, "the army clashed".
_VERB = re.compile(r"(?:ed|struck|hits?|went off|shot|fought|blew up|broke out|shook|fell)$")
_OPENING = re.compile(r"^\W*(?:in|at|near|on|outside|off|across|around)\s")
#: Between a place and a happening named for it: "the Lviv market bombing".
_NAMED_FOR = re.compile(r"(?:'s?)?\s+(?:(?!(?:the|this|that|an?|its|their|his|her)\s)[\w-]+\s+){0,3}")


#: "Lviv, where the blast was".
_WHERE = re.compile(r",? (?:where|in which|at which|on which) ")
#: "the blast came on the anniversary of one in Lviv", "came ten weeks after a raid on Lviv".
LOOKS_BACK_TO = re.compile(
    r"\b(?:anniversar(?:y|ies) of|reminiscent of|reminded \w+ of|recalled (?:an?|the)"
    r"|(?:weeks?|months?|years?|decades?) after (?!(?:he|she|it|they|being|that|his|her|their)\b))\b"
)


def reached_from(low: str, at: int, *, definite: bool) -> int:
    """The offset behind which a sentence names where a happening told at ``at`` was only heard, seen or felt."""
    felt = _FAR_REACHING.search(low, at)
    back = LOOKS_BACK_TO.search(low, at)
    perceived = _PERCEIVED.search(low, at) if definite else None
    return min((match.start() for match in (felt, perceived, back) if match is not None), default=len(low))


def takes_up(trigger: Trigger) -> bool:
    """Whether a trigger is a noun that takes up what was told: "the blast"."""
    return trigger.definite and not trigger.another and _VERB.search(trigger.word) is None


def governs(sentence: Sentence, trigger: Trigger, start: int, end: int) -> bool:
    """Whether the place at ``start`` to ``end`` is that of the trigger itself, not of who speaks of it or felt it."""
    low = sentence.low
    if start >= trigger.end:
        between = low[trigger.end : start]
        return not any(pattern.search(between) for pattern in (SAYING, _PERCEIVED, _REPORTED))
    between = low[end : trigger.start]
    if _WHERE.match(between):
        return True
    if _NAMED_FOR.fullmatch(between):
        return SAYING.search(between) is None
    return _OPENING.match(low[:start]) is not None and SAYING.search(between) is None
