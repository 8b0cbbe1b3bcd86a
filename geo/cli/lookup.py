"""``geo lookup``: the gazetteer's entries for a name."""

from collections.abc import Sequence
from importlib.metadata import version

from rich.table import Table
from rich.text import Text

from geo.cli.knowledge import open_gazetteers, overlay_folder
from geo.cli.terminal import Page, console, is_narrow, printable, remark
from geo.cli.wording import told_place
from geo.gazetteer.online import OnlineGazetteer, open_geocoder
from geo.gazetteer.overlay import save_places
from geo.gazetteer.spelling import spellings
from geo.model.place import Place
from geo.settings import Settings


def run_lookup(
    name: str, limit: int, *, settings: Settings, online: str | None, countries: Sequence[str], save: bool
) -> int:
    """Print a table, best known first. Returns the exit code."""
    known = open_gazetteers(settings)
    places = _ask(online, name, countries, settings) if online else known.lookup([name])[name]
    if not places:
        remark(f"{printable(name)}: not in {online or 'the gazetteer'}")
        return 1
    if not online and not any(map(known.name_class, spellings(name))):
        remark(f"no entry is called {printable(name)}; shown are names spelled much like it")
    if save:
        save_places(overlay_folder(settings), name, places[:limit])
        remark(f"kept in {overlay_folder(settings)}")
    _print(places[:limit])
    if len(places) > limit:
        remark(f"{len(places) - limit} more; --limit {len(places)} shows all")
    return 0


def _print(places: Sequence[Place]) -> None:
    if is_narrow():
        page = Page()
        for place in places:
            cells = (told_place(place), place.feature.value, _people(place), _degrees(place), place.id)
            page.say(printable("; ".join(cell for cell in cells if cell)))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "kind", "region", "country"):
        table.add_column(column, overflow="fold", min_width=7)
    for column in ("population", "lat", "lon"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for place in places:
        table.add_row(*_row(place))
    console().print(table)


def _people(place: Place) -> str:
    return f"{place.population:,} people" if place.population is not None else ""


def _degrees(place: Place) -> str:
    return f"{place.at.lat:.4f}, {place.at.lon:.4f}"


def _ask(service: str, name: str, countries: Sequence[str], settings: Settings) -> tuple[Place, ...]:
    """An online geocoder's answers, its own order."""
    geocode = open_geocoder(service, user_agent=f"incident-map/{version('incident-map')}")
    cache = overlay_folder(settings) / "online" / service
    return OnlineGazetteer(geocode, service=service, cache=cache).lookup_online(name, countries=countries)


def _row(place: Place) -> tuple[Text, ...]:
    cells = (
        place.name,
        place.feature.value,
        place.admin1 or "",
        place.country or "",
        f"{place.population:,}" if place.population is not None else "",
        f"{place.at.lat:.4f}",
        f"{place.at.lon:.4f}",
        place.id,
    )
    return tuple(Text(printable(cell)) for cell in cells)
