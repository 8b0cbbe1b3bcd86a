"""What a choice or a refusal rests on, in words for a reader."""

from collections.abc import Sequence

from geo.model.place import Candidate, Feature, Place, Reason
from geo.resolution.belief import COLUMNS, Belief
from geo.resolution.beside import held
from geo.resolution.clues import Link
from geo.resolution.confidence import SAME_KM
from geo.resolution.context import CONTEXT
from geo.resolution.naming import Bond
from geo.resolution.own import OWN
from geo.resolution.scene import Scene

#: Two meanings are tied when neither is this many times likelier than the other.
_TIE = 2.0
#: Contributions smaller than this explain nothing.
_LEAST = 0.005
#: Least weight of the other names, in names, that says which country an article is about.
_SAYS_COUNTRY = 0.5
#: A country that is merely named says less of where an article is than a town in it.
_COUNTRY_SHARE = 0.6
_REASON_OF = {
    **dict.fromkeys(CONTEXT, Reason.NEARBY),
    **dict.fromkeys((c for c in CONTEXT if "qualif" in c or "series" in c or "said to be" in c), Reason.QUALIFIED),
    **dict.fromkeys((c for c in CONTEXT if "dateline" in c), Reason.DATELINE),
    "at the stated distance": Reason.STATED_DISTANCE,
    **dict.fromkeys(OWN, Reason.POPULATION),
    **dict.fromkeys((c for c in OWN if "home" in c), Reason.NEARBY),
    "town in the dateline": Reason.DATELINE,
}
_REASONS = tuple(_REASON_OF[column] for column in COLUMNS)


class Leaning:
    """Which country the names of an article speak of, with and without one of them."""

    def __init__(self, scene: Scene, belief: Belief) -> None:
        self._of_name: list[dict[str, float]] = [{} for _ in scene.names]
        self._total: dict[str, float] = {}
        for number, place, share in zip(scene.name.tolist(), scene.places, belief.probability.tolist(), strict=True):
            if place.country:
                mass = share * (_COUNTRY_SHARE if place.feature is Feature.COUNTRY else 1.0)
                own = self._of_name[number]
                own[place.country] = own.get(place.country, 0.0) + mass
                self._total[place.country] = self._total.get(place.country, 0.0) + mass

    def country_without(self, number: int) -> str | None:
        """The country, ISO 3166-1 alpha-2, where most of the other names lie; None where nothing says."""
        own = self._of_name[number]
        mass, best = max(((m - own.get(code, 0.0), code) for code, m in self._total.items()), default=(0.0, ""))
        return best if mass >= _SAYS_COUNTRY else None


def deciding_bond(scene: Scene, belief: Belief, bonds: Sequence[Bond], top: int, rival: int) -> Bond | None:
    """The qualifier that holds the choice and not the best other meaning; None where none does."""
    for bond in bonds:
        if bond.clue.link is not Link.SERIES:
            others = scene.rows(bond.other)
            best = others.start + int(belief.probability[others].argmax())
            both = [held(scene, slice(row, row + 1), slice(best, best + 1))[0, 0] for row in (top, rival)]
            if both[0] and not both[1]:
                return bond
    return None


def quoted(text: str, bond: Bond) -> str:
    """The words of a qualifier, as a note."""
    return f"in “{' '.join(bond.clue.span.of(text).split())}”"


def choice_reason(belief: Belief, top: int, rival: int) -> Reason:
    """The kind of evidence that sets the choice apart from the best other meaning."""
    gain = dict.fromkeys(_REASONS, 0.0)
    for reason, value in zip(_REASONS, (belief.contributions[top] - belief.contributions[rival]).tolist(), strict=True):
        gain[reason] += value
    return max(gain, key=lambda reason: (gain[reason], reason.value))


def refusal(scene: Scene, belief: Belief, country: str | None, best: tuple[int, int | None]) -> tuple[Reason, str]:
    """Why no place is named, and what would help; ``country`` is where the article's other names lie."""
    top, rival = best
    places = scene.names[int(scene.name[top])].places
    at_hand = country is None or any(place.country == country for place in places)
    if at_hand and rival is not None and belief.probability[top] < _TIE * belief.probability[rival]:
        return Reason.TIED, f"{called(scene.places[top])} or {called(scene.places[rival])}"
    return Reason.NAMESAKE, advice(country)


def advice(country: str | None) -> str:
    """What would help to place a name that the gazetteer does not hold where the article is."""
    hint = f": geo gazetteer update {country}" if country else ""
    return f"not in the embedded gazetteer near the article's other places{hint}"


def beside_it(entries: int) -> str:
    """That the other entries of a name leave no choice: a city, its district and its province."""
    return f"all {entries} entries of the name lie within {SAME_KM:.0f} km"


def called(place: Place) -> str:
    """A place with its region and country."""
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def candidate(scene: Scene, belief: Belief, row: int) -> Candidate:
    """One row for the reader: the place, its score, and each contribution, largest first."""
    values = belief.contributions[row].tolist()
    told = [(column, round(value, 2)) for column, value in zip(COLUMNS, values, strict=True) if abs(value) >= _LEAST]
    told.sort(key=lambda said: -abs(said[1]))
    return Candidate(place=scene.places[row], score=round(sum(values), 3), why=tuple(told))
