"""Figurative and compound uses: words of the lexicon that name no happening where they stand."""

import re

from geo.events.collocations import OF_DISEASE, OF_ILLNESS, means_it
from geo.events.lexicon import Sense
from geo.events.living import ANIMALS
from geo.events.patterns import alternatives
from geo.events.sentences import Sentence
from geo.model.incident import IncidentType as T

#: Words in front that make it a thing, a body of people or a figure of speech.
_BEFORE = re.compile(
    r"(?:"
    + alternatives(r"""
        heart|panic|asthma|verbal|personal|political|cyber|media|anti-?aircraft|counter|ad hominem|cease
        opening|hunger|mass|general|labou?r|transport|teachers'|bank|baby|population|price|cost|credit|stock
        market|film|movie|record|computer|system|power|arms|air|fire|bomb|riot|dead|world war|civil war|cold war
        war on|box-office|boxing|football|title|court|legal|ratings|diplomatic|hit by|wave of criticism|storm of
        flood of|police|drug|immigration|computer system|website|candlelight|brain|snow|war of words
    """)
    + r")[- ]$"
)
#: Words behind that make it a thing, a job or a figure of speech.
_BEHIND = re.compile(
    r"['’]?s?[- ](?:"
    + alternatives(r"""
        squads?|experts?|disposal|threats?|shelters?|makers?|making|factor(?:y|ies)|plots?|helicopters?|aircraft
        planes?|dogs?|departments?|brigades?|fighters?|stations?|engines?|trucks?|range|gear|police|insurance
        control|season|relief|vehicles?|victims?|survivors?|defen[cs]es?|warnings?|alerts?|drills?|exercises?|tests?
        preparedness|resistant|hospital|charges|trial|case|suspects?|mysteries|rates?|prone|defiance|launchers?
        program(?:me)?s?|systems?|technology|arsenals?|fuel|scientists?|deal|talks|law|laws|ban|convention
        treat(?:y|ies)|risks?|prevention|squad|investigators?|investigations?|unit|task force|insurance|lawyers?
        against (?:cancer|inflation|poverty|corruption|drugs|drug trafficking|aids|climate)
        (?:is|are|was|were|has become|have become) (?:common|frequent|rare|usual|commonplace|widespread|rising)
        cent(?:er|re)s?|institutes?|forecasters?|councils?|committees?|memorials?|museums?|movies?|watch(?:es)?
        penalt(?:y|ies)|sentences?|row|certificates?
        stars?|spirit|chances?|tally|tallies|seasons?|(?:occur|happen|form)
        drains?|windows?|doors?|cellars?|shutters|fighting|efforts?|plains?|gates?|zones?|walls?|barriers?
        of (?:civil |the )*(?:war|violence|fighting|hostilities|peace)
        of (?:the year|ideas|words|wits|criticism|applause|interest|emotion|colou?r|anger|protest|trust|faith)
    """)
    + r")\b"
)
#: Verbs with another object than people and places: "fought the project in court", "shot down rumours".
_OTHER_OBJECT = re.compile(
    r"(?:fought|fighting|battled|battling|battles?|killed|attacked|shot down|downed|crashed|stormed|stole|poisoned"
    r"|hurt"
    r"|intercepted|defused|foiled|exploded|sank)\s+(?:(?:the|a|an|any|all|his|her|its|their|for|back|off|against"
    r"|over|to|with"
    r"|in|into)\s+){0,2}(?:\w+\s+)?(?:project|cancer|case|charges?|extradition|crime|poverty|corruption|disease"
    r"|fires?"
    r"|blaze|flames|inflation|laws?|bans?|plans?|bill|decision|ruling|addiction|illness|tears|hard|court|rumou?rs?"
    r"|claims?"
    r"|ideas?|proposals?|suggestions?|notion|trees?|branches|power lines|lines|wires|party|price|prices|markets?"
    r"|shares|stocks?|hearts?"
    r"|independence|autonomy|secession|statehood|freedom|rights|insurgenc(?:y|ies)|rebellions?|uprisings?"
    r"|tensions?|criticism|passes?|ball|puck|confidence|chances|economy|business|feelings|show|stage)\b"
)
#: What of these is a place as well: "exploded in a market", "killed in the court", unless prices do so.
_IN_A_PLACE = re.compile(
    r"(?:killed|attacked|hurt|exploded|crashed) in(?:to)? (?:an? |the )?(?!stock |housing )(?:[\w-]+ )?"
    r"(?:markets?|court|stage)\b"
)
_PRICED = re.compile(r"\b(?:prices?|shares?|stocks?|sales|demand|bonds?|currency|popularity)\b[^.;]{0,40}$")
#: Idioms: the whole phrase names something else.
_IDIOM = re.compile(
    r"(?:executed (?:an?|the|two|three|several)? ?(?:search |arrest )?(?:warrants?|orders?|plans?|trades?|deal)"
    r"|demonstrat(?:ed|ing) (?:an?|the|its|his|her|their|that|how|why|what|good|strong|great|no|some)"
    r"|(?:hit|struck) by (?:sanctions|recession|inflation|scandals?|strikes|cuts|crisis|tragedy|tariffs|debt"
    r"|losses)"
    r"|went off (?:the|road|course|script|track|to|on|well|without)"
    r"|(?<=\ba )shot\b|(?:fired) (?:up|from (?:his|her|the) job)|hit (?:songs?|album|single|show|record|the road)"
    r"|dead (?:end|line|heat|sea|body language)"
    rf"|dead (?:\w+ )?(?:{ANIMALS}|trees?)"
    r"|rall(?:y|ied|ies) (?:drivers?|behind|round|around|to victory)"
    r"|collaps(?:e|ed) of (?:talks|the (?:talks|government|currency|deal|bank|market|economy))"
    r"|(?:hit|struck|rattled) the (?:post|bar|crossbar|woodwork|net)|storms? (?:is|are|was|were) brewing|storm out"
    r"|shot (?:him|her|them|me|us) an?\b"
    r"|shot on (?:an? |his |her |their )?(?:phone|smartphone|camera|location|film|iphone|video)"
    r"|robbed (?:\w+ )?of (?:an? |the |any |his |her |their )?(?:\w+ )?(?:penalt\w+|goals?|win|victory|points?|titles?"
    r"|chances?|sleep|dignity|childhood|place|voice|futures?|youth)"
    r"|an? (?:[\w-]+ )?fire in (?:the|his|her|their|its|our) (?:belly|bellies|heart|eyes|soul)"
    r"|fall(?:en)? in love)\b"
)
#: One patient is no outbreak: "the cause was pneumonia".
_ONE_PATIENT = re.compile(
    r"\b(?:cause (?:of (?:his |her )?death )?was|complications (?:of|from)|diagnosed with|bout of|(?:his|her)"
    r"|(?:he|she|who) (?:had )?died (?:of|from)) (?:\w+ )?$"
)
#: "the case of a man killed": a court's.
_OTHER_CASE = re.compile(
    r"cases? of (?:an?|the|two|three|his|her|their|those|\d+|people|m[ae]n|wom[ae]n|children|murder|fraud|rape|abuse)\b"
)
#: "a car was pulled from the river": nobody's accident, unless somebody is spoken of.
_PULLED = re.compile(r"(?:pulled|fished|dragged|recovered) (?:dead |alive )?(?:from|out of)\b")
_SOMEBODY = re.compile(
    r"\b(?:kill\w*|died|dead|deaths?|drown\w*|injur\w+|bod(?:y|ies)|corpses?|remains|m[ae]n|wom[ae]n"
    r"|boys?|girls?|persons?"
    r"|people|child(?:ren)?|teenagers?|toddlers?|bab(?:y|ies)|drivers?|passengers?|swimmers?|migrants?"
    r"|fisherm[ae]n|sailors?"
    r"|students?|tourists?|workers?|victims?|survivors?|brothers?|sisters?|sons?|daughters?|father"
    r"|mother|aged|he|she|who)\b"
)
#: "the mob burned with desire".
_BURNED_WITH = re.compile(
    r"[^.;]*?\bburn(?:ed|t|ing) with (?:desire|rage|anger|fury|envy|shame|hatred|curiosity"
    r"|passion|zeal|excitement|ambition)\b"
)
#: "fighting for a new bridge", "prices have shot up": what follows tells.
_STRIVING = re.compile(
    r"(?:fighting|fought|battling|battled) (?:hard )?for (?:an?|new|more|better|his|her|their|its|our|survival|life)\b"
    r"(?! (?:town|city|village|hill|base|airport|bridgehead))"
)
_ROSE = re.compile(r"shot up(?=\s*(?:[.,;:!?]|$|(?:by|to|from|in|since|over|this|last|again|after|as)\b))")
#: "troops blocked roads", "snow blocked the pass": no protest.
_NO_PROTESTER = re.compile(
    r"\b(?:troops|soldiers|army|police|tanks|snow|ice|debris|landslides?|(?:fallen )?trees?|mud|rubble|rocks|water)"
    r"(?: (?:has|have|had|also))* $"
)
#: "a collapsed house": what it stands in after something else happened.
_LEFT_BY = re.compile(
    r"collapsed (?:[\w-]+ )?(?:houses?|homes?|buildings?|blocks?|bridges?|roofs?|walls?|mines?|tunnels?"
    r"|schools?|hotels?)\b"
)
_ATTRIBUTE = re.compile(r"\b(?:a|an|the|of|from|under|in|two|three|several|many)\s+$")
_SHOT_NOUN = re.compile(
    r"\b(?:a|his|her|my|your|best|first|last|long|brief|winning|flu|mug|big|another|screen|photo|jump|free|one"
    r"|slap|parting|penalty|spot"
    r"|second|third|final|good|real)\s+$"
)
#: What is intercepted or shot down flies.
_BROUGHT_DOWN = re.compile(r"intercept|shot down|shooting down|shoots? down|downed|brought down")
_AERIAL = re.compile(
    r"\b(?:missiles?|rockets?|drones?|uavs?|aircraft|planes?|jets?|helicopters?|projectiles?|balloons?"
    r"|air ?defen[cs]es?"
    r"|shells?|airliner|bombers?|warplanes?)\b"
)
_VOLCANO = re.compile(r"\b(?:volc[aá]n\w*|lava|ash|magma|mount|mt|crater)\b")
#: An eruption of nothing else is one of a volcano.
_ERUPTION = re.compile(r"(?:the|an?|this|its)? ?eruptions?(?! of (?!the\b|mount\b|mt\b))")
#: Names of storms and quakes are capitalised and mean what they say.
_NAMED_KINDS = frozenset({T.DISASTER, T.OUTBREAK})
#: Adjectives of people ("Russian Rockets") make no name.
_CAPITAL_BEFORE = re.compile(r"\b(?![A-Z][a-z]+(?:[aei]an|ish|ese|[^aeiou]i)\s)[A-Z][\w'’.-]*\s+$")
_CAPITAL_BEHIND = re.compile(r"\s+[A-Z][\w'’.-]*")


def names_a_happening(sentence: Sentence, match: re.Match[str], sense: Sense) -> bool:
    """Whether a word of the lexicon is meant as such, and not as a thing, an idiom or part of a name."""
    low, start = sentence.low, match.start()
    before = low[max(0, start - 24) : start]
    is_verb = any(word.endswith("ed") for word in match.group().split())  # "a damaged hospital" is no kind of hospital
    behind = _BEHIND.match(low, match.end())
    if behind is not None and sense.type is T.PROTEST and behind.group().startswith(" against"):
        behind = None  # one protests against corruption indeed
    if not is_verb and (behind or (not sense.caption and _BEFORE.search(before))):
        return False
    placed = _IN_A_PLACE.match(low, start) and not _PRICED.search(low, 0, start)
    if (_OTHER_OBJECT.match(low, start) and not placed) or _IDIOM.match(low, start):
        return False
    if not means_it(low, start, match.group()):
        return False
    if sense.type is T.STRATEGIC and _BROUGHT_DOWN.match(low, start) and _AERIAL.search(low) is None:
        return False
    if match.group().startswith("erupt") and _VOLCANO.search(low) is None and not _ERUPTION.match(low, start):
        return False
    if sense.type is T.OUTBREAK and _OTHER_CASE.match(low, start) and OF_DISEASE.search(low) is None:
        return False
    if sense.type is T.OUTBREAK and sense.sub == "disease":
        around = low[:start] + low[match.end() :]
        if _ONE_PATIENT.search(low[max(0, start - 60) : start]) or not OF_ILLNESS.search(around):
            return False
    if _LEFT_BY.match(low, start) and _ATTRIBUTE.search(before):
        return False
    if _PULLED.match(low, start) and _SOMEBODY.search(low) is None:
        return False
    if sense.type is T.RIOT and _BURNED_WITH.match(low, start):
        return False
    if _STRIVING.match(low, start) or _ROSE.match(low, start):
        return False
    if match.group().startswith("block") and _NO_PROTESTER.search(before):
        return False
    if match.group().startswith("shot") and _SHOT_NOUN.search(before):
        return False
    named = sense.type in _NAMED_KINDS and not match.group().endswith("s")  # the Hurricanes are a club
    return sense.caption or named or not _in_a_name(sentence, match)


def _in_a_name(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it is a capitalised part of a name ("the Houston Rockets"); in capitals nothing tells."""
    raw, start, end = sentence.raw, match.start(), match.end()
    if start == 0 or not raw[start].isupper() or raw[start:end].isupper():
        return False
    return _CAPITAL_BEFORE.search(raw[max(0, start - 30) : start]) is not None or (
        _CAPITAL_BEHIND.match(raw, end) is not None
    )
