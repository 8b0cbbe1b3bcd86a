"""Sightings: what one sentence says of one happening."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geo.casualties.claims import find_counts
from geo.casualties.counts import Count
from geo.dates.anchored import Day, find_anchored, is_anchor
from geo.dates.attachment import is_of_what_follows
from geo.dates.expressions import DateExpression, find_dates
from geo.dates.when import choose_date, read_when
from geo.events.lexicon import HARM_WEIGHT, Sense
from geo.events.living import ANIMALS
from geo.events.sentences import Sentence
from geo.events.triggers import Mode, Trigger, find_triggers
from geo.incidents.recalled import (
    EVER_SINCE,
    counts_years,
    is_of_before,
    is_of_old_years,
    is_of_years,
    is_recalled,
    is_toll_of_war,
)
from geo.incidents.succession import are_apart, days_left
from geo.model.incident import IncidentType as T
from geo.model.incident import When
from geo.model.numbers import NUMBER_PATTERN
from geo.model.place import Feature, Place, Resolution
from geo.model.text import Article
from geo.scenes.distance import is_wide, one_scene
from geo.scenes.perception import governs, takes_up
from geo.scenes.standings import read_standings
from geo.scenes.where import LEAST_IN_CAPTION, LEAST_SCORE, Scene, choose_scene, listed_scenes

#: Types that tell of one happening when a sentence names both.
_VIOLENT = frozenset({T.BATTLE, T.EXPLOSION, T.VIOLENCE, T.STRATEGIC, T.CRIME, T.RIOT})
_MISFORTUNE = frozenset({T.ACCIDENT, T.DISASTER, T.EXPLOSION})
_ILLNESS = frozenset({T.ACCIDENT, T.OUTBREAK})
_CROWD = frozenset({T.PROTEST, T.RIOT, T.VIOLENCE})
KIN = (_VIOLENT, _MISFORTUNE, _ILLNESS, _CROWD)
#: Weight of a generic word such as "attack", below that of words that name a kind of happening.
GENERIC_WEIGHT = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one sentence says of one happening."""

    sentence: Sentence
    triggers: tuple[Trigger, ...]
    #: The trigger that says most.
    head: Trigger
    scene: Scene | None
    when: When
    #: So far back, or so long a time, that it is recalled and not reported.
    recalled: bool
    counts: tuple[Count, ...]
    #: Whether it only takes up what was told, beside a place that is not that of the happening.
    aside: bool = False
    #: The day that the sentence before tells of.
    day_before: When | None = None

    @property
    def weight(self) -> float:
        """How much it says of the kind of happening; 0 when nothing is asserted."""
        return max((t.sense.weight for t in self.triggers if t.mode in ASSERTED), default=0.0)

    @property
    def generic(self) -> bool:
        """Whether it names no kind: "the attack", "three were killed"."""
        return self.weight <= GENERIC_WEIGHT


ASSERTED = frozenset({Mode.ASSERTED, Mode.ATTEMPTED, Mode.LEGAL, Mode.DENIED})


#: Sub-types that are a happening of their own beside the violence that goes with them.
_OF_ITS_OWN = (frozenset({"abduction", "hijacking"}), frozenset({"arson"}))


def same_strand(a: Sense, b: Sense) -> bool:
    """Whether two words that name kinds can tell of one happening: a kidnapping and a murder are two."""
    if a.weight < 2 or b.weight < 2 or T.EXPLOSION in (a.type, b.type) or T.RIOT in (a.type, b.type):
        return True
    return strands(a.sub) == strands(b.sub)


def strands(sub: str | None) -> frozenset[int]:
    """Which of the happenings of their own a sub-type is, if any."""
    return frozenset(i for i, own in enumerate(_OF_ITS_OWN) if sub in own)


def kin(a: T, b: T) -> bool:
    """Whether two types can be two views of one happening."""
    return a is b or any(a in family and b in family for family in KIN)


def find_sightings(
    article: Article,
    sentence: Sentence,
    resolutions: tuple[Resolution, ...],
    *,
    earlier: Sequence[Sentence],
    caption: bool,
) -> tuple[Sighting, ...]:
    """What a sentence says of happenings, one sighting for each place and kin of types.

    ``earlier`` are at most LOOKS_BACK sentences before it: the day told of holds on within a paragraph, and "two
    days earlier" counts from the day named last.
    """
    triggers = find_triggers(sentence, caption=caption)
    if not triggers:
        return ()
    named = find_dates(sentence.low, article.date)
    counted = find_anchored(sentence.low, named, lambda: _day_named(article, earlier))
    dates = tuple(sorted((*named, *counted), key=lambda d: d.start))
    before = earlier[-1] if earlier else None
    beside = before if before is not None and before.paragraph == sentence.paragraph else None
    told = None if beside is None else _day_told(article, beside)
    counts = find_counts(sentence, article.text)
    least = LEAST_IN_CAPTION if caption else LEAST_SCORE
    told_at = _groups(sentence, triggers, resolutions, least, dates)
    groups = [g for group in told_at for g in _by_town(sentence, group, resolutions)]
    owned = _share(counts, groups)
    told_at_once = [t for _, group in groups for t in group]
    left = (days_left(sentence, group, told_at_once, dates) for _, group in groups)
    shares = zip(groups, left, owned, strict=True)
    found = (_sighting(article, sentence, group, days, own) for group, days, own in shares)
    if beside is not None and not dates and _is_of_long_since(article, beside):
        found = (replace(s, recalled=s.recalled or s.weight <= HARM_WEIGHT) for s in found)
    return tuple(replace(sighting, day_before=told) for sighting in found)


#: So many sentences back a day can be counted from.
LOOKS_BACK = 3


def _day_named(article: Article, earlier: Sequence[Sentence]) -> Day | None:
    """The day that the sentences before name last, with its words."""
    for sentence in reversed(earlier):
        days = [e for e in find_dates(sentence.low, article.date) if is_anchor(e)]
        if days:
            return (days[-1].first, sentence.raw[days[-1].start : days[-1].end]) if days[-1].first else None
    return None


def _is_of_long_since(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells of years: what victims the next one counts are those of years."""
    told = find_dates(sentence.low, article.date)
    return bool(told) and all(d.precision == "year" and d.recalled(article.date) for d in told)


def _day_told(article: Article, sentence: Sentence) -> When | None:
    """The one day a sentence without happenings tells of."""
    if find_triggers(sentence, caption=False):
        return None
    told = [d for d in find_dates(sentence.low, article.date) if not (d.since or d.reporting or d.future)]
    days = [d for d in told if d.precision == "day"]
    return read_when(sentence, days[0]) if len(days) == 1 else None


_Group = tuple[Scene | None, list[Trigger]]


def _groups(
    sentence: Sentence,
    triggers: tuple[Trigger, ...],
    resolutions: tuple[Resolution, ...],
    least: float,
    dates: tuple[DateExpression, ...],
) -> list[_Group]:
    """Triggers by scene, day and kin of types, in text order."""
    groups: list[_Group] = []
    standings = read_standings(sentence, resolutions)
    for trigger in sorted(triggers, key=lambda t: (-_say(t), t.start)):
        definite = takes_up(trigger)
        scene = choose_scene(sentence, trigger.start, resolutions, least=least, standings=standings, definite=definite)
        near = [g for g in groups if not any(are_apart(sentence, trigger, t, dates) for t in g[1])]
        home = _home(near, scene, trigger)
        if home is None:
            groups.append((scene, [trigger]))
        else:
            home[1].append(trigger)
    return sorted(groups, key=lambda g: min(t.start for t in g[1]))


def _by_town(sentence: Sentence, group: _Group, resolutions: tuple[Resolution, ...]) -> list[_Group]:
    """A group for each town of a list that is struck: several of a kind are told of at once."""
    scene, triggers = group
    head = max(triggers, key=lambda t: (_say(t), -t.start))
    if scene is None or head.sense.weight < 3 or head.mode is not Mode.ASSERTED:
        return [group]
    return [(s, triggers) for s in listed_scenes(sentence, scene, resolutions)]


def _home(groups: list[_Group], scene: Scene | None, trigger: Trigger) -> _Group | None:
    for group in groups:
        same_scene = scene is None or group[0] is None or scene.span == group[0].span
        if trigger.sense.weight <= HARM_WEIGHT and same_scene:
            return group
        first = group[1][0].sense
        if same_scene and kin(trigger.sense.type, first.type) and same_strand(trigger.sense, first):
            return group
    if trigger.sense.weight < 2 or trigger.mode not in ASSERTED:  # too little for a scene of its own
        return next((g for g in groups if kin(trigger.sense.type, g[1][0].sense.type)), groups[0] if groups else None)
    return None


def _say(trigger: Trigger) -> float:
    return trigger.sense.weight * (1.0 if trigger.mode in ASSERTED else 0.3)


def _share(counts: tuple[Count, ...], groups: list[_Group]) -> list[tuple[Count, ...]]:
    """Each figure to the group with the nearest trigger."""
    shares: list[list[Count]] = [[] for _ in groups]
    for count in counts:
        nearest = min(range(len(groups)), key=lambda i: min(abs(t.start - count.at) for t in groups[i][1]))
        shares[nearest].append(count)
    return [tuple(s) for s in shares]


def _sighting(
    article: Article, sentence: Sentence, group: _Group, dates: tuple[DateExpression, ...], counts: tuple[Count, ...]
) -> Sighting:
    scene, triggers = group
    head = max(triggers, key=lambda t: (_say(t), -t.start))
    if head.definite and _ABOUT_IT.search(sentence.low, 0, head.start):
        scene, dates = None, ()
    if head.sense.weight <= HARM_WEIGHT and scene is not None and _IN_HOSPITAL.search(_before(sentence, scene)):
        scene = None
    if _CULLED.search(sentence.low):
        counts = tuple(c for c in counts if c.kind != "killed")
    if (
        head.mode is Mode.LEGAL
    ):  # what stands before a charge is of the court: "arraigned on Friday on charges of murder"
        dates = tuple(
            d
            for d in dates
            if is_of_what_follows(sentence.low, d.end)
            or (d.start > head.start and not _AT_COURT.search(sentence.low, head.end, d.start))
        )
        scene = scene if scene is not None and scene.span.start > sentence.span.start + head.start else None
    elif tried := _TRIED.search(sentence.low, 0, head.start):
        dates = tuple(
            d for d in dates
            if not (tried.end() <= d.start < head.start or _AT_COURT.search(sentence.low, head.end, d.start))
        )  # fmt: skip
    told_on = head.sense.weight <= HARM_WEIGHT and _is_told_on(sentence, counts)
    if told_on and _HOSPITAL.search(sentence.low):
        scene = None
    if (told_on and scene is None) or (head.sense.weight <= HARM_WEIGHT and _TALLY.search(sentence.low)):
        dates = ()
    dates = tuple(d for d in dates if not _is_of_search(sentence.low, d, head))
    if head.sense.weight <= HARM_WEIGHT:  # the dead are found, and the hurt counted, later
        dates = tuple(d for d in dates if not d.later)
    if head.sense.type is T.OUTBREAK and not _BEGAN.search(sentence.low):  # else the day of a count
        dates = tuple(d for d in dates if d.since or d.precision in ("month", "year"))
    dating = [t.start for t in triggers if not t.word.startswith(("bodies", "corpse"))]  # found or buried later
    date = choose_date(sentence, [head.start, *dating], dates)
    return Sighting(
        sentence=sentence,
        triggers=tuple(sorted(triggers, key=lambda t: t.start)),
        head=head,
        scene=scene,
        aside=scene is not None and takes_up(head) and (_is_country(scene) or not _governs(sentence, triggers, scene)),
        when=read_when(sentence, date),
        recalled=is_recalled(article, sentence, head, date)
        or (date is None and (is_toll_of_war(sentence, counts) or is_of_old_years(article, head, dates))),
        counts=tuple(c for c in counts if not (counts_years(sentence, c) or is_of_before(sentence, head, c))),
    )


#: What gives an outbreak a day.
_BEGAN = re.compile(
    r"\b(?:began|begun|broke out|started|erupted|first (?:detected|identified|appeared|case)|fell (?:ill|sick))\b"
)
#: "anger over the outbreak": what it is about lies elsewhere.
_ABOUT_IT = re.compile(
    r"\b(?:anger|fears?|concerns?|panic|alarm|outrage|worr(?:y|ies)|criticism|row|reaction|response|handling)"
    r" (?:over|about|at|to|of|against) (?:the|this) (?:[\w-]+ )?$"
)


#: "treated at a hospital in Lviv", "according to a hospital in Lviv": no scene of what befell them.
_IN_HOSPITAL = re.compile(r"\b(?:hospitals?|clinics?) (?:in|at|near|outside) (?:[\w-]+ ){0,3}$")


def _before(sentence: Sentence, scene: Scene) -> str:
    return sentence.low[: scene.span.start - sentence.span.start]


#: "another 10,000 were slaughtered": of the turkeys named before.
_CULLED = re.compile(
    rf"\b{ANIMALS}\b.*\b(?:slaughter\w*|cull\w*|put down)\b|\b(?:slaughter\w*|cull\w*) .*\b{ANIMALS}\b"
)


#: Between a charge and a day: "found guilty of murder at Lviv Crown Court last Friday".
_TRIED = re.compile(r"\b(?:guilty|convicted|sentenced|jailed|acquitted|on trial)\b")
_AT_COURT = re.compile(r"\b(?:courts?|trial|hearing|sentenc\w+|jailed|judge|jury)\b")


#: "Divers on Friday were looking for the crew of a boat that sank": the day of the search.
_SEARCHING = re.compile(
    r"(?:^|[-–—] )(?:(?:rescue|search|fire|recovery|emergency) (?:workers?|teams?|crews?|services)"
    r"|rescuers?|searchers?|divers|firefighters|volunteers|soldiers)\b(?!.*\b(?:said|says|told|that|reported)\b)"
)
#: "were confirmed dead on Sunday", "rose to 64 on Saturday": the day of the count.
_COUNTING = re.compile(
    r"\b(?:(?:confirmed|declared|pronounced|found) dead|(?:rose|risen|climbed|reached|passed|jumped|increased|revised)"
    rf" (?:\w+ ){{0,2}}?(?:to|past|at|{NUMBER_PATTERN}))\b[^,.;]{{0,40}}$"
)


def _is_of_search(low: str, date: DateExpression, head: Trigger) -> bool:
    """Whether a date is that of the search for victims or of their count, and not of what befell them."""
    if date.counted_from:
        return False
    if date.start < head.start and _SEARCHING.search(low, 0, date.start):
        return True
    if head.word.startswith(("bodies", "corpse")) and _SEARCHING.search(low, 0, head.start):
        return True
    counted = _COUNTING.search(low, 0, date.start)
    return counted is not None and not counted.start() <= head.start < date.start


def _is_country(scene: Scene) -> bool:
    """Whether a scene is as wide as a country: "the attack" was told of more exactly before."""
    return scene.place is not None and scene.place.feature is Feature.COUNTRY


def _governs(sentence: Sentence, triggers: Iterable[Trigger], scene: Scene) -> bool:
    start, end = scene.span.start - sentence.span.start, scene.span.end - sentence.span.start
    return any(governs(sentence, trigger, start, end) for trigger in triggers)


#: "On Friday officials put the death toll at 12": the day of the count.
_TALLY = re.compile(
    r"\b(?:death toll|toll|number of (?:the )?(?:dead|deaths|victims|casualties|people killed|injured)"
    r"|put (?:the |its )?(?:\w+ ){0,2}(?:count|figure) at)\b"
)
#: "twelve were still in hospital on Sunday": long after.
_HOSPITAL = re.compile(r"\b(?:hospitals?|clinics?)\b")
_STILL = re.compile(r"\b(?:still|remain(?:ed|s|ing)?)\b")


def _is_told_on(sentence: Sentence, counts: tuple[Count, ...]) -> bool:
    """Whether it counts the victims of what was told before: its days are those of the count, of deaths in hospital."""
    counted = any(c.relation in ("update", "correction", "superseded") for c in counts)
    return sentence.index > 0 and (counted or _STILL.search(sentence.low) is not None)


def is_statistic(sighting: Sighting) -> bool:
    """Whether it only gives a toll of years: "20 have been killed there since 2016"."""
    low = sighting.sentence.low
    of_years = sighting.when.precision == "year" or is_of_years(sighting.sentence) or EVER_SINCE.search(low)
    return sighting.weight <= HARM_WEIGHT and bool(of_years)


def best_evidence(sightings: Iterable[Sighting], scene: Scene | None) -> Sighting:
    """The sighting whose sentence shows a happening best; the earlier one when they equal.

    What it did in another town than that of its ``scene`` shows it less.
    """
    place = scene.place if scene is not None else None
    return max(sightings, key=lambda s: (_evidence_score(s) - ELSEWHERE * _is_elsewhere(s, place), -s.sentence.index))


#: What a sentence loses as evidence that tells of another town: as much as a figure is worth.
ELSEWHERE = 2.5


def _is_elsewhere(sighting: Sighting, place: Place | None) -> bool:
    told = sighting.scene.place if sighting.scene is not None else None
    return told is not None and place is not None and not is_wide(told) and not one_scene(told, place)


def _evidence_score(sighting: Sighting) -> float:
    figures = sum(1 for c in sighting.counts if c.n) > 0
    dated = sighting.when.text != ""
    if is_of_years(sighting.sentence):
        return 0.0
    return sighting.weight + 2.5 * figures + 1.0 * (sighting.scene is not None) + 0.8 * dated
