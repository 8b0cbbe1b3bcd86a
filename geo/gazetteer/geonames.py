"""Country files of GeoNames into the user's overlay: downloaded, checked, and swapped in whole."""

import hashlib
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.database import Spelled, write_database
from geo.gazetteer.download import Download, fetch_file
from geo.gazetteer.features import feature_of, radius_of
from geo.gazetteer.spelling import keep_alternate
from geo.model.place import LatLon, Place

BASE_URL = "https://download.geonames.org/export/dump"
MANIFEST = "manifest.json"
#: Columns of a country file; see readme.txt beside the files.
_COLUMNS = 19
#: Share of rows that may be unreadable before a file is refused.
_MAY_BE_BAD = 0.01
#: A file that lost more than this share of its rows since the last update is refused.
_MAY_SHRINK = 0.5
#: The largest country file unpacks to 0.3 GB; more than this is not one, in bytes.
_LARGEST = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What an update of one country did."""

    country: str
    #: False when the server has nothing newer.
    changed: bool
    #: Places in the overlay.
    places: int
    #: Rows of the file, readable or not.
    rows: int
    sha256: str
    url: str
    etag: str | None = None


def update_country(country: str, folder: Path, *, base_url: str = BASE_URL, download: Download = fetch_file) -> Update:
    """Fetch one country's file and put its places into the overlay folder.

    An interrupted download resumes at the next call. The overlay changes at the end, in one step, or not at all.

    Raises:
        GazetteerError: the server has no such file, what it sent is not one, or the folder cannot be written.
        GazetteerBusy: the server asks to be left alone.
    """
    code = country.upper()
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise GazetteerError(f"{country!r}: not a two-letter country code such as UA")
    try:
        return _update(code, folder, f"{base_url.rstrip('/')}/{code}.zip", download)
    except OSError as error:
        raise GazetteerError(f"{folder}: cannot be written: {error.strerror or error}") from error
    except sqlite3.Error as error:
        raise GazetteerError(f"{folder / code}.sqlite: cannot be written: {error}") from error


def _update(code: str, folder: Path, url: str, download: Download) -> Update:
    folder.mkdir(parents=True, exist_ok=True)
    before, target = read_manifest(folder).get(code), folder / f"{code}.sqlite"
    known = before.etag if before and target.is_file() and before.url == url else None
    fetched = download(url, folder / f"{code}.zip.part", known_etag=known)
    if fetched is None and before:
        return Update(country=code, changed=False, places=before.places, rows=before.rows, sha256=before.sha256,
                      url=url, etag=before.etag)  # fmt: skip
    archive = folder / f"{code}.zip.part"
    try:
        update = _build(archive, code, target, before.rows if before else 0)
    finally:
        archive.unlink(missing_ok=True)  # whole: nothing is left to resume
    done = Update(country=code, changed=True, places=update[0], rows=update[1], sha256=update[2], url=url, etag=fetched)
    _write_manifest(folder, done)
    return done


def _build(archive: Path, code: str, target: Path, rows_before: int) -> tuple[int, int, str]:
    """Build the database beside the old one and swap it in; places, rows and the hash of the archive."""
    tally = _Tally()
    partial = target.with_suffix(".sqlite.part")
    try:
        with zipfile.ZipFile(archive) as packed:
            member = _member(packed, code, archive)
            with packed.open(member) as raw:
                places = write_database(partial, _entries(TextIOWrapper(raw, encoding="utf-8", newline="\n"), tally))
        _check(tally, places, code, rows_before)
        partial.replace(target)
    except (zipfile.BadZipFile, zlib.error, UnicodeDecodeError, EOFError) as error:
        raise GazetteerError(f"{code}.zip: damaged: {error}: run the update again") from error
    finally:
        partial.unlink(missing_ok=True)
    return places, tally.rows, _sha256(archive)


def _member(packed: zipfile.ZipFile, code: str, archive: Path) -> zipfile.ZipInfo:
    try:
        member = packed.getinfo(f"{code}.txt")
    except KeyError as error:
        raise GazetteerError(f"{archive.name}: holds no {code}.txt") from error
    if member.file_size > _LARGEST:
        raise GazetteerError(f"{archive.name}: unpacks to {member.file_size / 1e9:.1f} GB, which no country file does")
    return member


@dataclass(slots=True)
class _Tally:
    rows: int = 0
    bad: int = 0


def _entries(lines: TextIOWrapper, tally: _Tally) -> Iterator[Spelled]:
    """The rows worth keeping; rows are counted, unreadable ones too."""
    for line in lines:
        tally.rows += 1
        try:
            entry = _entry(line.rstrip("\n").split("\t"))
        except ValueError:
            tally.bad += 1
            continue
        if entry:
            yield entry


def _entry(cells: list[str]) -> Spelled | None:
    """One row; None when it is of a kind that is left out.

    Raises:
        ValueError: it is no row of a country file.
    """
    if len(cells) != _COLUMNS:
        raise ValueError(f"{len(cells)} columns")
    at = LatLon(lat=float(cells[4]), lon=float(cells[5]))
    number, population = int(cells[0]), int(cells[14] or 0) or None
    feature = feature_of(cells[6], cells[7])
    if feature is None or not cells[1]:
        return None
    place = Place(
        id=f"geonames:{number}",
        name=cells[1],
        at=at,
        feature=feature,
        country=cells[8] or None,
        admin1_code=f"{cells[8]}.{cells[10]}" if cells[8] and cells[10] not in ("", "00") else None,
        population=population,
        radius_m=round(radius_of(feature, population)),
        source="GeoNames",
    )
    return Spelled(place=place, names=(cells[2], *(name for name in cells[3].split(",") if keep_alternate(name))))


def _check(tally: _Tally, places: int, code: str, rows_before: int) -> None:
    if tally.bad > _MAY_BE_BAD * tally.rows:
        raise GazetteerError(f"{code}.txt: {tally.bad} of {tally.rows} rows are unreadable: kept what was there")
    if places == 0:
        raise GazetteerError(f"{code}.txt: holds no places: kept what was there")
    if tally.rows < _MAY_SHRINK * rows_before:
        raise GazetteerError(f"{code}.txt: shrank from {rows_before} rows to {tally.rows}: kept what was there")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> dict[str, Update]:
    """What lies in an overlay, by country code; empty where there is none.

    Raises:
        GazetteerError: the manifest is damaged.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {row["country"]: Update(**row) for row in rows}
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise GazetteerError(f"{path}: {error}: delete it and run the updates again") from error


def _write_manifest(folder: Path, update: Update) -> None:
    updates = {**read_manifest(folder), update.country: update}
    fields = Update.__dataclass_fields__
    rows = [{field: getattr(each, field) for field in fields} for _, each in sorted(updates.items())]
    partial = folder / f"{MANIFEST}.part"
    partial.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    partial.replace(folder / MANIFEST)
