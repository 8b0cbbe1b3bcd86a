"""Saved web pages: the article's text without the page around it."""

import logging
import re
from typing import Any

from geo.errors import ArticleError
from geo.files.days import parse_day
from geo.files.decoding import checked_length, decode, require_text
from geo.model.text import Article

#: Longest source of a page that is read, in characters: saved pages hold their pictures and styles.
MAX_PAGE_CHARACTERS = 16_000_000

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://\S+?)\s*-->", re.IGNORECASE)
_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
#: Names of meta elements that state the day of publication, most trusted first.
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "citation_publication_date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish_date", "publication_date", "date",
)  # fmt: skip
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav"
    " ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset("script style template noscript head".split())


def read_html(data: bytes, *, name: str) -> Article:
    """The article of a web page as trafilatura finds it; spans count in that text.

    The date is one the page's metadata state in ISO 8601; other dates on a page
    are guesses, and a page without one has none.
    """
    source = _XML_ENCODING.sub("", decode(data, declared=_declared(data), longest=MAX_PAGE_CHARACTERS))
    document = _extract(source)
    if document is None or not (document.text or "").strip():
        raise ArticleError("no article found in the page")
    return Article(
        id=name,
        text=checked_length(document.text),
        title=document.title or None,
        date=_published(source),
        url=document.url or _saved_from(source),
        publisher=document.sitename or None,
    )


def plain_text(fragment: str) -> str:
    """The text of a piece of HTML, blocks one blank line apart."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.fragment_fromstring(fragment.replace("\0", ""), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError("text is not HTML") from error
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        _collect(parts, event, element)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return require_text("\n\n".join(line for line in lines if line))


def _collect(parts: list[str], event: str, element: Any) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    seen = bool(tag) and tag not in _UNSEEN
    if tag in _BLOCKS:
        parts.append("\n")
    if event == "start" and seen:
        parts.append(re.sub(r"\s+", " ", element.text or ""))
    if event == "end":
        parts.append(re.sub(r"\s+", " ", element.tail or ""))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _saved_from(source: str) -> str | None:
    """The address in the comment that browsers put into a page they save."""
    found = _SAVED.search(source[:4096])
    return found.group(1) if found else None


def _extract(source: str) -> Any:
    """The document trafilatura finds, or None; its remarks are not ours to print."""
    import trafilatura

    logger = logging.getLogger("trafilatura")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    return trafilatura.bare_extraction(
        source,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2999-12-31"},
    )


def _published(source: str) -> Any:
    """The day of publication as the page's metadata state it; None where they do not."""
    from lxml import html as lxml_html

    tree = lxml_html.fromstring(source)
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold(): meta.get("content") or ""
        for meta in reversed(tree.xpath("//meta[@content]"))
    }
    times = tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    stated = [*_JSON_LD.findall(source)[:1], *(metas[name] for name in _PUBLISHED if name in metas), *times[:1]]
    for words in stated:
        try:
            return parse_day(str(words))
        except ArticleError:
            continue
    return None
