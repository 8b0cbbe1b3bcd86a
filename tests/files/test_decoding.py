import pytest

from geo.errors import ArticleError
from geo.files.decoding import MAX_CHARACTERS, decode

ENGLISH = "The governor said “nothing was hit” in the port – a café’s window broke. "
RUSSIAN = "Губернатор сообщил, что над городом была сбита ракета, пострадали четыре человека. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"])
def test_english_in_the_encodings_of_newsrooms(encoding):
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16"])
def test_russian_in_its_encodings(encoding):
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_an_english_text_with_one_accent_is_not_taken_for_polish():
    text = "Police closed the road to São Tomé after the blast, a naïve plan, the mayor said."
    assert decode(text.encode("latin-1")) == text


def test_a_declared_encoding_is_believed_when_the_bytes_are_not_utf_8():
    text = "Взрыв в порту"
    assert decode(text.encode("koi8-r"), declared="koi8-r") == text
    assert decode(text.encode("utf-8"), declared="koi8-r") == text
    assert decode("Caf\xe9 in Tyre".encode("latin-1"), declared="no-such-encoding") == "Café in Tyre"


@pytest.mark.parametrize(
    "codec",
    ["hex", "rot13", "zip", "base64", "undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"],
)
def test_a_declared_codec_that_is_no_encoding_is_not_run(codec):
    assert decode("Caf\xe9 in Tyre".encode("latin-1"), declared=codec) == "Café in Tyre"


def test_a_declared_encoding_that_does_not_fit_gives_way_to_the_guess():
    text = ENGLISH * 3
    assert decode(text.encode("cp1252"), declared="utf-8") == text
    assert decode(text.encode("cp1252"), declared="ascii") == text
    assert decode(b"A blast hit Tyre, and +2AA- the caf\xe9 burned.", declared="utf-7").encode()


def test_line_breaks_and_odd_characters_are_kept():
    text = "One\r\nTwo\rThree\u2028Four\x0cFive {{7*7}} \u202egnirts\n" * 3
    assert decode(text.encode()) == text


def test_a_stray_control_character_in_a_text_is_forgiven():
    text = "A long enough sentence of news with one odd byte, as copied from a terminal. \x00" + ENGLISH
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"%PDF-1.7\n" + bytes(range(128, 256)) + bytes(200),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"PK\x03\x04" * 50,
    ],
)
def test_binary_files_are_not_text(data):
    with pytest.raises(ArticleError, match="binary"):
        decode(data)


def test_the_longest_article_is_read_and_one_character_more_is_not():
    assert len(decode(b"x" * MAX_CHARACTERS)) == MAX_CHARACTERS
    with pytest.raises(ArticleError, match="split it"):
        decode(b"x" * (MAX_CHARACTERS + 1))
