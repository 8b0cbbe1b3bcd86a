"""Happenings of an article: its sightings gathered, one gathering for each distinct happening."""

import re
from dataclasses import dataclass, field, replace

from geo.incidents.affinity import affinity
from geo.incidents.counted_later import without_day_of_count
from geo.incidents.counts import Count
from geo.incidents.distance import is_wide, one_scene
from geo.incidents.lexicon import HARM_WEIGHT
from geo.incidents.plural_events import tells_of_several
from geo.incidents.sentences import Sentence
from geo.incidents.sightings import ASSERTED, GENERIC_WEIGHT, Sighting, kin, same_strand
from geo.incidents.spread import is_of_the_spread, is_same_thing, moves_on
from geo.incidents.succession import is_earlier
from geo.incidents.triggers import Mode, Trigger
from geo.incidents.turns import is_fresh, on_same_day, turns
from geo.incidents.when import UNKNOWN, agree, finer
from geo.incidents.where import Scene
from geo.model.incident import GeoPrecision, When
from geo.model.incident import IncidentType as T
from geo.model.place import Feature, Resolution


@dataclass(slots=True)
class Happening:
    """The sightings of one happening while an article is read; lives inside one call only."""

    sightings: list[Sighting] = field(default_factory=list)
    #: Sentences that only say nobody was hurt.
    unharmed: list[Sighting] = field(default_factory=list)
    #: Figures of sentences that name no happening.
    added: list[tuple[Sentence, tuple[Count, ...]]] = field(default_factory=list)
    scene: Scene | None = None
    when: When = UNKNOWN
    recalled: bool = False
    #: Weight of the asserted triggers by type.
    types: dict[T, float] = field(default_factory=dict)
    #: Whether its words speak of killing, not only of deaths and injuries.
    killing: bool = False
    #: Every figure told of it so far.
    figures: set[tuple[str, int]] = field(default_factory=set)
    #: The most that any of its sightings says.
    weight: float = 0.0
    #: Type of the happening told just before it, whose kind it is when its own words name none.
    told_beside: T | None = None
    _went_off: bool = False
    #: Whether the fire told of is one of forest or bush.
    _wild: bool = False
    #: Types that some word names outright.
    _kinds: set[T] = field(default_factory=set)

    @property
    def type(self) -> T:
        """The type that most speaks for it.

        A hit that followed an interception is an explosion; a raid that killed is violence, whatever burned; a protest
        that is told of as much for its violence is a riot.
        """
        sums = self.types
        best = max(sums, key=lambda t: sums[t]) if sums else self.sightings[0].head.sense.type
        if best is T.VIOLENCE and T.BATTLE in self._kinds and T.VIOLENCE not in self._kinds:
            best = T.BATTLE
        if best is T.ACCIDENT and self._wild:
            return T.DISASTER
        if self.weight <= HARM_WEIGHT and (not self.killing or self.told_beside in _SUFFERED):
            return self.told_beside or T.ACCIDENT
        if best is T.CRIME and self.killing and sums.get(T.VIOLENCE, 0.0) >= GENERIC_WEIGHT:
            return T.VIOLENCE
        if best is T.PROTEST and 2 * sums.get(T.RIOT, 0.0) >= sums[best]:
            return T.RIOT
        if best is T.STRATEGIC and sums.get(T.EXPLOSION, 0.0) >= 3.0 and self._went_off:
            return T.EXPLOSION
        return best

    def add(self, sighting: Sighting) -> None:
        """Take in what one more sentence says."""
        self.sightings.append(sighting)
        self.weight = max(self.weight, sighting.weight)
        for trigger in sighting.triggers:
            self._hear(trigger)
        part = self._is_part(sighting)
        self.figures |= _figures(sighting)
        if self.scene is None or (_is_finer(sighting.scene, self.scene) and not part):
            self.scene = sighting.scene or self.scene
        self.when = (
            finer(self.when, sighting.when)
            if self.when.date
            else (sighting.when if sighting.when.date or not self.when.text else self.when)
        )

    def _is_part(self, sighting: Sighting) -> bool:
        """Whether it counts a part of the dead only: "five of them died in Lviv" sets no scene for the others."""
        dead = {n for kind, n in _figures(sighting) if kind == "killed"}
        told = {n for kind, n in self.figures if kind == "killed"}
        harm = sighting.weight <= HARM_WEIGHT or sighting.head.word.startswith("drown")
        return harm and bool(dead and told) and max(dead) < max(told)

    def _hear(self, trigger: Trigger) -> None:
        sense = trigger.sense
        self.killing = self.killing or trigger.word.startswith(("kill", "wound", "bodies", "corpse"))
        if trigger.mode in ASSERTED:
            self.types[sense.type] = self.types.get(sense.type, 0.0) + sense.weight
            self._kinds |= {sense.type} if sense.weight > KIND_WEIGHT else set()
            self._wild = self._wild or sense.sub == "wildfire"
        weapon = _WEAPON.search(trigger.word) is not None
        if sense.type is T.EXPLOSION and sense.weight >= 3 and trigger.mode is Mode.ASSERTED and not weapon:
            self._went_off = True


#: What kills without a killer.
_SUFFERED = frozenset({T.ACCIDENT, T.DISASTER, T.OUTBREAK})
#: Words above this weight name a kind of happening: "gunmen", "raid" and "attack" do not.
KIND_WEIGHT = 2.0
#: "a parcel bomb": a thing, that can be defused.
_WEAPON = re.compile(r"(?:bomb|mine|device|charge|trap|ied|munition|missile|rocket)s?$")
#: A sentence takes up one of so many happenings told last. News tells of a few dozen at most.
REMEMBERED = 100
#: Days before the latest happening of an article from which another of a named day is recalled beside it.
RECALLED_BESIDE_DAYS = 7


def gather(sightings: tuple[Sighting, ...], home: Resolution | None = None) -> tuple[Happening, ...]:
    """One happening for each distinct place, day and kin of types, in order of first mention.

    ``home`` is the town of the dateline, where the article is set there: what opens it without a place was there.
    """
    found = _gathered(sightings, home)
    days = [h.when.date for h in found if h.when.date and h.when.precision == "day" and not h.recalled]
    for happening in (h for h in found[1:] if len(h.sightings) == 1):  # what is told on is no aside
        day = happening.when.date
        if day and happening.when.precision == "day" and (max(days, default=day) - day).days >= RECALLED_BESIDE_DAYS:
            happening.recalled = True
    return found


def _gathered(sightings: tuple[Sighting, ...], home: Resolution | None) -> tuple[Happening, ...]:
    found: list[Happening] = []
    for told in sightings:
        if told.weight <= 0.0:  # nothing in it is asserted to have happened
            _unharmed(found, told)
            continue
        sighting = _without_aside(found, told if not found else without_day_of_count(told, found[-1].when.date))
        told_of = _home(found, sighting, home)
        if told_of is None:
            told_of = Happening(recalled=sighting.recalled)
            if sighting.day_before is not None and not sighting.when.text and not sighting.recalled:
                told_of.when = sighting.day_before
            _take_over_day(found, sighting, told_of)
            if found and sighting.sentence.index - found[-1].sightings[-1].sentence.index <= BESIDE_WITHIN:
                told_of.told_beside = found[-1].type
            found.append(told_of)
        told_of.add(_without_sums(found, told_of, sighting) if told_of.sightings else sighting)
    return tuple(found)


#: So many sentences after a happening, deaths elsewhere are of its kind: "five died in Lviv".
BESIDE_WITHIN = 3
#: "No one was hurt" speaks of what was told at most so many sentences before.
UNHARMED_WITHIN = 2


def _unharmed(found: list[Happening], sighting: Sighting) -> None:
    """Give a sentence that only says nobody was hurt to the happening told last, if it was told just before.

    Not where somebody was: "there are no casualties left there".
    """
    if not found:
        return
    last = max(found[-REMEMBERED:], key=lambda h: h.sightings[-1].sentence.index)
    harmed = {kind for kind, _ in last.figures}
    counts = tuple(c for c in sighting.counts if c.qual == "none" and c.kind not in harmed)
    if counts and sighting.sentence.index - last.sightings[-1].sentence.index <= UNHARMED_WITHIN:
        last.unharmed.append(replace(sighting, counts=counts))


def _without_aside(found: list[Happening], sighting: Sighting) -> Sighting:
    """The sighting without a place where what was told is only taken up: "the minister in Lviv condemned the blast"."""
    if not sighting.aside:
        return sighting
    kindred = [h for h in found[-REMEMBERED:] if kin(h.type, sighting.head.sense.type)]
    if not kindred or any(h.scene is not None and _one_scene(h, sighting) for h in kindred):
        return sighting
    return replace(sighting, scene=None)


def _home(found: list[Happening], sighting: Sighting, dateline: Resolution | None) -> Happening | None:
    """The latest happening that the sighting can be of, the closest kin first."""
    fitting = [h for h in found[-REMEMBERED:] if _fits(h, sighting) and not _is_set_elsewhere(h, sighting, dateline)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return max(
        fitting,
        key=lambda h: (affinity(h.type, h.sightings, h.scene, h.when, sighting), h.sightings[-1].sentence.index),
    )


def _fits(happening: Happening, sighting: Sighting) -> bool:
    if happening.recalled != sighting.recalled and not (
        happening.recalled and sighting.when.date is None and _takes_up(sighting)
    ):
        return False
    if not (agree(happening.when, sighting.when) or moves_on(happening.sightings, sighting)):
        return False
    if not _one_scene(happening, sighting) or _of_two_towns(happening, sighting):
        return False
    if _is_part_of_many(happening, sighting):
        return False
    if sighting.head.another and sighting.scene is not None and happening.scene is not sighting.scene:
        return False
    if (
        is_fresh(sighting)
        or is_earlier(sighting.sentence, sighting.head)
        or _is_nearby(happening, sighting)
        or _is_told_apart(happening, sighting)
    ):
        return False
    if not same_strand(sighting.head.sense, happening.sightings[0].head.sense) and not _goes_on(happening, sighting):
        return False
    mine, theirs = sighting.head.sense.type, happening.type
    if sighting.generic:
        return sighting.weight <= HARM_WEIGHT or kin(mine, theirs)
    if mine is theirs:
        return True
    return kin(mine, theirs) and _one_view(happening, sighting)


#: What a sentence opens with when it turns to another town.
_SETTING = re.compile(r"(?:meanwhile,? )?(?:in|at|near|outside) (?:the (?:\w+ )?(?:city|town|village|port) of )?$")


def _is_set_elsewhere(happening: Happening, sighting: Sighting, dateline: Resolution | None) -> bool:
    """Whether a list of towns, or a town that opens a sentence, is another scene than that of the article's opening."""
    scene, known = sighting.scene, happening.scene
    if dateline is None or scene is None or scene.place is None or scene.place == dateline.place:
        return False
    if happening.sightings[0].sentence.index > 0 or (
        known is not None and (known.place is None or not is_wide(known.place))
    ):
        return False
    before = sighting.sentence.low[: scene.span.start - sighting.sentence.span.start]
    return scene.listed or (_SETTING.match(before) is not None and not _takes_up(sighting))


#: "protests across Chile": of many places, each with its own figures.
_ACROSS = re.compile(
    r"\b(?:across|throughout|all over|around|in (?:several|many|dozens of|\d+) \w+ (?:of|in)) (?:the )?$"
)


def _is_part_of_many(happening: Happening, sighting: Sighting) -> bool:
    """Whether a sentence gives the figures of one town of the many that were told of together before."""
    scene, first = happening.scene, happening.sightings[0]
    if scene is None or scene.place is None or not is_wide(scene.place) or not first.sentence.span.covers(scene.span):
        return False
    town = sighting.scene is not None and sighting.scene.place is not None and not is_wide(sighting.scene.place)
    if not town or not _ACROSS.search(first.sentence.low, 0, scene.span.start - first.sentence.span.start):
        return False
    return bool(happening.figures) and bool(_figures(sighting)) and not _figures(sighting) & happening.figures


_NEARBY = re.compile(r"\b(?:nearby|neighbou?ring)\s+(?:(?:town|village|city|suburb|hamlet) of\s+)?$")


def _is_nearby(happening: Happening, sighting: Sighting) -> bool:
    """Whether it is set beside what was told without a place: "a house in nearby Lviv"."""
    scene = sighting.scene
    held = happening.scene.place if happening.scene is not None else None
    if scene is None or not (happening.scene is None or (held and is_wide(held))) or _takes_up(sighting):
        return False
    return _NEARBY.search(sighting.sentence.low, 0, scene.span.start - sighting.sentence.span.start) is not None


def _is_told_apart(happening: Happening, sighting: Sighting) -> bool:
    """Whether other dead, of a place and day of their own, are told of: "killed five near Lviv the day before".

    Or, behind the sum of several happenings, those of one: "the first blast, in Lviv, killed five".
    """
    if sighting.scene is None:
        return False
    later = sighting.when.date is not None and happening.when.date is None
    one_of_several = tells_of_several(happening.sightings[0].sentence) and not _has_town(happening)
    if not (one_of_several or (later and not sighting.head.definite)):
        return False
    return _has_own_dead(happening, sighting)


def _has_town(happening: Happening) -> bool:
    place = happening.scene.place if happening.scene is not None else None
    return place is not None and not is_wide(place)


def _without_sums(found: list[Happening], told_of: Happening, sighting: Sighting) -> Sighting:
    """The sighting without its figures where they are of several happenings, of which this is one."""
    others = [h for h in found if h is not told_of and not h.recalled and kin(h.type, told_of.type)]
    if not others or not tells_of_several(sighting.sentence) or tells_of_several(told_of.sightings[0].sentence):
        return sighting
    return replace(sighting, counts=()) if _has_town(told_of) else sighting


def _goes_on(happening: Happening, sighting: Sighting) -> bool:
    """Whether the next sentence tells on, at no other place or time: "one of the pupils was shot dead"."""
    last = happening.sightings[-1].sentence
    nearby = sighting.sentence.index - last.index <= 1 and sighting.sentence.paragraph == last.paragraph
    return nearby and sighting.scene is None and not sighting.when.text


def _one_view(happening: Happening, sighting: Sighting) -> bool:
    """Whether a sighting of another kind may be a second view of a happening, not a second happening."""
    if {sighting.head.sense.type, happening.type} == {T.BATTLE, T.EXPLOSION}:
        goes_on = sighting.head.definite and sighting.scene is None
        bare = happening.scene is None and happening.when.date is None
        return goes_on or (bare and not _figures(sighting))
    return True


def _of_two_towns(happening: Happening, sighting: Sighting) -> bool:
    """Whether it tells of another town, and of a day where nothing dates the happening, or the other way round."""
    a, b = (s.place if s is not None else None for s in (happening.scene, sighting.scene))
    if a is None or b is None or a.id == b.id or not (a.feature is b.feature is Feature.CITY):
        return False
    if _goes_beyond(happening, sighting):
        return False
    if not sighting.head.definite and (_has_own_dead(happening, sighting) or turns(sighting.sentence)):
        return True
    return (happening.when.date is None) != (sighting.when.date is None) and not _takes_up(sighting)


def _has_own_dead(happening: Happening, sighting: Sighting) -> bool:
    """Whether both count their dead, and differ."""
    told, own = ({n for kind, n in f if kind == "killed"} for f in (happening.figures, _figures(sighting)))
    return bool(told and own and told.isdisjoint(own))


def _takes_up(sighting: Sighting) -> bool:
    return sighting.head.definite or sighting.generic


def _one_scene(happening: Happening, sighting: Sighting) -> bool:
    """Whether two scenes can be one: near each other, or one inside the other."""
    a, b = happening.scene, sighting.scene
    if _goes_beyond(happening, sighting):
        return True
    if a is None or b is None or GeoPrecision.ROAD in (a.precision, b.precision):
        return True
    if a.place is not None and b.place is not None:
        return one_scene(a.place, b.place)
    first, second = a.resolution.mention.text.casefold(), b.resolution.mention.text.casefold()
    if first in second or second in first:
        return True
    known = a.place or b.place
    if known is None:
        return False
    if is_wide(known) or _takes_up(sighting) or _figures(sighting) & happening.figures:
        return True
    last = happening.sightings[-1].sentence.index
    return sighting.sentence.index - last <= 1 and sighting.head.sense.type is happening.type


def _goes_beyond(happening: Happening, sighting: Sighting) -> bool:
    """Whether what happened reached, or what it befell came to, the other place that is told of."""
    told = happening.sightings
    return is_of_the_spread(happening.type, told, happening.scene, sighting) or is_same_thing(
        happening.type, told, sighting
    )


def _figures(sighting: Sighting) -> set[tuple[str, int]]:
    return {(c.kind, c.n) for c in sighting.counts if c.n}


def _is_finer(new: Scene | None, old: Scene) -> bool:
    if new is None or new.place is None:
        return False
    if old.place is None:
        return True
    return new.place.radius_m < old.place.radius_m / 2 and is_wide(old.place)


def _take_over_day(found: list[Happening], sighting: Sighting, home: Happening) -> None:
    """The day of "another missile", told beside a happening of its kind: the same, unless it has its own."""
    another = sighting.head.another or any(t.another for t in sighting.triggers) or is_fresh(sighting)
    if not (another or on_same_day(sighting.sentence)):
        return
    if sighting.when.date is not None or sighting.recalled:
        return
    latest = found[-REMEMBERED:]
    kindred = [
        h for h in latest if not h.recalled and h.when.date is not None and kin(h.type, sighting.head.sense.type)
    ]
    if kindred:
        home.when = kindred[-1].when
