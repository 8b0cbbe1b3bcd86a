"""RSS and Atom files: one article per entry."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from geo.errors import ArticleError
from geo.files.days import parse_feed_day
from geo.files.decoding import checked_length
from geo.files.html import plain_text
from geo.files.naming import with_digest
from geo.model.reading import Failure
from geo.model.text import Article


def read_feed(data: bytes, *, path: str, name: str) -> Iterator[Article | Failure]:
    """The entries of a feed, in its order; an entry that is no article costs that entry.

    The text is the entry's full content where the feed carries it, else its
    summary; the markup is taken off and spans count in what remains.
    """
    import feedparser

    if not data.strip():
        raise ArticleError("empty")
    try:
        feed = feedparser.parse(BytesIO(data))  # a stream: given a string it would open addresses and paths
    except (ValueError, OverflowError, RecursionError) as error:  # "&#xD800;", "&#99999999999;", a thousand levels
        raise ArticleError(f"not a feed that can be read: {type(error).__name__}") from error
    if not feed.version or not feed.entries:
        raise ArticleError("a feed without entries" if feed.version else "not an RSS or Atom feed")
    publisher = feed.feed.get("title") or None
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _article(entry, publisher=publisher, name=name)
        except ArticleError as error:
            yield Failure(where=f"{path}: entry {number}", why=str(error))


def _article(entry: Any, *, publisher: str | None, name: str) -> Article:
    contents = [content.get("value", "") for content in entry.get("content", ())]
    body = next((value for value in contents if value.strip()), entry.get("summary", ""))
    if not body.strip():
        raise ArticleError("no text")
    title = entry.get("title", "")
    link = entry.get("link", "")
    stated = entry.get("published") or entry.get("created")
    text = checked_length(plain_text(body))
    return Article(
        id=entry.get("id") or link or with_digest(name, text),
        text=text,
        title=plain_text(title) if title.strip() else None,
        date=_day(stated) if stated else None,
        url=link if link.startswith(("http://", "https://")) else None,
        publisher=publisher,
    )


def _day(stated: str) -> dt.date | None:
    """The day of publication; None where a program wrote what is no date: nobody could mend it."""
    try:
        return parse_feed_day(stated, field="published")
    except ArticleError:
        return None
