"""The map: one HTML file that shows an atlas and asks nothing of any network unless it is told to."""

from collections.abc import Mapping

from geo.cartography.assets import TILES, leaflet_script, leaflet_style, page_shell, page_style
from geo.cartography.borders import detailed_lines
from geo.cartography.composition import IncidentMap, PageFigure, Raw
from geo.cartography.encode import digits, encode, pack
from geo.cartography.payload import atlas_block, credit_record, tiles_block
from geo.model.provenance import DataSource, TileSource
from geo.model.reading import Atlas
from geo.protocols import Boundaries

TITLE = "Incident map"


def draw_map(
    atlas: Atlas,
    *,
    boundaries: Boundaries,
    basemap: bytes,
    credits: tuple[DataSource, ...],
    worldview: str,
    version: str,
    about: Mapping[str, str],
    tiles: TileSource | None = None,
) -> str:
    """The page, composed by folium; the same arguments give the same bytes.

    Args:
        atlas: what to show.
        boundaries: the lines to draw; those that distances were measured to.
        basemap: the file ``data/basemap/world.json.gz``.
        credits: the data sources to name on the map.
        worldview: whose view of disputed borders is drawn, as of ``boundaries``.
        version: of the program.
        about: rows for the panel "About this map", as label and value, shown as they are.
        tiles: the server whose tiles a reader may switch on; without one the page asks nobody for anything.
    """
    facts = {
        "worldview": worldview,
        "version": version,
        "rows": [[str(label), str(value)] for label, value in about.items()],
        "credits": [credit_record(c) for c in credits],
    }
    extra = () if tiles is None else (TILES,)
    figure = PageFigure(TITLE, tiles=tiles)
    figure.header.add_child(Raw(f"<style>{leaflet_style()}{page_style(*extra)}</style>\n"), name="style")
    figure.header.add_child(Raw(f"<script>{leaflet_script()}</script>\n"), name="leaflet")
    figure.html.add_child(Raw(page_shell()), name="shell")
    figure.html.add_child(Raw(_block("atlas", atlas_block(atlas, facts))), name="atlas")
    figure.html.add_child(Raw(_block("basemap", f'"{digits(basemap)}"')), name="basemap")
    detail = encode(detailed_lines(boundaries, atlas) | {"worldview": worldview})
    figure.html.add_child(Raw(_block("detail", f'"{pack(detail)}"')), name="detail")
    if tiles is not None:
        figure.html.add_child(Raw(_block("tiles", tiles_block(tiles))), name="tiles")
    IncidentMap().add_to(figure)
    return str(figure.render())


def _block(name: str, text: str) -> str:
    """A block of data that no browser runs."""
    return f'<script type="application/json" id="{name}">{text}</script>\n'
