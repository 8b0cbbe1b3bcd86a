"""The page as text: what stands in it, and what never does."""

import gzip
import json
import re
from functools import reduce

import pytest

from geo.cartography.assets import TILES, leaflet_script, leaflet_style, page_script, script_hash
from geo.cartography.composition import known_script
from geo.cartography.encode import pack
from geo.model.reading import Atlas
from tests.cartography.factories import page, small_atlas


@pytest.fixture(scope="module")
def html() -> str:
    return page()


def test_the_same_atlas_gives_the_same_bytes(html):
    assert page(small_atlas()) == html


def test_the_policy_allows_the_known_scripts_and_nothing_else(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.group(1).replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [script_hash(leaflet_script()), script_hash(known_script())]


def test_every_script_that_runs_is_one_of_the_two_hashed(html):
    running = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert [script_hash(text) for text in running] == [script_hash(leaflet_script()), script_hash(known_script())]


def test_nothing_in_the_page_is_loaded_from_elsewhere(html):
    assert not re.findall(r"<(?:link|img|iframe|object|embed)\b", html)
    assert not re.findall(r"<script[^>]*\bsrc=", html)
    assert "@import" not in html
    assert not re.findall(r"url\((?!#)", leaflet_style() + html.split("</style>")[0])


def test_leaflet_keeps_its_licence_notice(html):
    assert "Leaflet 1.9" in html
    assert "Vladimir Agafonkin" in html


def test_neither_jquery_nor_bootstrap_nor_icon_fonts_are_needed(html):
    for word in ("jquery", "bootstrap", "font-awesome", "glyphicon"):
        assert word not in html.lower()


def test_articles_stand_in_one_block_of_data_only(html):
    block = re.search(r'<script type="application/json" id="atlas">(.*?)</script>', html, re.DOTALL)
    assert block is not None
    data = json.loads(block.group(1))
    assert "Governor Ivan Petrov" in json.dumps(data)
    assert "Governor Ivan Petrov" not in html.replace(block.group(1), "")


def test_no_incidents_is_a_page_too():
    assert "</html>" in page(Atlas(incidents=(), readings=()))


def test_joined_modules_declare_no_name_twice():
    names = re.findall(r"^(?:async )?(?:function|const|class|let) (\w+)", page_script(TILES), re.MULTILINE)
    assert sorted(names) == sorted(set(names))


def test_no_module_is_left_out_or_imports_what_comes_later():
    from geo.cartography.assets import MODULES

    assert "import " not in re.sub(r'".*?"|//.*|/\*.*?\*/', "", page_script(), flags=re.DOTALL)
    from importlib.resources import files

    room = files("geo.cartography")
    present = {p.name.removesuffix(".js") for p in room.iterdir() if p.name.endswith(".js")}
    assert present == {*MODULES, TILES}


def test_packed_data_mean_nothing_to_html_json_or_a_template_and_are_the_same_every_time():
    packed = pack(bytes(range(256)) * 40)
    assert not set(packed) & set("\"\\<>&'{}$ \n")
    assert packed == pack(bytes(range(256)) * 40)
    assert len(packed) % 5 == 1


@pytest.mark.parametrize("size", range(8))
def test_what_is_packed_comes_back_whole(size):
    data = bytes(range(250, 250 - size, -1))
    digits = [c for c in map(chr, range(33, 127)) if c not in "\"$&'<>\\{}"]
    fill, text = int(pack(data)[0]), pack(data)[1:]
    words = (text[k : k + 5] for k in range(0, len(text), 5))
    whole = b"".join(reduce(lambda n, c: n * 85 + digits.index(c), word, 0).to_bytes(4, "big") for word in words)
    assert gzip.decompress(whole[: len(whole) - fill]) == data
