"""The thing that a clause locates: "The ferry" of "The ferry sank", "the car" of "Police found the car"."""

import re
from collections.abc import Iterator

from geo.model.text import Span

_DETERMINER = (
    r"(?:an?|the|this|that|these|those|another|his|her|its|their|our|my|[\w’']+[’']s|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens\s+of|hundreds\s+of|scores\s+of|some|several|many|\d[\d,]*)"
)
_AUXILIARY = (
    r"(?:is|are|was|were|be|been|being|has|had|have|having|will|would|can|could|may|might|must|did|does|do|got|gets)"
)
#: Past forms without -ed, and the present of headlines, of what news tells to happen somewhere.
_IRREGULAR = (
    r"(?:sank|sunk|fell|hit|hits|struck|strikes|went|goes|came|comes|broke|breaks|blew|flew|met|took|takes|made|makes|ran|lost"
    r"|left|shot|burst|began|saw|found|finds|set|sat|stood|lay|kept|fought|caught|brought|rose|drove|rode|swam|threw|dug|hid|hung"
    r"|led|shook|swept|spun|slid|split|stuck|won|drew|cut|put|gave|bled|fled|sped|crept|sent|built|overran|overtook|overturns|sinks|falls"
    r"|crashes|explodes|capsizes|derails|kills|burns|erupts|collapses|plunges|dies|say|says|said|told)"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_VERB = re.compile(
    rf"(?<![\w-])(?:{_AUXILIARY}|{_IRREGULAR}|(?!(?:hundred|shed|sled|called|named|based|located(?!\s+(?:the|an?)\b)|situated|armed|masked|unidentified|suspected)\b)[a-z]+[^\We]ed)\b",
    re.IGNORECASE,
)
#: "armed" behind a determiner describes a noun.
_DESCRIBES_NEXT = re.compile(
    r"\b(?:an?|the|this|that|these|those|another|his|her|its|their|some|several|many|[\w’']+[’']s)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
#: What comes before belongs to another clause: "police said that", "he was on his way when".
_ANOTHER_CLAUSE = re.compile(
    r"(?:\b(?:say|says|said|reported|reports|claimed|announced|added|confirmed)\b(?:\s+that\b)?|\b(?:when|where|while|because|as|after|before)\b)\s+",
    re.IGNORECASE,
)
#: What the clause before names: "died when a storm trapped them".
_THEM = re.compile(r"\b(?:them|him|her|it)\s*$", re.IGNORECASE)
_RELATIVE = re.compile(r"\s+(?:who|which|that)\b.*", re.IGNORECASE | re.DOTALL)
#: ", that fell" at the end, behind the noun that fell.
_RELATIVE_ENDS = re.compile(
    rf"\s{{0,9}},?\s{{1,9}}(?:who|which|that)(?:\s+(?:{_AUXILIARY}|{_IRREGULAR}|\w+ed|\w+ly))+\s*$", re.IGNORECASE
)
_THERE = re.compile(rf"there\s+(?:{_AUXILIARY}\s+)*", re.IGNORECASE)
#: "a hamlet called Ozerne" at the end of a clause: a place that nobody recognised.
_CALLED = re.compile(
    r"\b(?:an?|the|another|nearby)\s+(?:[\w’'-]+\s+){0,3}?(?:village|town|settlement|hamlet|community|municipality|suburb|city|port|resort|island)"
    r"\s+(?:called|named|of|known\s+as)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}\s*$",
    re.IGNORECASE,
)
#: A date or a remark of an agency before the clause: "3 October the rebels", "Text] Units are".
_LEAD = re.compile(
    rf"(?:[^\[\]]{{0,20}}\]\s*|(?:early\s+|late\s+)?(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}|\d{{4}}(?:\s+hours)?|{_DAY})"
    r"(?:\s+(?:morning|afternoon|evening|night))?\s+(?=\w+\s))+",
    re.IGNORECASE,
)
_PREPOSITION = (
    r"(?:in|into|on|onto|at|by|since|during|with|without|under|for|near|from|to|off|over|through|along|across|amid|towards?|inside"
    r"|outside|against|between|among|around|about|within|until|behind|beside)"
)
_NO_NOUN = (
    rf"(?:{_PREPOSITION}|of|{_AUXILIARY}|and|or|but|who|which|that|him|them|us|himself|herself|itself|themselves)"
)
#: Adverbs and nouns that belong to a verb and are no thing: "came ashore", "caught fire".
_PARTICLE = (
    r"(?:ashore|aground|alive|dead|missing|landfall|fire|control|place|today|yesterday|overnight|towards|downwards|sideways|upwards|always"
    r"|backwards|forwards|hours|days|minutes|weeks|months|years|miles|kilomet(?:er|re)s)"
)
#: "the car", or "40 migrants", or bare "positions".
_THING = re.compile(
    rf"\s+(?:{_DETERMINER}(?:\s+(?!{_NO_NOUN}\b)[\w’'-]+){{1,5}}(?:\s+of(?:\s+(?!{_NO_NOUN}\b)[\w’'-]+){{1,3}})?"
    rf"|(?:(?!{_NO_NOUN}\b)[\w’'-]+\s+){{0,2}}(?!{_NO_NOUN}\b|{_PARTICLE}\b)[a-z]{{3,}}[^\Ws]s)\s*",
    re.IGNORECASE,
)
#: A noun phrase with its determiner, at the end of a stretch.
_NOUN = re.compile(
    rf"\b{_DETERMINER}(?:\s+(?!{_NO_NOUN}\b|{_DETERMINER}\s)[\w’'-]+){{1,5}}(?:\s+of(?:\s+(?!{_NO_NOUN}\b)[\w’'-]+){{1,3}})?\s*$",
    re.IGNORECASE,
)
_FIRE_ON = re.compile(r"(?:\s+fire)?\s+(?:on|upon)(?=\s)", re.IGNORECASE)
#: No thing of its own: "left the road", "hit the ground", "sent its last signal".
_OWN = re.compile(r"\s*(?:its\b|the\s+(?:tracks|rails|road|runway|ground|water|shore)\s*$)", re.IGNORECASE)
#: "in a quarry", "on the edge" right before a distance: what lies there.
_SPOT = re.compile(
    rf"\s(?:in|at|on|into|onto|inside)\s+(?=(?:an?|the|his|her|their|another)\s+(?!{_NO_NOUN}\b)[\w’'-]+(?:\s+(?!{_NO_NOUN}\b)[\w’'-]+){{0,3}}\s*$)",
    re.IGNORECASE,
)
_FIRES = re.compile(r"open\w*|fir(?:ed|es)|shot", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
#: What stands behind these is not acted on: "burned 2,000 acres", "made an emergency landing".
_NO_OBJECT = re.compile(
    r"(?:ma[dk]es?|takes?|took|lost|burned|lived|died|covered|travell?ed|blew|went|remained|happened|occurred"
    rf"|{_AUXILIARY})\b",
    re.IGNORECASE,
)
#: "in heavy seas", "on Friday", "overnight" at the end of a clause.
_CIRCUMSTANCE = re.compile(
    rf"\s+(?:{_PREPOSITION}\s+(?!{_PREPOSITION}\b)[\w’'-]+(?:\s+(?!{_PREPOSITION}\b)[\w’'-]+){{0,5}}|(?:(?:late|early|last|this)\s+)*"
    rf"(?:{_DAY}|today|yesterday|overnight|tonight)(?:\s+(?:morning|afternoon|evening|night))?)\s*$",
    re.IGNORECASE,
)
#: The same, of times alone.
_WHEN = re.compile(
    rf"\s+(?:(?:on|since|at|in|from|around|about|before|after)\s+)?(?:(?:late|early|last|this|next)\s+)*(?:{_DAY}|today|yesterday"
    r"|overnight|tonight|midnight|noon|dawn|dusk|night|(?:the\s+)?(?:morning|afternoon|evening)|week|month|year"
    rf"|{_MONTH}\s+\d{{1,2}}|\d{{4}}|\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\.?)"
    r"(?:\s+(?:morning|afternoon|evening|night))?\s*$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\s(?:in|at|near|on|outside|inside|into|onto|to|along|around|behind|beside)\s+(?=[\w’'])", re.IGNORECASE
)
#: Behind "in" or "on" and no place: a time, a manner, an event, what a thing was seen on.
_NO_PLACE = re.compile(
    rf"(?:(?:an?|the|his|her|its|their|what)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_DAY}|{_MONTH}|\d{{4}}|\d{{1,2}}\s|imagery|images?|footage|videos?|photos?|statement|report"
    r"|interview|crash|incident|attack|accident|explosion|blast|clash(?:es)?|raid|operation|custody|connection|seas|fog|weather|condition|fire|flames"
    r"|darkness|depth|speed|way|night|morning|afternoon|evening|least|about)\b",
    re.IGNORECASE,
)
_REST = re.compile(rf"\s+(?!{_PREPOSITION}\b)(?=[\w’'])", re.IGNORECASE)
_CIRCUMSTANCES = 4  # at most; "in heavy seas off the coast on Friday"


def spot_of_clause(text: str, clause: Span) -> Span:
    """What a comma behind a clause sets the distance beside: the "Oak Street" of "a bomb went off at Oak Street,"."""
    end = clause.end
    while cut := _WHEN.search(text, clause.start, end):
        end = cut.start()
    *_, verb = (None, *_verbs(text, clause.start, end))
    for place in _PLACED.finditer(text, verb.end() if verb else clause.start, end):
        if not _NO_PLACE.match(text, place.end(), end):
            return Span(start=place.end(), end=end)
    acted_on = (
        verb is not None
        and not _NO_OBJECT.match(verb.group())
        and not _PASSIVE.search(text, clause.start, verb.start())
    )
    if verb and acted_on and (rest := _REST.match(text, verb.end(), end)):
        return Span(start=rest.end(), end=end)
    return head_of_clause(text, clause)


def head_of_clause(text: str, clause: Span) -> Span:
    """The noun phrase that a clause locates, or the clause itself where it has no verb.

    What is acted on lies where the act does ("Police found the car"); where nothing is acted on the
    subject does ("The ferry sank").
    """
    if called := _CALLED.search(text, clause.start, clause.end):
        return Span(start=called.start(), end=clause.end)
    lead = _LEAD.match(text, clause.start, clause.end)
    start = lead.end() if lead else clause.start
    for other in _ANOTHER_CLAUSE.finditer(text, clause.start, clause.end):
        own = not _THEM.search(text, other.end(), clause.end)
        if own and any(_verbs(text, other.end(), clause.end)):
            start = other.end()
    verbs = list(_verbs(text, start, clause.end))
    if not verbs:
        return clause
    spot = _SPOT.search(text, verbs[-1].end(), clause.end)
    if spot and not _NO_PLACE.match(text, spot.end(), clause.end) and not _WHEN.search(text, spot.start(), clause.end):
        return Span(start=spot.end(), end=clause.end)
    if thing := _acted_on(text, Span(start=start, end=clause.end), verbs[-1]):
        return thing
    if (relative := _RELATIVE_ENDS.search(text, start, clause.end)) and relative.start() > start:
        return noun_at_end(text, Span(start=start, end=relative.start()))
    subject = _RELATIVE.sub("", text[start : verbs[0].start()].rstrip(" ,"))
    if subject.casefold() == "there" or not re.search(r"\w", subject):
        return clause
    return Span(start=start, end=start + len(subject))


def begins_with_verb(text: str, span: Span) -> bool:
    """Whether a stretch goes on with the verb of what stands before it."""
    return _VERB.match(text, span.start, span.end) is not None


def noun_at_end(text: str, span: Span) -> Span:
    """The noun phrase that a relative clause behind it goes on about: the "a blast" of "two died in a blast"."""
    *_, last = (None, *_NOUN.finditer(text, span.start, span.end))
    return Span(start=last.start(), end=span.end) if last else span


def _verbs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of a clause; "a heavily armed group" has none."""
    return (m for m in _VERB.finditer(text, start, end) if not _DESCRIBES_NEXT.search(text, start, m.start()))


def _acted_on(text: str, clause: Span, verb: re.Match[str]) -> Span | None:
    """The object of the last verb; None for a passive and for verbs that have none."""
    start, end = verb.end(), clause.end
    there = _THERE.fullmatch(text, clause.start, verb.start()) is not None
    if not there and (_NO_OBJECT.match(verb.group()) or _PASSIVE.search(text, clause.start, verb.start())):
        return None
    if _FIRES.match(verb.group()) and (fire := _FIRE_ON.match(text, start)):
        start = fire.end()
    for _ in range(_CIRCUMSTANCES):
        if cut := _CIRCUMSTANCE.search(text, start, end):
            end = cut.start()
    thing = _THING.fullmatch(text, start, end) if end > start else None
    if thing is None or _OWN.match(thing.group()):
        return None
    words = thing.group()
    return Span(start=start + len(words) - len(words.lstrip()), end=start + len(words.rstrip()))
