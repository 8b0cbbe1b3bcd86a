"""Features of a mention for the regression that tells literal from associative (``usage.py``)."""

from collections.abc import Sequence

from geo.recognition.cues import GEOGRAPHIC, ORGANISATIONS, PREPOSITIONS, SPEECH, sort_of
from geo.recognition.document import Document
from geo.recognition.vocabulary import Word

_START, _STOP = "^", "$"
#: How far a governing preposition, noun or verb is sought, in tokens, and how far the verb of a clause.
_REACH = 5
_CLAUSE = 7
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ARTICLES = frozenset(("the", "a", "an"))
_AUXILIARIES = frozenset("be is are was were been being am has have had having do does did".split())
_BE = frozenset("be is are was were been being am".split())


def usage_features(document: Document, first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """Features of the mention of tokens ``first`` to ``last`` (inclusive) in its sentence, none twice."""
    kind = document.classes[first][2:] or "none"
    heads = _head_features(document, last, sentence[1], kind)
    before = _left_features(document, first, sentence[0], kind)
    if "longer" in heads or _names_an_organisation(document, first, last):
        # "in the Lagos Times": the preposition is the newspaper's
        before = ["longer" + name for name in before]
    else:
        before += _verb_before_features(document, first, sentence[0])
        before += _subject_features(document, first, last, sentence)
    features = [
        *_inside_features(document, first, last),
        *_neighbour_features(document, first, last, sentence),
        *heads,
        *before,
        *_ahead_features(document, last, sentence[1], kind),
        *_verb_features(document, last, sentence[1]),
        *_list_features(document, first, last, sentence),
    ]
    return list(dict.fromkeys(features))


def _names_an_organisation(document: Document, first: int, last: int) -> bool:
    """Whether a mention of several words ends like an organisation: "Lagos Times", but not "Quebec City"."""
    word = document.words[last].lower
    return last > first and word in ORGANISATIONS and word not in GEOGRAPHIC


def _inside_features(document: Document, first: int, last: int) -> list[str]:
    inside = document.words[first : last + 1]
    kind = document.classes[first][2:] or "none"
    features = [f"g={kind}", f"x3={inside[-1].lower[-3:]}"]
    if any(w.lower in ORGANISATIONS for w in inside):
        features.append("inorg")
    if any(w.lower in GEOGRAPHIC for w in inside):
        features.append("ingeo")
    if first == last:
        return [*features, "one"]
    features += ["many", f"il={inside[-1].lower}"]
    if inside[-1].lower in ORGANISATIONS:
        features.append("ilorg")
    of = next((k for k, w in enumerate(inside) if w.text == "of" and k), None)
    if of is not None:  # "University of Malta"
        features.append(f"iof={inside[of - 1].lower}")
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
    demonym = kind == "demonym"
    if end > k:  # "Kansas City Police Department"
        word = words[end - 1]
        sort = "organisation" if word.lower in ORGANISATIONS else sort_of(word.lower)
        longer = ["longer"] if link == "mod" else []
        senses = _head_senses(word, link + "run", demonym)
        return [f"run={word.cue}", f"runw={word.lower}", f"runs={sort}{link}", *longer, *senses]
    while k < b and k < last + _REACH and words[k].tag.startswith(("JJ", "VBN", "VBG", "CD", "RB")):
        k += 1
    if k >= b or not words[k].tag.startswith("NN"):
        return [f"head=none{link}{kind}"]
    while k + 1 < b and words[k + 1].tag.startswith(("NN", "?")) and words[k + 1].lower.isalpha():
        k += 1
    word = words[k]
    sort = sort_of(word.lower)
    return [
        f"head={word.lower}", f"headl={word.lower}|{link}", f"heads={sort}{link}{demonym:d}",
        f"headt={word.tag}{link}{demonym:d}", *_head_senses(word, link, demonym),
    ]  # fmt: skip


def _head_senses(word: Word, link: str, demonym: bool) -> list[str]:
    sense, *kinds = word.sense
    return [f"hs={sense}", f"hs={sense}|{link}|{demonym:d}", *(f"hk={kind}|{demonym:d}" for kind in kinds)]


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
        sense, *kinds = word.sense
        features += [f"ls={sense}|{between}", *(f"lk={kind}|{between}" for kind in kinds)]
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


def _verb_features(document: Document, last: int, b: int) -> list[str]:
    """What sort of doing the next verb is of, whether it follows at once, and whether it is done to somebody."""
    words = document.words
    verb = next((k for k in range(last + 1, min(b, last + 1 + _CLAUSE)) if words[k].tag[:2] in ("VB", "MD")), None)
    if verb is None:
        return []
    main = verb
    while main + 1 < min(b, verb + 5) and _is_auxiliary(words[main]) and words[main + 1].tag[:2] in ("VB", "RB", "MD"):
        main += 1
    passive = main > verb and words[main].tag in ("VBN", "VBD") and words[main - 1].lower in _BE
    return [f"vs={words[main].sense[0]}|{verb == last + 1:d}{passive:d}"]


def _verb_before_features(document: Document, first: int, a: int) -> list[str]:
    """What sort of doing the verb before is of, and the word behind it."""
    words = document.words
    verb = next((k for k in range(first - 1, max(a, first - _CLAUSE - 1) - 1, -1) if words[k].tag[:2] == "VB"), None)
    if verb is None:
        return []
    return [f"bvs={words[verb].sense[0]}|{words[verb + 1].lower if verb + 1 < first else ''}"]


def _is_auxiliary(word: Word) -> bool:
    return word.tag == "MD" or word.lower in _AUXILIARIES


def _subject_features(document: Document, first: int, last: int, sentence: tuple[int, int]) -> list[str]:
    """Whether a verb follows at once, and what stands before the mention and its article: what a subject looks like."""
    words, (a, b) = document.words, sentence
    after = next((words[k] for k in range(last + 1, b) if not words[k].tag.startswith("RB")), None)
    tag = after.tag if after and after.tag[:2] in ("VB", "MD") and after.tag != "VBG" else "-"
    before = next((words[k] for k in range(first - 1, a - 1, -1) if words[k].lower not in _ARTICLES), None)
    if before is None:
        left = _START
    else:
        exact = before.tag in ("IN", "TO", "CC", "?") or not before.lower.isalpha()
        left = before.lower if exact else before.tag
    return [f"sj={tag}|{left}", f"sjv={tag != '-':d}|{left}"]


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
