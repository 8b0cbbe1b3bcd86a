import contextlib
import csv
import json
import os
import re
import subprocess
import sys

import pytest

from geo.cli.main import _incident_id
from tests.cli.run import SEED, geo

#: Two strikes on one town, told by four papers; a fifth tells of the next week.
WIRE = (
    ("a", "2024-05-14", "A drone hit a bakery in Sumy on Monday morning, killing three people, the mayor said."),
    ("b", "2024-05-14", "A missile struck a bridge in Sumy on Monday evening. Nobody was hurt, the army said."),
    (
        "c",
        "2024-05-15",
        "The death toll of Monday morning's drone strike on a bakery in Sumy rose to five, doctors said.",
    ),
    (
        "d",
        "2024-05-15",
        "Rescuers went home in Sumy, where a drone hit a bakery on Monday. Three people died, police said.",
    ),
    ("e", "2024-05-21", "A drone hit a depot in Sumy on Monday, wounding two guards, the governor said."),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with a built map; the incident of the morning by its id."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "wire").mkdir()
    lines = (json.dumps({"id": i, "date": day, "text": text, "publisher": f"Paper {i}"}) for i, day, text in WIRE)
    (folder / "wire" / "wire.jsonl").write_text("\n".join(lines) + "\n")
    assert geo("build", "wire", cwd=folder).returncode == 0
    return folder


def rows(folder):
    with (folder / "maps" / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return {row["articles"]: row["incident_id"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def account(desk):
    done = geo("explain", rows(desk)["a | c | d"], cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_report_that_was_joined_is_shown_with_the_numbers_that_joined_it(account):
    joined = account.partition("Joined: 3 reports")[2].partition("Kept apart")[0]
    assert [joined.index(f"Paper {name}, published") for name in "acd"] == sorted(
        joined.index(f"Paper {name}, published") for name in "acd"
    )
    assert "founds the incident" in joined
    for found in re.finditer(r"joined: evidence ([\d.]+), beside report \d\n((?: {6}[+-].*\n(?: {12}.*\n)*)+)", joined):
        weights = [float(w) for w in re.findall(r"^ {6}([+-]\d\.\d)  ", found[2], re.MULTILINE)]
        assert float(found[1]) >= 3.5
        assert sum(weights) == pytest.approx(float(found[1]), abs=0.05 * len(weights))
    assert joined.count("joined: evidence") == 2
    assert "+2.0  both at Sumy" in joined
    assert "+2.0  the same day (2024-05-13)" in joined


def test_near_reports_that_were_kept_apart_are_shown_with_what_kept_them_apart(desk, account):
    apart = account.partition("Kept apart: ")[2]
    evening, week_later = (apart.index(f"incident {rows(desk)[name]}: ") for name in "be")
    assert evening < week_later
    assert "-1.5  different targets (bakery and bridge)" in apart[evening:week_later]
    assert float(re.search(r"evidence ([\d.]+), beside report", apart[evening:week_later])[1]) < 3.5
    assert "the days differ: 2024-05-20 and 2024-05-13" in apart[week_later:]


def test_claims_that_conflict_stand_side_by_side_with_their_sources(account):
    killed = account.partition("Killed")[2].partition("Joined")[0]
    assert "the claims conflict" in killed
    assert "3: the mayor (report 1)" in killed
    assert "5: doctors (report 2)" in killed


def test_it_says_how_place_and_day_were_decided(account):
    assert "report 1 names it “Sumy”; here because" in account
    assert "why that place: " in account
    assert re.search(r"Day +2024-05-13, known to the day, from “Monday morning” in report 1", account)


def test_a_country_named_is_no_reason_for_the_town_that_was_pointed_at(tmp_path):
    text = "LOJA, May 5 - A bomb exploded on Friday in the Ecuadorean capital, killing three people, the mayor said."
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.jsonl").write_text(json.dumps({"id": "a", "date": "2024-05-14", "text": text}) + "\n")
    assert geo("build", "wire", cwd=tmp_path).returncode == 0
    said = geo("explain", rows(tmp_path)["a"], cwd=tmp_path).stdout
    assert "Quito" in said
    assert "only place of that name" not in said


def test_an_account_fits_80_columns_and_a_file_gets_no_colours(account):
    assert max(map(len, account.splitlines())) <= 80
    assert "\x1b" not in account


def test_the_beginning_of_an_id_and_a_link_of_the_map_name_the_incident_too(desk, account):
    id_ = rows(desk)["a | c | d"]
    assert geo("explain", id_[:6], cwd=desk).stdout == account
    assert _incident_id(f"file:///x/maps/incidents.html#q=drone&id={id_}&tab=about") == id_
    assert _incident_id("seeds/dead.txt") is None


def test_an_unknown_id_says_what_was_looked_through(desk, tmp_path):
    done = geo("explain", "0123456789ab", cwd=desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert "none of the 3 incidents of the map in maps has such an id" in done.stderr
    done = geo("explain", "0123456789ab", cwd=tmp_path)
    assert done.returncode == 1
    assert "maps holds no map" in done.stderr
    assert "there is no folder seeds" in done.stderr


def test_a_name_too_long_for_a_file_is_one_line_and_a_link_as_long_still_names_its_incident(desk, account):
    done = geo("explain", "z" * 300, cwd=desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
    link = f"incidents.html#q={'z' * 300}&id={rows(desk)['a | c | d']}"
    assert geo("explain", link, cwd=desk).stdout == account


def test_without_a_map_the_articles_of_seeds_are_read_and_the_example_of_the_help_runs(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / SEED.name).write_bytes(SEED.read_bytes())
    example = re.findall(r"geo explain ([0-9a-f]+)$", geo("explain", "--help", cwd=tmp_path).stdout, re.MULTILINE)
    done = geo("explain", *example, "--out", "elsewhere", cwd=tmp_path)
    assert done.returncode == 0
    assert "elsewhere holds no map" in done.stderr
    assert "reading seeds" in done.stderr
    assert done.stdout.startswith(f"Incident {example[0]}\nexplosion (missile), Taganrog")
    assert "none of the 2 incidents of seeds" in geo("explain", "f" * 12, cwd=tmp_path).stderr


def test_an_article_cannot_steer_the_terminal_of_whom_its_incident_is_explained_to(tmp_path):
    (tmp_path / "seeds").mkdir()
    text = "A drone hit a bakery in Sumy on Monday, killing three \x1b[2J people, \x1b]0;x\x07police said."
    line = json.dumps({"id": "a\x1b", "date": "2024-05-14", "text": text, "publisher": "P\x9b31m"})
    (tmp_path / "seeds" / "a.jsonl").write_text(line + "\n")
    assert geo("build", cwd=tmp_path).returncode == 0
    (id_,) = rows(tmp_path).values()
    for what in (id_, "seeds/a.jsonl"):
        done = geo("explain", what, cwd=tmp_path)
        assert done.returncode == 0
        assert "three \N{REPLACEMENT CHARACTER}[2J people" in " ".join(done.stdout.split())
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stdout)


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    folder = tmp_path_factory.mktemp("article")
    (folder / "a.txt").write_text("Police in Kyiv said a man from Leeds, Alabama, was held in Kyiv.")
    return geo("explain", "a.txt", cwd=folder).stdout


def test_each_candidate_shows_the_contributions_that_make_up_its_score(article):
    found = re.findall(r"^    ( *-?\d+\.\d\d)  (.*\n(?: {12}.*\n)*)", article, re.MULTILINE)
    assert len(found) > 3
    for score, told in found:
        parts = re.findall(r"(?:: |; )([+-]\d+\.\d\d) ", " ".join(told.split()))
        assert sum(map(float, parts)) == pytest.approx(float(score), abs=0.06), told


def test_what_the_numbers_mean_is_said_once(article):
    assert article.count("the score is the sum of what speaks for (+) and against (-)") == 1
    assert max(map(len, article.splitlines())) <= 80


def test_a_name_is_explained_once_for_all_its_mentions(article):
    assert len(re.findall(r"^Kyiv  \[1\] literal [\d.]+, \[\d\] literal", article, re.MULTILINE)) == 1


def test_a_name_of_several_entries_at_one_spot_is_not_called_the_only_one_without_saying_so(article):
    kyiv = " ".join(article.partition("\nKyiv  ")[2].partition("\nLeeds")[0].split())
    if "(admin1)" in kyiv:
        assert re.search(r"only place of that name in the gazetteer: all \d entries of the name lie within 25 km", kyiv)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_gets_colours_and_lines_no_wider_than_it_is(desk):
    import pty
    import termios

    master, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (40, 60))
    command = [sys.executable, "-W", "error", "-m", "geo.cli.main", "explain", rows(desk)["a | c | d"]]
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    for name in ("NO_COLOR", "COLUMNS"):
        environment.pop(name, None)
    with subprocess.Popen(command, cwd=desk, env=environment, stdout=terminal, stderr=subprocess.PIPE) as process:
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):  # the end of a terminal whose writer is gone
            while chunk := os.read(master, 65_536):
                shown += chunk
        os.close(master)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown.decode()).split("\r\n")
    assert process.returncode == 0
    assert "\x1b[1m" in shown.decode()
    assert max(map(len, lines)) <= 60
