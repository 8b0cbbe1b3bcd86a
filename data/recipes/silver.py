"""Training texts whose labels are partly worked out by rule: named entities, and one-line incident reports.

Named entities (Universal NER, CC BY-SA 4.0) have locations, but neither adjectives ("Maltese") nor places
inside organisations' names, which this project calls mentions too: the gazetteer adds them. One-liners
(Centre for Information Resilience and Bellingcat) come with their town, district, region and country.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.recipes.training import CORPORA, Labelled
from geo.gazetteer.store import EmbeddedGazetteer
from geo.recognition.document import Document, read_document
from geo.recognition.vocabulary import Vocabulary

NAMED_ENTITIES = "ner"
NAMESAKES = "namesakes"
ONE_LINERS = "one-liners"
_FILES = ("en_ewt-ud-dev", "en_ewt-ud-test", "en_pud-ud-test")
#: Sentences that make up one training text, so that evidence of a whole text has something to see.
_SENTENCES = 20
#: Inside an organisation's name, names of these classes are mentions.
_INSIDE = frozenset("country admin1 admin2 region city1 city2 demonym".split())
#: In one-liners, names of these classes are mentions wherever they stand.
_ANYWHERE = frozenset("country demonym region water admin1 facility".split())
#: Of the sentences with such persons, how many are copied.
_COPIED_SHARE = 0.6
#: Of the persons renamed, how many get a town for a first name; the others for a last name.
_FIRST_SHARE = 0.5
_Ranges = list[tuple[int, int]]


def read_named_entities(vocabulary: Vocabulary, gazetteer: EmbeddedGazetteer, towns: Sequence[str]) -> list[Labelled]:
    """The named-entity corpora, twenty sentences to a text, and again with persons named like ``towns``."""
    sentences = [sentence for file in _FILES for sentence in _sentences(file)]
    plain = [town for town in towns if town.isalpha() and town.istitle()]
    pools = (plain, [town for town in plain if town.lower() in vocabulary.lexicon.first_names])
    dice = random.Random(NAMED_ENTITIES)
    copies = [
        _with_namesakes(s, pools, dice)
        for s in sentences
        if any(s.text[a:b].count(" ") == 1 for a, b in s.persons) and dice.random() < _COPIED_SHARE
    ]
    return _texts(NAMED_ENTITIES, sentences, vocabulary, gazetteer) + _texts(NAMESAKES, copies, vocabulary, gazetteer)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence and the spans of its entities."""

    text: str
    places: _Ranges
    organisations: _Ranges
    persons: _Ranges


def _with_namesakes(sentence: _Sentence, pools: tuple[Sequence[str], ...], dice: random.Random) -> _Sentence:
    """A copy in which the first or last name of each person of two names is a town's: "Paris Miller".

    The town comes from either pool: from all, or from those that persons are often called like.
    """
    text, moved = (
        sentence.text,
        {"places": sentence.places, "organisations": sentence.organisations, "persons": sentence.persons},
    )
    for a, b in sorted(sentence.persons, reverse=True):
        name = text[a:b]
        if name.count(" ") != 1:
            continue
        first, last = name.split(" ")
        town = dice.choice(dice.choice(pools))
        new = f"{town} {last}" if dice.random() < _FIRST_SHARE else f"{first} {town}"
        text = text[:a] + new + text[b:]
        shift = len(new) - len(name)
        moved = {
            kind: [(x + shift * (x >= b), y + shift * (y >= b)) for x, y in spans] for kind, spans in moved.items()
        }
    return _Sentence(text=text, **moved)


def _texts(
    corpus: str, sentences: Sequence[_Sentence], vocabulary: Vocabulary, gazetteer: EmbeddedGazetteer
) -> list[Labelled]:
    found = []
    for n in range(0, len(sentences), _SENTENCES):
        text, places, organisations = "", [], []
        uses: dict[tuple[int, int], str] = {}
        for sentence in sentences[n : n + _SENTENCES]:
            places += [(a + len(text), b + len(text)) for a, b in sentence.places]
            organisations += [(a + len(text), b + len(text)) for a, b in sentence.organisations]
            text += sentence.text + "\n"
        for span, kind in _names(read_document(text, vocabulary, gazetteer)):
            around = [o for o in organisations if o[0] <= span[0] and span[1] <= o[1] and o != span]
            if not _touches(span, places) and (kind == "demonym" or (around and kind in _INSIDE)):
                places.append(span)
                uses |= {span: "associative"} if around else {}
        found.append(_labelled(f"{corpus}-{n}", corpus, text, places, uses))
    return found


def _sentences(file: str) -> Iterator[_Sentence]:
    """Each sentence whose words stand in its text, with its entities."""
    content = (CORPORA / "ner" / f"{file}.iob2").read_text(encoding="utf-8")
    for block in content.split("\n\n"):
        lines = block.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        spans: dict[str, _Ranges] = {"LOC": [], "ORG": [], "PER": []}
        position = 0
        for _, word, tag, *_rest in rows:
            start = -1 if text is None else text.find(word, position)
            if start < 0:
                break
            position = start + len(word)
            if tag.startswith("B-"):
                spans.setdefault(tag[2:], []).append((start, position))
            elif tag.startswith("I-") and spans.get(tag[2:]):
                spans[tag[2:]][-1] = (spans[tag[2:]][-1][0], position)
        else:
            if text and rows:
                yield _Sentence(text=text, places=spans["LOC"], organisations=spans["ORG"], persons=spans["PER"])


def read_one_liners(vocabulary: Vocabulary, gazetteer: EmbeddedGazetteer) -> list[Labelled]:
    """The one-liners that name their town and no other town that nobody labelled."""
    path = CORPORA / "incidents" / "ukraine_oneliners_dev.jsonl"
    found = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        row = json.loads(line) if line else {}
        if row.get("text_names") != "town":
            continue
        text = row["text"]
        parts = {part.strip() for part in f"{row['place']},{row['town']}".split(",") if len(part.strip()) > 2}
        homes = [m.span() for p in parts for m in re.finditer(rf"(?<!\w){re.escape(p)}(?!\w)", text)]
        document = read_document(text, vocabulary, gazetteer)
        others = [(s, k) for s, k in _names(document) if not _touches(s, homes) and not _common(text, s, vocabulary)]
        if any(kind not in _ANYWHERE for _, kind in others):
            continue
        found.append(
            _labelled(row["id"], ONE_LINERS, text, homes + [s for s, _ in others], dict.fromkeys(homes, "literal"))
        )
    return found


def _names(document: Document) -> Iterator[tuple[tuple[int, int], str]]:
    """Spans and classes of the names that the gazetteer knows."""
    start = None
    for i, kind in enumerate([*document.classes, "O"]):
        if start is not None and not kind.startswith("I-"):
            yield (document.tokens[start].start, document.tokens[i - 1].end), document.classes[start][2:]
            start = None
        if kind.startswith("B-"):
            start = i


def _touches(span: tuple[int, int], others: _Ranges) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _common(text: str, span: tuple[int, int], vocabulary: Vocabulary) -> bool:
    return vocabulary.word(text[span[0] : span[1]]).common


def _labelled(name: str, corpus: str, text: str, places: _Ranges, uses: Mapping[tuple[int, int], str]) -> Labelled:
    """The longest of overlapping places, with their uses where those are known."""
    kept: _Ranges = []
    for span in sorted(places, key=lambda s: (s[0] - s[1], s)):
        if not _touches(span, kept):
            kept.append(span)
    return Labelled(id=name, corpus=corpus, text=text, spans=tuple((a, b, uses.get((a, b))) for a, b in sorted(kept)))
