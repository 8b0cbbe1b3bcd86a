"""Land borders of the world, within about 100 m of OpenStreetMap: ``python -m data.recipes.borders``.

Borders are kept over land, lakes and the Caspian Sea, and at sea where a coast is within a kilometre: river
mouths and narrow straits (Johor) are borders people stand at, territorial seas are not.
"""

import itertools

import numpy as np
from pyproj import Geod

from data.recipes.borders_lines import cut, merged, write_lines
from data.recipes.borders_views import Labelled, label
from data.recipes.borders_zones import read_segments
from data.recipes.coast import OSM, Land, read_land

GEO_TZ, GEO_MAPS = "8.1.9", "0.6.0"
TOLERANCE_M = 100.0
#: A border over water is kept this near to a coast.
CHANNEL_M = 1_000.0
#: Grain at which lines are tested for land.
_GRAIN_M = 250.0
#: Pairs without a land border are kept when they share a narrow channel at least this long (MY-SG 75 km).
_CHANNEL_LENGTH_M = 50_000.0
_LAND_LENGTH_M = 100.0  # Botswana and Zambia share 150 m of the Zambezi
_WGS84 = Geod(ellps="WGS84")


def main() -> None:
    groups = label(read_segments(GEO_TZ), geo_maps=GEO_MAPS)
    land = read_land(GEO_MAPS)
    kept = []
    for pair, of_pair in itertools.groupby(groups, key=lambda group: (group.a, group.b)):
        clipped = [(group, *_clip(group, land)) for group in of_pair]
        dry = sum(dry_m for _, _, dry_m, _ in clipped)
        channel = sum(wet_m for _, _, _, wet_m in clipped)
        if dry > _LAND_LENGTH_M or channel > _CHANNEL_LENGTH_M:
            kept += [(group, lines) for group, lines, _, _ in clipped if lines]
        else:
            print(f"{'-'.join(pair)}: at sea only")
    write_lines(OSM / "borders.npz", kept)


def _clip(group: Labelled, land: Land) -> tuple[list[np.ndarray], float, float]:
    """The stretches on land or in a channel, metres on land, metres in channels."""
    lines, dry_m, channel_m = [], 0.0, 0.0
    for line in merged(group.ends, TOLERANCE_M):
        fine = cut(line, _GRAIN_M)
        middle = (fine[:-1] + fine[1:]) / 2
        dry = land.covers(middle)
        channel = np.zeros(len(dry), bool)
        channel[~dry] = land.near(middle[~dry], CHANNEL_M)
        length = _WGS84.inv(*fine[:-1].T, *fine[1:].T)[2]
        dry_m, channel_m = dry_m + length[dry].sum(), channel_m + length[channel].sum()
        lines += _stretches(line, fine, dry | channel)
    return lines, dry_m, channel_m


def _stretches(line: np.ndarray, fine: np.ndarray, keep: np.ndarray) -> list[np.ndarray]:
    """Runs of kept pieces, with the line's own vertices and not those of the grain between."""
    if keep.all():
        return [line]
    own = (fine[:, None] == line[None]).all(axis=2).any(axis=1) if len(line) < 50 else _members(fine, line)
    runs = []
    for kept, run in itertools.groupby(range(len(keep)), key=lambda i: bool(keep[i])):
        if kept:
            pieces = list(run)
            first, last = pieces[0], pieces[-1] + 1
            inner = [i for i in range(first + 1, last) if own[i]]
            runs.append(fine[[first, *inner, last]])
    return runs


def _members(fine: np.ndarray, line: np.ndarray) -> np.ndarray:
    known = set(map(tuple, line.tolist()))
    return np.array([tuple(vertex) in known for vertex in fine.tolist()])


if __name__ == "__main__":
    main()
