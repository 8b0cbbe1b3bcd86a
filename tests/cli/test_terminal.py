import datetime as dt
import io

import pytest

from geo.cli.terminal import plural, print_data, printable, told_date, with_progress
from geo.model.incident import When
from tests.cli.run import geo


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


STEERING = "\x1b[2J \x9b31m \u202e \x07 \r"


class Stream(io.TextIOWrapper):
    """A stdout that is a terminal, or is not."""

    def __init__(self, terminal):
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self):
        return self._terminal


@pytest.mark.parametrize("terminal", [True, False])
def test_data_are_printed_as_they_are_but_cannot_steer_a_terminal(terminal, monkeypatch):
    stream = Stream(terminal)
    monkeypatch.setattr("sys.stdout", stream)
    print_data(f'a,"{STEERING}"\r\nb,Київ\n')
    shown = stream.buffer.getvalue().decode()
    if terminal:
        assert shown.splitlines()[1] == "b,Київ"
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in shown.replace("\n", ""))
    else:
        assert shown == f'a,"{STEERING}"\r\nb,Київ\n'


def test_an_error_cannot_steer_the_terminal(tmp_path):
    done = geo("explain", "a\x1b[2J\u202e.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "a\ufffd[2J\ufffd.txt" in done.stderr
    (tmp_path / "a\x1b[2J").mkdir()
    done = geo("export", "--format", "kml", "a\x1b[2J", cwd=tmp_path)
    assert done.stderr.splitlines()[-1].startswith("geo: no articles in a\ufffd[2J")
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("precision", "told"),
    [("day", "2023-01-01"), ("week", "2023-01-01"), ("month", "2023-01"), ("year", "2023")],
)
def test_a_date_is_told_no_more_exactly_than_the_text_fixes_it(precision, told):
    assert told_date(When(date=dt.date(2023, 1, 1), precision=precision)) == told
    assert told_date(When()) == "date unknown"
