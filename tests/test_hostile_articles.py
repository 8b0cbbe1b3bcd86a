"""Articles that were written to break a reader: each gets one answer, in bounded time, and steers nothing."""

import csv
import json
import os
import subprocess
import sys

import pytest

from tests.cli.run import geo

#: Opens a text, so that it is taken for English and read by every stage.
NEWS = "KYIV, Ukraine (Reuters) - A missile hit the city of Kharkiv on Monday, killing three people, officials said. "
#: Characters of a pattern that is repeated; of some of them, enough for quadratic time to hurt.
LONG, LONGEST = 12_000, 60_000
#: Seconds of processor time for all lines together.
LIMIT_S = 45.0


def _repeated(pattern, length=LONG):
    return NEWS + pattern * (length // len(pattern))


#: Texts without stops, and stretches that patterns of ours could try to match in many ways.
REPEATED = tuple(
    _repeated(pattern)
    for pattern in (
        "24 miles from Kyiv ",
        "A bomb exploded in Kyiv. ",
        "Kyiv, Kharkiv, ",
        "the city of ",
        "near the town of Kyiv in ",
        "killed and wounded and ",
        "on Monday ",
        "5 km or ",
        "10 to 15 killed and 20-30 wounded ",
        "\n",
        "\u2028",
        " \t",
        "(",
        "[[",
        "((a) ",
        "- ",
        "–",
        "...",
        "A.",
        "U.S. ",
        "1,",
        "''",
        "Mr. ",
        "of the ",
        "e\u0301\u0327",
        "\u202e",
        "🧨",
        "\x00",
        "{{7*7}}",
        "</script>",
        "ﷺ",
        "İ",
        "according to ",
        "blamed Russia for ",
        "three days ago ",
        "earlier this month ",
    )
)
#: Texts with one thing that has no end.
ENDLESS = (
    _repeated("said Kyiv killed 3 people on Monday ", LONGEST),
    _repeated("“said ", LONGEST),
    _repeated("km ", LONGEST),
    *(
        NEWS + before + filling * 800 + behind
        for filling in ("a", "a-", " ", "\n ")
        for before, behind in (
            ("The ferry sank in ", " / b 10 km from Kharkiv."),
            ("A hamlet called ", ", 10 km from Kharkiv, burned."),
            ("The body of ", " lay 10 km east of Kharkiv."),
            ("It lies 10 km", "east of Kharkiv."),
        )
    ),
    NEWS + "killed " + "9" * 400,
    NEWS + "killed " + "0" * 60_000,
    NEWS + "It is " + "9" * 400 + " km from Moscow, " + "9" * 400 + " miles (" + "9" * 400 + " km) from Kyiv.",
    NEWS + "It happened " + "9" * 5_000 + " days ago and " + "9" * 5_000 + " weeks earlier.",
    NEWS + "Reactor No. " + "9" * 5_000 + " burned on July " + "9" * 5_000 + ", " + "1" * 5_000 + ".",
    NEWS
    + "between "
    + "9" * 400
    + " and "
    + "8" * 400
    + " people were killed, or "
    + "7" * 400
    + "-"
    + "6" * 400
    + ".",
    NEWS + "km" + " " * 60_000 + "x",
    NEWS + "x" * 100_000,
    NEWS + "X" * 100_000,
    NEWS + "Kharkiv" * 15_000,
    NEWS + "é" * 100_000,
    NEWS + "[[\n" * 10_000,
    "# Title" + " " * 60_000 + "x " + NEWS,
    "date 0001-01-01 " + NEWS,
    "“" * 10_000 + NEWS,
    "x" * 100_000,
    "9" * 100_000,
    "\x00" * 1_000,
    "\ufeff" * 1_000,
)
#: Lines that are answered, whatever the answer.
LINES = (
    *({"text": text} for text in (*REPEATED, *ENDLESS)),
    *({"text": NEWS, "date": date} for date in ("0001-01-01", "9999-12-31", "1800-01-01", "2200-12-31", "2023-07", "")),
    *({"text": NEWS + "It fell on Friday, two weeks ago, last year.", "date": d} for d in ("1800-01-01", "2200-12-31")),
    *({"text": NEWS, "title": title} for title in ("T " * 50_000, "\x00", "Kyiv " * 20_000, "\u202e", "9" * 5_000)),
    *(
        {"text": NEWS, "url": url}
        for url in ("javascript:alert(1)", "\n", "http://[", "x" * 100_000, "data:text/html,x")
    ),
    *({"text": NEWS, "publisher": name} for name in ("</script>", "\x1b[2J", "=cmd()", "P" * 100_000)),
    *({"text": NEWS, "spans": spans} for spans in ([], [[0, 4]] * 500, [[0, len(NEWS)]], [[0, 9**20]], [[4, 4]])),
    *({"text": NEWS, "spans": spans} for spans in ([[-1, 4]], [[i, i + 40] for i in range(60)], [[0.5, 1]], {"a": 1})),
    *({"text": text} for text in ("", " ", 7, None, [], {"a": "b"})),
)
#: Ids that are paths, lines, markup, or nothing.
IDS = (
    "../../etc/passwd",
    "/",
    "a\nb",
    "a\r\n\r\nb",
    "\x00",
    "\x1b[31m",
    "</script>",
    "x" * 50_000,
    "\u202e",
    "=1+1",
    "",
)
#: Lines that are no objects of ours, as bytes.
RAW = (
    b"{",
    b"[]",
    b"null",
    b"7",
    b'"text"',
    b"[" * 100_000,
    b'{"id":' * 50_000,
    b'{"id": "deep", "text": "x", "more": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
    b'{"id": "deeper", "text": "x", "more": ' + b'{"a":' * 100_000,
    rb'{"id": "lone", "text": "A blast hit \ud800 Tyre."}',
    rb'{"id": "lone", "text": "A blast hit Tyre.", "title": "\udfff\ud800"}',
    rb'{"id": "\ud800", "text": "A blast hit Tyre."}',
    rb'{"id": "nul", "text": "A blast\u0000hit Tyre on Monday."}',
    b'{"id": "raw nul", "text": "A blast\x00hit Tyre."}',
    b'{"id": "bytes", "text": "\xff\xfe"}',
    b"\xff\xfe\x00",
    b"\xef\xbb\xbf\xef\xbb\xbf{}",
    b'{"id": "twice", "text": "One.", "text": "Two."}',
    b'{"id": "number", "text": "x", "spans": [[' + b"9" * 400 + b", 1e400]]}",
    b'{"id": 1e400, "text": "x"}',
)


def lines():
    """Every line, each of which is due one answer."""
    objects = [{"id": f"line {number}", **fields} for number, fields in enumerate(LINES)]
    objects += [{"id": id_, "text": NEWS} for id_ in IDS]
    return [*(json.dumps(fields).encode() for fields in objects), *RAW]


def _processor_s():
    """Seconds that finished children have used."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_every_hostile_line_gets_one_answer_in_bounded_time(tmp_path):
    asked, before = lines(), _processor_s()
    command = [sys.executable, "-W", "error", "-m", "geo.cli.main", "parse", "-"]
    done = subprocess.run(command, cwd=tmp_path, input=b"\n".join(asked), capture_output=True, check=False, timeout=300)
    said, answers = done.stderr.decode(), [json.loads(line) for line in done.stdout.splitlines()]
    assert _processor_s() - before < LIMIT_S
    assert len(answers) == len(asked)
    assert done.returncode == 1
    assert "Traceback" not in said
    assert not [answer for answer in answers if ".py:" in answer.get("error", "")]
    assert not [c for c in said.replace("\n", "") if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e"]
    for line, answer in zip(asked, answers, strict=True):
        if "error" not in answer:
            assert answer["id"] == json.loads(line.removeprefix(b"\xef\xbb\xbf"))["id"]


#: Names of files, all of which hold one article; a slash or a NUL no disk allows.
NAMES = (
    "<script>alert(1)<.txt", "a\nb.txt", "\x1b[31m.txt", "=1+1.txt", "-.txt", "--out.txt", " .txt", "{{7*7}}.txt",
    "javascript:alert(1).txt", "\u202etxt.exe.txt", "a\\b.txt", "%2e%2e.txt", "x" * 250 + ".txt", "'\"`$(id).txt",
    "e\u0301.txt", "\u00e9.txt", "a.b.c.txt", "CON.txt", "*.txt", "?.txt", "~.txt", "C:.txt",
)  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="other systems keep such names off their disks")
def test_no_name_of_a_file_breaks_a_build(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in (*NAMES, os.fsdecode(b"\xff.txt")):
        try:
            (seeds / name).write_text("date 2023-07-29 " + NEWS, encoding="utf-8")
        except OSError:  # this disk wants UTF-8
            continue
    count = sum(1 for _ in seeds.iterdir())
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    (seeds / "folder.txt").mkdir()
    (seeds / "self").symlink_to(seeds)
    os.mkfifo(seeds / "pipe.txt")
    done = geo("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{count} articles: {count} read" in done.stderr
    *_, loop, pipe, count_of_both = done.stderr.splitlines()
    assert [line.partition(":")[0] for line in (loop, pipe)] == ["seeds/loop.txt", "seeds/pipe.txt"]
    assert count_of_both == "2 could not be read; the map is written without them"
    assert not [c for c in done.stderr.replace("\n", "") if ord(c) < 32 or c == "\u202e"]
    page = (tmp_path / "maps" / "incidents.html").read_text(encoding="utf-8")
    assert "<script>alert(1)<" not in page
    with (tmp_path / "maps" / "incidents.csv").open(encoding="utf-8", newline="") as table:
        cells = [cell for row in csv.reader(table) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@")) and not cell[1:2].isdigit()]
    assert json.loads((tmp_path / "maps" / "incidents.geojson").read_text(encoding="utf-8"))
    assert f"0 read, {count} unchanged" in geo("build", cwd=tmp_path).stderr
