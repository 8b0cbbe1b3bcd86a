"""Texts made ready for recognition, as training needs them."""

from pathlib import Path

from data.recipes.training import ROOT
from geo.gazetteer.store import open_gazetteer
from geo.recognition.document import Document, read_document
from geo.recognition.features import Key, names
from geo.recognition.loading import load_lexicon
from geo.recognition.vocabulary import Vocabulary

DATA = ROOT / "data"


class Reader:
    """Texts made ready for recognition, with the embedded gazetteer and lexicon."""

    def __init__(self, folder: Path = DATA) -> None:
        self.lexicon = load_lexicon(folder / "lexicon")
        self.gazetteer = open_gazetteer(folder / "gazetteer")
        self.vocabulary = Vocabulary(self.lexicon)
        self._names: dict[Key, tuple[str, ...]] = {}

    def document(self, text: str) -> Document:
        """The document of a text."""
        return read_document(text, self.vocabulary, self.gazetteer)

    def names(self, key: Key) -> tuple[str, ...]:
        """The features of a group, remembered."""
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = names(key)
        return found

    def is_town(self, name: str) -> bool:
        """Whether a name may be swapped for another town's."""
        return (self.gazetteer.name_class(name) or "").startswith(("city", "alternate"))
