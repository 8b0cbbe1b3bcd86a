"""The place of a happening whose own sentences name none, or one the gazetteer does not know."""

import re
from dataclasses import dataclass, replace

from geo.dates.when import agree
from geo.events.sentences import Sentence, dateline_end
from geo.incidents.happening import Happening
from geo.incidents.sightings import kin
from geo.model.incident import GeoPrecision
from geo.model.place import Feature, Reason, Resolution
from geo.model.text import Article
from geo.scenes.precision import precision_of
from geo.scenes.setting import find_setting
from geo.scenes.standings import inside_of, is_area, is_party, is_people, read_standings, unbound
from geo.scenes.titles import Titled, find_titled
from geo.scenes.unread import unread_name
from geo.scenes.where import LEAST_BESIDE, Scene, choose_scene

#: Things that stand in a town: what does not name its town is in the town the article is set in.
_URBAN = re.compile(
    r"\b(?:street|avenue|boulevard|road|neighbou?rhood|district|university|hotel|embassy|square|plaza|park|station"
    r"|hospital|clinic|barracks|building|mall|market|church|cathedral|mosque|school|college|zone|suburb|residence"
    r"|bank)\b"
)
#: Behind a name: "the San Roque neighbourhood".
_QUARTER_BEHIND = re.compile(r"\s+(?:residential )?(?:neighbou?rhood|suburb|quarter)\b")
#: Before a name: "the nearby village of Talin".
_NEARBY = re.compile(r"\bnearby (?:(?:village|town|hamlet|settlement|district|suburb)s?(?: of)? )?$")
#: Share of a place's confidence that is left when a report does not name it itself. A judgement, not measured.
BORROWED = 0.6
#: The writer says that where is not known.
_UNSAID = re.compile(
    r"\b(?:unnamed|undisclosed|unspecified|unidentified|unknown) (?:\w+ )?(?:countr|place|location|town|city|village"
    r"|region|province|area|site)|\bno details (?:of|about|on) where\b"
    r"|\b(?:(?:did|does|do|was|is) not|didn't|without) (?:immediately )?"
    r"(?:say(?:ing)?|clear|known|disclos\w+|specif\w+|giv\w+) (?:exactly )?where\b"
)
_NOT_READ = "the text names '{}', which was not read as a known place"
_UNPLACED = {
    Reason.NOT_IN_GAZETTEER: "is not in the gazetteer",
    Reason.TIED: "could be any of several places",
    Reason.NAMESAKE: "is only known to the gazetteer as a place far from the others named",
    Reason.NOT_A_PLACE: "is not used for one place",
}
#: Standing from which a region of the sentence holds an unknown name.
LEAST_HOLDING = 1.0
#: From so many mentions on, news of a country's people is news of the country.
OFTEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where an article is set, as far as it says."""

    sentences: tuple[Sentence, ...]
    resolutions: tuple[Resolution, ...]
    dateline: Resolution | None
    #: A mention of the country it is set in.
    country: Resolution | None
    #: Whether it is set in another country than that of the dateline.
    abroad: bool
    titled: Titled | None


def read_ground(article: Article, sentences: tuple[Sentence, ...], resolutions: tuple[Resolution, ...]) -> Ground:
    """The dateline's place and the country the article is set in."""
    end = dateline_end(article.text)
    body = tuple(r for r in resolutions if r.mention.span.start >= end)
    dateline = find_dateline(article, resolutions)
    setting = find_setting(body, dateline)
    return Ground(
        sentences=sentences,
        resolutions=body,
        dateline=dateline,
        country=_country(setting, body),
        abroad=dateline is not None and setting is not None and setting != _country_of(dateline),
        titled=find_titled(article.title or "", body),
    )


#: What follows the place in a dateline: a day, who sends it, dashes.
_BEHIND_PLACE = re.compile(r"[\d(\[–—]|--| - ")


#: Behind a part of a longer name: "BOIS-DORÉ".
_LONGER_NAME = re.compile(r"[-’']\w")


def find_dateline(article: Article, resolutions: tuple[Resolution, ...]) -> Resolution | None:
    """The place an article is written from; None without a dateline."""
    end = _place_end(article.text[: dateline_end(article.text)])
    first = next((r for r in resolutions if r.place is not None and r.mention.span.end <= end), None)
    return None if first is None or _LONGER_NAME.match(article.text, first.mention.span.end) else first


def find_home(article: Article, resolutions: tuple[Resolution, ...]) -> Resolution | None:
    """The dateline's place, where the article is not set in another country."""
    dateline = find_dateline(article, resolutions)
    end = dateline_end(article.text)
    setting = find_setting([r for r in resolutions if r.mention.span.start >= end], dateline)
    if dateline is None or (setting is not None and setting != _country_of(dateline)):
        return None
    return dateline


def _place_end(dateline: str) -> int:
    """Where the place of a dateline ends; the names behind it are of agencies and stations."""
    behind = _BEHIND_PLACE.search(dateline)
    return behind.start() if behind else len(dateline)


def _country(setting: str | None, body: tuple[Resolution, ...]) -> Resolution | None:
    """A mention of the country an article is set in.

    None where it only acts ("Iraq accused Turkey of shelling a town") or its people alone are named: armies go abroad.
    """
    known = [r for r in body if r.place is not None and r.place.country is not None]
    own = [r for r in known if _country_of(r) == setting]
    people_alone = len(own) < OFTEN and all(is_people(r) for r in own)
    if people_alone or (len(own) < len(known) and all(is_party(r) for r in own)):
        return None
    return next((r for r in own if r.place and r.place.feature is Feature.COUNTRY), None)


def place_happening(happening: Happening, others: tuple[Happening, ...], ground: Ground) -> tuple[Scene | None, str]:
    """The scene of a happening and why it is taken for it; None when the article does not say."""
    scene = happening.scene
    told = (s.sentence for s in happening.sightings)
    if scene is not None and _is_at_dateline(happening, scene, ground):
        scene = None
    if scene is not None and scene.place is not None:
        if ground.titled is not None and ground.titled.narrows(scene.place) and _is_first(happening, others):
            return _by_title(ground.titled)
        finer = None if _is_narrow(scene) else unread_name(told, ground.resolutions)
        return scene, scene.reason if finer is None else f"{_NOT_READ.format(finer)}; {scene.reason}"
    if scene is None and any(_UNSAID.search(s.sentence.low) for s in happening.sightings):
        return None, "the article says that where is not known"
    name = unread_name(told, ground.resolutions) if scene is None else None
    if name is not None:
        found, reason = _of_country(ground, others)
        reason = f"{_NOT_READ.format(name)}; {reason}"
    else:
        found, reason = _held(scene, others, ground) if scene is not None else _borrowed(happening, others, ground)
    return None if found is None else _doubted(found), reason


def _is_at_dateline(happening: Happening, scene: Scene, ground: Ground) -> bool:
    """Whether the first sentence leaves the place to the dateline, and a later one names only its country."""
    first, dateline = happening.sightings[0], ground.dateline
    if dateline is None or ground.abroad or first.sentence.index or first.scene or scene.place is None:
        return False
    in_it = scene.place.feature is Feature.COUNTRY and _country_of(dateline) == scene.place.country
    return in_it and dateline.place is not None and dateline.place.feature is Feature.CITY


def _doubted(scene: Scene) -> Scene:
    """A place taken from elsewhere in the text: less sure, and no exact spot of a town."""
    resolution = replace(scene.resolution, confidence=BORROWED * scene.resolution.confidence)
    exact = scene.precision in (GeoPrecision.SITE, GeoPrecision.DISTRICT, GeoPrecision.CITY)
    coarser = GeoPrecision.NEAR_CITY if exact and scene.place is not None else scene.precision
    return replace(scene, resolution=resolution, precision=coarser)


def _held(scene: Scene, others: tuple[Happening, ...], ground: Ground) -> tuple[Scene | None, str]:
    """A place the gazetteer does not know, by what holds it."""
    name = scene.resolution.mention.text
    if scene.container is not None:
        return _by_container(scene, scene.container)
    holder: Resolution | None = None
    words = ""
    if _URBAN.search(name.casefold()) or _is_quarter(scene, ground):
        holder, words = _town(others, ground), "the town the article is set in"
    if holder is None:
        holder, words = _area_beside(scene, ground), "where the sentence puts it"
    if holder is None:
        holder, words = ground.country, "the country the article is set in"
    if holder is None:
        return scene, _unplaced(scene)
    placed = replace(
        scene, resolution=replace(holder, mention=scene.resolution.mention), precision=precision_of(holder.place)
    )
    place = holder.place.name if holder.place else ""
    return placed, f"{_unplaced(scene)}; {place} is {words}"


def _area_beside(scene: Scene, ground: Ground) -> Resolution | None:
    """The region or country that the sentence of an unknown name says it was in: "depots in northern Iraq, at Zerd"."""
    sentence = _sentence_of(scene, ground)
    if sentence is None:
        return None
    areas = tuple(r for r in inside_of(sentence, ground.resolutions) if is_area(r) and not is_people(r))
    told = [(score, r) for score, r in read_standings(sentence, areas) if score >= LEAST_HOLDING]
    return max(told, key=lambda pair: pair[0], default=(0.0, None))[1]


def _sentence_of(scene: Scene, ground: Ground) -> Sentence | None:
    return next((s for s in ground.sentences if s.span.covers(scene.span)), None)


def _unplaced(scene: Scene) -> str:
    """Why a named place has no position."""
    resolution = scene.resolution
    return f"'{resolution.mention.text}' {_UNPLACED.get(resolution.reason, 'is not known where the article is set')}"


def _is_quarter(scene: Scene, ground: Ground) -> bool:
    """Whether the text calls it a neighbourhood, or a place nearby."""
    sentence = _sentence_of(scene, ground)
    if sentence is None:
        return False
    start, end = scene.span.start - sentence.span.start, scene.span.end - sentence.span.start
    return (_QUARTER_BEHIND.match(sentence.low, end) or _NEARBY.search(sentence.low, 0, start)) is not None


def _by_container(scene: Scene, container: Scene) -> tuple[Scene, str]:
    """The place that the text puts an unknown one in or beside."""
    mention, beside = scene.resolution.mention, container.precision is GeoPrecision.NEAR_CITY
    placed = replace(container, resolution=replace(container.resolution, mention=mention))
    words = "beside which the text puts it" if beside else "which the text says holds it"
    name = container.place.name if container.place else ""
    return placed, f"{_unplaced(scene)}; {name} is {words}"


def _town(others: tuple[Happening, ...], ground: Ground) -> Resolution | None:
    scenes = [h.scene.resolution for h in others if h.scene is not None and h.scene.place is not None]
    towns = [r for r in [*scenes, ground.dateline] if r is not None and r.place and r.place.feature is Feature.CITY]
    return towns[0] if towns else None


def _borrowed(happening: Happening, others: tuple[Happening, ...], ground: Ground) -> tuple[Scene | None, str]:
    """A place named beside the report: in the sentence before, another report, the dateline, the sentence after."""
    first = happening.sightings[0].sentence.index
    if first == 0 and ground.dateline is not None and not ground.abroad:
        return _at_dateline(ground.dateline)
    if first > 0 and not _is_of_another(first - 1, happening, others):
        before = ground.sentences[first - 1]
        scene = choose_scene(before, len(before.low) - 1, _towns(ground))
        if scene is not None and scene.place is not None:
            return scene, "the sentence before the report names it"
    if ground.titled is not None and not happening.recalled and _is_first(happening, others):
        return _by_title(ground.titled)
    town = _town_of(others, happening)
    if town is not None:
        return town, "the text speaks of it as in the town of its other reports"
    main = next((h.scene for h in others if h.scene and _is_narrow(h.scene) and _is_kindred(h, happening)), None)
    if main is not None:
        return main, "the article's other report is placed there"
    if ground.dateline is not None and not ground.abroad:
        return _at_dateline(ground.dateline)
    told = happening.sightings[0].sentence
    beside = unbound(told, read_standings(told, _towns(ground)))
    own = choose_scene(told, 0, _towns(ground), least=LEAST_BESIDE, standings=beside)
    if own is not None and own.place is not None and not happening.recalled:
        return own, "named beside the report, though not as its scene"
    if (
        not happening.recalled
        and first + 1 < len(ground.sentences)
        and not _is_of_another(first + 1, happening, others)
    ):
        scene = choose_scene(ground.sentences[first + 1], 0, _towns(ground))
        if scene is not None and scene.place is not None:
            return scene, "the sentence after the report names it"
    return _of_country(ground, others)


def _is_first(happening: Happening, others: tuple[Happening, ...]) -> bool:
    """Whether an article tells of no other happening before, so that its title speaks of this one."""
    told = happening.sightings[0].sentence.index
    return all(h is happening or h.recalled or h.sightings[0].sentence.index > told for h in others)


def _by_title(titled: Titled) -> tuple[Scene, str]:
    found = titled.resolution
    return Scene(
        resolution=found, score=0.0, precision=precision_of(found.place), reason="the title"
    ), "the title names it"


def _of_country(ground: Ground, others: tuple[Happening, ...]) -> tuple[Scene | None, str]:
    """The country that most places lie in, unless what the article reports lies in others."""
    placed = [h.scene.resolution for h in others if h.scene is not None and not h.recalled]
    told = {code for r in placed if (code := _country_of(r)) is not None}
    if ground.country is None or (told and _country_of(ground.country) not in told):
        return None, "the article does not say where"
    wide = Scene(resolution=ground.country, score=0.0, precision=GeoPrecision.COUNTRY, reason="the country")
    return wide, "the country the article is set in"


def _at_dateline(dateline: Resolution) -> tuple[Scene, str]:
    line = Scene(resolution=dateline, score=0.0, precision=precision_of(dateline.place), reason="the dateline")
    return line, "the dateline; the text names no other place for it"


def _towns(ground: Ground) -> tuple[Resolution, ...]:
    """The mentions that are no country: the country named beside a report is often that of who speaks of it."""
    wide = (Feature.COUNTRY, Feature.CONTINENT)
    return tuple(r for r in ground.resolutions if r.place is None or r.place.feature not in wide)


#: The town that is spoken of as known: "near the airport", "in the capital".
_THE_TOWN = re.compile(
    r"\b(?:in|at|near|outside|around|across|to|from) the (?:\w+ )?"
    r"(?:capital|city|town|airport|port|square|outskirts)\b(?!,? of\b)"
)


def _town_of(others: tuple[Happening, ...], happening: Happening) -> Scene | None:
    """The one town of the other reports, where the text speaks of the town as known."""
    if happening.recalled or not any(_THE_TOWN.search(s.sentence.low) for s in happening.sightings):
        return None
    scenes = [h.scene for h in others if h is not happening and h.scene and h.scene.place and not h.recalled]
    towns = {s.place.id: s for s in scenes if s.place and s.place.feature is Feature.CITY}
    return next(iter(towns.values())) if len(towns) == 1 else None


def _is_narrow(scene: Scene) -> bool:
    return scene.place is not None and scene.place.feature is not Feature.COUNTRY


def _is_kindred(other: Happening, happening: Happening) -> bool:
    """Whether another happening can have been in one place with it: of one kind, and of one day."""
    if other.recalled or happening.recalled or other is happening:
        return False
    return kin(other.type, happening.type) and agree(other.when, happening.when)


def _is_of_another(index: int, happening: Happening, others: tuple[Happening, ...]) -> bool:
    """Whether a sentence tells of happenings, and of none that can have been in one place with this one."""
    there = [h for h in others if any(s.sentence.index == index for s in h.sightings)]
    return bool(there) and not any(h is happening or _is_kindred(h, happening) for h in there)


def _country_of(resolution: Resolution) -> str | None:
    return resolution.place.country if resolution.place is not None else None
