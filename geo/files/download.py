"""One file from the web: HTTP and HTTPS only, with limits on size and time."""

import http.client
import time
from dataclasses import dataclass
from typing import Any
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from geo.errors import ArticleError

#: Longest silence of a server, and longest download, in seconds.
SILENCE_S = 20.0
DEADLINE_S = 120.0
_CHUNK_BYTES = 65_536
_HEADERS = {
    "User-Agent": "incident-map (reads single articles on request of a person)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.1",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What a server sent."""

    #: Where it came from in the end, after redirects.
    url: str
    #: Lower case, without parameters: ``text/html``.
    media_type: str
    content: bytes


def download(url: str, *, max_bytes: int) -> Download:
    """Fetch one address. Raises ArticleError, saying what the server or the address did wrong."""
    address = _checked(url)
    try:
        # the scheme is checked, here and at every redirect
        with _opener().open(request.Request(address, headers=_HEADERS), timeout=SILENCE_S) as answer:  # noqa: S310
            _check_headers(answer, max_bytes)
            return Download(
                url=answer.geturl(),
                media_type=answer.headers.get_content_type().lower(),
                content=_content(answer, max_bytes),
            )
    except HTTPError as error:
        with error:
            raise ArticleError(
                f"the server answers {error.code} {http.client.responses.get(error.code, '')}"
            ) from error
    except URLError as error:
        raise ArticleError(f"cannot be fetched: {getattr(error.reason, 'strerror', None) or error.reason}") from error
    except TimeoutError as error:
        raise ArticleError(f"the server was silent for {SILENCE_S:.0f} seconds") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ArticleError(f"cannot be fetched: {error or type(error).__name__}") from error


class _Redirects(request.HTTPRedirectHandler):
    """Follows redirects to the web and nowhere else."""

    def redirect_request(self, *arguments: Any) -> request.Request | None:
        """The next request; the last argument is the new address."""
        _checked(arguments[-1])
        return super().redirect_request(*arguments)


def _opener() -> request.OpenerDirector:
    """An opener without the handlers for files, FTP and data addresses."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(), request.UnknownHandler(), request.HTTPHandler(), request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(), request.HTTPErrorProcessor(), _Redirects(),
    ):  # fmt: skip
        opener.add_handler(handler)
    return opener


def _checked(url: str) -> str:
    """The address in ASCII, if it is one of the web."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise ArticleError(f"not an address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ArticleError("not an address of the web (http:// or https://)")
    if parts.username or parts.password:
        raise ArticleError("addresses with a password are not fetched")
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return urlunsplit((parts.scheme, host + port, path, quote(parts.query, safe="/%:@!$&'()*+,;=~?"), ""))


def _check_headers(answer: Any, max_bytes: int) -> None:
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise ArticleError("the server sends it compressed, though asked not to")
    stated = answer.headers.get("Content-Length", "")
    if stated.isdigit() and int(stated) > max_bytes:
        raise ArticleError(_too_large(max_bytes))


def _content(answer: Any, max_bytes: int) -> bytes:
    """The body, whole: one cut short is an error."""
    deadline = time.monotonic() + DEADLINE_S
    parts, size = [], 0
    while part := answer.read1(_CHUNK_BYTES):
        parts.append(part)
        size += len(part)
        if size > max_bytes:
            raise ArticleError(_too_large(max_bytes))
        if time.monotonic() > deadline:
            raise ArticleError(f"not there after {DEADLINE_S:.0f} seconds")
    stated = answer.headers.get("Content-Length", "")
    if stated.isdigit() and size < int(stated):
        raise ArticleError(f"cut short: {size:,} of {int(stated):,} bytes arrived")
    return b"".join(parts)


def _too_large(max_bytes: int) -> str:
    return f"larger than an article ({max_bytes / 1e6:.0f} MB)"
