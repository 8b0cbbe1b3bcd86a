"""Incidents in the formats of a GIS: GeoParquet, GeoPackage, KML, and TimeMap's events."""

import html
import re
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geo.errors import OutputError
from geo.files.incident_table import INCIDENT_COLUMNS, incident_rows
from geo.files.timemap import timemap_files
from geo.files.writing import make_folder, write_atomically
from geo.model.reading import Atlas

#: Columns that hold whole numbers, and numbers; the others are text.
_WHOLE = (
    "year",
    "time_precision",
    "geo_precision",
    "where_prec",
    "fatalities",
    "injured",
    "reports",
    "independent_sources",
)
_REAL = ("latitude", "longitude", "radius_km", "place_confidence")
#: What XML 1.0 has no way to write, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: GeoPackage wants the day of its last change. Ours has none, so that the same input gives the same bytes.
_NO_DAY = "1970-01-01T00:00:00.000Z"


def export_incidents(atlas: Atlas, folder: Path, form: str) -> tuple[Path, ...]:
    """Write the incidents of an Atlas in one of FORMATS; the paths of the files.

    Positions are WGS 84 points; an incident without a place has no geometry and is
    kept, but in KML and TimeMap, which have no such thing. Each file is written whole or not at all.
    Raises OutputError.
    """
    make_folder(folder)
    contents = FORMATS[form](atlas)
    for name, content in contents.items():
        write_atomically(folder / name, content)
    return tuple(folder / name for name in contents)


def _geoparquet(atlas: Atlas) -> dict[str, bytes]:
    def write(path: Path) -> None:
        try:
            _frame(atlas).to_parquet(path, index=False)
        except ImportError as error:
            raise OutputError("GeoParquet needs the extra parquet: pip install '.[parquet]' in the checkout") from error

    return {"incidents.parquet": _written("incidents.parquet", write)}


def _geopackage(atlas: Atlas) -> dict[str, bytes]:
    def write(path: Path) -> None:
        with _gdal_option("OGR_CURRENT_DATE", _NO_DAY), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".*'crs' was not provided.*")
            _frame(atlas).to_file(path, driver="GPKG", layer="incidents")

    return {"incidents.gpkg": _written("incidents.gpkg", write)}


def _kml(atlas: Atlas) -> dict[str, bytes]:
    """Placemarks with a name, the evidence and the days; viewers show KML's texts as HTML, so they are escaped."""

    def write(path: Path) -> None:
        frame = _frame(atlas)
        frame = frame[~frame.geometry.isna()].copy()
        for column in frame.select_dtypes("string").columns:
            frame[column] = frame[column].map(_kml_text, na_action="ignore")
        names = frame["event_type"] + ", " + frame["location"].fillna("")
        first, last = (frame[column].astype("string") for column in ("event_date", "event_date_to"))
        shown = frame.assign(Name=names, description=frame["notes"], begin=first, end=last.fillna(first))
        shown.to_file(path, driver="LIBKML", layer="incidents")

    return {"incidents.kml": _written("incidents.kml", write)}


def _kml_text(text: str) -> str:
    return html.escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text), quote=False)


#: What ``geo export`` can write.
FORMATS: dict[str, Callable[[Atlas], dict[str, bytes]]] = {
    "geoparquet": _geoparquet,
    "geopackage": _geopackage,
    "kml": _kml,
    "timemap": timemap_files,
}


def _frame(atlas: Atlas) -> Any:
    """The rows of incidents.csv as a GeoDataFrame; what is unknown is missing."""
    import geopandas
    import pandas

    articles = {reading.article.id: reading.article for reading in atlas.readings}
    rows = [
        {key: None if value == "" else value for key, value in row.items()}
        for row in incident_rows(atlas.incidents, articles)
    ]
    table = pandas.DataFrame(rows, columns=list(INCIDENT_COLUMNS), dtype=object)
    kinds = dict.fromkeys(_WHOLE, "Int64") | dict.fromkeys(_REAL, "Float64")
    table = table.astype({name: kinds.get(name, "string") for name in INCIDENT_COLUMNS})
    points = geopandas.points_from_xy(table["longitude"].astype(float), table["latitude"].astype(float))
    located = [point if not missing else None for point, missing in zip(points, table["latitude"].isna(), strict=True)]
    return geopandas.GeoDataFrame(table, geometry=geopandas.GeoSeries(located, crs="EPSG:4326"))


def _written(name: str, write: Callable[[Path], None]) -> bytes:
    """What a library writes into a file, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(path)
        return path.read_bytes()


@contextmanager
def _gdal_option(name: str, value: str) -> Iterator[None]:
    import pyogrio

    before = pyogrio.get_gdal_config_option(name)
    pyogrio.set_gdal_config_options({name: value})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({name: before})
