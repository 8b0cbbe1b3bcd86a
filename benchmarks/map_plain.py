"""The maps to compare with: plain folium, everything inlined."""

import html
from typing import Any

import folium
from branca.element import Element
from folium.plugins import FastMarkerCluster

from data.recipes.npm import fetch
from geo.cartography.assets import leaflet_script, leaflet_style
from geo.model.incident import Incident
from geo.model.reading import Atlas, Reading


class Raw(Element):  # type: ignore[misc]
    """Text as it is, so that the libraries are not compiled as templates."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_kwargs: Any) -> str:
        return self.text


class PlainMap(folium.Map):  # type: ignore[misc]
    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class PlainCluster(FastMarkerCluster):  # type: ignore[misc]
    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


def popup_html(incident: Incident, reading: Reading) -> str:
    """What a plain popup of the incident says: the same facts as a card, as HTML."""
    report, article, e = incident.reports[0], reading.article, html.escape
    place = (
        ", ".join(filter(None, (incident.place.name, incident.place.admin1, incident.place.country)))
        if incident.place
        else ""
    )
    claims = "".join(f"<li>{c.n} {c.kind} ({e(c.who or '')})</li>" for c in report.casualties)
    return (
        f"<h4>{e(incident.type.value)}</h4><p>{incident.when.date}, {e(place)}</p><ul>{claims}</ul>"
        f"<blockquote>{e(article.text)}</blockquote>"
        f'<p><a href="{e(article.url or "")}">{e(article.title or "")}</a>, {e(article.publisher or "")}, '
        f"{article.date}</p>"
    )


def naive_map(atlas: Atlas) -> str:
    """One folium Marker with one Popup per incident."""
    readings = {r.article.id: r for r in atlas.readings}
    plain = _with_libraries(PlainMap(location=(48.5, 36), zoom_start=6, tiles=None, maxZoom=18), clusters=False)
    for incident in atlas.incidents:
        if incident.at is None:
            continue
        popup = folium.Popup(popup_html(incident, readings[incident.reports[0].article_id]), max_width=340)
        folium.Marker((incident.at.lat, incident.at.lon), popup=popup).add_to(plain)
    return str(plain.get_root().render())


def fast_cluster_map(atlas: Atlas) -> str:
    """folium's FastMarkerCluster with a column of popups."""
    readings = {r.article.id: r for r in atlas.readings}
    plain = _with_libraries(PlainMap(location=(48.5, 36), zoom_start=6, tiles=None, maxZoom=18), clusters=True)
    rows = [
        [i.at.lat, i.at.lon, popup_html(i, readings[i.reports[0].article_id])]
        for i in atlas.incidents
        if i.at is not None
    ]
    callback = "function (row) { var m = L.marker(new L.LatLng(row[0], row[1])); m.bindPopup(row[2]); return m; }"
    PlainCluster(rows, callback=callback).add_to(plain)
    return str(plain.get_root().render())


def _with_libraries(plain: PlainMap, *, clusters: bool) -> PlainMap:
    head = plain.get_root().header
    head.add_child(Raw(f"<style>{leaflet_style()}</style><script>{leaflet_script()}</script>"), name="leaflet")
    head.add_child(Raw(f"<script>{_npm('jquery', '3.7.1', 'dist/jquery.min.js')}</script>"), name="jquery")
    if clusters:
        name, version = "leaflet.markercluster", "1.1.0"
        style = _npm(name, version, "dist/MarkerCluster.css") + _npm(name, version, "dist/MarkerCluster.Default.css")
        script = _npm(name, version, "dist/leaflet.markercluster.js")
        head.add_child(Raw(f"<style>{style}</style><script>{script}</script>"), name="clusters")
    return plain


def _npm(package: str, version: str, path: str) -> str:
    return (fetch(package, version) / path).read_text(encoding="utf-8")
