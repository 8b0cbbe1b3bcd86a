"""Where facts and files come from."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSource:
    """One embedded file: the entry of ``data/sources.toml``."""

    file: str
    name: str
    #: Package and version it was made from.
    origin: str
    #: SPDX identifier.
    licence: str
    attribution: str
    url: str
    sha256: str
    #: The command that makes it.
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TileSource:
    """A server of map tiles in web Mercator, 256 pixels a side."""

    name: str
    #: With ``{z}``, ``{x}`` and ``{y}`` to fill in.
    url: str
    attribution: str
    min_zoom: int
    max_zoom: int
    #: South, west, north and east in degrees; None is the whole world.
    bounds: tuple[float, float, float, float] | None = None

    @property
    def host(self) -> str:
        """The host, with its port where it names one."""
        return urlsplit(self.url).netloc

    @property
    def origin(self) -> str:
        """What a content security policy calls the server."""
        return f"{urlsplit(self.url).scheme}://{self.host}"
