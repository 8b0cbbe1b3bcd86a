from hypothesis import given, settings
from hypothesis import strategies as st

from geo.recognition.document import read_document
from tests.recognition.conftest import ToyGazetteer


def classes(document):
    return [(w.text, c) for w, c in zip(document.words, document.classes, strict=True) if c != "O"]


def test_the_longest_name_wins(vocabulary, gazetteer):
    document = read_document("They left San Pedro de Macoris for Nicosia.", vocabulary, gazetteer)
    assert classes(document) == [
        ("San", "B-city2"), ("Pedro", "I-city2"), ("de", "I-city2"), ("Macoris", "I-city2"), ("Nicosia", "B-city2"),
    ]  # fmt: skip


def test_a_name_may_end_in_a_small_geographic_word(vocabulary, gazetteer):
    document = read_document("Water rose behind the Lower Harbour dam.", vocabulary, gazetteer)
    assert [c for _, c in classes(document)] == ["B-facility", "I-facility", "I-facility"]


class StopBlind(ToyGazetteer):
    """Knows "Uruguay." as well as "Uruguay"."""

    def name_class(self, name):
        return super().name_class(name.rstrip("."))


def test_the_full_stop_of_a_sentence_is_no_part_of_a_name(vocabulary):
    document = read_document("Rain fell in Uruguay.", vocabulary, StopBlind())
    assert classes(document) == [("Uruguay", "B-country")]


def test_a_name_does_not_cross_a_sentence(vocabulary, gazetteer):
    document = read_document("He made Peace. River water rose.", vocabulary, gazetteer)
    assert classes(document) == []


def test_a_telegram_in_capitals_gets_its_case_back(vocabulary, gazetteer):
    text = "MONTEVIDEO, 3 MARCH -- THE ARMY HAS REPORTED THAT TWELVE SOLDIERS FLED TO CHAD."
    document = read_document(text, vocabulary, gazetteer)
    words = [w.text for w in document.words]
    assert words[0] == "Montevideo"
    assert {"army", "has", "reported", "soldiers", "fled"} <= set(words)
    assert "Chad" in words
    assert document.classes[words.index("army")] == "O"
    assert document.styles == ("HL",)


def test_an_ordinary_word_that_is_also_a_town_stays_small_in_capitals(vocabulary, gazetteer):
    document = read_document("POLICE WERE READING THE LETTER IN NICOSIA", vocabulary, gazetteer)
    assert classes(document) == [("Nicosia", "B-city2")]
    assert "reading" in [w.text for w in document.words]


def test_evidence_comes_from_the_whole_text(vocabulary, gazetteer):
    text = "Mayor Brenner spoke in Talvik. Brenner said Talvik was quiet."
    document = read_document(text, vocabulary, gazetteer)
    assert "per" in document.evidence["brenner"]
    assert "loc" in document.evidence["talvik"]


class Everywhere(ToyGazetteer):
    """Takes every longer word for a city."""

    def name_class(self, name):
        return "city1" if len(name) > 3 else None

    def begins_name(self, words):
        return True


@settings(deadline=None, max_examples=150)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_reading_moves_no_offset(text, lexicon):
    from geo.recognition.vocabulary import Vocabulary

    document = read_document(text, Vocabulary(lexicon), Everywhere())
    assert len(document.tokens) == len(document.words) == len(document.classes)
    for token, word in zip(document.tokens, document.words, strict=True):
        assert text[token.start : token.end] == token.text
        assert len(word.text) == len(token.text)
