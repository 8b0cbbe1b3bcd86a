import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from geo.errors import ArticleError, OutputError
from geo.files import download as download_module
from geo.files.articles import read_articles
from geo.files.fetch import add_file, fetch_article

PAGE = b"""<!doctype html><html><head><title>Blast in Tyre</title></head><body><article>
<p>A blast hit the harbour of Tyre on Friday, the civil defence said, and wounded four people in the port.</p>
<p>The mayor said that the road to Sidon stayed open, and that engineers were on their way.</p></article>
</body></html>"""
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site(BaseHTTPRequestHandler):
    """Answers by path; the answers are set by each test."""

    answers: ClassVar[dict] = {}

    def do_GET(self):
        status, headers, body = self.answers.get(self.path, (404, HTML, b""))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(Site, "answers", {"/news/blast-in-tyre.html": (200, HTML, PAGE)})
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_is_saved_under_a_readable_name_and_keeps_its_address(site, tmp_path):
    url = f"{site}/news/blast-in-tyre.html"
    file = fetch_article(url, tmp_path)
    assert file == tmp_path / "127.0.0.1-blast-in-tyre.html"
    (article,) = read_articles([file])
    assert (article.url, article.title) == (url, "Blast in Tyre")
    assert file.read_bytes().endswith(PAGE)


def test_fetching_twice_gives_one_file_and_other_content_never_overwrites_it(site, tmp_path):
    url = f"{site}/news/blast-in-tyre.html"
    first = fetch_article(url, tmp_path)
    assert fetch_article(url, tmp_path) == first
    assert len(list(tmp_path.iterdir())) == 1
    Site.answers["/news/blast-in-tyre.html"] = (200, HTML, PAGE.replace(b"four", b"five"))
    second = fetch_article(url, tmp_path)
    assert second != first
    assert b"four" in first.read_bytes()
    assert fetch_article(url, tmp_path) == second


def test_redirects_are_followed_and_the_last_address_is_kept(site, tmp_path):
    Site.answers["/short"] = (302, {"Location": "/news/blast-in-tyre.html"}, b"")
    (article,) = read_articles([fetch_article(f"{site}/short", tmp_path)])
    assert article.url == f"{site}/news/blast-in-tyre.html"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/a", "data:text/html,hello", "//"])
def test_a_redirect_leads_to_the_web_and_nowhere_else(site, tmp_path, target):
    Site.answers["/away"] = (302, {"Location": target}, b"")
    with pytest.raises(ArticleError):
        fetch_article(f"{site}/away", tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((404, HTML, b""), "the server answers 404 Not Found"),
        ((500, HTML, b""), "the server answers 500"),
        ((302, {"Location": "/wrong"}, b""), "the server answers 302"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "is image/png, not an article"),
        ((200, HTML, b""), "empty"),
        ((200, {"Content-Type": "text/plain"}, bytes(range(256)) * 9), "binary"),
        ((200, HTML | {"Content-Length": "99999999999"}, b"x"), "larger than an article"),
        ((200, HTML | {"Content-Length": "5000"}, PAGE), "cut short"),
        ((200, HTML | {"Content-Encoding": "gzip"}, PAGE), "compressed"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line_and_leaves_no_file(site, tmp_path, answer, why):
    Site.answers["/wrong"] = answer
    with pytest.raises(ArticleError, match=why) as caught:
        fetch_article(f"{site}/wrong", tmp_path)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_body_that_outgrows_the_limit_is_dropped(site, tmp_path):
    Site.answers["/long"] = (200, HTML, b"x" * 200_000)
    with pytest.raises(ArticleError, match="larger than an article"):
        download_module.download(f"{site}/long", max_bytes=100_000)


def test_a_silent_server_is_not_waited_for(monkeypatch, site, tmp_path):
    monkeypatch.setattr(download_module, "SILENCE_S", 0.2)
    monkeypatch.setattr(Site, "do_GET", lambda _: time.sleep(1))
    started = time.monotonic()
    with pytest.raises(ArticleError, match=r"cannot be fetched|silent"):
        fetch_article(f"{site}/news/blast-in-tyre.html", tmp_path)
    assert time.monotonic() - started < 0.9


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "https://",
        "http://user:secret@127.0.0.1/",
        "http://[::1",
        "http://a:b/",
    ],
)
def test_addresses_that_are_not_of_the_web_are_not_opened(url, tmp_path):
    with pytest.raises(ArticleError) as caught:
        fetch_article(url, tmp_path)
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(ArticleError, match="cannot be fetched: "):
        fetch_article("http://127.0.0.1:9/", tmp_path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "127.0.0.1"),
        ("/2023/07/29/", "127.0.0.1-29"),
        ("/a/%D0%A2%D0%B8%D1%80?x=../../etc", "127.0.0.1-d0-a2-d0-b8-d1-80"),
        ("/..%2f..%2fetc%2fpasswd", "127.0.0.1-..-2f..-2fetc-2fpasswd"),
        ("/" + "long-" * 60, "127.0.0.1-" + "long-" * 14),
    ],
)
def test_a_fetched_file_stays_in_its_folder_whatever_the_address(site, tmp_path, path, name):
    Site.answers[path] = (200, HTML, PAGE)
    file = fetch_article(site + path, tmp_path / "")
    assert file.parent == tmp_path
    assert file.stem == name


def test_an_address_with_letters_beyond_ascii_is_fetched(site, tmp_path):
    Site.answers["/%D0%A2%D0%B8%D1%80"] = (200, HTML, PAGE)
    assert fetch_article(f"{site}/Тир", tmp_path).is_file()


def test_a_file_is_copied_as_it_is_and_only_if_it_holds_an_article(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    source = tmp_path / "tyre.txt"
    source.write_bytes(b"A blast hit Tyre.\r\n")
    assert add_file(source, seeds) == seeds / "tyre.txt"
    assert add_file(source, seeds).read_bytes() == b"A blast hit Tyre.\r\n"
    source.write_bytes(b"Another blast.")
    with pytest.raises(ArticleError, match="is there already, with other content"):
        add_file(source, seeds)
    assert (seeds / "tyre.txt").read_bytes() == b"A blast hit Tyre.\r\n"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.pdf", b"%PDF", "not a kind of file"),
        ("a.md", b"---\ndate: 4 Augst\n---\nx", "'date' is not a date"),
        ("a.jsonl", b"{broken\n{worse", "not JSON"),
    ],
)
def test_a_file_without_an_article_is_not_copied(tmp_path, name, content, why):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ArticleError, match=why):
        add_file(tmp_path / name, seeds)
    assert not list(seeds.iterdir())


def test_folders_and_missing_files_are_not_copied(tmp_path):
    for path, why in ((tmp_path, "is a folder"), (tmp_path / "gone.txt", "cannot be read: No such file")):
        with pytest.raises(ArticleError, match=why):
            add_file(path, tmp_path)


def test_a_folder_that_cannot_be_written_is_an_output_error(tmp_path):
    (tmp_path / "seeds").write_text("")
    (tmp_path / "a.txt").write_text("A blast.")
    with pytest.raises(OutputError):
        add_file(tmp_path / "a.txt", tmp_path / "seeds")
