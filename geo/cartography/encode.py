"""Values as text that is safe inside an HTML script block, compressed where that pays."""

import base64
import gzip
import json
from typing import Any

import msgspec

#: Below this many characters a block stays readable JSON: gzip and base64 would save little.
COMPRESS_ABOVE = 60_000
#: gzip level: 6 takes a tenth less time, 9 half as much more for half a percent of size.
GZIP_LEVEL = 7

#: What could end a script block, start a comment, or break a line of script; JSON reads them back unchanged.
_ESCAPES = tuple((mark, f"\\u{ord(mark):04x}") for mark in "<>&\u2028\u2029")


def to_json(value: Any) -> str:
    """Compact JSON that means the same anywhere in an HTML page; NaN is null."""
    try:
        text = msgspec.json.encode(value).decode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, from a damaged file
        text = json.dumps(value, separators=(",", ":"))
    for mark, escape in _ESCAPES:  # five passes of replace are ten times as fast as one of translate
        text = text.replace(mark, escape)
    return text


def pack(data: bytes) -> str:
    """Base64 of gzip without a time stamp: the same bytes give the same text."""
    return base64.b64encode(gzip.compress(data, GZIP_LEVEL, mtime=0)).decode("ascii")


def pack_above(text: str, limit: int = COMPRESS_ABOVE) -> str:
    """JSON text as it is, or as a JSON string of packed JSON where it is longer than ``limit``."""
    return text if len(text) <= limit else f'"{pack(text.encode("utf-8"))}"'
