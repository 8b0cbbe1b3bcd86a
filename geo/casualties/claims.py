"""Casualty claims: how many were killed, injured, are missing, were abducted or arrested."""

import re
from dataclasses import replace

from geo.casualties.anaphora import LOOKS_BACK, aboard, alike, each_of_one, nth, taken_up
from geo.casualties.coordination import as_many, put_together
from geo.casualties.counts import Count, kind_of, qualifier
from geo.casualties.masking import mask
from geo.casualties.patterns import (
    ACTIVE,
    AMONG,
    AMONG_FIRST,
    AS_WAS,
    BODIES,
    BODIES_FOUND,
    BODIES_OF,
    BRINGING,
    HOSTAGES,
    HURT,
    IN_ALL,
    KILLED,
    LOST,
    MAKING,
    NAMED,
    NAMED_AT_LENGTH,
    NAMED_OBJECT,
    NO_SURVIVORS,
    NOBODY,
    NOBODY_SURVIVED,
    NTH,
    NUMBERED_DEAD,
    ONE,
    ONE_AMONG,
    ONE_AT_LENGTH,
    ONE_BY_CALLING,
    ONE_MORE,
    ONE_OBJECT,
    ONE_TO_DEATH,
    PASSIVE,
    SOMEBODY,
    TAKEN_THERE,
    THE_ONLY,
    TO_DEATH,
    TOLL,
    TOLL_AGAIN,
    TOLL_PUT,
    TOLL_PUT_RIGHT,
    TREATED,
    Q,
)
from geo.casualties.singular import alone
from geo.casualties.tolls import is_of_a_period, relation
from geo.events.denied import denied_stretches
from geo.events.living import ANIMALS, PERSON, VEHICLES
from geo.events.sentences import Sentence


def find_counts(sentence: Sentence, text: str) -> tuple[Count, ...]:
    """Every casualty figure of a sentence in text order; ages, weapons, money and times are none."""
    low = sentence.low
    if not _WORTH_READING.search(low):
        return ()
    masked, values, upper = mask(low)
    masked = as_many(put_together(masked, values), values)
    found: list[Count] = []
    nobody = list(NOBODY.finditer(low))
    for match in nobody:  # the "one" of "no one" is no figure
        masked = _blot(masked, match.span())
    for pattern in _WITH_NUMBER:
        for match in pattern.finditer(masked):
            _add(found, _figure(match, values, upper, masked))
    for match in (*AMONG.finditer(masked), *AMONG_FIRST.finditer(masked)):
        some = _figure(match, values, upper, masked)
        _add(found, some and replace(some, qual="min"))
    earlier = text[max(0, sentence.span.start - LOOKS_BACK) : sentence.span.start]
    for match in (m for pattern in (TOLL_AGAIN, TOLL_PUT, IN_ALL) for m in pattern.finditer(masked)):
        back = "" if match.re is IN_ALL and not match["n3"] else earlier  # "making 12 in all": of those just told of
        _add(found, taken_up(match, values, back + low[: match.start()]))
    for match in NTH.finditer(low):
        _add(found, nth(match))
    if (lost := NOBODY_SURVIVED.search(low)) and (lives := aboard(sentence, text)):
        _add(found, Count(lost.start(), lost.end(), "killed", lives, "exact", lost.start()))
    for match in NO_SURVIVORS.finditer(masked):
        at = match.start("n") if match["n"] else match.start("n2")
        if at in values:
            _add(found, Count(match.start(), match.end(), "killed", values[at], "exact", at))
    for match in nobody:
        for kind in _nobody_kinds(match.group("v") or match.group("v2")):
            _add(found, Count(match.start(), match.end(), kind, 0, "none", match.start() + (kind == "injured")))
    for match in (
        *ONE_TO_DEATH.finditer(masked),
        *ONE_OBJECT.finditer(masked),
        *ONE.finditer(masked),
        *ONE_AT_LENGTH.finditer(masked),
        *ONE_BY_CALLING.finditer(masked),
        *SOMEBODY.finditer(masked),
        *THE_ONLY.finditer(masked),
    ):
        if not _NO_PEOPLE_END.search(match.group("noun")) and not _covered(found, match):
            _add(found, _told(match, 1, match.start("n")))
    for match in ONE_MORE.finditer(masked):
        if not _covered(found, match):
            _add(found, _told(match, 1, match.start("n")))
    for match in ONE_AMONG.finditer(masked):
        became = kind_of(match.group("v") or match.group("v2"))
        if became is not None and not _covered(found, match):
            _add(found, Count(match.start(), match.end(), became, 1, "min", match.start(), part=True))
    _add_named(found, sentence, text)
    for start, end, kind in alone(masked, sentence.raw):
        if not any(c.kind == kind and not (c.start > start and _ALSO.search(low, c.start, c.end)) for c in found):
            of_them = low.startswith(("he ", "she "), start)  # who that is was told before
            _add(found, Count(start, end, kind, 1, "exact", start, part=of_them))
    for match in AS_WAS.finditer(masked):
        _add(found, alike(match, found, values))
    found = each_of_one(found, masked)
    denied = tuple(denied_stretches(low))
    stand = (c for c in found if not any(start <= c.at < end for start, end in denied) and not _is_supposed(low, c))
    whole = tuple(stand)
    told = (c for c in whole if not (_PART_OF.match(low, c.at) and any(_exceeds(other, c) for other in whole)))
    related = (c if c.relation != "own" else replace(c, relation=relation(sentence, c)) for c in told)
    here = (c for c in related if c.relation not in _A_SUM or not is_of_a_period(low, c))
    return tuple(sorted(here, key=lambda c: c.start))


_A_SUM = ("update", "correction", "superseded")
#: "he was shot dead in an attack in which two guards were also killed".
_ALSO = re.compile(r"\balso\b")
#: "ten were hurt, nine of them badly": the nine are among the ten.
_PART_OF = re.compile(r"[\w-]+ of (?:them|whom)\b")


def _exceeds(other: Count, count: Count) -> bool:
    return other.kind == count.kind and (other.n or 0) > (count.n or 0)


_WITH_NUMBER = (
    BRINGING, MAKING, TOLL, TOLL_PUT_RIGHT, TO_DEATH, ACTIVE, HOSTAGES, BODIES_OF, PASSIVE, TAKEN_THERE, BODIES,
    BODIES_FOUND, TREATED, NUMBERED_DEAD,
)  # fmt: skip
_WORTH_READING = re.compile(
    r"kill|dead|die|dying|death|slain|murder|assassin|massacr|perish|drown|execut|fatal|lives|life|wound|injur"
    r"|hurt|hospital|\bill\b|sick|blind|poison|treat|missing|unaccounted|toll|casualt|succumb|shot|gunned|stab"
    r"|victim|burned|\bbod(?:y|ies)\b|corpses|clinic|remains of|abduct|kidnap|hostage|captive|arrest|detain|apprehend"
    r"|rounded up|custody|intensive care|electrocut|slaughter|butcher|behead|lynch|suffocat|asphyx|knif|slash"
    r"|riddled|burns|surviv|in all\b|that to|treatment|tally|figure"
)


#: "could have killed 300", "nearly killed 30".
_SUPPOSED = re.compile(
    r"\b(?:could|might|would)(?: (?:well|easily|also))?(?: have|(?=(?: \w+)? (?:kill|leave|claim|injure|cost|wound)\b))"
)
#: "a model of such a quake showed 3,000 dead".
_RECKONED = re.compile(
    r"\b(?:models?|modelling|modeling|simulations?|scenarios?|exercises?|drills?|projections?|forecasts?)\b[^.;]*"
    r"\b(?:show|suggest|predict|estimat|project|forecast|assum|foresee|foresaw|imagin|involv|with)\w*\b[^.;]*$"
)
_NEARLY = re.compile(r"\b(?:nearly|almost|narrowly)\s+$")


def _is_supposed(low: str, count: Count) -> bool:
    """Whether it is a figure of what might have been."""
    before = low[max(0, count.start - 25) : count.start]
    if _RECKONED.search(low, 0, count.at):
        return True
    return _SUPPOSED.search(before + low[count.start : count.end]) is not None or _NEARLY.search(before) is not None


def _covered(found: list[Count], match: re.Match[str]) -> bool:
    return any(c.start < match.end() and match.start() < c.end for c in found)


def _blot(masked: str, stretch: tuple[int, int]) -> str:
    """The sentence without the numbers of a stretch."""
    start, end = stretch
    return masked[:start] + masked[start:end].replace("0", "¤") + masked[end:]


def _add(found: list[Count], count: Count | None) -> None:
    """One number gives one figure of a kind."""
    if count is not None and not any(c.at == count.at and (c.kind == count.kind or c.n != 0) for c in found):
        found.append(count)


def _told(match: re.Match[str], n: int, at: int) -> Count | None:
    kind = kind_of(match.group("v"))
    return None if kind is None else Count(match.start(), match.end(), kind, n, "exact", at)


_NO_PEOPLE_BEHIND = re.compile(rf"\s+(?:[\w'-]+\s+)?(?:{ANIMALS}|{VEHICLES})\b(?! \w+s\b)")
_NO_PEOPLE_END = re.compile(rf"\b(?:{ANIMALS}|{VEHICLES})\s*$")
_PEOPLE = re.compile(rf"\b{PERSON}\b")
#: Warrants and plans are executed as well.
_PEOPLE_BEHIND = re.compile(rf"\s+(?:[\w'-]+\s+){{0,3}}?{PERSON}\b|\s*(?:$|[,:)]|(?:in|on|at|by|last|this)\b)")


def _of_people(match: re.Match[str]) -> bool:
    """Whether those counted are people, as far as the words tell."""
    parts = match.groupdict()
    if parts.get("noun") and _NO_PEOPLE_END.search(parts["noun"]):
        return False
    rest = parts.get("rest")
    if rest is None:
        return True
    return not _NO_PEOPLE_BEHIND.match(rest) and (
        not match.group("v").startswith("execut") or _PEOPLE_BEHIND.match(rest) is not None
    )


def _figure(match: re.Match[str], values: dict[int, int], upper: dict[int, int], masked: str) -> Count | None:
    verb, word = match.group("v"), match.group("n")
    end = match.end("n")
    if verb in _OUTCOME:
        outcome = _OUTCOME[verb].match(match.group("rest"))
        if outcome is None:
            return None
        verb, end = outcome.group(1), match.start("rest") + outcome.end()
    if verb in ("claimed", "claiming") and not re.match(r"\s+(?:\w+ )?(?:lives|victims)", match.group("rest")):
        return None
    kind = kind_of(verb)
    if (
        kind is None
        or not _of_people(match)
        or _has_object(match, masked)
        or (match.re is PASSIVE and _IN_ASIDE.search(masked, 0, match.start("n")) and _ASIDE_ENDS.search(match.group()))
        or masked.endswith(_OF_THE, 0, match.start("v"))
        or (match.group("v").startswith("in ") and _DIED_AND.search(masked, 0, match.start()))
    ):
        return None
    if kind == "missing" and match.groupdict().get("noun") and not _PEOPLE.search(match.group("noun")):
        return None
    n = values.get(match.start("n")) if word[0] == "0" else None
    if word[0] == "0" and n is None:
        return None
    qual = qualifier(match.group("q"), word, masked[match.end("n") : match.end("n") + 9])
    if match.groupdict().get("beyond"):
        qual = "more_than"
    most = upper.get(match.start("n"))
    return Count(match.start(), max(end, match.end("v")), kind, n, qual, match.start("n"), most)


#: "the soldier, who served with 20 men, died": he did.
_IN_ASIDE = re.compile(r", (?:who|whose|which) [^,;]*\b(?:with|for|over|led|commanded|headed|of) (?:\w+ )?$")
_ASIDE_ENDS = re.compile(r", (?=\w+(?: \w+)?$)")
#: "two dams that burst killed 40": what was counted did it.
_OBJECT = re.compile(rf" {Q}\s*0")
_DONE_TO = re.compile(r"\b(?:was|were|been|being|is|are|be)\b")


def _has_object(match: re.Match[str], masked: str) -> bool:
    """Whether those counted killed or hurt so many others."""
    if "noun" not in match.groupdict() or not match.group("v").endswith("ed"):
        return False
    return _OBJECT.match(masked, match.end("v")) is not None and _DONE_TO.search(match.group()) is None


_LEFT = re.compile(
    rf"(?:(?!\b(?:without|homeless|stranded|displaced|and)\b)[^.;,0]){{0,50}}?\b({KILLED}|{HURT}|{LOST})\b"
)
#: Who is sent to a hospital without being hurt.
_STAFF = r"(?:doctors|medics|nurses|paramedics|surgeons|experts|volunteers|troops|soldiers|suspects|beds|and|or)\b"
_SENT = re.compile(
    rf"\s+(?:(?!{_STAFF})[\w'-]+\s+){{0,8}}?((?:to|in) (?:an? |the )?(?:\w+ )?(?:hospitals?|clinics?))\b"
    r"(?! for (?:tests|checks|check-?ups|observation))"
)
#: What must follow where the verb alone does not say what became of people.
_OUTCOME = {"leaving": _LEFT, "left": _LEFT} | dict.fromkeys(
    ("sent", "sending", "put", "putting", "took", "rushed", "airlifted"), _SENT
)
#: "16 of the injured": a part of those told of before.
_OF_THE = (" of the ", " of those ")
#: "ten died at once and two in hospital": those two died.
_DIED_AND = re.compile(r"\b(?:died|perished|succumbed)\b[^,;.]* and $")


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
    for match in (*NAMED.finditer(raw), *NAMED_AT_LENGTH.finditer(raw), *NAMED_OBJECT.finditer(raw)):
        if not _covered(found, match):
            _add(found, _told(match, 1, match.start()))
