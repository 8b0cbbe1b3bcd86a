"""Mountains, waters, capes and islands that no list of towns holds, beside the mapped columns."""

import csv
from bisect import bisect_left
from collections.abc import Callable, Iterable
from pathlib import Path

from geo.gazetteer import layout
from geo.gazetteer.spelling import feature_class
from geo.model.names import fold
from geo.model.place import Feature, LatLon, Place

_SOURCE = "incident-map list of landforms"


class Landforms:
    """A few hundred places by folded name."""

    def __init__(self, spelled: Iterable[tuple[Place, tuple[str, ...]]]) -> None:
        self._by_name: dict[str, tuple[Place, ...]] = {}
        self._by_id: dict[str, Place] = {}
        for place, names in spelled:
            self._by_id[place.id] = place
            for name in dict.fromkeys(map(fold, (place.name, *names))):
                self._by_name[name] = (*self._by_name.get(name, ()), place)
        self._sorted = sorted(self._by_name)

    def bearers(self, folded: str) -> tuple[Place, ...]:
        """The places of a folded name."""
        return self._by_name.get(folded, ())

    def by_id(self, id_: str) -> Place | None:
        """The place of one id, None if there is none."""
        return self._by_id.get(id_)

    def begins(self, folded: str) -> bool:
        """Whether any name begins with these characters."""
        at = bisect_left(self._sorted, folded)
        return at < len(self._sorted) and self._sorted[at].startswith(folded)

    def name_class(self, folded: str) -> str | None:
        """The class of a name, None where there is none; see geo.protocols.Gazetteer.name_class."""
        places = self.bearers(folded)
        return feature_class(places[0].feature, 0, demonym=False, official=True) if places else None


def read_landforms(folder: Path, country_name: Callable[[str], str | None]) -> Landforms:
    """The list of a folder, its columns in the order of ``_place``; what lies in several countries has none.

    Raises:
        OSError: it cannot be read.
        ValueError: a row is not what it should be.
    """
    with (folder / layout.LANDFORMS).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return Landforms(_place(row, country_name) for row in rows)


def _place(row: list[str], country_name: Callable[[str], str | None]) -> tuple[Place, tuple[str, ...]]:
    id_, name, aliases, lat, lon, radius_km, feature, country = row
    place = Place(
        id=id_,
        name=name,
        at=LatLon(lat=float(lat), lon=float(lon)),
        feature=Feature(feature),
        country=country or None,
        country_name=country_name(country) if country else None,
        radius_m=float(radius_km) * 1000,
        source=_SOURCE,
    )
    return place, tuple(aliases.split(";")) if aliases else ()
