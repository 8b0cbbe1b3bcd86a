"""Recognition alone: articles and characters per second on LGL, one core, beside the peers that are installed.

    .venv/bin/python benchmarks/recognition.py

``flashgeotext`` and ``geotext`` run too where they are installed; the scores count overlapping spans as
``geoparse/score.py`` does. Ours are in-sample: the models were trained on these articles.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data.recipes.training import CORPORA, Labelled, read_corpus  # noqa: E402
from geo.gazetteer.store import open_gazetteer  # noqa: E402
from geo.model.text import Article  # noqa: E402
from geo.recognition.loading import load_recogniser  # noqa: E402

DATA = ROOT / "data"
Spans = list[tuple[int, int]]


def ours() -> Callable[[str], Spans]:
    started = time.perf_counter()
    recognise = load_recogniser(DATA, open_gazetteer(DATA / "gazetteer"))
    print(f"opening models, lexicon and gazetteer: {time.perf_counter() - started:.3f} s")
    return lambda text: [(m.span.start, m.span.end) for m in recognise(Article(id="", text=text))]


def flashgeotext() -> Callable[[str], Spans]:
    from flashgeotext.geotext import GeoText

    geotext = GeoText()

    def find(text: str) -> Spans:
        found = geotext.extract(input_text=text)
        return [span for kind in found.values() for name in kind.values() for span in name.get("span_info", [])]

    return find


def geotext() -> Callable[[str], Spans]:
    from geotext import GeoText

    def find(text: str) -> Spans:
        spans, position = [], 0
        found = GeoText(text)
        for name in [*found.cities, *found.countries, *found.nationalities]:
            start = text.find(name, position)
            start = start if start >= 0 else text.find(name)
            if start >= 0:
                spans.append((start, start + len(name)))
        return spans

    return find


def f1(documents: Sequence[Labelled], found: Sequence[Spans]) -> float:
    hits = total = 0
    for document, spans in zip(documents, found, strict=True):
        free = [(a, b) for a, b, _ in document.spans]
        total += len(free) + len(spans)
        for start, end in spans:
            hit = next((g for g in free if start < g[1] and g[0] < end), None)
            if hit is not None:
                free.remove(hit)
                hits += 1
    return 2 * hits / total


def main() -> None:
    if not CORPORA.is_dir():
        print("the development corpora are not beside the checkout: nothing measured")
        return
    documents = read_corpus("lgl")
    print(f"{'program':14} articles/s  Mchar/s  overlap F1")
    for name, build in (("this project", ours), ("flashgeotext", flashgeotext), ("geotext", geotext)):
        try:
            find = build()
        except ImportError:
            print(f"{name:14} not installed")
            continue
        started = time.process_time()
        found = [find(document.text) for document in documents]
        seconds = time.process_time() - started
        characters = sum(len(document.text) for document in documents)
        speed = f"{len(documents) / seconds:10.0f} {characters / seconds / 1e6:8.2f}"
        print(f"{name:14} {speed} {f1(documents, found):11.3f}")


if __name__ == "__main__":
    main()
