"""``geo explain``: the text with each place name, what it may mean, and why one was chosen."""

from pathlib import Path

from rich.console import Console
from rich.text import Text

from geo.cli.knowledge import read_one
from geo.cli.terminal import print_failures, printable, told_date
from geo.errors import ArticleError
from geo.files.articles import read_articles
from geo.model.incident import Report
from geo.model.place import Candidate, Resolution
from geo.model.reading import Failure, Reading
from geo.settings import Settings


def run_explain(path: Path, *, settings: Settings) -> int:
    """Print every article of a file. Returns the exit code."""
    found = list(read_articles([path]))
    if not found:
        raise ArticleError(f"no articles in {path}")
    console = Console(highlight=False, soft_wrap=True)
    failures = []
    for item in found:
        answer = item if isinstance(item, Failure) else read_one(settings, item)
        if isinstance(answer, Failure):
            failures.append(answer)
        else:
            _explain(answer, console)
    return 1 if print_failures(failures) else 0


def _explain(reading: Reading, console: Console) -> None:
    article = reading.article
    console.print(Text(printable(article.title or article.id), style="bold"))
    if reading.skipped:
        console.print(Text(f"skipped: {reading.skipped}"))
        return
    console.print(_marked(reading), "")
    for number, resolution in enumerate(reading.resolutions, 1):
        _explain_mention(number, resolution, console)
    for report in reading.reports:
        _explain_report(report, article.text, console)
    for check in reading.checks:
        console.print(Text.assemble(("distance  ", "bold"), printable(check.reason)))


def _marked(reading: Reading) -> Text:
    """The text, each mention coloured by its use and numbered."""
    text, marked, done = reading.article.text, Text(), 0
    for number, resolution in enumerate(reading.resolutions, 1):
        span = resolution.mention.span
        marked.append(_lines(text[done : span.start]))
        style = "dim" if resolution.mention.use == "associative" else "bold green" if resolution.place else "bold red"
        marked.append(printable(span.of(text)), style=style)
        marked.append(f"[{number}]", style="dim")
        done = span.end
    marked.append(_lines(text[done:]))
    return marked


def _lines(text: str) -> str:
    """Printable, with its line breaks and the spaces around."""
    return "\n".join(
        (" " if line[:1].isspace() else "") + printable(line) + (" " if line[-1:].isspace() and line.strip() else "")
        for line in text.split("\n")
    )


def _explain_mention(number: int, resolution: Resolution, console: Console) -> None:
    mention = resolution.mention
    head = Text.assemble((f"[{number}] ", "dim"), (printable(mention.text), "bold"), f"  {mention.use.value}")
    head.append(f" ({mention.p_literal:.2f} literal)", style="dim")
    console.print(head)
    if resolution.place is not None:
        console.print(f"    -> {_place(resolution)}, confidence {resolution.confidence:.2f}", markup=False)
    note = f": {resolution.note}" if resolution.note else ""
    console.print(Text("    " + printable(resolution.reason.value + note)))
    for candidate in resolution.candidates:
        console.print(Text("       " + _candidate(candidate), style="dim"))
    if resolution.candidate_count > len(resolution.candidates):
        console.print(Text(f"       of {resolution.candidate_count} candidates", style="dim"))


def _place(resolution: Resolution) -> str:
    place = resolution.place
    assert place is not None  # noqa: S101  # the caller asked
    parts = (place.name, place.admin1, place.country)
    return printable(
        f"{', '.join(p for p in parts if p)} ({place.feature.value}, {place.at.lat:.4f}, {place.at.lon:.4f})"
    )


def _candidate(candidate: Candidate) -> str:
    place = candidate.place
    where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    why = "  ".join(f"{name} {value:+.2f}" for name, value in candidate.why[:6])
    return printable(f"{candidate.score:7.2f}  {where} ({place.feature.value})  {why}")


def _explain_report(report: Report, text: str, console: Console) -> None:
    what = f"{report.type.value}" + (f" ({report.sub})" if report.sub else "")
    when = told_date(report.when)
    where = report.place.name if report.place else "place unknown"
    console.print(Text.assemble(("incident  ", "bold"), printable(f"{what}, {when}, {where} [{report.role.value}]")))
    if report.place_reason:
        console.print(Text("    here because " + printable(report.place_reason)))
    for claim in report.casualties:
        console.print(
            Text(f"    {claim.kind}: {printable(claim.span.of(text))} - {printable(claim.who or 'no source')}")
        )
    for said in report.attributions:
        whom = f" {said.whom}" if said.whom else ""
        console.print(Text("    " + printable(f"{said.who} {said.stance}{whom}")))
    console.print(Text("    " + printable(report.evidence.of(text)), style="italic"))
