"""The user's own gazetteer laid over the embedded one: country files and saved answers, after what is embedded."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.database import PlaceDatabase, Spelled, add_to_database, open_database
from geo.gazetteer.spelling import feature_class, spellings
from geo.gazetteer.store import EmbeddedGazetteer
from geo.model.names import fold
from geo.model.place import Feature, Place

#: Answers of online geocoders that the user kept.
SAVED = "saved.sqlite"
#: Two entries of one name and kind this near are one place, in metres: sources differ by about so much.
_SAME_PLACE_M = 5_000.0
#: Features that different sources tell apart differently.
_INHABITED = frozenset({Feature.CITY, Feature.DISTRICT})
_KEPT = 65_536


class OverlayGazetteer:
    """Embedded answers first, then those of the overlay; fits geo.protocols.Gazetteer."""

    def __init__(
        self, embedded: EmbeddedGazetteer, databases: Sequence[PlaceDatabase], folder: Path, version: str
    ) -> None:
        self._embedded = embedded
        self._databases = databases
        self._folder = folder
        #: Changes whenever the embedded gazetteer or a file of the overlay does.
        self.version = version
        self._places = lru_cache(_KEPT)(self._find)
        self._class = lru_cache(_KEPT)(self._classify)

    def lookup(self, names: Iterable[str], /) -> Mapping[str, tuple[Place, ...]]:
        """Every entry that bears each name: embedded ones first, each part with the most populous first."""
        places = self._places
        return {name: places(name) for name in names}

    def name_class(self, name: str, /) -> str | None:
        """What the best-known bearer of a name is, the embedded gazetteer's word first."""
        return self._embedded.name_class(name) or self._class(name)

    def begins_name(self, words: str, /) -> bool:
        """Whether any name of any layer begins with these words."""
        return self._embedded.begins_name(words) or any(each.begins_name(words) for each in self._databases)

    def by_id(self, id_: str, /) -> Place | None:
        """The place of one id, None if there is none."""
        found = self._embedded.by_id(id_)
        return found or next((place for each in self._databases if (place := each.by_id(id_))), None)

    def of_feature(self, feature: Feature, /) -> tuple[Place, ...]:
        """Every embedded place of one feature."""
        return self._embedded.of_feature(feature)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[EmbeddedGazetteer, Path]]:
        return with_overlay, (self._embedded, self._folder)

    def _find(self, name: str) -> tuple[Place, ...]:
        found = list(self._embedded.lookup([name])[name])
        added = [place for each in self._databases for spelling in spellings(name) for place in each.lookup(spelling)]
        if added and self._embedded.name_class(name) is None:
            found = []  # what the embedded gazetteer offered was another romanisation; here is the name itself
        for place in sorted(added, key=lambda place: -(place.population or 0)):
            if not any(_same(place, other) for other in found):
                found.append(self._named(place))
        return tuple(found)

    def _named(self, place: Place) -> Place:
        """The place with the names of its country and region."""
        region = self._embedded.region_name(place.admin1_code) if place.admin1_code else None
        country = self._embedded.country_name(place.country) if place.country else None
        return replace(place, admin1=place.admin1 or region, country_name=country)

    def _classify(self, name: str) -> str | None:
        for each in self._databases:
            for place in each.lookup(name):
                official = fold(place.name) == fold(name)
                return feature_class(place.feature, place.population or 0, demonym=False, official=official)
        return None


def _same(one: Place, other: Place) -> bool:
    """Whether two entries of one name are one place."""
    if one.id == other.id:
        return True
    alike = one.feature is other.feature or {one.feature, other.feature} <= _INHABITED
    return alike and _apart_m(one, other) <= _SAME_PLACE_M


def _apart_m(one: Place, other: Place) -> float:
    from geopy.distance import geodesic

    return float(geodesic((one.at.lat, one.at.lon), (other.at.lat, other.at.lon)).m)


def with_overlay(embedded: EmbeddedGazetteer, folder: Path) -> EmbeddedGazetteer | OverlayGazetteer:
    """The embedded gazetteer with the user's overlay folder laid over it; itself where that holds nothing.

    Raises:
        GazetteerError: a file of the overlay is damaged.
    """
    files = overlay_files(folder)
    if not files:
        return embedded
    return OverlayGazetteer(
        embedded, [open_database(file) for file in files], folder, overlay_version(embedded, folder)
    )


def overlay_files(folder: Path) -> list[Path]:
    """The files of an overlay: one per updated country, and the saved answers; none where there is no folder."""
    return sorted(folder.glob("*.sqlite"))


def overlay_version(embedded: EmbeddedGazetteer, folder: Path) -> str:
    """A hash that changes whenever an answer could; cheap enough to ask at every start."""
    digest = hashlib.sha256(embedded.version.encode())
    for file in overlay_files(folder):
        try:
            status = file.stat()
        except OSError as error:
            raise GazetteerError(f"{file}: cannot be read: {error.strerror or error}") from error
        digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def save_places(folder: Path, name: str, places: Iterable[Place]) -> None:
    """Keep answers of an online geocoder in the overlay, under the name that was asked and their own."""
    add_to_database(folder / SAVED, [Spelled(place=place, names=(name,)) for place in places])
