"""Downloads that resume where they broke off, and know when a file has changed meanwhile."""

import http.client
import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from geo.errors import GazetteerBusy, GazetteerError

#: Seconds without a byte after which a connection counts as lost.
_TIMEOUT_S = 30.0
#: How often one file is tried, and the first wait between tries, which doubles.
_TRIES, _WAIT_S = 4, 1.0
_BLOCK = 1 << 16
#: All of GeoNames is 0.4 GB packed; more than this is not a country file, in bytes.
_LARGEST = 1_000_000_000
_USER_AGENT = "incident-map (gazetteer update)"


class Download(Protocol):
    """Brings a file; its ETag or "" when it is there whole, None when ``known_etag`` is still the newest."""

    def __call__(self, url: str, to: Path, /, *, known_etag: str | None = None) -> str | None: ...


class _Broken(Exception):
    """The connection broke off; what came is kept for the next try."""


def fetch_file(
    url: str, to: Path, /, *, known_etag: str | None = None, wait: Callable[[float], None] = time.sleep
) -> str | None:
    """Download a file, resuming what an earlier call left; see Download.

    The part that is there is only continued if the server says that the file is still the same (If-Range).

    Raises:
        GazetteerError: no such file, or no connection after several tries; the part is kept.
        GazetteerBusy: the server answered 429 or 503.
    """
    problem: Exception | None = None
    for attempt in range(_TRIES):
        if attempt:
            wait(_WAIT_S * 2 ** (attempt - 1))
        try:
            return _try(url, to, known_etag)
        except (_Broken, urllib.error.URLError, http.client.HTTPException, OSError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
                _give_up_if_final(error, url)
            problem = error
    size = to.stat().st_size if to.is_file() else 0
    reason = problem.reason if type(problem) is urllib.error.URLError else problem
    kept = f"{size:,} bytes are kept, run the update again to resume" if size else "run the update again"
    raise GazetteerError(f"{url}: {getattr(reason, 'strerror', None) or reason}: {kept}") from problem


def _give_up_if_final(error: urllib.error.HTTPError, url: str) -> None:
    if error.code in (429, 503):
        after = error.headers.get("Retry-After", "")
        raise GazetteerBusy(f"{url}: {error.code}, try later", retry_after_s=float(after) if after.isdigit() else None)
    if error.code < 500:
        raise GazetteerError(f"{url}: {error.code} {error.reason}") from error


def _try(url: str, to: Path, known_etag: str | None) -> str | None:
    note = to.with_name(to.name + ".json")
    have, etag = _left_over(to, note)
    request = urllib.request.Request(url, headers={"User-Agent": _USER_AGENT})  # noqa: S310 - the user's own choice
    if have:
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", etag)
    elif known_etag:
        request.add_header("If-None-Match", known_etag)
    try:
        response = urllib.request.urlopen(request, timeout=_TIMEOUT_S)  # noqa: S310
    except urllib.error.HTTPError as error:
        if error.code == 304:
            error.close()
            return None
        if error.code == 416:  # the part is longer than the file
            error.close()
            to.unlink(missing_ok=True)
            raise _Broken("the part on disk did not fit") from error
        raise
    with response:
        return _receive(response, to, note, have)


def _left_over(to: Path, note: Path) -> tuple[int, str]:
    """Size and ETag of what an earlier try left; (0, "") when it cannot be continued."""
    if not (to.is_file() and note.is_file()):
        return 0, ""
    try:
        etag = json.loads(note.read_text(encoding="utf-8"))["etag"]
    except (ValueError, TypeError, KeyError, RecursionError):  # a note cut off in the middle
        return 0, ""
    strong = isinstance(etag, str) and re.fullmatch(r'"[\x21\x23-\x7e]*"', etag)
    return (to.stat().st_size, etag) if strong else (0, "")


def _receive(response: http.client.HTTPResponse, to: Path, note: Path, have: int) -> str:
    start = have if response.status == 206 else 0
    if start and not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
        to.unlink()
        raise _Broken("the server sent another range than asked")
    length = response.headers.get("Content-Length")
    expected = start + int(length) if length and length.isdigit() else None
    if expected is not None and expected > _LARGEST:
        raise GazetteerError(f"{response.url}: {expected / 1e9:.1f} GB, which no country file has")
    etag = response.headers.get("ETag", "")
    note.write_text(json.dumps({"etag": etag}), encoding="utf-8")
    size = _append(response, to, start)
    if expected is not None and size != expected:
        raise _Broken(f"broke off at {size} of {expected} bytes")
    note.unlink()
    return etag


def _append(response: http.client.HTTPResponse, to: Path, start: int) -> int:
    """Write the body from ``start`` on; the size of the file."""
    with to.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        try:
            while block := response.read(_BLOCK):
                file.write(block)
                if file.tell() > _LARGEST:
                    raise GazetteerError(f"{response.url}: larger than any country file")
        except http.client.IncompleteRead as error:
            file.write(error.partial)
        return file.tell()
