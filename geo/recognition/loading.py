"""Opening the embedded models and lexicon."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from geo.errors import DataError
from geo.protocols import Gazetteer
from geo.recognition.chain import LABELS, Chain
from geo.recognition.crf import CrfRecogniser
from geo.recognition.features import Key, names
from geo.recognition.lexicon import Lexicon, parse_classes, parse_senses
from geo.recognition.usage import UsageWeights

_Row = tuple[float, float, float]


class _ChainFile(msgspec.Struct, forbid_unknown_fields=True):
    """``models/toponyms.json``; weights in the order of ``labels``, in thousandths."""

    labels: list[str]
    transitions: tuple[_Row, _Row, _Row]
    features: dict[str, _Row]


class _UsageFile(msgspec.Struct, forbid_unknown_fields=True):
    """``models/usage.json``."""

    intercept: float
    same_name: float
    same_list: float
    whole_text: float
    weights: dict[str, float]


def load_recogniser(folder: Path, gazetteer: Gazetteer) -> CrfRecogniser:
    """The recogniser of the data in ``folder`` (with ``models/`` and ``lexicon/``).

    Raises:
        DataError: a file is missing or not what it should be.
    """
    return CrfRecogniser(
        load_chain(folder / "models" / "toponyms.json"),
        load_usage(folder / "models" / "usage.json"),
        load_lexicon(folder / "lexicon"),
        gazetteer,
    )


def load_lexicon(folder: Path) -> Lexicon:
    """Words and names of English."""
    people = {line.split(" ", 1)[0]: frozenset(line.split()[1:]) for line in _text(folder / "names.txt").splitlines()}
    return Lexicon(
        tags=parse_classes(_text(folder / "words.txt")),
        senses=parse_senses(_text(folder / "senses.txt")),
        first_names=people.get("FIRST", frozenset()),
        last_names=people.get("LAST", frozenset()),
    )


def load_chain(path: Path) -> Chain:
    """The conditional random field."""
    try:
        file = msgspec.json.decode(_text(path), type=_ChainFile)
    except msgspec.DecodeError as error:
        raise DataError(f"{path}: not a model: {error}") from error
    if tuple(file.labels) != LABELS:
        raise DataError(f"{path}: labels {file.labels}, not {list(LABELS)}")
    return chain_of(file.features, file.transitions)


def chain_of(features: Mapping[str, Sequence[float]], transitions: Sequence[Sequence[float]]) -> Chain:
    """A chain over weights in thousandths, by feature name; features without weights count nothing."""
    rows = {name: row for row, name in enumerate(features, 1)}
    nothing = [0.0] * len(LABELS)  # row 0
    weights = np.array([nothing, *features.values()], dtype=np.float64) / 1000.0

    def weights_of(keys: Sequence[Key]) -> NDArray[np.float64]:
        found: list[int] = []
        starts = []
        for key in keys:
            starts.append(len(found))
            found += [0, *(rows[name] for name in names(key) if name in rows)]
        totals: NDArray[np.float64] = np.add.reduceat(weights[found], starts, axis=0)
        return totals

    return Chain(np.array(transitions, dtype=np.float64), weights_of)


def load_usage(path: Path) -> UsageWeights:
    """The regression that tells literal from associative."""
    try:
        file = msgspec.json.decode(_text(path), type=_UsageFile)
    except msgspec.DecodeError as error:
        raise DataError(f"{path}: not a model: {error}") from error
    return UsageWeights(
        intercept=file.intercept,
        weights=file.weights,
        same_name=file.same_name,
        same_list=file.same_list,
        whole_text=file.whole_text,
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{path}: cannot be read: reinstall incident-map, or run 'make models'") from error
