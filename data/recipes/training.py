"""Training material for recognition: corpora as labelled tokens, and copies that widen them."""

import hashlib
import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.model.tokens import tokenise

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
GEOPARSE = ("lgl", "gwn_dev", "trnews_dev")
#: Uses of GeoWebNews that name a place as a place; the others lend their name.
LITERAL = frozenset("Literal Literal_Modifier Mixed Coercion Embedded_Literal".split())
ASSOCIATIVE = frozenset("Metonymic Non_Literal_Modifier Demonym Language Homonym Embedded_Non_Lit".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text with its gold toponyms: (start, end, use), use None where the corpus has none."""

    id: str
    corpus: str
    text: str
    spans: tuple[tuple[int, int, str | None], ...]


def read_corpus(name: str) -> list[Labelled]:
    """One of GEOPARSE, in file order."""
    path = CORPORA / "geoparse" / f"{name}.jsonl"
    if not path.is_file():
        raise SystemExit(f"{path}: missing: the models are trained on the development corpora beside the checkout")
    return [_labelled(json.loads(line), name) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _labelled(row: dict[str, object], corpus: str) -> Labelled:
    spans = tuple(sorted((t["start"], t["end"], _use(t.get("type"))) for t in row["toponyms"]))  # type: ignore[attr-defined]
    return Labelled(id=str(row["id"]), corpus=corpus, text=str(row["text"]), spans=spans)


def _use(kind: str | None) -> str | None:
    return "literal" if kind in LITERAL else "associative" if kind in ASSOCIATIVE else None


def fold_of(document_id: str, folds: int) -> int:
    """Which fold a document belongs to: by hash, so that adding documents moves none."""
    return int(hashlib.sha256(document_id.split("#")[0].encode()).hexdigest(), 16) % folds


def bio(text: str, spans: Iterable[tuple[int, int, str | None]]) -> list[str]:
    """O, B, I for each token; the longest of overlapping spans wins, ragged spans take whole tokens."""
    tokens = tokenise(text)
    labels = ["O"] * len(tokens)
    for start, end, _ in sorted(spans, key=lambda s: s[0] - s[1]):
        inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
        if inside and all(labels[i] == "O" for i in inside):
            labels[inside[0]] = "B"
            for i in inside[1:]:
                labels[i] = "I"
    return labels


def swapped(document: Labelled, pool: Sequence[str], is_town: Callable[[str], bool], dice: random.Random) -> Labelled:
    """A copy whose towns have other towns' names, the same one throughout."""
    names: dict[str, str] = {}
    pieces, spans, last, length = [], [], 0, 0
    for start, end, use in document.spans:
        if start < last:
            continue
        surface = document.text[start:end]
        name = surface
        if is_town(surface) and dice.random() < 0.8:
            name = names.setdefault(surface.lower(), dice.choice(pool))
            name = name.upper() if surface.isupper() and len(surface) > 3 else name
        pieces += [document.text[last:start], name]
        length += start - last
        spans.append((length, length + len(name), use))
        length += len(name)
        last = end
    pieces.append(document.text[last:])
    return replace(document, id=document.id + "#swapped", text="".join(pieces), spans=tuple(spans))


def shouted(document: Labelled) -> Labelled:
    """A copy in capitals; letters whose capital is longer stay small, so that spans hold."""
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in document.text)
    return replace(document, id=document.id + "#shouted", text=text)


def widened(
    documents: Sequence[Labelled],
    pool: Sequence[str],
    is_town: Callable[[str], bool],
    shares: Mapping[str, float],
) -> list[Labelled]:
    """The documents, ``shares`` copies of each with swapped names (0.5: every other one), and a few in capitals."""
    out = list(documents)
    for document in documents:
        dice = random.Random(document.id)
        share = shares.get(document.corpus, 0.0)
        copies = int(share) + (dice.random() < share % 1)
        out += [swapped(document, pool, is_town, dice) for _ in range(copies)]
        if dice.random() < SHOUTED_SHARE:
            out.append(shouted(document))
    return out


#: Share of documents that are also learnt in capitals.
SHOUTED_SHARE = 0.2
