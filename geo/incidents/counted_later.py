"""Victims who die, are found or are counted days after what befell them."""

import datetime as dt
import re
from dataclasses import replace

from geo.dates.when import UNKNOWN
from geo.events.lexicon import HARM_WEIGHT
from geo.incidents.sightings import Sighting

#: Days after a happening within which its victims die, are found or are counted.
COUNTED_WITHIN = 14
_DEAD = re.compile(r"d(?:ied|ying|ead|eaths?)\b|bod(?:y|ies)|corpses?|succumb|perish")


#: What is reached, found and searched after a crash: "rescuers reached the wreckage on Saturday".
_REMAINS = re.compile(r"wreckage|crash site")


def is_of_remains(sighting: Sighting) -> bool:
    """Whether it speaks of what is left of a crash, whose day is that of those who came to it."""
    return _REMAINS.match(sighting.head.word) is not None


def without_day_of_count(sighting: Sighting, before: dt.date | None) -> Sighting:
    """The sighting without its day where deaths are told of, at no place, later than ``before``, told of last."""
    day = sighting.when.date
    if day is None or before is None or sighting.scene is not None or sighting.weight > HARM_WEIGHT:
        return sighting
    later = 0 < (day - before).days <= COUNTED_WITHIN
    return replace(sighting, when=UNKNOWN) if later and _DEAD.match(sighting.head.word) else sighting
