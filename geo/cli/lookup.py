"""``geo lookup``: the gazetteer's entries for a name."""

from rich.table import Table
from rich.text import Text

from geo.cli.knowledge import open_knowledge
from geo.cli.terminal import console, printable, remark
from geo.model.place import Place
from geo.settings import Settings


def run_lookup(name: str, limit: int, *, settings: Settings) -> int:
    """Print a table, best known first. Returns the exit code."""
    places = open_knowledge(settings).gazetteer.lookup([name])[name]
    if not places:
        remark(f"{printable(name)}: not in the gazetteer")
        return 1
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "kind", "region", "country"):
        table.add_column(column)
    for column in ("population", "lat", "lon", "radius km"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for place in places[:limit]:
        table.add_row(*_row(place))
    console().print(table)
    if len(places) > limit:
        remark(f"{len(places) - limit} more; --limit {len(places)} shows all")
    return 0


def _row(place: Place) -> tuple[Text, ...]:
    cells = (
        place.name,
        place.feature.value,
        place.admin1 or "",
        place.country or "",
        f"{place.population:,}" if place.population is not None else "",
        f"{place.at.lat:.4f}",
        f"{place.at.lon:.4f}",
        f"{place.radius_m / 1000:.1f}",
        place.id,
    )
    return tuple(Text(printable(cell)) for cell in cells)
