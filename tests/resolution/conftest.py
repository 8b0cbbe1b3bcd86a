"""The embedded gazetteer and ranker, and a way to resolve the names of a sentence."""

import re

import pytest

from geo.files.embedded import data_file, data_folder
from geo.gazetteer.store import open_gazetteer
from geo.model.text import Article, Mention, Span, Use
from geo.resolution.ranker import load_ranker
from geo.resolution.resolve import names_to_look_up, resolve


@pytest.fixture(scope="session")
def embedded():
    return open_gazetteer(data_folder() / "gazetteer")


@pytest.fixture(scope="session")
def ranker():
    return load_ranker(data_file("models/ranker.json").read_text(encoding="utf-8"))


def find_mentions(text, names):
    """Every occurrence of the names, longest first, as literal mentions in text order."""
    pattern = "|".join(rf"\b{re.escape(n)}(?!\w)" for n in sorted(names, key=len, reverse=True))
    return tuple(
        Mention(span=Span(start=m.start(), end=m.end()), text=m.group(), use=Use.LITERAL)
        for m in re.finditer(pattern, text)
    )


@pytest.fixture(scope="session")
def read(embedded, ranker):
    """``read(text, names)``: the resolution of each name's every mention, in text order."""

    def read(text, names, *, url=None, gazetteer=embedded, stated=lambda mentions: ()):
        article = Article(id="a", text=text, url=url)
        mentions = find_mentions(text, names)
        candidates = gazetteer.lookup(names_to_look_up(article, mentions))
        return resolve(article, mentions, candidates, stated=stated(mentions), ranker=ranker)

    return read


@pytest.fixture(scope="session")
def where(read):
    """``where(text, name, *others)``: id-like (name, region code or country) of the first mention of ``name``."""

    def where(text, name, *others, **known):
        found = next(r for r in read(text, (name, *others), **known) if r.mention.text == name)
        place = found.place
        return None if place is None else (place.name, place.admin1_code or place.country)

    return where
