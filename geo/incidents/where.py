"""Where a happening was: the locative of the trigger's own clause, never an agent or an origin."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from geo.incidents.apart import FARTHEST_M, metres_apart
from geo.incidents.facilities import is_at_facility, is_struck_facility
from geo.incidents.locatives import (
    AGENT,
    APART,
    DESTINATION,
    ELSEWHERE,
    EMBASSY_BEHIND,
    HOLDING,
    HOLDS,
    LISTED,
    LISTING,
    LOCATED,
    LOCATIVE,
    NEAR,
    OF_KIND,
    ORIGIN,
    REGION_BEHIND,
    REGION_WORD,
    ROAD,
    ROAD_FROM,
    SAYING,
)
from geo.incidents.perception import reached_from
from geo.incidents.precision import precision_of
from geo.incidents.sentences import Sentence
from geo.model.incident import GeoPrecision
from geo.model.names import fold
from geo.model.place import AREAS, Feature, Place, Resolution
from geo.model.text import Span, Use

#: A happening "near" a town is taken to lie within this of its edge; half the radius of the scorers' match.
NEAR_M = 12_500.0
#: Least score of a mention to be a scene, set on both halves of the development texts.
LEAST_SCORE = 1.0
#: The same in a caption, which names little else than the scene.
LEAST_IN_CAPTION = -2.0
#: The same for a place named beside a report that has no other.
LEAST_BESIDE = -6.0
#: Places of a list that are looked at on either side of one.
LONGEST_LIST = 12
#: Least population of a town that a region may be mistaken for.
LEAST_SEAT = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The place of a happening as one sentence gives it."""

    resolution: Resolution
    score: float
    precision: GeoPrecision
    reason: str
    #: What holds the place, or what it lies beside, when the gazetteer does not know it.
    container: "Scene | None" = None
    #: How far from the place it was, in metres, where the text says so.
    away_m: float = 0.0

    @property
    def place(self) -> Place | None:
        return self.resolution.place

    @property
    def span(self) -> Span:
        return self.resolution.mention.span

    @property
    def radius_m(self) -> float | None:
        """Radius of doubt, in metres."""
        if self.place is None:
            return None
        if self.place.feature is Feature.DERIVED or self.precision is not GeoPrecision.NEAR_CITY:
            return self.place.radius_m
        return self.place.radius_m + max(NEAR_M, self.away_m)


#: The mentions of a sentence that can be scenes, each with what speaks for it.
Standings = tuple[tuple[float, Resolution], ...]


def choose_scene(
    sentence: Sentence,
    at: int,
    found: tuple[Resolution, ...],
    *,
    least: float = LEAST_SCORE,
    standings: Standings | None = None,
    definite: bool = False,
) -> Scene | None:
    """The place that the sentence gives for the trigger at offset ``at``; None when none scores ``least``.

    What is spoken of as known (``definite``) did not happen where it was heard or seen.
    """
    inside = _inside(sentence, found)
    standings = read_standings(sentence, found) if standings is None else standings
    reached = reached_from(sentence.low, at, definite=definite)
    scored = [(s + _bearing(sentence, at, r), r) for s, r in standings if _offsets(sentence, r)[0] < reached]
    if not scored:
        return None
    best_score, best = max(scored, key=lambda pair: pair[0])
    if best_score < least:
        beside = _measured_from(sentence, at, inside)
        return None if beside is None else _scene(sentence, least, beside)
    score, found_in = _finest(best_score, best, scored)
    chosen = _town_of_that_name(sentence, found_in)
    return replace(_scene(sentence, score, chosen), container=_container(sentence, chosen, inside))


def _scene(sentence: Sentence, score: float, resolution: Resolution) -> Scene:
    before = sentence.low[: _offsets(sentence, resolution)[0]]
    return Scene(
        resolution=resolution,
        score=score,
        precision=geo_precision(sentence, resolution),
        reason=f"'{_around(sentence, resolution)}' in the sentence that reports it",
        away_m=metres_apart(before) or 0.0,
    )


def _measured_from(sentence: Sentence, at: int, inside: list[Resolution]) -> Resolution | None:
    """The place that a nameless site is located from: "hit a village 12 km west of Dunmore"."""
    for resolution in inside:
        start, _ = _offsets(sentence, resolution)
        place = resolution.place
        if place is None or place.feature in AREAS or resolution.mention.use is not Use.LITERAL or start < at:
            continue
        away = metres_apart(sentence.low[:start])
        if away is None or away > FARTHEST_M or SAYING.search(sentence.low[at:start]):
            continue
        if not any(at < _offsets(sentence, other)[1] < start for other in inside if other.mention.use is Use.LITERAL):
            return resolution
    return None


def _inside(sentence: Sentence, found: tuple[Resolution, ...]) -> list[Resolution]:
    """The mentions of a sentence; ``found`` stands in text order."""
    first = bisect_left(found, sentence.span.start, key=lambda r: r.mention.span.start)
    last = bisect_left(found, sentence.span.end, first, key=lambda r: r.mention.span.start)
    return [r for r in found[first:last] if sentence.span.covers(r.mention.span)]


def listed_scenes(sentence: Sentence, scene: Scene, found: tuple[Resolution, ...]) -> tuple[Scene, ...]:
    """The scene and the towns strung to it: "bombs went off in Talca, Temuco and Arica" tells of three scenes."""
    towns = sorted(
        (r for r in _inside(sentence, found) if r.place and r.place.feature is Feature.CITY),
        key=lambda r: r.mention.span,
    )
    chain = _chain(sentence, scene, towns)
    first = _offsets(sentence, chain[0])[0] if chain else 0
    if len(chain) < 2 or not LISTING.search(sentence.low[max(0, first - 80) : first]):
        return (scene,)
    return tuple(replace(scene, resolution=r, precision=geo_precision(sentence, r)) for r in chain)


def _chain(sentence: Sentence, scene: Scene, towns: list[Resolution]) -> list[Resolution]:
    """The towns joined to the scene by commas and "and"."""
    chains: list[list[Resolution]] = []
    for town in towns:
        start, _ = _offsets(sentence, town)
        if chains and LISTED.fullmatch(sentence.low[_offsets(sentence, chains[-1][-1])[1] : start]):
            chains[-1].append(town)
        else:
            chains.append([town])
    return next((c for c in chains if any(r.mention.span == scene.span for r in c)), [])


def _town_of_that_name(sentence: Sentence, resolution: Resolution) -> Resolution:
    """The town for a region that bears its name: "in Basra" is in the city, "in Basra province" is not."""
    region = resolution.place
    if region is None or region.feature not in (Feature.ADMIN1, Feature.ADMIN2):
        return resolution
    start, end = _offsets(sentence, resolution)
    if REGION_WORD.search(sentence.low[max(0, start - 30) : start]) or REGION_BEHIND.match(sentence.low, end):
        return resolution
    towns = (c.place for c in resolution.candidates if c.place.feature is Feature.CITY)
    town = next((t for t in towns if _is_seat(t, region)), None)
    return (
        resolution if town is None else replace(resolution, place=town, note=f"the town of that name in {region.name}")
    )


def _is_seat(town: Place, region: Place) -> bool:
    if (town.population or 0) < LEAST_SEAT:
        return False
    return town.admin1_code is not None and town.admin1_code == region.admin1_code


def _can_be_scene(sentence: Sentence, resolution: Resolution) -> bool:
    """Literal mentions; associative ones as "the city of X", or in the name of a thing that something is at."""
    start, end = _offsets(sentence, resolution)
    if resolution.mention.use is Use.LITERAL:
        return not (_is_country(resolution) and EMBASSY_BEHIND.match(sentence.low, end))
    of_kind = OF_KIND.search(sentence.low, max(0, start - 40), start) is not None
    return resolution.mention.p_literal > 0.0 and (of_kind or _names_a_facility(sentence, resolution))


def _names_a_facility(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether a town lends its name to a thing that something is at: "at the Lviv Central Market"."""
    if resolution.mention.use is Use.LITERAL or not _is_town(resolution):
        return False
    span = _offsets(sentence, resolution)
    return is_at_facility(sentence.low, *span) or is_struck_facility(sentence.low, *span)


def _container(sentence: Sentence, chosen: Resolution, inside: list[Resolution]) -> Scene | None:
    """The place that the words around name as holding an unknown one, or as lying beside it: "Kisima, Kenya"."""
    if chosen.place is not None:
        return None
    begin, end = _offsets(sentence, chosen)
    for other in inside:
        stop = _offsets(sentence, other)[1]
        if other.place is not None and 0 < begin - stop < 40 and HOLDING.fullmatch(sentence.low[stop:begin]):
            return _scene(sentence, 0.0, other)
        start, _ = _offsets(sentence, other)
        if other.place is not None and 0 < start - end < 60 and HOLDS.fullmatch(sentence.low[end:start]):
            return _scene(sentence, 0.0, other)
        if other.place is not None and _is_located_from(sentence.low, end, start):
            return _scene(sentence, 0.0, other)
    return None


def _is_located_from(low: str, end: int, start: int) -> bool:
    """Whether a name that ends at ``end`` is said to lie some way from the one at ``start``."""
    if not 0 < start - end < 100 or LOCATED.match(low[end:start]) is None:
        return False
    away = metres_apart(low[:start])
    return away is not None and away <= FARTHEST_M


def _finest(score: float, best: Resolution, scored: list[tuple[float, Resolution]]) -> tuple[float, Resolution]:
    """A town of the chosen region or country that the sentence names almost as strongly."""
    place = best.place
    if place is None or place.feature not in AREAS:
        return score, best
    finer = [
        (s, r)
        for s, r in scored
        if r is not best and s >= score - 2.5 and s >= 0.0 and r.place is not None and r.place.feature not in AREAS
        and (place.country is None or r.place.country == place.country)
    ]  # fmt: skip
    return max(finer, key=lambda pair: pair[0]) if finer else (score, best)


def read_standings(sentence: Sentence, found: tuple[Resolution, ...]) -> Standings:
    """How well each mention of a sentence can be a scene, whatever happened there."""
    inside = _inside(sentence, found)
    return tuple((_standing(sentence, r, inside), r) for r in inside if _can_be_scene(sentence, r))


def _standing(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> float:
    start, end = _offsets(sentence, resolution)
    opening = _opening(sentence, resolution, inside)
    score = _syntax(sentence.low[max(0, opening - 110) : opening], sentence.low[end : end + 40])
    score = max(score, 2.5) if _is_town(resolution) and is_struck_facility(sentence.low, start, end) else score
    score -= 1.5 if score < 2.0 and _is_country(resolution) else 0.0
    score -= 2.5 if _in_list(sentence, resolution, inside) else 0.0
    score -= 1.5 if _names_a_facility(sentence, resolution) else 0.0
    score += 3.0 if _on_road(sentence, start) else 0.0
    return score - _width(resolution)


def _bearing(sentence: Sentence, at: int, resolution: Resolution) -> float:
    """How far a mention bears on the trigger at an offset: in its clause, beside it, and not of who tells."""
    start, end = _offsets(sentence, resolution)
    low, high = sentence.clause_at(at)
    score = (1.5 if low <= start < high else 0.0) + max(-1.0, 1.0 - abs(start - at) / 90.0)
    return score - (3.0 if end <= at and _is_teller(sentence, start, end, at) else 0.0)


def _opening(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> int:
    """Where the words that place it end: for "felt in Lviv and Kyiv" before Lviv, for both."""
    start = _offsets(sentence, resolution)[0]
    if not _is_town(resolution):
        return start
    here = next(i for i, r in enumerate(inside) if r is resolution)
    for other in reversed(inside[max(0, here - LONGEST_LIST) : here]):
        begin, end = _offsets(sentence, other)
        if end >= start:
            continue
        if not _is_town(other) or LISTED.fullmatch(sentence.low, end, start) is None:
            break
        start = begin
    return start


def _is_town(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.feature is Feature.CITY


def _is_teller(sentence: Sentence, start: int, end: int, at: int) -> bool:
    """Whether it belongs to who tells: "media in the US say a bomber ..."; not "in Basra, police said ..."."""
    if SAYING.search(sentence.low[end:at]) is None:
        return False
    opening = LOCATIVE.search(sentence.low[:start])
    return opening is None or opening.start() > 1


def _on_road(sentence: Sentence, start: int) -> bool:
    """Whether it is the start of a road or journey on which the happening was."""
    return (
        ROAD.search(sentence.low) is not None and ROAD_FROM.search(sentence.low[max(0, start - 60) : start]) is not None
    )


def _syntax(before: str, after: str) -> float:
    if APART.search(before):
        return -2.5
    if ELSEWHERE.search(before):
        return -2.5
    if LOCATIVE.search(before) or NEAR.search(before):
        return 2.5
    if OF_KIND.search(before):
        return 2.0
    if AGENT.match(after):
        return -3.0
    if ORIGIN.search(before):
        return -1.5
    if DESTINATION.search(before):
        return -1.0
    if re.search(r"[\w)], $", before):  # "Bangor, Maine": the region of the town before
        return 0.5
    return 0.0 if after.startswith("'s") else -0.3


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


def _is_country(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.feature in (Feature.COUNTRY, Feature.CONTINENT)


def _in_list(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> bool:
    """Whether it is one of at least three places strung together, which give context."""
    at = next(i for i, r in enumerate(inside) if r is resolution)
    near = inside[max(0, at - LONGEST_LIST) : at + LONGEST_LIST]
    chain = sorted(_offsets(sentence, r) for r in near)
    here = chain.index(_offsets(sentence, resolution))

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


def geo_precision(sentence: Sentence, resolution: Resolution) -> GeoPrecision:
    """How exactly the place pins the happening, from its feature and the words before it."""
    start, _ = _offsets(sentence, resolution)
    before = sentence.low[max(0, start - 110) : start]
    if resolution.place is not None and _on_road(sentence, start):
        return GeoPrecision.ROAD
    plain = precision_of(resolution.place)
    if plain is GeoPrecision.SITE and metres_apart(before) is not None:
        return GeoPrecision.NEAR_CITY
    near = NEAR.search(before) is not None or APART.search(before) is not None
    return GeoPrecision.NEAR_CITY if near and plain is GeoPrecision.CITY else plain


def _offsets(sentence: Sentence, resolution: Resolution) -> tuple[int, int]:
    span = resolution.mention.span
    return span.start - sentence.span.start, span.end - sentence.span.start


def _around(sentence: Sentence, resolution: Resolution) -> str:
    start, end = _offsets(sentence, resolution)
    words = sentence.low[max(0, start - 24) : start].split(" ")[-3:]
    return (" ".join(words) + resolution.mention.text).strip() if start else sentence.low[start:end]
