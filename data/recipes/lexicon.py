"""Builds data/lexicon from the English lexicon in TextBlob, the census names in ``names``, and WordNet.

    python -m data.recipes.lexicon

``words.txt``: lower-case words by Penn Treebank tag (Brill's lexicon of 1993, as TextBlob ships it).
``names.txt``: first and last names of the US census of 1990, up to the given share of the population.
``senses.txt``: the nouns and verbs among the words by what they are of.
"""

import importlib.util
from collections import defaultdict
from pathlib import Path

from data.recipes.lexicon_senses import senses
from geo.recognition.lexicon import parse_classes

FOLDER = Path(__file__).resolve().parents[1] / "lexicon"
#: Names are taken from the most frequent down to this share of all people, in per cent.
FIRST_NAMES_SHARE = 99.0
LAST_NAMES_SHARE = 70.0
#: Census first names that are far more often words.
_NO_FIRST_NAMES = frozenset("the in an so my see man may will long".split())


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: pip install '.[recipes]'")
    return Path(next(iter(spec.submodule_search_locations)))


def words() -> str:
    """One line per tag: the tag and its words, sorted."""
    by_tag: dict[str, set[str]] = defaultdict(set)
    for line in (_package("textblob") / "en" / "en-lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word.isascii() and word.isalpha() and word.islower() and tag.isalpha() and not tag.startswith("NNP"):
            by_tag[tag].add(word)
    return "".join(f"{tag} {' '.join(sorted(found))}\n" for tag, found in sorted(by_tag.items()))


def names() -> str:
    """Two lines, FIRST and LAST, each with its names in lower case, sorted."""
    first = _census("dist.male.first", FIRST_NAMES_SHARE) | _census("dist.female.first", FIRST_NAMES_SHARE)
    last = _census("dist.all.last", LAST_NAMES_SHARE)
    return f"FIRST {' '.join(sorted(first - _NO_FIRST_NAMES))}\nLAST {' '.join(sorted(last))}\n"


def _census(file: str, share: float) -> set[str]:
    rows = (line.split() for line in (_package("names") / file).read_text(encoding="ascii").splitlines())
    return {row[0].lower() for row in rows if float(row[2]) <= share}


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(exist_ok=True)
    tagged = words()
    files = {"words.txt": tagged, "names.txt": names(), "senses.txt": senses(parse_classes(tagged))}
    for file, text in files.items():
        (FOLDER / file).write_text(text, encoding="ascii")
        print(f"{file}: {len(text):,} characters, {len(text.split()):,} words")


if __name__ == "__main__":
    main()
