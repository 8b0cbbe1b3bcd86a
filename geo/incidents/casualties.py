"""Casualty claims: how many were killed, injured or are missing, by whose account."""

import re
from dataclasses import dataclass, replace

from geo.incidents.alone import alone
from geo.incidents.denied import denied_stretches
from geo.incidents.living import ANIMALS, PERSON
from geo.incidents.sentences import Sentence
from geo.model.numbers import find_numbers

_Q = (
    r"(?P<q>at least|no fewer than|no less than|not less than|a minimum of|up to|as many as|no more than|at most"
    r"|more than|over|upwards of|in excess of|about|around|approximately|nearly|almost|close to|some|an estimated"
    r"|roughly|another|the|all|only|just)?"
)
_N = r"(?P<n>0+(?!\d)|dozens|scores|hundreds|thousands|several|many)"
_GAP = (
    r"(?P<noun>(?:(?!\b(?:and|or|but|were|was|while|when|after|who|which|that|said|have|has|had|are|is|kill\w*"
    r"|wound\w*|injur\w*)\b)[\w'.%-]+,?\s+){0,6}?)"
)
_BE = (
    r"(?:(?:,\s)?(?:who |which )?(?:have|has|had|are|is|were|was|be|been|being|also|reportedly|allegedly|confirmed"
    r"|reported|feared|found|left|listed as|instantly|severely|seriously|slightly|badly|lightly|critically|gravely"
    r"|now|later|already|still|remain(?:ed|s)?|or|so far"
    r"|mostly \w+|as|to have|brutally|presumed|believed|be|declared|either|shot|burned|crushed|becom\w+)\s+)*"
)
_KILLED = (
    r"(?:killed|dead|died|die|slain|murdered|assassinated|massacred|perished|drowned|executed|shot dead"
    r"|(?:shot|crushed|trampled|burn(?:ed|t)|beaten|hacked|stabbed|stoned|starved|froze|frozen|strangled) to death"
    r"|gunned down|lost their lives|lost (?:his|her) life|fatalities|deaths|deaths from|fatally"
    r"|succumbed|dying|lives)"
)
_HURT = (
    r"(?:wounded|injured|hurt|hospitali[sz]ed|taken ill|fall(?:en)? ill|fell ill|become ill|became ill|ill"
    r"|sickened|sick|maimed|blinded|injuries|poisoned|under treatment|treated|burned)"
)
_TAKEN = r"(?:(?:taken|rushed|admitted|brought) to (?:an? |the )?(?:\w+ )?(?:hospitals?|clinics?))"
_LOST = r"(?:missing|unaccounted for)"

_PASSIVE = re.compile(
    rf"(?<!\w){_Q}\s*(?<![\w-]){_N}(?:\s+(?P<more>more|others?|or more|of them|people))?(?:,? (?:mostly|including"
    rf"|among them) [\w ¤-]{{1,60}},)?\s+{_GAP}{_BE}(?P<v>{_KILLED}|{_HURT}|{_LOST})\b"
)
_ACTIVE = re.compile(
    rf"\b(?P<v>kill(?:ed|ing|s)|murder(?:ed|ing)|assassinat(?:ed|ing)|massacr(?:ed|ing)|execut(?:ed|ing)"
    rf"|claim(?:ed|ing)(?: the lives of)?|took the lives of|(?:death|murder|killing|assassination|execution)s? of"
    rf"|wound(?:ed|ing|s)|injur(?:ed|ing|es)"
    rf"|hurt(?:ing)?|shot dead|gunned down|blind(?:ed|ing)|sicken(?:ed|ing|s)|hospitali[sz](?:ed|ing)"
    rf"|injuries to|leaving|left)\s+{_Q}\s*{_N}(?=(?P<rest>[^.;]{{0,60}}))"
)
_TOLL = re.compile(
    rf"\b(?P<v>death toll|toll|number of (?:the )?(?:dead|deaths|fatalities|casualties|people killed|wounded"
    rf"|injured|missing))\b(?P<way>[^.;]{{0,110}}?)\b(?:to|at|is|was|stands at|reached|reaches|of)\s+(?:currently "
    rf"|now )?{_Q}\s*{_N}"
)
#: "40 pupils were taken to hospital": things are taken there as well, so that people or a bare number must be.
_TAKEN_THERE = re.compile(
    rf"(?<!\w){_Q}\s*(?<![\w-]){_N}(?:\s+(?:[\w'-]+\s+){{0,3}}?(?:{PERSON}|more|of them)\b"
    r"(?:\s+(?:from|of|in|at|on|with|aboard)"
    r"(?:\s+(?!(?:and|or|but|were|was|while|when|after|who|which|that|said)\b)[\w'-]+){1,6}?)?"
    rf")?\s+{_BE}(?P<v>{_TAKEN})\b"
)
#: "pulled 12 bodies from the rubble", "twelve bodies were found".
_BODIES = re.compile(
    rf"\b(?:recover(?:ed|ing)|pull(?:ed|ing)|found|retriev(?:ed|ing)|discovered|counted|received|saw)\s+{_Q}\s*{_N}\s+"
    r"(?P<v>bodies|corpses)\b(?! of\b)"
)
_BODIES_FOUND = re.compile(
    rf"(?<!\w){_Q}\s*(?<![\w-]){_N}\s+(?P<v>bodies|corpses)\s+(?:(?:have|had|has|were|was|been|so far|already)\s+)+"
    r"(?:recovered|pulled|found|retrieved|discovered|brought|taken)\b"
)
#: "bringing to nine the number of dead".
_BRINGING = re.compile(
    rf"\b(?:bring(?:ing|s)|brought|tak(?:ing|es)|rais(?:ing|ed|es)) to\s+{_Q}\s*{_N}\s+the\s+(?P<v>(?:\w+ )?death toll"
    r"|(?:\w+ )?number of (?:dead|deaths|victims|fatalities|wounded|injured|people (?:killed|known to have died)))\b"
)
#: "three pupils and a teacher were wounded".
_PAIR = re.compile(
    rf"(?<!\w){_Q}\s*(?<![\w-]){_N}\s+(?:[\w'-]+\s+){{0,2}}?{PERSON} and (?P<m>an?|0+)\s+(?:[\w'-]+\s+){{0,2}}?"
    rf"{PERSON}\s+(?:(?:were|was|have been|had been|are)\s+)?(?:also |seriously |slightly )?"
    rf"(?P<v>{_KILLED}|{_HURT}|{_TAKEN})\b"
)
_NUMBERED_DEAD = re.compile(
    rf"\b(?:{_Q}\s*){_N}\s+(?P<v>dead(?! (?:\w+ )?(?:{ANIMALS}|trees?)\b)"
    r"|deaths?|fatalities|killed|wounded|injured|injuries|missing)\b"
)
_ONE = re.compile(
    rf"(?:^|(?<=[\s,\"]))(?P<n>an?|the|his|her|one|another|(?:[\w-]+'s))\s+(?P<noun>(?:(?!\b(?:and|of|in|on|at|by"
    rf"|who|that|was|were|has|had|is|the|said)\b)[\w'¤-]+\s+){{0,4}}?{PERSON}"
    rf"(?<!s)(?<!people)(?<!children)(?<!men)(?<!family)(?<!couple)(?<!crew)(?<!staff))"
    rf"(?:\s+of\s(?:(?!\b(?:who|whose|that|which)\b)[^,.;]){{1,90}}?|,[^,.;]{{1,140}},|\s+\([^)]*\)"
    rf"|\s+(?:named|identified as)\s[^,.;]{{1,40}})?\s+(?:also\s+)?(?P<v>(?:was"
    rf"|has been|had been|is|has|had|were)?\s*(?:also |reportedly |seriously |severely |slightly |critically "
    rf"|instantly )*(?:killed|died|dead|murdered|assassinated|wounded|injured|hurt|shot dead"
    rf"|gunned down|(?:stabbed|hacked|beaten) to death))\b"
)
_ONE_OBJECT = re.compile(
    rf"\b(?P<v>kill(?:ed|ing|s)|murder(?:ed|ing)|assassinat(?:ed|ing)|death of|body of|shot dead|gunned down"
    rf"|wound(?:ed|ing)|injur(?:ed|ing)"
    rf"|murder of|killing of)\s+(?P<n>an?|one|his|her)\s+(?P<noun>(?:(?!\b(?:and|of|in|on|at|by|who"
    rf"|that)\b)[\w'-]+\s+){{0,3}}?{PERSON}(?<!family)(?<!couple)(?<!crew)(?<!staff))\b"
)
_NAMED = re.compile(
    r"(?<![\w.] )(?<!\w)(?P<noun>(?!(?:He|She|It|They|We|I|Who|Some|Many|Most|All|None|Several|Two|Three|One"
    r"|Another|Others|People|The|At|On|In)\s)(?:[A-Z][\w.'-]+\s+){1,4})(?P<v>(?:was|has been|had been"
    r"|were)\s+(?:also |later |fatally |seriously |severely )*(?:killed|murdered|assassinated|shot dead|wounded"
    r"|injured|stabbed to death)|died\b|succumbed|had died|has died)"
)
#: "Pat Roe, who lived nearby, died": the name and its verb stand apart.
_NAMED_AT_LENGTH = re.compile(
    r"(?<!\w)(?P<noun>(?:[A-Z][\w'-]+\s+){1,3}[A-Z][\w'-]+), who\b[^.;]{5,220}?,\s+"
    r"(?P<v>died|was (?:shot and )?killed|was murdered|was (?:seriously |severely )?(?:wounded|injured))\b"
)
_NOBODY = re.compile(
    r"\b(?:(?:no ?-?one|nobody)(?: else)?|no (?:people|persons?|civilians|passengers|other \w+|\w+)"
    r"|none of [\w ]{1,30}?)\s+(?:were|was|has been|have been|had been|is|are)\s+(?:reported(?:ly)?\s+"
    r"|seriously\s+|either\s+)*(?P<v>killed or (?:injured|wounded|hurt)|injured or killed|injured|hurt|wounded"
    r"|killed|harmed)"
    r"|\b(?:no|without(?: any)?|(?:not|n't) (?:cause|result in|suffer|report|inflict)(?:d|ed)? any)\s+(?:reported "
    r"|causing |confirmed |loss of life or |known |serious )*(?P<v2>casualties|injuries|deaths"
    r"|fatalities|victims|loss of life|injured|deaths or injuries|dead or injured|casualties or damage"
    r"|one injured)\b"
)
_KIND_OF = (
    (re.compile(_LOST), "missing"),
    (re.compile(r"wound|injur|hurt|hospital|clinic|\bill\b|sick|maim|blind|poison|treat|burned$"), "injured"),
    (
        re.compile(
            r"kill|dead|die|death|dying|fatal|slain|murder|assassin|massacr|perish|drown|execut|gunned|lives|life|body"
            r"|bodies|corpse|victim|succumb|toll|claim"
        ),
        "killed",
    ),
)
_MASKED = re.compile(
    r"0+[- ](?:years?|yrs?)[- ]old|0+[- ](?:month|week|day)s?[- ]old|(?:aged?|aged about) 0+|0+ years (?:old"
    r"|of age)|\$ ?0+|0+ ?(?:percent|%|per cent|km|kms|kilometers?|kilometres?|miles|meters?|metres?|hours?"
    r"|minutes?|days?|weeks?|months?|years?|a\.m|p\.m|gmt|mm|kg|tons?|tonnes|dollars|pesos|million|cases)\b"
    r"|0+[ -](?:mm|caliber|calibre|metre|meter|hour|year|day)|0+(?:st|nd|rd|th)\b|0+ (?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december) 0+|(?<=[-/:])0+|0+(?=[-/:]0)|(?P<year>\b(?:in|since|of|by"
    r"|year) 0000(?!0))"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a sentence; offsets are relative to the sentence."""

    start: int
    end: int
    #: killed, injured or missing.
    kind: str
    n: int | None
    qual: str
    #: Offset of the number word itself.
    at: int
    #: The upper end of a range.
    n_max: int | None = None


def find_counts(sentence: Sentence, text: str) -> tuple[Count, ...]:
    """Every casualty figure of a sentence in text order; ages, weapons, money and times are none."""
    low = sentence.low
    if not _WORTH_READING.search(low):
        return ()
    masked, values, upper = _mask(low)
    found: list[Count] = []
    nobody = list(_NOBODY.finditer(low))
    for match in nobody:  # the "one" of "no one" is no figure
        masked = _blot(masked, match.span())
    for match in list(_PAIR.finditer(masked)):
        both = _sum(match, values, upper, masked)
        _add(found, both)
        if both is not None:  # the second number is in the sum
            masked = _blot(masked, match.span("m"))
    for pattern in (_BRINGING, _TOLL, _ACTIVE, _PASSIVE, _TAKEN_THERE, _BODIES, _BODIES_FOUND, _NUMBERED_DEAD):
        for match in pattern.finditer(masked):
            _add(found, _figure(match, values, upper, masked))
    for match in nobody:
        for kind in _nobody_kinds(match.group("v") or match.group("v2")):
            _add(found, Count(match.start(), match.end(), kind, 0, "none", match.start() + (kind == "injured")))
    for match in (*_ONE_OBJECT.finditer(masked), *_ONE.finditer(masked)):
        if not any(c.start < match.end() and match.start() < c.end for c in found):
            _add(found, _told(match, 1, match.start("n")))
    _add_named(found, sentence, text)
    for start, end, kind in alone(masked, sentence.raw):
        if not any(c.kind == kind for c in found):
            _add(found, Count(start, end, kind, 1, "exact", start))
    denied = tuple(denied_stretches(low))
    stand = (c for c in found if not any(start <= c.at < end for start, end in denied))
    return tuple(sorted(stand, key=lambda c: c.start))


_WORTH_READING = re.compile(
    r"kill|dead|die|dying|death|slain|murder|assassin|massacr|perish|drown|execut|fatal|lives|life|wound|injur"
    r"|hurt|hospital|\bill\b|sick|blind|poison|treat|missing|unaccounted|toll|casualt|succumb|shot|gunned|stab"
    r"|victims|burned|bodies|corpses|clinic"
)


def _blot(masked: str, stretch: tuple[int, int]) -> str:
    """The sentence without the numbers of a stretch."""
    start, end = stretch
    return masked[:start] + masked[start:end].replace("0", "¤") + masked[end:]


def _add(found: list[Count], count: Count | None) -> None:
    """One number gives one figure of a kind."""
    if count is not None and not any(c.at == count.at and (c.kind == count.kind or c.n != 0) for c in found):
        found.append(count)


#: Longest figure of people, in characters: "nine hundred and ninety-nine thousand nine hundred and ninety-nine".
_LONGEST_NUMBER = 72
#: Digits that are no readable number cannot pass for one.
_NO_DIGITS = str.maketrans("0123456789", "¤" * 10)


def _mask(low: str) -> tuple[str, dict[int, int], dict[int, int]]:
    """The sentence with numbers as runs of 0, their values by offset; other uses of numbers blotted out.

    A range is one run; the last of what is returned holds its upper ends.
    """
    values: dict[int, int] = {}
    chars = list(low.translate(_NO_DIGITS))
    for number in find_numbers(low):
        short = number.span.end - number.span.start <= _LONGEST_NUMBER
        if short and number.value == int(number.value) and number.value < 10_000_000:
            values[number.span.start] = int(number.value)
            chars[number.span.start : number.span.end] = "0" * (number.span.end - number.span.start)
    upper: dict[int, int] = {}

    def merge(match: re.Match[str]) -> str:
        low_end, high_end = values.get(match.start("low"), 0), values.get(match.start("high"), 0)
        if low_end >= high_end or _GREW.search(low[max(0, match.start() - 60) : match.start("low")]):
            return match.group()
        values[match.start()], upper[match.start()] = low_end, high_end
        return "0" * len(match.group())

    masked = _RANGE.sub(merge, "".join(chars))

    def blot(match: re.Match[str]) -> str:
        is_year = match["year"] is None or low[match.end() - 1].isdigit()  # "of nine" is as long as a year
        return "¤" * len(match.group()) if is_year else match.group()

    return _MASKED.sub(blot, masked), values, upper


#: "between 10 and 15", "20-30", "two or three".
_RANGE = re.compile(
    r"(?<![\w¤:/.-])(?:(?P<between>between )|from )?(?P<low>0+)"
    r"(?(between) and |(?: to | or |[-–]))(?P<high>0+)(?![\w¤:/-])"
)
#: "rose from 3 to 5" is no range.
_GREW = re.compile(
    r"\b(?:ros?e|risen|rising|climb\w+|increas\w+|jump\w+|grew|grown|up|went|revis\w+|rais\w+|lower\w+|fell|down"
    r"|dropp?\w*|chang\w+|correct\w+)(?: \w+){0,3} from $"
)


def _kind(words: str) -> str | None:
    """None where the words do not say what became of the people."""
    return next((kind for pattern, kind in _KIND_OF if pattern.search(words)), None)


def _told(match: re.Match[str], n: int, at: int) -> Count | None:
    kind = _kind(match.group("v"))
    return None if kind is None else Count(match.start(), match.end(), kind, n, "exact", at)


_ANIMALS_BEHIND = re.compile(rf"\s+(?:[\w'-]+\s+)?{ANIMALS}\b(?! \w+s\b)")
_ANIMALS_END = re.compile(rf"\b{ANIMALS}\s*$")
#: Warrants and plans are executed as well.
_PEOPLE_BEHIND = re.compile(rf"\s+(?:[\w'-]+\s+){{0,3}}?{PERSON}\b|\s*(?:$|[,:)]|(?:in|on|at|by|last|this)\b)")


def _of_people(match: re.Match[str]) -> bool:
    """Whether those counted are people, as far as the words tell."""
    parts = match.groupdict()
    if parts.get("noun") and _ANIMALS_END.search(parts["noun"]):
        return False
    rest = parts.get("rest")
    if rest is None:
        return True
    return not _ANIMALS_BEHIND.match(rest) and (
        not match.group("v").startswith("execut") or _PEOPLE_BEHIND.match(rest) is not None
    )


def _figure(match: re.Match[str], values: dict[int, int], upper: dict[int, int], masked: str) -> Count | None:
    verb, word = match.group("v"), match.group("n")
    end = match.end("n")
    if verb in ("leaving", "left"):
        outcome = re.match(rf"[^.;,]{{0,50}}?\b({_KILLED}|{_HURT}|{_LOST})\b", match.group("rest"))
        if outcome is None:
            return None
        verb, end = outcome.group(1), match.start("rest") + outcome.end()
    if verb in ("claimed", "claiming") and not re.match(r"\s+(?:\w+ )?(?:lives|victims)", match.group("rest")):
        return None
    kind = _kind(verb)
    if kind is None or not _of_people(match):
        return None
    n = values.get(match.start("n")) if word[0] == "0" else None
    if word[0] == "0" and n is None:
        return None
    qual = _qualifier(match.group("q"), word, masked[match.end("n") : match.end("n") + 9])
    most = upper.get(match.start("n"))
    if "rest" in match.groupdict() and n is not None and most is None:
        n, end = _with_joined(n, match, values, end)
    return Count(match.start(), max(end, match.end("v")), kind, n, qual, match.start("n"), most)


_JOINED = re.compile(
    rf"\s+(?:[\w'-]+ ){{0,4}}?(?:and|,) (?P<n>an?|0+) (?:(?!\b(?:others?|more|were|was|injur\w*"
    rf"|wound\w*)\b)[\w'-]+ ){{0,3}}?{PERSON}\b(?!\s+(?:were|was|injur|wound|hurt))"
)


def _with_joined(n: int, match: re.Match[str], values: dict[int, int], end: int) -> tuple[int, int]:
    """The sum of what one verb governs: "killed seven employees and an officer" counts eight."""
    joined = _JOINED.match(match.group("rest"))
    if joined is None:
        return n, end
    word = joined.group("n")
    offset = match.start("rest") + joined.start("n")
    more = values.get(offset, 0) if word[0] == "0" else 1
    return n + more, match.start("rest") + joined.end()


def _sum(match: re.Match[str], values: dict[int, int], upper: dict[int, int], masked: str) -> Count | None:
    first = _figure(match, values, upper, masked)
    more = values.get(match.start("m")) if match.group("m")[0] == "0" else 1
    return None if first is None or first.n is None or more is None else replace(first, n=first.n + more)


def _qualifier(words: str | None, number: str, after: str) -> str:
    if after.startswith(" or more") or words in (
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "a minimum of",
        "more than",
        "over",
        "upwards of",
        "in excess of",
    ):
        return "min"
    if words in ("up to", "as many as", "no more than", "at most"):
        return "max"
    if number[0] != "0" or words in (
        "about",
        "around",
        "approximately",
        "nearly",
        "almost",
        "close to",
        "some",
        "an estimated",
        "roughly",
    ):
        return "about"
    return "exact"


def _nobody_kinds(words: str) -> tuple[str, ...]:
    killed = re.search(r"kill|death|fatal|loss|dead|casualt|victim|harm", words)
    hurt = re.search(r"injur|hurt|wound|casualt|harm|victim", words)
    return (("killed",) if killed else ()) + (("injured",) if hurt else ())


_NAMES = re.compile(
    r"(?<![\w.] )(?P<names>(?:[A-Z][\w.'-]+\s+){1,3}(?:,\s+(?:[A-Z][\w.'-]+\s*){2,3})*and\s+"
    r"(?:[A-Z][\w.'-]+\s+){2,3})"
    r"(?P<v>were\s+(?:also |later |both |fatally |seriously |severely |slightly )*(?:killed|murdered|shot dead"
    r"|wounded|injured))"
)


def _add_named(found: list[Count], sentence: Sentence, text: str) -> None:
    """A person of that name died: one, unless a figure already covers the words."""
    raw = sentence.span.of(text)
    if raw.isupper():
        return
    for match in _NAMES.finditer(raw):
        people = 1 + len(re.findall(r",|\band\b", match.group("names")))
        _add(found, _told(match, people, match.start()))
    for match in (*_NAMED.finditer(raw), *_NAMED_AT_LENGTH.finditer(raw)):
        if not any(c.start < match.end() and match.start() < c.end for c in found):
            _add(found, _told(match, 1, match.start()))
