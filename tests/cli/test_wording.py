import pytest

from geo.cli.wording import told_claims
from geo.model.incident import CasualtyClaim
from geo.model.text import Span

HERE = Span(start=0, end=1)


def claimed(n, qual="exact", kind="killed"):
    return CasualtyClaim(kind=kind, n=n, qual=qual, span=HERE, sentence=HERE)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([claimed(14), claimed(4)], "4 or 14"),
        ([claimed(40, "min")], "at least 40"),
        ([claimed(40), claimed(40), claimed(3, kind="injured")], "40"),
        ([claimed(None, "about")], ""),
    ],
)
def test_the_terminal_tells_figures_as_they_are_claimed(claims, told):
    assert told_claims(claims, "killed") == told
