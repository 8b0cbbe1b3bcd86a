"""JSON Lines: one article a line, in files and on standard input."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from geo.errors import ArticleError
from geo.files.days import parse_day
from geo.files.decoding import MAX_CHARACTERS, checked_length, require_text
from geo.files.naming import with_digest, written_path
from geo.model.reading import Failure
from geo.model.text import Article, Span

#: Longest line that is read, in bytes: an article of MAX_CHARACTERS, every one of them escaped.
MAX_LINE_BYTES = 12 * MAX_CHARACTERS
_MARK = b"\xef\xbb\xbf"


class _Line(msgspec.Struct, kw_only=True):
    """What a line may say; other keys are left alone."""

    text: str
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    spans: list[tuple[int, int]] | None = None


_DECODER = msgspec.json.Decoder(_Line)


def read_lines(path: Path, *, name: str) -> Iterator[Article | Failure]:
    """The articles of a file, in order; a bad line costs that line. Raises OSError."""
    found, where = 0, written_path(path)
    with path.open("rb") as handle:
        for number, line in enumerate(bounded_lines(handle), 1):
            content = line.removeprefix(_MARK) if number == 1 else line
            if not content.strip():
                continue
            found += 1
            try:
                yield _article(content, name=name)
            except ArticleError as error:
                yield Failure(where=f"{where}:{number}", why=str(error), line=number)
    if not found:
        yield Failure(where=where, why="empty")


def parse_line(line: str | bytes, number: int) -> Article | Failure:
    """One line of standard input, which must name its id; ``number`` counts from 1."""
    content = line.encode("utf-8", "surrogateescape") if isinstance(line, str) else line
    try:
        return _article(content.removeprefix(_MARK) if number == 1 else content, name=None)
    except ArticleError as error:
        return Failure(where=f"-:{number}", why=str(error), line=number, article_id=_id_of(content))


def bounded_lines(handle: BinaryIO) -> Iterator[bytes]:
    """Lines of a file; of one too long only the beginning, so that memory stays bounded."""
    while line := handle.readline(MAX_LINE_BYTES + 1):
        yield line
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = handle.readline(MAX_LINE_BYTES + 1)


def _article(line: bytes, *, name: str | None) -> Article:
    """The article of a line; one without an id is called after ``name`` and its text, where that may be."""
    if len(line) > MAX_LINE_BYTES:
        raise ArticleError(f"a line of more than {MAX_LINE_BYTES:,} bytes is no article")
    try:
        fields = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleError(_why(error)) from error
    if not fields.id and name is None:
        raise ArticleError("'id' is missing")
    text = checked_length(require_text(fields.text))
    return Article(
        id=fields.id or with_digest(name or "", text),
        text=text,
        title=fields.title or None,
        date=parse_day(fields.date) if fields.date else None,
        url=fields.url or None,
        publisher=fields.publisher or None,
        spans=None if fields.spans is None else tuple(_span(start, end, text) for start, end in fields.spans),
    )


def _span(start: int, end: int, text: str) -> Span:
    if not 0 <= start < end <= len(text):
        raise ArticleError(f"span [{start}, {end}] is not inside the text of {len(text):,} characters")
    return Span(start=start, end=end)


def _why(error: Exception) -> str:
    if isinstance(error, msgspec.ValidationError):
        return _wrong_key(str(error))
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte {error.start + 1} of the line"
    if isinstance(error, RecursionError):
        return "not JSON: nested too deeply"
    told = (
        str(error).removeprefix("JSON is malformed: ").replace("object keys must be strings", "a key is not in quotes")
    )
    told = told.replace("Input data was truncated", "it breaks off")
    return f"not JSON: {_BYTE.sub(lambda at: f'at byte {int(at[1]) + 1}', told)}"


#: What msgspec says of a value of another type, and where.
_EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`(?: - at `\$\.(\w+)[^`]*`)?")
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_JSON_TYPES = {
    "str": "text in quotes", "int": "a number", "float": "a number", "array": "a list", "object": "an object in braces",
    "bool": "true or false", "null": "null",
}  # fmt: skip


def _wrong_key(told: str) -> str:
    """What is wrong with a key, for who writes the file: "'id' must be text in quotes, not a number"."""
    if missing := _MISSING.match(told):
        return f"'{missing[1]}' is missing"
    if "$.spans" in told:
        return "'spans' must be a list of [start, end]"
    wrong = _EXPECTED.fullmatch(told)
    if wrong is None:
        return told
    wanted, got = (_JSON_TYPES.get(name.split(" | ")[0], name) for name in wrong.groups()[:2])
    return f"{repr(wrong[3]) if wrong[3] else 'a line'} must be {wanted}, not {got}"


class _Identity(msgspec.Struct):
    id: str | None = None


def _id_of(line: bytes) -> str | None:
    """The id of a line that is otherwise no article."""
    try:
        return msgspec.json.decode(line, type=_Identity).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
