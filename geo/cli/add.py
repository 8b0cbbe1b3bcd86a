"""``geo add``: puts articles into the folder that ``geo build`` reads."""

from collections.abc import Sequence
from pathlib import Path

import click

from geo.cli.terminal import print_failures, printable
from geo.errors import GeoError
from geo.files.fetch import add_file, fetch_article
from geo.files.writing import make_folder
from geo.model.reading import Failure


def run_add(sources: Sequence[str], into: Path) -> int:
    """Print the path of each file written. Returns the exit code."""
    make_folder(into)
    failures = []
    for source in sources:
        try:
            written = fetch_article(source, into) if "://" in source else add_file(Path(source), into)
        except GeoError as error:
            failures.append(Failure(where=source, why=str(error)))
        else:
            click.echo(printable(str(written)))
    return 1 if print_failures(failures) else 0
