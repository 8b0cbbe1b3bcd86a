import os
import signal
import subprocess
import sys
import time

import pytest

from geo.errors import OutputError
from geo.files.writing import make_folder, write_atomically


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    file = tmp_path / "a.txt"
    write_atomically(file, "first\r\nПерший\u2028")
    assert file.read_bytes().decode() == "first\r\nПерший\u2028"
    write_atomically(file, b"\x00second")
    assert file.read_bytes() == b"\x00second"
    assert os.listdir(tmp_path) == ["a.txt"]  # noqa: PTH208


def test_the_old_file_stays_when_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    write_atomically(file, "old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written: No space left on device"):
        write_atomically(file, "new")
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_and_links_survive(tmp_path):
    file, link = tmp_path / "a.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_atomically(link, "new")
    assert file.read_text() == "new"
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_where_the_folder_should_be_is_named(tmp_path):
    (tmp_path / "maps").write_text("")
    with pytest.raises(OutputError, match="maps: a file stands where the folder should be"):
        make_folder(tmp_path / "maps")
    with pytest.raises(OutputError, match="a part of this path is a file"):
        make_folder(tmp_path / "maps" / "below")
    with pytest.raises(OutputError, match=r"maps/a\.txt: cannot be written"):
        write_atomically(tmp_path / "maps" / "a.txt", "x")


def test_what_a_killed_writer_left_is_swept_up_later_and_not_from_under_a_living_one(tmp_path):
    left, living = tmp_path / ".map.html.abc.part", tmp_path / ".map.html.def.part"
    left.write_text("half")
    living.write_text("half")
    os.utime(left, (0, 0))
    write_atomically(tmp_path / "map.html", "whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".map.html.def.part", "map.html"]


WRITER = """
import sys
from pathlib import Path
from geo.files.writing import write_atomically
number = 0
while True:
    number += 1
    write_atomically(Path(sys.argv[1]), str(number % 10) * 300_000)
"""


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path):
    file = tmp_path / "map.html"
    for wait in (0.0, 0.013, 0.031):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)]) as writer:
            deadline = time.monotonic() + 20
            while not file.exists() and time.monotonic() < deadline:
                time.sleep(0.005)
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        content = file.read_text()
        assert len(content) == 300_000
        assert len(set(content)) == 1
