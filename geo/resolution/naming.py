"""The distinct names of one article, what qualifies them, and the places that bear them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.model.names import fold
from geo.model.place import AREAS, Feature, Place
from geo.model.text import Mention, Use
from geo.resolution.clues import Clue, Link
from geo.resolution.forms import Tier, forms, plain
from geo.resolution.terms import TERMS, following_term, is_landform, own_term, preceding_term

#: Candidates kept per name: the best known, and the rest that lie in a region the article names.
_KEEP, _KEEP_NAMED = 20, 20
_REGIONS = frozenset({Feature.COUNTRY, Feature.ADMIN1})
_DIVISIONS = frozenset({Feature.ADMIN1, Feature.ADMIN2})


@dataclass(slots=True)
class Name:
    """One name of the article: the mentions that share it, and what it may mean."""

    #: As looked up: with the generic term that the text supplies ("Clarke county").
    text: str
    #: Names spelled alike share a number; they never speak for each other.
    spelling: int
    #: The generic term that says what kind of place it is, lower case.
    term: str | None = None
    mentions: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    tiers: list[Tier] = field(default_factory=list)
    #: The form under which each place was found.
    spelt: list[str] = field(default_factory=list)
    #: Entries that bear the name, before the unlikely ones are left out.
    total: int = 0
    associative: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """A name and the one that qualifies it, by number, with the clue that says so."""

    name: int
    other: int
    clue: Clue


def written_out(text: str, mention: Mention) -> str:
    """The name to look up, with the generic term that stands after the mention."""
    name = plain(mention.text)
    term = None if own_term(name) else following_term(text, mention)
    return f"{name} {term}" if term else name


class Names:
    """Collects names while an article is read; one per spelling and, where qualified apart, per region."""

    def __init__(self, text: str, candidates: Mapping[str, tuple[Place, ...]]) -> None:
        self.all: list[Name] = []
        self._text = text
        self._candidates = candidates
        self._spellings: dict[str, int] = {}
        self._first: dict[str, int] = {}
        self._apart: dict[tuple[str, str], int] = {}
        self._qualified: set[str] = set()

    def add_mentions(self, mentions: Sequence[Mention], clues: Sequence[Clue]) -> list[int]:
        """The number of the name of each mention."""
        region_of = {
            c.mention: fold(c.qualifier) for c in clues if c.link is Link.COMMA and self._may_be_region(c.qualifier)
        }
        return [self._add_mention(i, mention, region_of.get(i, "")) for i, mention in enumerate(mentions)]

    def add_unmentioned(self, text: str) -> int:
        """The number of a name that is no mention: a qualifier that recognition passed over."""
        key = fold(text)
        if key not in self._first:
            self._first[key] = self._append(text, key)
        return self._first[key]

    def collect(self) -> None:
        """Find the places of every name, the unlikely ones of long lists left out."""
        for name in self.all:
            _collect(name, self._candidates)
        _prune(self.all)

    def _add_mention(self, i: int, mention: Mention, region: str) -> int:
        text = written_out(self._text, mention)
        key = fold(text) or text
        number = self._apart.get((key, region)) if region else self._first.get(key)
        if number is None and region and key in self._first and key not in self._qualified:
            number = self._first[key]  # the first time that a name already read is qualified
        if number is None:
            number = self._append(text, key)
            self._first.setdefault(key, number)
        if region:
            self._apart[key, region] = number
            self._qualified.add(key)
        name = self.all[number]
        name.mentions.append(i)
        name.associative |= mention.use is Use.ASSOCIATIVE
        name.term = name.term or own_term(text) or preceding_term(self._text, mention)
        return number

    def _append(self, text: str, spelling: str) -> int:
        number = self._spellings.setdefault(spelling.removesuffix(" city"), len(self._spellings))
        self.all.append(Name(text, number, own_term(text)))
        return len(self.all) - 1

    def _may_be_region(self, name: str) -> bool:
        return any(p.feature in _REGIONS for f in forms(name)[:2] for p in self._candidates.get(f.name, ()))


def bind(names: Names, name_of: Sequence[int], clues: Sequence[Clue]) -> list[Bond]:
    """Which name qualifies which, each pair once."""
    bonds: dict[tuple[int, int], Bond] = {}
    for clue in clues:
        other = names.add_unmentioned(clue.qualifier) if clue.other is None else name_of[clue.other]
        pair = (name_of[clue.mention], other)
        if pair[0] != other and (pair not in bonds or clue.link is Link.COMMA):
            bonds[pair] = Bond(*pair, clue)
    return list(bonds.values())


def _collect(name: Name, candidates: Mapping[str, tuple[Place, ...]]) -> None:
    """All places that bear one of the forms; parts of the name only where nothing else is found."""
    seen: set[str] = set()
    for form in forms(name.text):
        if form.tier >= Tier.LESS and name.places:
            break
        found = candidates.get(form.name, ())
        if form.tier is Tier.PART:
            found = tuple(p for p in found if p.feature in AREAS or fold(p.name) == fold(form.name))
        for place in found:
            if place.id not in seen:
                seen.add(place.id)
                name.places.append(place)
                name.tiers.append(form.tier)
                name.spelt.append(form.name)
    _leave_out_seats(name)
    name.total = len(name.places)


def _leave_out_seats(name: Name) -> None:
    """The region alone for "Tver region", where the gazetteer has such a region: not the town of Tver too."""
    own = own_term(name.text)
    term = own or (name.term if len(name.mentions) == 1 else None)  # "the region of Tver", not so called elsewhere
    kinds = TERMS.get(term or "", frozenset())
    if not kinds or Feature.CITY in kinds:
        return
    found = zip(name.tiers, name.places, strict=True)
    if is_landform(name.text) and any(tier is Tier.WHOLE and p.feature in kinds for tier, p in found):
        _keep(name, [i for i, tier in enumerate(name.tiers) if tier is Tier.WHOLE])  # the Gulf of Oman, not Oman
    held = {p.country for p in name.places if p.feature in kinds & _DIVISIONS}
    if held:
        seats = {
            i
            for i, place in enumerate(name.places)
            if (name.tiers[i] is Tier.BARE or not own) and place.feature is Feature.CITY and place.country in held
        }
        _keep(name, [i for i in range(len(name.places)) if i not in seats])


def _keep(name: Name, rows: Sequence[int]) -> None:
    name.places = [name.places[i] for i in rows]
    name.tiers = [name.tiers[i] for i in rows]
    name.spelt = [name.spelt[i] for i in rows]


def _prune(names: Sequence[Name]) -> None:
    """Keep the best known candidates of a name and those in regions that other names may mean."""
    long = [name for name in names if name.total > _KEEP]
    if not long:
        return
    named = {p.admin1_code for n in names if n.total <= _KEEP for p in n.places if p.feature is Feature.ADMIN1}
    named |= {p.country for n in names if n.total <= _KEEP for p in n.places if p.feature is Feature.COUNTRY} - {"US"}
    for name in long:
        order = sorted(range(name.total), key=lambda i, places=name.places: -prominence(places[i]))  # type: ignore[misc]
        kept = order[:_KEEP]
        kept += [i for i in order[_KEEP:] if {name.places[i].admin1_code, name.places[i].country} & named][:_KEEP_NAMED]
        _keep(name, kept)


def prominence(place: Place) -> float:
    """A country speaks louder than its people alone; what has none, as loud as it is wide."""
    if place.feature in (Feature.COUNTRY, Feature.CONTINENT):
        return 9.0
    if place.population:
        return math.log10(place.population + 10) + (0.5 if place.feature is Feature.ADMIN1 else 0.0)
    if place.feature in (Feature.CITY, Feature.DISTRICT):
        return 2.5
    return 3.0 + 1.4 * max(0.0, math.log10(place.radius_m / 1000 + 0.1))
