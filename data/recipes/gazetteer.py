"""Builds ``data/gazetteer/``: ``python -m data.recipes.gazetteer`` from the checkout's root."""

import sys
from collections import Counter
from pathlib import Path

from data.recipes import gazetteer_areas as areas
from data.recipes import gazetteer_towns as towns
from data.recipes.gazetteer_entries import Entry
from data.recipes.gazetteer_estimated import estimated_villages
from data.recipes.gazetteer_postal import villages
from data.recipes.gazetteer_regions import regions
from data.recipes.gazetteer_shapes import shapes
from data.recipes.gazetteer_world_cities import world_cities
from data.recipes.gazetteer_write import write
from geo.model.place import Feature

FOLDER = Path(__file__).resolve().parent.parent / "gazetteer"


def entries() -> list[Entry]:
    """Everything the gazetteer holds."""
    inhabited, curated = towns.towns(), towns.curated()
    settled = [*inhabited, *(entry for entry in curated if entry.feature is Feature.CITY)]
    posted = list(villages(settled))
    further = list(world_cities([*settled, *posted]))
    found = [
        *areas.continents(),
        *areas.countries(),
        *regions(inhabited, shapes(inhabited)),
        *inhabited,
        *posted,
        *further,
        *estimated_villages([*settled, *posted, *further]),
        *towns.airports(),
        *curated,
    ]
    areas.describe_peoples(found)
    return found


def main() -> None:
    """Write the gazetteer and say what is in it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    found = entries()
    write(found, folder)
    print(", ".join(f"{count} {feature}" for feature, count in Counter(str(e.feature) for e in found).most_common()))


if __name__ == "__main__":
    main()
