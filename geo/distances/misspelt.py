"""Names misspelt in print: an end of a stated distance, one letter off a town that lies where the text says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_lowercase

from geo.distances.check import check_distances
from geo.distances.ends import SAME_PLACE_M
from geo.distances.measure import geodesic
from geo.model.distance import DistanceCheck, StatedDistance, Verdict
from geo.model.names import fold
from geo.model.place import Feature, Place, Reason, Resolution
from geo.model.text import Article, Mention
from geo.protocols import Boundaries

#: Letters of a name; among shorter ones too many are one letter apart, and longer ones are no names.
SHORTEST, LONGEST = 6, 30
#: Names looked up for one article: each costs some 500 look-ups.
MOST = 10
#: How sure such a place is: too little to prove anybody wrong.
CONFIDENCE = 0.6
_TOWNS = frozenset({Feature.CITY, Feature.DISTRICT})


def misspelt_ends(stated: Sequence[StatedDistance], resolutions: Sequence[Resolution]) -> tuple[str, ...]:
    """The names, folded, that a distance is told of or from and no gazetteer has; few."""
    unknown = {r.mention.span: fold(r.mention.text) for r in resolutions if r.reason is Reason.NOT_IN_GAZETTEER}
    spans = (m.span for one in stated if one.place_to_place for m in _names(one))
    names = dict.fromkeys(unknown[span] for span in spans if span in unknown)
    return tuple(name for name in names if SHORTEST <= len(name) <= LONGEST)[:MOST]


def one_letter_off(name: str) -> frozenset[str]:
    """Every spelling with one letter left out, put in, replaced, or exchanged with the next."""
    cuts = [(name[:i], name[i:]) for i in range(len(name) + 1)]
    letters = f"{ascii_lowercase} "
    found = {head + tail[1:] for head, tail in cuts if tail}
    found |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    found |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    found |= {head + letter + tail for head, tail in cuts for letter in letters}
    return frozenset(found - {name})


def respell(
    article: Article,
    stated: Sequence[StatedDistance],
    resolutions: Sequence[Resolution],
    known: Mapping[str, tuple[Place, ...]],
    *,
    boundaries: Boundaries,
    capitals: Mapping[str, Place],
) -> tuple[Resolution, ...]:
    """The resolutions in the same order, misspelt names with the only town one letter off that lies as stated.

    ``known`` are the gazetteer's answers to ``one_letter_off`` of each of ``misspelt_ends``.
    """
    found = tuple(resolutions)
    for name in misspelt_ends(stated, resolutions):
        near = {p.id: p for off in one_letter_off(name) for p in known.get(off, ()) if _is(p, off)}
        told = [one for one in stated if any(fold(m.text) == name for m in _names(one))]
        trials = {id_: _read_as(near[id_], name, found) for id_ in sorted(near)}
        fitting = [
            id_
            for id_, trial in trials.items()
            if all(map(_agrees, check_distances(article, told, trial, boundaries, capitals=capitals)))
        ]
        if fitting and all(_same(near[fitting[0]], near[id_]) for id_ in fitting):
            found = trials[fitting[0]]
    return found


def _names(stated: StatedDistance) -> list[Mention]:
    """The names at both ends."""
    return [m for anchor in (stated.subject, stated.reference) if anchor is not None for m in anchor.mentions]


def _is(place: Place, spelling: str) -> bool:
    """Whether a spelling is the town's own name, and no other romanisation or nickname."""
    return place.feature in _TOWNS and fold(place.name) == spelling


def _same(one: Place, other: Place) -> bool:
    return geodesic(one.at, other.at)[0] <= SAME_PLACE_M


def _agrees(check: DistanceCheck) -> bool:
    """Whether the statement holds; a length alone must hold without a detour."""
    by_road = check.verdict is Verdict.ROAD_PLAUSIBLE and check.stated.bearing is not None
    return check.verdict is Verdict.CONSISTENT or by_road


def _read_as(place: Place, name: str, resolutions: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The resolutions, every mention of the name with that place."""
    return tuple(
        replace(
            r,
            place=place,
            reason=Reason.STATED_DISTANCE,
            note=f"“{r.mention.text}” read as {place.name}, one letter off",
            confidence=CONFIDENCE,
        )
        if r.reason is Reason.NOT_IN_GAZETTEER and fold(r.mention.text) == name
        else r
        for r in resolutions
    )
