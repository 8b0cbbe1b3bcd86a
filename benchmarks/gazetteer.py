"""The gazetteer: time and memory to open it, lookups a second beside a plain dictionary in the same run."""

import random
import time
from collections.abc import Callable, Sequence

import psutil

from geo.files.embedded import data_folder
from geo.gazetteer.store import EmbeddedGazetteer, open_gazetteer

#: Distinct names, and how many questions are asked of them: a day of news, where few names are most of the mentions.
DISTINCT, QUESTIONS = 20_000, 200_000
#: Exponent of Zipf's law for place names in news.
ZIPF = 1.0


def names_of_the_day(gazetteer: EmbeddedGazetteer) -> tuple[list[str], list[str]]:
    """Distinct names of random places, and a stream of them by Zipf's law."""
    chance = random.Random(20261122)
    rows = chance.sample(range(250_000), DISTINCT)
    distinct = [gazetteer._place(row).name for row in rows]
    weights = [1 / (rank + 1) ** ZIPF for rank in range(DISTINCT)]
    return distinct, chance.choices(distinct, weights, k=QUESTIONS)


def rate(ask: Callable[[str], object], names: Sequence[str]) -> float:
    """Questions a second of CPU time."""
    start = time.process_time()
    for name in names:
        ask(name)
    return len(names) / (time.process_time() - start)


def main() -> None:
    """Print the figures, one a line."""
    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    gazetteer = open_gazetteer(data_folder() / "gazetteer")
    opened_ms = (time.perf_counter() - start) * 1000
    gazetteer.lookup(["Taganrog", "Kyiv"])
    print(f"opened in {opened_ms:.1f} ms, memory {(process.memory_info().rss - before) / 1e6:.1f} MB")

    distinct, stream = names_of_the_day(gazetteer)
    before = process.memory_info().rss
    fresh = open_gazetteer(data_folder() / "gazetteer")
    start = time.process_time()
    fresh.lookup(stream)
    batch = QUESTIONS / (time.process_time() - start)
    grown_mb = (process.memory_info().rss - before) / 1e6
    print(f"memory after {QUESTIONS:,} questions, {DISTINCT:,} distinct names: {grown_mb:.1f} MB more")
    kept = rate(fresh.name_class, stream)
    table = {name: fresh.lookup([name])[name] for name in distinct}
    plain = rate(table.__getitem__, stream)
    fresh = open_gazetteer(data_folder() / "gazetteer")
    first = rate(lambda name: fresh.lookup([name]), distinct)
    classes = rate(open_gazetteer(data_folder() / "gazetteer").name_class, distinct)
    print(f"lookup, a day of news:   {batch:>12,.0f}/s, {plain / batch:.0f} times slower than a dictionary")
    print(f"lookup, never seen:      {first:>12,.0f}/s")
    print(f"name_class, a day:       {kept:>12,.0f}/s")
    print(f"name_class, never seen:  {classes:>12,.0f}/s")


if __name__ == "__main__":
    main()
