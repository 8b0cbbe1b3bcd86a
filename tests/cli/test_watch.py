"""``geo build --watch`` in a process of its own: the map follows what is saved, and the open page follows the map."""

import contextlib
import http.client
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.cli.run import SEED, geo

#: Seconds to wait for what takes one or two: a machine may be busy.
PATIENCE_S = 60
SANK = "date 2023-06-14 A ferry sank near Turku on Monday, killing two people, the coast guard said.\n"
DERAILED = "date 2023-05-03 A train derailed near Tampere on Tuesday, injuring nine people, the fire chief said.\n"


class Watch:
    """A running watch: its lines on stderr as they come, and its server."""

    def __init__(self, process):
        self.process = process
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.address = re.search(r"http://\S+", self.line_with("Live ")).group()

    def _read(self):
        for line in self.process.stderr:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def line_with(self, words):
        """The next line that holds the words."""
        while True:
            line = self._lines.get(timeout=PATIENCE_S)
            assert line is not None, f"it ended before it told of {words!r}"
            if words in line:
                return line

    def version(self, other_than=""):
        """The version of the map, once it is another than this."""
        connection = http.client.HTTPConnection("127.0.0.1", urlsplit(self.address).port, timeout=PATIENCE_S)
        connection.request("GET", f"/changes?shown={other_than}")
        told = connection.getresponse().read()
        connection.close()
        return re.search(rb"data: (\w+)", told).group(1).decode()


@contextlib.contextmanager
def watching(folder, *arguments, **environment):
    command = [sys.executable, "-W", "error", "-m", "geo.cli.main", "build", "--watch", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )  # fmt: skip
    try:
        yield Watch(process)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "seeds").mkdir()
    shutil.copy(SEED, tmp_path / "seeds")
    return tmp_path


def save(path, text):
    """As editors do it: a draft that takes the name."""
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def incidents(folder):
    return (folder / "maps" / "incidents.csv").read_text(encoding="utf-8")


def test_the_map_follows_what_is_saved_and_deleted_until_ctrl_c(folder):
    with watching(folder) as watch:
        shown = watch.version()
        save(folder / "seeds" / "train.txt", DERAILED)
        line = watch.line_with("train.txt")
        assert "2 articles: 1 read, 1 unchanged; 3 incidents on the map, 0 without a place" in line
        assert "Tampere" in incidents(folder)
        shown = watch.version(other_than=shown)
        (folder / "seeds" / "train.txt").unlink()
        assert "1 article: 0 read, 1 unchanged; 2 incidents on the map" in watch.line_with("train.txt")
        assert "Tampere" not in incidents(folder)
        watch.version(other_than=shown)
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(timeout=PATIENCE_S) == 0
    followed = {path.name: path.read_bytes() for path in (folder / "maps").iterdir() if path.is_file()}
    assert geo("build", "--out", "again", cwd=folder).returncode == 0
    assert followed == {path.name: path.read_bytes() for path in (folder / "again").iterdir() if path.is_file()}


def test_a_broken_article_costs_itself_and_is_told_once(folder):
    with watching(folder) as watch:
        (folder / "seeds" / "broken.md").write_bytes(b"---\ndate: 4 Augst\n---\nA bridge fell in Oulu.\n")
        assert "1 article: 0 read, 1 unchanged; 2 incidents on the map" in watch.line_with("broken.md: ")
        assert "date" in watch.line_with("broken.md: ")
        save(folder / "seeds" / "train.txt", DERAILED)
        assert "2 articles: 1 read" in watch.line_with("train.txt")
        save(folder / "seeds" / "train.txt", DERAILED.replace("nine", "eight"))
        assert "broken.md" not in watch.line_with("")


def test_nothing_left_to_read_is_told_and_the_map_stays(folder):
    with watching(folder) as watch:
        before = (folder / "maps" / "incidents.html").read_bytes()
        (folder / "seeds" / SEED.name).unlink()
        assert "nothing was written" in watch.line_with("no articles in seeds;")
        assert (folder / "maps" / "incidents.html").read_bytes() == before
        save(folder / "seeds" / "train.txt", DERAILED)
        assert "1 article: 1 read" in watch.line_with("train.txt")


def test_outputs_beside_the_articles_do_not_set_it_off_again(folder):
    with watching(folder, "seeds", "--out", "seeds") as watch:
        save(folder / "seeds" / "train.txt", DERAILED)
        assert "train.txt: " in watch.line_with(SEED.parent.name + "/")
        save(folder / "seeds" / "ferry.txt", SANK)
        assert "ferry.txt: 3 articles: 1 read" in watch.line_with("")


def test_the_page_reloads_itself_and_keeps_what_was_chosen(folder, chromium):
    with watching(folder) as watch:
        context = chromium.new_context(locale="en-GB")
        page = context.new_page()
        errors, asked = [], []
        page.on(
            "console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: asked.append(urlsplit(request.url)))
        page.goto(watch.address)
        page.wait_for_selector("html[data-ready]")
        page.fill("#query", "Azov")
        page.locator(".row", has_text="Azov").click()
        page.wait_for_selector(".card")
        expect(page).to_have_url(re.compile("#(?=.*id=)(?=.*q=Azov)"))
        chosen = page.evaluate("location.hash")
        save(folder / "seeds" / "train.txt", DERAILED.replace("Tampere", "Azov"))
        expect(page.locator("#summary")).to_have_text(re.compile("^3 incidents"), timeout=PATIENCE_S * 1000)
        page.wait_for_selector("html[data-ready]")
        page.wait_for_selector(".card")
        assert page.evaluate("location.hash") == chosen
        assert page.locator(".row").count() == 2
        assert errors == []
        assert {(url.scheme, url.netloc) for url in asked} - {("data", ""), ("blob", "")} == {
            ("http", urlsplit(watch.address).netloc)
        }
        context.close()


@pytest.fixture
def browser(tmp_path):
    """A "browser" that writes down which address it was to open, and the variable that names it."""
    script, opened = tmp_path / "browser", tmp_path / "opened"
    script.write_text(f'#!/bin/sh\necho "$1" > "{opened}.part"; mv "{opened}.part" "{opened}"\n', encoding="utf-8")
    script.chmod(0o755)
    return f"{script} %s", opened


def test_open_shows_the_file_and_with_watch_the_page_that_follows(folder, browser):
    variable, opened = browser
    done = geo("build", "--open", cwd=folder, BROWSER=variable)
    assert done.returncode == 0, done.stderr
    assert opened.read_text(encoding="utf-8").strip() == (folder / "maps" / "incidents.html").as_uri()
    opened.unlink()
    with watching(folder, "--open", BROWSER=variable) as watch:
        save(folder / "seeds" / "train.txt", DERAILED)
        watch.line_with("train.txt")
        assert opened.read_text(encoding="utf-8").strip() == watch.address


def test_what_cannot_be_built_at_first_ends_as_any_build_does(tmp_path):
    done = geo("build", "--watch", cwd=tmp_path)
    assert done.returncode == 1
    assert "nothing was written" in done.stderr
