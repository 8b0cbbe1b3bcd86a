"""Names that a text gives as a place and that were read as none: they keep a happening from a borrowed town."""

import re
from collections.abc import Iterable, Sequence

from geo.events.sentences import Sentence
from geo.model.place import Resolution

#: "in the town of Dubky", "in Dubky on Friday", "near Dubky,".
_NAMED = re.compile(
    r"\b(?:(?P<kind>(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]t) (?:the )?(?:[a-z-]+ ){0,3}?"
    r"(?:city|town|village|port|district|suburb) of )"
    r"|(?:[Ii]n|[Nn]ear|[Oo]utside) )(?P<name>[A-Z][a-z'’-]{2,}(?: [A-Z][a-z'’-]{2,}){0,2})"
    r"(?(kind)|(?=[,.;]|$| (?:on|late|early|and|when|after|where|overnight|at|by"
    r"|city|town|village|district|province)\b))"
)
_CALENDAR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Spring|Summer|Autumn|Winter|Ramadan|Easter|Christmas|Lent)\b"
)


def unread_name(sentences: Iterable[Sentence], found: Sequence[Resolution]) -> str | None:
    """The first name that a sentence uses as a place and that is no mention; None without one, or in capitals.

    Args:
        sentences: those that tell of one happening.
        found: the mentions of the article.
    """
    for sentence in sentences:
        if sentence.raw.isupper():
            continue
        for match in _NAMED.finditer(sentence.raw):
            start, end = (sentence.span.start + at for at in match.span("name"))
            read = any(r.mention.span.start < end and start < r.mention.span.end for r in found)
            if not read and _CALENDAR.match(match.group("name")) is None:
                return match.group("name")
    return None
