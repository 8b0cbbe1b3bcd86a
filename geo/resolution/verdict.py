"""From beliefs to verdicts: which place, how sure, and why; or why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.model.names import fold
from geo.model.place import Candidate, Feature, Place, Reason, Resolution
from geo.model.text import Mention
from geo.resolution.belief import COLUMNS, Belief
from geo.resolution.clues import Link
from geo.resolution.confidence import SAME_KM, SUPPORTED_FROM, confidence, is_village, support_of
from geo.resolution.forms import Tier, is_direction
from geo.resolution.naming import Bond
from geo.resolution.own import sounded
from geo.resolution.ranker import Ranker
from geo.resolution.reasons import Leaning, advice, beside_it, candidate, choice_reason, deciding_bond, quoted, refusal
from geo.resolution.scene import Ints, Scene, distances_km
from geo.resolution.terms import is_landform, without_term

_REGIONS = frozenset({"region", "province", "state"})
#: Candidates told to the reader.
_TOLD = 5
#: What a name without an entry of its own may be placed in by a qualifier.
_HOSTS = frozenset({Feature.CITY, Feature.DISTRICT})
#: Links by which the other name surely holds the name; "Russian forces in Idlib" is none.
_HOLDING = frozenset({Link.COMMA, Link.IN})
#: Towns of so many people may be meant abroad, whatever stands beside them: "Paris, Ankara said".
_WELL_KNOWN = 300_000
#: How far from the town of its name a lake, mount or cape may reach, in metres.
_LANDFORM_M = 30_000.0
_OFFICIAL = COLUMNS.index("official name")
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
        top = self._country_itself(number, int(order[0]))
        told = tuple(candidate(self._scene, self._belief, int(row)) for row in order[:_TOLD])
        partial = name.tiers[top - self._scene.rows(number).start] is Tier.PART
        found = _Ruling(reason=Reason.ONLY_CANDIDATE, candidates=told, total=name.total, partial=partial)
        bonds = self._bonds.get(number, [])
        bond = None if rival is None else deciding_bond(self._scene, self._belief, bonds, top, rival)
        if bond is None and is_direction(name.text):
            return replace(found, reason=Reason.NOT_A_PLACE, note="a direction")
        if bond is None and (self._is_stray(number, top, country) or self._lies_elsewhere(top, bonds)):
            return replace(found, reason=Reason.NAMESAKE, note=advice(country))
        if self._is_miscalled(number, top):
            return replace(found, reason=Reason.NAMESAKE, note=advice(country))
        named_after = is_landform(name.text) and self._is_town_of_part(number, top)
        only_part = partial and self._scene.places[top].feature is Feature.CITY
        if (named_after or only_part) and not self._is_supported(top):
            return replace(found, reason=Reason.NAMESAKE, note=advice(country))
        sure = confidence(self._scene, self._belief.evidence, self._belief.probability, top, self._ranker.confidence)
        if sure < self._ranker.refuse_below:
            reason, note = refusal(self._scene, self._belief, country, (top, rival))
            return replace(found, reason=reason, note=note)
        place = self._scene.places[top] if not named_after else _around(self._scene.places[top], name.text)
        found = replace(found, place=self._held_by(number, top) or place, confidence=round(sure, 3))
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

    def _country_itself(self, number: int, top: int) -> int:
        """The row of the country, where its region or town of that name was chosen and no word says so: "Mexico"."""
        name, chosen = self._scene.names[number], self._scene.places[top]
        if chosen.feature is Feature.COUNTRY or name.term is not None:
            return top
        for row in range(self._scene.rows(number).start, self._scene.rows(number).stop):
            place = self._scene.places[row]
            if (
                place.feature is Feature.COUNTRY
                and place.country == chosen.country
                and fold(place.name) == fold(name.text)
            ):
                return row
        return top

    def _is_miscalled(self, number: int, top: int) -> bool:
        """Whether the text speaks of a region, and the place is a town that goes by the name only among others."""
        name, place = self._scene.names[number], self._scene.places[top]
        return (
            name.term in _REGIONS
            and place.feature is Feature.CITY
            and sounded(place.name) != sounded(without_term(name.text))
        )

    def _is_stray(self, number: int, top: int, country: str | None) -> bool:
        """Whether a village, or a town by another name, stands alone while the others lie in another country."""
        place = self._scene.places[top]
        if country in (None, place.country) or self._is_supported(top):
            return False
        by_another_name = place.feature is Feature.CITY and not self._belief.evidence[top][_OFFICIAL]
        strange = by_another_name and self._known(top) < _WELL_KNOWN
        return is_village(place) or (strange and self._is_set_in(country, number))

    def _is_set_in(self, country: str | None, number: int) -> bool:
        """Whether a town or region of a country is named besides: "Russian troops" may be anywhere."""
        names = enumerate(self._scene.names)
        others = (i for i, name in names if i != number and not name.associative)
        places = [place for i in others if (place := self._best(i)) and place.feature is not Feature.COUNTRY]
        return any(place.country == country for place in places)

    def _is_supported(self, row: int) -> bool:
        """Whether anything else in the article speaks for a row."""
        return support_of(self._belief.evidence[row]).any >= SUPPORTED_FROM

    def _lies_elsewhere(self, top: int, bonds: Sequence[Bond]) -> bool:
        """Whether a town that few know lies outside all that the text says holds it, and nothing else speaks for it."""
        place = self._scene.places[top]
        if place.feature is not Feature.CITY or self._known(top) >= _WELL_KNOWN:
            return False
        told = [(bond.clue.link, host) for bond in bonds if (host := self._best(bond.other))]
        hosts = [host for link, host in told if link in _HOLDING]
        support = support_of(self._belief.evidence[top])
        apart = [_is_other_region(link, host, place) for link, host in told if link in _HOLDING]
        if apart and all(apart) and support.local < SUPPORTED_FROM:
            return True
        abroad = all(host.country not in (None, place.country) for host in hosts)
        return bool(hosts) and support.any < SUPPORTED_FROM and abroad

    def _is_town_of_part(self, number: int, top: int) -> bool:
        """Whether a lake, mount or cape was found only as a town that bears part of its name."""
        tier = self._scene.names[number].tiers[top - self._scene.rows(number).start]
        return tier is not Tier.WHOLE and self._scene.places[top].feature in _HOSTS

    def _held_by(self, number: int, top: int) -> Place | None:
        """The region of the town's name where the text puts another town into it: "Fresnillo, Zacatecas"."""
        scene, seat = self._scene, self._scene.places[top]
        if seat.feature is not Feature.CITY:
            return None
        told = [bond.name for bond in scene.bonds if bond.other == number and bond.clue.link is Link.COMMA]
        towns = {p.id: p for p in map(self._best, told) if p and p.feature is Feature.CITY}
        if any(id_ != seat.id and town.admin1_code == seat.admin1_code for id_, town in towns.items()):
            rows = scene.places[scene.rows(number)]
            return next((p for p in rows if p.feature is Feature.ADMIN1 and p.admin1_code == seat.admin1_code), None)
        return None

    def _known(self, row: int) -> float:
        """People of a town, a quarter of them where it is meant by another than its own name."""
        people = float(self._scene.population[row])
        return people if self._belief.evidence[row][_OFFICIAL] else people / 4

    def _best(self, number: int) -> Place | None:
        """The likeliest meaning of a name, None where it has none."""
        rows = self._scene.rows(number)
        if rows.start == rows.stop:
            return None
        best: Place = self._scene.places[rows.start + int(self._belief.probability[rows].argmax())]
        return best


def _is_other_region(link: Link, host: Place, place: Place) -> bool:
    """Whether what is said to hold a place is, or lies in, another first-level region than the place."""
    holds = host.feature is Feature.ADMIN1 or (link is Link.IN and host.feature in _HOSTS)
    return holds and None not in (host.admin1_code, place.admin1_code) and host.admin1_code != place.admin1_code


def _around(town: Place, called: str) -> Place:
    """A lake, mount or cape of which only the town named like it is known: somewhere around the town."""
    return replace(
        town,
        id=f"derived:{fold(called).replace(' ', '-')}@{town.id}",
        name=called,
        feature=Feature.REGION,
        population=None,
        radius_m=max(town.radius_m, _LANDFORM_M),
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
