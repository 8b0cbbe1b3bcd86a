"""A happening while an article is read: the sightings gathered to it, and what they say together."""

import re
from dataclasses import dataclass, field

from geo.casualties.counts import Count
from geo.dates.when import UNKNOWN, finer
from geo.events.lexicon import HARM_WEIGHT
from geo.events.sentences import Sentence
from geo.events.triggers import Mode, Trigger
from geo.incidents.sightings import ASSERTED, GENERIC_WEIGHT, Sighting
from geo.model.incident import GeoPrecision, When
from geo.model.incident import IncidentType as T
from geo.model.place import Place
from geo.scenes.distance import is_wide, one_scene
from geo.scenes.where import Scene


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
    #: Weight of the words for what somebody did to others.
    _assault: float = 0.0
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
        if best is T.ACCIDENT and (self._wild or self.sightings[0].head.sense.type is T.DISASTER):
            return T.DISASTER  # the boats that sank in the storm
        if self.weight <= HARM_WEIGHT and (not self.killing or self.told_beside in _SUFFERED):
            return self.told_beside or T.ACCIDENT
        if best is T.ACCIDENT and self._assault >= GENERIC_WEIGHT:
            best = T.VIOLENCE if self._assault + sums.get(T.EXPLOSION, 0.0) >= sums[best] else best
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
        self.figures |= figures_of(sighting)
        finer_ = _is_finer(sighting.scene, self.scene) if self.scene is not None else True
        if (finer_ and (self.scene is None or not part)) or self._is_told_better(sighting):
            self.scene = sighting.scene or self.scene
        if self.type is T.OUTBREAK and sighting.weight <= HARM_WEIGHT:  # the day of one death
            return
        self.when = (
            finer(self.when, sighting.when)
            if self.when.date
            else (sighting.when if sighting.when.date or not self.when.text else self.when)
        )

    def _is_told_better(self, sighting: Sighting) -> bool:
        """Whether an accident told of on the way to one town is now told of at another near it."""
        a, b = self.scene, sighting.scene
        if a is None or b is None or a.place is None or b.place is None or self.type is not T.ACCIDENT:
            return False
        return b.score >= a.score + BETTER and a.place.id != b.place.id and one_scene(a.place, b.place, within_m=WAY_M)

    def _is_part(self, sighting: Sighting) -> bool:
        """Whether it counts a part of the dead only: "five of them died in Lviv" sets no scene for the others."""
        dead = {n for kind, n in figures_of(sighting) if kind == "killed"}
        told = {n for kind, n in self.figures if kind == "killed"}
        if told and not dead and any(c.qual == "none" for c in sighting.counts):
            return True  # "in Lviv nobody was hurt"
        place = self.scene.place if self.scene is not None else None
        one_of_many = self.type is T.DISASTER and place is not None and is_wide(place)
        harm = one_of_many or sighting.weight <= HARM_WEIGHT or sighting.head.word.startswith("drown")
        return harm and bool(dead and told) and max(dead) < max(told)

    def _hear(self, trigger: Trigger) -> None:
        sense = trigger.sense
        self.killing = self.killing or trigger.word.startswith(("kill", "wound", "bodies", "corpse"))
        if trigger.mode in ASSERTED:
            self.types[sense.type] = self.types.get(sense.type, 0.0) + sense.weight
            self._kinds |= {sense.type} if sense.weight > KIND_WEIGHT else set()
            self._wild = self._wild or sense.sub == "wildfire"
            self._assault += sense.weight if sense.type in _ASSAULTS and sense.weight > HARM_WEIGHT else 0.0
        weapon = _WEAPON.search(trigger.word) is not None
        if sense.type is T.EXPLOSION and sense.weight >= 3 and trigger.mode is Mode.ASSERTED and not weapon:
            self._went_off = True


#: What somebody does to others.
_ASSAULTS = frozenset({T.VIOLENCE, T.BATTLE})
#: What kills without a killer.
_SUFFERED = frozenset({T.ACCIDENT, T.DISASTER, T.OUTBREAK})
#: So much better must a second place bear on an accident to be its scene, and so near lie to the first, in metres.
BETTER, WAY_M = 1.5, 100_000.0
#: Words above this weight name a kind of happening: "gunmen", "raid" and "attack" do not.
KIND_WEIGHT = 2.0
#: "a parcel bomb": a thing, that can be defused.
_WEAPON = re.compile(r"(?:bomb|mine|device|charge|trap|ied|munition|missile|rocket)s?$")


def figures_of(sighting: Sighting) -> set[tuple[str, int]]:
    """Kinds and numbers of the harm a sighting counts."""
    return {(c.kind, c.n) for c in sighting.counts if c.n}


def _is_finer(new: Scene | None, old: Scene) -> bool:
    place = _held_by(new)
    if place is None:
        return False
    if old.place is None:
        return new is not None and new.place is not None
    if old.precision is GeoPrecision.ROAD and new is not None and new.precision is not GeoPrecision.ROAD:
        return not is_wide(place)  # somewhere on the way, until a town is told
    finer = place.radius_m < old.place.radius_m / 2 and is_wide(old.place)
    return finer and one_scene(place, old.place)


def _held_by(scene: Scene | None) -> Place | None:
    """The place of a scene, or of what holds it."""
    if scene is None or scene.place is not None or scene.container is None:
        return None if scene is None else scene.place
    return scene.container.place
