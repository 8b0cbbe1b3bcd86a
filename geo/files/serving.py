"""The map on this machine's own address, for a browser that is told when it changed."""

import hashlib
import http.server
import socketserver
import sys
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs

from geo.errors import OutputError

#: Nobody but this machine can reach it.
LOOPBACK = "127.0.0.1"
#: Where the page hears of changes.
CHANGES = "/changes"
#: Seconds between two signs of life on a connection that waits for a change; a browser that went away is noticed then.
ALIVE_S = 15.0
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


class MapServer:
    """Serves one file, and nothing else, on a free port of the loopback address while it is entered.

    ``prepare`` makes what is sent of the file's bytes and their version: the file itself stays as it is.
    """

    def __init__(self, page: Path, prepare: Callable[[bytes, str], bytes]) -> None:
        self._page = page
        self._prepare = prepare
        self._news = threading.Condition()
        self._version = ""
        self._closed = False

    def __enter__(self) -> "MapServer":
        try:
            self._http = _Server((LOOPBACK, 0), _handler(self))
        except OSError as error:
            raise OutputError(f"no local server can be opened on {LOOPBACK}: {error.strerror or error}") from error
        self.publish()
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        with self._news:
            self._closed = True
            self._news.notify_all()
        self._http.shutdown()
        self._http.server_close()

    @property
    def port(self) -> int:
        """The port, which the system chose."""
        return int(self._http.server_address[1])

    @property
    def address(self) -> str:
        """Where a browser finds the map."""
        return f"http://{LOOPBACK}:{self.port}/"

    def publish(self) -> None:
        """Tell the open pages that the file was written; those that show the same bytes stay as they are."""
        self._read()

    def page(self) -> bytes:
        """The page as it is sent; where somebody else wrote the file, the other open pages are told as well."""
        return self._prepare(*self._read())

    def _read(self) -> tuple[bytes, str]:
        """The file and its version, which is from now on the one that pages are told of."""
        with self._news:  # while reading too: of two readings the later one must have the last word
            content = self._page.read_bytes()
            self._version = hashlib.sha256(content).hexdigest()[:16]
            self._news.notify_all()
            return content, self._version

    def next_version(self, shown: str) -> str | None:
        """The version that is not the one shown; None after some time without, "" once the server closes."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._version != shown, timeout=ALIVE_S)
            if self._closed:
                return ""
            return self._version if self._version != shown else None


class _Server(socketserver.ThreadingTCPServer):  # the HTTPServer of the library looks up a name for the address
    daemon_threads = True
    block_on_close = False  # connections that wait for a change end by themselves

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news; anything else is a bug and keeps its traceback."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def _handler(served: MapServer) -> type[http.server.BaseHTTPRequestHandler]:
    """Answers GET for the map and for word of its changes; any other method is refused by the base class."""

    class Handler(http.server.BaseHTTPRequestHandler):
        server_version = "incident-map"
        sys_version = ""
        timeout = 60

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            if self.headers.get_all("Host", []) not in ([f"{name}:{served.port}"] for name in (LOOPBACK, "localhost")):
                # a page from elsewhere whose name was made to lead here must not read the map
                self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            elif path == "/":
                self._send_page()
            elif path == CHANGES:
                self._send_changes(parse_qs(query).get("shown", [""])[0])
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

        def _send_page(self) -> None:
            try:
                content = served.page()
            except OSError:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            self._send_head("text/html; charset=utf-8", length=len(content))
            self.wfile.write(content)

        def _send_changes(self, shown: str) -> None:
            self._send_head("text/event-stream")
            while (version := served.next_version(shown)) is None:
                self.wfile.write(b":\n\n")
            self.wfile.write(f"data: {version}\n\n".encode("ascii") if version else b"event: end\ndata:\n\n")

        def _send_head(self, kind: str, *, length: int | None = None) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind)
            if length is not None:
                self.send_header("Content-Length", str(length))
            for name, value in _HEADERS:
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class calls it so
            """Nothing: the terminal tells rebuilds, not requests."""

    return Handler
