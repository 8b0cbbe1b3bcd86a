"""The subject of a stated distance: what the text locates by it."""

import re
from collections.abc import Callable

from geo.distances.antecedents import Scope, antecedent, is_generic
from geo.distances.heads import begins_with_verb, head_of_clause, noun_at_end, spot_of_clause
from geo.distances.spots import is_indefinite, spot_at_end
from geo.model.distance import Anchor
from geo.model.text import Mention, Span, Use

_VERB = (
    r"(?:is|are|was|were|lies|lie|lay|lying|sits|stands|stood|cent(?:er|re)d|located|situated|found|based|set|nestled|placed"
    r"|remains?)"
)
#: "which is located", "located", "lies", "at a distance of" at the end of what stands before a quantity.
_LOCATING = re.compile(
    rf"(?:\s{{0,9}},?\s{{0,9}}\b(?:which|that|who)\b)?(?:\s{{0,9}},?\s{{0,9}}\b(?:also|still|now|itself|not\s+far,)\b)?(?P<verb>(?:\s{{0,9}},?\s{{0,9}}\b{_VERB}\b)+)?"
    r"(?:\s{0,9},?\s{0,9}\b(?:at|an?|a\s+distance\s+of|at\s+a\s+distance\s+of|nearby|respectively|just|now|still|already)\b)?\s{0,9}$",
    re.IGNORECASE,
)
#: "took place" before a quantity: what lies there is what happened, not where its parties are from.
_HAPPENED = re.compile(
    r"\s*\b(?:(?:which|that)\s+)?(?:(?:took|takes|taken)\s+place|occurred|occurs|happened|happens)\s*$", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|was|were|lies|lie|lay|sits|stands|stood|remains?)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|that|who)\b", re.IGNORECASE)
_SPLIT = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;()\[\]]|\s--?-?\s|\s?[–—]\s?|\.\s|\n")
_CLAUSE = re.compile(
    r"(?:^|[;:\n]|\.\s|\s--\s|\s[–—]\s|\b(?:and|but|that|while|said|as|because|where)\b)", re.IGNORECASE
)
_SAYS = re.compile(r"[;:\n]|\.\s|\b(?:that|say|said|says)\b", re.IGNORECASE)
_QUALIFIES = re.compile(
    r"\s*(?:which|that|capital\s+of|in|on|between|near|along|inside|just|about|part\s+of|home\s+(?:to|of)|also|not\s+far|close\s+to|known|population"
    r"|once|across|opposite|beside|(?:the\s+)?(?:seat|site|home)\s+of|one\s+of)\b",
    re.IGNORECASE,
)
_GENERIC_NOUN = re.compile(
    r"\b(?:city|town|village|port|capital|neighbou?rhood|suburb|settlement|community|hamlet|island|islands|district|area|place|municipality"
    r"|locality|stronghold|hub|resort|outpost|enclave|hometown|crossroads|base)\b",
    re.IGNORECASE,
)
#: "the Kalundu municipality area", behind which only its region follows: "in Haut-Uele region".
_GENERIC_END = re.compile(rf"{_GENERIC_NOUN.pattern}(?:\s+area)?\s*$", re.IGNORECASE)
#: A segment that goes on about something two segments before: ", in the east, between A and B,".
_CONTINUES = re.compile(r"\s*(?:which|between|capital\s+of|part\s+of)\b", re.IGNORECASE)
_SITS_ON = re.compile(r"\s+(?:is|lies|lay|sits|stands|stood)\s+(?:on|in|at|along|near|by)\s", re.IGNORECASE)
_OWN_PLACE = re.compile(r"\b(?:municipality|city|town|village)\s*$", re.IGNORECASE)
#: What tells that the name before it is a town's, and that name.
_A_TOWN = re.compile(rf"\s*an?\s+(?:[\w-]+\s+){{0,2}}?{_GENERIC_NOUN.pattern}", re.IGNORECASE)
_BARE_NAME = re.compile(r"\b[a-z]+\s+(?P<name>[A-Z][\w'’-]*[a-z](?:\s[A-Z][\w'’-]*[a-z]){0,2})\s*$")
_INDEFINITE = re.compile(r"\s*(?:an?|one\s+of)\b", re.IGNORECASE)
#: A segment whose subject stands in the one before it.
_PREDICATE = re.compile(r"\s*(?:was|were|is|are|has|had|(?:many|some|most|all)\s+of\s+who)\w*\b", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"\s*(?:in|on|at|to|for|near|from|after|before|during|according|meanwhile|however|still|also|today|now|by|with|since|of)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_IS_A_PLACE = re.compile(
    r"\s(?:is|was|are|were)\s+(?:an?|one\s+of|the)\s+(?:[\w'’-]+\s+){0,4}?(?:city|town|village|port|capital|suburb|settlement|community|hamlet"
    r"|islands?|island\s+nation|group|resort|base|neighbou?rhood|municipality|district)(?:\b[^.;:]*,)?\s*$",
    re.IGNORECASE,
)
#: "It" or a name that nobody recognised, before "is a town".
_SUBJECT_ALONE = re.compile(
    r"it|(?:the|this)\s+(?:city|town|village|settlement|place|port)"
    r"|(?-i:(?!(?:It|He|She|They|We|There|Here|This|That|The|An?|One)\b)[A-Z][\w'’-]{2,}(?:\s[A-Z][\w'’-]*){0,3})",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(r"(?:(?:the\s+)?(?:city|town|village|port|settlement)\s+(?:of\s+)?)?", re.IGNORECASE)
_APPOSITIVE = re.compile(r"\s*(?:an?|the|its?|their|one|another|whose|[\w’']+['’]s?)\b", re.IGNORECASE)
_ADMIN = re.compile(
    r"\b(?:department|province|state|oblast|region|county|governorate|prefecture|republic|territory|voivodeship|dept)\s*$",
    re.IGNORECASE,
)
#: Words that may stand between a name and the end of its phrase.
_AFTER_NAME = re.compile(
    r"[\s.'’”\"]*(?:(?:city|town|village|municipality|area|sector|district|region|department|province|oblast|county|port|airport|air|force"
    r"|base|airbase|island|islands|jurisdiction|harbou?r|valley|neighbou?rhood|station|prison|camp|itself|volcano|suburb|beach|resort"
    r"|state|farm|police|raion|settlement|community|\([^()]*\)|\[[^\[\]]*\])[\s.'’”\"]*)*$",
    re.IGNORECASE,
)
#: A trailing phrase that says no more than on which shore or border the named place lies.
_TRAILING = re.compile(
    r"\s+(?:on|near|along|off|by)\s+(?:the|its|\w+['’]s)\s+(?:[\w'’-]+\s+){0,3}(?:coast|border|shore|frontier|highway|river|road)\s*$",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?", re.IGNORECASE)
_STANDS_IN = re.compile(r"\b(?:in|at|near|of|outside|around)\s+(?:the\s+)?$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ic|ch|i)$", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:(?:and|but|or|in|at|from|near|of|to|on|outside|around|by|for|with|into|over|against|meanwhile)\s+)+",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\s*the\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight|tonight|morning|afternoon|evening|night|day|week|month"
    r"|year|hours?|minutes?|meanwhile|however|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|\d{4})\W*$",
    re.IGNORECASE,
)
#: The sentence goes on with its verb, no comma closes an apposition: "a village 12 km west of Bakhmut was hit".
_VERB_FOLLOWS = re.compile(
    r"(?:\([^()]*\)|(?!\b(?:that|which|who|where|when|and|as|after|before|while)\b)[^,;:()])*?\b(?:was|were|is|are|has|had|have|came|fell|lost|burned"
    r"|caught|went|saw|suffered|remains?|remained)\b",
    re.IGNORECASE,
)
#: Before a phrase that only adds to the noun before it: "home of a", "a city with a".
_NOUN_GOES_ON = re.compile(r"\b(?:with|as|like|than|for|(?:site|home|seat|host)\s+(?:of|to))\s*$", re.IGNORECASE)
_WORDS_OF_A_PREPOSITION = 3
#: A lead that only says which event of several the sentence tells: "In a separate incident,".
_SEPARATE = re.compile(
    r"\s*(?:in|during|after|before|following)\s+(?:an?|another|the|one)\s+(?:[\w-]+\s+){0,2}?(?:incident|attack|strike|raid|case|event"
    r"|operation|episode|development|blast|assault|clash|shooting|explosion)\s*,\s*",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"\s*[,(–—]|\s--?\s")
_LONGEST_EVENT = 90  # characters of a clause that serves as subject


def find_subject(scope: Scope, end: int) -> Anchor | None:
    """What stands before ``end``, the first character of the quantity, and is located by it."""
    tail = _LOCATING.search(scope.text, scope.sentence.start, end)
    stop = tail.start() if tail else end
    if stop <= scope.sentence.start:
        return None
    locating = scope.text[stop:end]
    happened = _HAPPENED.search(scope.text, scope.sentence.start, stop)
    stop = happened.start() if happened and happened.start() > scope.sentence.start else stop
    lead = _SEPARATE.match(scope.text, scope.sentence.start, stop)
    before = Span(start=lead.end() if lead and lead.end() < stop else scope.sentence.start, end=stop)
    if happened:
        which = _RELATIVE.search(scope.text, happened.start(), happened.end())
        return _event(scope, before, find_head=noun_at_end if which else head_of_clause)
    if (described := _described(scope, before)) is not None:
        return described
    if _FINITE.search(locating) and not _RELATIVE.search(locating):
        return _of_clause(scope, before)
    defines = _RELATIVE.search(locating) is not None and "," not in locating
    return _spot(scope, before, end) or _of_apposition(scope, before, find_head=noun_at_end if defines else None)


def _spot(scope: Scope, before: Span, end: int) -> Anchor | None:
    """The village of "In Kherson, rockets hit a village": a thing of its own, that describes no name before it."""
    segments = _segments(scope, before)
    spot = spot_at_end(scope.text, segments[-1]) if segments else None
    if spot is None or scope.inside(spot) or (len(segments) > 1 and not _is_new(scope, segments, spot, end)):
        return None
    words, restricted = spot.of(scope.text), "," not in scope.text[spot.end : end]
    fresh = is_indefinite(words) or (restricted and _DEFINITE.match(words))
    found = antecedent(scope, words, spot.start) if is_generic(words) and not fresh else ()
    return Anchor(text=words, span=spot, mentions=found)


def _is_new(scope: Scope, segments: list[Span], spot: Span, end: int) -> bool:
    """Whether the phrase that ends the last segment is no apposition to the segments before it."""
    lead = scope.text[segments[-1].start : spot.start]
    if not lead.strip():
        framed = _ADVERBIAL.match(segments[-2].of(scope.text)) is not None
        return (
            framed and (_TIME.search(segments[-2].of(scope.text)) or _VERB_FOLLOWS.match(scope.text, end)) is not None
        )
    if _APPOSITIVE.match(lead) and _GENERIC_NOUN.search(lead):
        return False
    if _PREDICATE.match(lead):
        return len(lead.split()) > 1  # "was hit at a base", not "has a base"
    if _RELATIVE.match(lead.lstrip()) or _QUALIFIES.match(lead):
        return _ADVERBIAL.match(lead) is not None and len(lead.split()) > _WORDS_OF_A_PREPOSITION
    return _NOUN_GOES_ON.search(lead) is None


def _described(scope: Scope, before: Span) -> Anchor | None:
    """The X of "X, population 600,000, is a city of Guerrero, 300 miles from"."""
    copula = _IS_A_PLACE.search(scope.text, before.start, before.end)
    if not copula or copula.start() <= before.start:
        return None
    segments = _segments(scope, Span(start=before.start, end=copula.start()))
    phrase = _plain(scope.text, segments[0]) if segments else None
    if phrase is None:
        return None
    named = _named_at_end(scope, segments[0])
    if "," in copula.group():
        return named or _unnamed(scope, phrase)
    alone = named and named.span and _NOTHING_MORE.fullmatch(scope.text, phrase.start, named.span.start)
    if named is None and _SUBJECT_ALONE.fullmatch(phrase.of(scope.text)):
        return _unnamed(scope, phrase)
    return named if alone else None  # "One of the targets in X was a base": the base lies there


def _of_clause(scope: Scope, before: Span) -> Anchor | None:
    """The grammatical subject of "X is 40 km from": the head of its clause."""
    openings = _CLAUSE.finditer(scope.text, before.start, before.end)
    starts = [m.end() for m in openings if not scope.in_name(m.start()) and m.end() < before.end]
    segments = _segments(scope, Span(start=starts[-1] if starts else before.start, end=before.end))
    own = [s for s in segments if not _ADVERBIAL.match(s.of(scope.text))]
    for segment in (*own[:1], *own[-1:]):
        if named := _named_at_end(scope, segment):
            return named
    aside = own and (_APPOSITIVE.match(own[-1].of(scope.text)) or _RELATIVE.match(own[-1].of(scope.text).lstrip()))
    last = own[-1] if own and not aside else None
    phrase = _plain(scope.text, last or own[0]) if own else None
    return _unnamed(scope, phrase) if phrase else None


def _event(scope: Scope, before: Span, *, find_head: Callable[[str, Span], Span]) -> Anchor | None:
    """The "fighting" of "he said that the fighting took place": what the last clause begins with, whatever it names."""
    openings = [m.end() for m in _SAYS.finditer(scope.text, before.start, before.end) if m.end() < before.end]
    segments = _segments(scope, Span(start=openings[-1] if openings else before.start, end=before.end))
    own = [s for s in segments if not _ADVERBIAL.match(s.of(scope.text))]
    phrase = _plain(scope.text, own[0]) if own else None
    if phrase is None:
        return None
    head = _shortened(scope.text, find_head(scope.text, phrase))
    return Anchor(text=head.of(scope.text), span=head)


def _of_apposition(scope: Scope, before: Span, *, find_head: Callable[[str, Span], Span] | None) -> Anchor | None:
    """The head of a chain such as "Ilobasco, Cabanas department, located"."""
    segments = _segments(scope, before)
    aside = ""
    while len(segments) > 1 and _describes(scope, segments[-2], segments[-1]):
        aside = segments.pop().of(scope.text)
    if not segments:
        return None
    if _A_TOWN.match(aside) and (bare := _bare_name_at_end(scope, segments[-1])):
        return bare
    if named := _named_at_end(scope, segments[-1]) or _named_at_start(scope, segments[-1]):
        return named
    if len(segments) > 1 and (own := _far_subject(scope, segments)):
        return own
    start = (
        segments[-2].start
        if len(segments) > 1 and _PREDICATE.match(segments[-1].of(scope.text))
        else segments[-1].start
    )
    phrase = _plain(scope.text, Span(start=start, end=segments[-1].end))
    return _unnamed(scope, phrase, find_head) if phrase else None


def _bare_name_at_end(scope: Scope, segment: Span) -> Anchor | None:
    """The Sake of "rebels took Sake, a town": behind words written small a name that nobody recognised."""
    name = _BARE_NAME.search(scope.text, segment.start, segment.end)
    if name is None or scope.inside(Span(start=name.start("name"), end=segment.end)):
        return None
    return Anchor(text=name["name"], span=Span(start=name.start("name"), end=name.end("name")))


def _far_subject(scope: Scope, segments: list[Span]) -> Anchor | None:
    """The ferry of "The ferry, with 60 people aboard, sank 5 km from"; None where the last segment says more."""
    last = _plain(scope.text, segments[-1])
    if last is None or not begins_with_verb(scope.text, last) or _SET_OFF.match(scope.text, last.end):
        return None
    if head_of_clause(scope.text, last) != last:
        return None
    own = [
        s
        for s in segments[:-1]
        if not (_ADVERBIAL.match(s.of(scope.text)) or _RELATIVE.match(s.of(scope.text).lstrip()))
    ]
    phrase = _plain(scope.text, own[-1]) if own else None
    head = _shortened(scope.text, head_of_clause(scope.text, phrase)) if phrase else None
    return Anchor(text=head.of(scope.text), span=head) if head else None


def _describes(scope: Scope, earlier: Span, segment: Span) -> bool:
    """Whether a segment only describes the place that an earlier segment ends with."""
    words = segment.of(scope.text)
    if _RELATIVE.match(words.lstrip()) and _named_at_end(scope, segment):
        return False  # "which is near the base of X": X is the head
    if _named_at_end(scope, earlier) is None:
        named = _INDEFINITE.match(words) and _GENERIC_NOUN.search(words) and not _TIME.search(earlier.of(scope.text))
        outer = _QUALIFIES.match(words) and _ADMIN.search(words) and _GENERIC_END.search(earlier.of(scope.text))
        return bool(_CONTINUES.match(words) or named or outer)
    if _QUALIFIES.match(words) or _ADMIN.search(words):
        return True
    names = scope.inside(segment)
    if len(names) == 1 and not re.search(r"\w", words.replace(names[0].text, "", 1)):
        return not _OWN_PLACE.search(words)  # "Springfield, Massachusetts", but not "his farm, Venecia municipality"
    return bool(_APPOSITIVE.match(words) and _GENERIC_NOUN.search(words))


def _named_at_end(scope: Scope, segment: Span) -> Anchor | None:
    """The last name of a segment, if nothing but a generic noun stands behind it."""
    shore = _TRAILING.search(scope.text, segment.start, segment.end)
    end = shore.start() if shore else segment.end
    names = [m for m in scope.inside(segment) if m.span.end <= end and (m.span.end == end or not _is_adjective(m))]
    if not names or not _AFTER_NAME.match(scope.text[names[-1].span.end : end]):
        return None
    head = names[-1]
    if len(names) > 1 and _IN.fullmatch(scope.text, names[-2].span.end, head.span.start):
        inside = _STANDS_IN.search(scope.text, segment.start, names[-2].span.start)
        head = names[-2] if inside else head  # "in Homs in Syria"; but "men from Homs in Damascus"
    return Anchor(text=head.text, span=head.span, mentions=(head,))


def _named_at_start(scope: Scope, segment: Span) -> Anchor | None:
    """The Saraqib of "Saraqib sits on the highway 50 km south of"."""
    names = [m for m in scope.inside(segment) if not _is_adjective(m)]
    if not names or scope.text[segment.start : names[0].span.start].strip():
        return None
    if not _SITS_ON.match(scope.text, names[0].span.end, segment.end):
        return None
    return Anchor(text=names[0].text, span=names[0].span, mentions=(names[0],))


def _is_adjective(mention: Mention) -> bool:
    """Whether a name only says of which country something is: "Russian"."""
    return mention.use is Use.ASSOCIATIVE and _ADJECTIVE.search(mention.text) is not None


def _unnamed(scope: Scope, phrase: Span, find_head: Callable[[str, Span], Span] | None = None) -> Anchor:
    words = phrase.of(scope.text)
    bare = _LEAD_IN.sub("", words) or words
    whole = Span(start=phrase.end - len(bare), end=phrase.end)
    found = antecedent(scope, bare, whole.start) if is_generic(bare) else ()
    find_head = find_head or (spot_of_clause if _SET_OFF.match(scope.text, phrase.end) else head_of_clause)
    head = whole if found else _shortened(scope.text, find_head(scope.text, whole))
    return Anchor(text=head.of(scope.text), span=head, mentions=found)


def _segments(scope: Scope, before: Span) -> list[Span]:
    """The stretches between commas, dashes and brackets, names kept whole."""
    remarks = [m.span() for m in _BRACKETS.finditer(scope.text, before.start, before.end)]
    cuts = [
        m.span()
        for m in _SPLIT.finditer(scope.text, before.start, before.end)
        if not scope.in_name(m.start()) and not any(a <= m.start() < b for a, b in remarks)
    ]
    edges = [before.start, *(edge for cut in cuts for edge in cut), before.end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Span(start=a, end=b) for a, b in pairs if scope.text[a:b].strip()]


def _plain(text: str, segment: Span) -> Span | None:
    """A segment without outer blanks."""
    start, end = segment.start, segment.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _shortened(text: str, span: Span) -> Span:
    """The last words of a clause that is long."""
    blank = text.find(" ", span.end - _LONGEST_EVENT, span.end) if span.end - span.start > _LONGEST_EVENT else -1
    return Span(start=blank + 1, end=span.end) if blank > 0 else span
