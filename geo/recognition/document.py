"""One text made ready for recognition: words in quiet case, names the gazetteer knows, evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.model.tokens import Token, sentence_ranges, tokenise
from geo.recognition.casing import SMALL_WORDS, capitalised, is_shouted, quietened
from geo.recognition.cues import GEOGRAPHIC, PREPOSITIONS
from geo.recognition.lexicon import Lexicon
from geo.recognition.vocabulary import Vocabulary, Word

#: Longest name looked up, in tokens ("St. Petersburg - Clearwater International").
LONGEST_NAME = 5
#: Classes that a writer means even where the name is also an English word (Turkey, Chad; Reading is not one).
STRONG_CLASSES = frozenset("country demonym admin1 region city1".split())
_JOINTS = SMALL_WORDS | frozenset("- ' ’ . & / – upon on".split())
#: Prepositions that persons and things follow as readily as places.
_WEAK_PREPOSITIONS = frozenset("to over on off within".split())
_OUTSIDE = "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Tokens with everything the features ask of them; all sequences run parallel to ``tokens``."""

    tokens: tuple[Token, ...]
    words: Sequence[Word]
    #: Gazetteer class as B-city1, I-city1 or O.
    classes: Sequence[str]
    #: Half-open token ranges.
    sentences: tuple[tuple[int, int], ...]
    #: Per sentence: "HL" was in capitals, "TC" has every word capitalised, "".
    styles: tuple[str, ...]
    #: What the whole text tells of a folded word: loc, per, org, low, cap.
    evidence: dict[str, str]


def read_document(text: str, vocabulary: Vocabulary, name_class: Callable[[str], str | None]) -> Document:
    """Tokenise, quieten, look up and gather evidence."""
    tokens = tokenise(text)
    ranges = sentence_ranges(text, tokens)
    spelled = [t.text for t in tokens]
    classes = [_OUTSIDE] * len(tokens)
    styles: list[str] = []
    for a, b in ranges:
        shouted = is_shouted(spelled[a:b])
        if shouted:
            spelled[a:b] = [capitalised(w) for w in spelled[a:b]]
        _look_up(text, tokens, spelled, (a, b), classes, name_class, shouted=shouted)
        if shouted:
            _quieten(tokens, spelled, (a, b), classes, vocabulary.lexicon)
        styles.append("HL" if shouted else _style(spelled[a:b]))
    words = [vocabulary.word(w) for w in spelled]
    return Document(
        tokens=tokens, words=words, classes=classes, sentences=ranges, styles=tuple(styles),
        evidence=_evidence(words, classes),
    )  # fmt: skip


def _style(words: Sequence[str]) -> str:
    alphabetic = [w for w in words if w[0].isalpha()]
    large = sum(w[0].isupper() for w in alphabetic)
    return "TC" if len(alphabetic) > 4 and large > 0.7 * len(alphabetic) else ""


def _look_up(
    text: str,
    tokens: Sequence[Token],
    spelled: Sequence[str],
    within: tuple[int, int],
    classes: list[str],
    name_class: Callable[[str], str | None],
    *,
    shouted: bool,
) -> None:
    """Mark the longest known names from left to right."""
    i, end = within
    while i < end:
        if not spelled[i][0].isupper():
            i += 1
            continue
        reach = _reach(spelled, i, end)
        for j in range(reach, i, -1):
            if j > i + 1 and not _may_end(spelled[j - 1]):
                continue
            name = text[tokens[i].start : tokens[j - 1].end]
            if shouted and "." not in name[:-1]:
                name = name.title()
            if spelled[j - 1] == "." and name_class(name[:-1]):
                continue  # the full stop of the sentence, not of an abbreviation
            found = name_class(name)
            if found:
                classes[i] = "B-" + found
                classes[i + 1 : j] = ["I-" + found] * (j - i - 1)
                i = j - 1
                break
        i += 1


def _reach(spelled: Sequence[str], start: int, end: int) -> int:
    """Where a name that starts here may end at the latest."""
    j = start + 1
    limit = min(end, start + LONGEST_NAME)
    while j < limit and (
        spelled[j][0].isupper() or spelled[j].lower() in _JOINTS or spelled[j] in GEOGRAPHIC or spelled[j] == "air"
    ):
        j += 1
    return j


def _may_end(word: str) -> bool:
    return word[0].isupper() or word == "." or word in GEOGRAPHIC


def _quieten(
    tokens: Sequence[Token], spelled: list[str], within: tuple[int, int], classes: list[str], lexicon: Lexicon
) -> None:
    """Restore case in a shouted sentence; chance hits of ordinary words stop being names."""
    a, b = within
    i = a
    while i < b:
        j = i + 1
        while j < b and classes[i] != _OUTSIDE and classes[j].startswith("I-"):
            j += 1
        common = all(lexicon.is_common(w.lower()) or w.lower() in SMALL_WORDS for w in spelled[i:j] if w[0].isalpha())
        named = classes[i] != _OUTSIDE and (not common or classes[i][2:] in STRONG_CLASSES)
        for k in range(i, j):
            spelled[k] = quietened(tokens[k].text, named=named, opens=k == a, lexicon=lexicon)
            if not named:
                classes[k] = _OUTSIDE
        i = j


def _evidence(words: Sequence[Word], classes: Sequence[str]) -> dict[str, str]:
    """For each folded capitalised word, the contexts it stands in anywhere in the text, sorted and joined."""
    found: dict[str, set[str]] = {}
    small: set[str] = set()
    last = len(words) - 1
    for i, word in enumerate(words):
        if not word.large:
            small.add(word.lower)
            continue
        seen = found.setdefault(word.lower, set())
        if i:
            before = words[i - 1]
            if before.lower in PREPOSITIONS and before.lower not in _WEAK_PREPOSITIONS:
                seen.add("loc")
            if "TI" in before.cue or (before.first_name and before.large):
                seen.add("per")
            elif before.large and classes[i - 1] == _OUTSIDE and before.cue == "-" and not before.common:
                seen.add("cap")
        if i < last:
            after = words[i + 1]
            if after.large and "OR" in after.cue:
                seen.add("org")
            if after.text == "," and i + 1 < last and classes[i + 2][2:] in ("admin1", "country"):
                seen.add("loc")
    for lower in small & found.keys():
        found[lower].add("low")
    return {lower: "+".join(sorted(seen)) for lower, seen in found.items()}
