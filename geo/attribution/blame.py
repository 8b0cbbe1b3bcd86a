"""Attributions: who blames whom, who claims responsibility, who denies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from geo.attribution.speakers import noun_phrase_after, noun_phrase_before
from geo.attribution.voices import Speaker, is_nameless, who_says
from geo.events.sentences import Sentence
from geo.model.names import fold

_BLAMES = re.compile(
    r"\b(?P<v>blam(?:ed|es|ing)|accus(?:ed|es|ing)|point(?:s|ed|ing)? the finger at|pointed to)\s+(?=\S)"
)
#: "police suspect rebels", where "a suspected rebel" blames nobody.
_SUSPECTS = re.compile(
    r"\b(?:he|she|they|police|officials|authorities|investigators|government|ministry|army)(?: also)? "
    r"(?P<v>suspect(?:s|ed)?)\s+(?!of\b|that\b|the (?:fire|blast|explosion|cause|crash)\b|an? )"
)
#: "the bomber belonged to the Red Brigade".
_MEMBER = re.compile(
    r"\b(?:bombers?|attackers?|gunm[ae]n|assailants?|hijackers?|killers?) (?:had )?(?:belong(?:ed|s) to"
    r"|(?:was|were) (?:an? )?(?:members? of|linked to|affiliated with))\s+"
)
#: "early signs pointed to rebels": who says so blames them.
_SIGNS = re.compile(r"\b(?:signs?|evidence|indications?|clues?|everything|initial findings|suspicion)$")
#: "\"We are behind it,\" the group said".
_WE_DID = re.compile(
    r"[\"“]\s?(?:we|our (?:\w+ ){0,2}?\w+) (?:(?:are|were) (?:behind|responsible for)|(?:have )?carried out"
    r"|did (?:it|this)|(?:claim|take|accept) (?:full )?responsibility)\b"
)
#: "held the firm responsible".
_HELD = re.compile(
    r"\b(?:held|holds|hold|holding)\s+(?P<whom>[^,.;]{2,60}?)\s+(?:fully |directly )?(?:responsible|accountable)\b"
)
#: "the blast was blamed on rebels", "rebels were blamed for it": by whom is not said.
_BLAMED_ON = re.compile(r"\b(?:was|were|been|being) (?:\w+ly )?blamed (?:by (?P<by>[^,.;]{2,50}?) )?on\s+")
_BLAMED_FOR = re.compile(r"\b(?:was|were|has been|have been) (?:\w+ly )?blamed (?:by (?P<by>[^,.;]{2,50}?) )?for\b")
_ON = re.compile(
    r"\b(?:(?:laid|lays|put|placed) (?:(?:the|much|some|all) )*blame|blamed|blames|blame|blaming|pinned)"
    r" (?:the |it |this |on )?[\w' -]{0,60}?(?:, (?:which|who|that) [^,.;]{2,60}, )?\bon\s+(?!\w+day\b)"
)
_STATIONED = re.compile(r"\b(?:dug in|based|stationed|positioned|deployed|entrenched|camped|posted)\s+on\s+$")
_ATTRIBUTED = re.compile(r"\b(?:attributed|attributes) [\w' -]{0,60}?\bto\s+")
_BEHIND = re.compile(
    r"\b(?:said|says|believes?|alleged|suspects?|claimed|claims|reported|confirmed|stated|added"
    r"|saying|hinted|hints|suggested|suggests|insisted|insists)\b(?: that)?\s+(?P<whom>[^.;\"“]{2,80}?)\s+"
    r"(?:was|were|is|are|had been|has been|(?:may|might|could|(?:appear|seem)(?:s|ed) to) (?:be|have been))"
    r"\s+(?:\w+ly )?(?:behind|responsible for|to blame|involved"
    r"|the (?:likely |main |probable |prime )?(?:perpetrators?|culprits?))\b"
)
#: "claimed the attack", "said it had carried out the raid", "said its drones hit a depot". To shoot something down is
#: to have been attacked, and so is none.
_CLAIMS_ATTACK = re.compile(
    r"\bclaim(?:ed|s|ing) (?:the |this |both |an? )?(?:\w+ ){0,2}?(?:attacks?|bombings?|blasts?|assaults?"
    r"|shootings?|killings?|raids?|ambush|strikes?)\b(?! (?:was|were|had|by)\b)"
)
_SAID_DID = re.compile(
    r"\b(?:said|says|announced|stated|claimed|wrote|reported|told (?:[\w.'’-]+ ){1,4}?)(?: on \w+day| today)?(?: that)?"
    r"\s?\b(?:it|they|we|(?:\w+ of )?(?:its|their|our)(?: (?!air defen[cs]e)[\w-]+){1,3}?)(?: also)?"
    r" (?:had |has |have )?(?:(?:was|were) (?:behind|responsible\b(?! for (?:safety|security|the (?:safety|security))))"
    r"|carried out (?!an? (?:\w+ )?(?:inquiry|investigation|search|probe|review))|staged|mounted"
    r"|targeted|bombed|shelled|struck (?!an? (?:deal|agreement))|hit(?! by)|attacked|ambushed|stormed|raided|blew up"
    r"|blown up|detonated|planted|killed|shot dead"
    r"|fired (?:at|on|(?:\w+ ){0,3}?(?:rockets?|missiles?|shots?|shells?))"
    r"|launched (?:[\w-]+ ){0,4}?(?:attacks?|strikes?|missiles?|drones?|rockets?|raids?|assault))\b"
)
#: Who says so and did no attack: "the fire service said it had attacked the blaze".
_NO_ATTACKER = re.compile(
    r"\b(?:fire|firefighters?|rescue\w*|police|sheriff|ambulance|hospital|coroner|company|firm|club|team|court|coach"
    r"|airline|university)\b",
    re.IGNORECASE,
)
#: "sent a claim of responsibility", "said the attack was revenge for a raid".
_OWNS_UP = re.compile(
    r"\b(?:e-?mailed|posted|sent|issued|released|published) (?:an? )?(?:\w+ )?claims? of responsibility\b"
    r"|\bsaid (?:that )?(?:the|this) (?:\w+ )?(?:attacks?|bombings?|blasts?|raid|killings?) (?:was|were) (?:\w+ )?"
    r"(?:revenge|retaliation|retribution|in (?:revenge|retaliation|response))\b"
)
_NO_TARGET = re.compile(
    r"\s+(?:off\b|up\b|(?:(?:the|an?|some|his|her|their) )?(?:[\w-]+ )?(?:videos?|footage|films?|photo\w*|pictures?)\b"
    r"|each other\b|(?:its|their) targets\b|(?:the |an? |its |their |his )?(?:\w+ )?(?:blaze|fires?"
    r"|flames|goals?|ideas?"
    r"|proposals?|plans?|polic(?:y|ies)|reports?|critics|figures?|records?|game|bill)\b)"
)
_CLAIMS = re.compile(
    r"\b(?:(?:has|have|had|later|today|yesterday|also|both|jointly)\s+)*(?:claim(?:ed|s|ing)?|took|taken|takes"
    r"|assumed|accepted|acknowledged|admitted)\s+(?:full |joint )?(?:responsibility|credit)\b(?! by)"
)
_CLAIMED_BY = re.compile(
    r"\b(?:responsibility [^.;]{0,60}?\b(?:was|were|been) claimed|(?:attack|bombing|blast|explosion|killing"
    r"|murder)s? (?:was|were) claimed|claimed) by\s+"
)
_DENIES = re.compile(
    r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s)?|dismiss(?:ed|es)"
    r"|disclaimed)\s+(?P<what>(?:(?!(?:and|but|since)\b)\w+ ){0,8}?(?:involvement|responsibility|allegations?"
    r"|accusations?|claims?|charges?|role|part|reports?|it|this|that|any|having|being|carrying|the)\b)"
    r"|\b(?:denied|denies|denying)\s+(?!(?:drinking|speeding|sleeping|texting"
    r"|driving (?:drunk|too|under)|taking drugs)\b)"
    r"\w{3,}ing\b(?<!thing)"
)
#: "the army confirmed that its drone hit the depot", "admitted carrying out the raid": the doer says so.
_CONFIRMS = re.compile(
    r"\b(?:confirm(?:ed|s)|admit(?:ted|s)|acknowledge[sd])(?: \w+day| today)? (?:(?:that )?(?:its|their|our)"
    r" (?:(?:[\w-]+ ){1,4}?(?:had |have |has )?"
    r"(?:hit|hitting|struck|striking|bomb\w*|attack\w*|shell\w*|kill\w*|fir(?:ed|ing)|launch\w*|target\w*|destroyed"
    r"|carried out|shot|raided|stormed|conducted|strikes?|raids?|were (?:behind|responsible))|(?:\w+ )?"
    r"(?:involvement|role|part|responsibility|strikes?|attacks?|raids?|bombing|shelling))\b"
    r"|(?:having )?(?:carr(?:ied|ying) out|launch(?:ed|ing)|conduct(?:ed|ing)|bomb(?:ed|ing)|kill(?:ed|ing)|struck"
    r"|striking|attack(?:ed|ing)|fir(?:ed|ing)|plant(?:ed|ing)|role|part|involvement)\b"
    r"|that (?:it|they|he|she|we) (?:had |has |have )?(?:carried out|launched|conducted|bombed|killed|struck|attacked"
    r"|hit|fired|planted|shelled|stormed|raided)\b)"
)
#: "the minister said rustlers killed eleven people": the doer of a violent act that somebody tells of.
_SAID_DOER = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|stated|claimed|alleged|believe[sd]?"
    r"|told (?:[\w.'’-]+ ){0,4}?[\w.'’-]+)"
    r"\b(?: today| yesterday| on \w+day)?"
    r"(?: that)?\s+(?P<whom>(?!that\b|it\b|he\b|she\b|they\b|we\b|there\b|i\b"
    r"|\w+ of (?:its|their)\b|the (?:attack|blast|explosion|bomb|shooting|incident)"
    r")(?:(?!that\b)[\w'’-]+\s+){1,6}?)(?:has |have |had )?"
    r"(?:killed|attacked|shot(?! down)|bombed|shelled|opened fire|carried out|stormed|raided|ambushed|murdered"
    r"|kidnapped|abducted|detonated|planted|massacred|fired|dropped (?:[\w-]+ ){0,2}?bombs?)\b"
    r"(?! (?:by|in|on|at|near|and wounded)\b)"
)
#: "the U.S. airstrike": whose act it was, in the mouth of who says so. "It downed a Ukrainian missile" blames nobody.
_WHOSE_STRIKE = re.compile(
    r"\b(?:an?|the)\s+(?P<whom>U\.S\.|US|[A-Z][a-z]+(?:an|ian|ish|i|ese|ch))\s+(?:[\w-]+ ){0,1}"
    r"(?:air ?strikes?|shelling|missile strikes?|drone strikes?|artillery|bombing|air raids?|attack)\b"
)
_IDENTIFIED = re.compile(
    r"\b(?:identified|named)\s+(?:the|a)\s+(?:\w+\s+){0,2}?(?:suspects?|gunm[ae]n|attackers?|bombers?|shooters?"
    r"|assailants?|killers?)"
    r"\s+as\s+"
)
#: "75 people had been killed": these are the victims.
_DONE_TO = re.compile(r"\b(?:people|been|were|was|are|is|be|victims?|persons?|civilians?)\b|^(?:no|nobody)\b")
#: "two rockets fired from there": what was fired did it, which blames nobody.
_WEAPON = re.compile(
    r"\b(?:(?:land|mud)?slides?|(?:earth)?quakes?|tremors?|floods?|storms?|fires?|blasts?|explosions?|crash|avalanches?"
    r"|waves?|lightning|trains?|bus|cars?|lorry|trucks?|planes?|rockets?|missiles?|drones?|shells?|bombs?|mortars?|projectiles?|shots?|rounds?|bullets?)$"
)
_VOICE = re.compile(r"\bwith\s+(?P<who>[^,;]{3,70}?)\s+(?:saying|stating|claiming|alleging|insisting|adding)\b")
_HABIT = re.compile(
    r"\b(?:repeatedly|often|rarely|routinely|regularly|always|frequently|usually|sometimes|in the past|previously"
    r"|never)\b"
)


@dataclass(frozen=True, slots=True)
class Accusation:
    """One attribution of a sentence; offsets are relative to the sentence."""

    start: int
    end: int
    #: None where the text does not say: "the blast was blamed on rebels".
    who: str | None
    stance: str
    whom: str | None


def find_attributions(
    sentence: Sentence, text: str, speakers: tuple[Speaker, ...], before: str | None
) -> tuple[Accusation, ...]:
    """Every attribution of a sentence in text order. ``before`` is the last voice, for "he" and "the group"."""
    low, raw = sentence.low, sentence.span.of(text)
    if _HABIT.search(low) or not _WORTH_READING.search(low):
        return ()
    found: list[Accusation] = []
    _passives(found, raw, low, speakers)
    _blames(found, raw, low, speakers, before)
    _claims(found, raw, low, speakers, before)
    for match in _DENIES.finditer(low):
        who = noun_phrase_before(raw, low, match.start(), before)
        if who is not None and not _is_ruling(who, low, match):
            found.append(Accusation(match.start(), _end_of_object(low, match.end()), who, "denies", None))
    for match in _WHICH_DENIED.finditer(low):
        accused = [a.whom for a in found if a.stance == "blames" and a.end <= match.start()]
        who = raw[slice(*match.span("who"))]
        who = accused[-1] if accused and is_nameless(who) else who
        found.append(Accusation(match.start(), match.end(), who, "denies", None))
    for match in _CONFIRMS.finditer(low):
        who = noun_phrase_before(raw, low, match.start(), before)
        if who is not None:
            found.append(Accusation(match.start(), match.end(), who, "confirms", None))
    _strikes(found, raw, speakers)
    _doers(found, raw, low, before)
    real = (a for a in found if a.who is None or _NOBODY.match(a.who.casefold()) is None)
    named = (a for a in real if not (a.whom or "").startswith("to "))  # "fighters believed to belong to"
    return tuple(sorted(named, key=lambda a: a.start))


#: "no group has claimed it", "nobody blamed them".
_NOBODY = re.compile(r"(?:no|nobody|none|neither|not)\b")
_WHICH_CLAIMED = re.compile(
    r"\bfor which (?P<who>[^,.;]{2,60}?) (?:has |have |had |later )?(?:claimed|took|taken|accepted)"
    r" (?:responsibility|credit)\b"
)
_WHICH_DENIED = re.compile(
    r"\b(?:which|(?<=, )an? (?:charge|accusation|allegation|claim|assertion|suggestion)(?: that| which)?)"
    r" (?P<who>(?!that|which)[^,.;]{2,60}?) (?:has |have |had |swiftly |quickly |strongly |immediately )*"
    r"(?:denied|denies|rejected|rejects|dismissed|dismisses)\b(?=\s*[.,;]|\s*$| (?:on|as)\b)"
)
_WORTH_READING = re.compile(
    r"blam|accus|claim|told|confirm|admit|acknowledg|respons|credit|den(?:y|ied|ies)|reject|dismiss|attribut|behind"
    r"|suspect|pinned|involved|revenge|retaliat|belong|member|linked|affiliated|signs|evidence|indications"
    r"|point(?:s|ed) to|behind|downed"
    r"|shot down|shooting|intercept|destroyed|repelled|held|finger|claimed by|disclaim|said|says|identif|named|stated"
    r"|alleged"
)


#: "the judge dismissed the case", "dismissed the police chief": a decision.
_RULED_ON = re.compile(
    r"\b(?:reject|dismiss)(?:ed|es|s)?\s+(?:(?:the|an?|his|her|their|its|any|this|that) )(?:[\w-]+ ){0,2}?"
    r"(?:case|appeal|lawsuit|suit|petition|motion|bid|request|plea|offer|proposal|deal|bill|plan|application|chief|minister|coach"
    r"|commander|officers?|director|head)\b"
)
_JUDGES = re.compile(r"\b(?:judges?|courts?|tribunal|magistrates?|jury|jurors|justices?)$", re.IGNORECASE)


def _is_ruling(who: str, low: str, match: re.Match[str]) -> bool:
    """Whether who rejects something decides on it, and denies nothing."""
    return _RULED_ON.match(low, match.start()) is not None or (
        match.group().startswith(("reject", "dismiss")) and _JUDGES.search(who) is not None
    )


#: Where what is denied ends.
_OBJECT_END = re.compile(
    r"[;:.]|, | (?:and|but) (?:said|says|blamed|accused|called|told|added|has|had|it|they|he|she)\b|$"
)


def _end_of_object(low: str, at: int) -> int:
    """Where the words that say what is denied end."""
    end = _OBJECT_END.search(low, at)
    return end.start() if end else len(low)


def _blames(found: list[Accusation], raw: str, low: str, speakers: tuple[Speaker, ...], before: str | None) -> None:
    for match in _ON.finditer(low):
        if _STATIONED.search(match.group()):  # "blamed troops based on the far bank"
            continue
        _add(
            found, match, noun_phrase_before(raw, low, match.start(), before), noun_phrase_after(raw, low, match.end())
        )
    for match in _HELD.finditer(low):
        _add(found, match, noun_phrase_before(raw, low, match.start(), before), raw[slice(*match.span("whom"))])
    for match in (*_BLAMES.finditer(low), *_ATTRIBUTED.finditer(low)):
        if re.search(r"\b(?:was|were|is|are|been|being|those|persons?|people|who|men|also) $", low[: match.start()]):
            continue  # "were accused of": nobody says by whom
        if any(a.start <= match.start() < a.end for a in found):
            continue
        voice = _VOICE.search(low, match.end())
        who = (
            raw[voice.start("who") : voice.end("who")] if voice else noun_phrase_before(raw, low, match.start(), before)
        )
        if _SIGNS.search(low[: match.start()].rstrip()):
            who = who_says(speakers, match.start())
        _add(found, match, who, _accused(raw, low, match))
    for match in _MEMBER.finditer(low):
        _add(found, match, who_says(speakers, match.start()), noun_phrase_after(raw, low, match.end()))
    for match in _SUSPECTS.finditer(low):
        who = noun_phrase_before(raw, low, match.start("v"), before)
        _add(found, match, who, noun_phrase_after(raw, low, match.end()))
    for match in _BEHIND.finditer(low):
        whom = raw[match.start("whom") : match.end("whom")].strip(" ,")
        if whom.casefold() not in ("it", "they", "he", "she", "we"):
            _add(found, match, noun_phrase_before(raw, low, match.start(), before), whom)


def _accused(raw: str, low: str, match: re.Match[str]) -> str | None:
    """Whom a verb of blame names; "of mismanagement" behind "accused" is the charge."""
    whom = noun_phrase_after(raw, low, match.end())
    if whom is None or not match.group().startswith("accus") or re.match(r"\s+of\b", raw[raw.find(whom) + len(whom) :]):
        return whom
    return whom.rsplit(" of ", 1)[0]


def _passives(found: list[Accusation], raw: str, low: str, speakers: tuple[Speaker, ...]) -> None:
    for match in (*_BLAMED_ON.finditer(low), *_BLAMED_FOR.finditer(low)):
        on = match.re is _BLAMED_ON
        whom = noun_phrase_after(raw, low, match.end()) if on else noun_phrase_before(raw, low, match.start(), None)
        by = raw[slice(*match.span("by"))] if match["by"] else who_says(speakers, match.start())
        if whom is not None and not is_nameless(whom):
            found.append(Accusation(match.start(), match.end(), by, "blames", whom))


#: "said a blast in the port on Friday killed two": a day and a happening are nobody to blame.
_NO_PARTY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:yesterday|today)\b"
    r"|(?:(?:the|an?|this|that|another) )?(?:[\w-]+ ){0,2}?(?:fires?|blaze|blasts?|explosions?|crash|collision|attacks?"
    r"|bombings?|shootings?|strikes?|clashes|accident|incident|earthquake|quake|floods?|landslide|storm|stampede)"
    r"(?= (?:in|at|on|near|outside|inside|off|around|which|that)\b|$)"
)


def _add(found: list[Accusation], match: re.Match[str], who: str | None, whom: str | None) -> None:
    if who is not None and whom is not None and not _NO_PARTY.match(whom.casefold()):
        who = _SAID_BEHIND.sub("", who)
        found.append(Accusation(match.start(), match.end(), who, "blames", whom))


#: "the governor said, blaming rebels"; "the governor, speaking from the capital, blamed rebels".
_SAID_BEHIND = re.compile(
    r",? (?:said|says|told reporters)$|, (?:speaking|writing|posting) (?:on|in|from|at|to|by) .*$"
)


def _claims(found: list[Accusation], raw: str, low: str, speakers: tuple[Speaker, ...], before: str | None) -> None:
    for match in _WE_DID.finditer(low):
        who = who_says(speakers, match.start() + 1)
        if who is not None and not _NO_ATTACKER.search(who):
            found.append(Accusation(match.start(), match.end(), who, "claims responsibility", None))
    found.extend(
        Accusation(match.start(), match.end(), raw[slice(*match.span("who"))], "claims responsibility", None)
        for match in _WHICH_CLAIMED.finditer(low)
    )
    for match in _CLAIMS.finditer(low):
        if any(a.start <= match.start() < a.end for a in found):
            continue
        if re.search(r"\b(?:no|nobody|no one|no group|not|neither|none)\b[^.;]{0,30}$", low[: match.start()]):
            continue
        who = noun_phrase_before(raw, low, match.start(), before)
        found.extend(
            Accusation(match.start(), match.end(), name, "claims responsibility", None) for name in _parties(who)
        )
    for match in (*_CLAIMS_ATTACK.finditer(low), *_SAID_DID.finditer(low), *_OWNS_UP.finditer(low)):
        if re.search(r"\b(?:no|nobody|not|neither|none)\b[^.;]{0,30}$", low[: match.start()]):
            continue
        who = noun_phrase_before(raw, low, match.start(), before)
        if who is None or _NO_ATTACKER.search(who) or _NO_TARGET.match(low, match.end()):
            continue
        if not any(a.who == who and a.stance == "claims responsibility" for a in found):
            found.append(Accusation(match.start(), match.end(), who, "claims responsibility", None))
    for match in _CLAIMED_BY.finditer(low):
        who = noun_phrase_after(raw, low, match.end())
        if who is not None:
            found.append(Accusation(match.start(), match.end(), who, "claims responsibility", None))


def _parties(who: str | None) -> tuple[str, ...]:
    """The parties of a joint claim: "both the Afghan Taliban and Pakistani Taliban" are two."""
    if who is None:
        return ()
    bare = re.sub(r"^(?:both|jointly)\s+(?:the\s+)?", "", who, flags=re.IGNORECASE)
    return tuple(bare.split(" and ")) if bare != who and " and " in bare else (who,)


def _strikes(found: list[Accusation], raw: str, speakers: tuple[Speaker, ...]) -> None:
    for match in _WHOSE_STRIKE.finditer(raw):
        who = who_says(speakers, match.start())
        if who is not None:
            found.append(Accusation(match.start(), match.end(), who, "blames", match.group("whom")))


#: "identified the gunman as Pat Roe"; as "a former soldier" he is not told by name.
_A_NAME = re.compile(r"(?!an?\s).*[A-Z]|[^a-z]+$")


def _doers(found: list[Accusation], raw: str, low: str, before: str | None) -> None:
    for match in _IDENTIFIED.finditer(low):
        whom = noun_phrase_after(raw, low, match.end())
        if whom is not None and _A_NAME.match(whom):
            _add(found, match, noun_phrase_before(raw, low, match.start(), before), whom)
    for match in _SAID_DOER.finditer(low):
        whom = raw[match.start("whom") : match.end("whom")].strip(" ,").removesuffix(" who")
        if _WEAPON.search(whom.casefold()) or _NO_TARGET.match(low, match.end()):
            continue
        if _DONE_TO.search(whom.casefold()) or any(a.start <= match.end() and match.start() <= a.end for a in found):
            continue
        _add(found, match, noun_phrase_before(raw, low, match.start(), before), whom)


#: An adjective of people by itself: "Ukrainian". It says whose something is, not who did it.
_ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:an|ian|ish|ese|[^aeiou]i|ch)")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_UNTELLING = frozenset("the a an of for in s".split())


def is_bare_adjective(whom: str | None) -> bool:
    """Whether a name is only an adjective of people, which blames nobody."""
    return whom is not None and _ADJECTIVE.fullmatch(whom) is not None


def party(name: str, countries: Mapping[str, str]) -> frozenset[str]:
    """The telling words of a name, adjectives of country as the country: two spellings of one speaker agree.

    Args:
        name: as the text gives it.
        countries: name of the country by the words that stand for it, such as "Russian".
    """
    known = {fold(words): fold(country) for words, country in countries.items()}
    words = fold(_POSSESSIVE.sub("", name)).split()
    return frozenset(known.get(word, word) for word in words if word not in _UNTELLING)
