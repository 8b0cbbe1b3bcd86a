"""The page as the local server sends it."""

import re

from geo.cartography.assets import leaflet_script, script_hash
from geo.cartography.composition import known_script
from geo.cartography.live import with_reload
from tests.cartography.factories import page


def policy_of(html: str) -> dict[str, str]:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert found is not None
    rules = found.group(1).replace("&#39;", "'").split(";")
    return dict(rule.strip().split(" ", 1) for rule in rules)


def test_one_script_is_added_and_the_policy_allows_it_and_nothing_more():
    html = page()
    sent = with_reload(html.encode(), "abc123", address="/changes").decode()
    before, after = policy_of(html), policy_of(sent)
    (added,) = set(re.findall(r"<script>(.*?)</script>", sent, re.DOTALL)) - {leaflet_script(), known_script()}
    assert "/changes?shown=abc123" in added
    assert after.pop("connect-src") == "'self'"
    assert set(after.pop("script-src").split()) - {script_hash(added)} == set(before.pop("script-src").split())
    assert after == before


def test_without_what_was_added_it_is_the_file():
    html = page()
    sent = with_reload(html.encode(), "abc123", address="/changes").decode()
    added = re.search(r"<script>\{\nconst news.*?</script>\n", sent, re.DOTALL)
    assert added is not None
    rest = sent.replace(added.group(), "").replace("connect-src &#39;self&#39;; ", "")
    assert rest.replace(f"&#39;{script_hash(added.group()[8:-10])[1:-1]}&#39; ", "") == html


def test_a_page_of_somebody_else_is_sent_as_it_is():
    foreign = b"<!DOCTYPE html><title>mine</title><body><p>Hello</p></body>"
    assert with_reload(foreign, "abc123", address="/changes") == foreign
