"""Articles per second on the development corpora, one core; start-up time and memory of the commands.

Run from the checkout: ``.venv/bin/python benchmarks/reading.py``. The corpora stand beside the checkout.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from geo.cli.knowledge import open_knowledge
from geo.files.articles import parse_line
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
TEXTS = {
    "LGL": "geoparse/lgl.jsonl",
    "GeoWebNews dev": "geoparse/gwn_dev.jsonl",
    "TR-News dev": "geoparse/trnews_dev.jsonl",
    "MUC-4 valid": "incidents/muc4_valid.jsonl",
    "modern dev": "incidents/modern_dev.jsonl",
}
#: Articles per corpus: enough for a stable median, few enough for a coffee.
LIMIT = 200


def articles(name: str) -> list[Article]:
    lines = (CORPORA / name).read_bytes().splitlines()[:LIMIT]
    kept = ("id", "title", "text", "date")
    plain = [{key: row[key] for key in kept if row.get(key)} for row in map(json.loads, lines)]
    parsed = [parse_line(json.dumps(row).encode(), number) for number, row in enumerate(plain, 1)]
    return [item for item in parsed if isinstance(item, Article)]


def seconds(command: list[str], cwd: str) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - started


def start_up() -> None:
    geo = [sys.executable, "-m", "geo.cli.main"]
    seed = str(ROOT / "seeds")
    with tempfile.TemporaryDirectory() as folder:
        helps = [seconds([*geo, "--help"], folder) for _ in range(5)]
        builds = [seconds([*geo, "build", seed, "--out", f"out{n}"], folder) for n in range(5)]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"geo --help            median {statistics.median(helps):.2f} s   (limit 0.3)")
    print(f"geo build, one article  median {statistics.median(builds):.2f} s   (limit 3)")
    print(f"peak memory           {peak:.0f} MB   (limit 400)")


def main() -> None:
    start_up()
    if not CORPORA.is_dir():
        print("no corpora beside the checkout: nothing to read")
        return
    started = time.perf_counter()
    knowledge = open_knowledge(Settings())
    print(f"opening everything    {time.perf_counter() - started:.2f} s")
    print(f"\n{'corpus':<16}{'articles':>9}{'chars':>10}{'CPU s':>8}{'articles/s':>12}{'kchar/s':>9}")
    for label, name in TEXTS.items():
        chosen = articles(name)
        read_article(chosen[0], knowledge)
        started = time.process_time()
        for article in chosen:
            read_article(article, knowledge)
        spent = time.process_time() - started
        size = sum(len(article.text) for article in chosen)
        print(
            f"{label:<16}{len(chosen):>9}{size:>10}{spent:>8.1f}{len(chosen) / spent:>12.1f}{size / spent / 1000:>9.0f}"
        )
    print(f"\npeak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
