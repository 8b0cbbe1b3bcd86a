"""The span of the figures that are given for an incident."""

from collections.abc import Iterable

from geo.model.claims import standing
from geo.model.incident import CasualtyClaim

#: What a figure leaves open, from all below it to all above it.
_OPENNESS = ("max", "less_than", "none", "exact", "about", "min", "more_than")


def figures(claims: Iterable[CasualtyClaim]) -> tuple[int, int] | tuple[int, int, str, str] | None:
    """The least and the greatest figure that claims of one kind that stand give; None when they give none.

    Where one of them is not exact, how each is given follows: (7, 9, "exact", "min") is "7 or at least 9".
    """
    given = [(n, _OPENNESS.index(c.qual)) for c in standing(claims) for n in (c.n, c.n_max) if n is not None]
    if not given:
        return None
    (low, below), (high, above) = min(given), max(given)
    quals = _OPENNESS[below], _OPENNESS[above]
    return (low, high) if {*quals} <= {"exact", "none"} else (low, high, *quals)
