"""Features of a token, in groups that repeat so often that each is worked out once.

A group is a key, a tuple that begins with the name of the group; ``expand`` turns it into the
names of its features. Training and decoding share both, so they cannot drift apart.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.recognition.document import Document
from geo.recognition.vocabulary import Word

Key = tuple[object, ...]
_END = "END"
_NONE: Key = ("none",)
#: Words this far from a capital or a known name are never part of one, nor read (14 of 9,897 gold words are lost).
_REACH = 1


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence that may hold names. Positional, because a text has hundreds."""

    #: Index of its first token.
    first: int
    #: The sentence, as a half-open range of tokens.
    sentence: tuple[int, int]
    #: For each of its tokens, the keys of its feature groups.
    keys: list[tuple[Key, ...]]


def segments(document: Document) -> list[Segment]:
    """The stretches of the text that may hold names, in order, with their features."""
    found: list[Segment] = []
    for (a, b), style in zip(document.sentences, document.styles, strict=True):
        found += _sentence_segments(document, a, b, style)
    return found


def names(key: Key) -> tuple[str, ...]:
    """The features of a group."""
    return _GROUPS[str(key[0])](*key[1:])


def _sentence_segments(document: Document, a: int, b: int, style: str) -> list[Segment]:
    words, classes, evidence = document.words, document.classes, document.evidence
    stretches = _stretches([words[i].large or classes[i] != "O" for i in range(a, b)])
    if not stretches:
        return []
    row: list[Word | None] = [None, None, None, *words[a:b], None, None, None]
    kinds = [_END, _END, *classes[a:b], _END, _END]
    previous, following = _small_neighbours(words, a, b)
    runs = _runs(words, a, b)
    found = []
    for first, end in stretches:
        keys = []
        for i in range(first, end):
            word, before, after, kind = words[a + i], row[i + 2], row[i + 4], kinds[i + 2]
            own = (
                ("small", previous[i], following[i], kind) if word.large else ("around", previous[i], following[i]),
                _evidence_key(word, before, kind, evidence) if word.large else _NONE,
                ("run", *runs[i], kind) if word.large else _NONE,
                ("opens", kind, word.common, _bearer(word), after and after.tag) if before is None else _NONE,
            )
            keys.append(_shared(word, row[i : i + 7], kinds[i : i + 5], style) + own)
        found.append(Segment(a + first, (a, b), keys))
    return found


def _stretches(hot: Sequence[bool]) -> list[tuple[int, int]]:
    """Half-open ranges that cover every hot position and _REACH around it."""
    found: list[tuple[int, int]] = []
    for i in (i for i, is_hot in enumerate(hot) if is_hot):
        low, high = max(0, i - _REACH), min(len(hot), i + _REACH + 1)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def _shared(word: Word, near: list[Word | None], kinds: list[str], style: str) -> tuple[Key, ...]:
    """Groups of the word, its neighbours, and what the gazetteer says of them."""
    before, after = near[2], near[4]
    kind = kinds[2]
    lower_before, lower_after = before.lower if before else _END, after.lower if after else _END
    return (
        ("word", word),
        ("near", -3, near[0]), ("near", -2, near[1]), ("near", -1, before),
        ("near", 1, after), ("near", 2, near[5]), ("near", 3, near[6]),
        ("class", kinds[1], kind, kinds[3], word.common, word.large, style, _bearer(word)),
        ("far", kinds[0], kinds[4]),
        ("left", lower_before, kind),
        ("right", lower_after, kind),
        ("shapes", before and before.shape, word.shape, after and after.shape, kind == "O"),
        ("tags", before and before.tag, word.tag, after and after.tag),
        ("cues", before and before.cue, kind, after and after.cue),
        ("between", lower_before, lower_after) if kind != "O" else _NONE,
        ("company", kind, _profile(before), _profile(after)) if word.large else _NONE,
    )  # fmt: skip


def _evidence_key(word: Word, before: Word | None, kind: str, evidence: dict[str, str]) -> Key:
    """What the whole text tells of a capitalised word, and of one before it."""
    seen_before = evidence.get(before.lower, "") if before and before.large else ""
    return "evidence", evidence.get(word.lower, ""), seen_before, kind, word.first_name


def _bearer(word: Word) -> str:
    """Whether persons are called so: "f" by first name, "l" by last."""
    return "f" * word.first_name + "l" * word.last_name


def _profile(word: Word | None) -> str:
    """What sort of word stands beside a name."""
    if word is None:
        return _END
    if not word.large:
        return word.cue
    return f"{word.cue}{word.common:d}{word.first_name:d}{word.last_name:d}"


def _small_neighbours(words: Sequence[Word], a: int, b: int) -> tuple[list[str], list[str]]:
    """For each token the nearest uncapitalised word before and after it."""
    previous, following = [], []
    last = _END
    for i in range(a, b):
        previous.append(last)
        if not words[i].large:
            last = words[i].lower
    last = _END
    for i in range(b - 1, a - 1, -1):
        following.append(last)
        if not words[i].large:
            last = words[i].lower
    return previous, following[::-1]


def _runs(words: Sequence[Word], a: int, b: int) -> list[tuple[object, ...]]:
    """For each token its place in a run of capitalised words: from start, from end, last word and cue, first name."""
    runs: list[tuple[object, ...]] = [()] * (b - a)
    i = a
    while i < b:
        if not words[i].large:
            i += 1
            continue
        j = i + 1
        while j < b and words[j].large:
            j += 1
        last = words[j - 1]
        for k in range(i, j):
            runs[k - a] = (min(k - i, 2), min(j - 1 - k, 2), last.lower, last.cue, words[i].first_name, words[i].cue)
        i = j
    return runs


def _word_features(word: Word) -> tuple[str, ...]:
    lower = word.lower
    features = ["b", "w=" + lower, "s=" + word.shape, "t=" + word.tag, "c=" + word.cue]
    features += [f"p{n}={lower[:n]}" for n in (3, 4)] + [f"x{n}={lower[-n:]}" for n in (3, 4)]
    if word.large:
        features.append(f"cm{word.common:d}")
        if word.first_name:
            features.append("fn")
        if word.last_name:
            features.append("ln")
    return tuple(features)


def _near(offset: int, word: Word | None) -> tuple[str, ...]:
    if word is None:
        return (f"{offset}END",)
    features = [f"{offset}w={word.lower}"]
    if abs(offset) < 3:
        features += [f"{offset}s={word.shape}", f"{offset}c={word.cue}", f"{offset}t={word.tag}"]
    if abs(offset) == 1:
        features.append(f"{offset}x={word.lower[-3:]}")
        if word.first_name:
            features.append(f"{offset}fn")
        if word.last_name:
            features.append(f"{offset}ln")
    return tuple(features)


def _class(before: str, kind: str, after: str, common: bool, large: bool, style: str, bearer: str) -> tuple[str, ...]:
    features = [f"g={kind}", f"-1g={before}", f"1g={after}", f"g-10={before}|{kind}", f"g01={kind}|{after}"]
    if large:
        features += [f"cm{common:d}{kind}", f"cm{common:d}{kind}|{bearer}"]
    if style:
        features += [f"h={style}", f"h={style}g={kind}"]
    return tuple(features)


def _shapes(before: str | None, shape: str, after: str | None, plain: bool) -> tuple[str, ...]:
    pairs = (f"s-10={before}|{shape}", f"s01={shape}|{after}")
    return (*pairs, f"s-101={before}|{shape}|{after}") if plain else pairs


def _small(previous: str, following: str, kind: str) -> tuple[str, ...]:
    bare = kind[:4]
    return (f"pl={previous}", f"nl={following}", f"plg={previous}|{bare}", f"nlg={following}|{bare}")


def _evidence(seen: str, before: str, kind: str, first_name: bool) -> tuple[str, ...]:
    flags = seen.split("+") if seen else []
    features = [f"ev={f}" for f in flags] + [f"ev={f}{kind[:6]}" for f in flags]
    if "loc" in flags and "per" not in flags:
        features.append("evL")
    if "per" in flags and "loc" not in flags:
        features.append("evP")
    if "per" in before:
        features.append("-1evP")
    if first_name:
        features.append("fn" + kind)
    return tuple(features)


def _run(start: int, end: int, last: str, cue: str, first_name: bool, first_cue: str, kind: str) -> tuple[str, ...]:
    return (
        f"r={start}{end}", f"rl={last}", f"rc={cue}|{end}", f"rf={first_name:d}{start}|{end}",
        f"rg={start}{end}{kind}", f"rcg={cue}|{kind}", f"rfc={first_cue}|{start}",
    )  # fmt: skip


def _opens(kind: str, common: bool, bearer: str, after: str | None) -> tuple[str, ...]:
    group = f"BOSg={kind}{common:d}"
    return ("BOS", group, f"{group}|{bearer}", f"{group}|{bearer}|{after}")


_GROUPS: dict[str, Callable[..., tuple[str, ...]]] = {
    "word": _word_features,
    "near": _near,
    "class": _class,
    "far": lambda before, after: (f"-2g={before}", f"2g={after}"),
    "left": lambda before, kind: (f"w-1g0={before}|{kind}",),
    "right": lambda after, kind: (f"w+1g0={after}|{kind}",),
    "shapes": _shapes,
    "tags": lambda before, tag, after: (f"t-10={before}|{tag}", f"t01={tag}|{after}"),
    "cues": lambda before, kind, after: (f"cgc={before}|{kind}|{after}",),
    "between": lambda before, after: (f"w-1w1={before}|{after}",),
    "small": _small,
    "around": lambda previous, following: (f"pl={previous}", f"nl={following}"),
    "company": lambda kind, before, after: (f"gnb={kind}|{before}", f"gna={kind}|{after}"),
    "evidence": _evidence,
    "run": _run,
    "opens": _opens,
    "none": lambda: (),
}
