"""A server on this machine that misbehaves on demand."""

import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Faults:
    """What the server does wrong, and what it was asked."""

    body: bytes = b""
    etag: str = '"one"'
    #: Bytes after which the connection breaks, one entry per request; None sends all.
    break_after: list[int | None] = field(default_factory=list)
    #: Statuses to answer with before behaving.
    statuses: list[int] = field(default_factory=list)
    #: Answer 200 with everything when asked for a range.
    ignore_range: bool = False
    #: Bytes that Content-Length claims beyond the truth.
    lie: int = 0
    #: Content-Range of another place than asked.
    shift: int = 0
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    faults: Faults
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        faults = self.faults
        faults.requests.append((self.path, dict(self.headers)))
        if faults.statuses:
            return self._end(faults.statuses.pop(0))
        if self.headers.get("If-None-Match") == faults.etag:
            return self._end(304)
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(wanted[1]) if wanted and self.headers.get("If-Range") == faults.etag else 0
        start = 0 if faults.ignore_range else start
        if start >= len(faults.body):
            return self._end(416)
        return self._send(start)

    def _end(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, start):
        faults = self.faults
        body = faults.body[start:]
        self.send_response(206 if start else 200)
        if faults.etag:
            self.send_header("ETag", faults.etag)
        if start:
            at = start + faults.shift
            self.send_header("Content-Range", f"bytes {at}-{len(faults.body) - 1}/{len(faults.body)}")
        self.send_header("Content-Length", str(len(body) + faults.lie))
        self.end_headers()
        cut = faults.break_after.pop(0) if faults.break_after else None
        self.wfile.write(body[:cut])
        if cut is not None or faults.lie:
            self.close_connection = True


@contextmanager
def misbehaving(faults: Faults):
    """Serve ``faults`` on a free port of this machine; yields the base URL."""
    handler = type("Handler", (_Handler,), {"faults": faults})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
