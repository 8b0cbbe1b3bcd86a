"""What an article's title says of where: a place that the text names as well, so that every dot leads to a sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from geo.model.place import Feature, Place, Resolution
from geo.scenes.standings import is_area, is_people

#: Before a name in a title, what makes it a scene: "Bus crash in Lviv", "Quake shakes northern Peru".
_SCENE = re.compile(
    r"\b(?:in|at|near|off|outside|around|across|hits?|strikes?|rocks?|shakes?)\s+(?:[\w-]+ern\s+|central\s+)?"
    r"(?:[\w-]+(?:,\s+|,?\s+and\s+))*$",
    re.IGNORECASE,
)


#: "Rail strikes hit London": what hits a town and harms nobody; bare strikes may be either.
_HITS_PURSES = re.compile(
    r"(?:^|\b(?:rail|train|tube|metro|bus|teachers?['’]?|doctors?['’]?|nurses?['’]?|port|dock|airport|airline|general|labou?r"
    r"|pilots?['’]?|drivers?['’]?)\s+)(?:strikes?|walkouts?)\s+(?:to\s+)?(?:hits?|strikes?|rocks?|shakes?)\b"
    r"|\b(?:recession|inflation|layoffs|cuts|shortages?|tax(?:es)?|scandals?|prices|tariffs|sanctions)\s+(?:to\s+)?"
    r"(?:hits?|strikes?|rocks?|shakes?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A mention, in the text, of the place that the title names."""

    resolution: Resolution
    #: Whether the title says that something was there, and does not just name it.
    is_scene: bool

    def narrows(self, area: Place) -> bool:
        """Whether the title puts something in a town of this region or country."""
        town = self.resolution.place
        if not self.is_scene or town is None or town.feature is not Feature.CITY:
            return False
        if area.feature is Feature.COUNTRY:
            return area.country == town.country
        return area.feature is Feature.ADMIN1 and area.admin1_code == town.admin1_code


def find_titled(title: str, mentions: Iterable[Resolution]) -> Titled | None:
    """The place a title names, scenes before others and towns before regions; None where it names several."""
    found: dict[str, tuple[tuple[bool, bool], Resolution]] = {}
    for r in mentions:
        at = re.search(rf"\b{re.escape(r.mention.text)}\b(?!['’]s)", title)
        if at is not None and r.place is not None and not is_people(r):
            scene = _SCENE.search(title, 0, at.start())
            rank = (not is_area(r), scene is not None and _HITS_PURSES.search(title, 0, at.start()) is None)
            found.setdefault(r.place.id, (rank, r))
    best = max((rank for rank, _ in found.values()), default=(False, False))
    named = [r for rank, r in found.values() if rank == best]
    return Titled(named[0], is_scene=best[1]) if len(named) == 1 else None
