"""Where a happening was: the locative of the trigger's own clause, never an agent or an origin."""

import re
from dataclasses import dataclass, replace

from geo.incidents.sentences import Sentence
from geo.model.incident import GeoPrecision
from geo.model.names import fold
from geo.model.place import AREAS, FACILITIES, WATERS, Feature, Place, Resolution
from geo.model.text import Span, Use

#: A happening "near" a town is taken to lie within this of its edge; half the radius of the scorers' match.
NEAR_M = 12_500.0
#: Least score of a mention to be a scene, set on both halves of the development texts.
LEAST_SCORE = 1.0
#: The same in a caption, which names little else than the scene.
LEAST_IN_CAPTION = -2.0
#: The same for a place named beside a report that has no other.
LEAST_BESIDE = -6.0
#: Least population of a town that a region may be mistaken for.
LEAST_SEAT = 15_000

_KINDS = (
    r"(?:[\w-]+'s?\s+)?(?:(?:the|a|this|its|his|their|besieged|port|border|capital|coastal|southern|northern"
    r"|eastern|western|central|downtown|greater|occupied|nearby"
    r"|outlying|historic|southeastern|southwestern|northeastern|northwestern|north|south|east|west|far|remote"
    r"|rural|strategic|industrial|tourist|small|rebel-held|main"
    r"|u\.s\.|[\w-]+(?:ern|e?an|ish|ine|ese|ani)|iraqi|afghan|greek|french|german|dutch"
    r"|northernmost|populous|mountainous|neighbou?ring)[ -]+)*"
    r"(?:(?:city|cities|town|towns|village|villages|district|districts|region|province|provinces|state|states"
    r"|department|departments|municipality|county|island|area|suburb|suburbs|quarter|quarters"
    r"|neighbou?rhood|settlement|hamlet|resort|port|capital|outskirts|centre|center|coast|slum|camp|base|airport"
    r"|zone|jurisdiction|part|parts|side|sector|section|slopes|streets|middle|heart|north|south|east|west)"
    r"(?:,| of| in| known as| called)*\s+(?:the\s+|of\s+)*)*"
)
_LOCATIVE = re.compile(
    rf"\b(?:in|at|near|on|outside|off|around|inside|within|across|throughout|along|through|over|into|against|onto"
    rf"|hit|hits|struck|strikes|shook|rocked|shakes|rocks|pounded|shelled|bombed|attacked|stormed|targeted"
    rf"|targeting|hitting|striking)\s+{_KINDS}$"
)
_NEAR = re.compile(
    rf"\b(?:near|outside|close to|off|next to|around|outskirts of|vicinity of|beside|just (?:north|south|east"
    rf"|west) of|suburbs? of)\s+{_KINDS}$"
)
_OF_KIND = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|districts?|provinces?|regions?|municipalit(?:y|ies)|neighbou?rhoods?"
    r"|outskirts"
    r"|capital|centre|center|states?|departments?|parts?|suburbs?|areas?|islands?|streets|quarters?|heart|middle"
    r"|north|south|east|west|port) of\s+(?:the\s+)?$"
)
_APART = re.compile(
    r"(?:\b(?:\d[\d.,]*|\w+)[- ](?:km|kms|kilomet(?:er|re)s?|miles?|mi|meters?|metres?|leagues"
    r"|hours?)\b[^.;]{0,40}?\b(?:from|of|to|off)\s+(?:the\s+)?(?:[\w-]+\s+)?)$"
)
_ORIGIN = re.compile(
    rf"\b(?:from|out of|of|native of|resident of|natives? of|origin(?:ally|ating)? (?:from|in)|coming from"
    rf"|arrived from)\s+{_KINDS}$"
)
_DESTINATION = re.compile(
    rf"\b(?:to|towards?|for|bound for|headed for|en route to|destined for|flown to|taken to|fled to"
    rf"|back to)\s+{_KINDS}$"
)
_ELSEWHERE = re.compile(
    r"\b(?:born|lives?|lived|living|based|hospitali[sz]ed|treated|arrested|detained|met|meeting|trial"
    r"|court"
    r"|speaking|spoke|interview(?:ed)?|educated|studied|exiled?"
    r"|statement|conference|summit|talks|similar to|compared (?:to|with)|reported|broadcast|published"
    r"|arriv(?:ed|ing|al)|serv(?:ed|ing)|visit(?:ed|ing|s)?|trip|travell?ed|travell?ing|returned|flew|sources?"
    r"|officials|authorities|spokes(?:man|woman|person)|ambassador|correspondent|held|released|announced|signed"
    r"|ceremony|felt|appeared|role|involvement|intervention|campaign|war|conflict|policy|interests|situation|crisis"
    r"|news(?:paper)?|media|report)\s+(?:\w+\s+)?(?:in|at|of|from|to)\s+(?:the\s+)?(?:\w+\s+)?$"
)
_AGENT = re.compile(
    r"(?:['’]?s)?\s+(?:said|says|has|have|had|is|was|will|blamed?|accused?|denied|claim(?:s|ed)|announced|warned"
    r"|president|prime minister|foreign|defen[cs]e|minist(?:er|ry)|government|officials?|authorities|army|military"
    r"|police|troops|forces"
    r"|soldiers|regime|administration|air force|navy|spokes\w+|embassy|parliament|congress|senate|supreme|national"
    r"|rebels|guerrillas|militants|media|newspaper|state news|cartel|bishop|archbishop|ambassador|governor)\b"
)
#: What opens a list of scenes; "including" and "such as" open a list of context.
_LISTING = re.compile(rf"\b(?:in|at|near|hit|struck|on|shook|rocked|against)\s+(?:both\s+)?{_KINDS}$")
_REGION_WORDS = (
    r"(?:province|region|state|department|governorate|oblast|county|district|prefecture|territory|republic|krai)s?"
)
_REGION_WORD = re.compile(rf"\b{_REGION_WORDS} of\s+(?:the\s+)?$|\bprovinces of\s[^.]{{0,60}}$")
_REGION_BEHIND = re.compile(rf"(?:'s)?\s+(?:\w+\s+)?{_REGION_WORDS}\b|,? (?:and|,) [\w ]{{1,40}} {_REGION_WORDS}\b")
_HOLDS = re.compile(rf"\"?(?:\s[\w-]+){{0,3}}(?:,|\s(?:in|of|on|at|near))\s{_KINDS}")
_SAYING = re.compile(
    r"\b(?:said|says|say|reported|reports|report|confirmed|announced|claimed|claims|stated|denied|told"
    r"|according to)\b"
)
_ROAD = re.compile(r"\b(?:road|highway|route|drove|driving|convoy|travell?ing|en route)\b")
_ROAD_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:[\w-]+(?:,)?\s+){0,2}$")
#: "the German island of Ruegen": the adjective before it holds it.
_HOLDING = re.compile(r"\s+(?:[\w-]+\s+){0,3}of\s+(?:the\s+)?")
_LISTED = re.compile(r"\s*(?:,|and|or|,\s*and)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The place of a happening as one sentence gives it."""

    resolution: Resolution
    score: float
    precision: GeoPrecision
    reason: str
    #: What holds the place when the gazetteer does not know it.
    container: Resolution | None = None

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
        return self.place.radius_m + (NEAR_M if self.precision is GeoPrecision.NEAR_CITY else 0.0)


def choose_scene(
    sentence: Sentence, at: int, found: tuple[Resolution, ...], *, least: float = LEAST_SCORE
) -> Scene | None:
    """The place that the sentence gives for the trigger at offset ``at``; None when none scores ``least``."""
    inside = [r for r in found if sentence.span.covers(r.mention.span)]
    scored = [(_score(sentence, at, r, inside), r) for r in inside if _can_be_scene(sentence, r)]
    if not scored:
        return None
    best_score, best = max(scored, key=lambda pair: pair[0])
    if best_score < least:
        return None
    score, found_in = _finest(best_score, best, scored)
    chosen = _town_of_that_name(sentence, found_in)
    return Scene(
        resolution=chosen,
        score=score,
        precision=geo_precision(sentence, chosen),
        reason=f"'{_around(sentence, chosen)}' in the sentence that reports it",
        container=_container(sentence, chosen, inside),
    )


def listed_scenes(sentence: Sentence, scene: Scene, found: tuple[Resolution, ...]) -> tuple[Scene, ...]:
    """The scene and the towns strung to it: "bombs went off in Talca, Temuco and Arica" tells of three scenes."""
    towns = sorted(
        (r for r in found if sentence.span.covers(r.mention.span) and r.place and r.place.feature is Feature.CITY),
        key=lambda r: r.mention.span,
    )
    chain = _chain(sentence, scene, towns)
    first = _offsets(sentence, chain[0])[0] if chain else 0
    if len(chain) < 2 or not _LISTING.search(sentence.low[max(0, first - 80) : first]):
        return (scene,)
    return tuple(replace(scene, resolution=r, precision=geo_precision(sentence, r)) for r in chain)


def _chain(sentence: Sentence, scene: Scene, towns: list[Resolution]) -> list[Resolution]:
    """The towns joined to the scene by commas and "and"."""
    chains: list[list[Resolution]] = []
    for town in towns:
        start, _ = _offsets(sentence, town)
        if chains and _LISTED.fullmatch(sentence.low[_offsets(sentence, chains[-1][-1])[1] : start]):
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
    if _REGION_WORD.search(sentence.low[max(0, start - 30) : start]) or _REGION_BEHIND.match(sentence.low, end):
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
    """Literal mentions; an associative one only as "the city of X", which no agent is called."""
    if resolution.mention.use is Use.LITERAL:
        return True
    start, _ = _offsets(sentence, resolution)
    return resolution.mention.p_literal > 0.0 and _OF_KIND.search(sentence.low[max(0, start - 40) : start]) is not None


def _container(sentence: Sentence, chosen: Resolution, inside: list[Resolution]) -> Resolution | None:
    """The place that the words right behind name as holding an unknown one: "Kisima, Kenya"."""
    if chosen.place is not None:
        return None
    begin, end = _offsets(sentence, chosen)
    for other in inside:
        stop = _offsets(sentence, other)[1]
        if other.place is not None and 0 < begin - stop < 40 and _HOLDING.fullmatch(sentence.low[stop:begin]):
            return other
        start, _ = _offsets(sentence, other)
        if other.place is not None and 0 < start - end < 60 and _HOLDS.fullmatch(sentence.low[end:start]):
            return other
    return None


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


def _score(sentence: Sentence, at: int, resolution: Resolution, inside: list[Resolution]) -> float:
    start, end = _offsets(sentence, resolution)
    opening = _opening(sentence, resolution, inside)
    before, after = sentence.low[max(0, opening - 110) : opening], sentence.low[end : end + 40]
    low, high = sentence.clause_at(at)
    score = 1.5 if low <= start < high else 0.0
    score += max(-1.0, 1.0 - abs(start - at) / 90.0)
    syntax = _syntax(before, after)
    score += syntax
    score -= 1.5 if syntax < 2.0 and _is_country(resolution) else 0.0
    score -= 2.5 if _in_list(sentence, resolution, inside) else 0.0
    score -= 3.0 if end <= at and _is_teller(sentence, start, end, at) else 0.0
    score += 3.0 if _on_road(sentence, start) else 0.0
    return score - _width(resolution)


def _opening(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> int:
    """Where the words that place it end: for "felt in Lviv and Kyiv" before Lviv, for both."""
    start = _offsets(sentence, resolution)[0]
    for other in sorted(inside, key=lambda r: r.mention.span, reverse=True):
        begin, end = _offsets(sentence, other)
        towns = all(r.place is not None and r.place.feature is Feature.CITY for r in (resolution, other))
        if towns and end < start and _LISTED.fullmatch(sentence.low[end:start]):
            start = begin
    return start


def _is_teller(sentence: Sentence, start: int, end: int, at: int) -> bool:
    """Whether it belongs to who tells: "media in the US say a bomber ..."; not "in Basra, police said ..."."""
    if _SAYING.search(sentence.low[end:at]) is None:
        return False
    opening = _LOCATIVE.search(sentence.low[:start])
    return opening is None or opening.start() > 1


def _on_road(sentence: Sentence, start: int) -> bool:
    """Whether it is the start of a road or journey on which the happening was."""
    return (
        _ROAD.search(sentence.low) is not None
        and _ROAD_FROM.search(sentence.low[max(0, start - 60) : start]) is not None
    )


def _syntax(before: str, after: str) -> float:
    if _APART.search(before):
        return -2.5
    if _ELSEWHERE.search(before):
        return -2.5
    if _LOCATIVE.search(before) or _NEAR.search(before):
        return 2.5
    if _OF_KIND.search(before):
        return 2.0
    if _AGENT.match(after):
        return -3.0
    if _ORIGIN.search(before):
        return -1.5
    if _DESTINATION.search(before):
        return -1.0
    if re.search(r"[\w)], $", before):  # "Bangor, Maine": the region of the town before
        return 0.5
    return 0.0 if after.startswith("'s") else -0.3


def _width(resolution: Resolution) -> float:
    place = resolution.place
    if place is None:
        return 0.7
    if _is_adjective(resolution.mention.text, place):
        return 4.0
    if place.feature is Feature.CONTINENT:
        return 3.0
    if place.feature is Feature.COUNTRY:
        return 1.2
    return 0.5 if place.feature in AREAS else 0.0


def _is_adjective(text: str, place: Place) -> bool:
    """Whether a mention is an adjective of country or region: "Salvadoran", not "El Salvador"."""
    if place.feature not in AREAS or fold(text) == fold(place.name):
        return False
    return re.search(r"(?:an|ian|ish|ese|ch|i|ine|ean|ans|ians)$", fold(text)) is not None


def _is_country(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.feature in (Feature.COUNTRY, Feature.CONTINENT)


def _in_list(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> bool:
    """Whether it is one of at least three places strung together, which give context."""
    chain = sorted(_offsets(sentence, r) for r in inside)
    here = chain.index(_offsets(sentence, resolution))

    def joined(i: int) -> bool:
        return _LISTED.fullmatch(sentence.low[chain[i][1] : chain[i + 1][0]]) is not None

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
    near = _NEAR.search(before) is not None or _APART.search(before) is not None
    return GeoPrecision.NEAR_CITY if near and plain is GeoPrecision.CITY else plain


def precision_of(place: Place | None) -> GeoPrecision:
    """How exactly a place pins what is in it."""
    if place is None:
        return GeoPrecision.SITE
    if place.feature in WATERS:
        return GeoPrecision.WATER
    if place.feature is Feature.COUNTRY:
        return GeoPrecision.COUNTRY
    if place.feature in AREAS or place.feature in (Feature.ISLAND, Feature.MOUNTAIN):
        return GeoPrecision.REGION
    if place.feature in FACILITIES or place.feature in (Feature.PLANT, Feature.DAM):
        return GeoPrecision.SITE
    return GeoPrecision.DISTRICT if place.feature is Feature.DISTRICT else GeoPrecision.CITY


def _offsets(sentence: Sentence, resolution: Resolution) -> tuple[int, int]:
    span = resolution.mention.span
    return span.start - sentence.span.start, span.end - sentence.span.start


def _around(sentence: Sentence, resolution: Resolution) -> str:
    start, end = _offsets(sentence, resolution)
    words = sentence.low[max(0, start - 24) : start].split(" ")[-3:]
    return (" ".join(words) + resolution.mention.text).strip() if start else sentence.low[start:end]
