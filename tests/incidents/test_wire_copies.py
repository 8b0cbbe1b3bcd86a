from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.incidents import merge as merging
from geo.incidents import wire_copies
from geo.incidents.code import code_incidents
from geo.incidents.merge import merge
from geo.incidents.wire_copies import count_sources, read_shingles, resemble
from tests.incidents.telling import article, resolutions


def same_text(a, b):
    return resemble(read_shingles(a), read_shingles(b))


TEXT = "A car bomb exploded near a checkpoint on Thursday, killing six soldiers and injuring nine people, police said."


def test_a_cut_and_relabelled_copy_is_the_same_text():
    assert same_text(TEXT, "CITY (Agency) -- " + TEXT)
    assert same_text(TEXT, TEXT + " It was the third such attack this month, and nobody claimed it so far.")


def test_another_story_of_the_same_happening_is_not():
    assert not same_text(
        TEXT, "Six soldiers died on Thursday when a vehicle packed with explosives blew up at an army post."
    )


def test_an_empty_text_is_nobodys_copy():
    assert not same_text("", TEXT)
    assert not same_text("", "")


def test_an_article_of_many_incidents_that_others_tell_too_is_cut_into_shingles_once(monkeypatch):
    towns = ("Kharkiv", "Odesa", "Lviv", "Kyiv")
    text = " ".join(f"A missile hit {t} on Thursday, killing {i + 2}." for i, t in enumerate(towns))
    told = {id_: article(text + f" {id_}", "2024-05-17", id_) for id_ in ("a", "b")}
    told["c"] = article("A bus crashed in Lviv on Friday, injuring 9.", "2024-05-17", "c")
    cut = []
    monkeypatch.setattr(merging, "read_shingles", lambda text: cut.append(text) or read_shingles(text))
    found = merge(told, [r for a in told.values() for r in code_incidents(a, resolutions(a.text))])
    assert [len(i.reports) for i in found] == [2] * len(towns) + [1]
    assert cut == [told["a"].text, told["b"].text]


STORIES = [" ".join(f"{story}{n}" for n in range(40)) for story in ("x", "y", "z")]
CUTS = st.tuples(st.sampled_from(STORIES), st.integers(0, 30), st.integers(0, 40), st.sampled_from(STORIES))


def cut(story, first, length, other):
    """Some words of one story, and a few of another."""
    return " ".join(story.split()[first : first + length] + other.split()[:9])


@pytest.mark.parametrize("few", [0, 16])
@given(cuts=st.lists(CUTS, max_size=12))
def test_originals_are_those_that_resemble_no_original_before_them(few, cuts):
    shingles = [read_shingles(cut(*how)) for how in cuts]
    originals = []
    for text in shingles:
        if not any(resemble(text, known) for known in originals):
            originals.append(text)
    with mock.patch.object(wire_copies, "FEW", few):
        assert count_sources(shingles) == len(originals)
