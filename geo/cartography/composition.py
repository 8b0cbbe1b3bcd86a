"""folium elements that compose the page without ever compiling what comes from an article."""

from functools import cache
from typing import Any

import folium
from branca.element import Element, Figure
from folium.template import Template

from geo.cartography.assets import TILES, leaflet_script, page_script, script_hash
from geo.model.provenance import TileSource

#: The element that Leaflet draws in; branca makes it of the class name and the id.
MAP_ID = "map_incidents"
#: How the content security policy of every page begins.
POLICY_START = "default-src 'none'; script-src "


class Raw(Element):
    """Text that is put on the page as it is: branca compiles every other element as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: Any) -> str:
        """The text, untouched."""
        return self._text


class IncidentMap(folium.Map):
    """A folium map without links to other hosts and without an id made by chance."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own spelling
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" id={{ this.get_name()|tojson }} role="region" aria-label="Map"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }},
            {center: {{ this.location|tojson }}, crs: L.CRS.{{ this.crs }}, ...{{ this.options|tojavascript }}});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__(
            location=(30, 20), zoom_start=2, tiles=None, zoom_control=False, minZoom=1, maxZoom=16,
            worldCopyJump=True, zoomSnap=0.5, attributionControl=False, fadeAnimation=False,
        )  # fmt: skip

    @classmethod
    def _generate_id(cls) -> str:
        return "incidents"


class PageFigure(Figure):
    """The document: language, title and policy first, and a view port that can be zoomed."""

    _template = Template(
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{{ this.policy|e }}">\n'
        "{{ this.referrer }}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<title>{{ this.title|e }}</title>\n"
        "{{ this.header.render(**kwargs) }}</head>\n<body>\n{{ this.html.render(**kwargs) }}"
        "<script>{{ this.script.render(**kwargs) }}{{ this.last_script }}</script>\n</body>\n</html>\n"
    )

    def __init__(self, title: str, *, tiles: TileSource | None = None) -> None:
        super().__init__(title=title)
        self.header._children.clear()
        self.policy = content_policy(tiles and tiles.origin)
        self.referrer = "" if tiles is None else '<meta name="referrer" content="no-referrer">\n'
        self.last_script = page_script() if tiles is None else page_script(TILES)

    @classmethod
    def _generate_id(cls) -> str:
        return "page"


@cache
def content_policy(tiles_from: str | None = None) -> str:
    """Nothing but the known scripts runs, and nothing is fetched but pictures from one server, where one is named.

    Hashed are the files as they were released, never a finished page: hashing what was generated
    would bless whatever had slipped into it.
    """
    last = known_script() if tiles_from is None else known_script(TILES)
    known = " ".join(script_hash(text) for text in (leaflet_script(), last))
    pictures = "data: blob:" if tiles_from is None else f"data: blob: {tiles_from}"
    return f"{POLICY_START}{known}; style-src 'unsafe-inline'; img-src {pictures}; base-uri 'none'; form-action 'none'"


@cache
def known_script(*extra: str) -> str:
    """The last script of every page: folium's map and ours, rendered without any article."""
    empty = Figure()
    IncidentMap().add_to(empty)
    empty.render()
    return str(empty.script.render()) + page_script(*extra)
