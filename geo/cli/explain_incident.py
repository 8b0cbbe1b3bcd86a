"""``geo explain INCIDENT``: which reports were joined into it and why, and which were kept apart."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from geo.cli.knowledge import reading_version
from geo.cli.reading import read_paths
from geo.cli.terminal import Page, plural, print_failures, printable, remark, told_date
from geo.cli.wording import told_happening, told_place
from geo.errors import UnknownIncident
from geo.files.cache import ReadingCache
from geo.files.incident_table import told_figure
from geo.incidents.account import Neighbour, neighbours
from geo.incidents.compare import JOIN_FROM, Comparison
from geo.incidents.merge import Joined, Match, join
from geo.model.claims import conflicting
from geo.model.incident import KINDS, Incident, Report, incident_headline
from geo.model.place import Resolution
from geo.model.reading import Failure, Reading
from geo.model.text import Article, Span
from geo.pipeline import build
from geo.settings import Settings

#: Neighbours that are shown; the others are counted.
_NEIGHBOURS = 8
#: Kinds of which the tables give one figure.
_HEADED = ("killed", "injured")
_KEY = (
    f"Evidence speaks for one happening (+) or against it (-); from {JOIN_FROM} in sum two reports are one."
    " A report joins the incident in which it finds the strongest."
)


def run_explain_incident(id_: str, out: Path, *, settings: Settings) -> int:
    """Print the account of an incident of the map in a folder, or of the articles in seeds/. Returns the exit code.

    Raises UnknownIncident where no incident, or several, have an id that opens so.
    """
    readings, failures, whence = _readings(id_, out, settings)
    incidents = build(readings).incidents
    incident = _named(id_, incidents, whence)
    articles = {reading.article.id: reading.article for reading in readings}
    joined = join(articles, (report for reading in readings for report in reading.reports))
    _Account(incident, joined[incident.id], {r.article.id: r for r in readings}).tell(neighbours(joined, incident.id))
    return 1 if print_failures(failures) else 0


def _readings(id_: str, out: Path, settings: Settings) -> tuple[list[Reading], list[Failure], str]:
    """What the map in a folder was drawn from, else what the articles of seeds/ say; and which of the two."""
    kept = list(ReadingCache(out / ".cache", reading_version(settings)).readings())
    if kept:
        return kept, [], f"the map in {out}"
    seeds = Path("seeds")
    if not seeds.is_dir():
        raise UnknownIncident(
            f"{id_}: no such file, and no incidents to look it up in: {out} holds no map that was built with"
            " this version and these settings (geo build), and there is no folder seeds"
        )
    remark(f"{out} holds no map that was built with this version and these settings: reading {seeds}")
    readings, failures = read_paths([seeds], settings)
    return readings, failures, str(seeds)


def _named(id_: str, incidents: Sequence[Incident], whence: str) -> Incident:
    found = [incident for incident in incidents if incident.id.startswith(id_)]
    if len(found) == 1:
        return found[0]
    if found:
        some = "; ".join(f"{i.id} {told_happening(i)}" for i in found[:4]) + ("; ..." if len(found) > 4 else "")
        raise UnknownIncident(f"{id_}: {len(found)} incidents of {whence} have such an id: {some}")
    raise UnknownIncident(
        f"{id_}: no such file, and none of the {plural(len(incidents), 'incident')} of {whence} has such an id;"
        " ids stand in incidents.csv, and --out names the folder of the map"
    )


class _Account:
    """One incident, told from its summary down to the sentences."""

    def __init__(self, incident: Incident, joined: Joined, readings: Mapping[str, Reading]) -> None:
        self._incident, self._joined, self._readings = incident, joined, readings
        self._page = Page()

    def tell(self, near: Sequence[Neighbour]) -> None:
        page, incident = self._page, self._incident
        page.say((f"Incident {incident.id}", "bold"))
        page.say(printable(told_happening(incident)) + f" [{incident.role.value}, {incident.status.value}]")
        page.blank()
        self._place()
        self._day()
        for kind in KINDS:
            self._claims(kind)
        self._blame()
        self._reports()
        self._apart(near)
        self._further()

    def _article(self, report: Report) -> Article:
        return self._readings[report.article_id].article

    def _row(self, label: str, words: str, style: str = "") -> None:
        """A line of the summary; without a label it goes on with the one before."""
        self._page.say((printable(words), style), first=f"{label:<9} ", label=label)

    def _place(self) -> None:
        incident = self._incident
        numbered = list(enumerate(incident.reports, 1))
        number, report = next(((n, r) for n, r in numbered if r.place is not None), numbered[0])
        place, doubt = incident.place, incident.radius_m
        if place is None or incident.at is None:
            self._row("Place", "unknown")
            self._row("", f"report {number}: {report.place_reason or 'the article does not say where'}")
            return
        within = "" if doubt is None else f", within {doubt / 1000:.1f} km"
        what = f"{place.feature.value}, {incident.at.lat:.4f}, {incident.at.lon:.4f}{within}; {place.source}"
        self._row("Place", f"{told_place(place, incident.geo_precision)} ({what})")
        text = self._article(report).text
        named = f" names it “{report.place_span.of(text)}”" if report.place_span else ""
        self._row("", f"report {number}{named}; here because {report.place_reason or 'the text says so'}")
        found = _resolution(self._readings[report.article_id], report)
        if found is not None:
            note = f": {found.note}" if found.note else ""
            self._row("", f"why that place: {found.reason.value}{note} (confidence {found.confidence:.2f})")

    def _day(self) -> None:
        when = self._incident.when
        if when.date is None:
            self._row("Day", "unknown: no report fixes one")
            return
        number = next(n for n, report in enumerate(self._incident.reports, 1) if report.when.date is not None)
        last = f" to {when.date_to}" if when.date_to and when.precision not in ("month", "year") else ""
        said = f", from “{when.text}”" if when.text else ""
        published = self._article(self._incident.reports[number - 1]).date
        against = f" of an article published {published}" if published else ""
        self._row("Day", f"{told_date(when)}{last}, known to the {when.precision}{said} in report {number}{against}")

    def _claims(self, kind: str) -> None:
        """Every claim of a kind with who makes it and where; the same claim of several reports once."""
        sources: dict[tuple[str, str], list[int]] = {}
        for number, report in enumerate(self._incident.reports, 1):
            for claim in report.casualties:
                if claim.kind == kind:
                    key = told_figure(claim), claim.who or "no source named"
                    sources.setdefault(key, []).append(number)
        if not sources:
            return
        claims = [c for r in self._incident.reports for c in r.casualties if c.kind == kind]
        heading = incident_headline(self._incident, kind)
        table = f"; the tables lead with {heading.n}" if heading and kind in _HEADED else ""
        if conflicting(claims):
            self._row(kind.capitalize(), f"the claims conflict{table}", "bold red")
        else:
            self._row(kind.capitalize(), f"as claimed{table if len(sources) > 1 else ''}")
        for (figure, who), numbers in sources.items():
            self._row("", f"{figure}: {who} ({_numbered(numbers)})")

    def _blame(self) -> None:
        said: dict[str, list[int]] = {}
        for number, report in enumerate(self._incident.reports, 1):
            for one in report.attributions:
                words = " ".join(part for part in (one.who or "no source named", one.stance, one.whom) if part)
                said.setdefault(words, []).append(number)
        for label, (words, numbers) in zip(["Blame", *[""] * len(said)], said.items(), strict=False):
            self._row(label, f"{words} ({_numbered(numbers)})")

    def _reports(self) -> None:
        page, incident = self._page, self._incident
        count, texts = len(incident.reports), incident.independent_sources
        copies = "" if count == texts else f"; without copies of one text {texts}"
        page.blank()
        page.say((f"Joined: {plural(count, 'report')}{copies}", "bold"))
        if count > 1:
            page.say((_KEY, "dim"))
        for number, report in enumerate(incident.reports, 1):
            self._source(f"{number}.", report)
            if number > 1:
                self._why(self._joined.because[number - 2])
            elif count > 1:
                by = "day of publication" if self._article(report).date else "name, as none says its day"
                page.say(f"founds the incident: its article is the first by {by}", first="    ")

    def _source(self, label: str, report: Report) -> None:
        article = self._article(report)
        day = f"published {article.date}" if article.date else "day of publication unknown"
        where = f"{article.path}: {article.id}" if article.path and article.id not in article.path else article.path
        named = ", ".join(part for part in (article.publisher, day, where or article.id, article.url) if part)
        self._page.say((printable(named), "bold"), first=f"{label:<3} ", label=label)
        shown = [report.evidence]
        self._quote(article.text, report.evidence)
        for claim in report.casualties:
            if not any(span.covers(claim.span) for span in shown):
                shown.append(claim.sentence)
                self._quote(article.text, claim.sentence)

    def _quote(self, text: str, span: Span) -> None:
        self._page.say((f"“{printable(span.of(text))}”", "italic"), first="    ")

    def _why(self, match: Match) -> None:
        number = self._joined.members.index(match.member) + 1
        self._page.say(
            f"joined: evidence {match.comparison.score:.1f}, beside report {number}; {JOIN_FROM} is needed",
            first="    ",
        )
        self._evidence(match.comparison)

    def _evidence(self, comparison: Comparison) -> None:
        for words, weight in sorted(comparison.because, key=lambda piece: -abs(piece[1])):
            self._page.say(printable(words), first=f"      {weight:+.1f}  ")

    def _apart(self, near: Sequence[Neighbour]) -> None:
        self._page.blank()
        if not near:
            self._page.say(("Kept apart: no other report came near", "bold"))
            return
        shown = near[:_NEIGHBOURS]
        rest = f", the nearest {len(shown)} shown" if len(near) > len(shown) else ""
        self._page.say((f"Kept apart: {plural(len(near), 'incident')} near it{rest}", "bold"))
        for neighbour in shown:
            self._neighbour(neighbour)

    def _further(self) -> None:
        """Where the candidates of the place names are shown."""
        path = next((p for r in self._incident.reports if (p := self._article(r).path)), None)
        if path is not None:
            self._page.blank()
            self._page.say((printable(f"geo explain {path} shows what each place name may mean."), "dim"))

    def _neighbour(self, near: Neighbour) -> None:
        page, members = self._page, self._joined.members
        theirs, ours = near.report, near.match.member
        if not near.theirs:
            theirs, ours = ours, theirs
        page.say(f"incident {near.id}: {printable(told_happening(theirs.report))}", first="  - ")
        self._source("", theirs.report)
        beside = f"beside report {members.index(ours) + 1}"
        if near.excluded:
            page.say(printable(f"{beside}: {'; '.join(near.excluded)}"), first="    ")
            return
        score = near.match.comparison.score
        if score < JOIN_FROM:
            page.say(f"evidence {score:.1f}, {beside}; {JOIN_FROM} is needed", first="    ")
        else:
            better = f" ({near.instead.score:.1f})" if near.instead else ""
            whose = "its own incident" if near.theirs else "this one"
            page.say(f"evidence {score:.1f}, {beside}; {_later(near)} fits {whose} better{better}", first="    ")
        self._evidence(near.match.comparison)


def _later(near: Neighbour) -> str:
    return "it" if near.theirs else "that report"


def _resolution(reading: Reading, report: Report) -> Resolution | None:
    """How the name of a report's place was resolved."""
    span = report.place_span
    if span is None or report.place is None:
        return None
    return next((r for r in reading.resolutions if r.place == report.place and r.mention.span.overlaps(span)), None)


def _numbered(numbers: Sequence[int]) -> str:
    """Which reports: "report 2", "reports 1, 3 and 12 more"."""
    once = list(dict.fromkeys(numbers))
    shown = ", ".join(map(str, once[:5])) + (f" and {len(once) - 5} more" if len(once) > 5 else "")
    return f"report{'s' if len(once) > 1 else ''} {shown}"
