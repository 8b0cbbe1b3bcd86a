"""The tables beside the map: what a spreadsheet, a GIS and a colleague's script can read."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from geo.files.distance_table import DISTANCE_COLUMNS, distance_rows
from geo.files.incident_table import INCIDENT_COLUMNS, incident_rows, incidents_geojson
from geo.files.run_report import run_report
from geo.files.writing import write_atomically
from geo.model.provenance import DataSource
from geo.model.reading import Atlas

Cell = str | int | float | None
#: First characters that make a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tables(atlas: Atlas, out: Path, *, credits: tuple[DataSource, ...], version: str, worldview: str) -> None:
    """Write incidents.csv, incidents.geojson, distances.csv and report.json into a folder.

    The same Atlas gives the same bytes: no clock, no machine, no order of reading.
    Raises OutputError; each file is then whole, old or new.
    """
    articles = {reading.article.id: reading.article for reading in atlas.readings}
    rows = tuple(incident_rows(atlas.incidents, articles))
    write_atomically(out / "incidents.csv", to_csv(INCIDENT_COLUMNS, rows))
    write_atomically(out / "incidents.geojson", incidents_geojson(atlas.incidents, rows, articles))
    write_atomically(out / "distances.csv", to_csv(DISTANCE_COLUMNS, distance_rows(atlas.readings)))
    write_atomically(out / "report.json", run_report(atlas, credits=credits, version=version, worldview=worldview))


def to_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """RFC 4180 with a header; unknown is an empty cell. Text that looks like a formula opens with an apostrophe."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: harmless(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula. Numbers stay numbers, also below zero."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
