"""The recogniser: an article's toponyms by a conditional random field, each typed by a regression."""

from collections.abc import Sequence

from geo.model.text import Article, Mention, Span, Use
from geo.model.tokens import Token
from geo.protocols import Gazetteer
from geo.recognition.chain import Chain
from geo.recognition.document import Document, read_document
from geo.recognition.features import keys
from geo.recognition.lexicon import Lexicon
from geo.recognition.usage import UsageWeights, usage_features
from geo.recognition.vocabulary import Vocabulary

#: From this probability on a use counts as literal.
LITERAL_FROM = 0.5
_OUTSIDE, _BEGIN, _INSIDE = 0, 1, 2
#: A range of tokens, half-open, and the sentence around it.
_Found = tuple[int, int, tuple[int, int]]


class CrfRecogniser:
    """Finds place names and says how each is used. Fits ``geo.protocols.Recogniser``."""

    def __init__(self, chain: Chain, usage: UsageWeights, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._chain = chain
        self._usage = usage
        self._vocabulary = Vocabulary(lexicon)
        self._gazetteer = gazetteer

    def __call__(self, article: Article, /) -> tuple[Mention, ...]:
        """The toponyms in text order, without overlap; exactly ``article.spans`` where those are given."""
        document = read_document(article.text, self._vocabulary, self._gazetteer.name_class)
        if article.spans is not None:
            return tuple(self._given(article, document, span) for span in article.spans)
        return tuple(self._mention(article, document, found) for found in self._find(document))

    def _find(self, document: Document) -> list[_Found]:
        found: list[_Found] = []
        labelled = self._chain.labels(keys(document))
        for (a, b), labels in zip(document.sentences, labelled, strict=True):
            found += [(i, j, (a, b)) for i, j in _chunks(labels, a)]
        return found

    def _mention(self, article: Article, document: Document, found: _Found) -> Mention:
        first, stop, _ = found
        span = Span(start=document.tokens[first].start, end=document.tokens[stop - 1].end)
        return self._typed(article, document, span, found)

    def _given(self, article: Article, document: Document, span: Span) -> Mention:
        found = _tokens_of(document, span)
        if found is None:  # a span over nothing but white space
            return Mention(span=span, text=span.of(article.text), use=Use.LITERAL, p_literal=0.5)
        return self._typed(article, document, span, found)

    def _typed(self, article: Article, document: Document, span: Span, found: _Found) -> Mention:
        first, stop, sentence = found
        p = self._usage.p_literal(usage_features(document, first, stop - 1, sentence))
        use = Use.LITERAL if p >= LITERAL_FROM else Use.ASSOCIATIVE
        return Mention(span=span, text=span.of(article.text), use=use, p_literal=round(p, 4))


def _chunks(labels: Sequence[int], offset: int) -> list[tuple[int, int]]:
    """Half-open token ranges of the labels B I I; an I after O begins one too."""
    chunks: list[tuple[int, int]] = []
    start: int | None = None
    for i, label in enumerate([*labels, _OUTSIDE]):
        if start is not None and label != _INSIDE:
            chunks.append((start + offset, i + offset))
            start = None
        if label == _BEGIN or (label == _INSIDE and start is None):
            start = i
    return chunks


def _tokens_of(document: Document, span: Span) -> _Found | None:
    """The tokens a span touches, within the sentence of the first of them."""
    tokens: tuple[Token, ...] = document.tokens
    touched = [i for i, t in enumerate(tokens) if t.start < span.end and t.end > span.start]
    if not touched:
        return None
    sentence = next((a, b) for a, b in document.sentences if a <= touched[0] < b)
    return touched[0], min(touched[-1] + 1, sentence[1]), sentence
