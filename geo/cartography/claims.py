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
        case "max":
            return 0, claim.n
        case "about":
            return claim.n * (1 - _ABOUT), (claim.n_max or claim.n) * (1 + _ABOUT)
        case _:
            return claim.n, claim.n_max or claim.n


def figures(claims: Iterable[CasualtyClaim]) -> tuple[int, int] | None:
    """The least and the greatest figure that claims of one kind give; None when they give none."""
    given = [figure for c in claims for figure in (c.n, c.n_max) if figure is not None]
    return (min(given), max(given)) if given else None


def open_above(claims: Iterable[CasualtyClaim]) -> bool:
    """Whether every figure given is a least one: "at least 40" alone says nothing of how many more."""
    quals = {claim.qual for claim in claims if claim.n is not None}
    return quals == {"min"}


def conflicting(claims: Sequence[CasualtyClaim]) -> bool:
    """Whether two claims of one kind cannot both be true as they stand."""
    if len(claims) < 2:
        return False
    allowed = [interval for claim in claims if (interval := bounds(claim)) is not None]
    return bool(allowed) and max(low for low, _ in allowed) > min(high for _, high in allowed)
