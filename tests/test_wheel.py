"""The wheel works alone: outside the checkout, with its data inside."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile

import pytest

from tests.cli.run import ROOT, SEED


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The wheel's contents, built from a copy of the checkout."""
    hatchling = pytest.importorskip(
        "hatchling.builders.wheel", reason="hatchling builds the wheel; the dev extra has it"
    )
    target = tmp_path_factory.mktemp("wheel")
    copy = target / "checkout"
    ignore = shutil.ignore_patterns(".git", ".venv", ".cache", "maps", "__pycache__", "node_modules")
    shutil.copytree(ROOT, copy, ignore=ignore)
    wheel = next(hatchling.WheelBuilder(str(copy)).build(directory=str(target), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target / "site")
    shutil.rmtree(copy)
    return target / "site"


def test_the_wheel_builds_the_map_of_the_first_article(unpacked, tmp_path):
    shutil.copy(SEED, tmp_path)
    code = (
        "import geo.cli.main as m, geo.files.embedded as e;"
        f"assert m.__file__.startswith({str(unpacked)!r}), m.__file__;"
        f"assert str(e.data_folder()).startswith({str(unpacked)!r});"
        "m.main(['build', '.', '--out', 'maps'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(unpacked), sysconfig.get_path("purelib")])},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Taganrog" in (tmp_path / "maps" / "incidents.csv").read_text(encoding="utf-8")


def test_the_wheel_carries_no_recipes_and_its_licences(unpacked):
    names = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*")}
    assert "geo/data/sources.toml" in names
    assert "geo/py.typed" in names
    assert not [name for name in names if "recipes" in name or name.startswith("tests")]
    assert [name for name in names if name.endswith("LICENSE")]
    assert [name for name in names if name.endswith("NOTICE")]
