"""The weights of the country an article is set in (``scenes/setting.py``), from articles with coded incidents.

``.venv/bin/python -m data.recipes.setting`` prints them: a conditional logit of the countries of the coded incidents
against the others that an article names, and how often five folds of the articles are right. Beside the checkout must
lie the development corpora.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from data.recipes.training import CORPORA, fold_of
from geo.cli.knowledge import open_knowledge
from geo.errors import GeoError
from geo.events.sentences import dateline_end
from geo.files.articles import parse_line
from geo.incidents.placing import find_dateline
from geo.model.names import fold
from geo.model.text import Article
from geo.pipeline import read_article
from geo.resolution.ranker import Floats, softmax
from geo.scenes.namesakes import without_strays
from geo.scenes.quarters import without_namesakes
from geo.scenes.setting import WEIGHTS, read_signs
from geo.settings import Settings

GOLD = CORPORA / "incidents" / "muc4_dev.jsonl"
RIDGE = 0.5
FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One article: a row of signs for each country it names, and which of them its incidents were in."""

    id: str
    signs: Floats
    right: Floats


def read_cases() -> Iterator[Case]:
    """The articles that have coded incidents and name a country of theirs."""
    knowledge = open_knowledge(Settings())
    for line in GOLD.read_text(encoding="utf-8").split("\n"):
        row = json.loads(line) if line else {"incidents": ()}
        told = {fold(parts[0]) for i in row["incidents"] if (parts := i.get("location_parts"))}
        if not told:
            continue
        article = parse_line(json.dumps({k: row[k] for k in ("id", "text", "date") if row.get(k)}), 1)
        if not isinstance(article, Article):
            raise GeoError(f"{GOLD}: {row['id']}: {article}")
        resolutions = without_strays(without_namesakes(article.text, read_article(article, knowledge).resolutions))
        end = dateline_end(article.text)
        body = [r for r in resolutions if r.mention.span.start >= end]
        signs = read_signs(body, find_dateline(article, resolutions))
        names = {r.place.country: fold(r.place.country_name or "") for r in resolutions if r.place and r.place.country}
        right = np.array([float(names.get(code) in told) for code in signs])
        if right.any():
            yield Case(id=article.id, signs=np.array([_row(own) for own in signs.values()]), right=right)


def _row(signs: Mapping[str, float]) -> list[float]:
    return [signs[name] for name in WEIGHTS]


def fit(cases: Sequence[Case]) -> Floats:
    """Weights in the order of WEIGHTS."""
    x = np.concatenate([case.signs for case in cases])
    good = np.concatenate([case.right for case in cases])
    starts = np.concatenate(([0], np.cumsum([len(case.right) for case in cases])))

    def loss(b: Floats) -> tuple[float, Floats]:
        p = softmax(x @ b, starts)
        total = np.add.reduceat(p * good, starts[:-1])
        gradient = x.T @ (p - p * good / np.repeat(total, np.diff(starts))) + 2 * RIDGE * b
        return float(-np.log(total).sum() + RIDGE * b @ b), gradient

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def main() -> None:
    """Print the weights, and the share of articles set in the right country when other folds are learned from."""
    cases = list(read_cases())
    right = 0.0
    for number in range(FOLDS):
        weights = fit([case for case in cases if fold_of(case.id, FOLDS) != number])
        held = [case for case in cases if fold_of(case.id, FOLDS) == number]
        right += sum(case.right[int((case.signs @ weights).argmax())] for case in held)
    print(f"{len(cases)} articles, {right / len(cases):.3f} in the right country by {FOLDS} folds")
    for name, weight in zip(WEIGHTS, fit(cases), strict=True):
        print(f"    {name!r}: {weight:.2f},")


if __name__ == "__main__":
    main()
