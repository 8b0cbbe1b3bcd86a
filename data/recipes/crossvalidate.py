"""Five-fold cross-validation of recognition over documents.

    python -m data.recipes.crossvalidate [--out FOLDER] [--data FOLDER]

Prints, for each development corpus, precision, recall and F1 of found toponyms (overlap, one to one, and
exact), and how often found mentions of GeoWebNews are typed right. The rows below the three are of texts whose
labels are partly worked out by rule (``silver.py``). With ``--out``, writes what each model found
in the articles it was not trained on, as ``geo parse`` would: ``oof_lgl.jsonl`` and so on.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.recipes.models import silver, train_chain
from data.recipes.reader import DATA, Reader
from data.recipes.training import GEOPARSE, Labelled, fold_of, read_corpus
from data.recipes.usage import train_usage
from geo.model.text import Article, Mention
from geo.recognition.crf import CrfRecogniser
from geo.recognition.loading import chain_of

FOLDS = 5


@dataclass(slots=True)
class Counts:
    """Mentions found, gold, and matched; typed and typed right."""

    found: int = 0
    gold: int = 0
    overlap: int = 0
    exact: int = 0
    typed: int = 0
    typed_right: int = 0

    def add(self, labelled: Labelled, mentions: Sequence[Mention]) -> None:
        """Count one article."""
        gold = {(a, b): use for a, b, use in labelled.spans}
        found = {(m.span.start, m.span.end): m for m in mentions}
        pairs = match(list(gold), list(found))
        self.found += len(found)
        self.gold += len(gold)
        self.overlap += len(pairs)
        self.exact += sum(a == b for a, b in pairs)
        uses = [(gold[a], found[b].use) for a, b in pairs if gold[a] is not None]
        self.typed += len(uses)
        self.typed_right += sum(a == b for a, b in uses)

    @property
    def f1(self) -> float:
        """F1 of overlapping spans."""
        return 2 * self.overlap / max(1, self.found + self.gold)

    def line(self) -> str:
        """Precision, recall, F1, exact F1, and accuracy of the types."""
        p, r = self.overlap / max(1, self.found), self.overlap / max(1, self.gold)
        exact = 2 * self.exact / max(1, self.found + self.gold)
        typed = f"{self.typed_right / self.typed:.3f}" if self.typed else "-"
        return f"{p:9.3f} {r:9.3f} {self.f1:9.3f} {exact:9.3f} {typed:>9} {self.gold:7}"


def match(gold: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], ...]]:
    """Pairs of gold and found spans that share a character, one to one; equal spans first, then by overlap."""
    shared = [(min(g[1], f[1]) - max(g[0], f[0]), g == f, g, f) for g in gold for f in found]
    pairs, taken = [], set()
    for _, _, g, f in sorted((s for s in shared if s[0] > 0), key=lambda s: (not s[1], -s[0], s[2], s[3])):
        if ("g", g) not in taken and ("f", f) not in taken:
            taken |= {("g", g), ("f", f)}
            pairs.append((g, f))
    return pairs


def recogniser(documents: Sequence[Labelled], reader: Reader) -> CrfRecogniser:
    """A recogniser trained on these documents alone."""
    features, transitions = train_chain(documents, reader)
    chain = chain_of(features, transitions)
    return CrfRecogniser(chain, train_usage(documents, reader), reader.lexicon, reader.gazetteer)


def out_of_fold(
    documents: Sequence[Labelled], reader: Reader, folds: Iterable[int] = range(FOLDS)
) -> dict[str, tuple[Mention, ...]]:
    """By article, what a recogniser found that was trained without the article's fold."""
    found: dict[str, tuple[Mention, ...]] = {}
    for fold in folds:
        recognise = recogniser([d for d in documents if fold_of(d.id, FOLDS) != fold], reader)
        for document in documents:
            if fold_of(document.id, FOLDS) == fold:
                found[document.id] = recognise(Article(id=document.id, text=document.text))
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
    return found


def _write(path: Path, documents: Sequence[Labelled], found: dict[str, tuple[Mention, ...]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            toponyms = [
                {"start": m.span.start, "end": m.span.end, "surface": m.text, "kind": m.use, "p_literal": m.p_literal}
                for m in found[document.id]
            ]
            file.write(json.dumps({"id": document.id, "toponyms": toponyms}, ensure_ascii=False) + "\n")


def main() -> None:
    """Cross-validate and print the table."""
    parser = argparse.ArgumentParser(description="five-fold cross-validation of recognition")
    parser.add_argument("--out", type=Path, help="folder for what was found out of fold")
    parser.add_argument("--folds", type=int, default=FOLDS, help="only the first folds, for a quick look")
    parser.add_argument(
        "--data", type=Path, default=DATA, help="a folder like data/: one that nobody rebuilds meanwhile"
    )
    options = parser.parse_args()
    reader = Reader(options.data)
    corpora = {name: read_corpus(name) for name in GEOPARSE}
    for document in silver(reader):
        corpora.setdefault(document.corpus, []).append(document)
    found = out_of_fold([d for documents in corpora.values() for d in documents], reader, range(options.folds))
    counts: dict[str, Counts] = defaultdict(Counts)
    for name, documents in corpora.items():
        for document in documents:
            if document.id in found:
                counts[name].add(document, found[document.id])
        if options.out and options.folds == FOLDS:
            _write(options.out / f"oof_{name}.jsonl", documents, found)
    print(f"{'corpus':12} precision    recall        F1  exact F1  use acc.    gold")
    for name in corpora:
        print(f"{name:12} {counts[name].line()}")


if __name__ == "__main__":
    main()
