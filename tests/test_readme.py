"""What the papers beside the code say must be true of the checkout."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "DECISIONS.md", "NOTICE")


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_holds_a_placeholder_or_a_path_of_one_machine(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.findall(r"@@|TODO|FIXME|(?<![\w.])/(?:home|root|tmp|work)/", text)


def test_links_and_pictures_of_the_readme_exist():
    targets = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_licence_of_every_embedded_file_is_named_by_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sources = tomllib.loads((ROOT / "data" / "sources.toml").read_text(encoding="utf-8"))["source"]
    named = set(project["license"].split(" AND "))
    used = {licence for source in sources for licence in source["licence"].split(" AND ")}
    assert used - {"LicenseRef-public-domain"} <= named


def test_the_notice_names_every_licence_in_words():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for words in ("MIT", "GPL-3.0-or-later", "Open Database License", "CC BY 4.0", "public domain"):
        assert words in notice
