"""How a place name is used: as a place (literal), or by what merely bears its name (associative).

A logistic regression over the words around a mention; the classes follow Gritta, Pilehvar and
Collier, "A pragmatic guide to geoparsing evaluation" (2020).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.recognition.cues import GEOGRAPHIC, ORGANISATIONS, PREPOSITIONS, SPEECH
from geo.recognition.document import Document
from geo.recognition.vocabulary import Word

_START, _STOP = "^", "$"
#: How far a governing preposition, noun or verb is sought, in tokens.
_REACH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageWeights:
    """A logistic regression: the log-odds that a use is literal."""

    intercept: float
    weights: Mapping[str, float]

    def p_literal(self, features: Sequence[str]) -> float:
        """Probability, 0..1, that a mention with these features is literal."""
        log_odds = self.intercept + sum(self.weights.get(f, 0.0) for f in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def usage_features(document: Document, first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """Features of the mention of tokens ``first`` to ``last`` (inclusive) in its sentence."""
    words, (a, b) = document.words, sentence
    kind = document.classes[first][2:] or "none"
    inside = words[first : last + 1]
    before, before2 = _at(words, first - 1, a, b), _at(words, first - 2, a, b)
    after, after2 = _at(words, last + 1, a, b), _at(words, last + 2, a, b)
    left, right = before.lower if before else _START, after.lower if after else _STOP
    left2, right2 = before2.lower if before2 else _START, after2.lower if after2 else _STOP
    left_cue, right_cue = before.cue if before else _START, after.cue if after else _STOP
    demonym = kind == "demonym"
    features = [
        f"g={kind}", f"last={inside[-1].lower}", f"x3={inside[-1].lower[-3:]}", f"n={min(3, len(inside))}",
        f"p={left}", f"n={right}", f"p2={left2}", f"n2={right2}", f"pp={left2}|{left}", f"nn={right}|{right2}",
        f"pc={left_cue}", f"nc={right_cue}", f"n2c={after2.cue if after2 else _STOP}", f"pcg={left_cue}|{kind}",
        f"ncg={right_cue}|{kind}", f"pn={left_cue}|{right_cue}", f"pg={left}|{demonym:d}", f"ng={right}|{demonym:d}",
        f"nt={after.tag if after else _STOP}{demonym:d}", f"pt={before.tag if before else _START}",
        f"ns={after.shape if after else _STOP}", f"ps={before.shape if before else _START}",
    ]  # fmt: skip
    if any(w.lower in ORGANISATIONS for w in inside):
        features.append("inorg")
    if any(w.lower in GEOGRAPHIC for w in inside):
        features.append("ingeo")
    if after and after.large:
        features += ["nextcap", "nextcap" + right_cue]
    if before and before.large:
        features += ["prevcap", "prevcap" + left_cue]
    if before is None:
        features.append("bos")
    return features + _run_features(words, last, b) + _reach_features(words, first, last, sentence)


def _at(words: Sequence[Word], i: int, a: int, b: int) -> Word | None:
    return words[i] if a <= i < b else None


def _run_features(words: Sequence[Word], last: int, b: int) -> list[str]:
    """What the capitalised words after the mention end in: "Kansas City Police Department"."""
    k = last + 1
    while k < b and words[k].large:
        k += 1
    return [f"run={words[k - 1].cue}", f"runw={words[k - 1].lower}"] if k > last + 1 else []


def _reach_features(words: Sequence[Word], first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """The nearest verb of speech and noun to the right, preposition and noun or verb to the left."""
    a, b = sentence
    ahead = range(last + 1, min(b, last + 1 + _REACH))
    behind = range(first - 1, max(a, first - _REACH) - 1, -1)
    features = []
    if any(words[k].lower in SPEECH for k in ahead):
        features.append("say")
    preposition = next((k for k in behind if words[k].lower in PREPOSITIONS), None)
    if preposition is not None:
        features.append(f"lp={words[preposition].lower}{first - preposition}")
    noun = next((k for k in ahead if words[k].tag.startswith("NN") and not words[k].large), None)
    if noun is not None:
        features += [f"nn={words[noun].lower}", f"nn{noun - last}={words[noun].tag}"]
    head = next((k for k in behind if words[k].tag[:2] in ("NN", "VB") and not words[k].large), None)
    if head is not None:
        features.append(f"lh={words[head].lower}")
    return features
