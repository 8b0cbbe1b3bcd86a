"""Happenings of an article: its sightings gathered, one gathering for each distinct happening."""

import re
from dataclasses import replace

from geo.dates.when import UNKNOWN, agree
from geo.events.lexicon import HARM_WEIGHT
from geo.events.triggers import Mode
from geo.incidents.affinity import affinity, is_another_deed
from geo.incidents.counted_later import is_of_remains, without_day_of_count
from geo.incidents.happening import Happening, figures_of
from geo.incidents.plural_events import tells_of_several
from geo.incidents.recalled import goes_on_recalling
from geo.incidents.sightings import Sighting, kin, same_strand
from geo.incidents.spread import is_of_the_spread, is_same_thing, moves_on
from geo.incidents.succession import is_earlier
from geo.incidents.turns import is_fresh, on_same_day, turns
from geo.model.incident import GeoPrecision
from geo.model.incident import IncidentType as T
from geo.model.place import Feature, Resolution
from geo.scenes.distance import is_wide, one_scene

#: A sentence takes up one of so many happenings told last. News tells of a few dozen at most.
REMEMBERED = 100
#: What kills many at once, and is told of after its dead.
NAMED = frozenset({T.ACCIDENT, T.DISASTER})
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
        if is_of_remains(sighting) and any(h.type is T.ACCIDENT and not h.recalled for h in found):
            sighting = replace(sighting, when=UNKNOWN)
        last = found[-1] if found and found[-1].recalled else None
        goes_on = last is not None and goes_on_recalling(last.sightings[-1].sentence, sighting.sentence)
        told_of = last if goes_on else _home(found, sighting, home)
        if told_of is None:
            told_of = Happening(recalled=sighting.recalled)
            if sighting.day_before is not None and not sighting.when.text and not sighting.recalled:
                told_of.when = sighting.day_before
            _take_over_day(found, sighting, told_of)
            if found and sighting.sentence.index - found[-1].sightings[-1].sentence.index <= BESIDE_WITHIN:
                near = [h.type for h in found[-2:]]
                told_of.told_beside = near[0] if near[-1] in (T.PROTEST, T.RIOT) else near[-1]
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
    if _is_part_of_many(happening, sighting) or _is_unharmed(happening, sighting):
        return False
    other = sighting.head.another and sighting.scene is not None and happening.scene is not sighting.scene
    if other and not (sighting.weight <= HARM_WEIGHT and _goes_beyond(happening, sighting)):
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
    if is_another_deed(happening.type, happening.weight, happening.sightings, sighting):
        return False
    mine, theirs = sighting.head.sense.type, happening.type
    if _names_what_harmed(happening, sighting):
        return True
    if sighting.generic:
        return sighting.weight <= HARM_WEIGHT or kin(mine, theirs)
    if mine is theirs:
        return True
    return kin(mine, theirs) and _one_view(happening, sighting)


#: So many sentences after its dead were counted a happening is named: "86 bodies were found. The slope gave way ..."
NAMED_WITHIN = 2


def _names_what_harmed(happening: Happening, sighting: Sighting) -> bool:
    """Whether a sentence soon after the count of the dead says what they died of, and counts no others."""
    counted = happening.weight <= HARM_WEIGHT and bool(happening.figures) and happening.when.date is None
    soon = sighting.sentence.index - happening.sightings[-1].sentence.index <= NAMED_WITHIN
    dead = {kind for kind, _ in figures_of(sighting)}
    return counted and soon and "killed" not in dead and sighting.scene is None and sighting.head.sense.type in NAMED


def _is_unharmed(happening: Happening, sighting: Sighting) -> bool:
    """Whether the dead counted are of another happening: this one hurt nobody, or the dead were told of long before."""
    if sighting.head.sense.type is T.PROTEST and happening.weight <= HARM_WEIGHT and bool(happening.figures):
        return sighting.sentence.index - happening.sightings[-1].sentence.index > 1
    dead = any(kind == "killed" for kind, _ in figures_of(sighting))
    spared = any(
        t.mode is Mode.NEGATED and t.sense.weight <= HARM_WEIGHT for s in happening.sightings for t in s.triggers
    )
    return dead and spared and not happening.figures and sighting.scene is None


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
    return bool(happening.figures) and bool(figures_of(sighting)) and not figures_of(sighting) & happening.figures


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
        return goes_on or (bare and not figures_of(sighting))
    return True


def _of_two_towns(happening: Happening, sighting: Sighting) -> bool:
    """Whether it tells of another town, and of a day where nothing dates the happening, or the other way round."""
    a, b = (s.place if s is not None else None for s in (happening.scene, sighting.scene))
    if a is None or b is None or a.id == b.id or not (a.feature is b.feature is Feature.CITY):
        return False
    if happening.scene is not None and happening.scene.precision is GeoPrecision.ROAD:
        return False
    if _goes_beyond(happening, sighting):
        return False
    if not sighting.head.definite and (_has_own_dead(happening, sighting) or turns(sighting.sentence)):
        return True
    return (happening.when.date is None) != (sighting.when.date is None) and not _takes_up(sighting)


def _has_own_dead(happening: Happening, sighting: Sighting) -> bool:
    """Whether both count their dead, and differ."""
    told, own = ({n for kind, n in f if kind == "killed"} for f in (happening.figures, figures_of(sighting)))
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
    if is_wide(known) or _takes_up(sighting) or figures_of(sighting) & happening.figures:
        return True
    last = happening.sightings[-1].sentence.index
    return sighting.sentence.index - last <= 1 and sighting.head.sense.type is happening.type


def _goes_beyond(happening: Happening, sighting: Sighting) -> bool:
    """Whether what happened reached, or what it befell came to, the other place that is told of."""
    told = happening.sightings
    if happening.type is T.ACCIDENT and is_of_remains(sighting):
        return True
    return is_of_the_spread(happening.type, told, happening.scene, sighting) or is_same_thing(
        happening.type, told, sighting
    )


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
