"""Whether figures that different sources give can all be true."""

import math
from collections.abc import Iterable

from geo.model.incident import STANDS_BACK, CasualtyClaim

#: "About 20" is read as 16 to 24: half of what writers round to at that size.
_ABOUT = 0.2


def standing(claims: Iterable[CasualtyClaim]) -> list[CasualtyClaim]:
    """Those of claims of one kind that say how many there are in all; where none does, those that say most."""
    given = list(claims)
    least = min((STANDS_BACK.get(claim.relation, 0) for claim in given), default=0)
    return [claim for claim in given if STANDS_BACK.get(claim.relation, 0) == least]


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


def conflicting(claims: Iterable[CasualtyClaim]) -> bool:
    """Whether two claims of one kind that stand cannot both be true.

    "At least 5" and "at least 10" can: a reader sees both figures, and no conflict.
    """
    allowed = [interval for claim in standing(claims) if (interval := bounds(claim)) is not None]
    return bool(allowed) and max(low for low, _ in allowed) > min(high for _, high in allowed)
