"""Each bad input costs itself one clear line; the rest goes on; no traceback."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import ROOT, SEED, geo


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    shutil.copy(SEED, folder / "good.txt")
    return folder


def build_with(folder, name, content):
    file = folder / name
    file.write_bytes(content)
    return geo("build", cwd=folder.parent), file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n \t "),
        ("binary.txt", bytes(range(256)) * 40),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(500)),
        ("broken.jsonl", b'{"id": "a", "text": "A blast'),
        ("nottext.jsonl", b'{"id": "a", "text": 7}\n'),
        ("date.md", b"---\ndate: 4 Augst\n---\nA blast hit Beirut.\n"),
        ("front.md", b"---\ntitle: [\n---\nA blast hit Beirut.\n"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_drawn(articles, name, content):
    done, _ = build_with(articles, name, content)
    assert done.returncode == 1
    named = [line for line in done.stderr.splitlines() if name in line]
    assert len(named) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert (articles.parent / "maps" / "incidents.html").is_file()


def test_an_unreadable_file_is_named(articles):
    (articles / "gone.txt").symlink_to(articles / "nowhere")
    done = geo("build", cwd=articles.parent)
    assert done.returncode == 1
    assert "gone.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_line_costs_its_line(articles):
    lines = b'{"id": "one", "text": "A blast hit Beirut."}\n{"id": \n{"id": "three", "text": "A blast hit Tyre."}\n'
    done, _ = build_with(articles, "wire.jsonl", lines)
    assert done.returncode == 1
    assert "wire.jsonl:2" in done.stderr
    assert "3 articles" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "latin-1"])
def test_an_article_in_another_encoding_is_read(articles, encoding):
    text = "A missile hit Kharkiv on Monday, officials said. " * 5
    text += "Мэр города" if encoding == "cp1251" else "naïve café" if encoding == "latin-1" else "Харків é"
    done, _ = build_with(articles, "other.txt", text.encode(encoding))
    assert done.returncode == 0, done.stderr
    assert "2 articles" in done.stderr


def test_an_article_without_a_date_or_with_unknown_places_is_no_error(articles):
    done, _ = build_with(
        articles, "vague.txt", b"A bomb exploded in Qwxyzville on Friday, killing two people, police said."
    )
    assert done.returncode == 0, done.stderr


def test_no_articles_at_all_is_said_and_nothing_is_written(tmp_path):
    (tmp_path / "seeds").mkdir()
    done = geo("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "no articles" in done.stderr
    assert not (tmp_path / "maps" / "incidents.html").exists()


@pytest.mark.parametrize("arguments", [("lookup", ""), ("lookup", "  "), ("build", "", "--out", "x"), ("add", "")])
def test_an_empty_argument_is_wrong_usage_and_not_the_folder_one_is_in(articles, arguments):
    done = geo(*arguments, cwd=articles)
    assert (done.returncode, done.stdout) == (2, "")
    assert "an argument is empty" in done.stderr


def test_how_many_could_not_be_read_is_said_last_and_nothing_is_said_of_writing_where_nothing_is_written(articles):
    (articles / "wire.jsonl").write_text('{"id": 1}\n[]\n{"id": "c", "text": "A blast hit Tyre."}\n')
    for command in ("build", "check", "export"):
        done = geo(command, *(("--format", "kml") if command == "export" else ()), cwd=articles.parent)
        written = "; the map is written without them" if command == "build" else ""
        assert done.stderr.splitlines()[-1] == f"2 could not be read{written}"
    alone = geo("check", articles / "nowhere.txt", cwd=articles.parent)
    assert alone.stderr.endswith("geo: no articles in " + str(articles / "nowhere.txt") + "\n")


def test_what_is_told_as_background_is_marked_and_the_mark_explained(articles):
    text = "date 2024-05-06\nGunmen killed three people in Gao on Monday. In 2015 a bomb killed 20 people in Kano."
    done, _ = build_with(articles, "recalled.txt", text.encode())
    assert "(recalled)" in done.stderr
    assert "(recalled: told as background" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("command", [("parse",), ("check",), ("explain", "seeds/good.txt"), ("lookup", "Beirut")])
def test_a_full_disk_behind_the_output_is_one_line(articles, command):
    with Path("/dev/full").open("w") as full:
        done = geo(*command, cwd=articles.parent, stdout=full)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "geo: the output cannot be written: No space left on device"
    assert "Traceback" not in done.stderr


def test_a_name_that_no_entry_bears_is_said_to_be_another_s(tmp_path):
    similar, own = (geo("lookup", name, cwd=tmp_path) for name in ("Wladivostok", "Vladivostok"))
    assert "no entry is called Wladivostok; shown are names spelled much like it" in similar.stderr
    assert own.stderr == ""


def test_a_missing_folder_is_named(tmp_path):
    done = geo("build", "nowhere", cwd=tmp_path)
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_folder_that_cannot_be_written_is_named(articles):
    target = articles.parent / "maps"
    target.write_text("a file stands where the folder should be")
    done = geo("build", cwd=articles.parent)
    assert done.returncode == 1
    assert "maps" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_output_folder_is_named(articles):
    target = articles.parent / "maps"
    target.mkdir(mode=0o500)
    done = geo("build", cwd=articles.parent)
    assert done.returncode == 1
    assert "maps" in done.stderr


def test_an_article_of_five_megabytes_does_not_stop_the_rest(articles):
    paragraph = "Officials in Kharkiv said on Tuesday that talks about the road to Poltava would go on for weeks.\n\n"
    done, _ = build_with(articles, "huge.txt", (paragraph * (5_000_000 // len(paragraph))).encode())
    assert "Traceback" not in done.stderr
    assert (articles.parent / "maps" / "incidents.html").is_file()


def test_of_many_skipped_articles_the_first_are_listed_and_the_others_counted(tmp_path):
    german = "Der Bürgermeister sagte am Dienstag, dass die Brücke über den Fluss wieder offen ist und niemand verletzt"
    texts = [f"{german} wurde, als der Zug {n} Minuten stand." for n in range(14)]
    lines = [json.dumps({"id": f"n{n}", "text": text}) for n, text in enumerate(texts)]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = geo("build", cwd=tmp_path)
    assert done.stderr.count("the text is not English") == 12
    assert "... and 2 more skipped; report.json names them" in done.stderr


def test_an_article_that_is_skipped_is_not_counted_as_read_or_unchanged(articles):
    (articles / "es.txt").write_text(
        "Una bomba estalló en la ciudad el lunes y mató a tres personas, dijo la policía. El alcalde pidió calma.",
        encoding="utf-8",
    )
    total = len(list(articles.iterdir()))
    first, second = (geo("build", cwd=articles.parent).stderr.splitlines()[0] for _ in range(2))
    assert f"{total - 1} read, 0 unchanged, 1 skipped" in first
    assert f"0 read, {total - 1} unchanged, 1 skipped" in second


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")
def test_make_map_ends_well_where_the_map_is_written_without_an_article_and_badly_where_it_is_not(articles):
    home = articles.parent
    program = home / ".venv" / "bin" / "geo"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m geo.cli.main "$@"\n')
    program.chmod(0o755)
    for made in (home / "pyproject.toml", program.with_name("python"), home / ".venv" / ".installed"):
        made.touch()

    def make():
        done = subprocess.run(["make", "-f", ROOT / "Makefile", "map"], cwd=home, capture_output=True, text=True)
        return done.returncode, done.stderr.splitlines()[-1]

    (articles / "broken.jsonl").write_text('{"text": ')
    assert make() == (0, "1 could not be read; the map is written without them")
    shutil.rmtree(articles)
    code, last = make()
    assert code != 0
    assert "Error" in last
