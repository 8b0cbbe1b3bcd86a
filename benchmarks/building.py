"""Ten thousand articles in one run, and what one more costs: seconds, memory, articles per second.

Run from the checkout: ``.venv/bin/python benchmarks/building.py [--articles N] [--engine NAME]``. The articles
are texts of the development corpora, which stand beside the checkout, drawn with replacement and given other dates.
"""

import argparse
import datetime as dt
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
SOURCES = ("geoparse/lgl.jsonl", "geoparse/gwn_dev.jsonl", "geoparse/trnews_dev.jsonl", "incidents/modern_dev.jsonl")
#: Days over which the invented dates are spread.
SPREAD_DAYS = 365


def texts() -> list[dict[str, str]]:
    rows = [json.loads(line) for name in SOURCES for line in (CORPORA / name).read_bytes().split(b"\n") if line.strip()]
    return [{"title": row.get("title") or "", "text": row["text"]} for row in rows]


def drawn(count: int) -> Iterator[dict[str, str]]:
    """Articles with ids and dates of their own; the same ones in every run."""
    known, chance = texts(), random.Random(0)
    for number in range(count):
        day = dt.date(2023, 1, 1) + dt.timedelta(days=chance.randrange(SPREAD_DAYS))
        yield {"id": f"a{number:06}", "date": day.isoformat(), **chance.choice(known)}


def build(folder: Path, engine: str) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and the peak of memory in MB of one run of ``geo build``."""
    command = [sys.executable, "-m", "geo.cli.main", "build", "seeds", "--out", "maps", "--engine", engine]
    started = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ | {"PYTHONPATH": str(ROOT)}, file_actions=[])
    _, status, used = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, f"geo build failed in {folder}"
    return time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--engine", default="serial", choices=("serial", "processes"))
    asked = parser.parse_args()
    if not CORPORA.is_dir():
        print("no corpora beside the checkout: nothing to build")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        seeds = folder / "seeds"
        seeds.mkdir()
        *most, last = drawn(asked.articles + 1)
        wire = "".join(json.dumps(article) + "\n" for article in most)
        (seeds / "wire.jsonl").write_text(wire, encoding="utf-8")
        first, work, memory = build(folder, asked.engine)
        (seeds / "late.jsonl").write_text(json.dumps(last) + "\n", encoding="utf-8")
        again, work_again, memory_again = build(folder, asked.engine)
        sizes = {path.name: path.stat().st_size / 1e6 for path in sorted((folder / "maps").iterdir()) if path.is_file()}
    print(
        f"\n{asked.articles:,} articles, {asked.engine}: {first:.1f} s, {work:.1f} s of processor time:"
        f" {asked.articles / work:.1f} articles per second of it"
    )
    print(f"one more article: {again:.1f} s, {work_again:.1f} s of processor time")
    print(f"peak memory {memory:.0f} MB, {memory_again:.0f} MB when one is added")
    print("outputs: " + ", ".join(f"{name} {size:.1f} MB" for name, size in sizes.items()))


if __name__ == "__main__":
    main()
