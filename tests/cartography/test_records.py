"""What the data block says of incidents, before a browser sees it."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cartography.checks import file_name
from geo.cartography.claims import figures
from geo.cartography.context import context_places, unplaced_names
from geo.cartography.encode import to_json
from geo.cartography.index import incident_columns
from geo.cartography.payload import atlas_block
from geo.cartography.quote import LONGEST_QUOTE, quote, sentence_around
from geo.model.claims import conflicting
from geo.model.incident import CasualtyClaim
from geo.model.place import Feature, Reason
from geo.model.reading import Atlas, Reading
from geo.model.text import Article, Span, Use
from tests.cartography.factories import (
    BAKHMUT,
    PORT,
    TAGANROG,
    incident,
    place,
    port_report,
    resolution,
    small_atlas,
    span_of,
)

HERE = Span(start=0, end=1)


def claimed(n: int | None, qual: str = "exact", n_max: int | None = None, kind: str = "killed") -> CasualtyClaim:
    return CasualtyClaim(kind=kind, n=n, n_max=n_max, qual=qual, span=HERE, sentence=HERE)


@pytest.mark.parametrize(
    ("claims", "differ"),
    [
        ([claimed(4), claimed(14)], True),
        ([claimed(4, "min"), claimed(14)], False),
        ([claimed(20, "min"), claimed(14)], True),
        ([claimed(10, n_max=15), claimed(14)], False),
        ([claimed(10, "about"), claimed(11)], False),
        ([claimed(0, "none"), claimed(1)], True),
        ([claimed(None, "about"), claimed(3)], False),
        ([claimed(100, "more_than"), claimed(100)], True),
        ([claimed(100, "more_than"), claimed(101)], False),
        ([claimed(10, "less_than"), claimed(10)], True),
    ],
)
def test_figures_differ_only_when_they_cannot_all_be_true(claims, differ):
    assert conflicting(claims) is differ


def test_what_is_no_longer_held_feared_or_a_part_neither_differs_nor_widens_the_span():
    held = dataclasses.replace(claimed(40), relation="superseded")
    part = dataclasses.replace(claimed(3), relation="part")
    corrected = dataclasses.replace(claimed(14), relation="correction")
    assert not conflicting([held, corrected, part])
    assert figures([held, corrected, part]) == (14, 14)
    assert conflicting([held, dataclasses.replace(claimed(30), relation="feared")])  # nothing better is given
    assert figures([part]) == (3, 3)


def test_figures_of_the_killed_and_of_the_injured_are_not_compared():
    told = dataclasses.replace(port_report(), casualties=(claimed(3), claimed(9, kind="injured")))
    columns = incident_columns([incident("one", told)], {}, [()])
    assert columns["flags"] == [0]
    assert (columns["killed"], columns["injured"]) == ([(3, 3)], [(9, 9)])


def test_no_figure_is_not_nought():
    assert figures([claimed(None)]) is None
    assert figures([claimed(4), claimed(14)]) == (4, 14)


@pytest.mark.parametrize(
    ("claims", "span"),
    [
        ([claimed(7), claimed(9, "min")], (7, 9, "exact", "min")),
        ([claimed(770), claimed(1000, "more_than")], (770, 1000, "exact", "more_than")),
        ([claimed(40, "min"), claimed(40, "min")], (40, 40, "min", "min")),
        ([claimed(40), claimed(40, "min")], (40, 40, "exact", "min")),
        ([claimed(20, "about", n_max=30)], (20, 30, "about", "about")),
    ],
)
def test_a_span_of_figures_keeps_how_each_end_is_given(claims, span):
    assert figures(claims) == span


def test_the_arrested_and_the_abducted_are_no_casualties():
    taken = (claimed(30, kind="abducted"), claimed(2, kind="arrested"), claimed(3))
    columns = incident_columns([incident("one", dataclasses.replace(port_report(), casualties=taken))], {}, [()])
    assert [columns[kind] for kind in ("killed", "injured", "missing")] == [[(3, 3)], [None], [None]]
    assert (columns["abducted"], columns["arrested"]) == ([(30, 30)], [(2, 2)])


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_quote_is_its_sentence_character_for_character(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    sentence = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9)), max_size=5))
    marks = [(Span(start=a, end=min(len(text), a + n)), "place") for a, n in spans]
    segments = quote(text, sentence, marks)
    assert "".join(s if isinstance(s, str) else s[0] for s in segments) == sentence.of(text)


def test_a_very_long_sentence_is_cut_around_what_is_marked_in_it():
    text = "word " * 2000 + "Taganrog" + " word" * 2000
    segments = quote(text, Span(start=0, end=len(text)), [(span_of(text, "Taganrog"), "place")])
    assert segments[0].startswith("…")
    assert segments[-1].endswith("…")
    assert ("Taganrog", "place") in segments
    assert sum(len(s) if isinstance(s, str) else len(s[0]) for s in segments) <= LONGEST_QUOTE + 2


def test_the_sentence_around_a_span_holds_it():
    found = sentence_around(PORT, span_of(PORT, "14 people"))
    assert found.of(PORT) == "The health ministry said 14 people were wounded."


@given(st.text(alphabet=st.characters(), max_size=40))
def test_json_reads_back_what_it_was_made_of_and_cannot_end_its_block(text):
    made = to_json({"x": text})
    assert json.loads(made)["x"] == text
    assert made.encode("utf-8")
    assert not set("<>&\u2028\u2029") & set(made)


def test_scenes_and_countries_are_no_context():
    reading = small_atlas().readings[0]
    wide = place("Russia", 60, 90, feature=Feature.COUNTRY)
    readings = [dataclasses.replace(reading, resolutions=(*reading.resolutions, resolution(PORT, wide, "Ukrainian")))]
    names = [p["label"][0] for p in context_places(readings, frozenset({TAGANROG.id}))]
    assert names == ["Bakhmut", "Kherson"]


def test_an_ocean_or_half_a_continent_is_no_dot():
    reading = small_atlas().readings[0]
    wide = place("Steppe", 48, 60, feature=Feature.REGION, radius_m=900_000)
    readings = [dataclasses.replace(reading, resolutions=(resolution(PORT, wide, "Bakhmut"),))]
    assert context_places(readings, frozenset()) == []


def test_a_name_used_for_an_institution_is_no_context():
    told = resolution(PORT, BAKHMUT, "Bakhmut")
    loose = dataclasses.replace(told, mention=dataclasses.replace(told.mention, use=Use.ASSOCIATIVE))
    article = Article(id="a", text=PORT)
    assert context_places([Reading(article=article, resolutions=(loose,))], frozenset()) == []


def test_names_without_a_place_are_counted_with_their_reason():
    lost = resolution(PORT, None, "Bakhmut", Reason.TIED)
    reading = Reading(article=Article(id="a", text=PORT), resolutions=(lost, lost))
    assert unplaced_names([reading]) == {"count": 1, "names": [["Bakhmut", Reason.TIED.value, 2]]}


def test_a_check_belongs_to_the_incident_whose_place_it_locates():
    block = json.loads(atlas_block(small_atlas(), {}))
    assert block["details"][0]["checks"] == [[0], [], [], []]
    assert block["index"]["verdicts"] == [1, 0, 0, 0]


def test_a_large_atlas_is_packed_and_a_small_one_can_be_read():
    small = json.loads(atlas_block(small_atlas(), {}))
    assert isinstance(small["index"], dict)
    readings = small_atlas().readings
    many = tuple(incident(f"n{n}", port_report()) for n in range(600))
    large = json.loads(atlas_block(Atlas(incidents=many, readings=readings), {}))
    assert isinstance(large["index"], str)
    assert len(large["details"]) == 2


@pytest.mark.parametrize(
    ("path", "number", "name"),
    [
        ("/desk/north/harbour.txt", "north/harbour", "north/harbour.txt"),
        ("/desk/harbour.md", "harbour.md", "harbour.md"),
        ("/desk/wire.jsonl", "w-17", "wire.jsonl: w-17"),
        (None, "w-17", "w-17"),
    ],
)
def test_a_file_is_named_with_its_ending_and_without_the_folders_of_the_machine(path, number, name):
    assert file_name(Article(id=number, text="x", path=path)) == name


DATED = " date 2023-07-29 A blast shook Taganrog on Friday. Nobody was hurt on date 2023-07-29 in Azov."


def test_the_date_that_a_file_opens_with_is_no_part_of_what_is_quoted():
    first = Span(start=0, end=DATED.index(" Nobody"))
    assert quote(DATED, first, [(span_of(DATED, "Taganrog"), "place")]) == [
        "A blast shook ",
        ("Taganrog", "place"),
        " on Friday.",
    ]


def test_a_date_further_on_in_the_article_is_quoted_as_it_stands():
    second = span_of(DATED, "Nobody was hurt on date 2023-07-29 in Azov.")
    assert "".join(s if isinstance(s, str) else s[0] for s in quote(DATED, second, [])) == second.of(DATED)
