"""Articles into the folder of articles: from the web, or from elsewhere on the disk."""

import re
import tempfile
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from geo.errors import ArticleError
from geo.files.articles import MAX_FILE_BYTES, SUFFIXES, read_articles
from geo.files.download import Download, download
from geo.files.writing import write_atomically
from geo.model.reading import Failure
from geo.model.text import Article

#: Media types of articles, and the suffix that makes us read the file as one.
_SUFFIX_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
#: Longest name given to a fetched file, in characters without the suffix.
_NAME_LENGTH = 80


def fetch_article(url: str, folder: Path) -> Path:
    """Fetch a page, text or feed into a folder; the path of its file.

    The file holds the bytes as the server sent them. A page gets the comment with
    its address that browsers put into pages they save, so that the map can link to it.

    Raises:
        ArticleError: it cannot be fetched, or holds no article; nothing is written then.
        OutputError: the folder cannot be written.
    """
    found = download(url, max_bytes=MAX_FILE_BYTES)
    suffix = _SUFFIX_OF.get(found.media_type)
    if suffix is None:
        raise ArticleError(f"is {found.media_type}, not an article")
    if not found.content.strip():
        raise ArticleError("empty")
    content = _marked(found) if suffix == ".html" else found.content
    _require_article(content, suffix)
    return _put(folder / (_name(found.url) + suffix), content, told_apart_by=found.url)


def add_file(path: Path, folder: Path) -> Path:
    """Copy a file of articles into a folder; the path of the copy.

    Raises:
        ArticleError: it holds no article, or another file of its name is there.
        OutputError: the folder cannot be written.
    """
    if path.is_dir():
        raise ArticleError("is a folder: name its files")
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ArticleError("not a regular file")
        if path.suffix.lower() not in SUFFIXES:
            raise ArticleError(f"not a kind of file that is read ({', '.join(SUFFIXES)}): save its text as .txt")
        if size > MAX_FILE_BYTES and path.suffix.lower() != ".jsonl":
            raise ArticleError(f"{size / 1e6:,.0f} MB are more than an article has")
        content = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror or error}") from error
    _require_article(content, path.suffix)
    return _put(folder / path.name, content, told_apart_by=None)


def _require_article(content: bytes, suffix: str) -> None:
    """Refuse content that gives no article at all, with the first reason why."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "article" + suffix)
        trial.write_bytes(content)
        why = "no articles"
        for found in read_articles([trial]):
            if isinstance(found, Article):
                return
            if isinstance(found, Failure) and why == "no articles":
                why = found.why
    raise ArticleError(why)


def _put(target: Path, content: bytes, *, told_apart_by: str | None) -> Path:
    """Write a file that is not there yet; one of the same content is left alone."""
    if target.exists() and target.read_bytes() != content:
        if told_apart_by is None:
            raise ArticleError(f"{target} is there already, with other content: rename one of them")
        digest = blake2b(told_apart_by.encode(), digest_size=4).hexdigest()
        target = target.with_stem(f"{target.stem}-{digest}")
    if not target.exists() or target.read_bytes() != content:
        write_atomically(target, content)
    return target


def _name(url: str) -> str:
    """A file's name for an address: the host and the last part of its path that has letters."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    words = [re.sub(r"\.\w{1,5}$", "", part) for part in parts.path.split("/")]
    lettered = [word for word in words if re.search(r"[^\W\d_]", word)]
    last = next((word for word in (*reversed(lettered), *reversed(words)) if word), "")
    return re.sub(r"[^a-z0-9.]+", "-", f"{host}-{last}".lower()).strip("-.")[:_NAME_LENGTH] or "article"


def _marked(found: Download) -> bytes:
    """A page with the comment that says where it was saved from."""
    if b"\0" in found.content[:64]:  # UTF-16: bytes cannot be put before it
        return found.content
    mark = found.content[:3] if found.content.startswith(b"\xef\xbb\xbf") else b""
    address = found.url.replace("--", "%2D%2D")
    return mark + f"<!-- saved from url=({len(address):04}){address} -->\n".encode() + found.content.removeprefix(mark)
