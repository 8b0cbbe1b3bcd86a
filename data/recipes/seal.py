"""Seals ``data/``: ``python -m data.recipes.seal`` writes the hashes into sources.toml, ``--check`` compares them."""

import hashlib
import re
import sys
import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent
SOURCES = DATA / "sources.toml"
#: What lies in data/ without being embedded data.
_NOT_DATA = ("recipes", "__pycache__")
_FIELDS = ("file", "name", "origin", "licence", "attribution", "url", "sha256", "command")


def sha256_of(path: Path) -> str:
    """The hash of a file's content, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def embedded_files() -> set[str]:
    """Every embedded file, by its path below data/."""
    paths = (path for path in DATA.rglob("*") if path.is_file() and path != SOURCES)
    names = (path.relative_to(DATA) for path in paths)
    return {name.as_posix() for name in names if name.parts[0] not in _NOT_DATA}


def entries() -> list[dict[str, str]]:
    """The tables of sources.toml, in order."""
    found: list[dict[str, str]] = tomllib.loads(SOURCES.read_text(encoding="utf-8")).get("source", [])
    return found


def complaints() -> list[str]:
    """What is wrong, one line each: files without entry, entries without file, wrong hashes, missing fields."""
    listed, lying = entries(), embedded_files()
    names = [entry.get("file", "") for entry in listed]
    found = [f"{name}: no entry in data/sources.toml" for name in sorted(lying - set(names))]
    found += [f"{name}: two entries in data/sources.toml" for name in sorted({n for n in names if names.count(n) > 1})]
    for entry in listed:
        missing = [field for field in _FIELDS if not entry.get(field)]
        if missing:
            found.append(f"{entry.get('file')}: data/sources.toml lacks {', '.join(missing)}")
        elif entry["file"] not in lying:
            found.append(f"{entry['file']}: listed in data/sources.toml, but not there")
        elif sha256_of(DATA / entry["file"]) != entry["sha256"]:
            found.append(f"{entry['file']}: sha256 differs from data/sources.toml")
    return found


def seal() -> None:
    """Rewrite the sha256 lines of sources.toml; everything else stays as it was written."""
    tables = re.split(r"(?m)^(?=\[\[source\]\])", SOURCES.read_text(encoding="utf-8"))
    SOURCES.write_text("".join(_sealed(table) for table in tables), encoding="utf-8")


def _sealed(table: str) -> str:
    named = re.search(r'(?m)^file = "(.+)"$', table)
    if not named or not (DATA / named.group(1)).is_file():
        return table
    return re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{sha256_of(DATA / named.group(1))}"', table)


def main() -> int:
    """Seal, or with ``--check`` only compare; 1 when something is wrong."""
    if sys.argv[1:] != ["--check"]:
        seal()
    found = complaints()
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
