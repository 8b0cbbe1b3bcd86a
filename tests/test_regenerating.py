"""Regenerating: the same input gives the same bytes; adding one article disturbs nothing."""

import csv
import re
import shutil

from tests.cli.run import SEED, geo

TOWNS = "Kharkiv Poltava Sumy Dnipro Odesa Kherson Mykolaiv Lviv Kyiv Chernihiv".split()
OUTPUTS = ("incidents.html", "incidents.csv", "incidents.geojson", "distances.csv", "report.json")


def invented(number):
    """A short article of its own town, day and figures."""
    town = TOWNS[number % len(TOWNS)]
    day = 1 + number % 28
    return (
        f"date 2022-{1 + number // 28 % 12:02}-{day:02} A missile hit an apartment building in {town} on Tuesday,"
        f" killing {2 + number % 7} people and wounding {10 + number} others, the regional governor said.\n"
    )


def write_articles(folder, count):
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"article-{number:03}.txt").write_text(invented(number), encoding="utf-8")


def ids(folder):
    with (folder / "incidents.csv").open(encoding="utf-8", newline="") as rows:
        return {row["incident_id"] for row in csv.DictReader(rows)}


def test_the_same_input_gives_the_same_bytes_in_two_processes(tmp_path):
    write_articles(tmp_path / "seeds", 12)
    shutil.copy(SEED, tmp_path / "seeds")
    for number, verb in enumerate(("said", "confirmed")):  # joined, and as many killed as wounded
        told = f"A missile hit a market in Kharkiv on Tuesday, killing 5 people and wounding 5 others, police {verb}.\n"
        (tmp_path / "seeds" / f"equal-{number}.txt").write_text(f"date 2022-03-02 {told}", encoding="utf-8")
    for out, seed in (("one", "1"), ("two", "2")):
        done = geo("build", "--out", out, cwd=tmp_path, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
    for name in OUTPUTS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_adding_one_article_to_200_rereads_one_and_renames_none(tmp_path):
    write_articles(tmp_path / "seeds", 200)
    first = geo("build", cwd=tmp_path)
    assert "200 articles: 200 read, 0 unchanged" in first.stderr
    before = ids(tmp_path / "maps")
    shutil.copy(SEED, tmp_path / "seeds")
    second = geo("build", cwd=tmp_path)
    assert "201 articles: 1 read, 200 unchanged" in second.stderr
    after = ids(tmp_path / "maps")
    assert before <= after
    assert len(after - before) >= 2
    listed = re.findall(r"^  (\d{4}-\d\d-\d\d) ", second.stderr, re.MULTILINE)
    assert (listed[0], listed) == ("2023-07-28", sorted(listed, reverse=True)), "the latest incidents are told first"


def test_a_changed_article_is_read_again_and_a_removed_one_is_gone(tmp_path):
    write_articles(tmp_path / "seeds", 3)
    geo("build", cwd=tmp_path)
    (tmp_path / "seeds" / "article-001.txt").write_text(invented(50), encoding="utf-8")
    (tmp_path / "seeds" / "article-002.txt").unlink()
    again = geo("build", cwd=tmp_path)
    assert "2 articles: 1 read, 1 unchanged" in again.stderr
    assert "article-002" not in (tmp_path / "maps" / "report.json").read_text(encoding="utf-8")


def test_the_map_is_no_article_where_it_lies_beside_them(tmp_path):
    write_articles(tmp_path, 2)
    first, second = (geo("build", ".", "--out", "maps", cwd=tmp_path) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert "2 articles: 0 read, 2 unchanged" in second.stderr
