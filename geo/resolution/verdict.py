"""From beliefs to verdicts: which place, how sure, and why; or why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.model.names import fold
from geo.model.place import Candidate, Feature, Place, Reason, Resolution
from geo.model.text import Mention
from geo.resolution.belief import Belief
from geo.resolution.clues import Link
from geo.resolution.confidence import SAME_KM, confidence
from geo.resolution.forms import Tier, is_direction
from geo.resolution.naming import Bond
from geo.resolution.ranker import Ranker
from geo.resolution.reasons import (
    advice,
    candidate,
    choice_reason,
    country_of_article,
    deciding_bond,
    quoted,
    refusal,
)  # fmt: skip
from geo.resolution.scene import Scene, distances_km

#: Candidates told to the reader.
_TOLD = 5
#: What a name without an entry of its own may be placed in by a qualifier.
_HOSTS = frozenset({Feature.CITY, Feature.DISTRICT})
#: How sure a host must be, and how much of its confidence a name placed in it keeps.
_HOST_SURE, _IN_HOST = 0.5, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruling:
    """The verdict on a name, shared by its mentions."""

    reason: Reason
    note: str = ""
    place: Place | None = None
    confidence: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    total: int = 0
    #: The qualifier that decided.
    bond: Bond | None = None
    #: Whether the place was found under part of the name only.
    partial: bool = False


def judge(
    text: str, mentions: Sequence[Mention], scene: Scene, belief: Belief, *, ranker: Ranker
) -> tuple[Resolution, ...]:
    """One resolution per mention, in order."""
    rulings = [_rule(text, scene, belief, number, ranker) for number in range(len(scene.names))]
    for bond in scene.bonds:
        rulings[bond.name] = _in_host(text, scene, rulings[bond.name], rulings[bond.other], bond)
    return tuple(
        _for_mention(i, mention, rulings[number])
        for i, (mention, number) in enumerate(zip(mentions, scene.name_of, strict=True))
    )


def _for_mention(i: int, mention: Mention, ruling: _Ruling) -> Resolution:
    reason, bond = ruling.reason, ruling.bond
    if reason is Reason.QUALIFIED and bond is not None and bond.clue.mention != i:
        reason = Reason.SAME_NAME
    return Resolution(
        mention=mention,
        place=ruling.place,
        reason=reason,
        note=ruling.note,
        confidence=ruling.confidence,
        candidates=ruling.candidates,
        candidate_count=ruling.total,
    )


def _rule(text: str, scene: Scene, belief: Belief, number: int, ranker: Ranker) -> _Ruling:
    name = scene.names[number]
    if not name.places:
        return _Ruling(reason=Reason.NOT_IN_GAZETTEER, note=advice(country_of_article(scene, belief, number)))
    rows = scene.rows(number)
    order = rows.start + np.argsort(-belief.probability[rows], kind="stable")
    top = int(order[0])
    km = distances_km(scene.vector[order], scene.vector[top : top + 1])[:, 0]
    rival = next((int(row) for row, away in zip(order, km, strict=True) if away > SAME_KM), None)
    bond = deciding_bond(scene, belief, top, rival) if rival is not None else None
    sure = confidence(scene, belief.evidence, belief.probability, top, ranker.confidence)
    told = tuple(candidate(scene, belief, int(row)) for row in order[:_TOLD])
    partial = name.tiers[top - rows.start] is Tier.PART
    if bond is None and is_direction(name.text):
        return _Ruling(reason=Reason.NOT_A_PLACE, note="a direction", candidates=told, total=name.total)
    if sure < ranker.refuse_below:
        reason, note = refusal(scene, belief, number, (top, rival))
        return _Ruling(reason=reason, note=note, candidates=told, total=name.total, partial=partial)
    found = _Ruling(
        reason=Reason.ONLY_CANDIDATE,
        place=scene.places[top],
        confidence=round(sure, 3),
        candidates=told,
        total=name.total,
        partial=partial,
    )
    if bond is not None:
        return replace(found, reason=Reason.QUALIFIED, note=quoted(text, bond), bond=bond)
    return found if rival is None else replace(found, reason=choice_reason(belief, top, rival))


def _in_host(text: str, scene: Scene, ruling: _Ruling, host: _Ruling, bond: Bond) -> _Ruling:
    """A name without an entry of its own, placed in the town that the text puts it in."""
    town = host.place
    if town is None or town.feature not in _HOSTS or host.confidence < _HOST_SURE or bond.clue.link is Link.SERIES:
        return ruling
    if (ruling.place is not None and not ruling.partial) or scene.names[bond.name].spelling == scene.names[
        bond.other
    ].spelling:
        return ruling
    called = scene.names[bond.name].text
    place = replace(
        town,
        id=f"derived:{fold(called).replace(' ', '-')}@{town.id}",
        name=called,
        feature=Feature.DERIVED,
        population=None,
    )
    return replace(
        ruling,
        reason=Reason.DERIVED,
        note=quoted(text, bond),
        place=place,
        confidence=round(host.confidence * _IN_HOST, 3),
    )
