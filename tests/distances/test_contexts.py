"""Short news from every continent, written before any rule was run on them: read whole, up to the verdict."""

from pathlib import Path

import pytest

from geo.cli.knowledge import open_knowledge
from geo.model.distance import DistanceCheck, ReferenceKind, Verdict
from geo.model.names import fold
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings

HERE = Path(__file__).parent
#: Text | figure > what lies there > from what > bearing > whether it is true: holds, wrong, open (no verdict is due).
CONTEXTS = HERE / "contexts.txt"
#: Text | what its figure is of, for the reader: none lies between two places.
NO_DISTANCES = HERE / "no_distances.txt"
TOLD = {
    Verdict.CONSISTENT: "holds",
    Verdict.ROAD_PLAUSIBLE: "holds",
    Verdict.INCONSISTENT: "wrong",
    Verdict.UNCHECKABLE: "open",
}


def checks(text: str) -> tuple[DistanceCheck, ...]:
    return read_article(Article(id="a", text=text), open_knowledge(Settings())).checks


def told(check: DistanceCheck) -> str:
    stated = check.stated
    subject = stated.subject.mentions[0].text if stated.subject.mentions else stated.subject.text
    place, reference = check.reference_place, stated.reference
    named = reference.mentions[0] if stated.reference_kind is ReferenceKind.PLACE and reference.mentions else reference
    reference = place.name if place else named.text
    return " > ".join((stated.text, subject, reference, stated.bearing or "-", TOLD[check.verdict]))


def plain(words: str) -> str:
    """Without accents and hyphens, in which gazetteers and papers differ."""
    return fold(words).replace("-", " ")


def rows(file: Path):
    return [tuple(line.rsplit(" | ", 1)) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("text", "gold"), rows(CONTEXTS))
def test_a_statement_is_read_and_judged(text, gold):
    assert plain("; ".join(map(told, checks(text)))) == plain(gold)


@pytest.mark.parametrize(("text", "what"), rows(NO_DISTANCES))
def test_a_figure_of_something_else_is_no_distance(text, what):
    assert not checks(text), what


@pytest.mark.parametrize(
    ("text", "verdict", "said"),
    [
        ("Khost lies 600 km from Kabul.", Verdict.INCONSISTENT, "whichever Khōst is meant: 149 km to 240 km"),
        ("Khost lies 150 km from Kabul.", Verdict.CONSISTENT, "stated 150 km, measured 149 km: consistent"),
        # one of several that no gazetteer tells apart would do, or lies abroad: nobody is proved wrong
        ("Khost lies 235 km from Kabul.", Verdict.ROAD_PLAUSIBLE, "plausible by road"),
        ("Santo Domingo, 400 km southwest of Bogota, was calm.", Verdict.UNCHECKABLE, "places are called"),
    ],
)
def test_a_name_of_several_places_is_judged_only_where_all_of_them_agree(text, verdict, said):
    (check,) = checks(text)
    assert check.verdict is verdict
    assert said in check.reason


def test_what_holds_only_by_the_extent_of_the_places_says_so():
    (check,) = checks("Wroclaw lies 290 km from Warsaw.")
    assert check.verdict is Verdict.CONSISTENT
    assert "between the edges of the places, not their middles" in check.reason


def test_nothing_is_measured_to_the_shore_of_a_lake():
    (check,) = checks("Irkutsk lies about 65 km from Lake Baikal.")
    assert check.reason == "not checked: the shores of lakes and rivers are not in the data"
    assert check.measured_m is None
