"""Borders and coasts to measure to: the embedded lines of OpenStreetMap, seen through a worldview."""

from functools import cached_property
from pathlib import Path

import numpy as np

from geo.errors import SettingsError
from geo.gazetteer.boundaries_drawing import Land, lines_in
from geo.gazetteer.boundaries_nearest import Bundles, Found, NearestPieces, bundle
from geo.gazetteer.boundaries_polylines import Bools, Floats, LineGroup, Polylines, read_polylines
from geo.model.distance import BoundaryLine, NearestLine
from geo.model.place import LatLon

#: ``un``: as United Nations maps draw it; ``de-facto``: the lines of those in control.
WORLDVIEWS = ("un", "de-facto")
#: How far a line may lie from the true one, in metres. OpenStreetMap's vintages agree within 190 m at the 95th
#: percentile and the lines are simplified by 100 m; geo-maps itself by 250 m. DECISIONS.md, "boundaries".
ERROR_M = {"geo-tz": 250.0, "geo-maps": 400.0}
COAST_ERROR_M = 500.0
#: Territories whose borders are also those of the country they are part of.
_PART_OF = {"GF": "FR", "GI": "GB", "MF": "FR", "SX": "NL"}

_Question = tuple[str | None, str | None, str]


def open_boundaries(folder: Path, *, worldview: str = "un") -> "EmbeddedBoundaries":
    """The borders and coasts of ``data/osm``; files are read when first asked about.

    Raises:
        SettingsError: there is no such worldview.
    """
    return EmbeddedBoundaries(folder, _known(worldview))


class EmbeddedBoundaries:
    """Fits ``geo.protocols.Boundaries``; what it has read, it keeps."""

    def __init__(self, folder: Path, worldview: str) -> None:
        self._folder = folder
        self.worldview = worldview
        self._borders: dict[_Question, NearestPieces | None] = {}

    @property
    def worldviews(self) -> tuple[str, ...]:
        """The worldviews that can be asked for, the default first."""
        return WORLDVIEWS

    def nearest_border(
        self, at: LatLon, *, of: str | None = None, with_: str | None = None, worldview: str | None = None
    ) -> NearestLine | None:
        """The nearest land border of country ``of`` shared with ``with_``; None where there is none."""
        found = self.nearest_borders(np.array([at.lat]), np.array([at.lon]), of=of, with_=with_, worldview=worldview)
        return None if found is None else self._border_line(found)

    def nearest_borders(
        self, lats: Floats, lons: Floats, *, of: str | None = None, with_: str | None = None,
        worldview: str | None = None,
    ) -> Found | None:  # fmt: skip
        """``nearest_border`` for many positions at once; None where there is no such border."""
        question = (of, with_, _known(worldview or self.worldview))
        if question not in self._borders:
            chosen = self._lines_of(*question)
            self._borders[question] = NearestPieces(*self._border_bundles, chosen) if chosen.any() else None
        pieces = self._borders[question]
        return None if pieces is None else pieces.find(lats, lons)

    def nearest_coast(self, at: LatLon) -> NearestLine:
        """The nearest point of the coast of the sea; islands under a square kilometre have none."""
        found = self.nearest_coasts(np.array([at.lat]), np.array([at.lon]))
        return _nearest_line(found, (), "agreed", COAST_ERROR_M)

    def nearest_coasts(self, lats: Floats, lons: Floats) -> Found:
        """``nearest_coast`` for many positions at once."""
        return self._coast.find(lats, lons)

    def group_of(self, line: int) -> LineGroup:
        """Countries and status of a line that ``nearest_borders`` found."""
        return self._border_lines.groups[int(self._border_lines.group[line])]

    def lines_within(self, south: float, west: float, north: float, east: float) -> tuple[BoundaryLine, ...]:
        """The borders of the worldview that cross a box of degrees, each of them whole."""
        lines = self._border_lines
        chosen = self._lines_of(None, None, self.worldview)
        return tuple(
            BoundaryLine(points=points, countries=group.countries, status=group.status, number=number)
            for number, points in lines_in(lines, chosen, (south, west, north, east))
            for group in (self.group_of(number),)
        )

    def coast_within(self, south: float, west: float, north: float, east: float) -> tuple[BoundaryLine, ...]:
        """Land as closed rings wherever it touches a box of degrees; cut just outside the box."""
        return tuple(
            BoundaryLine(points=points, countries=(), status="agreed")
            for points in self._land.rings_in((south, west, north, east))
        )

    @cached_property
    def _border_lines(self) -> Polylines:
        return read_polylines(self._folder / "borders.npz")

    @cached_property
    def _coast_lines(self) -> Polylines:
        return read_polylines(self._folder / "coast.npz")

    @cached_property
    def _land(self) -> Land:
        return Land(self._coast_lines)

    @cached_property
    def _coast(self) -> NearestPieces:
        lines = self._coast_lines
        return NearestPieces(lines, bundle(lines), np.ones(len(lines.group), bool))

    @cached_property
    def _border_bundles(self) -> tuple[Polylines, Bundles]:
        return self._border_lines, bundle(self._border_lines)

    def _lines_of(self, of: str | None, with_: str | None, worldview: str) -> Bools:
        wanted = [
            worldview in group.views and _is_between(group.countries, of, with_) for group in self._border_lines.groups
        ]
        return np.array(wanted, bool)[self._border_lines.group]

    def _border_line(self, found: Found) -> NearestLine:
        group = self.group_of(int(found.line[0]))
        return _nearest_line(found, group.countries, group.status, ERROR_M[group.source])


def _nearest_line(found: Found, countries: tuple[str, ...], status: str, error_m: float) -> NearestLine:
    at = LatLon(lat=float(found.lat[0]), lon=float(found.lon[0]))
    return NearestLine(
        at=at, distance_m=float(found.distance_m[0]), countries=countries, status=status, error_m=error_m
    )


def _known(worldview: str) -> str:
    if worldview not in WORLDVIEWS:
        raise SettingsError(f"worldview: {worldview!r} is none of {', '.join(WORLDVIEWS)}")
    return worldview


def _is_between(countries: tuple[str, ...], of: str | None, with_: str | None) -> bool:
    a, b = ({code, _PART_OF.get(code, code)} for code in countries)
    return any((of is None or of in x) and (with_ is None or with_ in y) for x, y in ((a, b), (b, a)))
