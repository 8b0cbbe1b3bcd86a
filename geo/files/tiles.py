"""Tile servers by name, from the list of the package xyzservices."""

import difflib
import re
from typing import Any

from geo.errors import SettingsError
from geo.model.provenance import TileSource

#: Names offered where one is not known.
_NEAR = 8
#: What a provider's tiles have where it does not say.
_MAX_ZOOM = 18
#: Its policy of use asks for the address of the page that shows the tiles, which a file does not have.
_ASKS_WHO_SHOWS = "https://tile.openstreetmap.org/"
_TO_FILL = {"{z}", "{x}", "{y}"}


def find_tiles(name: str) -> TileSource:
    """The tile server of a name, whatever its case, dots and spaces.

    One host is chosen of several that serve the same tiles, so that a policy can name it.

    Raises:
        SettingsError: no such server, or one that cannot be used: it asks for a key or for the page's own
            address, is not encrypted, is no longer there, or has no tiles in web Mercator. The message
            lists near names.
    """
    from xyzservices import providers

    known = {_folded(each): provider for each, provider in providers.flatten().items()}
    provider = known.get(_folded(name))
    if provider is None:
        raise SettingsError(f"tiles: no server is called {name!r}; {_near(name, known)}")
    if (flaw := _flaw(provider)) is not None:
        raise SettingsError(f"tiles: {provider.name} {flaw}; {_near(name, known)}")
    return TileSource(
        name=provider.name,
        url=_url(provider),
        attribution=provider.attribution.replace("(C)", "©"),
        min_zoom=int(provider.get("min_zoom", 0)),
        max_zoom=int(provider.get("max_zoom", _MAX_ZOOM)),
        bounds=_bounds(provider.get("bounds")),
    )


def _flaw(provider: Any) -> str | None:
    """Why a server's tiles cannot be shown; None where they can."""
    if provider.requires_token():
        return "asks for a key"
    if provider.url.startswith(_ASKS_WHO_SHOWS):
        return "asks for the address of the page that shows its tiles, which a file does not have"
    if provider.get("status") == "broken":
        return "is no longer there"
    if provider.get("crs", "EPSG:3857") != "EPSG:3857" or provider.get("tms"):
        return "has no tiles in web Mercator"
    if not provider.url.startswith("https://"):
        return "is not encrypted"
    if set(re.findall(r"\{[^}]*\}", _url(provider))) != _TO_FILL:
        return "has no address of a known form"
    return None


def _url(provider: Any) -> str:
    return str(provider.build_url(fill_subdomain=True))


def _bounds(corners: Any) -> tuple[float, float, float, float] | None:
    if corners is None:
        return None
    (south, west), (north, east) = corners
    return float(south), float(west), float(north), float(east)


def _near(name: str, known: dict[str, Any]) -> str:
    """The names nearest to one: those that begin with it, then those spelled like it; only what can be used."""
    usable = {folded: provider.name for folded, provider in known.items() if _flaw(provider) is None}
    asked = _folded(name)
    begun = [folded for folded in usable if folded.startswith(asked)] if asked else []
    alike = difflib.get_close_matches(asked, usable, n=_NEAR, cutoff=0.5)
    near = list(dict.fromkeys((*begun, *alike)))[:_NEAR] or ["esriworldimagery", "opentopomap"]
    return f"near names: {', '.join(usable[folded] for folded in near if folded in usable)}"


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()
