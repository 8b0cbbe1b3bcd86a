"""From beliefs to verdicts: which place, how sure, and why; or why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.model.names import fold
from geo.model.place import Candidate, Feature, Place, Reason, Resolution
from geo.model.text import Mention
from geo.resolution.belief import Belief
from geo.resolution.clues import Link
from geo.resolution.confidence import SAME_KM, SUPPORTED_FROM, confidence, is_village, support_of
from geo.resolution.forms import Tier, is_direction
from geo.resolution.naming import Bond
from geo.resolution.own import sounded
from geo.resolution.ranker import Ranker
from geo.resolution.reasons import Leaning, advice, beside_it, candidate, choice_reason, deciding_bond, quoted, refusal
from geo.resolution.scene import Ints, Scene, distances_km
from geo.resolution.terms import without_term

_REGIONS = frozenset({"region", "province", "state"})
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
    bench = _Bench(text, scene, belief, ranker)
    rulings = [bench.rule(number) for number in range(len(scene.names))]
    for bond in scene.bonds:
        rulings[bond.name] = _in_host(text, scene, rulings[bond.name], rulings[bond.other], bond)
    return tuple(
        _for_mention(i, mention, rulings[number])
        for i, (mention, number) in enumerate(zip(mentions, scene.name_of, strict=True))
    )


class _Bench:
    """Rules on the names of one article."""

    def __init__(self, text: str, scene: Scene, belief: Belief, ranker: Ranker) -> None:
        self._text, self._scene, self._belief, self._ranker = text, scene, belief, ranker
        self._leaning = Leaning(scene, belief)
        self._bonds: dict[int, list[Bond]] = {}
        for bond in scene.bonds:
            self._bonds.setdefault(bond.name, []).append(bond)

    def rule(self, number: int) -> _Ruling:
        """The verdict on one name."""
        name, country = self._scene.names[number], self._leaning.country_without(number)
        if not name.places:
            return _Ruling(reason=Reason.NOT_IN_GAZETTEER, note=advice(country))
        order, rival = self._ranked(number)
        top = int(order[0])
        told = tuple(candidate(self._scene, self._belief, int(row)) for row in order[:_TOLD])
        partial = name.tiers[top - self._scene.rows(number).start] is Tier.PART
        found = _Ruling(reason=Reason.ONLY_CANDIDATE, candidates=told, total=name.total, partial=partial)
        bonds = self._bonds.get(number, [])
        bond = None if rival is None else deciding_bond(self._scene, self._belief, bonds, top, rival)
        if bond is None and is_direction(name.text):
            return replace(found, reason=Reason.NOT_A_PLACE, note="a direction")
        if (bond is None and self._is_stray(top, country)) or self._is_miscalled(number, top):
            return replace(found, reason=Reason.NAMESAKE, note=advice(country))
        sure = confidence(self._scene, self._belief.evidence, self._belief.probability, top, self._ranker.confidence)
        if sure < self._ranker.refuse_below:
            reason, note = refusal(self._scene, self._belief, country, (top, rival))
            return replace(found, reason=reason, note=note)
        found = replace(found, place=self._scene.places[top], confidence=round(sure, 3))
        if bond is not None:
            return replace(found, reason=Reason.QUALIFIED, note=quoted(self._text, bond), bond=bond)
        if rival is None:
            return found if len(order) == 1 else replace(found, note=beside_it(len(order)))
        return replace(found, reason=choice_reason(self._belief, top, rival))

    def _ranked(self, number: int) -> tuple[Ints, int | None]:
        """Rows of a name, likeliest first, and the likeliest that lies elsewhere than the first."""
        scene, rows = self._scene, self._scene.rows(number)
        order = rows.start + np.argsort(-self._belief.probability[rows], kind="stable")
        km = distances_km(scene.vector[order], scene.vector[order[:1]])[:, 0]
        return order, next((int(row) for row, away in zip(order, km, strict=True) if away > SAME_KM), None)

    def _is_miscalled(self, number: int, top: int) -> bool:
        """Whether the text speaks of a region, and the place is a town that goes by the name only among others."""
        name, place = self._scene.names[number], self._scene.places[top]
        return (
            name.term in _REGIONS
            and place.feature is Feature.CITY
            and sounded(place.name) != sounded(without_term(name.text))
        )

    def _is_stray(self, top: int, country: str | None) -> bool:
        """Whether a village stands alone while the article's other places lie in another country."""
        place = self._scene.places[top]
        unsupported = support_of(self._belief.evidence[top]).any < SUPPORTED_FROM
        return is_village(place) and unsupported and country not in (None, place.country)


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


def _in_host(text: str, scene: Scene, ruling: _Ruling, host: _Ruling, bond: Bond) -> _Ruling:
    """A name without an entry of its own, placed in the town that the text puts it in."""
    town = host.place
    if (
        town is None
        or town.feature not in _HOSTS
        or host.confidence < _HOST_SURE
        or bond.clue.link in (Link.SERIES, Link.NEAR)
    ):
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
