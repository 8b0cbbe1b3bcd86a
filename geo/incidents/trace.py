"""What of a report is compared with other reports."""

import datetime as dt
import re
from dataclasses import dataclass

from geo.events.lexicon import SENSES
from geo.events.vocabulary import Words
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
#: "In the port of Batumi" says where and not what.
_SETTING = re.compile(r"\b(?:in|near|off|outside) the (?:[\w-]+ ){0,2}(?:port|harbou?r|village|camp)\b")
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
_DISEASES = Words([i for i, sense in enumerate(SENSES) if sense.sub == "disease"])
#: What stands before a happening that the reader knows of: "the March attack", "Monday's attack", "that attack".
_KNOWN = re.compile(r"(?:\b(?:the|this|that|these|those)|['’]s?) (?:[\w'’-]+ ){0,3}$")
#: Characters before a happening in which that stands.
_KNOWN_WITHIN = 60
#: A word of a name.
_NAME = re.compile(r"\b[^\W\d_a-z][\w'’-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A report, and what of it is compared."""

    report: Report
    type: IncidentType
    place: Place | None
    published: dt.date | None
    #: First and last day the happening can have been; None where nothing bounds it.
    days: tuple[dt.date, dt.date] | None
    #: The same as ordinals.
    ordinals: tuple[int, int] | None
    #: Whether the text itself fixes the day.
    dated: bool
    #: Whether its place is a region or country: too wide to tell happenings apart.
    coarse: bool
    #: Figures by kind, zero and vague ones left out.
    figures: frozenset[tuple[str, int]]
    words: frozenset[str]
    #: Those of the words that no other evidence counts: not what it is called, nor where it was.
    own_words: frozenset[str]
    targets: frozenset[str]
    part_of_day: str | None
    #: Whether the sentence takes up a happening that its reader knows of.
    resumed: bool
    #: The words of the name by which the text calls its place, in small letters; none for an unplaced report.
    scene: frozenset[str]
    #: The words with a capital in the sentence of an unplaced report, in small letters.
    names: frozenset[str]
    #: The disease that is reported, as the text names it; "" for other happenings.
    disease: str


#: An undated happening is taken to lie within this many days before publication. Weekly papers set it.
UNDATED_DAYS = 7


def trace(report: Report, article: Article) -> Trace:
    """The report as it is compared."""
    sentence = report.evidence.of(article.text)
    low = sentence.casefold()
    words = frozenset(w for w in re.findall(r"[^\W_]{3,}", low) if w not in _STOP)
    targets = frozenset(_TARGETS.findall(_SETTING.sub(" ", low)))
    told = report.trigger.of(article.text).casefold()
    scene = report.place_span.of(article.text).casefold() if report.place and report.place_span else ""
    before = max(report.evidence.start, report.trigger.start - _KNOWN_WITHIN)
    published = article.date
    when = report.when
    dated = when.date is not None and when.precision in ("day", "weekend")
    days, place = _days(report, published), report.place
    return Trace(
        report=report,
        type=report.type,
        place=place,
        published=published,
        days=days,
        ordinals=None if days is None else (days[0].toordinal(), days[1].toordinal()),
        dated=dated,
        coarse=place is not None and (place.feature in AREAS or report.geo_precision is GeoPrecision.COUNTRY),
        figures=frozenset((c.kind, c.n) for c in report.casualties if c.n),
        words=words,
        own_words=words.difference(re.findall(r"\w+", " ".join((told, scene, *targets)))),
        targets=targets,
        part_of_day=next((name for name, pattern in _PARTS if pattern.search(low)), None),
        resumed=_KNOWN.search(article.text[before : report.trigger.start].casefold()) is not None,
        scene=_names(report.place_span.of(article.text)) if report.place and report.place_span else frozenset(),
        names=_names(sentence) if report.place is None else frozenset(),
        disease=_disease(low) if report.type is IncidentType.OUTBREAK else "",
    )


def _disease(low: str) -> str:
    """The first disease that a sentence names."""
    return next((match.group() for match, _ in _DISEASES.find(low)), "")


def _names(text: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in _NAME.findall(text))


def _days(report: Report, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    when = report.when
    if when.date is not None:
        last = published if report.type is IncidentType.OUTBREAK else None
        return when.date, max(when.date, when.date_to or when.date, last or when.date)
    if published is None:
        return None
    return dt.date.fromordinal(max(1, published.toordinal() - UNDATED_DAYS)), published
