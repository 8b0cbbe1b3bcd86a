"""Markdown articles with optional YAML front matter."""

import re

import yaml

from geo.errors import ArticleError
from geo.files.days import parse_day
from geo.files.decoding import decode, require_text
from geo.model.text import Article

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)(?:^)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\r\n]+)")
#: Front matter is a handful of lines; more is a mistake. In characters.
_MAX_FRONT = 65_536
_ABSENT = ("", "~", "null")


def read_markdown(data: bytes, *, name: str) -> Article:
    """An article whose text is what follows the front matter, markup and all.

    Spans count from there. Known keys are title, date, url, publisher and id;
    others are left alone. Without a title the opening ``# heading`` is one.
    """
    whole = decode(data)
    front = _FRONT.match(whole)
    if front is None and whole.startswith("---\n"):
        raise ArticleError("the front matter that opens with '---' is never closed")
    fields = _fields(front["yaml"]) if front else {}
    text = require_text(whole[front.end() :] if front else whole)
    heading = _HEADING.match(text)
    date = fields.get("date")
    return Article(
        id=fields.get("id") or name,
        text=text,
        title=fields.get("title") or (_title(heading["title"]) if heading else None),
        date=parse_day(date) if date else None,
        url=fields.get("url"),
        publisher=fields.get("publisher"),
    )


def _title(heading: str) -> str | None:
    """The words of a heading, without the marks that may close it."""
    return heading.strip(" \t").rstrip("#").rstrip(" \t") or None


def _fields(front: str) -> dict[str, str]:
    """The known keys of the front matter that have a value, each a string."""
    if len(front) > _MAX_FRONT:
        raise ArticleError(f"front matter of {len(front):,} characters (at most {_MAX_FRONT:,})")
    try:
        # BaseLoader builds nothing but strings, lists and mappings, so a date stays as it was written
        found = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(f"front matter is not YAML: {_first_line(error)}") from error
    if not isinstance(found, dict):
        if not found:
            return {}
        raise ArticleError("front matter is not a list of 'key: value' lines")
    known = {key: found[key] for key in ("title", "date", "url", "publisher", "id") if key in found}
    for key, value in known.items():
        if not isinstance(value, str):
            raise ArticleError(f"'{key}' in the front matter is not a text")
    return {key: value for key, value in known.items() if value.strip().casefold() not in _ABSENT}


def _first_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or type(error).__name__
    return f"{problem} (line {mark.line + 2})" if mark else str(problem)
