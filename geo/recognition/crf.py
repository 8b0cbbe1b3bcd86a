"""The recogniser: an article's toponyms by a conditional random field, each typed by a regression."""

from collections.abc import Sequence

from geo.model.names import FOREIGN_JOINTS, fold
from geo.model.text import Article, Mention, Span, Use
from geo.protocols import Gazetteer
from geo.recognition.chain import Chain
from geo.recognition.cues import PREPOSITIONS, SETTLEMENTS, SITES
from geo.recognition.datelines import with_dateline
from geo.recognition.document import Document, read_document
from geo.recognition.features import Segment, segments
from geo.recognition.lexicon import Lexicon
from geo.recognition.usage import UsageWeights, lists_of
from geo.recognition.usage_features import usage_features
from geo.recognition.vocabulary import Vocabulary

#: From this probability on a use counts as literal.
LITERAL_FROM = 0.5
#: Classes of names that are mentions of their own, not of the town in them.
WHOLE_NAMES = frozenset("facility water region admin1 admin2".split())
#: Words between a town's name and what stands there: "Lahore High Court", "Kabul Military Hospital".
_RANKS = frozenset("high supreme military central general district federal provincial regional international".split())
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
        document = read_document(article.text, self._vocabulary, self._gazetteer)
        if article.spans is not None:
            spans = article.spans
            found = [_tokens_of(document, span) for span in spans]
        else:
            found = self._find(document)
            spans = tuple(Span(start=document.tokens[a].start, end=document.tokens[b - 1].end) for a, b, _ in found)
        rows = [usage_features(document, a, b - 1, sentence) if b > a else [] for a, b, sentence in found]
        names = [fold(span.of(article.text)) for span in spans]
        chances = self._usage.p_literal(rows, names, lists_of(document, [(a, b) for a, b, _ in found]))
        mentions = tuple(_mention(article, span, p) for span, p in zip(spans, chances, strict=True))
        return mentions if article.spans is not None else with_dateline(article.text, mentions, self._gazetteer)

    def _find(self, document: Document) -> list[_Found]:
        stretches = segments(document)
        labelled = self._chain.labels([s.keys for s in stretches], [_names(document, s) for s in stretches])
        found: list[_Found] = []
        for stretch, labels in zip(stretches, labelled, strict=True):
            for chunk in _chunks(_with_told(document, stretch, labels), stretch.first):
                first, stop = _whole_name(document, *chunk)
                stop = _without_rank(document, first, _without_paper(document, first, stop))
                stop = _joined(document, stop, stretch.sentence[1])
                person = _is_person(document, first, stop, stretch.sentence) or _is_surname(
                    document, first, stop, stretch
                )
                if (not found or first >= found[-1][1]) and not person:
                    found.append((first, stop, stretch.sentence))
        return found


def _names(document: Document, stretch: Segment) -> list[str]:
    """For each token of a stretch its folded word if it has a capital, else ""."""
    words = document.words[stretch.first : stretch.first + len(stretch.keys)]
    return [w.lower if w.large and len(w.lower) > 1 else "" for w in words]


def _mention(article: Article, span: Span, p: float) -> Mention:
    use = Use.LITERAL if p >= LITERAL_FROM else Use.ASSOCIATIVE
    return Mention(span=span, text=span.of(article.text), use=use, p_literal=round(p, 4))


def _whole_name(document: Document, first: int, stop: int) -> tuple[int, int]:
    """The tokens of the longer name that the gazetteer knows around a mention, such as a dam's for its town's."""
    classes = document.classes
    if classes[first][2:] not in WHOLE_NAMES:
        return first, stop
    start, end = first, first + 1
    while classes[start].startswith("I-"):
        start -= 1
    while end < len(classes) and classes[end].startswith("I-"):
        end += 1
    return (start, end) if end >= stop else (first, stop)


def _without_paper(document: Document, first: int, stop: int) -> int:
    """Where the town's name in that of a newspaper ends: "Chicago" of "Chicago Tribune", which is a town too."""
    paper = "OR" in document.words[stop - 1].cue and document.classes[stop - 1].startswith("B-")
    return stop - 1 if stop > first + 1 and paper else stop


def _without_rank(document: Document, first: int, stop: int) -> int:
    """Where a town's name ends in that of what stands in it: "Lahore" of "Lahore High" before "Court"."""
    words, classes = document.words, document.classes
    if stop != first + 2 or stop >= len(words) or not classes[first].startswith("B-city"):
        return stop
    ranked = words[stop - 1].lower in _RANKS and not classes[stop - 1].startswith("I-")
    return stop - 1 if ranked and words[stop].large and words[stop].lower in SITES | {"court"} else stop


def _joined(document: Document, stop: int, end: int) -> int:
    """Where a name ends that goes on behind a foreign joint: what bears half of it may lie elsewhere."""
    words, after = document.words, stop
    while after < end and words[after].text in FOREIGN_JOINTS:
        after += 1
    return after + 1 if stop < after < min(end, stop + 3) and words[after].large else stop


def _with_told(document: Document, stretch: Segment, labels: Sequence[int]) -> list[int]:
    """The labels, with names put beyond doubt: "the town of Reading", "at the Berlin Christmas market"."""
    words, classes, told = document.words, document.classes, list(labels)
    for k, label in enumerate(labels):
        i = stretch.first + k
        if label != _OUTSIDE or not classes[i].startswith("B-") or i < stretch.sentence[0] + 2:
            continue
        if words[i].large and (
            (words[i - 1].lower in ("of", "(") and words[i - 2].lower in SETTLEMENTS)
            or _holds_a_site(document, i, stretch.sentence[1])
        ):
            told[k] = _BEGIN
            while k + 1 < len(told) and classes[stretch.first + k + 1].startswith("I-"):
                k += 1
                told[k] = _INSIDE
    return told


def _holds_a_site(document: Document, i: int, end: int) -> bool:
    """Whether a large town's name begins that of a site where something is: "on the Berlin Christmas market"."""
    words, classes = document.words, document.classes
    if classes[i] != "B-city1" or words[i - 1].lower != "the" or words[i - 2].lower not in PREPOSITIONS:
        return False
    after = i + 1
    while after < end and classes[after] == "I-city1":
        after += 1
    title = after
    while after < min(end, title + 2) and words[after].large:
        after += 1
    return title < after < end and not words[after].large and words[after].lower in SITES


def _is_person(document: Document, first: int, stop: int, sentence: tuple[int, int]) -> bool:
    """Whether a found name is a first name and what stands after it a last name: "Sydney Carter", "CESAR PAIM".

    Of such words that the gazetteer does not know as one name 4 in 1,300 are places in the development corpora.
    """
    words, last = document.words, first + 1
    if not words[first].first_name or last >= sentence[1] or document.classes[last].startswith("I-"):
        return False
    if first > sentence[0] and words[first - 1].lower == "the":
        return False
    if stop > last and first > sentence[0] and words[first - 1].lower in PREPOSITIONS | {"of"}:
        return False  # "in the village of Rosario Tala"
    after = words[last]
    return after.large and len(after.text) > 2 and after.text.isalpha() and not after.common and after.cue == "-"


def _is_surname(document: Document, first: int, stop: int, stretch: Segment) -> bool:
    """Whether a name ends in a last name behind another, and a calling follows: "Graco Ramirez, governor"."""
    words, last = document.words, stop - 1
    if last <= stretch.sentence[0] or stop + 1 >= stretch.sentence[1] or not words[last].last_name:
        return False
    two_names = words[last - 1].large and not words[last - 1].common and not document.classes[last].startswith("I-")
    return two_names and stop - first <= 2 and words[stop].text == "," and "TI" in words[stop + 1].cue


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


def _tokens_of(document: Document, span: Span) -> _Found:
    """The tokens a span touches, within the sentence of the first of them; none for white space."""
    touched = [i for i, t in enumerate(document.tokens) if t.start < span.end and t.end > span.start]
    if not touched:
        return 0, 0, (0, 0)
    sentence = next((a, b) for a, b in document.sentences if a <= touched[0] < b)
    return touched[0], min(touched[-1] + 1, sentence[1]), sentence
