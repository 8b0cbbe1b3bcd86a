"""Words that say where: before and behind a place name, in lower case."""

import re

KINDS = (
    r"(?:[\w-]+'s?\s+)?(?:(?:the|a|this|its|his|their|besieged|port|border|capital|coastal|southern|northern"
    r"|eastern|western|central|downtown|greater|occupied|nearby"
    r"|outlying|historic|southeastern|southwestern|northeastern|northwestern|north|south|east|west|far|remote"
    r"|rural|strategic|industrial|tourist|small|rebel-held|main"
    r"|u\.s\.|[\w-]+(?:ern|e?an|ish|ine|ese|[klnqrt]i)|french|dutch|czech|greek|swiss|thai|slovak|serb|croat|turk|swede"
    r"|northernmost|populous|mountainous|neighbou?ring)[ -]+)*"
    r"(?:(?:city|cities|town|towns|village|villages|district|districts|region|province|provinces|state|states"
    r"|department|departments|municipality|county|island|area|suburb|suburbs|quarter|quarters"
    r"|neighbou?rhood|settlement|hamlet|resort|port|capital|outskirts|centre|center|coast|slum|camp|base|airport"
    r"|zone|jurisdiction|hills|mountains|highlands|jungle|forests?|desert|countryside|waters|valley|plains|delta"
    r"|part|parts|side|sector|section|slopes|streets|slope|flanks?|face|summit|foot|peak|crater"
    r"|middle|heart|north|south|east|west)"
    r"(?:,(?! the\b)| of| in| known as| called)*\s+(?:the\s+|of\s+)*)*"
)
LOCATIVE = re.compile(
    rf"\b(?:in|at|near|on|outside|off|around|inside|within|across|throughout|along|through|over|into|against|onto|down|up"
    rf"|hit|hits|struck|strikes|shook|rocked|shakes|rocks|pounded|shelled|bombed|attacked|stormed|targeted"
    rf"|targeting|hitting|striking|captured|capturing|seized|seizing|took|taken|retook|recaptured|liberated|entered"
    rf"|entering|overran|besieged|bombarded|flattened|lashed|battered|devastated|flooded|swamped|swept"
    rf"|(?:worst|hardest|most)[- ](?:hit|affected|damaged|stricken) (?:\w+ ){{0,2}}?(?:was|were|is|are|included?))"
    rf"\s+{KINDS}$"
)
NEAR = re.compile(
    rf"\b(?:near|outside|close to|off|next to|around|outskirts of|vicinity of|beside|suburbs? of"
    rf"|(?<!the )(?<!far )(?:north|south|east|west)(?:[- ]?(?:east|west))? of)\s+{KINDS}$"
)
OF_KIND = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|districts?|provinces?|regions?|municipalit(?:y|ies)|neighbou?rhoods?"
    r"|outskirts"
    r"|capital|centre|center|states?|departments?|parts?|suburbs?|areas?|islands?|nation|country|republic|territory"
    r"|streets|quarters?|heart|middle"
    r"|north|south|east|west|port|gates?|entrance|edge|fringes|foot|shores?|banks|mouth|campus|grounds"
    r"|(?:start|finish)(?:ing)?(?: line)?) of\s+(?:the\s+)?$"
)
APART = re.compile(
    r"(?:\b(?:\d[\d.,]*|\w+)[- ](?:km|kms|kilomet(?:er|re)s?|miles?|mi|meters?|metres?|leagues"
    r"|hours?)\b[^.;]{0,40}?\b(?:from|of|to|off)\s+(?:(?:the\s+)?(?:[\w-]+\s+)?|"
    rf"{KINDS}))$"
)
ORIGIN = re.compile(
    rf"\b(?:from|out of|of|native of|resident of|natives? of|origin(?:ally|ating)? (?:from|in)|coming from"
    rf"|arrived from)\s+{KINDS}$"
)
DESTINATION = re.compile(
    rf"\b(?:to|towards?|for|bound for|headed for|en route to|destined for|flown to|taken to|fled to"
    rf"|back to|returned (?:safely )?to)\s+{KINDS}$"
)
ELSEWHERE = re.compile(
    r"(?<![\w-])(?:born|landed safely|lives?|lived|living|based|hospitali[sz]ed|treated|taken|rushed|brought|airlifted"
    r"|transferred"
    r"|arrested|detained|met|meeting|trial"
    r"|court|(?:admitted|taken|rushed|brought|treated|airlifted) (?:to|at|in) (?:[\w-]+ ){0,2}?(?:hospital|clinic)s?"
    r"|(?:hospital|clinic)s?,? \w+ of (?:them|whom)"
    r"|speaking|spoke|interview(?:ed)?|educated|studied|exiled?"
    r"|statement|conference|summit|talks|similar to|compared (?:to|with)|reported|broadcast|published"
    r"|arriv(?:ed|ing|al)|vacation|holidays?|serv(?:ed|ing)|visit(?:ed|ing|s)?|trip|travell?ed|travell?ing|returned"
    r"|flew|sources?"
    r"|officials|authorities|spokes(?:man|woman|person)|ambassador|correspondent|held|released|announced|signed"
    r"|ceremony|agreed|negotiated|brokered|felt|appeared|role|involvement|intervention|campaign|war|conflict|policy|interests|situation|crisis"
    r"|news(?:papers?)?|media|reports?|issued|communiques?|declarations?|statements)\s+(?:\w+\s+)?(?:in|at|of|from"
    r"|to)\s+(?:the\s+)?(?:\w+\s+)?$"
)
#: "the Lviv relief centre said".
TELLER = re.compile(
    r"(?:\s(?!(?:and|or|in|on|at|where|when|who|police|officials?|residents|witnesses)\b)[\w-]+){1,3}\s(?:said|says|reported)\b"
)
AGENT = re.compile(
    r"(?:['’]?s)?\s+(?:said|says|has|have|had|is|was|will|blamed?|accused?|denied|claim(?:s|ed)|announced|warned"
    r"|president|prime minister|foreign|defen[cs]e|minist(?:er|ry)|government|officials?|authorities|army|military"
    r"|police|troops|forces"
    r"|soldiers|regime|administration|air force|navy|spokes\w+|embassy|parliament|congress|senate|supreme|national"
    r"|rebels|guerrillas|militants|media|newspaper|state news|cartel|bishop|archbishop|ambassador|governor)\b"
)
#: "Lviv has recorded its first case of cholera": who counts cases has them; "Lviv was hit by a quake".
SUFFERS = re.compile(
    r"\s+(?:(?:has|have|had|and \w+|also) ){0,3}(?:recorded|reported|confirmed|declared|registered|logged|detected"
    r"|seen)\s(?:[\w,-]+ ){0,5}?(?:cases?|deaths?|outbreaks?|infections?|epidemics?|fatalities)\b"
    r"|\s+(?:is|are|was|were|(?:has|have|had) been) (?:\w+ly )?(?:battling|reeling|recovering|suffering"
    r"|experiencing|grappling|counting|hit by|struck by|shaken|rocked|battered|lashed|devastated"
    r"|flattened|flooded|engulfed|swamped|buried|evacuated)\b"
)
#: "rallies were held in Lviv" tells where they were; "the men were held in Lviv" does not.
STAGED = re.compile(
    r"\b(?:protests?|demonstrations?|rall(?:y|ies)|march(?:es)?|vigils?|strikes?|sit-ins?|gatherings?)\b"
    r"[^.;]{0,40}\bheld\s+(?:\w+\s+)?(?:in|at)\s+(?:the\s+)?(?:\w+\s+)?$"
    r"|\b(?:was|were|been)\s+(?:\w+\s+)?reported\s+(?:in|at|from)\s+(?:the\s+)?(?:\w+\s+)?$"
)
#: "the ministry in Lviv said": where somebody sits who tells.
OFFICE = re.compile(
    r"\b(?:ministr(?:y|ies)|agenc(?:y|ies)|bureau|headquarters|commission|observatory|institute|department|office"
    r"|government|embassy|union|command|secretariat|council|presidency|parliament|organi[sz]ation"
    r"|monitor)\b[^,.;]{0,30}?\b(?:in|at)\s+(?:the\s+)?(?:capital,?\s+)?$"
)
#: "the governor of the state of Morelos": where somebody is in office.
IN_OFFICE = re.compile(
    r"\b(?:governor|premier|(?:prime )?minister|president|head|chief|prosecutor|attorney general|commissioner"
    r"|sheriff|(?:arch)?bishop|secretary|administrator|spokes\w+) (?:of|for) (?:the )?(?:[\w-]+ )?"
    r"(?:(?:province|region|state|city|district|county|town|department|oblast|municipality) of )?$"
)
#: "shouted about Lviv": what is spoken of.
ABOUT = re.compile(rf"\b(?:about|regarding|concerning|than)\s+{KINDS}$")
#: "the Lviv Superior Court": where it is tried.
COURT_BEHIND = re.compile(
    r"(?:'s)?\s+(?:(?:superior|crown|district|city|regional|high|county|magistrates?'?)\s+){0,2}court\b"
)
#: "died on the way to a hospital in Lviv": where the hurt are treated.
TREATED = re.compile(
    r"\b(?:died|die|dying|dead|treat\w*|taken|rushed|flown|airlifted|admitted|transferred|brought|driven|recovering"
    rf"|way|pronounced)\b[^.;,]{{0,40}}\b(?:hospitals?|clinics?) (?:in|at|near) {KINDS}$"
)
#: "said in Lviv", "told reporters in Lviv".
SPEAKING = re.compile(rf"\b(?:said|says|reporters|journalists)\s+(?:in|at|from)\s+{KINDS}$")
#: "the regime in Lviv": who rules there, wherever it does what it does.
RULERS = re.compile(r"\b(?:government|regime|authorities|junta|rulers|leadership|administration|leaders) in (?:the )?$")
#: "the minister, in Lviv, described it": where a speaker was.
SPEAKER_IN = re.compile(r", (?:in|at) (?:the )?$")
SPEAKS_BEHIND = re.compile(
    r", (?:\w+ly )?(?:said|told|described|called|spoke|urged|vowed|promised|condemned|denounced|expressed"
    r"|announced|warned|insisted|rejected|dismissed|accused|blamed|welcomed|praised|offered|confirmed|denied|appealed"
    r"|stressed|admitted)\b"
)
#: "in the Ukrainian capital Kyiv": literal, whatever the name stands for elsewhere.
CAPITAL_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|around) (?:the )?(?:[\w-]+ )?(?:capital|city|town|port)(?: city)? $"
)
SAYS_BEHIND = re.compile(
    r"\s*,?\s*(?:have |has |had |also )?(?:said|says|say|reported|confirmed|announced|added|stated)\b"
)
#: "took off from Lviv", "bound for Lviv": the ends of a journey.
JOURNEY = re.compile(
    r"\b(?:took off|taken off|taking off|flying|flown|flew|travell?ing|travell?ed|sail(?:ing|ed)"
    r"|on (?:its|the|their) way|bound|head(?:ing|ed)|en route|depart(?:ing|ed)|journey|flight|voyage|trip|left|fled)"
    rf"\b[^,.;]{{0,40}}?\b(?:from|for|to|towards?)\s+{KINDS}$"
    rf"|\b(?:was|were|been|being|and) (?:taken|airlifted|rushed|evacuated|transferred|brought|driven|sent|moved)"
    rf"\b[^,.;]{{0,30}}?\bto\s+{KINDS}$"
)
#: Between a town and the region or country that holds it: "Lviv, Ukraine", "Lviv in western Ukraine".
HELD_BY = re.compile(rf"(?:\s(?:city|town|village|district|county))?(?:,|,? in)\s{KINDS}")
#: What opens a list of scenes; "including" and "such as" open a list of context.
LISTING = re.compile(rf"\b(?:in|at|near|hit|struck|on|shook|rocked|against)\s+(?:both\s+)?{KINDS}$")
REGION_WORDS = (
    r"(?:province|region|state|department|governorate|oblast|county|district|prefecture|territory|republic|krai)s?"
)
REGION_WORD = re.compile(rf"\b{REGION_WORDS} of\s+(?:the\s+)?$|\bprovinces of\s[^.]{{0,60}}$")
REGION_BEHIND = re.compile(rf"(?:'s)?\s+(?:\w+\s+)?{REGION_WORDS}\b|,? (?:and|,) [\w ]{{1,40}} {REGION_WORDS}\b")
#: What makes a region of a town's name: "Azov district", not "Azov district court", nor the Azov district of a town.
CALLED_REGION = re.compile(
    rf"\s{REGION_WORDS}\b(?!['’]s\b|\s+(?:courts?|attorney|judge|capital|council|hospital|police|tv|television|media"
    r"|radio|news|university|prison|school|of)\b)"
)
CALLED_REGION_BEFORE = re.compile(r"\b(?:province|region|state|governorate|oblast|county|prefecture) of\s+$")
HOLDS = re.compile(rf"\"?(?:\s[\w-]+){{0,3}}(?:,|,?\s(?:in|of|on|at|near))\s{KINDS}")
SAYING = re.compile(
    r"\b(?:said|says|saying|say|reported|reports|report|confirmed|announced|claimed|claims|stated|denied|told"
    r"|according to)\b"
)
ROAD = re.compile(r"\b(?:road|highway|route|drove|driving|convoy|travell?ing|en route)\b")
#: "halfway between", which is where it was, and neither of the two places behind it is.
MIDWAY = re.compile(r"(?:half|mid)[\s-]?way\s+between")
MIDWAY_BEFORE = re.compile(
    r"\b(?:half|mid)[\s-]?way\s+between\s+(?:[^,.;:]{1,40}\s+and\s+)?(?:the\s+)?(?:\w+\s+){0,3}$"
)
ROAD_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:[\w-]+(?:,)?\s+){0,2}$")
#: "the German island of Ruegen": the adjective before it holds it.
HOLDING = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:city|town|village|district|region|province|island|port|resort|settlement|municipality"
    r"|county|state|department|capital|hamlet|suburb|enclave|governorate|archipelago|area|nation|country|republic"
    r"|kingdom|territory)\s+of\s+(?:the\s+)?"
)
#: Between a town and the one it is located by: "Lviv, south-west of Kyiv".
LIES_BY = re.compile(r",\s(?:just |to the )?(?:north|south|east|west)(?:[- ]?(?:east|west))? of\s(?:the\s(?:\w+\s)?)?")
LISTED = re.compile(rf"\s*(?:,|and|or|,\s*and)\s*(?:(?:in|at|near)\s{KINDS})?$")
#: Behind an unknown place, what opens the words that locate it: "Myrne, about 12 km west of Dunmore".
LOCATED = re.compile(
    r",?\s(?:which|that|an?|the|lies|lying|is|located|situated|about|some|around|roughly|nearly|\d)|,\s"
)
#: Behind a country, what it keeps in others.
EMBASSY_BEHIND = re.compile(r"(?:['’]s)?\s+(?:embass|consul|ambassador|diplomat|mission\b)")
