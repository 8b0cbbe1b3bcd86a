"""Seconds from saving an article until the open page is told to reload, with ``geo build --watch``.

Run from the checkout: ``.venv/bin/python benchmarks/watching.py [--articles N...] [--saves N]``. The articles are texts
of the development corpora, which stand beside the checkout; one is saved again and again with another day.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "geoparse" / "lgl.jsonl"


def write_articles(folder: Path, count: int) -> str:
    """Texts in files of their own; returns one that no file holds."""
    rows = [json.loads(line) for line in CORPUS.read_bytes().split(b"\n") if line.strip()]
    folder.mkdir()
    for number in range(count):
        day = f"2023-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        text = rows[number % (len(rows) - 1)]["text"]
        (folder / f"article-{number:05}.txt").write_text(f"date {day} {text}", encoding="utf-8")
    return str(rows[-1]["text"])


def told(address: str, shown: str) -> str:
    """Waits for the event that reloads the page; returns the version it names."""
    with urllib.request.urlopen(f"{address}changes?shown={shown}") as answer:
        for line in answer:
            if line.startswith(b"data: "):
                return line[6:].strip().decode()
    raise RuntimeError("the server closed")


def processor_s(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    used = psutil.Process(pid).cpu_times()
    return float(used.user + used.system)


def measure(seeds: Path, text: str, saves: int) -> list[tuple[float, float]]:
    """Seconds from the end of each save to the word that the map is new, and seconds of processor time in them."""
    command = [sys.executable, "-m", "geo.cli.main", "build", "seeds", "--out", "maps", "--watch"]
    watch = subprocess.Popen(
        command, cwd=seeds.parent, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert watch.stderr is not None
    took = []
    try:
        address = next(found[0] for line in watch.stderr if (found := re.findall(rb"http://\S+", line))).decode()
        shown = told(address, "")
        for number in range(saves):
            time.sleep(0.5 + 0.037 * number)  # not in step with the looks
            (seeds / "saved.txt").write_text(f"date 2022-05-{1 + number % 28:02} {text}", encoding="utf-8")
            saved, used = time.perf_counter(), processor_s(watch.pid)
            shown = told(address, shown)
            took.append((time.perf_counter() - saved, processor_s(watch.pid) - used))
    finally:
        watch.send_signal(signal.SIGINT)
        watch.communicate(timeout=30)
    assert watch.returncode == 0, "geo build --watch did not end cleanly"
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1, 100, 500])
    parser.add_argument("--saves", type=int, default=12)
    asked = parser.parse_args()
    if not CORPUS.is_file():
        print("no corpora beside the checkout: nothing to watch")
        return
    print("articles  first save: s, of processor   median of the others: s, of processor   longest of them: s")
    for count in asked.articles:
        with tempfile.TemporaryDirectory() as name:
            seeds = Path(name) / "seeds"
            first, *others = measure(seeds, write_articles(seeds, count), asked.saves)
        took, used = (statistics.median(column) for column in zip(*others, strict=True))
        longest = max(others)[0]
        print(f"{count:8,}  {first[0]:13.2f} {first[1]:14.2f} {took:25.2f} {used:14.2f} {longest:20.2f}", flush=True)


if __name__ == "__main__":
    main()
