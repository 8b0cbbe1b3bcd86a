"""Sentences that turn to another happening: "in addition, a bus was burned"."""

import re

from geo.events.sentences import Sentence
from geo.incidents.sightings import Sighting

_ALSO = re.compile(r"\b(?:was|were|had|has) also $")
#: "protests were also held in": told of another place.
_ALSO_BEHIND = re.compile(r",?(?: were| was| have been| had been)? also\b")
#: Openings that turn to another happening.
_TURNS = re.compile(
    r"(?:in addition|elsewhere|separately|in (?:another|a separate|other)|another|finally|on another|in a second"
    r"|at the same time|simultaneously|later(?=,)|subsequently"
    r"|(?:an?|one|two|three|four|several) (?:days?|weeks?) (?:earlier|before|later)"
    r"|(?:\w+ )?(?:minutes|hours) (?:later|earlier|before)|meanwhile,? (?:in|an?))\b"
)


def is_fresh(sighting: Sighting) -> bool:
    """Whether the sentence turns to another happening: "in addition, a bus was burned"."""
    head = sighting.head
    if sighting.generic or head.definite:
        return False
    low = sighting.sentence.low
    also = sighting.scene is not None and (
        _ALSO.search(low[max(0, head.start - 12) : head.start]) or _ALSO_BEHIND.match(low, head.end)
    )
    return turns(sighting.sentence) or "in an unrelated " in low[: head.start] or bool(also)


def turns(sentence: Sentence) -> bool:
    """Whether its opening turns to something else than was told."""
    return _TURNS.match(sentence.low) is not None


#: The day told of before.
_SAME_DAY = re.compile(
    r"\b(?:earlier|later) (?:in the|on the|that|the) (?:same )?day\b"
    r"|\b(?:the|that) same (?:day|night|evening|morning)\b"
    r"|\bhours (?:(?:earlier|later)\b|(?:before|after) (?:the|that|this)\b)"
)


def on_same_day(sentence: Sentence) -> bool:
    """Whether it tells of the day told of before."""
    return _SAME_DAY.search(sentence.low) is not None
