"""What ``geo parse`` promises of every article, held against whole corpora."""

import itertools
import json

import jsonschema
import pytest

from geo.files.cache import ReadingCache
from geo.files.records import encode_reading, schema
from geo.files.tables import write_tables
from geo.pipeline import build
from tests.accuracy.scoring import corpora

NAMES = [corpus.name for corpus in corpora()]
PLAIN = [corpus.name for corpus in corpora() if not corpus.gold_spans]
pytestmark = pytest.mark.corpora


@pytest.mark.parametrize("name", NAMES)
def test_every_record_keeps_the_schema_and_every_span_slices_back(name, readings):
    validator = jsonschema.Draft202012Validator(schema())
    for reading in readings(name):
        record, text = json.loads(encode_reading(reading)), reading.article.text
        assert next(validator.iter_errors(record), None) is None
        assert all(text[t["start"] : t["end"]] == t["surface"] for t in record["toponyms"])
        assert all(text[d["start"] : d["end"]] == d["text"] for d in record["distances"])
        assert all(text[slice(*i["evidence_span"])] == i["evidence"] for i in record["incidents"])
        assert len({incident["id"] for incident in record["incidents"]}) == len(record["incidents"])


@pytest.mark.parametrize("name", PLAIN)
def test_toponyms_come_in_the_order_of_the_text_and_never_overlap(name, readings):
    for reading in readings(name):
        spans = [resolution.mention.span for resolution in reading.resolutions]
        crossed = [(a, b) for a, b in itertools.pairwise(spans) if not a.end <= b.start]
        assert not crossed, f"{reading.article.id}: {crossed}"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in PLAIN])
def test_given_spans_are_answered_exactly(name, readings):
    for reading in readings(name):
        answered = [resolution.mention.span for resolution in reading.resolutions]
        assert sorted(answered) == sorted(reading.article.spans)


@pytest.mark.parametrize("name", PLAIN)
def test_every_reading_survives_the_cache(name, readings, tmp_path):
    cache = ReadingCache(tmp_path, "v1")
    for reading in readings(name):
        assert cache.put(reading) == cache.get(reading.article), reading.article.id


def test_a_thousand_articles_give_tables_and_incidents_with_ids_of_their_own(readings, tmp_path):
    atlas = build(reading for name in PLAIN for reading in readings(name))
    write_tables(atlas, tmp_path, credits=(), version="0", worldview="un")
    assert len({incident.id for incident in atlas.incidents}) == len(atlas.incidents) > 100
    features = json.loads((tmp_path / "incidents.geojson").read_text(encoding="utf-8"))["features"]
    assert [feature["id"] for feature in features] == [incident.id for incident in atlas.incidents]
