"""From beliefs to verdicts: which place, how sure, and why; or why not."""

from collections.abc import Sequence

import numpy as np

from geo.model.place import Candidate, Feature, Place, Reason, Resolution
from geo.model.text import Mention
from geo.resolution.belief import COLUMNS, Belief
from geo.resolution.confidence import SAME_KM, confidence
from geo.resolution.context import CONTEXT
from geo.resolution.naming import Bond
from geo.resolution.own import OWN
from geo.resolution.ranker import Ranker
from geo.resolution.scene import Scene, distances_km

#: Candidates told to the reader.
_TOLD = 5
#: Two meanings are tied when neither is this many times likelier than the other.
_TIE = 2.0
#: Contributions smaller than this explain nothing.
_LEAST = 0.005
_REASON_OF = {
    **dict.fromkeys(CONTEXT, Reason.NEARBY),
    **dict.fromkeys(CONTEXT[:8], Reason.QUALIFIED),
    **dict.fromkeys(CONTEXT[8:11], Reason.DATELINE),
    "at the stated distance": Reason.STATED_DISTANCE,
    **dict.fromkeys(OWN, Reason.POPULATION),
}
_REASONS = tuple(_REASON_OF[column] for column in COLUMNS)


def judge(
    text: str, mentions: Sequence[Mention], scene: Scene, belief: Belief, *, ranker: Ranker
) -> tuple[Resolution, ...]:
    """One resolution per mention, in order."""
    rulings = [_rule(text, scene, belief, number, ranker) for number in range(len(scene.names))]
    return tuple(
        _for_mention(i, mention, rulings[number])
        for i, (mention, number) in enumerate(zip(mentions, scene.name_of, strict=True))
    )


class _Ruling:
    """The verdict on a name, shared by its mentions."""

    __slots__ = ("bond", "candidates", "confidence", "note", "place", "reason", "total")

    def __init__(self, reason: Reason, note: str = "", *, total: int = 0) -> None:
        self.reason, self.note, self.total = reason, note, total
        self.place: Place | None = None
        self.confidence = 0.0
        self.candidates: tuple[Candidate, ...] = ()
        self.bond: Bond | None = None


def _for_mention(i: int, mention: Mention, ruling: _Ruling) -> Resolution:
    reason, note = ruling.reason, ruling.note
    if (
        reason is Reason.QUALIFIED
        and ruling.bond is not None
        and i not in (ruling.bond.clue.mention, ruling.bond.clue.other)
    ):
        reason = Reason.SAME_NAME
    return Resolution(
        mention=mention,
        place=ruling.place,
        reason=reason,
        note=note,
        confidence=ruling.confidence,
        candidates=ruling.candidates,
        candidate_count=ruling.total,
    )


def _rule(text: str, scene: Scene, belief: Belief, number: int, ranker: Ranker) -> _Ruling:
    name = scene.names[number]
    if not name.places:
        return _Ruling(Reason.NOT_IN_GAZETTEER, _advice(scene, belief, number))
    rows = scene.rows(number)
    order = rows.start + np.argsort(-belief.probability[rows], kind="stable")
    top = int(order[0])
    sure = confidence(scene, belief.evidence, belief.probability, top, ranker.confidence)
    km = distances_km(scene.vector[order], scene.vector[top : top + 1])[:, 0]
    rivals = order[km > SAME_KM]
    rival = int(rivals[0]) if len(rivals) else None
    ruling = _Ruling(Reason.ONLY_CANDIDATE, total=name.total)
    ruling.candidates = tuple(_candidate(scene, belief, int(row)) for row in order[:_TOLD])
    if sure < ranker.refuse_below:
        ruling.reason, ruling.note = _refusal(scene, belief, number, (top, rival))
        return ruling
    ruling.place, ruling.confidence = scene.places[top], round(sure, 3)
    if rival is not None:
        ruling.reason = _reason(belief, top, rival)
        if ruling.reason is Reason.QUALIFIED:
            ruling.bond = next((b for b in scene.bonds if number in (b.name, b.other)), None)
            if ruling.bond:
                ruling.note = f"in “{' '.join(ruling.bond.clue.span.of(text).split())}”"
    return ruling


def _reason(belief: Belief, top: int, rival: int) -> Reason:
    """The kind of evidence that sets the choice apart from the best other meaning."""
    gain = dict.fromkeys(_REASONS, 0.0)
    for reason, value in zip(_REASONS, (belief.contributions[top] - belief.contributions[rival]).tolist(), strict=True):
        gain[reason] += value
    return max(gain, key=lambda r: (gain[r], r.value))


def _refusal(scene: Scene, belief: Belief, number: int, best: tuple[int, int | None]) -> tuple[Reason, str]:
    """Why no place is named, and what would help."""
    top, rival = best
    if rival is not None and belief.probability[top] < _TIE * belief.probability[rival]:
        return Reason.TIED, f"{_called(scene.places[top])} or {_called(scene.places[rival])}"
    return Reason.NAMESAKE, _advice(scene, belief, number)


def _advice(scene: Scene, belief: Belief, number: int) -> str:
    country = _country_of_article(scene, belief, number)
    hint = f": geo gazetteer update {country}" if country else ""
    return f"not in the embedded gazetteer near the article's other places{hint}"


def _country_of_article(scene: Scene, belief: Belief, number: int) -> str | None:
    """Where most of the other names lie; None where nothing says."""
    mass: dict[str, float] = {}
    for row, place in enumerate(scene.places):
        if place.country and scene.name[row] != number:
            share = float(belief.probability[row]) * (0.5 if place.feature is Feature.COUNTRY else 1.0)
            mass[place.country] = mass.get(place.country, 0.0) + share
    best = max(mass, key=lambda c: (mass[c], c), default=None)
    return best if best is not None and mass[best] >= 0.5 else None


def _called(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def _candidate(scene: Scene, belief: Belief, row: int) -> Candidate:
    values = belief.contributions[row]
    told = [(COLUMNS[i], round(float(values[i]), 2)) for i in np.argsort(-np.abs(values)) if abs(values[i]) >= _LEAST]
    return Candidate(place=scene.places[row], score=round(float(values.sum()), 3), why=tuple(told))
