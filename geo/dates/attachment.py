"""Whose day a date is: whether the verb beside it is the happening, carries one, or is another doing."""

import re

from geo.events.vocabulary import CAPTION_TRIGGER, TRIGGER

#: "the toll of the blast rose to 46 on Monday": the day of the count.
_COUNTED_ON = re.compile(
    r"\b(?:toll|dead|deaths|number)\b[^.;]*\b(?:rose|risen|rises|climbed|climbs|jumped|grew|increased|reached|stood|soared)"
    r"(?: to| at)? (?:[\w,]+ ){1,5}$"
)
#: "said on Friday", "Friday said": the day of another doing than the happening's.
_VERB_BEFORE = re.compile(
    r"\b(?P<verb>\w+)\s+(?P<particle>(?:out|off|up|over|down|back|away)\s+)?"
    r"(?:(?:late|early|here|again|on|earlier|him|her|reporters|journalists)\s+)*$"
)
_VERB_BEHIND = re.compile(r"\s+(?:\w+ly\s+)?(?P<verb>\w+)\b")
_IRREGULAR = frozenset("said says told met held gave went came made sent read wrote spoke saw heard got".split())
_TELLING_VERB = re.compile(
    r"\b(?:said|told|announced|reported|declared|congratulated|met with|condemned|asked|called|urged|expressed"
    r"|stated|admitted"
    r"|denied|claimed|confirmed|revealed|disclosed|presented|arrived|visited|signed|issued|published|referred"
    r"|described|warned|demanded|rejected|buried|charged|accused|blamed|decided|approved|voted|spoke"
    r"|commented|searched|combed|dug|scrambled|raced|mourned|commemorated|marked|remembered)\b(?!\W+that\b)"
)
#: The same before a particle: "laid out on Friday", and not "went off".
_WITH_PARTICLE = frozenset("laid taken brought dug given sent".split())
_TELLING = frozenset("reports statement communique interview conference release meeting visit".split())
#: Behind a day these open the next words: "on Thursday armed men came".
_NO_VERB = frozenset("armed unarmed masked hooded unidentified alleged suspected uniformed wounded".split())
#: Verbs that carry a noun of happening: "the attack was carried out on Friday".
_CARRYING = frozenset(
    "began begun occurred happened staged launched perpetrated committed started continued"
    " conducted placed planted reached landed"
    " erupted suffered sustained caused resulted registered recorded followed"
    " ended used involved carried trapped forced"
    " rescued retrieved evacuated discovered located opened thrown hurled tossed lobbed passed touched raged rocked"
    " seized captured ripped swept lasted unfolded intensified resumed flared triggered damaged destroyed"
    " targeted disappeared vanished".split()
)


#: "Wednesday's deadly car bombing": the next words, up to a preposition.
_POSSESSIVE = re.compile(r"['’]s(?: (?!(?:about|after|before|for|in|of|on|over|with)\b)[\w-]+){1,4}")
#: "claimed responsibility for the Dec. 10 bombings".
_HAPPENING_BEHIND = re.compile(
    r" (?:[\w-]+ )?(?:bombings?|attacks?|strikes?|blasts?|explosions?|earthquakes?|quakes?|massacres?|shootings?"
    r"|killings?|crash|floods|protests?|raids?|clashes|riots?|assassination)\b"
)
#: "the trial of a man accused of arson began on Thursday": the day of what the sentence is about.
_PROCEEDINGS = re.compile(
    r"(?:^|[,;:] )(?:(?:the|an?|his|her|their|[\w-]+['’]s) )?(?:[\w-]+ ){0,2}?(?:trials?|hearings?|inquests?"
    r"|inquir(?:y|ies)|investigations?|funerals?|burials?|vigils?|ceremon(?:y|ies)|talks|search(?:es)?|clean-?up|mourning|testimony"
    r"|sentencing|recovery|evacuation|aid|toll) (?:of|into|for|over|on|in|after|from|about)\b[^;]*$"
)
#: "were still holding hostages on Friday": what went on that day began before.
_STILL = re.compile(r"\bstill (?:\w+ing|in|on|under|at|without)\b[^,;]{0,40}$")
#: "as we reported, on 3 July a bus was stopped".
_AS_TOLD = re.compile(r"\bas [^,;]{1,50}, (?:on )?$")
#: "the worst since May": no day of it.
_WORST_SINCE = re.compile(r"\b(?:worst|first|most \w+|\w{3,}est)\b[^,;.]{0,40}\bsince (?:\w+ ){0,2}$")
#: "on Friday the army admitted": the subject of a verb of telling, behind a day that opens the sentence.
_OPENS = re.compile(r"(?:(?:late|early) )?(?:on )?$")
_SUBJECT = re.compile(r",? (?:[\w'’-]+ ){1,4}$")
#: "was shot as he spoke in the square on Friday".
_MEANWHILE = re.compile(r"\b(?:as|while|when) (?:\w+ ){1,3}$")
#: "ten died when a wall subsided on Friday": what happened at once was on that day.
_AT_ONCE = re.compile(r"\b(?:when|as|while) (?:(?:an?|the|their|his|her) )?(?:\w+ ){1,6}$")
_THAT = re.compile(r"\bthat\b")


def is_of_what_follows(low: str, end: int) -> bool:
    """Whether a date that ends there stands as "Wednesday's" before a happening."""
    words = _POSSESSIVE.match(low, end)
    return _HAPPENING_BEHIND.match(low, end) is not None or (
        words is not None and CAPTION_TRIGGER.pattern.search(words.group(), 3) is not None
    )


def _tells_what(before: str, told: int) -> bool:
    """Whether a verb of telling that ends at ``told`` has its happening, or the words that it tells, before a date."""
    return CAPTION_TRIGGER.pattern.search(before, told) is not None or _THAT.search(before, told) is not None


def is_of_another_doing(low: str, start: int, end: int) -> bool:
    """Whether the verb beside a date, from ``start`` to ``end`` of a sentence, is no happening and carries none."""
    if any(doing.search(low, 0, start) for doing in (_COUNTED_ON, _STILL)):
        return True
    opening = start + len("since ") if low.startswith("since ", start) else start
    if _WORST_SINCE.search(low, 0, opening) and not low.startswith(", when", end):
        return True
    before, behind = low[max(0, start - 60) : start], low[end : end + 40]
    if is_of_what_follows(low, end) or _AS_TOLD.search(before):
        return False
    last = [verb for verb in _TELLING_VERB.finditer(before) if not _MEANWHILE.search(before, 0, verb.start())]
    if last and not _tells_what(before, last[-1].end()):
        return True
    if _OPENS.match(low, 0, start) and (told := _TELLING_VERB.search(low, end, end + 60)) is not None:
        subject = _SUBJECT.fullmatch(low, end, told.start())
        if subject is not None and TRIGGER.pattern.search(subject.group()) is None:
            return True
    beside = [m for m in (_VERB_BEFORE.search(before), _VERB_BEHIND.match(behind)) if m is not None]
    if any(m["verb"] in _CARRYING for m in beside):
        return _PROCEEDINGS.search(low, 0, start) is not None
    if _AT_ONCE.search(before):
        return False
    return any(_is_another(m["verb"], m.groupdict().get("particle") or "") for m in beside)


def _is_another(verb: str, particle: str) -> bool:
    """Whether a word is a verb of telling or of some other doing."""
    known = _WITH_PARTICLE if particle else _IRREGULAR | _TELLING
    return (
        (verb.endswith("ed") or verb in known)
        and verb not in _NO_VERB
        and not any(CAPTION_TRIGGER.pattern.fullmatch(words) for words in (verb, f"{verb} {particle}".strip()))
    )
