"""How well each place of a sentence can be the scene of what it tells, whatever that is."""

import re
from bisect import bisect_left

from geo.events.sentences import Sentence
from geo.model.names import fold
from geo.model.place import AREAS, Feature, Resolution
from geo.model.text import Use
from geo.scenes.facilities import NAMED_FOR_BEHIND, is_at_facility, is_struck_facility
from geo.scenes.locatives import (
    ABOUT,
    AGENT,
    APART,
    CAPITAL_BEFORE,
    COURT_BEHIND,
    DESTINATION,
    ELSEWHERE,
    EMBASSY_BEHIND,
    HELD_BY,
    HOLDING,
    IN_OFFICE,
    JOURNEY,
    LIES_BY,
    LISTED,
    LOCATIVE,
    MIDWAY,
    MIDWAY_BEFORE,
    NEAR,
    OF_KIND,
    OFFICE,
    ORIGIN,
    ROAD,
    ROAD_FROM,
    RULERS,
    SAYS_BEHIND,
    SPEAKER_IN,
    SPEAKING,
    SPEAKS_BEHIND,
    STAGED,
    SUFFERS,
    TELLER,
    TREATED,
)

#: Standing of a town that a happening is named for: a scene in captions, else only where nothing else is.
NAMESAKE = -4.0
#: Standing of what another place only lies in or by, as the words say.
HOLDER = -2.5
#: Places of a list that are looked at on either side of one.
LONGEST_LIST = 12


#: The mentions of a sentence that can be scenes, each with what speaks for it.
Standings = tuple[tuple[float, Resolution], ...]


def read_standings(sentence: Sentence, found: tuple[Resolution, ...]) -> Standings:
    """How well each mention of a sentence can be a scene, whatever happened there."""
    inside = inside_of(sentence, found)
    return tuple((_standing(sentence, r, inside), r) for r in inside if _can_be_scene(sentence, r))


def inside_of(sentence: Sentence, found: tuple[Resolution, ...]) -> list[Resolution]:
    """The mentions of a sentence; ``found`` stands in text order."""
    first = bisect_left(found, sentence.span.start, key=lambda r: r.mention.span.start)
    last = bisect_left(found, sentence.span.end, first, key=lambda r: r.mention.span.start)
    return [r for r in found[first:last] if sentence.span.covers(r.mention.span)]


def offsets(sentence: Sentence, resolution: Resolution) -> tuple[int, int]:
    span = resolution.mention.span
    return span.start - sentence.span.start, span.end - sentence.span.start


def _can_be_scene(sentence: Sentence, resolution: Resolution) -> bool:
    """Literal mentions; associative ones as "the city of X", or in the name of a thing that something is at."""
    start, end = offsets(sentence, resolution)
    if SUFFERS.match(sentence.low, end):
        return not is_people(resolution)
    if MIDWAY_BEFORE.search(sentence.low, max(0, start - 80), start):
        return False
    if (
        is_town(resolution)
        and _ONE_OF.search(sentence.low, max(0, start - 8), start)
        and _NO_NOUN.match(sentence.low, end)
    ):
        return False
    if resolution.mention.use is Use.LITERAL:
        return not (_is_country(resolution) and EMBASSY_BEHIND.match(sentence.low, end))
    before = max(0, start - 40)
    of_kind = (
        OF_KIND.search(sentence.low, before, start) or CAPITAL_BEFORE.search(sentence.low, before, start)
    ) is not None
    lends = _names_a_facility(sentence, resolution) or _names_a_happening(sentence, resolution)
    return resolution.mention.p_literal > 0.0 and (of_kind or lends)


#: "into a Toyota", "his Lviv": no place is one of several.
_ONE_OF = re.compile(r"\b(?:an?|his|her|their|my)\s$")
_NO_NOUN = re.compile(r"[.;]|\s(?:driven|owned|carrying|and|in|on|at|that|which|with|was|were|had|has|into|from|to)\b")


def _names_a_facility(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether a town lends its name to a thing that something is at: "at the Lviv Central Market"."""
    if resolution.mention.use is Use.LITERAL or not is_town(resolution):
        return False
    span = offsets(sentence, resolution)
    return is_at_facility(sentence.low, *span) or is_struck_facility(sentence.low, *span)


def _names_a_happening(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether a happening is named for a town: "after the Lviv bombing"; it is a scene where nothing else is."""
    end = offsets(sentence, resolution)[1]
    named = resolution.mention.use is Use.ASSOCIATIVE and is_town(resolution)
    return named and NAMED_FOR_BEHIND.match(sentence.low, end) is not None


def _standing(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> float:
    start, end = offsets(sentence, resolution)
    opening = _opening(sentence, resolution, inside)
    score = _syntax(sentence.low[max(0, opening - 110) : opening], sentence.low[end : end + 90])
    if _names_a_happening(sentence, resolution):
        return NAMESAKE
    here = next(i for i, r in enumerate(inside) if r is resolution)
    if here + 1 < len(inside) and HOLDING.fullmatch(sentence.low, end, offsets(sentence, inside[here + 1])[0]):
        return HOLDER  # "the Sumatran town of": what it holds is the scene
    if here and LIES_BY.fullmatch(sentence.low, offsets(sentence, inside[here - 1])[1], start):
        return HOLDER
    score = max(score, 2.5) if is_town(resolution) and is_struck_facility(sentence.low, start, end) else score
    score -= 1.0 if is_area(resolution) and opening < start else 0.0  # the town before it says more
    score -= 1.5 if score < 2.0 and _is_country(resolution) else 0.0
    score -= 2.5 if _in_list(sentence, resolution, inside) else 0.0
    score -= 1.5 if _names_a_facility(sentence, resolution) else 0.0
    score += 3.0 if is_on_road(sentence, start) or MIDWAY.match(sentence.low, start, end) else 0.0
    return score - _width(resolution)


def _opening(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> int:
    """Where the words that place it end: for "felt in Lviv and Kyiv" before Lviv, for both."""
    start = offsets(sentence, resolution)[0]
    here = next(i for i, r in enumerate(inside) if r is resolution)
    if not is_town(resolution):
        return _opening_of_held(sentence, start, inside[here - 1] if here else None) if is_area(resolution) else start
    for other in reversed(inside[max(0, here - LONGEST_LIST) : here]):
        begin, end = offsets(sentence, other)
        if end >= start:
            continue
        if not is_town(other) or LISTED.fullmatch(sentence.low, end, start) is None:
            break
        start = begin
    return start


def _opening_of_held(sentence: Sentence, start: int, town: Resolution | None) -> int:
    """For the region of "took off from Lviv in Ukraine" before Lviv."""
    if town is None or is_area(town):
        return start
    begin, end = offsets(sentence, town)
    return begin if end < start and HELD_BY.fullmatch(sentence.low, end, start) else start


def unbound(sentence: Sentence, standings: Standings) -> Standings:
    """The mentions that are neither the end of a journey nor where somebody speaks."""
    return tuple((s, r) for s, r in standings if not _is_bound(sentence.low, *offsets(sentence, r)))


def _is_bound(low: str, start: int, end: int) -> bool:
    before = low[max(0, start - 110) : start]
    office = _is_seat_of_teller(before, low[end : end + 40])
    return (
        office
        or COURT_BEHIND.match(low, end) is not None
        or JOURNEY.search(before) is not None
        or SPEAKING.search(before) is not None
        or TREATED.search(before) is not None
    )


def is_area(resolution: Resolution) -> bool:
    """Whether it is a region or country."""
    return resolution.place is not None and resolution.place.feature in AREAS


def is_town(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.feature is Feature.CITY


def is_on_road(sentence: Sentence, start: int) -> bool:
    """Whether it is the start of a road or journey on which the happening was."""
    return (
        ROAD.search(sentence.low) is not None and ROAD_FROM.search(sentence.low[max(0, start - 60) : start]) is not None
    )


def _syntax(before: str, after: str) -> float:
    if SUFFERS.match(after):
        return 2.5
    if APART.search(before) or ABOUT.search(before):
        return -2.5
    if _is_seat_of_teller(before, after) or RULERS.search(before):
        return -3.0
    if SPEAKER_IN.search(before) and SPEAKS_BEHIND.match(after):
        return -3.0
    if SPEAKING.search(before) or TREATED.search(before) or (ELSEWHERE.search(before) and not STAGED.search(before)):
        return -2.5
    if IN_OFFICE.search(before):
        return -1.5
    if LOCATIVE.search(before) or NEAR.search(before):
        return 2.5
    if OF_KIND.search(before):
        return 2.0
    if AGENT.match(after) or TELLER.match(after):
        return -3.0
    if JOURNEY.search(before):
        return -2.5
    if ORIGIN.search(before):
        return -1.5
    if DESTINATION.search(before):
        return -1.0
    if re.search(r"[\w)], $", before):  # "Bangor, Maine": the region of the town before
        return 0.5
    return 0.0 if after.startswith("'s") else -0.3


#: Right behind a place, its subject's verb: "the coast guard in Lviv said".
_SAYS = re.compile(
    r"(?:,? [\w ]{3,20},)?\s+(?:have |has |had |also )?(?:said|says|say|told|believes?|estimates?|warned|warns?)\b"
)
#: Police, doctors and witnesses speak of what happened where they are; a coast guard, analysts and officials may not.
_AT = re.compile(
    r"\b(?!(?:police|residents?|witness(?:es)?|doctors?|medics|hospitals?|villagers?|firefighters|rescuers|people|locals"
    r"|reporters?|correspondents?)\b)[a-z]+ (?:in|at)\s+(?:the\s+)?(?:\w+\s+)?$"
)


def _is_seat_of_teller(before: str, after: str) -> bool:
    """Whether somebody who tells sits there."""
    by_word = OFFICE.search(before) is not None and SAYS_BEHIND.match(after) is not None
    return by_word or (_AT.search(before) is not None and _SAYS.match(after) is not None)


def _width(resolution: Resolution) -> float:
    place = resolution.place
    if place is None:
        return 0.7
    if is_people(resolution):
        return 4.0
    if place.feature is Feature.CONTINENT:
        return 3.0
    if place.feature is Feature.COUNTRY:
        return 1.2
    return 0.5 if place.feature in AREAS else 0.0


def is_people(resolution: Resolution) -> bool:
    """Whether a mention is an adjective of country or region: "Salvadoran", not "El Salvador"."""
    place, text = resolution.place, fold(resolution.mention.text)
    if place is None or place.feature not in AREAS or text == fold(place.name):
        return False
    return re.search(r"(?:an|ian|ish|ese|ch|i|ine|ean|ans|ians)$", text) is not None


def is_party(resolution: Resolution) -> bool:
    """Whether a mention is somebody who acts and no place: "Turkey denied it", "Turkish jets"."""
    return resolution.mention.use is Use.ASSOCIATIVE or is_people(resolution)


def _is_country(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.feature in (Feature.COUNTRY, Feature.CONTINENT)


def _in_list(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> bool:
    """Whether it is one of at least three places strung together, which give context."""
    at = next(i for i, r in enumerate(inside) if r is resolution)
    near = inside[max(0, at - LONGEST_LIST) : at + LONGEST_LIST]
    chain = sorted(offsets(sentence, r) for r in near)
    here = chain.index(offsets(sentence, resolution))

    def joined(i: int) -> bool:
        return LISTED.fullmatch(sentence.low[chain[i][1] : chain[i + 1][0]]) is not None

    first = here
    while first > 0 and joined(first - 1):
        first -= 1
    last = here
    while last + 1 < len(chain) and joined(last):
        last += 1
    if last - first < 2:
        return False
    return re.search(r"\band\b", sentence.low[chain[first][0] : chain[last][1]]) is not None
