"""Words that name a happening only in company: shares crash, turnout collapses and singers get engaged as well."""

import re

from geo.events.living import ANIMALS
from geo.events.patterns import alternatives

_HARM = r"""
    kill\w*|dead|die[sd]?|dying|deaths?|injur\w+|wound\w*|hurt|casualt\w+|victims?|bodies|corpses?|surviv\w+
    rescue\w*|trapped|missing|hospital\w*|buried|fatal\w*|lives|shot|burn\w*|damag\w+
"""
_PEOPLE = r"""
    people|persons?|m[ae]n|wom[ae]n|child|children|boys?|girls?|prisoners?|hostages?|civilians?|captives?|inmates?
    detainees?|residents?|villagers?|passengers?|workers?|employees|peasants?|farmers?|priests?|journalists?|judges?
    mayors?|families|family|members?|leaders?|couple|pupils?|patients|guests|diners|captured|\d+
"""
_ARMED = r"""
    troops?|soldiers?|army|armies|military|forces?|police\w*|officers?|guards?|rebels?|guerrillas?|insurgents?
    militants?|militia\w*|fighters?|gunm[ae]n|terrorists?|armed|commandos?|separatists?|paramilitar\w+|protest\w+
    demonstrat\w+|rioters?|mobs?|crowds?|supporters|students|gangs?|cartels?|tribes\w*|contras?|command|units?
    battalions?|brigades?|navy|regulars|attackers?|looters|strikers|hooligans|bombs?|guns?|gunfire|rifles?|grenades?
    mortars?|missiles?|rockets?|artillery|tanks?|explosives?|stones|tear gas|ambush\w*|firing|enemy|offensive|patrols?
"""
_VEHICLES = r"""
    planes?|aircraft|airliners?|airplanes?|aeroplanes?|helicopters?|jets?|flights?|cars?|bus(?:es)?|minibus(?:es)?
    trucks?|lorr(?:y|ies)|vans?|coach|trains?|trams?|locomotives?|wagons?|motorcycl\w+|motorbikes?|bicycles?|boats?
    ships?|ferr(?:y|ies)|vessels?|tankers?|vehicles?|yachts?|trawlers?|barges?|drones?|satellites?|rockets?|missiles?
    passengers?|crew|drivers?|pilots?|cyclists?|airport|runway|highway|motorway|roads?|rivers?|ravine|canyon|gorge|sea
    jeeps?|taxis?|balloons?|gliders?|submarines?|dinghy|dinghies|rafts?|migrants?|convoy|mi-\d+|boeing|airbus|debris
"""
_BUILDINGS = r"""
    buildings?|houses?|homes?|bridges?|walls?|roofs?|cranes?|mines?|tunnels?|dams?|stands?|stages?|towers?|blocks?
    ceilings?|floors?|balcon(?:y|ies)|scaffold\w*|apartments?|hotels?|schools?|churches|church|mosques?|temples?
    factor(?:y|ies)|warehouses?|platforms?|poles?|trees?|masts?|chimneys?|embankments?|hillsides?|rubble|flyover
    structures?|staircases?|shaft|malls?|stadiums?|overpass|grandstand|tents?|elevators?|lifts?|rocks?|embass(?:y|ies)
    palaces?|prisons?|barracks|bases?|garrisons?|stations?|posts?|checkpoints?|towns?|village?s?|headquarters|jails?
"""
_ILLNESS = r"""
    cases?|infect\w+|outbreaks?|epidemics?|spread\w*|patients?|sick\w*|ill|broke out|broken out|confirmed|diagnosed
    tested positive|quarantin\w+|contracted|caught|suspected|suffering|contaminat\w+|recall\w*|emerg\w+|detected|toll
    found|strains?|hit|hits|struck|strikes|sweep\w*|swept|ravag\w+|birds?|poultry|culled|cattle
"""
_LEAKING = r"""
    gas|gases|oil|chemicals?|toxic|water|fuel|pipes?|pipelines?|reactors?|radiat\w+|radioactive|nuclear|plants?|tanks?
    tankers?|acid|ammonia|chlorine|sewage|crude|diesel|petrol|gasoline|carbon|fumes|vapou?rs?|refiner\w+|wells?
"""
_SKY = r"fell|falls|hit|struck|explod\w+|crash\w+|impact\w*|streak\w+|shower of|windows|landed|shattered|shook"
_FIRE_MOUNTAIN = r"erupt\w*|ash|lava|magma|smoke|spew\w*|active|alert|evacuat\w+|activity"
_MARKETS = r"""
    shares?|stocks?|markets?|currenc(?:y|ies)|index|bonds?|traders?|investors?|prices?|rouble|ruble|hryvnia|dollar|euro
    yields?|futures|earnings|profits?|sales|candidates?|title|victory|beat|win|won|behind|innings|points?
"""
_MUNITIONS = r"""
    drones?|warplanes?|fighter jets?|air ?force|munitions?|bombers?|targets?|positions?|depots?|hit|struck|destroy\w*
    substations?|refiner(?:y|ies)|infrastructure|markets?|residential|power|russian|israeli|ukrainian|coalition
"""
_MILITARY = r"""
    (?:pro-)?russians?|ukrainians?|chechens?|[dl][np]r|red cross|osce
    separatist\w*|occup\w+|war|military|logistics|ammunition|ammo|weapon\w*|howitzers?
    armou?r\w*|naval|warships?|landing|helicopters?|convoys?|[a-z]{1,4}-?\d{1,3}\w*|mercenar\w+|wagner|hq|headquarters
    radars?|launchers?|fighters?|systems?|satellite|command|captured|destroyed|damaged
"""
_POISONS = r"food|water|gas|toxic|mushrooms?|alcohol|drinks?|drank|ate|meal|wine|nerve agent|novichok|polonium|dogs?"


_CAMPAIGN = r"""
    (?:election|campaign|political|party) rall(?:y|ies)|candidates?|candidacy|campaign(?:ed|ing)?|nomin\w+|re-?election
    primar(?:y|ies)|running mate|republicans?|democrats?|voters|polls|(?:senate|presidential|mayoral) (?:race|seat)
"""
_SPORTING = r"""
    laps?|races?|racing|racers?|championships?|titles?|podium|seasons?|(?:semi-?|quarter-?)?finals?|ufc|boxing|martial
    bouts?|leagues?|tour|tournaments?|match(?:es)?|innings|wickets?|batting|bowling|goals?|goalkeeper|striker|midfielder
    world cup|cup tie|olympics?|medals?|team-?mates?|play-?offs?|quarterback|touchdowns?|sprint|relegat\w+|half-?time
    penalt(?:y|ies)|knock-?out|grand prix
"""
_MONEY = r"""
    shares?|stocks?|stock markets?|ftse|dow jones|nasdaq|nikkei|wall street|bonds?|traders?|investors?|currenc(?:y|ies)
    earnings|profits?|exports|inflation|interest rates|central bank|federal reserve|per ?cent|percentage points?|sales
"""


_SPACE = r"""
    asteroids?|comets?|meteors?|spacecraft|space probe|telescopes?|galax(?:y|ies)|planets?|lunar|martian|mars|venus
    jupiter|saturn|orbit\w*|solar|supernovae?|astronom\w+|astronauts?|stars?
"""


_POLITICS = r"""
    courts?|justices|judges?|constitution\w*|amendments?|lawsuits?|appeals?|recount|senators?|congress\w*|nominee|legislation
    campaign|elections?|electoral|republicans?|democrats?|votes?|bills?|budget|debates?|critics|policy|policies
"""


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(alternatives(w) for w in words) + r")(?![\w-])")


#: What a disease must be told of with, to be one that breaks out.
OF_ILLNESS = _any(_HARM, _ILLNESS)
OF_DISEASE = _any(r"""
    infect\w+|outbreaks?|epidemics?|patients?|sick\w*|diagnosed|tested positive|quarantin\w+|virus(?:es)?|disease
    illness(?:es)?|fever|health (?:ministry|officials?|workers?|authorities|organi[sz]ation)|vaccin\w+
""")


#: Words of the lexicon, and what must stand in their sentence for them to mean what they say.
_NEEDED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"(?:crash|collaps|collid)(?:ed|es|ing)|plunged|overturned|veered off|swerved|skidded|careered"
            r"|plou?[gw]h?\w* into|came down|caved in|sank|sunk|sinking|ran off .*"
        ),
        _any(_HARM, _VEHICLES, _BUILDINGS),
    ),
    (
        re.compile(
            r"fought|battl(?:ed|ing)|engaged|c[ao]m(?:e|ing) under (?:fire|attack)|stormed|clashed|repell?ed|repulsed"
            r"|raided"
        ),
        _any(_HARM, _ARMED, _BUILDINGS),
    ),
    (re.compile(r"slaughter.*|butchered"), _any(_HARM, _PEOPLE)),
    (re.compile(r"executed"), _any(_HARM, _PEOPLE, _ARMED)),
    (re.compile(r"strikes? (?:on|against)"), _any(_HARM, _ARMED, _BUILDINGS, _MUNITIONS)),
    (re.compile(r"poison(?:ed|ing|ings)"), _any(_HARM, _PEOPLE, _POISONS)),
    (re.compile(r"leak(?:ed|s)?|spill(?:ed|s)?"), _any(_HARM, _LEAKING)),
    (
        re.compile(
            r"mov(?:ing|ements?|es?)|stationed|parked|transport(?:ed|ing)?|camps?|base|vehicles?|equipment|delegation|unit"
            r"|presence|control(?:led)?|positions|ships?|vessels?|boats?|loss(?:es)?|trains?|aircraft|jets?"
        ),
        _any(_ARMED, _MILITARY),
    ),
    (re.compile(r"meteors?"), _any(_HARM, _SKY)),
    (re.compile(r"volcan(?:o|oes)"), _any(_HARM, _FIRE_MOUNTAIN)),
)
#: Words that something in the sentence turns into a figure of speech.
_SPOILT: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"slain|murdered|assassinated|executed"),
        _any(r"funerals?|coffins?|mourners|vigils?|wreaths?|memorial"),
    ),
    (
        re.compile(r"bombard.*|pelted .*"),
        _any(r"goals?|questions?|calls|complaints|e-?mails|messages|keeper|goalkeeper"),
    ),
    (re.compile(r"rall(?:y|ies|ied)"), _any(_MARKETS, _CAMPAIGN)),
    (re.compile(r"fought|fighting|battl\w+"), _any(r"firefighters?|firem[ae]n|fire (?:crews?|departments?|brigades?)")),
    (
        re.compile(r"fought"),
        _any(r"fought (?:hard )?(?:to (?!(?:re)?(?:take|capture|gain|hold|defend))\w+|for \w*rights)"),
    ),
    (re.compile(r"(?:threw|throwing|hurl|pelt).*"), _any(r"volcan\w+|erupt\w*|lava|crater")),
    (re.compile(r"overr[au]n"), _any(r"lava|mud|gas|ash|water|floodwaters?|flames|weeds|locusts|tourists")),
    (re.compile(r"came down"), _any(r"rain|rains|rainfall|snow|snowfall|hail|prices?|rates|fever|verdict")),
    (re.compile(r"slaughter.*|butchered"), _any(ANIMALS)),
    (re.compile(r"explod(?:ed|ing|e)"), _any(r"firecrackers?|champagne|confetti|balloons")),
    (
        re.compile(r"explod(?:es|e|ed|ing)"),
        _any(r"population|demand for|costs|debts?|ticket sales|sales of|tickets?|popularity"),
    ),
)
#: Words that sport, markets and elections use where nobody is hurt and nobody armed.
_ARENAS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"(?:crash|collid|collision|clash|collaps|attack|assault)\w*|accidents?|fighting|fights?|battl\w+|fought|raid\w*"
            r"|stormed|shot|shoot-?outs?|ambush\w*"
        ),
        _any(_SPORTING),
    ),
    (
        re.compile(r"attack(?:ed|ing)|assault|battl\w+|fought|fighting|c[ao]m(?:e|ing) under (?:fire|attack)"),
        _any(_POLITICS),
    ),
    (re.compile(r"exploded|crash\w*|collaps\w+|shot|plunged|rocked|hit|battered"), _any(_MONEY)),
    (
        re.compile(r"land ?slides?|avalanches?|tidal waves?|tsunamis?"),
        _any(
            r"votes?|voters|elections?|electoral|polls?|ballots?|majority|seats?|party|parties|victory|congress|power"
        ),
    ),
    (re.compile(r"leak\w*|spill\w*|explo\w+|colli\w+|crash\w*|rockets?|blasts?|erupt\w*"), _any(_SPACE)),
)
_IN_EARNEST = _any(
    r"kill\w*|dead|died?|dying|deaths?|injur\w+|wound\w*|hurt|casualt\w+|victims?|bodies|fatal\w*|hospital\w*|burn\w+"
    r"|missing|rescue\w*|trapped|shot dead|stab\w*|fans|spectators",
    _ARMED,
)
#: Crowds that mourn or celebrate, and what makes a protest of that all the same.
_GATHERING = re.compile(
    r"rall.*|march.*|gathered.*|massed.*|human chain|(?:took|taking) to .*|demonstrat.*|(?:during|at|in) .* march"
)
_MOURNING = _any(r"""
    memory|memorial|mourn\w*|vigils?|funerals?|tributes?|remember\w*|remembrance|commemorat\w*|candle\w*
    minute(?:'?s|s of) silence|flowers|roses|wreaths?|coffins?|buri(?:ed|al)|respects|parades?|carnival|pilgrim\w*
    celebrat\w*
""")
_DEMANDING = _any(r"""
    demand\w*|protest\w*|against|chant\w*|anger|angry|furious|denounc\w*|condemn\w*|clash\w*|tear gas|slogans|riot\w*
    call(?:ed|ing) for|justice|resign\w*|police fired|dispers\w*
""")
#: "shot back at her critics": what follows makes a figure of speech of it.
_FIGURE = re.compile(
    alternatives(r"""
        shot (?:back\b|wide|over the|past|ahead|to (?:fame|the top|prominence|stardom)|up (?:by|to))
        shot (?:the|an?|its|his|her) (?:\w+ )?(?:film|video|movie|scenes?|series|documentary|footage|pictures?|photos?)
        explod(?:ed|es|e|ing) (?:onto|in (?:popularity|size|value|number|laughter|anger|growth)|into (?:life|song))
        explod(?:ed|es|e|ing) with (?:joy|anger|laughter|rage|pride|colou?rs?)
        stormed (?:out|off|through|home|back|ahead|to (?:victory|the)|into (?:the|an?) (?:\w+ )?(?:final|lead|semi))
        marched (?:on )?(?:in)?to (?:the |a )?(?:\w+ )?(?:title|victory|finals?|win|semi-?finals?|top|lead)
        sto(?:le|len) (?:a march|the show|the (?:spot|lime)light|a glance|hearts?|scenes?|a win|the lead|victory)
        raided (?:its|the|his|her|their) (?:\w+ )?(?:funds?|fridge|budget|coffers|wardrobe|archives?|savings|reserves)
        collapsed (?:in (?:joy|laughter|tears|a heap)|into (?:laughter|tears))|sank without (?:a )?trace
    """)
)


def means_it(low: str, start: int, word: str) -> bool:
    """Whether a word of the lexicon stands in the company it needs, and in none that spoils it.

    Args:
        low: the sentence in lower case.
        start: where the word begins in it.
        word: as the lexicon matched it.
    """
    if _FIGURE.match(low, start):
        return False
    if any(words.fullmatch(word) and spoils.search(low) for words, spoils in _SPOILT):
        return False
    around = low[:start] + " " * len(word) + low[start + len(word) :]
    if any(words.fullmatch(word) and arena.search(around) for words, arena in _ARENAS) and not _IN_EARNEST.search(
        around
    ):
        return False
    if _GATHERING.fullmatch(word) and _MOURNING.search(low) and not _DEMANDING.search(low):
        return False
    return all(company.search(around) for words, company in _NEEDED if words.fullmatch(word))
