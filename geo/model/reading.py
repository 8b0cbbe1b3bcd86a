"""Everything known of one article, and of all of them."""

from dataclasses import dataclass

from geo.model.distance import DistanceCheck
from geo.model.incident import Incident, Report
from geo.model.place import Resolution
from geo.model.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one article says; a value that can be pickled, cached and sent."""

    article: Article
    #: One per mention, in text order.
    resolutions: tuple[Resolution, ...] = ()
    checks: tuple[DistanceCheck, ...] = ()
    reports: tuple[Report, ...] = ()
    #: Why the article was not read ("not English"); "" when it was.
    skipped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something asked for that could not be done."""

    #: The file, with line number where it has lines: ``seeds/a.jsonl:3``.
    where: str
    why: str
    #: Of a line of JSON Lines: its number, counted from 1, and the id it gives, where it gives one.
    line: int | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """All Readings folded into one: what is drawn and written."""

    incidents: tuple[Incident, ...]
    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...] = ()
