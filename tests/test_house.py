"""The house keeps its shape: which room may import which, and how large a module may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BASE = {"errors", "model"}
STAGES = {"recognition", "resolution", "distances", "incidents", "cartography"}
#: Rooms of event coding: what happened, when, to how many, where, who says so; only ``incidents`` joins them.
PARTS = {"events", "dates", "casualties", "scenes", "attribution"}
EDGES = {"gazetteer", "engines", "files"}
MAY_IMPORT: dict[str, set[str] | frozenset[str]] = {
    **dict.fromkeys(BASE, frozenset()),
    "protocols": {"model"},
    "settings": {"errors"},
    **dict.fromkeys(STAGES | EDGES, BASE | {"protocols"}),
    "events": BASE,
    **dict.fromkeys(PARTS - {"events"}, BASE | {"events"}),
    "incidents": BASE | PARTS,
    "pipeline": BASE | STAGES | {"protocols"},
    "cli": BASE | STAGES | EDGES | {"protocols", "pipeline", "settings"},
}
MODULES = sorted((ROOT / "geo").rglob("*.py"))
ATTIC = {"utils", "util", "helpers", "helper", "common", "core", "misc"}


def room(path: Path) -> str:
    parts = path.relative_to(ROOT / "geo").parts
    return parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Names of the modules a file imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_it_may(path):
    own = room(path)
    if own == "__init__":
        assert not imports(path)
        return
    for name in imports(path):
        assert name != "geo", f"{path}: 'import geo' hides which room is meant"
        if name.startswith("geo."):
            other = name.split(".")[1]
            assert other == own or other in MAY_IMPORT[own], f"{path}: {own} imports {other}"


def test_every_room_is_in_the_table():
    assert {room(path) for path in MODULES} - {"__init__"} <= set(MAY_IMPORT)


@pytest.mark.parametrize(
    "path",
    [p for folder in ("geo", "tests", "data/recipes", "benchmarks") for p in sorted((ROOT / folder).rglob("*.py"))]
    + sorted((ROOT / "geo").rglob("*.js")),
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_no_module_outgrows_a_reader(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_rooms_are_two_levels_deep_and_named_for_a_job():
    for path in MODULES:
        parts = path.relative_to(ROOT / "geo").parts
        assert len(parts) <= 2, f"{path}: three levels"
        assert not {p.removesuffix(".py") for p in parts} & ATTIC, f"{path}: a room without a job"
