"""Saving is noticed however an editor does it, and not before it is done."""

import os

import pytest

from geo.files import watching
from geo.files.articles import Article, read_articles
from geo.files.watching import changed, snapshot, wait_for_change


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "north").mkdir()
    for name in ("a.txt", "north/b.md"):
        (tmp_path / name).write_text("A bridge fell in Oulu.", encoding="utf-8")
    return tmp_path


def names(folder, before, after):
    return [path.relative_to(folder).as_posix() for path in changed(before, after)]


def test_nothing_changed_is_no_change(folder):
    assert snapshot([folder]) == snapshot([folder])


def test_writing_adding_and_deleting_are_changes(folder):
    before = snapshot([folder])
    (folder / "a.txt").write_text("A bridge fell in Oulu, again.", encoding="utf-8")
    (folder / "c.txt").write_text("Another.", encoding="utf-8")
    (folder / "north" / "b.md").unlink()
    assert names(folder, before, snapshot([folder])) == ["a.txt", "c.txt", "north/b.md"]


def test_a_file_put_in_place_of_another_is_a_change_even_with_its_size_and_time(folder):
    before = snapshot([folder])
    was = (folder / "a.txt").stat()
    draft = folder / ".a.txt.swp"
    draft.write_text("A bridge fell in Vaasa"[: was.st_size], encoding="utf-8")
    os.utime(draft, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert names(folder, before, snapshot([folder])) == []
    draft.replace(folder / "a.txt")
    assert names(folder, before, snapshot([folder])) == ["a.txt"]


def test_files_that_are_not_input_are_left_out(folder):
    left_out = {(folder / "north" / "b.md").resolve()}
    before = snapshot([folder], without=left_out)
    (folder / "north" / "b.md").write_text("An output.", encoding="utf-8")
    assert snapshot([folder], without=left_out) == before


def test_a_path_that_is_not_there_yet_is_noticed_when_it_comes(folder):
    missing = folder / "later.txt"
    before = snapshot([missing])
    missing.write_text("Now.", encoding="utf-8")
    assert changed(before, snapshot([missing])) == (missing,)


def test_a_path_that_no_file_can_have_is_not_there(tmp_path):
    for path in (tmp_path / ("long" * 100), tmp_path / "a\0b"):
        assert snapshot([path]) == {path: None}


def looks(*states):
    """A folder that looks so at each look, and stays as at the last."""
    left = list(states)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(watching, "LOOK_EVERY_S", 0.001)
    monkeypatch.setattr(watching, "SETTLED_S", 0.001)


def test_a_file_is_waited_for_until_it_is_whole(quick, tmp_path):
    empty, half, whole = ({tmp_path: (number, 0, 0, 0)} for number in range(3))
    assert wait_for_change({}, looks({}, {}, empty, half, half, whole)) == half
    assert wait_for_change({}, looks({}, empty, half, whole)) == whole


def test_a_file_that_was_there_for_a_moment_only_is_no_change(quick, tmp_path):
    trial = {tmp_path: (1, 0, 0, 0)}
    there = {tmp_path / "a": (1, 0, 0, 0)}
    assert wait_for_change({}, looks(trial, {}, {}, there)) == there


def test_a_file_that_never_rests_is_read_all_the_same(quick, monkeypatch, tmp_path):
    monkeypatch.setattr(watching, "LONGEST_S", 0.05)
    number = iter(range(1_000_000))
    assert wait_for_change({}, lambda: {tmp_path: (next(number), 0, 0, 0)})


def test_an_unchanged_file_is_not_read_twice_and_a_changed_one_is(folder):
    remembered = {}
    first = list(read_articles([folder], remembered=remembered))
    (folder / "a.txt").write_text("A bridge fell in Vaasa.", encoding="utf-8")
    second = list(read_articles([folder], remembered=remembered))
    assert second == list(read_articles([folder]))
    assert [article.text for article in second] == ["A bridge fell in Vaasa.", "A bridge fell in Oulu."]
    assert [new is old for new, old in zip(second, first, strict=True)] == [False, True]
    assert all(isinstance(article, Article) for article in second)


def test_a_file_that_is_gone_is_forgotten_and_the_others_are_not(folder):
    remembered = {}
    list(read_articles([folder], remembered=remembered))
    assert sorted(remembered) == [folder / "a.txt", folder / "north" / "b.md"]
    (folder / "a.txt").unlink()
    list(read_articles([folder], remembered=remembered))
    assert list(remembered) == [folder / "north" / "b.md"]


def test_a_file_that_could_not_be_read_is_read_once_it_can_be(folder):
    remembered = {}
    (folder / "a.txt").write_bytes(b"")
    failure, _ = read_articles([folder], remembered=remembered)
    assert not isinstance(failure, Article)
    (folder / "a.txt").write_text("A bridge fell in Vaasa.", encoding="utf-8")
    article, _ = read_articles([folder], remembered=remembered)
    assert isinstance(article, Article)
