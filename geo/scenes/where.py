"""Where a happening was: the locative of the trigger's own clause, never an agent or an origin."""

import re
from dataclasses import dataclass, replace

from geo.events.sentences import Sentence
from geo.model.incident import GeoPrecision
from geo.model.place import AREAS, WATERS, Feature, Place, Resolution
from geo.model.text import Span, Use
from geo.scenes.distance import one_scene
from geo.scenes.facilities import where_called_site_is
from geo.scenes.locatives import (
    APART,
    CALLED_REGION,
    CALLED_REGION_BEFORE,
    HOLDING,
    HOLDS,
    LISTED,
    LISTING,
    LOCATED,
    LOCATIVE,
    NEAR,
    REGION_BEHIND,
    REGION_WORD,
    SAYING,
    SUFFERS,
)
from geo.scenes.offsets import FARTHEST_M, metres_apart
from geo.scenes.perception import reached_from
from geo.scenes.precision import precision_of
from geo.scenes.standings import Standings, inside_of, is_area, is_on_road, is_town, offsets, read_standings

#: A happening "near" a town is taken to lie within this of its edge; half the radius of the scorers' match.
NEAR_M = 12_500.0
#: Radius of a district that only its town is known of: the median of the gazetteer's 10,014 second-level regions.
DISTRICT_M = 17_164.0
#: Least score of a mention to be a scene, set on both halves of the development texts.
LEAST_SCORE = 1.0
#: The same in a caption, which names little else than the scene.
LEAST_IN_CAPTION = -2.0
#: The same for a place named beside a report that has no other.
LEAST_BESIDE = -6.0
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
    #: Whether several towns are strung together, of which it is one.
    listed: bool = False

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
        if self.place.feature is Feature.CITY and self.precision is GeoPrecision.REGION:
            return max(self.place.radius_m, DISTRICT_M, self.away_m)
        if self.place.feature is Feature.DERIVED or self.precision is not GeoPrecision.NEAR_CITY:
            return self.place.radius_m
        return self.place.radius_m + max(NEAR_M, self.away_m)


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
    inside = inside_of(sentence, found)
    standings = read_standings(sentence, found) if standings is None else standings
    reached = reached_from(sentence.low, at, definite=definite)
    near = [(s, r) for s, r in standings if offsets(sentence, r)[0] < reached]
    scored = [(s + _bearing(sentence, at, r), r) for s, r in near if not _lends_its_name(sentence, r, inside)]
    if not scored:
        return None
    best_score, best = max(scored, key=lambda pair: pair[0])
    if best_score < least:
        beside = _measured_from(sentence, at, inside)
        return None if beside is None else _scene(sentence, least, beside)
    beside = _measured_from(sentence, at, inside) if is_area(best) else None
    if beside is not None and beside.place and best.place and beside.place.country == best.place.country:
        return _scene(sentence, best_score, _as_called(sentence, beside))  # "30 km off the coast of Lviv, Ukraine"
    score, found_in = _finest(sentence, at, (best_score, best), scored)
    chosen = _as_called(sentence, found_in)
    return replace(_scene(sentence, score, chosen), container=_container(sentence, chosen, inside))


def _lends_its_name(sentence: Sentence, resolution: Resolution, inside: list[Resolution]) -> bool:
    """Whether a town's name is only that of a site which the text puts into another place, not one that holds it."""
    start, end = offsets(sentence, resolution)
    put_into = where_called_site_is(sentence.low, start, end)
    if put_into is None or not is_town(resolution) or resolution.place is None:
        return False
    hosts = [r.place for r in inside if offsets(sentence, r)[0] == put_into]
    return any(host is not None and not one_scene(host, resolution.place) for host in hosts)


def _scene(sentence: Sentence, score: float, resolution: Resolution) -> Scene:
    before = sentence.low[: offsets(sentence, resolution)[0]]
    of_town = is_town(resolution) and is_called_region(sentence, resolution)
    called = "; of that region only the town of its name is known" if of_town else ""
    return Scene(
        resolution=resolution,
        score=score,
        precision=geo_precision(sentence, resolution),
        reason=f"'{_around(sentence, resolution)}' in the sentence that reports it{called}",
        away_m=metres_apart(before) or 0.0,
    )


#: Nothing nearer than a port far away is named at sea.
_AT_SEA = re.compile(r"\bnautical miles?\b[^,;]{0,40}$|\b(?:off|offshore|at sea)\b[^,;]{0,30}$")


def _measured_from(sentence: Sentence, at: int, inside: list[Resolution]) -> Resolution | None:
    """The place that a nameless site is located from: "hit a village 12 km west of Dunmore"."""
    for resolution in inside:
        start, _ = offsets(sentence, resolution)
        place = resolution.place
        wide = place is None or (place.feature in AREAS and place.feature is not Feature.ADMIN2)
        if wide or resolution.mention.use is not Use.LITERAL or start < at:
            continue
        away = metres_apart(sentence.low[:start])
        if (
            away is None
            or (away > FARTHEST_M and not _AT_SEA.search(sentence.low, 0, start))
            or SAYING.search(sentence.low[at:start])
        ):
            continue
        if not any(at < offsets(sentence, other)[1] < start for other in inside if other.mention.use is Use.LITERAL):
            return resolution
    return None


def listed_scenes(sentence: Sentence, scene: Scene, found: tuple[Resolution, ...]) -> tuple[Scene, ...]:
    """The scene and the towns strung to it: "bombs went off in Talca, Temuco and Arica" tells of three scenes."""
    here = sorted(inside_of(sentence, found), key=lambda r: r.mention.span)
    chain = _chain(sentence, scene, [r for r in here if is_town(r)])
    if len(chain) < 2:
        chain = _chain(sentence, scene, [r for r in here if r.place and r.place.feature in _LISTED_AREAS])
        chain = chain if chain and _OF_AREAS.match(sentence.low, offsets(sentence, chain[-1])[1]) else []
    first = offsets(sentence, chain[0])[0] if chain else 0
    if len(chain) < 2 or not LISTING.search(sentence.low[max(0, first - 80) : first]):
        return (scene,)
    words = sentence.raw[first : offsets(sentence, chain[-1])[1]]
    reason = f"one of '{words}' in the sentence that reports it"
    return tuple(
        replace(scene, resolution=r, precision=geo_precision(sentence, r), reason=reason, listed=True) for r in chain
    )


#: "in the Sumy and Poltava regions": both.
_LISTED_AREAS = frozenset({Feature.CITY, Feature.ADMIN1, Feature.ADMIN2})
_OF_AREAS = re.compile(
    r"\s+(?:\w+\s+)?(?:provinces|regions|states|oblasts|districts|counties|departments|governorates)\b"
)


def _chain(sentence: Sentence, scene: Scene, towns: list[Resolution]) -> list[Resolution]:
    """The towns joined to the scene by commas and "and"."""
    chains: list[list[Resolution]] = []
    for town in towns:
        start, _ = offsets(sentence, town)
        if chains and LISTED.fullmatch(sentence.low[offsets(sentence, chains[-1][-1])[1] : start]):
            chains[-1].append(town)
        else:
            chains.append([town])
    return next((c for c in chains if any(r.mention.span == scene.span for r in c)), [])


def is_called_region(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether the text makes a region of a town's name: "in Stryi district"."""
    start, end = offsets(sentence, resolution)
    own = CALLED_REGION.search(sentence.low[start:end]) or CALLED_REGION.match(sentence.low, end)
    return own is not None or CALLED_REGION_BEFORE.search(sentence.low, max(0, start - 30), start) is not None


def _as_called(sentence: Sentence, resolution: Resolution) -> Resolution:
    """The town for a region that bears its name, or the region for a town: "in Basra" or "in Basra province"."""
    if is_town(resolution) and is_called_region(sentence, resolution):
        areas = (c.place for c in resolution.candidates if c.place.feature in AREAS)
        area = next((a for a in areas if resolution.place and a.country == resolution.place.country), None)
        return resolution if area is None else replace(resolution, place=area, note="the region of that name")
    region = resolution.place
    if region is None or region.feature not in (Feature.ADMIN1, Feature.ADMIN2):
        return resolution
    start, end = offsets(sentence, resolution)
    before = sentence.low[max(0, start - 30) : start]
    named_so = REGION_BEHIND.search(sentence.low[start:end])
    if named_so or REGION_WORD.search(before) or REGION_BEHIND.match(sentence.low, end):
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


def _is_beside(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether something is only said to lie near it: "in the district of Stryi, south of Lviv"."""
    return geo_precision(sentence, resolution) is GeoPrecision.NEAR_CITY


def _container(sentence: Sentence, chosen: Resolution, inside: list[Resolution]) -> Scene | None:
    """The place that the words around name as holding an unknown one, or as lying beside it: "Kisima, Kenya"."""
    if chosen.place is not None:
        return None
    begin, end = offsets(sentence, chosen)
    for other in inside:
        stop = offsets(sentence, other)[1]
        if other.place is not None and 0 < begin - stop < 40 and HOLDING.fullmatch(sentence.low[stop:begin]):
            return _scene(sentence, 0.0, other)
        start, _ = offsets(sentence, other)
        if other.place is not None and 0 < start - end < 60 and HOLDS.fullmatch(sentence.low[end:start]):
            return _scene(sentence, 0.0, other)
        if other.place is not None and _is_located_from(sentence.low, end, start):
            return _scene(sentence, 0.0, other)
    return _town_said(sentence, chosen, inside)


#: What lies in a town.
_QUARTER = re.compile(
    r"\s(?:district|neighbou?rhood|quarter|suburb|area|slum|ward|borough|market|square|street|hospital)s?\b"
)


def _town_said(sentence: Sentence, quarter: Resolution, inside: list[Resolution]) -> Scene | None:
    """The one town that a sentence is set in, of an unknown quarter: "In Lviv, a mill in the Dubky district burned"."""
    start, end = offsets(sentence, quarter)
    if not (_QUARTER.match(sentence.low, end) or _QUARTER.search(sentence.low, start, end)):
        return None
    towns = [
        r for r in inside
        if is_town(r) and LOCATIVE.search(sentence.low, max(0, offsets(sentence, r)[0] - 110), offsets(sentence, r)[0])
    ]  # fmt: skip
    return _scene(sentence, 0.0, towns[0]) if len({r.place.id for r in towns if r.place}) == 1 else None


def _is_located_from(low: str, end: int, start: int) -> bool:
    """Whether a name that ends at ``end`` is said to lie some way from the one at ``start``."""
    if not 0 < start - end < 100 or LOCATED.match(low[end:start]) is None:
        return False
    away = metres_apart(low[:start])
    return away is not None and away <= FARTHEST_M


def _finest(
    sentence: Sentence, at: int, chosen: tuple[float, Resolution], scored: list[tuple[float, Resolution]]
) -> tuple[float, Resolution]:
    """A town of the chosen region, country or water that the sentence names almost as strongly.

    Not one of a clause of its own: "fires burned across Galicia, when the heat in Lugo reached 40 degrees".
    """
    score, best = chosen
    place = best.place
    clauses = {sentence.clause_at(at), sentence.clause_at(offsets(sentence, best)[0])}
    if place is None or place.feature not in AREAS | WATERS:
        return score, best
    finer = [
        (s, r)
        for s, r in scored
        if r is not best and s >= score - 2.5 and s >= 0.0 and r.place is not None
        and (r.place.feature not in AREAS | WATERS or (r.place.feature is Feature.ADMIN2 is not place.feature))
        and (place.feature is Feature.COUNTRY or not _is_beside(sentence, r))
        and (place.feature is Feature.COUNTRY or sentence.clause_at(offsets(sentence, r)[0]) in clauses)
        and (place.country is None or r.place.country == place.country)
        and (place.feature in WATERS or r.place.feature in AREAS or one_scene(place, r.place))
    ]  # fmt: skip
    return max(finer, key=lambda pair: pair[0]) if finer else (score, best)


def _bearing(sentence: Sentence, at: int, resolution: Resolution) -> float:
    """How far a mention bears on the trigger at an offset: in its clause, beside it, and not of who tells."""
    start, end = offsets(sentence, resolution)
    low, high = sentence.clause_at(at)
    score = (1.5 if low <= start < high else 0.0) + max(-1.0, 1.0 - abs(start - at) / 90.0)
    of_speech = end <= at and _is_teller(sentence, start, end, at) and not SUFFERS.match(sentence.low, end)
    if end <= at and _CONDEMNED.search(sentence.low, end, at):
        return score - 4.5
    spoken_of = _IN_SPEECH.search(sentence.low, 0, start)
    if spoken_of is not None and spoken_of.start("that") >= at:
        return score - 4.5
    return score - (3.0 if of_speech else 0.0)


#: Between a place and a happening: "in Oslo, the king condemned the blast".
_CONDEMNED = re.compile(
    r"\b(?:condemn\w*|denounc\w*|urged|called (?:for|on)|demanded|appealed|expressed|voiced|deplored|praised)\b"
)
#: Before a place, what is only spoken of: "told a rally that troops were massing in Poland".
_IN_SPEECH = re.compile(
    r"\b(?:said|told|says|claim\w*|warn\w*|accus\w*|announced|insisted|argued|added)\b[^.;]{0,80}?\b(?P<that>that)\b[^.;]*$"
)


def _is_teller(sentence: Sentence, start: int, end: int, at: int) -> bool:
    """Whether it belongs to who tells: "media in the US say a bomber ..."; not "in Basra, police said ..."."""
    told = SAYING.search(sentence.low, end, at)
    if told is None:
        return False
    opening = LOCATIVE.search(sentence.low[:start])
    return opening is None or opening.start() > 1 or _OF_KNOWN.match(sentence.low, told.end()) is not None


#: Behind who says it, what is only spoken of: "in Oslo, a spokesman said the incident was the result of ...".
_OF_KNOWN = re.compile(
    r"\s+(?:reporters |journalists )?(?:that )?(?:the (?:\w+ )?(?:incident|attacks?|killings?|bombings?|violence"
    r"|shootings?|strikes?|blasts?|raids?|clashes|explosions?|crash|crackdown|protest\w*|offensive)|it|this|he|she|they|we|such)\b"
)


def geo_precision(sentence: Sentence, resolution: Resolution) -> GeoPrecision:
    """How exactly the place pins the happening, from its feature and the words before it."""
    start, _ = offsets(sentence, resolution)
    before = sentence.low[max(0, start - 110) : start]
    if resolution.place is not None and is_on_road(sentence, start):
        return GeoPrecision.ROAD
    plain = precision_of(resolution.place)
    if plain is GeoPrecision.SITE and metres_apart(before) is not None:
        return GeoPrecision.NEAR_CITY
    if plain is GeoPrecision.CITY and (
        is_called_region(sentence, resolution) or (metres_apart(before) or 0.0) > FARTHEST_M
    ):
        return GeoPrecision.REGION
    near = NEAR.search(before) is not None or APART.search(before) is not None
    return GeoPrecision.NEAR_CITY if near and plain is GeoPrecision.CITY else plain


def _around(sentence: Sentence, resolution: Resolution) -> str:
    start, end = offsets(sentence, resolution)
    words = sentence.low[max(0, start - 24) : start].split(" ")[-3:]
    return (" ".join(words) + resolution.mention.text).strip() if start else sentence.low[start:end]
