import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.files.jsonlines import MAX_LINE_BYTES, parse_line, read_lines
from geo.model.reading import Failure
from geo.model.text import Article, Span

HOSTILE = [
    "{{7*7}}",
    "${alert(1)}",
    "</script>",
    "\u2028",
    "\x00",
    "\u202eabc",
    "javascript:alert(1)",
    "\\`",
    "{% of 5",
]


def line(**fields):
    return json.dumps(fields)


def test_a_line_may_say_everything():
    found = parse_line(
        line(id="a", text="Kyiv and Paris", title="T", date="2023-07-29", url="u", publisher="p", spans=[[0, 4]], x=1),
        1,
    )
    assert found == Article(
        id="a", text="Kyiv and Paris", title="T", date=dt.date(2023, 7, 29), url="u", publisher="p",
        spans=(Span(start=0, end=4),),
    )  # fmt: skip


def test_no_spans_are_not_the_same_as_no_places():
    assert parse_line(line(id="a", text="Kyiv"), 1).spans is None
    assert parse_line(line(id="a", text="Kyiv", spans=[]), 1).spans == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_arrives_as_it_is(text):
    found = parse_line(line(id=text + "x", text=text + "x", title=text, url=text), 1)
    assert (found.id, found.text, found.title, found.url) == (text + "x", text + "x", text, text)


@pytest.mark.parametrize(
    ("broken", "why", "named"),
    [
        ("{broken", "not JSON", None),
        ("[1]", "a line must be an object in braces, not a list", None),
        ("{1: 2}", "a key is not in quotes at byte 2", None),
        ('{"id": "a"', "not JSON: it breaks off", None),
        ("[" * 100_000, "", None),
        (line(id="a"), "'text' is missing", "a"),
        (line(id="a", text=7), "'text' must be text in quotes, not a number", "a"),
        (line(id=7, text="x"), "'id' must be text in quotes, not a number", None),
        (line(text="x"), "'id' is missing", None),
        (line(id="a", text=" \n"), "no text", "a"),
        (line(id="a", text="x", date="4 Augst"), "'date' is not a date: '4 Augst'", "a"),
        (line(id="a", text="x", date=20230729), "'date' must be text in quotes, not a number", "a"),
        (line(id="a", text="short", spans=[[0, 6]]), "span [0, 6] is not inside the text of 5 characters", "a"),
        (line(id="a", text="short", spans=[[-1, 2]]), "span [-1, 2]", "a"),
        (line(id="a", text="short", spans=[[2, 2]]), "span [2, 2]", "a"),
        (line(id="a", text="short", spans=[[1, 2, 3]]), "'spans' must be a list of [start, end]", "a"),
        (line(id="a", text="short", spans="all"), "'spans' must be a list of [start, end]", "a"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8: byte", None),
        (r'{"id": "a", "text": "\ud800 lone"}', "not JSON", None),
    ],
)
def test_a_malformed_line_says_what_is_wrong_and_whose_it_is(broken, why, named):
    found = parse_line(broken, 3)
    assert isinstance(found, Failure)
    assert why in found.why
    assert (found.where, found.line) == ("-:3", 3)
    assert named is None or found.article_id == named


@given(st.binary() | st.text(), st.integers(min_value=1))
def test_no_line_whatever_raises(anything, number):
    assert isinstance(parse_line(anything, number), Article | Failure)


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
    spans=st.lists(st.tuples(st.integers(-2, 40), st.integers(-2, 40)), max_size=4),
)
def test_every_span_of_an_article_slices_back(text, spans):
    found = parse_line(line(id="a", text=text, spans=spans), 1)
    inside = all(0 <= start < end <= len(text) for start, end in spans)
    assert isinstance(found, Article) is inside
    if inside:
        assert [span.of(found.text) for span in found.spans] == [text[start:end] for start, end in spans]


def test_a_mark_at_the_start_of_the_file_is_no_part_of_its_first_line(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + line(text="Tyre").encode() + b"\r\n\r\n" + line(text="Sidon").encode())
    articles = list(read_lines(file, name="a"))
    assert [article.text for article in articles] == ["Tyre", "Sidon"]
    assert all(article.id.startswith("a~") for article in articles)


def test_a_line_without_end_is_not_read_whole(tmp_path):
    file = tmp_path / "a.jsonl"
    with file.open("wb") as handle:
        handle.write(b'{"id":"long","text":"' + b"x" * (2 * MAX_LINE_BYTES) + b'"}\n')
        handle.write(line(id="next", text="Tyre").encode())
    first, second = read_lines(file, name="a")
    assert first.where == f"{file}:1"
    assert "no article" in first.why
    assert second.id == "next"
