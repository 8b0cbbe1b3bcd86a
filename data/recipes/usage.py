"""Trains the regression that tells literal from associative.

One corpus types its names, and most words stand beside few of them. So the features are first placed in a space where
those that keep the same company lie together, whether typed or not: latent semantic analysis of the positive pointwise
mutual information between features of one mention (Levy and Goldberg 2014). The regression sees the features of a
mention and the sum of their places; what it learns of the space is folded back into the weights of the features.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from data.recipes.reader import Reader
from data.recipes.silver import NAMED_ENTITIES, NAMESAKES, ONE_LINERS
from data.recipes.training import Labelled
from geo.recognition.usage import UsageWeights
from geo.recognition.usage_features import usage_features

#: Inverse strength of the regression's L2 penalty.
USAGE_C = 0.3
#: How far an article's mentions sway each other (UsageWeights); best by cross-validation, DECISIONS.md.
SAME_NAME = 0.3
SAME_LIST = 0.3
WHOLE_TEXT = 0.2
#: Weight beside the typed mentions of GeoWebNews: of one-liners, whose towns are all literal, and of names inside
#: organisations' names, which are all associative.
SILVER_WEIGHTS = {ONE_LINERS: 0.1, NAMED_ENTITIES: 0.6, NAMESAKES: 0.0}
#: Dimensions of the space; 25 are too few, 100 gain nothing.
DIMENSIONS = 50
#: A feature has a place from two mentions on, and is company from so many on.
_LEAST, _COMPANY = 2, 20
#: How long the place of a mention is on average, beside features that count 1.
_LENGTH = 5.0
#: Weights nearer to 0 are left out.
_NOTHING = 0.01


@dataclass(frozen=True, slots=True)
class _Mention:
    """The features of a mention, its corpus, and whether it is literal where that is known."""

    features: list[str]
    corpus: str
    literal: bool | None


def train_usage(documents: Sequence[Labelled], reader: Reader) -> UsageWeights:
    """The regression, from the mentions whose use is known and the company of all."""
    every = [mention for document in documents for mention in _mentions(document, reader)]
    vectors = DictVectorizer()
    table = csr_matrix(vectors.fit_transform([dict.fromkeys(m.features, 1.0) for m in every]))
    typed = [row for row, m in enumerate(every) if m.literal is not None]
    with threadpool_limits(1):  # sums in another order would round some weights otherwise
        places = _places(table, [name.split("=")[0] for name in vectors.feature_names_])
        seen = table[typed]
        model = LogisticRegression(C=USAGE_C, max_iter=3000)
        model.fit(
            csr_matrix(hstack([seen, seen @ places])),
            [every[row].literal for row in typed],
            sample_weight=[SILVER_WEIGHTS.get(every[row].corpus, 1.0) for row in typed],
        )
        own, shared = np.split(model.coef_[0], [table.shape[1]])
        folded = own + places @ shared
    weights = {n: round(float(w), 3) for n, w in zip(vectors.feature_names_, folded, strict=True)}
    return UsageWeights(
        intercept=round(float(model.intercept_[0]), 3),
        same_name=SAME_NAME,
        same_list=SAME_LIST,
        whole_text=WHOLE_TEXT,
        weights={n: w for n, w in sorted(weights.items()) if abs(w) >= _NOTHING},
    )


def _mentions(labelled: Labelled, reader: Reader) -> list[_Mention]:
    read = reader.document(labelled.text)
    found = []
    for start, end, use in labelled.spans:
        touched = [i for i, t in enumerate(read.tokens) if t.start < end and t.end > start]
        if not touched:
            continue
        sentence = next((a, b) for a, b in read.sentences if a <= touched[0] < b)
        features = usage_features(read, touched[0], min(touched[-1], sentence[1] - 1), sentence)
        found.append(_Mention(features, labelled.corpus, None if use is None else use == "literal"))
    return found


def _places(table: csr_matrix, kinds: Sequence[str]) -> np.ndarray:
    """The place of every feature, a row each: of mentions by features, and the kind of each feature.

    Features of one kind exclude or imply each other, which says nothing, so they are no company.
    """
    count = np.asarray(table.sum(axis=0)).ravel()
    count[[kind.startswith("longer") for kind in kinds]] = 0  # a newspaper's preposition is in the company of a town's
    rows, columns = np.flatnonzero(count >= _LEAST), np.flatnonzero(count >= _COMPANY)
    together = (table[:, rows].T @ table[:, columns]).tocoo()
    kind = np.unique(kinds, return_inverse=True)[1]
    other = kind[rows][together.row] != kind[columns][together.col]
    row, column, times = together.row[other], together.col[other], together.data[other]
    by_row, by_column = np.bincount(row, times, len(rows)), np.bincount(column, times, len(columns))
    information = np.maximum(0.0, np.log(times * times.sum() / (by_row[row] * by_column[column])))
    company = csr_matrix((information, (row, column)), (len(rows), len(columns)))
    squares, axes = np.linalg.eigh((company.T @ company).toarray())
    main = slice(-min(DIMENSIONS, len(columns)), None)
    places = np.zeros((table.shape[1], len(squares[main])))
    places[rows] = company @ (axes[:, main] / np.maximum(squares[main], 1e-9) ** 0.25)
    length = np.linalg.norm(table @ places, axis=1).mean()
    return places * (_LENGTH / max(length, 1e-9))
