"""A user's own gazetteer: filled between runs, used by them."""

import pytest

from tests.cli.run import geo
from tests.gazetteer.countryfile import country_zip
from tests.gazetteer.server import Faults, misbehaving

TEXT = (
    "Ukrainian troops shelled the village of Zelenyi Hai in the Zaporizhzhia region on Monday, killing two people,"
    " police said. Explosions were heard in Robotyne and in Orikhiv."
)


@pytest.fixture
def home(tmp_path):
    """A folder whose geo.toml keeps the user's gazetteer inside it."""
    (tmp_path / "geo.toml").write_text(f'gazetteer = "{tmp_path.as_posix()}/mine"\n')
    return tmp_path


def test_an_update_is_told_and_its_villages_can_be_looked_up(home):
    with misbehaving(Faults(body=country_zip())) as url:
        done = geo("gazetteer", "update", "UA", "--base-url", url, cwd=home)
    assert done.returncode == 0, done.stderr
    assert "UA: updated, 7 places" in done.stderr
    found = geo("lookup", "Kryva Krynytsia", cwd=home)
    assert found.returncode == 1
    found = geo("lookup", "Mist Testovyi", cwd=home)
    assert found.returncode == 0
    assert "geonames:9000006" in found.stdout


def test_a_country_that_cannot_be_fetched_is_one_line_and_the_others_go_on(home):
    with misbehaving(Faults(body=country_zip(), statuses=[404])) as url:
        done = geo("gazetteer", "update", "XX", "UA", "--base-url", url, cwd=home)
    assert done.returncode == 1
    assert "UA: updated" in done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith("XX: ")]
    assert "Traceback" not in done.stderr


def test_a_name_nobody_bears_is_said_not_to_be_there(home):
    done = geo("lookup", "Qwxyzville", cwd=home)
    assert done.returncode == 1
    assert done.stderr == "Qwxyzville: not in the gazetteer\n"


def test_an_update_makes_unchanged_articles_be_read_again(home):
    (home / "seeds").mkdir()
    (home / "seeds" / "a.txt").write_text(f"date 2023-08-30 {TEXT}\n", encoding="utf-8")
    assert "1 article: 1 read" in geo("build", cwd=home).stderr
    with misbehaving(Faults(body=country_zip())) as url:
        geo("gazetteer", "update", "UA", "--base-url", url, cwd=home)
    assert "1 article: 1 read, 0 unchanged" in geo("build", cwd=home).stderr
    assert "1 article: 0 read, 1 unchanged" in geo("build", cwd=home).stderr
