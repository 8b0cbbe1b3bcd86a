"""How likely each meaning of each name is: scored in passes, each with the beliefs of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.resolution.beside import Told
from geo.resolution.context import CONTEXT, context_evidence
from geo.resolution.own import OWN, own_evidence
from geo.resolution.ranker import Floats, Ranker, softmax, weigh
from geo.resolution.scene import Scene

COLUMNS = OWN + CONTEXT


@dataclass(frozen=True, slots=True)
class Belief:
    """The last pass: evidence, contributions to the score, and probabilities, row by row."""

    evidence: Floats
    contributions: Floats
    probability: Floats


def believe(scene: Scene, stated: Sequence[Told], ranker: Ranker) -> Belief:
    """Countries and regions are clear first; each pass then sees the others with that knowledge."""
    own = own_evidence(scene)
    probability = softmax(own @ weigh(ranker.passes[0], OWN), scene.starts)
    for weights in ranker.passes[1:]:
        evidence = np.concatenate((own, context_evidence(scene, probability, stated)), axis=1)
        contributions = evidence * weigh(weights, COLUMNS)
        probability = softmax(contributions.sum(axis=1), scene.starts)
    return Belief(evidence, contributions, probability)
