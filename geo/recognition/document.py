"""One text made ready for recognition: words in quiet case, names the gazetteer knows, evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.model.tokens import Token, sentence_ranges, tokenise
from geo.protocols import Gazetteer
from geo.recognition.casing import SMALL_WORDS, capitalised, is_shouted, is_whispered, quietened, raised
from geo.recognition.cues import GEOGRAPHIC, PREPOSITIONS
from geo.recognition.lexicon import Lexicon
from geo.recognition.vocabulary import Vocabulary, Word

#: Longest name looked up, in tokens ("Saint-Louis-du-Nord" has seven).
LONGEST_NAME = 7
#: Classes that a writer means even where the name is also an English word (Turkey, Chad; Reading is not one).
STRONG_CLASSES = frozenset("country demonym admin1 region city1".split())
#: Classes of names that a writer means even where the text has no capitals.
_RAISED_CLASSES = STRONG_CLASSES | frozenset("city2 city3 city4 alternate1 alternate2".split())
_JOINTS = SMALL_WORDS | frozenset("- ' ’ 's ’s . & / – upon on".split())
#: Prepositions that persons and things follow as readily as places.
_WEAK_PREPOSITIONS = frozenset("to over on off within".split())
#: Small words inside the names of facilities: "air base", "nuclear power plant".
_TAILS = frozenset("air nuclear power hydroelectric international military naval railway rail".split())
_OUTSIDE = "O"
#: The class of the name that a half-open range of a sentence's words is, None where it is none.
ClassOf = Callable[[int, int], str | None]
#: Whether a name may begin with a word of a sentence and the next one.
GoesOn = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class _Name:
    """Words of a sentence that the gazetteer knows as a name: half-open range and class."""

    first: int
    stop: int
    kind: str


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


def read_document(text: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Document:
    """Tokenise, quieten, look up and gather evidence."""
    tokens = tokenise(text)
    ranges = sentence_ranges(text, tokens)
    words: list[Word] = []
    classes: list[str] = []
    styles: list[str] = []
    for a, b in ranges:
        spelled, kinds, style = _read_sentence(text, tokens[a:b], vocabulary.lexicon, gazetteer)
        words += [vocabulary.word(w) for w in spelled]
        classes += kinds
        styles.append(style)
    return Document(
        tokens=tokens, words=words, classes=classes, sentences=ranges, styles=tuple(styles),
        evidence=_evidence(words, classes),
    )  # fmt: skip


def _read_sentence(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, gazetteer: Gazetteer
) -> tuple[list[str], list[str], str]:
    """The words in quiet case, the gazetteer's classes, and the style of one sentence."""
    spelled = [t.text for t in tokens]

    def surface(i: int, j: int) -> str:
        return text[tokens[i].start : tokens[j - 1].end]

    def goes_on(i: int) -> bool:
        return gazetteer.begins_name(surface(i, i + 2))

    if is_whispered(spelled):
        spelled = _raised(spelled, lexicon, gazetteer.name_class, goes_on)
    if not is_shouted(spelled):
        plain = _known_names(spelled, lambda i, j: gazetteer.name_class(surface(i, j)), goes_on)
        return spelled, _classes(plain, len(tokens)), _style(spelled)
    large = [capitalised(w) for w in spelled]
    found = [
        name
        for name in _known_names(large, lambda i, j: gazetteer.name_class(_titled(surface(i, j))), goes_on)
        if _may_be_meant(spelled[name.first : name.stop], name.kind, lexicon)
    ]
    return _quieted(spelled, found, lexicon), _classes(found, len(tokens)), "HL"


def _raised(
    spelled: Sequence[str], lexicon: Lexicon, class_of: Callable[[str], str | None], goes_on: GoesOn
) -> list[str]:
    """The words of a sentence without capitals, towns and countries with theirs: "flood warning for Mombasa"."""
    large = [w if lexicon.is_common(w) or w in SMALL_WORDS else raised(w) for w in spelled]
    names = _known_names(large, lambda i, j: class_of(" ".join(large[i:j])), goes_on)
    named = {i for name in names if name.kind in _RAISED_CLASSES for i in range(name.first, name.stop)}
    return [large[i] if i in named else word for i, word in enumerate(spelled)]


def _titled(name: str) -> str:
    """A name in capitals as it is written elsewhere; abbreviations with stops inside stay."""
    return name if "." in name[:-1] else name.title()


def _style(words: Sequence[str]) -> str:
    alphabetic = [w for w in words if w[0].isalpha()]
    large = sum(w[0].isupper() for w in alphabetic)
    return "TC" if len(alphabetic) > 4 and large > 0.7 * len(alphabetic) else ""


def _known_names(spelled: Sequence[str], class_of: ClassOf, goes_on: GoesOn) -> list[_Name]:
    """The longest names that the gazetteer knows, from left to right, without overlap."""
    found: list[_Name] = []
    i = 0
    while i < len(spelled):
        known = None
        if spelled[i][0].isupper():
            ends = range(_reach(spelled, i, goes_on), i, -1)
            known = next((name for j in ends if (name := _name(spelled, class_of, i, j))), None)
        if known:
            found.append(known)
        i = known.stop if known else i + 1
    return found


def _name(spelled: Sequence[str], class_of: ClassOf, first: int, stop: int) -> _Name | None:
    """The name of these words, None where the gazetteer knows none."""
    last = spelled[stop - 1]
    if stop > first + 1 and not (last[0].isupper() or last == "." or last in GEOGRAPHIC):
        return None
    if last == "." and class_of(first, stop - 1):
        return None  # the full stop of the sentence, not of an abbreviation
    kind = class_of(first, stop)
    return _Name(first, stop, kind) if kind else None


def _reach(spelled: Sequence[str], start: int, goes_on: GoesOn) -> int:
    """Where a name that starts here may end at the latest."""
    j = start + 1
    limit = min(len(spelled), start + LONGEST_NAME)
    while j < limit and (
        spelled[j][0].isupper()
        or spelled[j].lower() in _JOINTS
        or spelled[j] in GEOGRAPHIC
        or spelled[j] in _TAILS
        or "-" in spelled[j - 1 : j + 2]  # Clermont-en-Argonne
    ):
        j += 1
    return j if j == start + 1 or goes_on(start) else start + 1


def _classes(found: Sequence[_Name], count: int) -> list[str]:
    classes = [_OUTSIDE] * count
    for name in found:
        classes[name.first : name.stop] = ["B-" + name.kind] + ["I-" + name.kind] * (name.stop - name.first - 1)
    return classes


def _may_be_meant(words: Sequence[str], kind: str, lexicon: Lexicon) -> bool:
    """Whether words in capitals are a name: SAN JOSE and CHAD, but neither MARCH nor the LA of LA PRENSA."""
    lower = [w.lower() for w in words if w[0].isalpha() and w.lower() not in SMALL_WORDS]
    return bool(lower) and (kind in STRONG_CLASSES or not all(map(lexicon.is_common, lower)))


def _quieted(spelled: Sequence[str], found: Sequence[_Name], lexicon: Lexicon) -> list[str]:
    named = {i for name in found for i in range(name.first, name.stop)}
    opens = {0} | {name.first for name in found}
    return [quietened(w, named=i in named, opens=i in opens, lexicon=lexicon) for i, w in enumerate(spelled)]


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
            if before.lower == "of" and i > 1 and words[i - 2].lower in GEOGRAPHIC:  # "the village of"
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
