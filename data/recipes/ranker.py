"""The weights of resolution: ``python -m data.recipes.ranker`` writes data/models/ranker.json.

With --crossvalidate it writes nothing and prints what five folds give on each development corpus.
"""

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from data.recipes.ranker_cases import ALL, ROOT, Case, capitals, homes, knowledge, read_cases
from data.recipes.ranker_fit import is_right, train_confidence, train_passes
from data.recipes.training import fold_of
from geo.resolution.belief import believe
from geo.resolution.confidence import confidence
from geo.resolution.home import Home
from geo.resolution.ranker import Floats

FOLDS = 5
OUT = ROOT / "data" / "models" / "ranker.json"
#: Below this a dot would be wrong more often than right.
REFUSE_BELOW = 0.3
#: The error of no answer: half the circumference of the Earth, in km.
WORST_KM = 20_039.0
ABOUT = (
    "Weights of geo.resolution, learned by data/recipes/ranker.py on LGL, GeoWebNews (half), TR-News (half) and"
    " investigators' one-liners on Ukraine (half). Conditional logits, one per pass, and a logistic of confidence."
)
Answer = tuple[Case, Floats, Floats]


def answers_of(cases: Sequence[Case], passes: tuple[dict[str, float], ...]) -> Iterator[Answer]:
    """(case, evidence, probabilities) of each case under the weights."""
    ranker = replace(knowledge(), passes=passes)
    for case in cases:
        belief = believe(case.scene, case.stated, ranker)
        yield case, belief.evidence, belief.probability


def out_of_fold(cases: Sequence[Case]) -> list[Answer]:
    """Each case answered by weights that it did not train."""
    found: list[Answer] = []
    for fold in range(FOLDS):
        learn = [c for c in cases if fold_of(c.id, FOLDS) != fold]
        found += answers_of([c for c in cases if fold_of(c.id, FOLDS) == fold], train_passes(learn))
    return found


def report(answers: Sequence[Answer]) -> None:
    """Accuracy and AUC on gold spans, and how far confidence can be believed, corpus by corpus."""
    weights = [train_confidence(a for a in answers if fold_of(a[0].id, FOLDS) != fold) for fold in range(FOLDS)]
    for corpus, anonymous in ((c, a) for c in ALL for a in (False, True)):
        errors: list[tuple[float, float]] = []
        sure: list[tuple[float, bool]] = []
        for case, evidence, probability in answers:
            if case.corpus == corpus and (case.article.url is None) is anonymous:
                _judge(case, evidence, probability, weights[fold_of(case.id, FOLDS)], errors, sure)
        if errors:
            print(corpus, "without address" if anonymous else "")
            for label, threshold in (("all answered", 0.0), (f"refused below {REFUSE_BELOW}", REFUSE_BELOW)):
                print(f"  {label:20} {_scores([e if c >= threshold else WORST_KM for e, c in errors])}")
            print("  " + "  ".join(_bins(sure)))


def _judge(
    case: Case, evidence: Floats, probability: Floats, weights: dict[str, float], errors: list, sure: list
) -> None:
    for _, rows, km in case.judged():
        if rows.stop == rows.start:
            errors.append((WORST_KM, 0.0))
            continue
        best = int(probability[rows].argmax())
        score = confidence(case.scene, evidence, probability, rows.start + best, weights)
        errors.append((float(km[best]), score))
        sure.append((score, is_right(case, rows.start + best, float(km[best]))))


def _scores(errors: Sequence[float]) -> str:
    logs = sorted(math.log(1 + min(e, WORST_KM)) for e in errors)
    area = sum((a + b) / 2 for a, b in pairwise(logs)) / (math.log(WORST_KM) * (len(logs) - 1))
    within = [float(np.mean([e <= limit for e in errors])) for limit in (161, 25, 20)]
    return f"acc@161 {within[0]:.3f}  acc@25 {within[1]:.3f}  acc@20 {within[2]:.3f}  AUC {area:.3f}  n {len(errors)}"


def _bins(sure: Sequence[tuple[float, bool]]) -> list[str]:
    edges = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
    found = []
    for low, high in pairwise(edges):
        inside = [right for c, right in sure if low <= c < high]
        if inside:
            found.append(f"{low:.2f}+: {sum(inside)}/{len(inside)} {sum(inside) / len(inside):.2f}")
    high = [right for c, right in sure if c >= 0.8]
    return [*found, f"of confidence >= 0.8: {sum(high)}/{len(high)} {sum(high) / max(1, len(high)):.3f}"]


def rounded(weights: dict[str, float]) -> dict[str, float]:
    """Three decimals: more would only look exact."""
    return {name: round(value, 3) + 0.0 for name, value in weights.items()}


def _home(home: Home) -> dict[str, object]:
    return {"lat": home.at.lat, "lon": home.at.lon, "country": home.country, "admin1_code": home.admin1_code}


def write(answers: Sequence[Answer], passes: tuple[dict[str, float], ...], out: Path) -> None:
    """The file that geo.resolution.ranker.load_ranker reads."""
    written = {
        "about": ABOUT,
        "passes": [rounded(p) for p in passes],
        "confidence": rounded(train_confidence(answers)),
        "capitals": sorted(capitals()),
        "homes": {domain: _home(home) for domain, home in sorted(homes().items())},
        "refuse_below": REFUSE_BELOW,
    }
    out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crossvalidate", action="store_true", help="print the table of five folds, write nothing")
    options = parser.parse_args()
    cases = [case for corpus in ALL for case in read_cases(corpus)]
    answers = out_of_fold(cases)
    report(answers)
    if not options.crossvalidate:
        write(answers, train_passes(cases), OUT)
        print(OUT.relative_to(ROOT))


if __name__ == "__main__":
    main()
