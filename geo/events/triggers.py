"""Triggers: the words of a sentence that name a happening, and in what sense they are used."""

import re
from dataclasses import dataclass
from enum import StrEnum

from geo.events.denied import denied_stretches
from geo.events.figurative import names_a_happening
from geo.events.lexicon import Sense
from geo.events.sentences import Sentence
from geo.events.vocabulary import CAPTION_TRIGGER, TRIGGER
from geo.model.incident import IncidentType
from geo.model.incident import IncidentType as T


class Mode(StrEnum):
    """How a happening is spoken of."""

    ASSERTED = "asserted"
    ATTEMPTED = "attempted"
    #: Planned, feared, threatened, supposed.
    UNREAL = "unreal"
    #: What often or always happens, or a kind of happening.
    GENERIC = "generic"
    #: A charge or a trial: the happening lies behind it.
    LEGAL = "legal"
    NEGATED = "negated"
    #: Somebody denies that it happened at all, or calls reports of it false.
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening; offsets are relative to the sentence."""

    start: int
    end: int
    word: str
    sense: Sense
    mode: Mode
    #: "the blast": it takes up what was told.
    definite: bool
    #: "another missile", "a second blast": it is told for the first time.
    another: bool


_DENIED_THAT = re.compile(r"\b(?:denied|denies|denying) that (?=(?:an?|any|there)\b)[^;]{0,60}$")
#: "the army denied that it had shelled the camp": who denies it does not say that nobody did.
_DENIED_DOING = re.compile(r"\b(?:denied|denies|denying) that (?:it|they|he|she|its|their|his|her)\b[^;,.]{0,60}$")
_UNREAL = re.compile(
    r"\b(?:would|could|(?<!\d )(?<!\bin )(?<!\bof )(?<!\blast )(?<!\bsince )(?<!\bearly )(?<!\blate )may(?! \d| day\b)"
    r"|might|should|will|shall|'ll|if|unless|whether|(?:to )?prevent(?:ed|ing|s)?|avoid(?:ed"
    r"|ing|s)?|avert(?:ed)?|threat(?:s|en|ens|ened|ening)?(?: of| to)?"
    r"|plan(?:s|ned|ning)?|plot(?:s|ted|ting)?|intend\w*|fear(?:s|ed|ing)?|risks?|possib\w+|potential\w*|warn(?:s"
    r"|ed|ing)?|vow(?:s|ed)?|pledg\w+|capable|able to|ready|prepar\w+"
    r"|call(?:s|ed|ing)? (?:for|on)|against (?:possible|further|future|any|potential)|in case of|likely|expect\w*"
    r"|want(?:s|ed)?|urg\w+|order(?:ed|s)?"
    r"|eliminat(?:e|ing)|reduc(?:e|ing)|curb(?:ing)?|tackl(?:e|ing)"
    r"|delay(?:ed|s|ing)?|postpon\w+|stay of|scheduled"
    r"|in order to|aim(?:ed|s|ing)?|imminent|suspicion|drill|exercise|simulat\w+|(?:trained|training|trains) (?:to"
    r"|in|for)|how to"
    r"|predict\w*|forecast\w*|appear|protect\w*|security for|in the event|eventual|hypothetical|propos\w+"
    r"|attempt(?:s)? to be|before any|had it|is going to|are going to|was going to|were going to|seek(?:s"
    r"|ing)?)\b[^,;]{0,45}$"
)
#: "it was like a bomb going off".
_SIMILE = re.compile(
    r"\b(?:was|were|is|looks?|looked|sounds?|sounded|feels?|felt|seem(?:s|ed)) (?:\w+ )?"
    r"(?:like|as (?:if|though)) [^,;]{0,45}$"
)
_INFINITIVE = re.compile(r"\bto (?:\w+ly )?$")
_FACTIVE_TO = re.compile(
    r"\b(?:manag(?:ed|es|ing)|continu(?:ed|es|ing)|began|begun|start(?:ed|ing)|forced|proceed(?:ed)?|went on|led"
    r"|leading|due|caus(?:ed|ing)|appeared|thought|believed|reported|said|known|confirmed|rose|risen|brought|prior|close"
    r"|next|response|reaction|addition|owing|related|linked|succumb(?:ed|ing)?) to (?:\w+ly )?$"
)
#: "crowds took to the streets to protest": they did.
_OUT_TO = re.compile(
    r"\b(?:gather(?:ed|ing|s)?|rall(?:y|ied)|march(?:ed|ing)?|assembl(?:ed|ing)|took to|taking to|turned out|came out"
    r"|walked out|block(?:ed|ing|ade[sd]?)|filled|packed|thronged|joined|massed|lined|occup(?:ied|ying)"
    r"|converged|poured|flocked|crowd(?:ed|s)?|downed tools)\b"
    r"[^.;]{0,80}?\bto (?:\w+ly )?$"
)
_ATTEMPT = re.compile(
    r"\b(?:tried|attempt(?:ed|s|ing)?|failed|sought|unsuccessful\w*|abortive|frustrated|foiled|thwarted"
    r"|in an effort|botched|narrowly)\b[^,;]{0,40}$"
)
_NEGATED = re.compile(
    r"\b(?:no(?!\.? ?\d)|not|never|without|neither|nor|none|denied|denies|deny|ruled out|end(?:ed|ing)? (?:to|of)"
    r"|halt\w*"
    r"|stop(?:ped|ping)?|ceas\w+|n't|far from|instead of|rather than|cannot)\b[^,;]{0,30}$|n't \w{0,12} ?$"
)
_GENERIC = re.compile(
    r"\b(?:often|frequent(?:ly)?|repeated(?:ly)?|every|regular(?:ly)?|common|always|usually|sometimes"
    r"|routine(?:ly)?|rarely|seldom|wave of|campaign of|spate of|increase (?:in|of)|rise in|history of"
    r"|(?<!the )(?<!['’]s )most(?! of the)|majority of|bulk of|surge in"
    r"|many(?! of the)|such|any|all(?! of the)"
    r"|kinds? of|types? of|acts? of|victims? of(?! the| that| this)|war on|fight against|struggle against|numerous"
    r"|countless|previous(?! (?:day|night|evening|afternoon|morning|week)\b)"
    r"|past|years? of|months? of|decades? of|cycle of|dozens of|hundreds of|series of past|responsible for (?:many"
    r"|numerous)|policy of|for several years|(?:laws?|bills?|books?|films?|novels?|lectures?|documentar\w+|vaccines?)"
    r" (?:on|about|against)|(?:talk(?:s|ed|ing)?|discuss\w*|debat\w+) (?:about |on )?(?!the |an? ))\b[^;]{0,25}$"
)
#: "cholera may appear": what follows makes it a fear.
_FEARED = re.compile(
    r"[^,;.]{0,40}?\b(?:may|might|would|could|will) (?:\w+ )?(?:appear|occur|happen|strike|follow|spread|begin"
    r"|break out|continue|come|resume|take place|be (?:held|staged|over))\b"
    r"|[^,;.]{0,20}?\b(?:is|are) (?:also |now )?(?:planned|scheduled)\b"
    r"|[^,;.]{0,20}?\b(?:is|are|was|were) (?:now )?(?:(?:set|projected) to"
    r"|(?:forecast|predicted|expected|likely|possible) (?:to|for|in|on|across|over))\b"
)
#: "murders rose by a tenth": figures of crime, no crime.
_TREND = re.compile(
    r"\s(?:(?:have|has|had) )?(?:rose|risen|fell|fallen|increased|decreased|declined|dropped|climbed|soared|jumped)"
    r"(?: sharply| steadily)? by\b|\s(?:(?:have|has|had) )?(?:doubled|tripled|halved)\b"
    r"|\s(?:is|are|was|were) (?:up|down) (?:by )?\d"
)
#: What somebody is known for lies behind the news.
_KNOWN_FOR = re.compile(
    r"\b(?:linked to|known for|blamed for|notorious for|remembered for|famous for|wanted for)\b[^;]{0,60}$"
)
_HABIT = re.compile(
    r"\b(?:repeatedly|often|rarely|routinely|regularly|frequently|usually|sometimes|every (?:day|week|month|year)"
    r"|for (?:many )?years|height of|continually|habitually)\b"
)
_LEGAL = re.compile(
    r"\b(?:accus(?:ed|ing)|charg(?:ed|es)|convict(?:ed|ion)|sentenc(?:ed|e)|tri(?:al|ed)|guilty|indict(?:ed|ment)"
    r"|wanted|suspects?|suspected (?:of|in)|implicat(?:ed|ion)|involve(?:d|ment)|investigat\w+|inquir\w+|case of"
    r"|connection with|acquitted|jailed|imprisoned"
    r"|cleared (?:\w+ )?of|exonerated|arrest(?:ed)?|prosecut\w+|responsible for|testif\w+|masterminds?|perpetrators?"
    r")\b[^;]{0,45}$"
)
#: "said that drones struck" points at no drones.
_THAT = "|".join(f"(?<={word} )that" for word in ("in", "of", "after", "during", "for", "from", "by", "since", "at"))
_DEFINITE = re.compile(rf"\b(?:the|this|{_THAT}|these|those|its|his|her|their|both)\s+(?:[\w'-]+\s+){{0,2}}$")
_ANOTHER = re.compile(
    r"\b(?:another|a second|a third|a fourth|second|third|other|separate(?:ly)?|elsewhere|two more|three more"
    r"|a further|new|a different|similar|in a separate incident|also|simultaneous(?:ly)?)\s+(?:[\w'-]+\s+){0,2}$"
)


#: "an earlier version of this article said": what is taken back.
_TAKEN_BACK = re.compile(r"\b(?:earlier|previous) version of (?:this|the|our) (?:report|article|story|headline)\b")


def find_triggers(sentence: Sentence, *, caption: bool) -> tuple[Trigger, ...]:
    """Every trigger of a sentence in order, with the way it is used; words of captions only in a ``caption``."""
    if _TAKEN_BACK.search(sentence.low):
        return ()
    words = CAPTION_TRIGGER if caption else TRIGGER
    told = tuple(
        _trigger(sentence, match, sense, shown=caption)
        for match, sense in words.find(sentence.low)
        if names_a_happening(sentence, match, sense)
    )
    named = tuple(t for t in told if not t.sense.caption)
    return named or told


#: Crowds that clash are a riot, as ACLED codes them, unless armed bodies are in it.
_CROWD = re.compile(
    r"\b(?:protest\w*|demonstrat\w+|march(?:ers?|ed)|riot(?:s|ers?|ing|ed)?|strikers?|students|crowds?|fans|supporters|mobs?|youths"
    r"|communit(?:y|ies)|hindus|muslims|christians|sikhs|buddhists)\b"
)
_ARMED = re.compile(
    r"\b(?:rebels?|guerrillas?|insurgents?|militants?|militia\w*|gunm[ae]n|fighters|separatists?|jihadists?|commandos)\b"
)
_MELEE = re.compile(r"clash|stormed|fighting|fought|battl|confrontation|skirmish")
_RIOT = Sense(T.RIOT, "violent demonstration", 3.0)


def _of_whom(sentence: Sentence, match: re.Match[str], sense: Sense) -> Sense:
    """What a word of fighting or burning means of those who do it: of a crowd a riot."""
    word = match.group()
    melee = sense.type is T.BATTLE and not sense.caption and _MELEE.match(word) is not None
    low = sentence.low
    if word.startswith(("broke into", "break-in")):  # thieves break in as well, and where students sleep
        low = low[: match.start()]
    elif not melee and sense.sub != "arson":
        return sense
    return _RIOT if _CROWD.search(low) and not _ARMED.search(sentence.low) else sense


def _trigger(sentence: Sentence, match: re.Match[str], sense: Sense, *, shown: bool) -> Trigger:
    low = sentence.low
    sense = _of_whom(sentence, match, sense)
    clause_start = sentence.clause_at(match.start())[0]
    before = low[max(clause_start, match.start() - 90) : match.start()]
    return Trigger(
        start=match.start(),
        end=match.end(),
        word=match.group(),
        sense=sense,
        mode=_mode_of(sense, before, low, match, shown=shown),
        definite=_DEFINITE.search(before) is not None,
        another=_ANOTHER.search(before) is not None,
    )


def mode_at(sentence: Sentence, offset: int) -> Mode:
    """How the words at an offset of a sentence are spoken of."""
    low = sentence.low
    start = sentence.clause_at(offset)[0]
    if any(a <= offset < b for a, b in denied_stretches(low)):
        return Mode.DENIED
    return _mode(low[max(start, offset - 90) : offset], low[:offset], low[offset : offset + 80])


#: "a computer model showed 300 dead", "in the scenario": what was only worked out or acted.
_IMAGINED = re.compile(
    r"\b(?:models?|simulations?|scenarios?|projections?) (?:\w+ ){0,2}?(?:show|suggest|predict|estimat|forecast"
    r"|indicat|project|assum|foresee|imagin)\w*\b|\bin (?:the|a|this|that) (?:[\w-]+ )?scenario\b"
    r"|\b(?:imagin(?:ed|ary)|fictional|fictitious|hypothetical|mock|pretend|made-up|simulated)\b"
)
#: "when a bomb goes off in a market, everybody has a plan": no bomb did.
_WHENEVER = re.compile(r"\b(?:when|whenever|wherever|(?:every|each) time)\b[^,;.]*$")
_PRESENT = re.compile(
    r"(?:\s\w+){0,2}?\s(?:goes|breaks|falls|happens|occurs|comes|strikes|kills|begins|starts|is|are|die|kill)\b"
)
#: "the storm was 300 miles off": where it is, or what, not what it did.
_STORM_IS = re.compile(
    r"(?: (?!(?:that|which|who|and|when|as|it|they)\b)[\w'’-]+)?,?"
    r" (?:is|was|are|were|remains?|remained|has been|could|may)\b(?! (?:blamed|felt))"
)
_IS_A = re.compile(r"\b(?:is|was|are|were|be|becomes?|became) (?:now )?(?:an?|the) (?:[\w,'’-]+ ){0,4}$")

#: What nobody is charged with.
_SUFFERED = frozenset({IncidentType.OUTBREAK, IncidentType.DISASTER})
_LASTING = re.compile(r"\b(?:days?|weeks?|months?) of\b[^,;]{0,25}$")


def _mode_of(sense: Sense, before: str, low: str, match: re.Match[str], *, shown: bool) -> Mode:
    if any(a <= match.start() < b for a, b in denied_stretches(low)):
        return Mode.DENIED
    mode = _mode(before, low[: match.start()], low[match.end() : match.end() + 80])
    if mode is Mode.ASSERTED and _TREND.match(low, match.end()):
        mode = Mode.GENERIC
    if mode is Mode.ASSERTED and sense.sub == "storm" and _STORM_IS.match(low, match.end()):
        mode = Mode.GENERIC
    if mode is Mode.ASSERTED and sense.sub == "storm" and _IS_A.search(before):
        mode = Mode.GENERIC
    whenever = mode is Mode.ASSERTED and _WHENEVER.search(before) is not None
    if whenever and _PRESENT.match(low, match.end(), match.end() + 30):
        mode = Mode.GENERIC
    if mode is Mode.LEGAL and sense.type in _SUFFERED:  # "a suspected case of polio" is no charge
        mode = Mode.ASSERTED
    seen = sense.caption and mode in (Mode.UNREAL, Mode.GENERIC, Mode.LEGAL)  # "possible tanks" are to be seen
    lasting = shown and mode is Mode.GENERIC and _LASTING.search(before)  # a picture after "two months of shelling"
    return Mode.ASSERTED if seen or lasting else mode


def _mode(before: str, all_before: str, after: str) -> Mode:
    if _KNOWN_FOR.search(before):
        return Mode.LEGAL
    if _DENIED_THAT.search(before) or _DENIED_DOING.search(before):
        return Mode.DENIED
    if _ATTEMPT.search(before):
        return Mode.ATTEMPTED
    if _NEGATED.search(before):
        return Mode.NEGATED
    if _UNREAL.search(before) or _SIMILE.search(before) or _FEARED.match(after) or _IMAGINED.search(all_before):
        return Mode.UNREAL
    if _INFINITIVE.search(before) and not (_FACTIVE_TO.search(before) or _OUT_TO.search(before)):
        return Mode.UNREAL
    if _GENERIC.search(before) or _HABIT.search(all_before):
        return Mode.GENERIC
    return Mode.LEGAL if _LEGAL.search(before) else Mode.ASSERTED
