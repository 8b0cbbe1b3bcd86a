"""The sockets: what a backend must look like. Fit by shape; inherit nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar, runtime_checkable

from geo.model.distance import BoundaryLine, NearestLine
from geo.model.place import LatLon, Place
from geo.model.text import Article, Mention

A = TypeVar("A")
B = TypeVar("B")


class Recogniser(Protocol):
    """An article in, its toponyms out, in text order and without overlap."""

    def __call__(self, article: Article, /) -> tuple[Mention, ...]: ...


class Gazetteer(Protocol):
    """Names in, candidate places out. Unknown names map to an empty tuple."""

    def lookup(self, names: Iterable[str], /) -> Mapping[str, tuple[Place, ...]]:
        """Every entry that bears each name, as name, alternate name or demonym; most populous first."""
        ...

    def name_class(self, name: str, /) -> str | None:
        """What kind of thing bears a name, for recognition; None where nothing does.

        One of country, demonym, admin1, admin2, region, water, facility, and city1 (500,000 people
        and more), city2 (100,000), city3 (15,000), city4; as an alternate name only, alternate1 (of 100,000 people
        and more), alternate2 (15,000), alternate: that of the best-known bearer; village
        where every bearer is one that only its post office vouches for, in a country with such as "House".
        """
        ...

    def begins_name(self, words: str, /) -> bool:
        """Whether any name begins with these words; the last of them may be the beginning of a longer word."""
        ...


class Boundaries(Protocol):
    """Borders and coasts to measure to. Distances in metres on the WGS 84 ellipsoid."""

    def nearest_border(
        self, at: LatLon, *, of: str | None = None, with_: str | None = None, worldview: str | None = None
    ) -> NearestLine | None:
        """The nearest land border of country ``of`` (any, if None), shared with ``with_`` (any, if None).

        ``worldview`` is the one chosen at opening when None. None where there is no such border.
        """
        ...

    def nearest_coast(self, at: LatLon) -> NearestLine | None:
        """The nearest point of the coast of the sea."""
        ...

    def lines_within(self, south: float, west: float, north: float, east: float) -> tuple[BoundaryLine, ...]:
        """The borders that cross a box of degrees, whole and in full detail.

        ``west`` > ``east`` crosses the antimeridian.
        """
        ...


@runtime_checkable
class Coasts(Protocol):
    """Boundaries that can also draw the coast; without one a map has only its base map's coarse one."""

    def coast_within(self, south: float, west: float, north: float, east: float) -> tuple[BoundaryLine, ...]:
        """Whole rings of the coast that touch a box of degrees, each closed, land inside; without countries."""
        ...


class Engine(Protocol):
    """Maps a pure, picklable function over items and keeps their order."""

    def map(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]: ...
