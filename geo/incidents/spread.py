"""One happening told of at several places: a disaster that reaches over towns, a plane that left one for another."""

import re
from collections.abc import Sequence

from geo.events.lexicon import HARM_WEIGHT
from geo.events.things import CLASSES
from geo.incidents.sightings import Sighting
from geo.incidents.turns import is_fresh
from geo.model.incident import IncidentType
from geo.scenes.distance import one_scene
from geo.scenes.where import Scene

#: Disasters that reach over many towns, and how far at most, in metres. A judgement, not measured.
_SPREADING = frozenset({"earthquake", "storm", "flood", "drought", "tsunami", "wildfire"})
SPREAD_M = 150_000.0
#: What such a disaster does to houses and people.
_DONE_BY_IT = re.compile(r"drown\w*|electrocut\w*|\w*collaps\w*|(?:roof|wall|tree|bridge)s? .*|crush\w*|trapped .*")


def is_of_the_spread(kind: IncidentType, told: Sequence[Sighting], scene: Scene | None, sighting: Sighting) -> bool:
    """Whether a sighting tells what a disaster did in another town, or where else in the country a disease spread.

    Args:
        kind: type of what was told of before.
        told: its sightings.
        scene: where it was.
        sighting: what is told now.
    """
    a, b = (s.place if s is not None else None for s in (scene, sighting.scene))
    if a is None or b is None or a.country is None or a.country != b.country:
        return False
    head, harm = sighting.head, sighting.weight <= HARM_WEIGHT
    if (head.another and not harm) or is_fresh(sighting):  # "another 26 died in Lviv" is told on
        return False
    if kind is IncidentType.OUTBREAK:
        return harm or head.sense.type is IncidentType.OUTBREAK
    if kind is not IncidentType.DISASTER or not any(t.sense.sub in _SPREADING for s in told for t in s.triggers):
        return False
    burnt = head.sense.sub == "fire" and any(t.sense.sub == "wildfire" for s in told for t in s.triggers)
    of_it = harm or burnt or head.sense.type is IncidentType.DISASTER or _DONE_BY_IT.fullmatch(head.word) is not None
    return of_it and one_scene(a, b, within_m=SPREAD_M)


def moves_on(told: Sequence[Sighting], sighting: Sighting) -> bool:
    """Whether it is the storm told of before, on another day of its way: "the storm left for the sea on Sunday"."""
    return sighting.head.definite and sighting.head.sense.sub == "storm" == told[0].head.sense.sub


#: "the plane came down": what moves or stands, spoken of as known; by class, since "the jet" is "a plane" told of.
_THINGS = tuple(
    (re.compile(rf"\b(?:the|this) (?:[\w-]+ ){{0,2}}?{words}\b"), re.compile(rf"\b{words}\b"))
    for words in (CLASSES[name] for name in ("aircraft", "vessel", "vehicle", "structure"))
)
#: So many sentences of a happening are looked through for the thing it befell.
_FIRST = 2


def is_same_thing(kind: IncidentType, told: Sequence[Sighting], sighting: Sighting) -> bool:
    """Whether a sighting speaks of the plane, ship, bus or building that the accident told of before befell."""
    if not (kind is sighting.head.sense.type is IncidentType.ACCIDENT) or sighting.head.another or is_fresh(sighting):
        return False
    before, known = sighting.sentence.low[: sighting.head.end], [s.sentence.low for s in told[:_FIRST]]
    return any(the.search(before) and any(thing.search(low) for low in known) for the, thing in _THINGS)
