"""How the weights of the ranker are learned: conditional logits in passes, then a logistic of confidence."""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import minimize

from data.recipes.ranker_cases import RIGHT_AREA_KM, RIGHT_KM, Case
from geo.model.place import AREAS
from geo.resolution.confidence import SAME_KM, confidence_signs
from geo.resolution.context import CONTEXT, context_evidence
from geo.resolution.own import OWN, own_evidence
from geo.resolution.ranker import Floats, softmax
from geo.resolution.scene import FEATURES

PASSES = 3
#: Ridge penalty on each weight of the conditional logit, and of the logistic.
RIDGE, CONFIDENCE_RIDGE = 1.0, 2.0
#: What a weight is drawn to, and how hard, where the corpora say little: American papers rarely put a country
#: beside a town, and few articles state the distance between namesakes.
PRIOR = {
    "at the stated distance": (3.0, 5.0),
    "comma qualifier holds it": (2.5, 10.0),
    "'in' qualifier holds it": (2.5, 10.0),
    "qualifier before holds it": (2.0, 10.0),
    "near what it is said to be near": (2.0, 10.0),
}
#: A corpus's say per name: the small ones are worth more, the one-liners repeat themselves.
CORPUS_WEIGHT = {"lgl": 1.0, "gwn_dev": 1.5, "trnews_dev": 1.5, "ukraine_oneliners_dev": 0.3}
#: A name that an article repeats n times weighs n to this power.
_REPEATED = 0.7
COLUMNS = OWN + CONTEXT
#: Evidence speaks one way only; what kind of place a candidate is may count either way.
AGAINST = frozenset(
    {"town by another name", "less prominent than another of the name"}
    | {column for column in OWN if column.startswith("found ") or column.endswith("disagrees")}
    | {column for column in CONTEXT if column.endswith("lies elsewhere")}
)
FOR = (
    frozenset(
        {
            "official name",
            "generic term agrees",
            "largest town of the name",
            "prominence",
            "near the publisher's home",
            *CONTEXT,
        }
    )
    - AGAINST
)
_AREA = np.isin(np.arange(len(FEATURES)), [FEATURES.index(f) for f in AREAS])


def train_passes(cases: Sequence[Case]) -> tuple[dict[str, float], ...]:
    """Weights of each pass; a pass sees the beliefs of the one before."""
    own = [own_evidence(case.scene) for case in cases]
    weights = [_fit(cases, own)]
    beliefs = [softmax(o @ weights[0], c.scene.starts) for c, o in zip(cases, own, strict=True)]
    for _ in range(1, PASSES):
        evidence = [
            np.concatenate((o, context_evidence(c.scene, b, c.stated)), axis=1)
            for c, o, b in zip(cases, own, beliefs, strict=True)
        ]
        weights.append(_fit(cases, evidence))
        beliefs = [softmax(e @ weights[-1], c.scene.starts) for c, e in zip(cases, evidence, strict=True)]
    return tuple(dict(zip(OWN if len(w) == len(OWN) else COLUMNS, w.tolist(), strict=True)) for w in weights)


def _fit(cases: Sequence[Case], evidence: Sequence[Floats]) -> Floats:
    """Conditional logit: the right candidates of a name against the wrong ones."""
    blocks, right, weight = [], [], []
    for case, rows_of in zip(cases, evidence, strict=True):
        for (start, stop, mask), count in _questions(case).items():
            blocks.append(rows_of[start:stop])
            right.append(np.frombuffer(mask, dtype=bool))
            weight.append(CORPUS_WEIGHT[case.corpus] * count**_REPEATED)
    x, good, w = np.concatenate(blocks), np.concatenate(right), np.array(weight)
    counts = np.array([len(b) for b in blocks])
    starts = np.concatenate(([0], np.cumsum(counts)))
    each = np.repeat(w, counts)

    def loss(b: Floats) -> tuple[float, Floats]:
        p = softmax(x @ b, starts)
        hit = np.where(good, p, 0.0)
        total = np.maximum(np.add.reduceat(hit, starts[:-1]), 1e-12)
        gradient = x.T @ (each * (p - hit / np.repeat(total, counts))) + 2 * ridge * (b - prior)
        return float(-(w * np.log(total)).sum() + (ridge * (b - prior)) @ (b - prior)), gradient

    prior, ridge = np.array([PRIOR.get(n, (0.0, RIDGE)) for n in COLUMNS[: x.shape[1]]]).T
    bounds = [(0.0 if n in FOR else None, 0.0 if n in AGAINST else None) for n in COLUMNS[: x.shape[1]]]
    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400}).x


def _questions(case: Case) -> dict[tuple[int, int, bytes], int]:
    """(rows, which are right) for every name with both right and wrong candidates, with its mentions."""
    found: dict[tuple[int, int, bytes], int] = {}
    for _, rows, km in case.judged():
        good = km <= RIGHT_KM
        if not good.any():
            good = km <= RIGHT_AREA_KM
        if good.any() and not good.all():
            key = (rows.start, rows.stop, good.tobytes())
            found[key] = found.get(key, 0) + 1
    return found


def is_right(case: Case, row: int, km: float) -> bool:
    """Whether a choice would stand before a reader: an area within 161 km, anything else within 25."""
    return km <= (RIGHT_AREA_KM if _AREA[case.scene.feature[row]] else SAME_KM)


def train_confidence(answers: Iterable[tuple[Case, Floats, Floats]]) -> dict[str, float]:
    """Weights of the logistic, from (case, evidence, probabilities) that the case did not train."""
    signs, right, weight = [], [], []
    for case, evidence, probability in answers:
        for _, rows, km in case.judged():
            if rows.stop > rows.start:
                best = int(probability[rows].argmax())
                signs.append(confidence_signs(case.scene, evidence, probability, rows.start + best))
                right.append(is_right(case, rows.start + best, float(km[best])))
                weight.append(CORPUS_WEIGHT[case.corpus])
    names = tuple(signs[0])
    x, y, w = np.array([[s[n] for n in names] for s in signs]), np.array(right, dtype=float), np.array(weight)
    ridge = np.array([0.0 if n == "bias" else CONFIDENCE_RIDGE for n in names])

    def loss(b: Floats) -> tuple[float, Floats]:
        z = x @ b
        value = (w * (np.logaddexp(0.0, z) - y * z)).sum() + (ridge * b * b).sum()
        return float(value), x.T @ (w * (1 / (1 + np.exp(-z)) - y)) + 2 * ridge * b

    fitted = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return dict(zip(names, fitted.tolist(), strict=True))
