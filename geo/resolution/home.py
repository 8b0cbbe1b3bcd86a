"""Where a publisher is at home: a local paper leaves out the region that all its readers know."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from geo.model.place import LatLon
from geo.model.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The town a publisher writes from."""

    at: LatLon
    country: str
    admin1_code: str | None


def home_of(article: Article, homes: Mapping[str, Home]) -> Home | None:
    """The home of an article's publisher by its web domain, None for one that is not known."""
    for address in (article.url, article.publisher):
        host = _host(address)
        while "." in host:
            if host in homes:
                return homes[host]
            host = host.partition(".")[2]
    return None


def _host(address: str | None) -> str:
    """The host of a web address or bare domain, lower case; "" for anything else."""
    if not address or " " in address.strip():
        return ""
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
