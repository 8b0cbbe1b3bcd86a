from types import SimpleNamespace

import pytest

from geo.cli import check
from geo.cli.wording import told_claims, told_kind
from geo.model.incident import CasualtyClaim, IncidentType
from geo.model.text import Span

HERE = Span(start=0, end=1)


def claimed(n, qual="exact", kind="killed"):
    return CasualtyClaim(kind=kind, n=n, qual=qual, span=HERE, sentence=HERE)


@pytest.mark.parametrize(
    ("sub", "told"),
    [
        (None, "violence against civilians"),
        ("abduction", "violence against civilians (abduction)"),
        ("attack (knife)", "violence against civilians (attack, knife)"),
    ],
)
def test_a_kind_is_told_without_brackets_in_brackets(sub, told):
    assert told_kind(SimpleNamespace(type=IncidentType.VIOLENCE, sub=sub)) == told


def row(**cells):
    return dict.fromkeys(("statement", "verdict", "measured", "interval", "why", "sentence", "article"), "") | cells


def test_a_terminal_too_narrow_for_a_table_gets_the_rows_one_below_the_other(monkeypatch, capsys):
    monkeypatch.setattr(check, "is_narrow", lambda: True)
    check._table([row(statement="Homs: 140 km north of Damascus", verdict="road_distance_plausible", why="so")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "statement  Homs: 140 km north of Damascus",
        "verdict    road distance plausible",
        "why        so",
    ]


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
