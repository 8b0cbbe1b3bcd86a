import re

import pytest

from geo.errors import DataError
from geo.files import embedded, sources
from geo.files.embedded import data_file
from geo.files.sources import read_sources


def test_every_embedded_file_says_where_it_comes_from_and_under_which_licence():
    found = read_sources()
    assert [source.file for source in found] == sorted(source.file for source in found)
    for source in found:
        assert data_file(source.file).is_file()
        assert source.licence
        assert source.attribution
        assert re.fullmatch(r"[0-9a-f]{64}", source.sha256), source.file


@pytest.mark.parametrize("content", ["[[source]\n", '[[source]]\nfile = "a"\n', '[[source]]\nsurprise = "a"\n'])
def test_a_damaged_list_of_sources_is_named(content, tmp_path, monkeypatch):
    listed = tmp_path / "sources.toml"
    listed.write_text(content)
    monkeypatch.setattr(sources, "data_file", lambda _: listed)
    with pytest.raises(DataError, match=r"sources\.toml"):
        read_sources()


def test_missing_data_say_what_to_do(monkeypatch, tmp_path):
    with pytest.raises(DataError, match=r"nowhere/at\.all: missing: reinstall"):
        data_file("nowhere/at.all")
    monkeypatch.setattr(embedded, "_PACKAGE", tmp_path / "geo")
    with pytest.raises(DataError, match="no embedded data beside"):
        data_file("sources.toml")
