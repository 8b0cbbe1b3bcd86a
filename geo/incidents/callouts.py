"""When help was called: "officers were called to the park on Saturday" dates what they were called to."""

import re
from dataclasses import replace

from geo.dates.expressions import find_dates
from geo.dates.when import UNKNOWN, read_when
from geo.events.sentences import Sentence
from geo.incidents.sightings import Sighting
from geo.model.incident import When
from geo.model.text import Article

_CALLED = re.compile(
    r"\b(?:officers?|police|deputies|crews?|firefighters?|fire services?|ambulances?|paramedics?|emergency services"
    r"|troopers|rescuers|coast ?guards?)\b[^.;]{0,60}?"
    r"\b(?:(?:was|were|been) (?:\w+ ){0,2}?(?:called|alerted|summoned|dispatched)"
    r"(?! (?:up)?on (?:to|by)\b| (?:upon|for|off)\b)"
    r"|(?:responded|rushed|called) to (?:(?:an?|the|several|emergency|\d+) )*(?:reports?|calls?|scene)\b)"
)
#: Sentences behind a happening in which its call is told.
WITHIN = 2


def dated_by_call(
    article: Article, sentences: tuple[Sentence, ...], sightings: tuple[Sighting, ...]
) -> tuple[Sighting, ...]:
    """The sightings; an undated one told with a dated call, or just before it, has the day of the call."""
    telling = {s.sentence.index for s in sightings}
    last = max(telling, default=-1)
    calls: dict[int, When] = {}
    for sentence in sentences[: last + WITHIN + 1]:
        if _CALLED.search(sentence.low) is None:
            continue
        days = [d for d in find_dates(sentence.low, article.date) if d.precision == "day" and not (d.future or d.since)]
        told = sentence.index in telling  # "police were called on Sunday after shots were fired"
        before = [sentence.index] if told else [i for i in telling if 0 < sentence.index - i <= WITHIN]
        if len(days) == 1 and before:
            calls[max(before)] = read_when(sentence, days[0])
    return tuple(_dated(s, calls.get(s.sentence.index, UNKNOWN)) for s in sightings)


def _dated(sighting: Sighting, call: When) -> Sighting:
    return replace(sighting, when=call) if call.date is not None and not sighting.when.text else sighting
