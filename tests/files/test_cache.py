import subprocess
import sys
from dataclasses import replace

import pytest

from geo.files.cache import ReadingCache
from tests.files.factories import article, reading, resolution


@pytest.fixture
def cache(tmp_path):
    return ReadingCache(tmp_path / "cache", "v1")


def entries(tmp_path):
    return sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())


def kept():
    """What the cache keeps of the Reading: all but the candidates."""
    return reading(resolutions=(replace(resolution(), candidates=()),))


def test_a_reading_comes_back_as_put_gave_it_and_only_the_candidates_are_gone(cache):
    assert cache.get(article()) is None
    assert cache.put(reading()) == kept()
    assert cache.get(article()) == kept()
    assert kept().resolutions[0].candidate_count == reading().resolutions[0].candidate_count


@pytest.mark.parametrize(
    "changed", [{"text": "Other."}, {"date": None}, {"title": "T"}, {"id": "other"}, {"publisher": "p"}, {"spans": ()}]
)
def test_a_changed_article_is_another_article(cache, changed):
    cache.put(reading())
    assert cache.get(article(**changed)) is None


def test_a_file_that_moved_is_the_same_article_at_its_new_path(cache):
    cache.put(reading())
    moved = article(path="elsewhere/tyre.txt")
    assert cache.get(moved) == replace(kept(), article=moved)


def test_another_version_of_data_models_or_code_reads_again(cache, tmp_path):
    cache.put(reading())
    assert ReadingCache(tmp_path / "cache", "v2").get(article()) is None


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"half"])
def test_a_damaged_entry_is_no_entry_and_is_replaced(cache, tmp_path, damage):
    cache.put(reading())
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage or entry.read_bytes()[:-3])
    assert cache.get(article()) is None
    cache.put(reading())
    assert cache.get(article()) == kept()


def test_a_single_flipped_bit_is_noticed(cache, tmp_path):
    cache.put(reading())
    (entry,) = entries(tmp_path)
    content = bytearray(entry.read_bytes())
    content[-20] ^= 1
    entry.write_bytes(bytes(content))
    assert cache.get(article()) is None


def test_pruning_drops_what_no_article_uses_and_old_versions(cache, tmp_path):
    old = ReadingCache(tmp_path / "cache", "v0")
    old.put(reading())
    cache.put(reading())
    gone = article(id="gone")
    cache.put(replace(reading(), article=gone))
    assert len(entries(tmp_path)) == 3
    cache.prune([article()])
    assert len(entries(tmp_path)) == 1
    assert cache.get(article()) == kept()
    assert cache.get(gone) is None
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / "cache").write_text("a file")
    cache = ReadingCache(tmp_path / "cache", "v1")
    cache.put(reading())
    assert cache.get(article()) is None
    cache.prune([])


HAMMER = """
import sys
from pathlib import Path
from geo.files.cache import ReadingCache
from tests.files.factories import article, reading
cache = ReadingCache(Path(sys.argv[1]), "v1")
for _ in range(150):
    kept = cache.put(reading())
    found = cache.get(article())
    assert found is None or found == kept
    assert found is not None
"""


def test_several_processes_share_a_cache(cache, tmp_path):
    command = [sys.executable, "-c", HAMMER, str(tmp_path / "cache")]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [(b"", 0)] * 3
    assert cache.get(article()) == kept()
    assert len(entries(tmp_path)) == 1
