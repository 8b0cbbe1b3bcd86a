"""Who says so: the subject of the reporting verb, or the name after "according to"."""

import re
from dataclasses import replace

from geo.attribution.voices import Speaker
from geo.events.sentences import Sentence

_VERBS = (
    r"said|says?|saying|tells?|told|reported|reports|report|confirmed|confirms|announced|announces|stated|states"
    r"|claimed|claims|added|adds|noted|disclosed|indicated|revealed|estimated|estimates"
    r"|described|commented|puts|put(?! at)|pointed out|explained|declared|acknowledged|asserted|believes?|insisted"
    r"|counted|spoke of|spoken of|g(?:ave|iven) an? (?=(?:\w+ )?(?:toll|figure|number|count))"
    r"|recalled|wrote|tweeted|posted|specified|maintained|suggests?|argued|warned|admitted"
)
_SAYS = re.compile(
    rf"(?<!denied )(?<!denies )(?<!of )(?<!to )\b(?:{_VERBS})\b(?! (?:by|in the|to have been|cases?|infections?)\b)"
)
_ACCORDING = re.compile(r"\baccording to\s+")
_BY_VERB = re.compile(
    r"\b(?:(?:reported|confirmed|announced|said|disclosed|claimed|released|issued) by|(?:corrected|revised|withdrawn"
    r"|lowered|raised|updated|put) (?:(?:up|down) )?(?:(?:to|at) [\w,]+ )?(?:on \w+ )?by)\s+(?=\D)"
)
_STOP = re.compile(
    r"[,;:\"“”()\[\]]|\s(?:said|says|that|who|which|on|in an|in a|after|when|while|but|and (?:the|a|at|more|over"
    r"|\d)|as|quoted|with|from|has|have|had|were|was|is|are|this|today|yesterday"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|late|early|by telephone|here)\b|\.(?:\s|$)|\s--"
)
_LEADING = re.compile(
    r"^(?:however|meanwhile|still|also|but|and|although|though|while|earlier|later|moreover|furthermore"
    r"|in addition|initially|originally|at first|for (?:his|its|her) part|finally|then|yet|nevertheless"
    r"|similarly|separately|so far|as|that|when|because|instead|where|which)\b[,\s]*"
)
_ADVERBIAL = re.compile(
    r"^(?:on|in|at|after|before|during|by|since|according|for|with|from|following|despite|under|as|when|while"
    r"|until|over|among|to|of|late|early|last|yesterday|today|however|meanwhile|still|moreover|also|\d)\b"
)
_TAIL = re.compile(
    r"(?:\s+(?:at first|also|has|have|had|later|earlier|further|today|yesterday|reportedly|again|immediately|then"
    r"|previously|initially|originally|subsequently|publicly|officially|now|on \w+day|\w+day|first|himself|herself"
    r"|itself|repeatedly|would|will|may|might|could|not|did|does|simply|only))+\s*$"
)
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|i|who|which|this|the (?:source|sources|report|same \w+|latter|statement|spokesman"
    r"|spokesperson|spokeswoman|official|officials|ministry|agency|minister|president|governor|mayor|general|chief"
    r"|commander|doctor|officer|prosecutor|judge|ambassador|director|senator))$"
)
_PREDICATE = re.compile(r"(?:made|gave|issued|released|held|wrote|posted|sent|read|added|spoke|told)\b")
#: Longest name of a speaker worth quoting, in characters.
_LONGEST = 110


def find_speakers(sentence: Sentence, text: str, before: str | None) -> tuple[Speaker, ...]:
    """Every voice of a sentence with what it covers; ``before`` is whom "he" or "the ministry" takes up."""
    told, quoted = _subjects(sentence, text, before), _quoted(sentence, text)
    if quoted:  # who quotes is only the channel
        told = [replace(s, who=f"according to {s.who}") for s in told]
    return (*quoted, *told, *_sources(sentence, text))


_QUOTING = re.compile(r",\s(?:quoting|citing)\s+")


def _quoted(sentence: Sentence, text: str) -> tuple[Speaker, ...]:
    """Whom a speaker quotes: "state media said, citing the prosecutor"."""
    low, raw = sentence.low, sentence.span.of(text)
    names = (_name_at(raw, low, match.end()) for match in _QUOTING.finditer(low))
    return tuple(Speaker(name, 0, len(low)) for name in names if name is not None)


#: "the ministry denied this and blamed rebels": the second verb shares the subject of the first.
_VERB_WITH_SUBJECT = re.compile(
    rf"(?<!\bthe )(?<!\ba )(?<!\bany )\b(?:{_VERBS}|denied|denies|rejected|dismissed|condemned|blamed|accused"
    r"|criticised|criticized|praised|urged|ordered|vowed|threatened|denounced|disput(?:ed|es)|contest(?:ed|s)"
    r"|challeng(?:ed|es)|question(?:ed|s)|rejects|dismisses|blames|accuses)\b"
)


_SILENT = re.compile(
    r"\b(?:(?:did|has|have|had|would) not (?:\w+ )?(?:comment|respond|repl|commented|responded)\w*"
    r"|declined to (?:\w+ )?comment|refused to comment|made no comment|gave no comment)\b"
)


def find_silent(sentence: Sentence, text: str) -> str | None:
    """Who is said not to speak: whom "it" takes up in the next sentence; None where nobody is."""
    match = _SILENT.search(sentence.low)
    return None if match is None else _subject_before(sentence.span.of(text), sentence.low, match.start())


def noun_phrase_before(raw: str, low: str, verb: int, before: str | None) -> str | None:
    """The subject that ends before a verb; a pronoun is whom the article spoke of before."""
    if (antecedent := _antecedent(raw, low, verb)) is not None:
        return antecedent
    name = _subject_before(raw, low, _shared_verb(low, verb))
    if name is not None and (said := _SAID_HE.search(name)):  # "the mayor said he held them responsible"
        name = _subject_before(raw, low, low.rindex(said[1], 0, verb))
    return _taken_up(name, before)


_WHICH = re.compile(r", (?:which|who) (?:(?:has|have|had|also|later|in turn) )*$")


def _antecedent(raw: str, low: str, verb: int) -> str | None:
    """Whom "which" or "who" before a verb takes up, where another verb has it as its object: "blamed X, which ..."."""
    which = _WHICH.search(low, 0, verb)
    governing = list(_VERB_WITH_SUBJECT.finditer(low, 0, which.start())) if which else []
    if which is None or not governing or "," in low[governing[-1].end() : which.start()]:
        return None
    return _clean(_CHARGE.split(raw[governing[-1].end() : which.start()])[0])


_SAID_HE = re.compile(r"\b(said|says) (?:that )?(?:he|she|it|they)$")


def _shared_verb(low: str, verb: int) -> int:
    """Where the verb stands whose subject a verb shares: "denied" for the second of "denied this and blamed them"."""
    if re.search(r"\b(?:and|but) (?:also |then |later )?$", low[:verb]) is None:
        return verb
    shared = list(_VERB_WITH_SUBJECT.finditer(low, 0, verb))
    return shared[-1].start() if shared else verb


def _taken_up(name: str | None, before: str | None) -> str | None:
    """Whom a pronoun stands for; "the ministry" only for a voice that is one."""
    if name is None or not _PRONOUN.match(name.casefold()):
        return name
    noun = name.casefold().removeprefix("the ")
    if noun != name.casefold() and (before is None or noun.split()[-1] not in before.casefold()):
        return name
    return before


#: What follows the name of somebody accused.
_CHARGE = re.compile(
    r"\s(?:for|of (?:mass )?(?:murder|terrorism|genocide|war crimes|aggression|treason)\b|of \w+ing|over"
    r"|of the (?:\w+ )?(?:attack|killing|bombing|murder|massacre|blast|raid|shooting|abduction)s?\b"
    r"|in connection)(?=\s|$)"
)


#: "blamed the group and said": what goes on is no name.
_DANGLING = re.compile(r"\s+(?:and|or|but|known|called)$")


def noun_phrase_after(raw: str, low: str, start: int) -> str | None:
    """The name that begins at an offset, up to "for", "of" or a mark."""
    name = _name_at(raw, low, start)
    if name is None:
        return None
    return _clean(_DANGLING.sub("", _CHARGE.split(name)[0]))


#: "no group claimed responsibility": nobody speaks.
_NO_VOICE = re.compile(r"(?:no|nobody|none|neither|not)\b", re.IGNORECASE)


def _subjects(sentence: Sentence, text: str, before: str | None) -> list[Speaker]:
    low = sentence.low
    raw = sentence.span.of(text)
    found = []
    for match in _SAYS.finditer(low):
        name = _subject_after(raw, low, match)
        inverted = name is not None
        name = name or noun_phrase_before(raw, low, match.start(), before)
        if name is None or _NO_VOICE.match(name):
            continue
        trailing = inverted or _is_trailing(low, match) or _follows_its_claim(raw, low, match)
        goes_on = trailing and "," in low[match.end() :]
        span = (
            (0, len(low))
            if inverted or goes_on
            else (0, match.start())
            if trailing
            else (match.end(), _end_of_claim(low, match.end()))
        )
        found.append(Speaker(name, *span))
    return found


#: "Kuti, who is also the member for Isiolo, ": a name and what is said of it, up to its verb.
_APPOSED = re.compile(
    r"(?!(?:On|In|At|After|Before|By|As|When|While)\b)[A-Z\"“][^,]{1,70}, (?:who|which|the|an?|[A-Z])[^,]{2,110}, "
)


def _subject_after(raw: str, low: str, match: re.Match[str]) -> str | None:
    """The subject behind a verb that follows a comma or a quotation: "..., said Pat Roe, the mayor"."""
    if re.search(r"[,\"”]\s*$", low[: match.start()]) is None or _APPOSED.fullmatch(raw[: match.start()]):
        return None
    following = re.match(r"\s+(?!that\b|on\b|in\b|at\b|to\b|by\b)[^,.;\"]{3,90}[,.]", low[match.end() :])
    if (
        following is None
        or _SAYS.search(following.group())
        or re.search(r"\b(?:was|were|is|are|has|have|had)\b", following.group())
    ):
        return None
    return _name_at(raw, low, match.end())


def _is_trailing(low: str, match: re.Match[str]) -> bool:
    """Whether the verb closes the sentence, as in "..., Isaacs said"."""
    rest = low[match.end() :]
    return (
        len(rest.strip(" .\"”'")) == 0
        or re.match(r"\s*(?:today|yesterday|on \w+day|\w+day|in a (?:\w+ ){0,3}statement)?\s*[.\"”]?\s*$", rest)
        is not None
    )


#: What may follow "said" without being what is said: "said on Friday", "said in a post on the site".
_ASIDE = re.compile(
    r"\s+(?:late |early |later |earlier )?(?:on|in|at|via|during|to|through|by|after|from|today|yesterday|\w+day|here"
    r"|there)\b(?!.*\b(?:that|was|were|is|are|has|have|had|killed|wounded|injured|hurt|died)\b)[^;:]*$"
)
#: After a comma these open a clause of its own, not the subject that told the one before.
_JOINING = re.compile(r"(?:but|and|while|although|though|whereas|which|who|as|when|after|where|because|so|yet)\b")
#: What was said stands before a verb that a mark follows.
_MARK = re.compile(r"(?: (?:late |early )?on \w+day| today| yesterday)?\s*(?:$|[.,;]|[\"”])")
#: "told a news conference", "told AFP": whom, and no more of the claim.
_TO_WHOM = re.compile(
    r"(?:\s+(?!(?:that|was|were|is|are|has|have|had|could|would|may|there|died|\d+|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|at|more|about|\w+ed)\b)[\w.'’-]+){1,6}?(?:\s+(?:on|in|by|late|early)\b[^,.;]{0,40})?"
    r"\s*(?:[,;]|\.?\s*$)"
)
_CLAUSE_WITH_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|struck|hit|fell|broke|went|left|shot|died|took|\w{3,}ed)\b"
)


#: "At least five people": no adverb.
_A_FIGURE = re.compile(r"at (?:least|most)\b|\d")


def _follows_its_claim(raw: str, low: str, match: re.Match[str]) -> bool:
    """Whether the claim stands before the speaker: "A bomb killed five people, the mayor said in a post"."""
    comma = low.rfind(", ", 0, match.start())
    if comma < 0 or _JOINING.match(low, comma + 2) or _APPOSED.fullmatch(raw[: match.start()]):
        return False
    closing = _TO_WHOM if match.group().startswith("t") else _MARK
    if closing.match(low, match.end()) is None and _ASIDE.fullmatch(low, match.end()) is None:
        return False
    return (_ADVERBIAL.match(low) is None or _A_FIGURE.match(low) is not None) and _CLAUSE_WITH_VERB.search(
        low, 0, comma
    ) is not None


def _end_of_claim(low: str, start: int) -> int:
    match = re.search(r";|,? but\s", low[start:])
    return start + match.start() if match else len(low)


def _subject_before(raw: str, low: str, verb: int) -> str | None:
    """The noun phrase that ends before a verb, appositions in commas included."""
    opening = (
        max(low.rfind(mark, 0, verb) for mark in ('"', "“", "”", ";", ":", " -- ", " but ", " and that ", "[", "]")) + 1
    )
    piece = raw[opening:verb]
    tail = _TAIL.search(piece.casefold())
    piece = piece[: tail.start()] if tail else piece
    apposed = piece.rstrip().endswith(",")
    parts = [p.strip() for p in piece.split(",") if p.strip()]
    parts = [p for n, p in enumerate(parts) if not (n and apposed and _SAID_OF_IT.match(p))]
    parts = [q for p in parts if (q := _strip_leading(p)) and not q.casefold().startswith(("quoting ", "citing "))]
    while parts and _ADVERBIAL.match(parts[0].casefold()) and len(parts) > 1:
        parts = parts[1:]
    if not parts:
        return None
    while len(parts) > 1 and _HAPPENED.search(parts[0].casefold()):  # what is told before who tells it
        parts = parts[1:]
    if len(parts) > 1 and _PREDICATE.match(parts[-1].casefold()):  # "Roe, the owner, made a comment saying"
        parts, apposed = parts[:-1], True
    name = _apposition(parts) if apposed else parts[-1].split(" in which ")[-1]
    name = re.split(r"\s(?:who|which)\s", name)[0]
    if not apposed:
        name = _RELATIVE.sub("", name) if _SAYS.search(name) is None else name
        name = re.split(r"\s(?:that|which|when|where|while|(?<!named )after|as|because|with|and then|whose)\s", name)[
            -1
        ]
    return _clean(name)


_ANOTHER_CLAUSE = re.compile(r"\s(?:that|which|when|where|while|(?<!named )after|as|because|with|and then|whose)\s")
#: "the company that runs the mine".
_RELATIVE = re.compile(r"(?<=\w)\s(?:that|which|whose)\s.*")
#: "Freedonia, which lost nine citizens, accused".
_SAID_OF_IT = re.compile(r"(?:which|who) (?!said|says)")
#: A verb of what happened; no name of a speaker holds one.
_HAPPENED = re.compile(
    r"(?<!^)\b(?:was|were|has been|have been|had been|(?:killed|wounded|injured|struck|hit|destroyed|damaged)"
    r"(?= (?:a|an|the|its|his|her|at|in|on|by|when|while|\d+|\w+ (?:people|civilians|soldiers|men|women|others))\b))"
)


#: "the governor, Pat Roe", behind what was told.
_OF_A_NAME = re.compile(r"(?:the|an?|its|his|her|their)\s")
_FULL_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+")


def _apposition(parts: list[str]) -> str:
    """Both halves of a name in apposition: "Kenya's livestock minister, Mohammed Kuti"."""
    named = len(parts) > 2 and _OF_A_NAME.match(parts[-2]) and _FULL_NAME.fullmatch(parts[-1])
    last = named or (len(parts) > 2 and not parts[0][0].isupper())
    whole = ", ".join(parts[-2:]) if last else ", ".join(parts[:2])
    return whole if len(whole) <= _LONGEST else parts[0]


_REPORTS_SAY = re.compile(
    r"^(?:the |some |media |news )?(?:reports?|sources) (?:say|said)s?(?: that)?\s+", re.IGNORECASE
)


#: "On Sunday the government": no comma stands between.
_ON_A_DAY = re.compile(
    r"^(?:(?:(?:late|early|later|earlier) )?(?:on|by|in|at) (?:the )?(?:(?:early|late|same) )?"
    r"(?:\w+day(?: (?:morning|afternoon|evening|night))?|morning|afternoon|evening|night|nightfall|dawn|midnight)"
    r"|(?:an?|one|two|three|some|several|\d+) (?:\w+ )?(?:hours?|days?|weeks?|months?) (?:later|earlier)),? (?=\w)",
    re.IGNORECASE,
)


def _strip_leading(part: str) -> str:
    part = _ON_A_DAY.sub("", _REPORTS_SAY.sub("", part))
    match = _LEADING.match(part.casefold())
    return _ON_A_DAY.sub("", part[match.end() :].strip()) if match else part


def _name_at(raw: str, low: str, start: int) -> str | None:
    """The name that begins at an offset: after "said" or "according to"."""
    lead = len(low[start:]) - len(low[start:].lstrip())
    match = _STOP.search(low, start + lead + 1)
    name = raw[start + lead : match.start() if match else len(raw)]
    return _clean(name)


#: "according to the head of the service, Pat Roe".
_NAME_BEHIND = re.compile(r", [A-Z][\w.'-]+(?: [A-Z][\w'-]+){1,2}(?=[.,;]|$)")


def _sources(sentence: Sentence, text: str) -> list[Speaker]:
    low, raw = sentence.low, sentence.span.of(text)
    found = []
    for match in (*_ACCORDING.finditer(low), *_BY_VERB.finditer(low)):
        name = _name_at(raw, low, match.end())
        if name is not None and (named := _NAME_BEHIND.match(raw, raw.find(name, match.end()) + len(name))):
            name += named.group()
        if name is not None and not re.match(
            r"(?:data|reports?|figures|preliminary|initial|early) (?:from|by)\b", name.casefold()
        ):
            found.append(Speaker(f"according to {name}", 0, len(low)))
    found.extend(
        Speaker(f"according to {match.group(1).removeprefix('the ')}", 0, match.start())
        for match in re.finditer(r",\s+((?:the\s)?[A-Z][\w.' -]{1,40}?) (?:said|reported|reports|says)\.?\s*$", raw)
    )
    return found


_NO_NAME = re.compile(r"also|that|and|(?:he|she|it|they|not|up|down) .*")
#: No name ends in one.
_SMALL_WORDS = frozenset("to be been was were is are by the of being a".split())


def _clean(name: str) -> str | None:
    name = re.sub(r"\s+", " ", name).strip(" ,.\"“”'-[]()")
    words = name.split()
    if (
        not words
        or words[0] in ("not", "up", "down")
        or len(name) > _LONGEST
        or len(words) > 16
        or not any(c.isalpha() for c in name)
    ):
        return None
    folded = name.casefold()
    if _ADVERBIAL.match(folded) or _NO_NAME.fullmatch(folded) or folded.split()[-1] in _SMALL_WORDS:
        return None
    return name
