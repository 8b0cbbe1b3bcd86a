"""Event coding: what one article reports, one Report for each distinct happening."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from geo.attribution.blame import Accusation, find_attributions, is_bare_adjective, party
from geo.attribution.speakers import find_silent, find_speakers
from geo.attribution.voices import Speaker, is_nameless, voice_of, who_says
from geo.casualties.tolls import put_right
from geo.dates.publication_day import with_day
from geo.events.lexicon import HARM_WEIGHT
from geo.events.living import ANIMALS
from geo.events.sentences import Sentence, read_sentences
from geo.events.triggers import Mode
from geo.incidents.additions import find_additions, find_days
from geo.incidents.callouts import dated_by_call
from geo.incidents.coreference import gather
from geo.incidents.happening import Happening
from geo.incidents.later_scenes import find_scenes
from geo.incidents.mentioned import is_court_news, is_obituary, is_only_mentioned, is_speech, is_sport, is_tried
from geo.incidents.placing import find_home, place_happening, read_ground
from geo.incidents.plural_events import tells_of_several
from geo.incidents.sightings import (
    ASSERTED,
    GENERIC_WEIGHT,
    LOOKS_BACK,
    Sighting,
    best_evidence,
    find_sightings,
    is_statistic,
    kin,
)
from geo.incidents.totals import without_totals
from geo.model.distance import DistanceCheck
from geo.model.incident import Attribution, CasualtyClaim, GeoPrecision, IncidentType, Report, Role, Status
from geo.model.place import Feature, Place, Resolution
from geo.model.text import Article, Span
from geo.scenes.deictic import find_deictic
from geo.scenes.distance import one_scene
from geo.scenes.namesakes import without_strays
from geo.scenes.quarters import without_namesakes
from geo.scenes.standings import inside_of
from geo.scenes.where import Scene


def code_incidents(
    article: Article,
    resolutions: tuple[Resolution, ...],
    checks: tuple[DistanceCheck, ...] = (),
    *,
    capitals: Mapping[str, Place] | None = None,
    beside: Mapping[Span, Resolution] | None = None,
) -> tuple[Report, ...]:
    """The incidents an article reports, main ones first in order of mention, then those it recalls.

    Args:
        article: the article; a dateline at its head belongs to no sentence.
        resolutions: one for each mention, in text order.
        checks: stated distances; their references are no scenes.
        capitals: capital by ISO 3166-1 alpha-2 code, for "the capital" and "the Honduran capital".
        beside: by the span of a town's name the place that the text puts some way from it: "12 km west of Dunmore".
    """
    article = with_day(article)
    sentences = read_sentences(article)
    caption = is_caption(sentences)
    named = _scenic(without_strays(without_namesakes(article.text, resolutions)), checks)
    home = find_home(article, named)
    scenic = find_deictic(article, named, home, capitals or {})
    sightings = tuple(
        sighting
        for n, sentence in enumerate(sentences)
        for sighting in find_sightings(
            article, sentence, scenic, earlier=sentences[max(0, n - LOOKS_BACK) : n], caption=caption
        )
    )
    if is_sport(article.text):
        sightings = tuple(s for s in sightings if s.counts or s.sentence.index == 0)
    told = dated_by_call(article, sentences, sightings)
    happenings = without_totals(tuple(h for h in gather(told, home) if _is_incident(h, sentences)))
    voices = _voices(article, sentences)
    owners = tuple(_owners(sentences, happenings))
    heard = [s for h in happenings for s in h.sightings] + [s for s in told if s.head.mode is not Mode.LEGAL]
    mute = {s.index for s in sentences} - {s.sentence.index for s in heard}
    silent = [] if caption else [(s, n) for s, n in zip(sentences, owners, strict=True) if s.index in mute]
    for number, when in find_days(article, silent, happenings):
        happenings[number].when = when
    for number, scene in find_scenes(silent, happenings, scenic):
        happenings[number].scene = scene
    for number, sentence, counts in find_additions(article, silent, happenings, scenic):
        happenings[number].added.append((sentence, counts))
    reports = _Telling(article, sentences, scenic, voices, beside or {}).reports(happenings, owners)
    return tuple(sorted(reports, key=lambda r: r.role is Role.BACKGROUND))


def _scenic(resolutions: tuple[Resolution, ...], checks: tuple[DistanceCheck, ...]) -> tuple[Resolution, ...]:
    """Mentions that can be scenes: not those that the distance of a named place is measured from."""
    named = [c.stated for c in checks if c.stated.subject is not None and c.stated.subject.mentions]
    placed = {r.mention.span for r in resolutions if r.place is not None}
    told = [s for s in named if s.subject and any(m.span in placed for m in s.subject.mentions)]
    references = (
        (s.sentence, m.span)
        for s in told
        if s.reference
        for m in s.reference.mentions
        if m.span.start > s.span.start  # "a fire in X, as he spoke in Y, 90 km away" is set in X
    )
    measured_from = {span for sentence, span in references if sentence.covers(span)}
    return tuple(r for r in resolutions if r.mention.span not in measured_from)


#: Sentences from which a happening without place, day and figure is what an article is about.
TOLD_OFTEN = 3
_ANIMAL = re.compile(rf"\b{ANIMALS}\b")
#: What news says and captions do not.
_TOLD = re.compile(r"\b(?:said|says|told|according to|announced)\b")
#: The same, where no picture is spoken of.
_NEWS = re.compile(r"\b(?:today|yesterday|last night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
_PICTURE = re.compile(r"\b(?:video|footage|imagery|images?|photos?|photographs?|pictures?|satellite|geolocat\w+)\b")
#: Longest caption, in characters and sentences.
CAPTION_LENGTH = 320
CAPTION_SENTENCES = 3


def is_caption(sentences: tuple[Sentence, ...]) -> bool:
    """Whether a text is the caption of a picture and not an article."""
    short = len(sentences) <= CAPTION_SENTENCES and all(s.span.end <= CAPTION_LENGTH for s in sentences)
    if not short or any(_TOLD.search(s.low) for s in sentences):
        return False
    return any(_PICTURE.search(s.low) for s in sentences) or not any(_NEWS.search(s.low) for s in sentences)


def _is_incident(happening: Happening, sentences: tuple[Sentence, ...]) -> bool:
    """Whether enough is said: a kind of happening, or harm done by a generic one."""
    sightings = happening.sightings
    if all(s.head.mode is Mode.GENERIC or is_statistic(s) for s in sightings):
        return False
    if any(s.head.mode is Mode.LEGAL for s in sightings) and all(_is_of_court(s) for s in sightings):
        return False
    if all(_denied(s) for s in sightings):  # worth a line only when it has a kind and a place
        return happening.weight > GENERIC_WEIGHT and happening.scene is not None
    if is_caption(sentences):
        return happening.weight > 0.0
    if _is_a_natural_death(happening):
        return False
    harmed = any(c.n and c.kind != "arrested" and not c.part for s in sightings for c in s.counts)
    if harmed or _is_of_sick_animals(happening):
        return True
    told_well = sightings[0].sentence.index == 0 or len(sightings) >= TOLD_OFTEN
    pinned = told_well or happening.scene is not None or happening.when.date is not None
    return pinned and (happening.weight > GENERIC_WEIGHT or sum(s.weight for s in sightings) >= 2 * GENERIC_WEIGHT)


def _is_of_court(sighting: Sighting) -> bool:
    """Whether it gives no figure and no day, and speaks of a trial or only of the dead."""
    told = sighting.head.mode is Mode.LEGAL or sighting.weight <= HARM_WEIGHT
    return told and not sighting.counts and sighting.when.date is None


def _is_of_sick_animals(happening: Happening) -> bool:
    """Whether animals died somewhere, beside an outbreak that is told of."""
    beside = happening.told_beside is IncidentType.OUTBREAK and happening.scene is not None
    return beside and any(_ANIMAL.search(s.sentence.low) for s in happening.sightings)


def _is_a_natural_death(happening: Happening) -> bool:
    """Whether all that is told is that one person died."""
    figures = {n for kind, n in happening.figures if kind == "killed"}
    return happening.weight <= HARM_WEIGHT and not happening.killing and figures <= {1} and len(happening.figures) <= 1


def _voices(article: Article, sentences: tuple[Sentence, ...]) -> list[tuple[Speaker, ...]]:
    """Who speaks in each sentence; pronouns take up the voice before."""
    found: list[tuple[Speaker, ...]] = []
    last: str | None = None
    for sentence in sentences:
        speakers = find_speakers(sentence, article.text, last)
        last = voice_of(speakers) or find_silent(sentence, article.text) or last
        found.append(speakers)
    return found


class _Telling:
    """One article's sentences and voices, from which its reports are written."""

    def __init__(
        self,
        article: Article,
        sentences: tuple[Sentence, ...],
        resolutions: tuple[Resolution, ...],
        voices: list[tuple[Speaker, ...]],
        beside: Mapping[Span, Resolution],
    ) -> None:
        self._article = article
        self._sentences = sentences
        self._ground = read_ground(article, sentences, resolutions)
        self._voices = voices
        self._speech = is_speech(article.text)
        self._obituary = is_obituary(article.text)
        self._court = is_court_news(article.text)
        self._caption = is_caption(sentences)
        self._beside = beside
        #: What adjectives of country stand for: a "Ukrainian" missile is laid to Ukraine.
        self._countries = {
            r.mention.text: r.place.name
            for r in resolutions
            if r.place is not None and r.place.feature is Feature.COUNTRY
        }

    def reports(self, happenings: tuple[Happening, ...], owners: tuple[int | None, ...]) -> list[Report]:
        """Every happening as one report; ``owners`` has for each sentence the number of the one it is about."""
        blamed = self._attributions(happenings, owners)
        return [self._report(h, happenings, a) for h, a in zip(happenings, blamed, strict=True)]

    def _report(
        self, happening: Happening, all_: tuple[Happening, ...], attributions: tuple[Attribution, ...]
    ) -> Report:
        evidence = best_evidence(happening.sightings, happening.scene)
        scene, reason = self._moved(*place_happening(happening, all_, self._ground))
        type_ = happening.type
        start = evidence.sentence.span.start
        return Report(
            article_id=self._article.id,
            role=Role.BACKGROUND if self._is_aside(happening, scene) else Role.MAIN,
            type=type_,
            sub=_sub(happening, type_),
            when=happening.when,
            place=scene.place if scene else None,
            place_span=scene.span if scene else None,
            place_reason=reason,
            place_confidence=scene.resolution.confidence if scene else 0.0,
            geo_precision=scene.precision if scene and scene.place else None,
            radius_m=scene.radius_m if scene else None,
            casualties=self._casualties(happening),
            attributions=attributions,
            status=_status(happening, type_),
            evidence=evidence.sentence.span,
            trigger=Span(start=start + evidence.head.start, end=start + evidence.head.end),
        )

    def _moved(self, scene: Scene | None, reason: str) -> tuple[Scene | None, str]:
        """A scene near a town, drawn where the text puts it."""
        near = scene is not None and scene.precision is GeoPrecision.NEAR_CITY
        located = self._beside.get(scene.span) if near and scene else None
        if scene is None or located is None:
            return scene, reason
        sure = min(scene.resolution.confidence, located.confidence)
        return replace(scene, resolution=replace(located, confidence=sure)), f"{reason}; drawn {located.note}"

    def _is_aside(self, happening: Happening, scene: Scene | None) -> bool:
        """Whether an article only recalls or mentions it; a caption does neither."""
        mentioned = not self._caption and is_only_mentioned(happening, scene, speech=self._speech)
        tried = self._court and is_tried(happening, self._article.date)
        return happening.recalled or mentioned or self._obituary or tried

    def _casualties(self, happening: Happening) -> tuple[CasualtyClaim, ...]:
        claims: list[CasualtyClaim] = []
        alike: dict[tuple[str, int | None], list[CasualtyClaim]] = {}
        told = [(s.sentence, s.counts) for s in (*happening.sightings, *happening.unharmed)]
        counted = {count.kind for _, counts in told for count in counts if not count.part}
        for sentence, counts in (*told, *happening.added):
            for count in counts:
                if count.part and count.kind in counted:
                    continue
                claim = CasualtyClaim(
                    kind=count.kind,
                    n=count.n,
                    n_max=count.n_max,
                    qual=count.qual,
                    who=who_says(self._voices[sentence.index], count.start),
                    span=Span(start=sentence.span.start + count.start, end=sentence.span.start + count.end),
                    sentence=sentence.span,
                    relation=count.relation,
                )
                same = alike.setdefault((claim.kind, claim.n), [])
                if not any(_same_claim(claim, c) for c in same):
                    same.append(claim)
                    claims.append(claim)
        return put_right(claims)

    def _attributions(
        self, happenings: tuple[Happening, ...], owners: tuple[int | None, ...]
    ) -> list[tuple[Attribution, ...]]:
        """What is said of who did it, for each happening."""
        found: list[list[Attribution]] = [[] for _ in happenings]
        last: str | None = None
        for sentence, owner in zip(self._sentences, owners, strict=True):
            speakers = self._voices[sentence.index]
            last = voice_of(speakers) or find_silent(sentence, self._article.text) or last
            if owner is not None:
                accusations = find_attributions(sentence, self._article.text, speakers, last)
                if self._tells_of_elsewhere(sentence, happenings[owner]):
                    accusations = tuple(a for a in accusations if a.stance != "claims responsibility")
                for number in _of_all(happenings, owner) if tells_of_several(sentence) else (owner,):
                    found[number].extend(self._attribution(sentence, a) for a in accusations)
        return [self._distinct(attributions) for attributions in found]

    def _tells_of_elsewhere(self, sentence: Sentence, happening: Happening) -> bool:
        """Whether a sentence that does not speak of a happening names a town that is not its scene."""
        if happening.scene is None or any(s.sentence is sentence for s in happening.sightings):
            return False
        towns = (r.place for r in inside_of(sentence, self._ground.resolutions) if r.place is not None)
        scene = happening.scene.place
        return scene is not None and any(t.feature is Feature.CITY and not one_scene(t, scene) for t in towns)

    def _distinct(self, attributions: list[Attribution]) -> tuple[Attribution, ...]:
        """Each said once, however its speaker is spelled; an adjective is nobody to blame, "it" nobody who does."""
        seen: dict[tuple[str, frozenset[str], frozenset[str]], Attribution] = {}
        for a in attributions:
            if not is_bare_adjective(a.whom) and not (a.who is not None and is_nameless(a.who)):
                seen.setdefault(
                    (a.stance, party(a.who or "", self._countries), party(a.whom or "", self._countries)), a
                )
        return tuple(seen.values())

    def _attribution(self, sentence: Sentence, accusation: Accusation) -> Attribution:
        start = sentence.span.start
        return Attribution(
            who=accusation.who,
            stance=accusation.stance,
            whom=self._countries.get(accusation.whom or "", accusation.whom),
            span=Span(start=start + accusation.start, end=start + accusation.end),
        )


def _same_claim(a: CasualtyClaim, b: CasualtyClaim) -> bool:
    if a.n == 1 and a.relation == "further":  # somebody else
        return False
    return a.kind == b.kind and a.n == b.n and (a.who is None or b.who is None or _same_voice(a.who, b.who))


def _same_voice(a: str, b: str) -> bool:
    """Whether two names of speakers share a telling word."""
    first, second = (set(re.findall(r"\w{4,}", name.casefold())) for name in (a, b))
    return bool(first & second)


def _owners(sentences: tuple[Sentence, ...], happenings: tuple[Happening, ...]) -> Iterator[int | None]:
    """For each sentence the number of the happening its accusations are about: one seen there, else the latest."""
    seen: dict[int, list[int]] = {}
    for number, happening in enumerate(happenings):
        for sighting in happening.sightings:
            seen.setdefault(sighting.sentence.index, []).append(number)
    latest: int | None = None
    for sentence in sentences:
        here = seen.get(sentence.index, ())
        yield here[0] if here else latest
        latest = next((number for number in here if not happenings[number].recalled), latest)


def _of_all(happenings: tuple[Happening, ...], owner: int) -> Iterator[int]:
    """The happenings told together with one: "the group claimed both attacks"."""
    one = happenings[owner]
    return (n for n, h in enumerate(happenings) if h is one or (h.recalled == one.recalled and kin(h.type, one.type)))


_VAGUE_SUBS = frozenset({"explosion", "attack", "killing", "injury", "crash", "disease", "outbreak", "crime"})


def _sub(happening: Happening, type_: IncidentType) -> str | None:
    """The sub-type most spoken for, a telling one before a vague one."""
    sums: dict[str, float] = {}
    for sighting in happening.sightings:
        for trigger in sighting.triggers:
            if trigger.sense.type is type_:
                sums[trigger.sense.sub] = sums.get(trigger.sense.sub, 0.0) + trigger.sense.weight
    return max(sums, key=lambda s: (s not in _VAGUE_SUBS, sums[s])) if sums else None


def _status(happening: Happening, type_: IncidentType) -> Status:
    if type_ is IncidentType.STRATEGIC and _sub(happening, type_) == "interception":
        return Status.INTERCEPTED
    if all(_denied(s) for s in happening.sightings):
        return Status.DENIED
    if all(_attempted(s) for s in happening.sightings):
        return Status.ATTEMPTED
    return Status.REPORTED


def _denied(sighting: Sighting) -> bool:
    """Whether nothing of it is said to have happened, only denied."""
    told = [t.mode for t in sighting.triggers if t.mode in ASSERTED]
    return bool(told) and all(mode is Mode.DENIED for mode in told)


def _attempted(sighting: Sighting) -> bool:
    return sighting.head.mode is Mode.ATTEMPTED
