"""Polylines as ``data/osm/*.npz`` keeps them; ``data/recipes/borders_lines.py`` describes the format."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geo.errors import DataError

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

#: Coordinates in the file are integers, so many to a degree: 1e-5 degree is at most 1.1 m.
UNITS_PER_DEG = 100_000
#: The file's neighbouring vertices lie at most this far apart, in metres.
PIECE_M = 2_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGroup:
    """What lines have in common."""

    #: Country codes on both sides, sorted; empty for a coast.
    countries: tuple[str, ...]
    #: "agreed" or "disputed".
    status: str
    #: The worldviews that draw the line so.
    views: frozenset[str]
    #: The package the line was read from.
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Polylines:
    """Lines one after another; neighbouring vertices of a line lie at most 2 km apart."""

    #: Degrees, one per vertex.
    lat: Floats
    lon: Floats
    #: Index of each line's first vertex, and the number of vertices at the end.
    starts: Integers
    #: Row of each line in ``groups``.
    group: Integers
    groups: tuple[LineGroup, ...]


def read_polylines(path: Path) -> Polylines:
    """The lines of one file.

    Raises:
        DataError: the file is missing or not one of ours.
    """
    try:
        with path.open("rb") as binary, np.load(binary, allow_pickle=False) as file:
            return _decoded({name: file[name] for name in file.files})
    except (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile) as error:
        raise DataError(f"{path}: unreadable: reinstall incident-map, or run 'make data' in a checkout") from error


def _decoded(file: dict[str, npt.NDArray[np.generic]]) -> Polylines:
    size = file["size"].astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(size)])
    steps = np.zeros((int(starts[-1]), 2), np.int64)
    inner = np.ones(len(steps), bool)
    inner[starts[:-1]] = False
    steps[inner] = file["steps"]
    run = np.cumsum(steps, axis=0)
    units = run + np.repeat(file["first"] - run[starts[:-1]], size, axis=0)
    columns = (file[name].tolist() for name in ("a", "b", "status", "views", "source"))
    groups = tuple(
        LineGroup(
            countries=tuple(code for code in (a, b) if code),
            status=status,
            views=frozenset(views.split()),
            source=source,
        )
        for a, b, status, views, source in zip(*columns, strict=True)
    )
    return Polylines(
        lat=units[:, 0] / UNITS_PER_DEG,
        lon=units[:, 1] / UNITS_PER_DEG,
        starts=starts,
        group=file["group"].astype(np.int64),
        groups=groups,
    )
