"""Runs the pipeline over a development corpus and asks the corpus's own scorer."""

import functools
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.files.articles import parse_line
from geo.files.records import encode_reading
from geo.model.reading import Reading
from geo.model.text import Article

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
FLOORS = Path(__file__).with_name("floors.toml")
SCORERS = {
    "geoparse": ("geoparse/score.py", ("--gold", "{gold}", "--pred", "{pred}")),
    "incidents": ("incidents/score_incidents.py", ("{gold}", "{pred}")),
    "distances": ("distances/score_distances.py", ("{gold}", "{pred}")),
}

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Read = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One entry of floors.toml."""

    name: str
    #: Below the corpora, and the hash the figures were measured with.
    gold: str
    sha256: str
    #: "in-sample": models were trained on it; "development": rules were written with it in sight.
    seen: str
    #: How many documents the floors are of, chosen by hash; None is all.
    documents: int | None = None
    #: Resolution alone: the gold spans are given.
    gold_spans: bool = False
    arguments: tuple[str, ...] = ()
    #: Path into the scorer's JSON: the least, or the most, that will do.
    floors: dict[str, float]
    ceilings: dict[str, float]

    @property
    def file(self) -> Path:
        """The gold."""
        return CORPORA / self.gold


def corpora() -> tuple[Corpus, ...]:
    """Every entry of floors.toml."""
    entries = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    empty: dict[str, Any] = {"floors": {}, "ceilings": {}}
    return tuple(
        Corpus(name=name, **empty | entry | {"arguments": tuple(entry.get("arguments", ()))})
        for name, entry in entries.items()
    )


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def documents(corpus: Corpus, *, whole: bool = False) -> list[dict[str, Any]]:
    """The gold documents, or the share of them that the floors are of."""
    rows = [json.loads(line) for line in corpus.file.read_bytes().split(b"\n") if line.strip()]
    if whole or corpus.documents is None:
        return rows
    chosen = sorted(rows, key=lambda row: hashlib.sha256(_id(row).encode()).digest())
    return chosen[: corpus.documents]


def _id(row: dict[str, Any]) -> str:
    return str(row.get("id") or row["doc_id"])


def article(row: dict[str, Any], *, gold_spans: bool) -> Article:
    """The article of a gold document, by the way ``geo parse -`` takes."""
    line = {key: row[key] for key in ("title", "date", "url") if row.get(key)}
    if not _ISO_DAY.fullmatch(line.get("date", "")):  # one gold document says "December 1"
        line.pop("date", None)
    line |= {"id": _id(row), "text": row.get("text") or row["context"]}
    if gold_spans:
        line["spans"] = [[toponym["start"], toponym["end"]] for toponym in row["toponyms"]]
    found = parse_line(json.dumps(line), 1)
    assert isinstance(found, Article), found
    return found


def score(corpus: Corpus, read: Read, *, whole: bool = False) -> dict[str, Any]:
    """What the corpus's scorer says of our records."""
    rows = documents(corpus, whole=whole)
    return judge(corpus, rows, [read(article(row, gold_spans=corpus.gold_spans)) for row in rows])


def judge(corpus: Corpus, rows: Sequence[dict[str, Any]], readings: Sequence[Reading]) -> dict[str, Any]:
    """What the scorer says of Readings of some gold documents."""
    records = [encode_reading(reading) for reading in readings]
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        predicted.write_bytes(b"".join(record + b"\n" for record in records))
        return _ask(corpus, gold, predicted)


def _ask(corpus: Corpus, gold: Path, predicted: Path) -> dict[str, Any]:
    scorer, arguments = SCORERS[corpus.gold.split("/")[0]]
    filled = [argument.format(gold=gold, pred=predicted) for argument in arguments]
    extra = [*corpus.arguments, *(["--gold-spans"] if corpus.gold_spans else [])]
    done = subprocess.run(
        [sys.executable, str(CORPORA / scorer), *filled, *extra, "--json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def figure(scores: dict[str, Any], path: str) -> float | None:
    """One figure of a scorer's JSON: "detection.f1", "on_matched.date_exact"."""
    found = functools.reduce(lambda part, key: part[key], path.split("."), scores)
    if isinstance(found, dict):
        found = found["value"]
    return None if found is None else float(found)


def shortfalls(corpus: Corpus, scores: dict[str, Any]) -> Sequence[str]:
    """The figures that are worse than they may be, one line each."""
    below = _worse(corpus.floors, scores, lambda got, least: got < least, "at least")
    above = _worse(corpus.ceilings, scores, lambda got, most: got > most, "at most")
    return [f"{corpus.name}: {line}" for line in (*below, *above)]


def _worse(limits: dict[str, float], scores: dict[str, Any], bad: Callable[..., bool], word: str) -> Iterable[str]:
    for path, limit in limits.items():
        got = figure(scores, path)
        if got is None or bad(got, limit):
            yield f"{path} is {got}, must be {word} {limit}"
