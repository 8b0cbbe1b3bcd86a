import pytest

from geo.cli.terminal import plural, printable, with_progress


@pytest.mark.parametrize(
    "hostile",
    ["\x1b[2J\x1b[31mred", "a\x07bell", "\x9b31mC1", "evil\u202etxt.exe", "nul\x00", "\x1b]0;title\x07"],
)
def test_an_article_cannot_steer_the_terminal(hostile):
    shown = printable(hostile)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in shown)


def test_ordinary_text_in_any_script_is_shown_as_it_is():
    assert printable("Київ — naïve “quotes” \n بيروت") == "Київ — naïve “quotes” بيروت"


def test_counts_agree_with_their_noun():
    assert [plural(n, "article") for n in (0, 1, 2, 1200)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "1,200 articles",
    ]


def test_progress_hands_every_item_on():
    assert list(with_progress(range(50), total=50, what="x")) == list(range(50))
