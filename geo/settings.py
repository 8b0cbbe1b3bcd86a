"""One frozen Settings, read once from flags and ``geo.toml``."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.errors import SettingsError

WORLDVIEWS = ("un", "de-facto")
ENGINES = ("serial", "processes", "dask")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may choose. Paths are as the user gave them."""

    #: Whose borders distances are measured to, and drawn: one of WORLDVIEWS.
    worldview: str = "un"
    #: How many articles at once: one of ENGINES.
    engine: str = "serial"
    #: Worker processes; None is one per core.
    workers: int | None = None
    #: Address of a Dask scheduler; None starts a local cluster.
    scheduler: str | None = None
    #: The folder of the user's own gazetteer entries; None is the platform's place for it.
    gazetteer: str | None = None
    #: The server whose tiles a reader may switch on, by its name in geo/files/tiles.py; None is none.
    tiles: str | None = None

    def __post_init__(self) -> None:
        if self.worldview not in WORLDVIEWS:
            raise SettingsError(f"worldview must be one of {', '.join(WORLDVIEWS)}, not {self.worldview!r}")
        if self.engine not in ENGINES:
            raise SettingsError(f"engine must be one of {', '.join(ENGINES)}, not {self.engine!r}")
        if self.workers is not None and (isinstance(self.workers, bool) or self.workers < 1):
            raise SettingsError(f"workers must be 1 or more, not {self.workers!r}")


def read_settings(file: Path, flags: Mapping[str, object]) -> Settings:
    """Defaults, then ``file`` where it exists, then the flags that were given (not None)."""
    chosen = _from_file(file) if file.is_file() else {}
    chosen |= {key: value for key, value in flags.items() if value is not None}
    try:
        return Settings(**chosen)  # type: ignore[arg-type]  # __post_init__ and _from_file check
    except SettingsError as error:
        raise SettingsError(f"{file}: {error}" if file.is_file() else str(error)) from error


def _from_file(file: Path) -> dict[str, object]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:  # ValueError: not TOML, not UTF-8, a number without end
        raise SettingsError(f"{file}: {error}") from error
    types = {f.name: (int if f.name == "workers" else str) for f in dataclasses.fields(Settings)}
    for key, value in found.items():
        if key not in types:
            raise SettingsError(f"{file}: unknown setting {key!r}; known are {', '.join(types)}")
        if not isinstance(value, types[key]):
            raise SettingsError(f"{file}: {key!r} must be a {types[key].__name__}, not {value!r}")
    return dict(found)
