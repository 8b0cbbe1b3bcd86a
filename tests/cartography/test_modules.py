"""The page's modules under node's own test runner."""

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node on this machine")
def test_the_modules_pass_their_own_tests():
    # Twenty and later; the flag says that .js files are modules, as they are in a page.
    run = subprocess.run(
        ["node", "--experimental-default-type=module", "--test", str(HERE / "modules.test.js")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stdout[-3000:]


def test_every_word_the_page_asks_for_is_in_the_table():
    room = files("geo.cartography")
    modules = "".join(p.read_text(encoding="utf-8") for p in room.iterdir() if p.name.endswith(".js"))
    table = "".join((room / f"{name}.js").read_text(encoding="utf-8") for name in ("strings", "tiles"))
    missing = [
        key
        for key in set(re.findall(r'\bt\("([\w.]+)"', modules))
        if not re.search(rf'\b"?{re.escape(key)}"?: ', table)
    ]
    assert missing == []
