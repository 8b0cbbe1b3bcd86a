"""A table of evidence: a row per candidate, a named column per kind."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Sheet:
    """Evidence by row and column, zero until something is said."""

    def __init__(self, rows: int, columns: Sequence[str]) -> None:
        self.values: Floats = np.zeros((rows, len(columns)))
        self._at = {column: i for i, column in enumerate(columns)}

    def put(self, column: str, values: npt.NDArray[np.generic]) -> None:
        """Fill one column."""
        self.values[:, self._at[column]] = values

    def lift(self, column: str, rows: slice, values: Floats) -> None:
        """Raise some rows of one column to at least these values."""
        cells = self.values[rows, self._at[column]]
        self.values[rows, self._at[column]] = np.maximum(cells, values)
