"""Values as text that is safe inside an HTML script block, compressed where that pays."""

import gzip
import json
from typing import Any

import msgspec
import numpy as np

#: gzip's level: words have become signs before, and numbers columns, so that 6 gains a fiftieth for half as
#: much time again.
LEVEL = 4
#: Digits of base 85: what is printable and means nothing to HTML, JSON or a template. 5 digits are 4 bytes.
_DIGITS = np.array([code for code in range(33, 127) if chr(code) not in "\"$&'<>\\{}"], np.uint8)

#: What could end a script block, start a comment, or break a line of script; JSON reads them back unchanged.
_ESCAPES = tuple((mark, f"\\u{ord(mark):04x}") for mark in "<>&\u2028\u2029")


def encode(value: Any) -> bytes:
    """Compact JSON; NaN is null."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a surrogate pair, from a damaged file
        return json.dumps(value, separators=(",", ":"), default=str).encode("ascii")


def to_json(value: Any) -> str:
    """Compact JSON that means the same anywhere in an HTML page."""
    return escaped(encode(value))


def escaped(encoded: bytes) -> str:
    """JSON text that means the same anywhere in an HTML page."""
    text = encoded.decode("utf-8")
    for mark, escape in _ESCAPES:  # five passes of replace are ten times as fast as one of translate
        text = text.replace(mark, escape)
    return text


def pack(data: bytes) -> str:
    """Base 85 of gzip without a time stamp: the same bytes give the same text."""
    return digits(gzip.compress(data, LEVEL, mtime=0))


def digits(data: bytes) -> str:
    """Base 85, a sixteenth less than base 64.

    First the number of bytes that fill up the last word, then five digits to a word of four bytes.
    """
    fill = -len(data) % 4
    words = np.frombuffer(data + bytes(fill), ">u4").astype(np.uint32)
    text = np.empty((len(words), 5), np.uint8)
    for place in range(4, -1, -1):
        words, rest = np.divmod(words, len(_DIGITS))
        text[:, place] = _DIGITS[rest]
    return f"{fill}{text.tobytes().decode('ascii')}"
