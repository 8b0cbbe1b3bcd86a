"""Names of incidents that stay when articles are added.

An incident is named for what happened and not for who told it: kin of type, place and day of its
founding report, the earliest by publication. A second incident with the same three takes the founder's
article into its name. So an article published later than the others renames nothing, and neither does an
earlier one that agrees on type, place and day. The limit: an earlier article that joins an incident and
disagrees (another day, another place) becomes its founder, and that one incident is renamed; likewise, of
two incidents that share all three, the plain name goes to the one told first.
"""

import hashlib
import itertools
from collections.abc import Iterator, Sequence

from geo.incidents.trace import Trace
from geo.model.incident import IncidentType as T

_FAMILY = {
    T.BATTLE: "violence", T.EXPLOSION: "violence", T.VIOLENCE: "violence", T.STRATEGIC: "violence", T.CRIME: "crime",
    T.PROTEST: "crowd", T.RIOT: "crowd", T.ACCIDENT: "misfortune", T.DISASTER: "misfortune", T.OUTBREAK: "outbreak",
}  # fmt: skip
#: Characters of a name: 48 bits, one collision expected among 24 million incidents.
_LENGTH = 12


def name_incidents(founders: Sequence[Trace]) -> list[str]:
    """One name for each founding report, all different; the order decides who of equals has the plain one."""
    taken: set[str] = set()
    names: list[str] = []
    for founder in founders:
        name = next(n for n in _names(founder) if n not in taken)
        taken.add(name)
        names.append(name)
    return names


def _names(founder: Trace) -> Iterator[str]:
    """The plain name, then the name with the article, then as many more as it takes."""
    report = founder.report
    day = report.when.date.isoformat() if report.when.date else ""
    scene = report.place.id if report.place else ""
    happening = (_FAMILY[report.type], scene, day)
    if scene and day:
        yield _digest(happening)
    yield _digest((*happening, report.article_id))
    for more in itertools.count():
        yield _digest((*happening, report.article_id, str(report.trigger.start), str(more)))


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]
