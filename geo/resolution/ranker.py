"""The learned part: weights of the evidence, readable, and how sure a choice is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt

from geo.errors import DataError
from geo.model.place import LatLon
from geo.resolution.home import Home

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranker:
    """Weights of a conditional logit over the candidates of a name, and of a logistic of confidence."""

    #: Weights of each pass; the first knows nothing of the other names of the article.
    passes: tuple[dict[str, float], ...]
    #: Weights of the logistic that turns scores into a probability of being right; "bias" among them.
    confidence: dict[str, float]
    #: Ids of the capitals of countries, which stand for their governments.
    capitals: frozenset[str]
    #: Homes of local publishers by web domain.
    homes: Mapping[str, Home]
    #: A choice below this confidence is refused.
    refuse_below: float


class _WrittenHome(msgspec.Struct, forbid_unknown_fields=True):
    lat: float
    lon: float
    country: str
    admin1_code: str | None


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    passes: tuple[dict[str, float], ...]
    confidence: dict[str, float]
    capitals: tuple[str, ...]
    homes: dict[str, _WrittenHome]
    refuse_below: float
    about: str = ""


def load_ranker(text: str) -> Ranker:
    """The ranker as ``data/models/ranker.json`` holds it.

    Raises:
        DataError: the text is not such a file.
    """
    try:
        written = msgspec.json.decode(text, type=_Written)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise DataError(f"data/models/ranker.json: {error}: reinstall incident-map, or run 'make models'") from error
    if len(written.passes) < 2:
        raise DataError("data/models/ranker.json: needs two passes or more: run 'make models'")
    return Ranker(
        passes=written.passes,
        confidence=written.confidence,
        capitals=frozenset(written.capitals),
        homes={
            domain: Home(at=LatLon(lat=home.lat, lon=home.lon), country=home.country, admin1_code=home.admin1_code)
            for domain, home in written.homes.items()
        },
        refuse_below=written.refuse_below,
    )


def weigh(weights: dict[str, float], columns: Sequence[str]) -> Floats:
    """The weights in the order of the columns; what was never learned weighs nothing."""
    return np.array([weights.get(column, 0.0) for column in columns])


def softmax(scores: Floats, starts: npt.NDArray[np.int64]) -> Floats:
    """Probabilities within each run of rows ``starts[i]:starts[i + 1]``."""
    if not len(scores):
        return scores
    counts = np.diff(starts)
    heads = starts[:-1][counts > 0]
    kept = counts[counts > 0]
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, heads), kept))
    total: Floats = np.repeat(np.add.reduceat(raised, heads), kept)
    return np.asarray(raised / total)
