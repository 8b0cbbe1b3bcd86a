"""What of a report is compared with other reports."""

import datetime as dt
import re
from dataclasses import dataclass

from geo.model.incident import GeoPrecision, IncidentType, Report
from geo.model.place import AREAS, Place
from geo.model.text import Article

_STOP = frozenset(
    "the and for that with was were has have had said says from this they"
    " their its his her are been after which who when"
    " than more least also into about over on in at of to a an is it by as"
    " be not but he she his us reported report according"
    " people killed injured wounded dead died officials police".split()
)
_PARTS = (
    ("morning", re.compile(r"\b(?:morning|dawn|daybreak|breakfast)\b")),
    ("day", re.compile(r"\b(?:afternoon|noon|midday|lunchtime)\b")),
    ("evening", re.compile(r"\b(?:evening|dusk|nightfall)\b")),
    ("night", re.compile(r"\b(?:overnight|midnight|at night|last night|late at night)\b")),
)
#: Things that are struck; two reports that name different ones speak of two happenings.
_TARGETS = re.compile(
    r"\b(market|school|hospital|clinic|train station|railway station|bus station|station|bridge|mosque|church"
    r"|synagogue"
    r"|temple|hotel|bank|barracks|airport|airfield|power plant|substation|dam|refinery|oil depot|fuel depot|depot"
    r"|warehouse|factory|plant|mine|prison|court|courthouse|parliament|embassy|consulate|checkpoint|police station"
    r"|port"
    r"|harbou?r|stadium|theatre|theater|nightclub|restaurant|cafe|shopping cent(?:re|er)|mall|supermarket|university"
    r"|kindergarten|apartment (?:block|building)|office|bus|train|ferry|village|camp|convoy|bakery|funeral"
    r"|wedding)s?\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A report, and what of it is compared."""

    report: Report
    published: dt.date | None
    #: First and last day the happening can have been; None where nothing bounds it.
    days: tuple[dt.date, dt.date] | None
    #: Whether the text itself fixes the day.
    dated: bool
    #: Figures by kind, zero and vague ones left out.
    figures: frozenset[tuple[str, int]]
    words: frozenset[str]
    targets: frozenset[str]
    part_of_day: str | None

    @property
    def type(self) -> IncidentType:
        return self.report.type

    @property
    def place(self) -> Place | None:
        return self.report.place

    @property
    def coarse(self) -> bool:
        """Whether its place is a region or country: too wide to tell happenings apart."""
        place = self.report.place
        return place is not None and (place.feature in AREAS or self.report.geo_precision is GeoPrecision.COUNTRY)


#: An undated happening is taken to lie within this many days before publication. Weekly papers set it.
UNDATED_DAYS = 7


def trace(report: Report, article: Article) -> Trace:
    """The report as it is compared."""
    low = report.evidence.of(article.text).casefold()
    published = article.date
    when = report.when
    dated = when.date is not None and when.precision in ("day", "weekend")
    return Trace(
        report=report,
        published=published,
        days=_days(report, published),
        dated=dated,
        figures=frozenset((c.kind, c.n) for c in report.casualties if c.n),
        words=frozenset(w for w in re.findall(r"[^\W_]{3,}", low) if w not in _STOP),
        targets=frozenset(_TARGETS.findall(low)),
        part_of_day=next((name for name, pattern in _PARTS if pattern.search(low)), None),
    )


def _days(report: Report, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    when = report.when
    if when.date is not None:
        return when.date, when.date_to or when.date
    if published is None:
        return None
    return dt.date.fromordinal(max(1, published.toordinal() - UNDATED_DAYS)), published
