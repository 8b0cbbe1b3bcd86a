"""Every error raised on purpose; each is named for who can act."""


class GeoError(Exception):
    """The root. ``str()`` is one line that names the place to mend."""


class ArticleError(GeoError):
    """A file or line of the user's that cannot be read as an article."""


class SettingsError(GeoError):
    """A setting that is unknown or out of range."""


class DataError(GeoError):
    """Embedded data that are missing or damaged: reinstall, or run ``make data``."""


class OutputError(GeoError):
    """An output that cannot be written."""


class UnknownIncident(GeoError):
    """An incident that was asked for by an id that none, or more than one, has."""


class EngineError(GeoError):
    """A worker that died, with the article it worked on; or a scheduler that does not answer."""


class GazetteerError(GeoError):
    """A gazetteer that cannot answer."""


class GazetteerBusy(GazetteerError):
    """A geocoder that asks to be left alone for ``retry_after_s`` seconds."""

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
