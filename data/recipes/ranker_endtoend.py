"""Resolution of recognised names by five folds: ``python -m data.recipes.ranker_endtoend MENTIONS OUT``.

MENTIONS holds oof_CORPUS.jsonl, {"id", "toponyms": [{"start", "end", "p_literal", "kind"}]}, of a recogniser that did
not train on the article; OUT gets CORPUS.jsonl in the form of ``geo parse``, answered by weights that did not either.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from data.recipes.ranker import FOLDS, REFUSE_BELOW, answers_of
from data.recipes.ranker_cases import ALL, CORPORA, gazetteer, knowledge, read_cases
from data.recipes.ranker_fit import train_confidence, train_passes
from data.recipes.training import GEOPARSE, fold_of
from geo.model.place import Resolution
from geo.model.text import Article, Mention, Span, Use
from geo.resolution.ranker import Ranker
from geo.resolution.resolve import names_to_look_up, resolve


def rankers() -> list[Ranker]:
    """One ranker per fold, trained on the other four."""
    cases = [case for corpus in ALL for case in read_cases(corpus)]
    passes = [train_passes([c for c in cases if fold_of(c.id, FOLDS) != fold]) for fold in range(FOLDS)]
    answers = [
        answer
        for fold in range(FOLDS)
        for answer in answers_of([c for c in cases if fold_of(c.id, FOLDS) == fold], passes[fold])
    ]
    return [
        replace(
            knowledge(),
            passes=passes[fold],
            confidence=train_confidence(a for a in answers if fold_of(a[0].id, FOLDS) != fold),
            refuse_below=REFUSE_BELOW,
        )
        for fold in range(FOLDS)
    ]


def predictions(corpus: str, mentions: Path, by_fold: Sequence[Ranker], *, anonymous: bool) -> Iterator[dict]:
    """One line per article, as ``geo parse`` would write it."""
    gold = (CORPORA / "geoparse" / f"{corpus}.jsonl").read_text(encoding="utf-8").split("\n")
    rows = {row["id"]: row for line in gold if line for row in [json.loads(line)]}
    for line in mentions.read_text(encoding="utf-8").split("\n"):
        if line:
            found = json.loads(line)
            row = rows[found["id"]]
            article = Article(id=row["id"], text=row["text"], title=row["title"], url=None if anonymous else row["url"])
            spans = tuple(_mention(t, row["text"]) for t in found["toponyms"])
            ranker = by_fold[fold_of(row["id"], FOLDS)]
            looked_up = gazetteer().lookup(names_to_look_up(article, spans))
            yield {
                "id": row["id"],
                "toponyms": [_toponym(r) for r in resolve(article, spans, looked_up, ranker=ranker)],
            }


def _mention(row: dict, text: str) -> Mention:
    span = Span(start=row["start"], end=row["end"])
    return Mention(span=span, text=span.of(text), use=Use(row["kind"]), p_literal=row.get("p_literal", 1.0))


def _toponym(resolution: Resolution) -> dict:
    place, span = resolution.place, resolution.mention.span
    found = {
        "start": span.start,
        "end": span.end,
        "surface": resolution.mention.text,
        "confidence": resolution.confidence,
    }
    found |= {"kind": resolution.mention.use.value, "reason": resolution.reason.value, "lat": None, "lon": None}
    if place:
        found |= {"lat": place.at.lat, "lon": place.at.lon, "place": place.name, "feature": place.feature.value}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mentions", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--anonymous", action="store_true", help="leave out the articles' web addresses")
    options = parser.parse_args()
    by_fold = rankers()
    options.out.mkdir(parents=True, exist_ok=True)
    for corpus in GEOPARSE:
        found = predictions(corpus, options.mentions / f"oof_{corpus}.jsonl", by_fold, anonymous=options.anonymous)
        lines = [json.dumps(p, ensure_ascii=False) for p in found]
        (options.out / f"{corpus}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
