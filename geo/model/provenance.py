"""Where facts and files come from."""

from dataclasses import dataclass


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
