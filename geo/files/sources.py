"""The entries of ``data/sources.toml``: where the embedded data come from."""

import tomllib

from geo.errors import DataError
from geo.files.embedded import data_file
from geo.model.provenance import DataSource


def read_sources() -> tuple[DataSource, ...]:
    """Every entry, ordered by file. Raises DataError, naming what is wrong."""
    path = data_file("sources.toml")
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error
    entries = found.get("source", [])
    try:
        return tuple(sorted((DataSource(**entry) for entry in entries), key=lambda entry: entry.file))
    except TypeError as error:
        raise DataError(f"{path}: an entry is not complete: {error}") from error
