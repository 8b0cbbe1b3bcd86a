"""Where the embedded data lie: inside the wheel, or in ``data/`` of a checkout."""

from pathlib import Path

from geo.errors import DataError

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder that holds ``sources.toml`` and everything it lists."""
    for folder in (_PACKAGE / "data", _PACKAGE.parent / "data"):
        if (folder / "sources.toml").is_file():
            return folder
    raise DataError(f"no embedded data beside {_PACKAGE}: reinstall incident-map, or run 'make data' in a checkout")


def data_file(name: str) -> Path:
    """One embedded file, by its path below ``data/``."""
    path = data_folder() / name
    if not path.is_file():
        raise DataError(f"{path}: missing: reinstall incident-map, or run 'make data' in a checkout")
    return path
