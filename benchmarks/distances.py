"""Stated distances found: ours beside quantulum3 and Recognizers-Text, F1 and characters per second.

Run from the checkout: ``.venv/bin/python benchmarks/distances.py``. A peer takes part where it is installed:
``pip install quantulum3 recognizers-text-suite 'emoji<2' 'setuptools<70'``, best in an environment of its own.
The corpus stands beside the checkout. What is scored is the span of each statement that places one thing from
another; the peers know no places, so that every length they find counts as one.
"""

import importlib.util
import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geo.distances.find import find_distances  # noqa: E402
from geo.model.text import Article  # noqa: E402

GOLD = ROOT.parent / "shared" / "corpora" / "distances" / "dev.jsonl"
LENGTHS = {"mile", "kilometre", "kilometer", "metre", "meter", "foot", "yard", "nautical mile"}
PLAIN = re.compile(
    r"\b\d[\d,.]*(?:[- ]|\s)?(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|yards?|blocks?)\b",
    re.IGNORECASE,
)

Spans = Iterable[tuple[int, int]]
Finder = Callable[[str], Spans]


def ours(text: str) -> Iterator[tuple[int, int]]:
    for stated in find_distances(Article(id="", text=text), ()):
        if stated.place_to_place:
            yield stated.span.start, stated.span.end


def plain(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in PLAIN.finditer(text))


def quantulum() -> Finder:
    from quantulum3 import parser

    def find(text: str) -> Iterator[tuple[int, int]]:
        for quantity in parser.parse(text):
            if quantity.unit.entity.name == "length":
                yield quantity.span

    return find


def recognizers() -> Finder:
    from recognizers_number_with_unit import Culture, NumberWithUnitRecognizer

    model = NumberWithUnitRecognizer(Culture.English).get_dimension_model()

    def find(text: str) -> Iterator[tuple[int, int]]:
        for found in model.parse(text):
            if (found.resolution or {}).get("unit", "").casefold() in LENGTHS:
                yield found.start, found.end + 1

    return find


def systems() -> dict[str, Finder]:
    """Ours, a regular expression, and the peers that are installed."""
    found: dict[str, Finder] = {"incident-map": ours, "regular expression": plain}
    if importlib.util.find_spec("quantulum3"):
        found["quantulum3"] = quantulum()
    if importlib.util.find_spec("recognizers_number_with_unit"):
        found["Recognizers-Text"] = recognizers()
    return found


def score(rows: list[dict[str, Any]], find: Finder) -> tuple[float, float, float, float]:
    """Precision, recall, F1 and characters per second; toss-ups count neither way."""
    started = time.perf_counter()
    predicted = [list(find(row["context"])) for row in rows]
    seconds = time.perf_counter() - started
    hits = wrong = total = 0
    for row, spans in zip(rows, predicted, strict=True):
        wanted = [c for c in row["claims"] if c["place_to_place"] and not c.get("borderline")]
        ignored = [c for c in row["claims"] if c.get("borderline")]
        ignored += [c["conversion"] for c in wanted if c.get("conversion")]
        total += len(wanted)
        left = list(wanted)
        for span in spans:
            hit = next((c for c in left if _overlap(span, c)), None)
            if hit:
                left.remove(hit)
                hits += 1
            elif not any(_overlap(span, c) for c in ignored):
                wrong += 1
    precision, recall = hits / max(1, hits + wrong), hits / total
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return precision, recall, f1, sum(len(row["context"]) for row in rows) / seconds


def _overlap(span: tuple[int, int], claim: dict[str, Any]) -> bool:
    return span[0] < claim["end"] and claim["start"] < span[1]


def main() -> None:
    if not GOLD.is_file():
        sys.exit(f"{GOLD}: the development corpora are not beside the checkout")
    warnings.simplefilter("ignore")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    print(f"{'':20} {'precision':>9} {'recall':>9} {'F1':>9} {'characters/s':>13}")
    for name, find in systems().items():
        find(rows[0]["context"])  # warm: the first call loads
        precision, recall, f1, speed = score(rows, find)
        print(f"{name:20} {precision:9.3f} {recall:9.3f} {f1:9.3f} {speed:13,.0f}")


if __name__ == "__main__":
    main()
