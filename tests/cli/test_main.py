import re
import subprocess
import sys

import pytest

from geo.cli.main import FORMATS, main
from geo.files.export import FORMATS as WRITERS
from tests.cli.run import ROOT, geo

HEAVY = (
    "numpy",
    "geopandas",
    "pandas",
    "folium",
    "scipy",
    "pyproj",
    "trafilatura",
    "rich",
    "dask",
    "pycrfsuite",
    "shapely",
)


def test_help_imports_nothing_heavy():
    code = "import sys; import geo.cli.main; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)


def test_building_a_map_imports_no_tables_of_pandas_and_leaves_them_to_others():
    code = (
        "import sys\nfrom geo.cli.lean import without\nwith without('pandas'):\n    import geo.cli.build\n"
        "assert 'pandas' not in sys.modules\nimport pandas\nwith without('pandas'):\n    import pandas as same\n"
        "assert same is pandas"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(command, tmp_path):
    shown = geo(command, "--help", cwd=tmp_path)
    assert shown.returncode == 0
    assert re.search(rf"Example:\n\s+geo {command}", shown.stdout)
    assert f"geo {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_formats_of_export_are_those_that_are_written():
    assert set(FORMATS) == set(WRITERS)


@pytest.mark.parametrize(
    "arguments",
    [("lookup", "Azov", "--save"), ("nonsense",), ("build", "--engine", "magic"), ("explain",), ("lookup",)],
)
def test_wrong_usage_exits_with_2(arguments, tmp_path):
    assert geo(*arguments, cwd=tmp_path).returncode == 2


def test_a_wrong_settings_file_is_one_line_and_exit_code_1(tmp_path):
    (tmp_path / "geo.toml").write_text("colour = 1\n")
    done = geo("check", cwd=tmp_path)
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        == "geo: geo.toml: unknown setting 'colour'; known are worldview, engine, workers, scheduler, gazetteer, tiles"
    )


def test_a_settings_file_that_is_named_must_be_there(tmp_path):
    done = geo("--config", "typo.toml", "check", cwd=tmp_path)
    assert done.returncode == 2
    assert "'typo.toml' does not exist" in done.stderr
    (tmp_path / "own.toml").write_text('worldview = "mine"\n')
    assert "own.toml: worldview must be one of" in geo("--config", "own.toml", "check", cwd=tmp_path).stderr
