"""How long merging takes: 10,000 made-up reports in one run, 2,000 of one happening, and the cost of one more.

Run from the checkout: ``.venv/bin/python benchmarks/merge.py [REPORTS]``. The reports are made by a fixed
rule: as many towns as a country has, a year of days, one happening told by one to five articles.
"""

import datetime as dt
import random
import sys
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from geo.incidents.code import code_incidents
from geo.incidents.merge import merge
from geo.model.incident import Report
from geo.model.place import Feature, LatLon, Place, Reason, Resolution
from geo.model.text import Article, Mention, Span, Use

KINDS = (
    "A missile hit a market in {town} on {day}, killing {n} people, police said.",
    "Gunmen killed {n} guards in {town} on {day}, the governor said.",
    "A bus crashed in {town} on {day}; {n} passengers were injured.",
    "Thousands protested in {town} on {day}, and {n} people were injured.",
)
TOWNS = 400
FIRST = dt.date(2023, 1, 2)


def town(number: int) -> Place:
    """Towns on a grid of about 40 km."""
    return Place(
        id=f"made:{number}",
        name=f"Town{number}",
        at=LatLon(lat=45 + 0.37 * (number // 20), lon=25 + 0.53 * (number % 20)),
        feature=Feature.CITY,
        country="UA",
        radius_m=4_000.0,
        source="made up",
    )


def made(count: int) -> tuple[dict[str, Article], list[Report]]:
    """Articles with one report each; happening h is told h % 5 + 1 times on the days after."""
    articles: dict[str, Article] = {}
    reports: list[Report] = []
    happening = 0
    while len(reports) < count:
        place = town(happening * 7919 % TOWNS)
        day = FIRST + dt.timedelta(days=happening * 104_729 % 365)
        for telling in range(happening % 5 + 1):
            text = KINDS[happening % len(KINDS)].format(
                town=place.name, day=f"{day.day} {day:%B %Y}", n=happening % 30 + 2 + (telling == 4)
            )
            article = Article(id=f"{len(articles):06d}", text=text, date=day + dt.timedelta(days=telling // 2 + 1))
            articles[article.id] = article
            reports += code_incidents(article, (_resolution(text, place),))
        happening += 1
    return articles, reports[:count]


def _resolution(text: str, place: Place) -> Resolution:
    start = text.index(place.name)
    span = Span(start=start, end=start + len(place.name))
    mention = Mention(span=span, text=place.name, use=Use.LITERAL)
    return Resolution(mention=mention, place=place, reason=Reason.ONLY_CANDIDATE, confidence=0.9)


def of_one_happening(count: int) -> tuple[dict[str, Article], list[Report]]:
    """Articles of some 180 words with words of their own that all tell of one missile, with figures that differ."""
    chance, place = random.Random(0), town(7)
    articles: dict[str, Article] = {}
    reports: list[Report] = []
    for number in range(count):
        lead = f"A missile hit a market in {place.name} on 3 May 2023, killing {chance.randint(20, 40)} people."
        rest = ". ".join(" ".join(f"Word{chance.randrange(500)}" for _ in range(16)) for _ in range(10))
        published = dt.date(2023, 5, 4) + dt.timedelta(days=chance.randrange(10))
        article = Article(id=f"{number:06d}", text=f"{lead} {rest}.", date=published)
        articles[article.id] = article
        reports += code_incidents(article, (_resolution(article.text, place),))
    return articles, reports


def _timed(articles: dict[str, Article], reports: list[Report]) -> None:
    started = time.perf_counter()
    incidents = merge(articles, reports)
    largest = max(len(incident.reports) for incident in incidents)
    took = time.perf_counter() - started
    print(f"{len(reports):>7} reports  {len(incidents):>6} incidents, {largest:>5} reports at most  {took:7.2f} s")


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    articles, reports = made(count + 1)
    for size in (count // 10, count // 2, count):
        _timed(articles, reports[:size])
    for size in (count // 20, count // 10, count // 5):
        _timed(*of_one_happening(size))
    tracemalloc.start()
    before = {i.id for i in merge(articles, reports[:count])}
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    after = {i.id for i in merge(articles, reports)}
    print(f"peak {peak:.0f} MB; one more report: {len(after - before)} new names, {len(before - after)} lost")


if __name__ == "__main__":
    main()
