"""Whether figures that different sources give can all be true."""

import math
from collections.abc import Iterable, Sequence

from geo.model.incident import CasualtyClaim

#: "About 20" is read as 16 to 24: half of what writers round to at that size.
_ABOUT = 0.2


def bounds(claim: CasualtyClaim) -> tuple[float, float] | None:
    """The figures a claim allows; None where it names none ("dozens")."""
    if claim.n is None:
        return None
    match claim.qual:
        case "min":
            return claim.n, math.inf
        case "more_than":
            return claim.n + 1, math.inf
        case "max":
            return 0, claim.n
        case "less_than":
            return 0, claim.n - 1
        case "about":
            return claim.n * (1 - _ABOUT), (claim.n_max or claim.n) * (1 + _ABOUT)
        case _:
            return claim.n, claim.n_max or claim.n


#: What a figure leaves open, from all below it to all above it.
_OPENNESS = ("max", "less_than", "none", "exact", "about", "min", "more_than")


def figures(claims: Iterable[CasualtyClaim]) -> tuple[int, int] | tuple[int, int, str, str] | None:
    """The least and the greatest figure that claims of one kind give; None when they give none.

    Where one of them is not exact, how each is given follows: (7, 9, "exact", "min") is "7 or at least 9".
    """
    given = [(n, _OPENNESS.index(c.qual)) for c in claims for n in (c.n, c.n_max) if n is not None]
    if not given:
        return None
    (low, below), (high, above) = min(given), max(given)
    quals = _OPENNESS[below], _OPENNESS[above]
    return (low, high) if {*quals} <= {"exact", "none"} else (low, high, *quals)


def conflicting(claims: Sequence[CasualtyClaim]) -> bool:
    """Whether two claims of one kind cannot both be true as they stand."""
    if len(claims) < 2:
        return False
    allowed = [interval for claim in claims if (interval := bounds(claim)) is not None]
    return bool(allowed) and max(low for low, _ in allowed) > min(high for _, high in allowed)
