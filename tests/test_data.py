"""Every embedded file is accounted for, unchanged, and small enough."""

import pytest

from data.recipes import seal
from geo.gazetteer import layout


def test_every_file_is_sealed_and_every_seal_has_a_file():
    assert seal.complaints() == []


def test_the_embedded_data_stay_under_30_megabytes():
    assert sum((seal.DATA / name).stat().st_size for name in seal.embedded_files()) < 30_000_000


def test_the_gazetteer_holds_exactly_the_files_of_its_layout():
    listed = {value for name, value in vars(layout).items() if name.isupper() and str(value).endswith((".npy", ".txt"))}
    there = {path.name for path in (seal.DATA / "gazetteer").iterdir()}
    assert there == listed | {layout.NAMES, layout.LANDFORMS, "curated.csv"}


@pytest.fixture
def small(tmp_path, monkeypatch):
    monkeypatch.setattr(seal, "DATA", tmp_path)
    monkeypatch.setattr(seal, "SOURCES", tmp_path / "sources.toml")
    (tmp_path / "a.txt").write_text("a")
    fields = dict.fromkeys(("name", "origin", "licence", "attribution", "url", "sha256", "command"), "x")
    lines = "\n".join(f'{key} = "{value}"' for key, value in fields.items())
    seal.SOURCES.write_text(f'# head\n\n[[source]]\nfile = "a.txt"\n{lines}\n')
    return tmp_path


def test_sealing_writes_the_hash_and_nothing_else(small):
    before = seal.SOURCES.read_text()
    assert seal.complaints() == ["a.txt: sha256 differs from data/sources.toml"]
    seal.seal()
    assert seal.complaints() == []
    assert seal.SOURCES.read_text() == before.replace('sha256 = "x"', f'sha256 = "{seal.sha256_of(small / "a.txt")}"')


def test_a_changed_a_lost_and_an_unlisted_file_are_named(small):
    seal.seal()
    (small / "a.txt").write_text("b")
    (small / "b.txt").write_text("b")
    assert seal.complaints() == ["b.txt: no entry in data/sources.toml", "a.txt: sha256 differs from data/sources.toml"]
    (small / "a.txt").unlink()
    assert "a.txt: listed in data/sources.toml, but not there" in seal.complaints()
