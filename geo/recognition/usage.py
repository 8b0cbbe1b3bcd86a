"""How a place name is used: as a place (literal), or by what merely bears its name (associative).

A logistic regression over the words around a mention; the classes follow Gritta, Pilehvar and
Collier, "A pragmatic guide to geoparsing evaluation" (2020).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.recognition.cues import GEOGRAPHIC, ORGANISATIONS, PREPOSITIONS, SPEECH, sort_of
from geo.recognition.document import Document
from geo.recognition.vocabulary import Word

_START, _STOP = "^", "$"
#: How far a governing preposition, noun or verb is sought, in tokens.
_REACH = 5
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageWeights:
    """A logistic regression, and how much the mentions of one article sway each other."""

    intercept: float
    weights: Mapping[str, float]
    #: Share of the mean log-odds of the article's other mentions of the same name, and of all others.
    same_name: float = 0.0
    whole_text: float = 0.0

    def p_literal(self, rows: Sequence[Sequence[str]], names: Sequence[str]) -> list[float]:
        """For each mention of an article, by its features and name, the probability that it is literal."""
        alone = [self.intercept + sum(self.weights.get(f, 0.0) for f in row) for row in rows]
        total, by_name, count = sum(alone), dict.fromkeys(names, 0.0), Counter(names)
        for log_odds, name in zip(alone, names, strict=True):
            by_name[name] += log_odds
        swayed = []
        for log_odds, name in zip(alone, names, strict=True):
            others = (by_name[name] - log_odds) / max(1, count[name] - 1)
            rest = (total - log_odds) / max(1, len(alone) - 1)
            swayed.append(log_odds + self.same_name * others + self.whole_text * rest)
        return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds)))) for log_odds in swayed]


def usage_features(document: Document, first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """Features of the mention of tokens ``first`` to ``last`` (inclusive) in its sentence, none twice."""
    kind = document.classes[first][2:] or "none"
    heads = _head_features(document, last, sentence[1], kind)
    before = _left_features(document, first, sentence[0], kind)
    if "longer" in heads:  # "in the Lagos Times": the preposition is the newspaper's
        before = ["longer" + name for name in before]
    features = [
        *_inside_features(document, first, last),
        *_neighbour_features(document, first, last, sentence),
        *heads,
        *before,
        *_ahead_features(document, last, sentence[1], kind),
        *_list_features(document, first, last, sentence),
    ]
    return list(dict.fromkeys(features))


def _inside_features(document: Document, first: int, last: int) -> list[str]:
    inside = document.words[first : last + 1]
    kind = document.classes[first][2:] or "none"
    features = [f"g={kind}", f"x3={inside[-1].lower[-3:]}"]
    if any(w.lower in ORGANISATIONS for w in inside):
        features.append("inorg")
    if any(w.lower in GEOGRAPHIC for w in inside):
        features.append("ingeo")
    return features


def _neighbour_features(document: Document, first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """The two words after the mention, and capitals on either side."""
    words, (a, b) = document.words, sentence
    kind = document.classes[first][2:] or "none"
    before, after, after2 = _at(words, first - 1, a, b), _at(words, last + 1, a, b), _at(words, last + 2, a, b)
    right, right2 = after.lower if after else _STOP, after2.lower if after2 else _STOP
    plain = kind == "demonym"
    features = [
        f"n2={right2}", f"nn={right}|{right2}", f"ng={right}|{plain:d}", f"nt={after.tag if after else _STOP}{plain:d}",
    ]  # fmt: skip
    if after and after.large:
        features += ["nextcap", "nextcap" + after.cue]
    if before and before.large:
        features += ["prevcap", "prevcap" + before.cue]
    if before is None:
        features.append(f"bos{kind}")
    return features


def _at(words: Sequence[Word], i: int, a: int, b: int) -> Word | None:
    return words[i] if a <= i < b else None


def _head_features(document: Document, last: int, b: int, kind: str) -> list[str]:
    """The noun that the mention modifies, directly ("Maltese ships") or as its owner ("Malta's navy")."""
    words = document.words
    k = last + 1
    link = "mod"
    if k < b and words[k].text in _POSSESSIVE:
        link, k = "poss", k + 1
    elif k < b and words[k].text == "-":
        link, k = "hyphen", k + 1
    end = k
    while end < b and words[end].large:
        end += 1
    if end > k:  # "Kansas City Police Department"
        word = words[end - 1]
        sort = "organisation" if word.lower in ORGANISATIONS else sort_of(word.lower)
        longer = ["longer"] if link == "mod" else []
        return [f"run={word.cue}", f"runw={word.lower}", f"runs={sort}{link}", *longer]
    while k < b and k < last + _REACH and words[k].tag.startswith(("JJ", "VBN", "VBG", "CD", "RB")):
        k += 1
    if k >= b or not words[k].tag.startswith("NN"):
        return [f"head=none{link}{kind}"]
    while k + 1 < b and words[k + 1].tag.startswith(("NN", "?")) and words[k + 1].lower.isalpha():
        k += 1
    word = words[k]
    sort = sort_of(word.lower)
    demonym = kind == "demonym"
    return [
        f"head={word.lower}", f"headl={word.lower}|{link}", f"heads={sort}{link}{demonym:d}",
        f"headt={word.tag}{link}{demonym:d}",
    ]  # fmt: skip


def _left_features(document: Document, first: int, a: int, kind: str) -> list[str]:
    """The two words before, and the nearest preposition, and noun or verb, to the left."""
    words = document.words
    before, before2 = _at(words, first - 1, a, first), _at(words, first - 2, a, first)
    left, left2 = before.lower if before else _START, before2.lower if before2 else _START
    features = [
        f"p={left}", f"p2={left2}", f"pp={left2}|{left}", f"pc={before.cue if before else _START}",
        f"pg={left}|{kind == 'demonym':d}", f"pt={before.tag if before else _START}",
    ]  # fmt: skip
    behind = range(first - 1, max(a, first - _REACH) - 1, -1)
    preposition = next((k for k in behind if words[k].lower in PREPOSITIONS), None)
    if preposition is not None:
        features.append(f"lp={words[preposition].lower}{first - preposition}")
    head = next((k for k in behind if words[k].tag[:2] in ("NN", "VB") and not words[k].large), None)
    if head is not None:
        word = words[head]
        between = words[head + 1].lower if head + 1 < first else ""
        features += [f"lh={word.lower}", f"lht={word.tag[:2]}{between}", f"lhs={sort_of(word.lower)}{between}"]
    return features


def _ahead_features(document: Document, last: int, b: int, kind: str) -> list[str]:
    """The verbs and nouns that follow."""
    words = document.words
    ahead = range(last + 1, min(b, last + 1 + _REACH))
    features = []
    if any(words[k].lower in SPEECH for k in ahead):
        features.append("say")
    noun = next((k for k in ahead if words[k].tag.startswith("NN") and not words[k].large), None)
    if noun is not None:
        features.append(f"nn={words[noun].lower}")
    verb = next((k for k in ahead if words[k].tag[:2] in ("VB", "MD")), None)
    if verb is not None and (noun is None or verb < noun):
        features += [f"v={words[verb].lower}", f"vt={words[verb].tag}{verb - last}{kind}"]
    return features


def _list_features(document: Document, first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """Lists and qualifiers: "in Malaga, Cadiz and Huelva", "Bangor, Maine"."""
    words, classes, (a, b) = document.words, document.classes, sentence
    features = []
    k = first - 1
    while k > a and (words[k].large or words[k].text in (",", "and", "or", "&")):
        k -= 1
    if a <= k < first - 1:
        features += [f"listp={words[k].lower}", f"listpc={words[k].cue}"]
    if first - 2 >= a and words[first - 1].text == "," and classes[first - 2] != "O":
        features.append(f"qualifies={classes[first - 2][2:]}|{classes[first][2:]}")
    if last + 2 < b and words[last + 1].text == "," and classes[last + 2] != "O":
        features.append(f"qualified={classes[last + 2][2:]}|{classes[first][2:]}")
    return features
