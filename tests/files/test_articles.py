import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.files.articles import SUFFIXES, read_articles
from geo.model.reading import Failure
from geo.model.text import Article


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths):
    """Articles by id, and failures by where they are."""
    found = list(read_articles(paths))
    articles = {item.id: item for item in found if isinstance(item, Article)}
    failures = {item.where: item.why for item in found if isinstance(item, Failure)}
    assert len(articles) + len(failures) == len(found)
    return articles, failures


def test_folders_are_read_in_the_same_order_on_every_machine(seeds):
    for name in ("b.txt", "a/z.txt", "a.txt", "C.txt", "a/b/c.txt"):
        put(seeds, name, "A blast hit Tyre.")
    assert [article.id for article in read_articles([seeds])] == ["C", "a/b/c", "a/z", "a", "b"]


def test_an_id_is_the_path_below_the_given_folder_and_says_nothing_of_the_content(seeds):
    path = put(seeds, "2020/beirut.port.txt", "A blast.")
    assert set(read(seeds)[0]) == {"2020/beirut.port"}
    assert set(read(seeds / "2020")[0]) == {"beirut.port"}
    path.write_text("Another blast.")
    assert set(read(path)[0]) == {"beirut.port"}


def test_hidden_files_and_folders_are_left_out(seeds):
    for name in (".DS_Store", ".git/a.txt", "seen.txt"):
        put(seeds, name, "A blast.")
    assert read(seeds) == ({"seen": read(seeds)[0]["seen"]}, {})


def test_the_path_is_kept_as_the_user_named_it(seeds, monkeypatch):
    put(seeds, "a.txt", "A blast.")
    monkeypatch.chdir(seeds.parent)
    (article,) = read_articles([type(seeds)("seeds")])
    assert article.path == os.path.join("seeds", "a.txt")  # noqa: PTH118


def test_a_file_named_twice_is_read_once(seeds):
    path = put(seeds, "a.txt", "A blast.")
    assert len(list(read_articles([seeds, path, seeds]))) == 1


def test_files_of_one_name_are_both_kept_and_neither_is_named_after_the_other(seeds):
    put(seeds, "a.txt", "A blast hit Sidon.")
    assert set(read(seeds)[0]) == {"a"}
    put(seeds, "a.md", "A blast hit Tyre.")
    articles, _ = read(seeds)
    assert {k: v.text for k, v in articles.items()} == {"a": "A blast hit Sidon.", "a.md": "A blast hit Tyre."}


def test_a_line_or_entry_without_an_id_keeps_its_name_when_others_come_before_it(seeds):
    def names(*texts):
        put(seeds, "a.jsonl", "\n".join(f'{{"text": "{text}"}}' for text in texts))
        items = "".join(f"<item><description>{text}</description></item>" for text in texts)
        put(seeds, "a.rss", f"<rss version='2.0'><channel>{items}</channel></rss>")
        articles, _ = read(seeds)
        assert len(articles) == 2 * len(texts)
        return {name for name, article in articles.items() if article.text == "Old."}

    assert names("Old.") == names("New.", "Old.") == names("Newest.", "New.", "Old.")
    assert len(names("Old.", "Old.", "Old.")) == 6


def test_lines_that_claim_one_id_are_all_kept_and_the_second_name_depends_on_its_text_alone(seeds):
    def lines(*texts):
        return "\n".join(f'{{"id": "x", "text": "{text}"}}' for text in texts)

    put(seeds, "a.jsonl", lines("One.", "Two.", "Two."))
    first = {article.text: name for name, article in read(seeds)[0].items()}
    assert len(read(seeds)[0]) == 3
    put(seeds, "a.jsonl", lines("One.", "Zero.", "Two."))
    second = {article.text: name for name, article in read(seeds)[0].items()}
    assert first["One."] == second["One."] == "x"
    assert second["Two."].startswith("x~")
    assert first["Two."].startswith(second["Two."])


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \r\n\t ", "empty"),
        ("marked.txt", b"\xef\xbb\xbf", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("paper.txt", b"%PDF-1.7\nA blast hit Tyre.", "a PDF and not its text"),
        ("saved.txt", b"\n<!DOCTYPE html><html><body><p>A blast hit Tyre.</p></body></html>", "HTML and not its text"),
        ("zeros.txt", bytes(5000), "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "not a kind of file"),
        ("noext", b"A blast.", "not a kind of file"),
        ("beirut.md", b"---\ndate: 4 Augst\n---\nA blast.", "'date' is not a date: '4 Augst'"),
        ("open.md", b"---\ntitle: a\nA blast.", "never closed"),
        ("front.md", b"---\ntitle: [\n---\nA blast.", "not YAML"),
        ("list.md", b"---\n- a\n---\nA blast.", "not a list of"),
        ("nested.md", b"---\ntitle: {a: b}\n---\nA blast.", "'title' in the front matter is not a text"),
        ("deep.md", b"---\ntitle: " + b"[" * 20_000 + b"\n---\nA blast.", "not YAML"),
        ("body.md", b"---\ntitle: a\n---\n \n", "no text"),
        ("day.txt", b"date 2023-02-30 A blast.", "'date' is not a date: '2023-02-30'"),
        ("either.txt", b"Blast in Tyre\ndate 12/05/2024\n\nFour hurt.", "line 2: 'date' is not a date: '12/05/2024'"),
        ("month.txt", b"date: 31 June 2024\nFour hurt.", "line 1: 'date' is not a date: '2024-06-31'"),
        ("page.html", b"<html><body><p></p></body></html>", "no article found"),
        ("other.xml", b"<a><b>A blast.</b></a>", "not an RSS or Atom feed"),
        ("cut.rss", b"<?xml version='1.0'?><rss version='2.0'><channel>", "a feed without entries"),
        ("huge.txt", b"A blast hit Tyre. " * 280_000, "5 MB are more than one article has: split it"),
        ("long.txt", b"A blast hit Tyre. " * 60_000, "1,080,000 characters are more than"),
        ("wide.txt", b"\xff\xfeA\x00\x00\xd8", "not the UTF-16 it says it is"),
        ("none.jsonl", b"\n\n", "empty"),
    ],
)
def test_a_bad_file_costs_itself_one_line_that_names_it(seeds, name, content, why):
    bad = put(seeds, name, content)
    put(seeds, "good.txt", "A blast hit Tyre.")
    articles, failures = read(seeds)
    assert set(articles) == {"good"}
    assert list(failures) == [str(bad)]
    assert why in failures[str(bad)]
    assert "\n" not in failures[str(bad)]


def test_what_cannot_be_opened_is_named(seeds):
    (seeds / "gone.txt").symlink_to(seeds / "nowhere")
    os.mkfifo(seeds / "pipe.txt")
    put(seeds, "good.txt", "A blast.")
    articles, failures = read(seeds, seeds / "missing")
    assert set(articles) == {"good"}
    assert failures[str(seeds / "gone.txt")] == "cannot be read: No such file or directory"
    assert failures[str(seeds / "pipe.txt")] == "not a regular file"
    assert failures[str(seeds / "missing")] == "no such file or folder"


def test_a_link_that_leads_to_itself_costs_itself(seeds):
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    put(seeds, "good.txt", "A blast.")
    articles, failures = read(seeds)
    assert set(articles) == {"good"}
    assert failures == {str(seeds / "loop.txt"): "cannot be read: Too many levels of symbolic links"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep such names off their disks")
def test_a_file_whose_name_is_no_utf_8_is_read_under_a_name_that_can_be_written(seeds):
    for name in (b"\xff.txt", b"\xff.jsonl", b"\xff.pdf"):
        Path(os.fsdecode(os.fsencode(seeds) + b"/" + name)).write_bytes(b'{"text": "A blast."}')
    articles, failures = read(seeds)
    assert len(articles) == 2
    assert len(failures) == 1
    for name in (*articles, *failures, *(article.path for article in articles.values())):
        assert "\ufffd" in name
        name.encode()


def test_a_name_too_long_for_any_disk_is_named():
    assert "cannot be read" in next(iter(read(Path("x" * 5_000))[1].values()))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", rb'---@title: "\ud800"@id: "\udfffx"@---@A blast hit Tyre.'.replace(b"@", b"\n")),
        ("a.rss", b"<rss version='2.0'><channel><item><description>A &amp;#xD800; blast &#xD800;</description></item>"),
        ("a.html", b"<p>A blast hit Tyre on Friday &#xD800; and &#55296; four people were hurt, officials said.</p>"),
    ],
)
def test_half_a_surrogate_pair_never_leaves_the_reader(seeds, name, content):
    articles, failures = read(put(seeds, name, content))
    assert articles or failures
    for article in articles.values():
        for words in (article.id, article.text, article.title or ""):
            words.encode()


def test_an_empty_folder_is_said_to_hold_no_articles(seeds):
    articles, failures = read(seeds)
    assert not articles
    assert failures[str(seeds)].startswith("no articles")


@given(data=st.binary(max_size=400), suffix=st.sampled_from([*SUFFIXES, ".pdf"]))
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_whatever_raise(data, suffix, tmp_path):
    file = put(tmp_path, "any" + suffix, data)
    for item in read_articles([file]):
        if isinstance(item, Article):
            assert item.text.strip()
            item.text.encode()  # no lone surrogates: the text can be written
        else:
            assert item.where.startswith(str(file))


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_text_is_never_edited(text, tmp_path):
    file = put(tmp_path, "any.txt", text.encode())
    (article,) = read_articles([file])
    expected = text.removeprefix("\ufeff")  # a mark is no text
    assert isinstance(article, Failure) or article.text == expected
    assert isinstance(article, Article) or not expected.strip() or "date" in article.why
