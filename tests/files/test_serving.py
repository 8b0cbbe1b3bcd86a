"""The local server gives the map to the reader at this machine, and nothing to anybody else."""

import contextlib
import http.client
import re
import socket

import pytest

from geo.files import serving
from geo.files.serving import MapServer


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "incidents.html"
    file.write_bytes(b"<p>one</p>")
    (tmp_path / "secret.txt").write_text("not for anybody", encoding="utf-8")
    return file


@pytest.fixture
def server(page):
    with MapServer(page, lambda content, version: content + version.encode()) as server:
        yield server


def ask(server, path="/", *, method="GET", host=None):
    """Status, headers and body of one request."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{server.port}"})
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def version(server):
    return ask(server)[2].removeprefix(b"<p>one</p>").removeprefix(b"<p>two</p>").decode()


def test_the_map_is_sent_as_it_was_prepared_and_stays_as_it_is_on_the_disk(server, page):
    status, headers, body = ask(server)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body.startswith(b"<p>one</p>")
    assert len(body) > len(b"<p>one</p>")
    assert page.read_bytes() == b"<p>one</p>"


def test_nothing_is_kept_framed_or_read_by_other_pages(server):
    headers = ask(server)[1]
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "path",
    ["/secret.txt", "/incidents.html/", "/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd", "/.", "/.cache/", "*"],
)
def test_no_other_file_and_no_folder_is_served(server, path):
    status, _, body = ask(server, path)
    assert status == 404
    assert b"not for anybody" not in body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.evil"]
)
@pytest.mark.parametrize("path", ["/", "/changes"])
def test_a_name_that_was_made_to_lead_here_is_refused(server, host, path):
    status, _, body = ask(server, path, host=host.format(port=server.port))
    assert status == 421
    assert b"<p>one</p>" not in body


def test_a_request_with_two_hosts_or_none_is_refused(server):
    for hosts in ("", f"Host: 127.0.0.1:{server.port}\r\nHost: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as link:
            link.sendall(f"GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n".encode())
            assert b" 421 " in link.makefile("rb").readline()


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_no_method_but_get_is_answered(server, method):
    assert ask(server, method=method)[0] == 501


def test_localhost_is_this_machine_too(server):
    assert ask(server, host=f"localhost:{server.port}")[0] == 200


def test_only_this_machine_can_reach_it(server):
    assert server._http.socket.getsockname()[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.port}/"


def test_a_page_that_shows_something_else_is_told_at_once(server):
    status, headers, body = ask(server, "/changes?shown=older")
    assert (status, headers["Content-Type"]) == (200, "text/event-stream")
    assert body == f"data: {version(server)}\n\n".encode()


@contextlib.contextmanager
def waiting(server):
    """The answer to a page that shows the map of now, once it waited in vain for a while."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", f"/changes?shown={version(server)}")
    answer = connection.getresponse()
    assert answer.read(3) == b":\n\n"
    yield answer
    connection.close()


def told(answer):
    """What a waiting page hears in the end, without the signs of life before it."""
    return re.sub(rb"\A(?::\n\n)+", b"", answer.read())


def test_a_page_is_told_when_the_map_is_new_and_not_when_it_is_the_same(server, page, monkeypatch):
    monkeypatch.setattr(serving, "ALIVE_S", 0.05)
    shown = version(server)
    with waiting(server) as answer:
        server.publish()
        assert server.next_version(shown) is None
        page.write_bytes(b"<p>two</p>")
        server.publish()
        assert told(answer) == f"data: {version(server)}\n\n".encode()
    assert version(server) != shown


def test_a_map_that_somebody_else_wrote_is_not_told_to_the_page_that_shows_it(server, page, monkeypatch):
    monkeypatch.setattr(serving, "ALIVE_S", 0.05)
    with waiting(server) as other:
        page.write_bytes(b"<p>two</p>")
        shown = version(server)
        with waiting(server):  # a page that was told of the map it shows would load it again without end
            assert server.next_version(shown) is None
        assert told(other) == f"data: {shown}\n\n".encode()


def test_closing_lets_waiting_pages_go(page, monkeypatch):
    monkeypatch.setattr(serving, "ALIVE_S", 0.05)
    with contextlib.ExitStack() as stack:
        with MapServer(page, lambda content, version: content + version.encode()) as server:
            answer = stack.enter_context(waiting(server))
        assert told(answer) == b"event: end\ndata:\n\n"


def test_what_is_no_address_is_refused_without_a_word_on_the_terminal(server, capfd):
    for path in ("http://[", "//[", "?", "http://[/changes"):
        assert ask(server, path)[0] == 404
        assert ask(server, path, host="evil.example")[0] == 421
    assert capfd.readouterr() == ("", "")


def test_a_map_that_is_gone_is_said_to_be_gone(server, page):
    page.unlink()
    assert ask(server)[0] == 404
