"""The command line: arguments in, files out, exit code."""

import errno
import os
import re
import sys
from importlib.metadata import version
from pathlib import Path

import click

from geo.cli.terminal import printable, remark
from geo.errors import GeoError
from geo.settings import ENGINES, WORLDVIEWS, Settings, read_settings

#: The formats of geo/files/export.py, named here so that --help imports nothing heavy; a test compares them.
FORMATS = ("geopackage", "geoparquet", "kml", "timemap")
_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_WORLDVIEW = click.option(
    "--worldview", type=click.Choice(WORLDVIEWS), help="Whose borders distances are measured to.  [default: un]"
)


class _Group(click.Group):
    """Turns our own errors into one line on stderr and exit code 1; anything else is a bug."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not all(arg.strip() for arg in args):  # a variable of the shell that is not set
            raise click.UsageError("an argument is empty", ctx)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        if sys.stdout is None:  # closed by the caller, who wants no data
            sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
        try:
            return super().invoke(ctx)
        except GeoError as error:
            remark(f"geo: {printable(str(error))}")
        except OSError as error:
            if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                raise
            _drop_the_rest()
            remark(f"geo: the output cannot be written: {error.strerror}")
        return ctx.exit(1)


def _drop_the_rest() -> None:
    """What is left of the output would fail again at the end of the program."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("incident-map"), prog_name="geo")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Settings file.  [default: geo.toml, where there is one]",
)
@click.pass_context
def main(ctx: click.Context, /, config: Path | None) -> None:
    """A folder of news articles becomes one map of the incidents they report.

    \b
    Example:
      geo build                    read seeds/, write maps/incidents.html
      geo check seeds/             do the stated distances agree with geography?
    """
    ctx.obj = config or Path("geo.toml")


def _settings(ctx: click.Context, /, **flags: object) -> Settings:
    return read_settings(ctx.obj, flags)


@main.command()
@_PATHS
@click.option("--out", type=click.Path(path_type=Path), default=Path("maps"), show_default=True)
@_WORLDVIEW
@click.option("--engine", type=click.Choice(ENGINES), help="How many articles at once.  [default: serial]")
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes.  [default: one per core]")
@click.option("--scheduler", help="Address of a Dask scheduler, for --engine dask.")
@click.option("--fresh", is_flag=True, help="Read every article again, also the unchanged ones.")
@click.option("--tiles", metavar="NAME", help="Online tiles that a reader may switch on, as in xyzservices.")
@click.option("--watch", is_flag=True, help="Stay, and build again whenever an article is saved, added or deleted.")
@click.option("--open", "show", is_flag=True, help="Open the map in the browser; with --watch it reloads by itself.")
@click.pass_context
def build(
    ctx: click.Context, /, paths: tuple[Path, ...], out: Path, *, fresh: bool, watch: bool, show: bool, **flags: object
) -> None:
    """Read articles (default: seeds/) and write the map and its tables.

    Articles that did not change since the last run are not read again. With --watch the map is also
    shown at an address that only this machine can open; Ctrl-C ends it.

    The map asks no server for anything. With --tiles it offers a switch for the tiles of one, off at first:
    that server is then told which part of the map is looked at.

    \b
    Example:
      geo build articles/ --out maps/
      geo build --watch --open
      geo build --tiles Esri.WorldImagery
    """
    from geo.cli.lean import without

    with without("pandas"):  # folium would import it, for tables that our map has none of
        from geo.cli.build import run_build
        from geo.cli.watch import run_watch

    run = run_watch if watch else run_build
    ctx.exit(run(paths or (Path("seeds"),), out, settings=_settings(ctx, **flags), fresh=fresh, show=show))


@main.command()
@_PATHS
@click.option(
    "--format", "form", type=click.Choice(("table", "markdown", "json", "csv")), default="table", show_default=True
)
@click.option("--strict", is_flag=True, help="Exit with 1 when a verdict is inconsistent.")
@_WORLDVIEW
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[Path, ...], form: str, *, strict: bool, **flags: object) -> None:
    """Measure the distances that articles state (default: seeds/), and say whether geography agrees.

    \b
    Example:
      geo check seeds/ --format markdown
    """
    from geo.cli.check import run_check

    ctx.exit(run_check(paths or (Path("seeds"),), form, settings=_settings(ctx, **flags), strict=strict))


@main.command()
@_PATHS
@_WORLDVIEW
@click.option("--engine", type=click.Choice(ENGINES), help="How many articles at once.  [default: serial]")
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes.  [default: one per core]")
@click.option("--scheduler", help="Address of a Dask scheduler, for --engine dask.")
@click.pass_context
def parse(ctx: click.Context, /, paths: tuple[Path, ...], **flags: object) -> None:
    """Print everything known about each article (default: seeds/) as JSON Lines.

    With - as the path, articles are read from stdin as JSON Lines:
    {"id", "title", "text", "date", "url", "publisher", "spans"}, of which only id and text are required.

    \b
    Example:
      geo parse - < articles.jsonl > parsed.jsonl
    """
    from geo.cli.parse import run_parse

    ctx.exit(run_parse(paths or (Path("seeds"),), settings=_settings(ctx, **flags)))


@main.command()
@click.argument("what", metavar="PATH|INCIDENT")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("maps"),
    show_default=True,
    help="The folder of the map that the incident is on.",
)
@_WORLDVIEW
@click.pass_context
def explain(ctx: click.Context, /, what: str, out: Path, **flags: object) -> None:
    """Show how an article was read, or how an incident was put together.

    Of an article: its text with each place name, what it may mean, and why one was chosen. Of an incident,
    named by its id or the beginning of it: which reports were joined and why, which near ones were not, and
    what each of them claims. Ids stand in incidents.csv and in the links that the map makes.

    \b
    Example:
      geo explain seeds/2023-07-29-taganrog.txt
      geo explain 4c14ffe8f0f7
    """
    id_ = None if _exists(Path(what)) else _incident_id(what)
    if id_ is None:
        from geo.cli.explain import run_explain

        ctx.exit(run_explain(Path(what), settings=_settings(ctx, **flags)))
    from geo.cli.explain_incident import run_explain_incident

    ctx.exit(run_explain_incident(id_, out, settings=_settings(ctx, **flags)))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file can have, or a folder that may not be entered
        return False


def _incident_id(what: str) -> str | None:
    """The id in "4c14ffe8", or in a link such as "incidents.html#id=4c14ffe8&tab=about"; None where there is none."""
    found = re.fullmatch(r"(?:.*#(?:.*&)?id=)?([0-9a-f]{1,12})(?:&.*)?", what, re.DOTALL)
    return found[1] if found else None


@main.command()
@click.argument("name")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Rows to show.")
@click.option("--online", type=click.Choice(("nominatim", "photon")), help="Ask this online geocoder instead.")
@click.option(
    "--country", "countries", multiple=True, metavar="CODE", help="Only in this country (online; repeatable)."
)
@click.option("--save", is_flag=True, help="Keep the online answers in your own gazetteer.")
@click.pass_context
def lookup(ctx: click.Context, /, name: str, limit: int, **online: object) -> None:
    """Show the gazetteer's entries for a name.

    An online geocoder is asked only here, never while articles are read; what you save is found from then on.

    \b
    Example:
      geo lookup Azov
      geo lookup Robotyne --online nominatim --country UA --save
    """
    from geo.cli.lookup import run_lookup

    if not online["online"] and (online["save"] or online["countries"]):
        raise click.UsageError("--save and --country go with --online")
    ctx.exit(run_lookup(name, limit, settings=_settings(ctx), **online))  # type: ignore[arg-type]


@main.group()
def gazetteer() -> None:
    """Your own gazetteer, laid over the embedded one.

    \b
    Example:
      geo gazetteer update UA RU
    """


@gazetteer.command()
@click.argument("countries", nargs=-1, required=True, metavar="CODE...")
@click.option("--base-url", help="Where the country files lie.  [default: GeoNames' own server]")
@click.pass_context
def update(ctx: click.Context, /, countries: tuple[str, ...], base_url: str | None) -> None:
    """Download the full GeoNames files of countries into your own gazetteer: their villages then resolve.

    \b
    Example:
      geo gazetteer update UA RU
    """
    from geo.cli.update import run_update

    ctx.exit(run_update(countries, base_url, settings=_settings(ctx)))


@main.command()
@_PATHS
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("maps"), show_default=True)
@_WORLDVIEW
@click.pass_context
def export(ctx: click.Context, /, paths: tuple[Path, ...], form: str, out: Path, **flags: object) -> None:
    """Write the incidents of articles (default: seeds/) for other software.

    \b
    Example:
      geo export seeds/ --format geopackage
    """
    from geo.cli.export import run_export

    ctx.exit(run_export(paths or (Path("seeds"),), form, out, settings=_settings(ctx, **flags)))


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--into", type=click.Path(path_type=Path), default=Path("seeds"), show_default=True)
@click.pass_context
def add(ctx: click.Context, /, sources: tuple[str, ...], into: Path) -> None:
    """Put articles into the folder that `geo build` reads.

    \b
    Example:
      geo add ~/Downloads/article.html https://example.org/news/1
    """
    from geo.cli.add import run_add

    ctx.exit(run_add(sources, into))


if __name__ == "__main__":
    sys.exit(main())
