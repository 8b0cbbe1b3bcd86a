"""What ``geo parse`` says of one article: the records, their JSON and its schema."""

from typing import Any

import msgspec

from geo.files.recording import reading_record
from geo.files.shapes import ErrorRecord, ReadingRecord
from geo.model.reading import Failure, Reading

_ENCODER = msgspec.json.Encoder()


def encode_reading(reading: Reading) -> bytes:
    """One line of JSON, without its line break; the same Reading gives the same bytes."""
    return _ENCODER.encode(reading_record(reading))


def encode_failure(failure: Failure) -> bytes:
    """One line of JSON for an article that could not be read: its id or line, and the error."""
    if failure.article_id is not None:
        return _ENCODER.encode(ErrorRecord(id=failure.article_id, error=failure.why))
    where = failure.where if failure.line is None else failure.line
    return _ENCODER.encode(ErrorRecord(line=where, error=failure.why))


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a line, as committed in ``parse.schema.json``."""
    (record, error), definitions = msgspec.json.schema_components(
        (ReadingRecord, ErrorRecord), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of geo parse",
        "anyOf": [record, error],
        "$defs": definitions,
    }
