"""How well a sentence goes with a happening, where it can be of several."""

import re
from collections.abc import Sequence

from geo.incidents.sightings import Sighting
from geo.incidents.where import Scene
from geo.model.incident import IncidentType, When


def affinity(
    kind: IncidentType, told: Sequence[Sighting], scene: Scene | None, when: When, sighting: Sighting
) -> float:
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


#: Words that can tell what a sentence is about.
_WORD = re.compile(r"[^\W\d_]{4,}")


def _words_shared(told: Sequence[Sighting], sighting: Sighting) -> float:
    """The share of a sentence's words, 0 to 1, that the sentence most like it among those told has as well."""
    own = set(_WORD.findall(sighting.sentence.low))
    most = max(len(own.intersection(_WORD.findall(s.sentence.low))) for s in told)
    return most / len(own) if own else 0.0
