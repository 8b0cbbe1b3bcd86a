"""How well a sentence goes with a happening, where it can be of several."""

import re
from collections.abc import Sequence

from geo.incidents.sightings import Sighting
from geo.model.incident import IncidentType as T
from geo.model.incident import When
from geo.scenes.where import Scene


def affinity(kind: T, told: Sequence[Sighting], scene: Scene | None, when: When, sighting: Sighting) -> float:
    """A score without unit, the higher the better; its parts are judgements, not measured.

    Args:
        kind: type of the happening.
        told: its sightings.
        scene: where it was.
        when: on which day.
        sighting: what is told now.
    """
    same_kind = sighting.head.sense.type is kind
    both_placed = scene is not None and sighting.scene is not None
    both_dated = when.date is not None and sighting.when.date is not None
    beside = told[-1].sentence.paragraph == sighting.sentence.paragraph
    return 2.0 * same_kind + 2.0 * both_placed + both_dated + 0.5 * beside + _words_shared(told, sighting)


#: Words of at least this weight name one kind of deed.
_NAMES_A_KIND = 3.0
_ATTACKS = frozenset({T.EXPLOSION, T.VIOLENCE})
#: With less of its words shared, 0 to 1, a theft or an arson told beside an attack is none of it. Set on MUC-4.
LEAST_SHARED = 0.2


def is_another_deed(kind: T, weight: float, told: Sequence[Sighting], sighting: Sighting) -> bool:
    """Whether a sentence names a deed of another kind than the one told of before, not a second view of it.

    A shooting beside a bombing is one where it has a place or a day of its own, a theft or an arson beside an attack
    where the sentences share hardly a word.

    Args:
        kind: type of the happening told of before.
        weight: the most that any of its sentences says of its kind.
        told: its sightings.
        sighting: what is told now.
    """
    mine = sighting.head.sense.type
    named = min(sighting.weight, weight) >= _NAMES_A_KIND
    if mine is kind or not named or sighting.head.definite or told[-1].sentence is sighting.sentence:
        return False
    if {mine, kind} == _ATTACKS:
        return sighting.scene is not None or bool(sighting.when.text)
    violent = {mine, kind} <= {*_ATTACKS, T.BATTLE, T.CRIME}
    return violent and T.CRIME in (mine, kind) and _words_shared(told, sighting) < LEAST_SHARED


#: Words that can tell what a sentence is about.
_WORD = re.compile(r"[^\W\d_]{4,}")
#: So many sentences of a happening, from either end, are compared.
_ENDS = 5


def _words_shared(told: Sequence[Sighting], sighting: Sighting) -> float:
    """The share of a sentence's words, 0 to 1, that the sentence most like it among the first and last told has too."""
    own = set(_WORD.findall(sighting.sentence.low))
    most = max(len(own.intersection(_WORD.findall(s.sentence.low))) for s in (*told[:_ENDS], *told[-_ENDS:]))
    return most / len(own) if own else 0.0
