"""Names of files and texts that can always be written: in JSON, in a table, on a terminal."""

import os
import re
from hashlib import blake2b
from pathlib import PurePath

_SURROGATE = re.compile("[\ud800-\udfff]")


def written_path(path: PurePath) -> str:
    """A path as text; bytes of a file's name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def without_surrogates(text: str) -> str:
    """Text of the same length that can be encoded: halves of surrogate pairs become U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def with_digest(name: str, text: str) -> str:
    """A name with eight hexadecimal digits that tell texts apart, added once."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return name if name.endswith(f"~{digest}") else f"{name}~{digest}"
