"""Bytes of a file into the text they stand for, or the reason why they are none."""

import codecs
import contextlib
import re

from geo.errors import ArticleError

#: Longest article that is read, in characters: some hundred times a long newspaper article. A larger "article" is
#: an archive of many, and would take minutes and gigabytes to read as one.
MAX_CHARACTERS = 1_000_000
#: Share of control characters above which a file is not text. Prose holds none; a stray NUL or escape is forgiven.
MAX_CONTROL_SHARE = 0.01
#: Bytes above 127 in a text in a one-byte encoding that is taken for English: their share, and how many in a row.
MAX_WESTERN_SHARE = 0.1
MAX_WESTERN_RUN = 3

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Codecs of Python that no page is written in: they fail on purpose, run for minutes, or bring half characters.
_NO_ENCODINGS = frozenset({"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape"})
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f")


def decode(data: bytes, *, declared: str | None = None, longest: int = MAX_CHARACTERS) -> str:
    """The text of a file, without its byte order mark and otherwise unedited.

    A byte order mark is believed first, then UTF-8, then the encoding the file
    declares where that fits, then the best guess of charset-normalizer.

    Raises:
        ArticleError: empty, binary, in no known encoding, or of more than ``longest`` characters.
    """
    if not data.strip(b" \t\r\n\f\0"):
        raise ArticleError("empty")
    if len(data) > 4 * longest:  # no encoding takes more than four bytes for a character
        raise ArticleError(f"{len(data) / 1e6:,.0f} MB are more than one article has: split it")
    text = _decoded(data, declared)
    if not text.strip():
        raise ArticleError("empty")
    return checked_length(text, longest=longest)


def checked_length(text: str, *, longest: int = MAX_CHARACTERS) -> str:
    """The text itself, if it is not longer than an article can be."""
    if len(text) > longest:
        raise ArticleError(f"{len(text):,} characters are more than one article has (at most {longest:,}): split it")
    return text


def require_text(text: str) -> str:
    """The text itself, if there is any."""
    if not text.strip():
        raise ArticleError("no text")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        return _as(data, marked)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _foreign(data, declared)
    if _control_share(data) > MAX_CONTROL_SHARE:
        raise ArticleError("binary, not text")
    return text


def _foreign(data: bytes, declared: str | None) -> str:
    """A text in another encoding than UTF-8."""
    if declared and _known(declared) and b"\0" not in data:
        with contextlib.suppress(UnicodeError):
            stated = data.decode(declared)
            stated.encode()  # UTF-7 can bring half characters
            return stated
    from charset_normalizer import from_bytes

    wide = _looks_like_wide_text(data)
    if not wide and _control_share(data) > MAX_CONTROL_SHARE:
        raise ArticleError("binary, not text")
    if not wide and (text := _western(data)) is not None:
        return text
    best = from_bytes(data).best()
    if best is None:
        raise ArticleError("in no encoding that gives readable text: save it as UTF-8")
    return str(best)


def _western(data: bytes) -> str | None:
    """The text as Windows-1252, if it has just a few bytes above 127 that stand nearly alone.

    Those are the quotes, dashes and accents of an English text, too few for statistics to
    tell one Latin code page from another; other scripts have whole words of them.
    """
    runs = _HIGH_RUN.findall(data)
    if max(map(len, runs)) > MAX_WESTERN_RUN or sum(map(len, runs)) > MAX_WESTERN_SHARE * len(data):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        reason = error.reason if isinstance(error, UnicodeDecodeError) else str(error)
        raise ArticleError(f"not the {encoding.removesuffix('-sig').upper()} it says it is: {reason}") from error


def _known(encoding: str) -> bool:
    try:
        found = codecs.lookup(encoding)
        return bool(found._is_text_encoding) and found.name.replace("_", "-") not in _NO_ENCODINGS
    except (LookupError, AttributeError, ValueError):
        return False


def _control_share(data: bytes) -> float:
    """Share of control characters; every byte of a text in a one-byte encoding counts as one."""
    return sum(map(data.count, map(bytes, ((c,) for c in _CONTROL)))) / len(data)


def _looks_like_wide_text(data: bytes) -> bool:
    """Whether every other byte is NUL and the rest are not, as in UTF-16 without a mark."""
    few, many = sorted((data[0::2].count(0), data[1::2].count(0)))
    return many > 0.4 * len(data) and few < 0.1 * len(data)
