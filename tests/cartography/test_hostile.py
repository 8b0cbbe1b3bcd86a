"""Text that would run, if it ever could: shown as it stands, in the browser and while the map is made."""

import dataclasses
import datetime as dt

import pytest

from geo.model.incident import CasualtyClaim
from geo.model.reading import Atlas, Failure, Reading
from geo.model.text import Article, Span
from tests.cartography.factories import TAGANROG, incident, page, report

HOSTILE = (
    "{{7*7}}",
    "{% of 5",
    "{# gone #}",
    "{{ cycler.__init__.__globals__.os.system('touch owned') }}",
    "{{ cycler.__init__.__globals__.os.popen((dict(id=1)|list)[0]).read() }}",
    "${document.title='owned'}",
    "`;document.title='owned';`",
    "\\`\\\\`${document.title='owned'}",
    "C:\\101\\7\\u{110000}",
    "</script><script>document.title='owned'</script>",
    "<!--<script>",
    "]]><img src=x onerror=document.title='owned'>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<svg/onload=document.title='owned'>",
    "<iframe srcdoc='x'>",
    "line\u2028separator\u2029s",
    "a\x00null",
    "\u202eright to left\u202c",
    "javascript:document.title='owned'",
    "\" onmouseover=\"document.title='owned'",
    "&lt;b&gt; &amp; &#123;",
    "half \ud800 pair",
    "😀 astral {{",
    "=HYPERLINK(1)",
    "data:text/html,<script>document.title='owned'</script>",
)


def hostile_atlas() -> Atlas:
    """One incident per string, which stands in every place that an article can fill."""
    readings, incidents = [], []
    for number, text in enumerate(HOSTILE):
        whole = Span(start=0, end=len(text))
        key = f"article-{number:02}"
        article = Article(
            id=key, text=text, title=text, publisher=text, url=text, path=text, date=dt.date(2023, 7, 1 + number)
        )
        place = dataclasses.replace(TAGANROG, name=text, admin1=text, id=f"test:{number}")
        told = report(
            key,
            text,
            text,
            text,
            place=place,
            place_reason=text,
            sub=text,
            casualties=(CasualtyClaim(kind="killed", n=None, who=text, span=whole, sentence=whole),),
        )
        readings.append(Reading(article=article, reports=(told,)))
        incidents.append(incident(f"incident-{number:02}", told, joined_because=text))
    failures = tuple(Failure(where=text, why=text) for text in HOSTILE)
    return Atlas(incidents=tuple(incidents), readings=tuple(readings), failures=failures)


@pytest.fixture
def html(tmp_path, monkeypatch) -> str:
    monkeypatch.chdir(tmp_path)
    text = page(hostile_atlas(), about={t: t for t in HOSTILE if "\ud800" not in t})
    assert list(tmp_path.iterdir()) == [], "something ran while the map was made"
    return text


def test_the_page_can_be_written(html):
    assert html.encode("utf-8")


@pytest.mark.browser
def test_hostile_texts_are_shown_and_none_runs(open_page, html):
    opened = open_page(html)
    for number, text in enumerate(HOSTILE):
        opened.page.evaluate(f"location.hash = 'id=incident-{number:02}'")
        shown = text.replace("\ud800", "\ufffd")
        opened.page.locator(f".card[data-incident='incident-{number:02}']").wait_for()
        card = opened.page.locator(".card")
        for part in (".citation bdi", "blockquote", ".voice bdi"):
            assert card.locator(part).first.evaluate("e => e.textContent.toWellFormed()") == shown
        assert shown in card.locator(".why").evaluate("e => e.textContent.toWellFormed()")
        assert card.locator("a").count() == 0, "a link that is not http"
    opened.page.locator("#tab-about").click()
    assert opened.page.title() == "Incident map"
    assert opened.asked == []
    assert opened.errors == []
    assert opened.page.evaluate("document.querySelectorAll('img, iframe').length") == 0
