import datetime as dt
import time
from functools import partial

import pytest

from geo.errors import ArticleError
from geo.files.days import parse_day, parse_feed_day
from geo.files.feeds import read_feed
from geo.files.html import plain_text, read_html
from geo.files.markdown import read_markdown
from geo.files.plain import read_plain
from geo.model.reading import Failure

DAY = dt.date(2023, 7, 29)
BODY = "A blast hit the harbour of Tyre on Friday, the civil defence said, and wounded four people. "


def page(head="", body=None):
    paragraphs = body or f"<p>{BODY}</p><p>{BODY.replace('harbour', 'market')}</p>"
    return f"<!doctype html><html><head>{head}</head><body><article>{paragraphs}</article></body></html>".encode()


@pytest.mark.parametrize("stated", ["2023-07-29", " 2023-07-29 ", "2023-07-29T23:30:00+03:00", "2023-07-29 00:10Z"])
def test_a_day_is_read_as_it_is_stated(stated):
    assert parse_day(stated) == DAY


@pytest.mark.parametrize(
    "stated",
    ["4 Augst", "29.07.2023", "2023-7-29", "2023-02-30", "2023", "20230729", "2023-07-29 noonish", "٢٠٢٣-٠٧-٢٩", ""],
)
def test_what_is_nearly_a_date_is_none(stated):
    with pytest.raises(ArticleError, match="'date' is not a date"):
        parse_day(stated)


@pytest.mark.parametrize("stated", ["0001-01-01", "0001-01-01T00:00:00Z", "1799-12-31", "2201-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_days_of_publication(stated):
    for parse in (parse_day, partial(parse_feed_day, field="date")):
        with pytest.raises(ArticleError, match="'date' is not a date"):
            parse(stated)
    with pytest.raises(ArticleError, match="'published' is not a date"):
        parse_feed_day(f"Mon, 01 Jan {stated[:4]} 00:00:00 +0000", field="published")
    assert read_html(page(f'<meta name="date" content="{stated}">'), name="a").date is None


def test_a_feed_states_days_in_its_own_zone():
    assert parse_feed_day("Sat, 29 Jul 2023 00:30:00 +0300", field="published") == DAY
    assert parse_feed_day("2023-07-29T00:30:00+03:00", field="published") == DAY
    with pytest.raises(ArticleError, match="'published' is not a date: 'yesterday'"):
        parse_feed_day("yesterday", field="published")


@pytest.mark.parametrize(
    "opening",
    [" date 2023-07-29 ", "date 2023-07-29\n", "Date: 2023-07-29, ", "date 2023/07/29 ", "date 2023.7.29. ",
     "date 2023-07-29T23:30:00+03:00 ", "date 2023-7-29 ", "date 29 July 2023\n", "Date: Saturday, July 29, 2023\n",
     "date: Sat, 29 Jul 2023 23:30:00 +0300\n", "date: 29th July, 2023 "],
)  # fmt: skip
def test_a_text_may_open_with_its_date_and_keeps_it(opening):
    text = opening + BODY
    article = read_plain(text.encode(), name="a")
    assert (article.date, article.text, article.title) == (DAY, text, None)


@pytest.mark.parametrize(
    "text",
    [
        "Date night in Tyre was quiet.",
        "date palms burned",
        "On 2023-07-29 a blast hit Tyre.",
        "date 2023-07 A blast hit Tyre.",
        "date 2023-07/29 A blast hit Tyre.",
        "date 29.07.2023 A blast hit Tyre.",
        "date 2023-07-2901 A blast hit Tyre.",
        "date 29 people were hurt in July 2023 in Tyre.",
        "Blast hits Tyre\nFour were hurt.\ndate 2023-07-29\n",
        f"{'Blast. ' * 40}\ndate 2023-07-29\n",
    ],
)
def test_a_text_without_a_date_line_has_no_date(text):
    assert read_plain(text.encode(), name="a").date is None


@pytest.mark.parametrize("title", ["Blast in Tyre", "title Blast in Tyre", "Title: Blast in Tyre"])
def test_the_line_over_the_date_of_a_text_is_its_title(title):
    text = f"{title}\n\ndate: 29 July 2023\n\n{BODY}"
    article = read_plain(text.encode(), name="a")
    assert (article.date, article.text, article.title) == (DAY, text, "Blast in Tyre")


def test_a_title_without_a_date_under_it_is_text():
    assert read_plain(b"Blast in Tyre\n\nFour were hurt.", name="a").title is None


def test_front_matter_is_metadata_and_the_rest_is_the_text():
    text = "# A heading\n\nA *blast* hit [Tyre](https://example.org).\n"
    front = (
        'title: "Blast: four hurt"\ndate: 2023-07-29\nurl: https://example.org/1\npublisher: 1984\nid: tyre\nlayout: x'
    )
    article = read_markdown(f"---\n{front}\n---\n{text}".encode(), name="file")
    assert (article.id, article.title, article.date) == ("tyre", "Blast: four hurt", DAY)
    assert (article.url, article.publisher, article.text) == ("https://example.org/1", "1984", text)


def test_markdown_needs_no_front_matter_and_takes_its_heading_for_the_title():
    article = read_markdown(b"# Blast in Tyre #\r\n\r\nFour hurt.", name="file")
    assert (article.id, article.title, article.text) == ("file", "Blast in Tyre", "# Blast in Tyre #\r\n\r\nFour hurt.")
    assert read_markdown(b"Four hurt.\n---\nMore.", name="file").text == "Four hurt.\n---\nMore."
    assert read_markdown(b"---\n---\nFour hurt.", name="file").text == "Four hurt."


@pytest.mark.parametrize("filling", [" ", "#", " #", "\t", "x ", "\r", "# "])
def test_a_long_heading_is_read_at_once(filling):
    text = "# Title" + filling * 30_000 + "x"
    started = time.perf_counter()
    read_markdown((text + "\n\nFour hurt.").encode(), name="a")
    assert time.perf_counter() - started < 1


def test_a_heading_of_marks_alone_is_no_title():
    assert read_markdown(b"# ##\n\nFour hurt.", name="a").title is None


@pytest.mark.parametrize("empty", ["", "~", "null", '""'])
def test_an_empty_key_of_the_front_matter_is_unknown(empty):
    article = read_markdown(f"---\ndate: {empty}\ntitle: {empty}\n---\nFour hurt.".encode(), name="a")
    assert (article.date, article.title) == (None, None)


def test_a_page_gives_its_article_without_the_page_around_it():
    head = """<title>Blast in Tyre - The Daily</title><meta property="og:title" content="Blast in Tyre">
    <meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://daily.example/tyre">"""
    article = read_html(page(head, f"<nav>Home Sport</nav><p>{BODY}</p><script>var x = 'Sidon';</script>"), name="a")
    assert BODY.strip() in article.text
    assert "Sidon" not in article.text
    assert (article.title, article.publisher, article.url) == (
        "Blast in Tyre",
        "The Daily",
        "https://daily.example/tyre",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-07-29T23:30:00+03:00">',
        '<meta name="DC.date.issued" content="2023-07-29">',
        '<meta itemprop="datePublished" content="2023-07-29">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished" : "2023-07-29T08:00:00Z"}</script>',
        '<meta name="date" content="Saturday"><meta name="pubdate" content="2023-07-29">',
    ],
)
def test_a_page_states_its_date_in_its_metadata(head):
    assert read_html(page(head), name="a").date == DAY


def test_a_time_element_marked_as_the_publication_counts():
    body = f'<time itemprop="datePublished" datetime="2023-07-29T10:00">Saturday</time><p>{BODY * 3}</p>'
    assert read_html(page(body=body), name="a").date == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<p>Published on July 29, 2023</p><p>{BODY * 3}</p>"),
        ('<link rel="canonical" href="https://daily.example/2023/07/29/tyre">', f"<p>{BODY * 3}</p>"),
        ('<meta name="copyright" content="2023-07-29">', f"<p>{BODY * 3}</p><footer>© 2023-07-29</footer>"),
        ("", f'<p>{BODY * 3}</p><time datetime="2023-07-29">sometime</time>'),
        ('<meta property="article:published_time" content="29/07/2023">', f"<p>{BODY * 3}</p>"),
    ],
)
def test_a_date_that_merely_stands_on_a_page_is_not_the_date_of_publication(head, body):
    assert read_html(page(head, body), name="a").date is None


def test_a_saved_page_may_be_larger_than_an_article():
    picture = '<img src="data:image/png;base64,' + "A" * 1_500_000 + '">'
    assert BODY.strip() in read_html(page(body=f"<p>{BODY}</p>{picture}<p>{BODY * 2}</p>"), name="a").text


def test_a_page_is_decoded_as_it_declares():
    body = f"<p>{BODY} Взрыв в порту Тира.</p>"
    article = read_html(page('<meta charset="koi8-r">', body * 2).decode().encode("koi8-r"), name="a")
    assert "Взрыв в порту Тира." in article.text


def test_markup_comes_off_a_fragment_and_blocks_stay_apart():
    fragment = (
        "<p>One <b>big</b>  blast.</p><ul><li>Tyre<li>Sidon</ul><script>no()</script>&lt;b&gt; &amp; {{7*7}}<!-- no -->"
    )
    assert plain_text(fragment) == "One big blast.\n\nTyre\n\nSidon\n\n<b> & {{7*7}}"


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Wire</title>
<item><title>Blast &amp;amp; fire</title><link>https://wire.example/1</link><guid>w-1</guid>
<pubDate>Sat, 29 Jul 2023 00:30:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>A blast hit <i>Tyre</i>.</p><p>Four hurt.</p>]]></content:encoded></item>
<item><title>No day</title><link>javascript:alert(1)</link><description>Fire in Sidon.</description></item>
<item><title>Bad day</title><pubDate>4 Augst</pubDate><description>x</description></item>
<item><title>No text</title></item>
</channel></rss>"""


def test_a_feed_gives_an_article_per_entry_and_bad_entries_cost_themselves():
    first, second, third, fourth = read_feed(RSS.encode(), path="wire.rss", name="wire")
    assert (first.id, first.title, first.date) == ("w-1", "Blast & fire", DAY)
    assert (first.text, first.url, first.publisher) == (
        "A blast hit Tyre.\n\nFour hurt.", "https://wire.example/1", "The Wire",
    )  # fmt: skip
    assert (second.date, second.url, second.text) == (None, None, "Fire in Sidon.")
    assert (third.date, third.text) == (None, "x")
    assert fourth == Failure(where="wire.rss: entry 4", why="no text")


def test_a_feed_can_name_no_file_and_no_address(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    feed = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>
    <rss version="2.0"><channel><title>t</title><item><title>t</title><description>see &x; here</description></item>
    </channel></rss>"""
    for item in read_feed(feed.encode(), path="a", name="a"):
        assert "hidden" not in getattr(item, "text", "")
    with pytest.raises(ArticleError):
        list(read_feed(str(secret).encode(), path="a", name="a"))
