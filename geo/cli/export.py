"""``geo export``: the incidents of articles for other software."""

from collections.abc import Sequence
from pathlib import Path

import click

from geo.cli.knowledge import reading_version
from geo.cli.reading import read_paths
from geo.cli.terminal import print_unread, printable
from geo.files.cache import ReadingCache
from geo.files.export import export_incidents
from geo.pipeline import build
from geo.settings import Settings


def run_export(paths: Sequence[Path], form: str, out: Path, *, settings: Settings) -> int:
    """Print the path of each file written; what a build into this folder has read is not read again.

    Returns the exit code.
    """
    known = ReadingCache(out / ".cache", reading_version(settings)).get
    readings, failures = read_paths(paths, settings, known)
    for path in export_incidents(build(readings, failures), out, form):
        click.echo(printable(str(path)))
    return 1 if print_unread(failures) else 0
