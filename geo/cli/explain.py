"""``geo explain PATH``: the text with each place name, what it may mean, and why one was chosen."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.text import Text

from geo.cli.check import told_statement
from geo.cli.knowledge import read_one
from geo.cli.terminal import Page, print_failures, printable
from geo.cli.wording import told_happening, told_place
from geo.errors import ArticleError
from geo.files.articles import MISSING, read_articles
from geo.files.incident_table import told_figure
from geo.model.incident import Report
from geo.model.place import Candidate, Resolution
from geo.model.reading import Failure, Reading
from geo.settings import Settings

#: Contributions smaller than this are added up.
_SMALL = 0.05
_KEY = """\
Literal: the name says where something is. Associative: it stands for a government, a people, a team. The number \
is the probability of literal.
Confidence: the probability that the place is the right one.
Candidates: the score is the sum of what speaks for (+) and against (-) a place; one point more than another \
candidate is 2.7 times its odds.
A qualifier is what the text says holds the place (“Leeds, Alabama”); a generic term is a word such as county or \
river at the name; prominence is how widely a place is known."""


def run_explain(path: Path, *, settings: Settings) -> int:
    """Print every article of a file. Returns the exit code."""
    found = list(read_articles([path]))
    if not found:
        raise ArticleError(f"no articles in {path}")
    if [item.why for item in found if isinstance(item, Failure)] == [MISSING]:
        raise ArticleError(f"{path}: no such file, nor an id of an incident (they stand in incidents.csv)")
    page = Page()
    failures = []
    keyed = False
    for item in found:
        answer = item if isinstance(item, Failure) else read_one(settings, item)
        if isinstance(answer, Failure):
            failures.append(answer)
            continue
        _explain_article(answer, page)
        if answer.resolutions:
            _explain_names(answer.resolutions, page, key="" if keyed else _KEY)
            keyed = True
        for report in answer.reports:
            _explain_report(report, answer.article.text, page)
        for check in answer.checks:
            stated = told_statement(check, answer.article.text)
            page.say(printable(f"{stated}: {check.reason}"), first="distance  ", label="distance")
    return 1 if print_failures(failures) else 0


def _explain_article(reading: Reading, page: Page) -> None:
    """The title, and the text with its mentions numbered."""
    article = reading.article
    published = f"published {article.date}" if article.date else "day of publication unknown"
    page.say((printable(article.title or article.id), "bold"))
    page.say((printable(", ".join(part for part in (article.publisher, published, article.url) if part)), "dim"))
    if reading.skipped:
        page.say(f"skipped: {reading.skipped}")
        return
    page.blank()
    for line in _marked(reading).split("\n"):
        page.say(line)
    page.blank()


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


def _explain_names(resolutions: Sequence[Resolution], page: Page, *, key: str) -> None:
    """Each name once, with the numbers of its mentions and the candidates."""
    page.say(("Place names", "bold"))
    for line in key.splitlines():
        page.say((line, "dim"))
    page.blank()
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, found in enumerate(resolutions, 1):
        shown = (found.mention.text, found.place, found.reason, found.note, found.confidence, found.candidates)
        alike.setdefault(shown, []).append(number)
    for numbers in alike.values():
        _explain_name(numbers, resolutions, page)


def _explain_name(numbers: Sequence[int], resolutions: Sequence[Resolution], page: Page) -> None:
    found = resolutions[numbers[0] - 1]
    name = printable(found.mention.text)
    uses = ", ".join(f"[{n}] {_use(resolutions[n - 1])}" for n in numbers)
    page.say((uses, "dim"), first=f"{name}  ", label=name)
    if found.place is not None:
        place = found.place
        where = f"{told_place(place)} ({place.feature.value}, {place.at.lat:.4f}, {place.at.lon:.4f}; {place.source})"
        page.say(printable(f"{where}, confidence {found.confidence:.2f}"), first="    -> ")
    page.say(printable(found.reason.value + (f": {found.note}" if found.note else "")), first="    ")
    for candidate in found.candidates:
        place = candidate.place
        page.say(
            (printable(f"{told_place(place)} ({place.feature.value})"), "bold"),
            ": " + "; ".join(_contributions(candidate)),
            first=f"    {candidate.score:6.2f}  ",
        )
    if found.candidate_count > len(found.candidates):
        page.say(f"the best of {found.candidate_count} candidates", first="            ")


def _use(resolution: Resolution) -> str:
    return f"{resolution.mention.use.value} {resolution.mention.p_literal:.2f}"


def _contributions(candidate: Candidate) -> Iterator[str]:
    """What the score consists of, largest first."""
    told = [(name, value) for name, value in candidate.why if abs(value) >= _SMALL]
    for name, value in told:
        yield f"{value:+.2f} {name}"
    rest = candidate.score - sum(value for _, value in told)
    if abs(rest) >= _SMALL:
        yield f"{rest:+.2f} the rest"


def _explain_report(report: Report, text: str, page: Page) -> None:
    """One incident as this article reports it."""
    page.say(printable(f"{told_happening(report)} [{report.role.value}]"), first="incident  ", label="incident")
    if report.place_reason:
        page.say("here because " + printable(report.place_reason), first="    ")
    for claim in report.casualties:
        page.say(f"{claim.kind}: {told_figure(claim)}, {printable(claim.who or 'no source named')}", first="    ")
    for said in report.attributions:
        page.say(
            printable(" ".join(part for part in (said.who or "no source named", said.stance, said.whom) if part)),
            first="    ",
        )
    page.say((f"“{printable(report.evidence.of(text))}”", "italic"), first="    ")
