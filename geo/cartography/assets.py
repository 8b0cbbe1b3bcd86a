"""The page's own scripts and styles, and Leaflet's from the wheel XStatic-Leaflet.

All are written with ASCII characters only: a browser reads the rest of the page, which is packed, three times as
fast where nothing in it is longer than a byte.
"""

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files

#: The modules of the page in the order they are joined: each uses only what stands above it.
MODULES = (
    "strings", "format", "spelling", "payload", "words", "details", "filters", "cluster", "shapes", "basemap",
    "labels", "countries", "fanout", "markers", "lines", "card", "list", "search", "histogram", "facets", "places",
    "address", "download", "about", "controls", "naming", "swatches", "picture", "view", "cards", "printing", "app",
)  # fmt: skip
STYLES = ("page", "card", "controls", "print")
#: The module and style sheet that come last in pages that offer online tiles, and are in no other.
TILES = "tiles"

_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class|let) )", re.MULTILINE)
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*\s*\Z")
_CSS_IMAGE = re.compile(r"url\((?!#)[^)]*\)")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@cache
def page_script(*extra: str) -> str:
    """The page's modules as one script: imports and exports dropped, wrapped in a function.

    They are ES modules so that they can be tested one by one; a page opened from disk cannot import.
    ``extra`` modules follow those of every page.
    """
    room = files("geo.cartography")
    text = "".join((room / f"{name}.js").read_text(encoding="utf-8") for name in (*MODULES, *extra))
    return f'(() => {{\n"use strict";\n{_escaped(_EXPORT.sub("", _IMPORT.sub("", text)))}}})();\n'


@cache
def page_style(*extra: str) -> str:
    """The page's style sheets in order; ``extra`` ones follow those of every page."""
    room = files("geo.cartography")
    text = "".join((room / f"{name}.css").read_text(encoding="utf-8") for name in (*STYLES, *extra))
    return _BEYOND_ASCII.sub(lambda found: f"\\{ord(found[0]):x} ", text)


@cache
def page_shell() -> str:
    """The page's elements that no article changes."""
    text = (files("geo.cartography") / "shell.html").read_text(encoding="utf-8")
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


@cache
def leaflet_script() -> str:
    """Leaflet as released, with its licence notice, without the link to its source map."""
    return _SOURCE_MAP.sub("\n", _leaflet("leaflet.js"))


@cache
def leaflet_style() -> str:
    """Leaflet's style sheet; its three images are left out, since the page uses none of them."""
    return _CSS_IMAGE.sub("none", _leaflet("leaflet.css"))


def script_hash(text: str) -> str:
    """The source expression that allows exactly this script in a content security policy."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _escaped(script: str) -> str:
    """A script with escapes, which mean the same in its strings and patterns."""
    return _BEYOND_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], script)


def _leaflet(name: str) -> str:
    return (files("xstatic.pkg.leaflet") / "data" / name).read_text(encoding="utf-8")
