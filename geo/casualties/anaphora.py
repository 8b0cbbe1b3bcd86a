"""Figures that lean on those told of before: "the figure rose to 12", "as was the gunman", "a fourth victim"."""

import re
from dataclasses import replace

from geo.casualties.counts import Count, kind_of, qualifier
from geo.casualties.masking import mask
from geo.casualties.patterns import ABDUCTED, ABOARD, ARRESTED, HURT, KILLED, LOST, ORDINALS, TAKEN
from geo.events.sentences import Sentence
from geo.model.tokens import lowered

#: "the driver died at the scene and a passenger in hospital": two; "the man" may have been told of before.
_WHO = re.compile(r"(?:an?|the|his|her|one|another) (?P<who>[\w'¤ -]+)")
_SAME = re.compile(r"\b(?:m[ae]n|wom[ae]n|person|victim|boy|girl|child|suspect)\b")


def each_of_one(found: list[Count], masked: str) -> list[Count]:
    """The figures, two single persons of whom a sentence tells the same told of as two."""
    merged: list[Count] = []
    for count in sorted(found, key=lambda c: c.start):
        before = next((c for c in merged if c.kind == count.kind), None)
        if before is None or not (_is_single(before, masked) and _is_single(count, masked)):
            merged.append(count)
        elif _OTHER.match(masked, count.at) or not _SAME.search(masked, count.at, count.end):
            merged[merged.index(before)] = replace(before, end=count.end, n=(before.n or 0) + 1)
    return merged


_OTHER = re.compile(r"(?:an?|another|one)\b")


def _is_single(count: Count, masked: str) -> bool:
    return count.qual == "exact" and not count.part and count.at == count.start and bool(_WHO.match(masked, count.at))


#: So far back, in characters, stands of whom "the figure" is.
LOOKS_BACK = 300
_BECAME = re.compile(rf"\b(?:toll|bodies|{KILLED}|{HURT}|{TAKEN}|{LOST}|{ABDUCTED}|{ARRESTED})\b")


def taken_up(match: re.Match[str], values: dict[int, int], before: str) -> Count | None:
    """A figure that takes up the one told of before: "the number has since grown to 12"."""
    became = _BECAME.findall(match["rest"] or "") or _BECAME.findall(before[-LOOKS_BACK:].casefold())
    name = next(name for name in ("n", "n2", "n3") if match.groupdict().get(name))
    kind, n = kind_of(became[-1]) if became else None, values.get(match.start(name))
    if kind is None or n is None:
        return None
    qual = qualifier(match[name.replace("n", "q")], match[name], "")
    return Count(match.start(), match.end(name), kind, n, qual, match.start(name))


#: So far from "no survivors" stands how many were on board, in characters.
_ABOARD_WITHIN = 400
_SAFE = re.compile(r"\b(?:safely|docked|moored|unhurt|unharmed|rescued|evacuated)\b")


def aboard(sentence: Sentence, text: str) -> int | None:
    """How many were on board by what is said near a sentence; None where nothing is, or it differs."""
    start = max(0, sentence.span.start - _ABOARD_WITHIN)
    start = text.find(" ", start, sentence.span.start) + 1 if start else 0
    masked, values, _ = mask(lowered(text[start : sentence.span.end + _ABOARD_WITHIN]))
    told = {values.get(m.start("n" if m["n"] else "n2")) for m in ABOARD.finditer(masked)}
    return told.pop() if len(told) == 1 and not _SAFE.search(masked) else None


def nth(match: re.Match[str]) -> Count | None:
    """So many, of whom one more is told of: "a fourth victim died"."""
    word = match["word"]
    kind = kind_of(match["v"] or match["v2"])
    n, at = (ORDINALS[word], match.start("word")) if word else (int(match["n"]), match.start("n"))
    return None if kind is None else Count(match.start(), match.end(), kind, n, "exact", at, relation="update")


def alike(match: re.Match[str], found: list[Count], values: dict[int, int]) -> Count | None:
    """Who else fared like those told of just before: ", as was the gunman"."""
    before = [c for c in found if c.end <= match.start() + 1]
    if not before:
        return None
    last, name = max(before, key=lambda c: c.end), "n2" if match["beside"] else "n"
    if match["beside"] and (match.start() - last.end > _BESIDE_WITHIN or len({c.kind for c in found}) > 1):
        return None
    n = values.get(match.start(name)) if match[name][0] == "0" else 2 if match[name] == "both" else 1
    return None if n is None else Count(match.start(), match.end(), last.kind, n, "exact", match.start(name))


#: So near a figure stand those who are added to it by "as well as", in characters.
_BESIDE_WITHIN = 30
