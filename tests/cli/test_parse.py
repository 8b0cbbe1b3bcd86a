import io
import json
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.cli.knowledge import open_knowledge
from geo.cli.parse import run_parse
from geo.files.articles import parse_line
from geo.files.jsonlines import MAX_LINE_BYTES
from geo.files.records import encode_reading, schema
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings
from tests.cli.run import SEED, geo

WORDS = st.sampled_from(
    (
        "Kyiv Taganrog Azov the city of Rostov region near about 24 miles from the Ukrainian border A missile hit"
        " killed two people on Friday , . U.S. said Gov. Golubev in Москва \u2028 {{7*7}} </script> 😀 \r\n “quote” 5km"
        " N.Y. é\u0301 \x00"
    ).split(" ")
)


@pytest.fixture(scope="module")
def knowledge():
    return open_knowledge(Settings())


def spans_in(record):
    for toponym in record["toponyms"]:
        yield toponym["start"], toponym["end"], toponym["surface"]
    for distance in record["distances"]:
        yield distance["start"], distance["end"], distance["text"]
    for incident in record["incidents"]:
        start, end = incident["evidence_span"]
        yield start, end, incident["evidence"]


@given(words=st.lists(WORDS, min_size=1, max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_slices_back_to_its_surface_and_the_schema_holds(words, knowledge):
    article = Article(id="x", text=" ".join(words))
    record = json.loads(encode_reading(read_article(article, knowledge)))
    jsonschema.validate(record, schema())
    for start, end, surface in spans_in(record):
        assert article.text[start:end] == surface


def test_one_line_out_per_line_in_and_bad_lines_are_named(tmp_path):
    lines = [
        json.dumps({"id": "seed", "text": SEED.read_text(encoding="utf-8"), "date": "2023-07-29"}),
        "{broken",
        json.dumps({"id": "no-text"}),
        json.dumps({"id": "bad-date", "text": "A blast hit Tyre.", "date": "4 Augst"}),
        json.dumps({"id": "bad-span", "text": "short", "spans": [[0, 99]]}),
        json.dumps({"id": "last", "text": "A blast hit Tyre.", "spans": [[12, 16]]}),
    ]
    done = geo("parse", "-", cwd=tmp_path, stdin="\n".join(lines) + "\n")
    assert done.returncode == 1
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines)
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]
    assert [toponym["surface"] for toponym in answers[-1]["toponyms"]] == ["Tyre"]
    jsonschema.validate(answers[0], schema())
    assert "Traceback" not in done.stderr


class Counting(io.BytesIO):
    """A stdin that notes how many bytes were asked for at once."""

    def __init__(self, content):
        super().__init__(content)
        self.asked = []

    def readline(self, size=-1):
        self.asked.append(size)
        return super().readline(size)


def test_a_line_without_end_costs_itself_and_no_memory(monkeypatch, capsysbinary):
    long = b'{"id": "long", "text": "' + b"x" * (3 * MAX_LINE_BYTES) + b'"}\n'
    stdin = Counting(long + b'{"id": "next", "text": "A blast hit Tyre."}\n')
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stdin))
    assert run_parse([Path("-")], settings=Settings()) == 1
    first, second = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert (first["line"], second["id"]) == (1, "next")
    assert set(stdin.asked) == {MAX_LINE_BYTES + 1}


def test_given_spans_are_resolved_exactly(knowledge):
    text = "Kyiv and Paris and London"
    article = parse_line(json.dumps({"id": "s", "text": text, "spans": [[0, 4], [9, 14]]}).encode(), 1)
    record = json.loads(encode_reading(read_article(article, knowledge)))
    assert [t["surface"] for t in record["toponyms"]] == ["Kyiv", "Paris"]
