"""Sentences from every continent, written before the rules were run on them, with what must be read from them."""

import re
from pathlib import Path

import pytest

from geo.distances.find import find_distances
from geo.model.text import Article, Mention, Span, Use

HERE = Path(__file__).parent
#: Sentence | figure > what lies there > from what > kind > bearing; [place], {adjective of a place}; "-" is none.
STATED = HERE / "stated.txt"
#: Sentence | what the figure is of, for the reader: none of them lies between two places.
OTHERS = HERE / "others.txt"
_NAME = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")


def read(marked: str):
    """What is found in a sentence whose names are marked."""
    text, names, done = "", [], 0
    for match in _NAME.finditer(marked):
        text += marked[done : match.start()]
        name = match[1] or match[2]
        span = Span(start=len(text), end=len(text) + len(name))
        names.append(Mention(span=span, text=name, use=Use.LITERAL if match[1] else Use.ASSOCIATIVE))
        text, done = text + name, match.end()
    return find_distances(Article(id="a", text=text + marked[done:]), names)


def told(stated):
    subject, reference = stated.subject, stated.reference
    from_what = (reference.text or reference.mentions[0].text) if reference else "-"
    ends = (subject.text if subject else "-", from_what, stated.reference_kind)
    return " > ".join((stated.text, *ends, stated.bearing or "-"))


def rows(file: Path):
    return [tuple(line.rsplit(" | ", 1)) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("marked", "gold"), rows(STATED))
def test_who_lies_how_far_from_what_is_read(marked, gold):
    found = [stated for stated in read(marked) if stated.place_to_place or stated.other_use == "halfway"]
    assert "; ".join(told(stated) for stated in found) == gold


@pytest.mark.parametrize(("marked", "what"), rows(OTHERS))
def test_no_other_figure_is_taken_for_a_distance_between_places(marked, what):
    assert not [stated for stated in read(marked) if stated.place_to_place], what
