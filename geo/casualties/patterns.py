"""How news gives figures of the dead, the hurt, the missing and those taken away: the patterns.

They read a sentence in lower case in which every number is a run of 0 (``masking.py``). ``n`` is the number, ``q`` its
qualifier, ``v`` the words that say what became of the people.
"""

import re

from geo.events.living import ANIMALS, PERSON, TITLE

Q = (
    r"(?P<q>at least|no fewer than|no less than|not less than|a minimum of|up to|as many as|no more than|at most"
    r"|(?:well )?(?:more than|over)|upwards of|in excess of|fewer than|less than|under|about|around|approximately"
    r"|nearly|almost|close to|some|an estimated|roughly|another|a further|an additional|a total of|the|all|only|just)?"
)
N = r"(?P<n>0+(?!\d)|dozens|scores|hundreds|thousands|several|many)"


def as_group(pattern: str, number: int) -> str:
    """A pattern of a number or its qualifier once more in a pattern, its group numbered."""
    return re.sub(r"\?P<(\w)>", rf"?P<\g<1>{number}>", pattern)


GAP = (
    r"(?P<noun>(?:(?!0|\b(?:and|or|but|were|was|while|when|after|who|which|that|said|have|has|had|are|is|kill\w*"
    r"|wound\w*|injur\w*)\b)[\w'.%¤-]+,?\s+){0,8}?)"
)
BE = (
    r"(?:(?:,\s)?(?:who |which )?(?:have|has|had|are|is|were|was|be|been|being|also|reportedly|allegedly|confirmed"
    r"|reported|feared|found|left|listed as|instantly|severely|seriously|slightly|badly|lightly|critically|gravely"
    r"|now|later|since|subsequently|already|still|remain(?:ed|s)?|or|so far"
    r"|(?:brought|pulled|carried|taken) out|mostly \w+"
    r"|known|thought|as|to have|to be|brutally|presumed|believed|be|declared|either|(?:shot|hit|struck"
    r"|buried|ambushed|trapped|run over|attacked|captured|beaten|robbed)(?: and)?|burned|crushed|becom\w+)\s+)*"
)
KILLED = (
    r"(?:killed|dead|died|die|slain|murdered|assassinated|massacred|perished|drowned|executed|shot dead"
    r"|(?:shot|crushed|trampled|burn(?:ed|t)|beaten|hacked|stabbed|stoned|starved|froze|frozen|strangled) to death"
    r"|gunned down|slaughtered|butchered|beheaded|lynched|electrocuted|suffocated|asphyxiated|lost their lives"
    r"|lost (?:his|her) life|fatalities|deaths|deaths from|fatally"
    r"|succumbed|dying|lives)"
)
HURT = (
    r"(?:wounded|injured|hurt|hospitali[sz]ed|taken ill|fall(?:en)? ill|fell ill|become ill|became ill|ill"
    r"|sickened|sick|maimed|blinded|injuries|poisoned|under treatment|treated|burned|stabbed(?! to)|knifed"
    r"|(?:had|suffer|suffered|sustained|received|(?<!dead )(?<!found )with) (?:\w+ ){0,2}(?:injuries|wounds|burns))"
)
TAKEN = (
    r"(?:(?:taken|rushed|admitted|brought) to (?:an? |the )?(?:\w+ )?(?:hospitals?|clinics?)"
    r"|(?:(?:are|were|is|was|remain|remained) (?:still |all )?)?(?:in (?:hospitals?|intensive care"
    r"|need of (?:\w+ )?treatment)|needing (?:\w+ )?treatment))"
)
LOST = r"(?:missing|unaccounted for)"
ABDUCTED = r"(?:abducted|kidnapp?ed|(?:taken|held) (?:hostage|captive))"
ARRESTED = r"(?:arrested|detained|apprehended|rounded up|(?:taken into|in) custody)"
_WHAT_BECAME = rf"(?:{KILLED}|{HURT}|{LOST}|{ABDUCTED}|{ARRESTED})"

#: "two men who were near the gate", "who had jumped from a window".
_WHO = (
    r"who (?:(?:were|was|had been) (?:in|on|at|near|inside|outside|aboard|\w+ing)\b(?:(?!\band\b)[^,.;0]){2,50}?"
    r"|had (?:(?!\band\b)[^,.;0]){2,50}?(?=\s(?:were|was|are|died|drowned)\b))"
)
#: "fell and died".
_FIRST = r"(?:(?:fell|jumped|plunged|plummeted|collapsed|inhaled)\b[^,.;0]{0,40}? and )?"
PASSIVE = re.compile(
    rf"(?<!\w){Q}\s*(?<![\w-]){N}(?:\s+(?P<more>more|others?|or more|of them|of whom|people))?(?:,? (?:mostly|including"
    rf"|among them|(?:all|most|many|some|0+) of (?:them"
    rf"|whom)) [\w ¤-]{{1,60}},)?\s+(?:{PERSON} and )?{GAP}(?:(?<=, )(?:including|among them|most(?:ly)?|nearly all"
    rf"|all|many)\b[^.;]{{1,60}},\s+)?"
    rf"(?:(?:¤+|0+ of (?:them|whom) [\w ¤-]{{1,40}}),\s+)?"
    rf"(?:{_WHO}\s)?{_FIRST}{BE}(?P<v>{_WHAT_BECAME})\b"
)
ACTIVE = re.compile(
    rf"\b(?P<v>kill(?:ed|ing|s)|murder(?:ed|ing)|assassinat(?:ed|ing)|massacr(?:ed|ing)|execut(?:ed|ing)"
    rf"|claim(?:ed|ing)(?: the lives of)?|took the lives of|(?:death|murder|killing|assassination|execution)s? of"
    rf"|(?:fatally )?(?:wound(?:ed|ing|s)|injur(?:ed|ing|es))|fatally shot"
    rf"|slaughter(?:ed|ing)|butcher(?:ed|ing)|behead(?:ed|ing)|(?:stabb|slash|knif)(?:ed|ing)(?! to)|hurt(?:ing)?"
    rf"|shot dead|gunned down|blind(?:ed|ing)|sicken(?:ed|ing|s)|hospitali[sz](?:ed|ing)"
    rf"|injuries to|(?:abduct|arrest|detain)(?:ed|ing|s)|round(?:ed|ing) up|kidnap(?:s|ped|ping)|leaving|left"
    rf"|sen(?:t|ding)|put(?:ting)?|took|rushed|airlifted)\s+{Q}\s*{N}(?=(?P<rest>[^.;]{{0,60}}))"
)
#: Of whom a toll is.
A_TOLL = (
    r"(?:(?:death )?toll|(?:number|count|tally) of (?:(?:the|those|confirmed|known) )*(?:dead|deaths|fatalities"
    r"|casualties|victims|lives lost|bodies"
    r"|(?:people |those )?(?:killed|known to have died)|wounded|injured|missing))\b"
)
TOLL = re.compile(
    rf"\b(?P<v>{A_TOLL}|the dead(?= (?:at|numbered|to)\b))(?P<way>(?:(?!\b(?:could|may|might|would|will|likely"
    rf"|expected|feared)\b)[^.;]){{0,110}}?)\b(?:to|at|is|was|stands at|reached|reaches|of|(?<= )as|numbered|hit"
    rf"|(?P<beyond>passed|past|exceeded|exceeds|surpassed|topped|tops|above|beyond))\s+(?:currently |now )?{Q}\s*{N}"
)
#: "40 pupils were taken to hospital": things are taken there as well, so that people or a bare number must be.
TAKEN_THERE = re.compile(
    rf"(?<!\w){Q}\s*(?<![\w-]){N}(?:\s+(?:[\w'-]+\s+){{0,3}}?(?:{PERSON}|more|of them)\b"
    r"(?:\s+(?:from|of|in|at|on|with|aboard)"
    r"(?:\s+(?!(?:and|or|but|were|was|while|when|after|who|which|that|said)\b)[\w'-]+){1,6}?)?"
    rf")?(?:\s+{_WHO})?\s+{BE}(?P<v>{TAKEN})\b"
)
#: "pulled 12 bodies from the rubble", "twelve bodies were found".
BODIES = re.compile(
    rf"\b(?:recover(?:ed|ing)|pull(?:ed|ing)|found|retriev(?:ed|ing)|discovered|counted|received|saw)\s+{Q}\s*{N}\s+"
    r"(?P<v>bodies|corpses)\b(?! of\b)"
)
#: "hacked at least nine people to death", "shot four men dead".
TO_DEATH = re.compile(
    rf"\b(?:shot|shooting|hack(?:ed|ing)?|stabb(?:ed|ing)|beat(?:en|ing)?|burn(?:ed|ing)|club(?:bed)?|kick(?:ed)?"
    rf"|crush(?:ed|ing)"
    rf"|trampl(?:ed|ing))\s+{Q}\s*{N}\s+(?:(?!\b(?:and|was|were|who)\b)[\w'-]+\s+){{0,5}}?(?P<v>to death|dead)\b"
)
BODIES_FOUND = re.compile(
    rf"(?<!\w){Q}\s*(?<![\w-]){N}\s+(?P<v>bodies|corpses)\s+"
    r"(?:(?:with|bearing|from|of|in) [^,.;0]{2,40}? )?(?:(?:have|had|has|were|was|been|so far|already)\s+)*"
    r"(?:counted|identified|recovered|pulled|found|retrieved|discovered|brought|taken|washed)\b"
)
#: "the figure has since risen to 12", "an initial count of 12": of whom, the words before say.
TOLL_AGAIN = re.compile(
    r"\b(?:the|that|this|its|an?) (?:(?:official|latest|initial|preliminary|provisional|earlier|early|previous|first"
    r"|new|final|overall|total|confirmed|revised|actual|real|true|later|current|casualty|last) ){0,2}?"
    r"(?:figure|count|tally|total|number|estimate)"
    r"(?:,? (?:had|has|have|since|later|now|then|was|is|been|also))*"
    r" (?:of|was|is|st(?:oo|an)ds? at|reached|(?:rose|risen|climbed|grown|grew|jumped|increased|raised|revised|lowered"
    r"|corrected|cut|dropped|fell|fallen|reduced)(?: (?:sharply|again|further|up|down|upwards?|downwards?))? to)"
    rf" {Q}\s*{N}"
    r"(?P<rest>\s*(?:$|[.,;]|(?:by|on|after|when|as|in|at|was|dead|deaths|killed|injured|wounded|hurt|missing)\b))"
)
#: "raised that to 12", "put it at 12".
TOLL_PUT = re.compile(
    r"\b(?:raised|revised|lowered|increased|corrected|cut|reduced|updated|put) "
    rf"(?:that|this|it|the (?:figure|number|count|tally))(?: (?:up|down))? (?:to|at) {Q}\s*{N}"
    r"(?P<rest>)(?=\s*(?:$|[.,;]|(?:by|on|after|when|as|in|at|and)\b))"
)
#: "making 12 in all", "for a total of 12", "up from 12": of whom, the words before say.
IN_ALL = re.compile(
    rf"\b(?:(?:making|giving|for) (?:a total of )?{Q}\s*{N} (?:in all|altogether|in total|all told|overall)\b(?P<rest>)"
    rf"|(?:making|giving|for) a total of {as_group(Q, 2)}\s*{as_group(N, 2)}(?=\s*(?:$|[.,;]))"
    rf"|(?:up|down) from {as_group(Q, 3)}\s*{as_group(N, 3)}(?=\s*(?:$|[.,;]|(?:reported|by|on|in|at)\b)))"
)
#: "the number of dead, first put at 60, was corrected to 53".
TOLL_PUT_RIGHT = re.compile(
    rf"\b(?P<v>{A_TOLL})[^.;]{{3,120}}?\b(?:corrected|revised|lowered|raised|cut|reduced|(?:up|down)graded"
    rf"|rose|risen|climbed|grew|grown)(?: \w+)?? to {Q}\s*{N}"
)
#: What an ordinal in letters counts.
ORDINALS = {
    word: n
    for n, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2)
}
#: "a 14th body was found", "the 14th victim", "a fourth person died": so many are known by now.
NTH = re.compile(
    rf"\b(?:an?|the) (?:(?P<n>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)})) (?:(?P<v>(?:confirmed |known )?"
    r"(?:body|victim|death|fatality))\b"
    r"(?=\s*(?:$|[.;]|(?:was|has|had|is|died|"
    r"succumbed|under|from the|from (?:an?|its|his) (?:car|wreck|house|boat|river))\b))"
    rf"|(?:\w+ )?{PERSON}(?<!s) (?:(?:later|also|since) )?(?:(?:(?:has|had|was) )(?:(?:later|also|been|since) )*"
    r"(?=killed|found|injured|wounded|died|succumbed)|(?=died|succumbed))"
    r"(?P<v2>died|killed|found dead|injured|wounded|succumbed)\b)"
)
#: "eight hostages were killed, as was the gunman", "as well as two guards".
AS_WAS = re.compile(
    rf"(?:,? (?:as (?:was|were|did|had)(?: also)?) (?P<n>0+|an?|the|his|her|one|both)"
    rf"|,? (?P<beside>as well as|along with|together with) (?P<n2>0+|an?|one))"
    rf" (?:(?!and\b)[\w'-]+ ){{0,3}}?{PERSON}\b(?!['’-])"
)
#: "the bodies of eleven miners".
BODIES_OF = re.compile(rf"\b(?P<v>bodies|corpses|remains) of\s+(?:the\s+)?{Q}\s*{N}")
#: "took 170 people hostage", "holding 15 hostages".
HOSTAGES = re.compile(
    rf"\b(?:took|taken|taking|held|holding|holds|seized|seizing)\s+{Q}\s*{N}\s+(?:[\w'-]+\s+){{0,4}}?"
    r"(?P<v>hostages?|captive)\b"
)
#: "twelve of them were among the wounded", "among the dead were two nurses": at least so many.
AMONG = re.compile(
    rf"(?<!\w){Q}\s*(?<![\w-]){N}\s+{GAP}(?:were|was|are|is) (?:also )?among (?:the|those)\s+(?:\w+ )?"
    r"(?P<v>dead|killed|wounded|injured|hurt|missing|victims|arrested|detained|abducted|kidnapped)\b"
)
AMONG_FIRST = re.compile(
    r"\bamong (?:the|those)\s+(?:\w+ )?(?P<v>dead|killed|wounded|injured|hurt|missing|victims|arrested|detained"
    rf"|abducted|kidnapped) (?:were|are)\s+{Q}\s*{N}"
)
#: "the mayor, Pat Roe, was among the dead"; "among the dead is the mayor".
ONE_AMONG = re.compile(
    r"\b(?:was|is) (?:also )?among (?:the|those)\s+(?:\w+ )?(?P<v>dead|killed|wounded|injured|hurt|missing|victims"
    r"|arrested|detained|abducted|kidnapped)\b"
    r"|\bamong (?:the|those)\s+(?:\w+ )?(?P<v2>dead|killed|wounded|injured|hurt|missing|victims|arrested|detained"
    r"|abducted|kidnapped) (?:was|is)\b"
)
#: "making the number of dead nine".
MAKING = re.compile(
    r"\b(?:mak(?:es|ing)|bring(?:s|ing)|tak(?:es|ing)|for) (?:the|a) (?:\w+ )?"
    rf"(?P<v>{A_TOLL}|total (?:of )?(?:number )?(?:of )?(?:the )?(?:dead|deaths|victims|killed|injured))"
    rf"(?: to)? {Q}\s*{N}"
)
#: "a fourth was badly hurt": one more, of whatever kind.
ONE_MORE = re.compile(
    rf"\b(?P<n>an? (?:{'|'.join(ORDINALS)})) (?:(?:was|is|has been|had been) )?(?:\w+ly )?(?P<v>died|killed|wounded"
    r"|injured|hurt)\b"
)
#: "none of the 40 on board survived", "no survivors among the 40 passengers": all died.
NO_SURVIVORS = re.compile(
    rf"\bnone of (?:the |its |their ){Q}\s*{N} (?:[\w'-]+ ){{0,6}}?(?P<v>survived)\b"
    rf"|\bno survivors (?:among|of) (?:the |its )?{as_group(Q, 2)}\s*{as_group(N, 2)}"
)
#: The same of those whose number is told elsewhere.
NOBODY_SURVIVED = re.compile(
    r"\bno (?:(?:chance|hope) of )?survivors\b(?=\s*(?:$|[.,;\"”]|from the (?:crash|wreck|sinking)\b))"
    r"|\b(?:nobody|no-?one|none) (?:\w+ )?survived\b(?=\s*(?:$|[.,;\"”]|the (?:crash|sinking|impact|disaster)\b))"
    r"|\b(?:everyone|everybody|all) (?:aboard|on board) (?:was|were|had been|is|are|died|perished)(?: killed| dead)?\b"
    r"|\ball (?:of )?(?:the |its )?passengers and crew (?:(?:have|had|were|are|all) )*(?:perished|died|killed|dead)\b"
)
#: "96 people were aboard", "carrying 96 people".
ABOARD = re.compile(
    r"(?<![\w-])(?P<n>0+) (?:people|persons|passengers and crew)(?: (?:were|was))? (?:aboard|on board)\b"
    r"|\bcarrying (?P<n2>0+) people\b"
)
#: "the driver was the only fatality".
THE_ONLY = re.compile(
    rf"\b(?P<n>an?|the|his|her) (?P<noun>(?:(?!\b(?:and|who|was|is)\b)[\w'¤-]+ ){{0,4}}?{PERSON}(?<!s))"
    r"(?:,[^,.;]{1,80},)? (?:was|is) (?:the|its) (?:only|sole|lone|first|single) "
    r"(?P<v>fatality|victim|casualty|death|(?:person|one) killed)\b"
)
#: "treated 30 people".
TREATED = re.compile(
    rf"\b(?P<v>treat(?:ed|ing))\s+{Q}\s*{N}\s+(?:(?:injured|wounded) )?(?:people|persons|victims|casualties|survivors"
    r"|wounded|children)\b(?![^.;]{0,60}\b(?:malaria|cancer|measles|cholera|typhoid|dengue|daily|an? (?:day|week|month"
    r"|year)|per (?:day|week)|(?:every|each) (?:day|week|month|year))\b)"
)
#: "bringing to nine the number of dead".
BRINGING = re.compile(
    rf"\b(?:bring(?:ing|s)|brought|tak(?:ing|es)|rais(?:ing|ed|es)) to\s+{Q}\s*{N}\s+the\s+(?P<v>(?:\w+ )?death toll"
    r"|(?:\w+ )?number of (?:dead|deaths|victims|fatalities|wounded|injured|people (?:killed|known to have died)))\b"
)
NUMBERED_DEAD = re.compile(
    rf"\b(?:{Q}\s*){N}\s+(?P<v>dead(?! (?:\w+ )?(?:{ANIMALS}|trees?)\b)"
    r"|deaths?|fatalities|killed|wounded|injured|injuries|missing)\b"
)
ONE = re.compile(
    rf"(?:^|(?<=[\s,\"]))(?P<n>an?|the|his|her|one|another|(?:[\w-]+'s))\s+(?P<noun>(?:(?!\b(?:and|of|in|on|at|by"
    rf"|who|that|was|were|has|had|is|the|said)\b)[\w'¤-]+\s+){{0,4}}?{PERSON}"
    rf"(?<!s)(?<!people)(?<!children)(?<!men)(?<!family)(?<!couple)(?<!crew)(?<!staff))"
    rf"(?:\s+of\s(?:(?!\b(?:who|whose|that|which)\b)[^,.;]){{1,90}}?(?:,[^,.;]{{1,140}},)?|,[^,.;]{{1,140}},"
    rf"|\s+\([^)]*\)"
    rf"|\s+(?:named|identified as)\s[^,.;]{{1,40}})?\s+(?:also\s+)?(?P<v>(?:was"
    rf"|has been|had been|is|has|had|were)?\s*(?:also |reportedly |seriously |severely |slightly |critically |badly "
    rf"|instantly )*(?:killed|died|dead|murdered|assassinated|wounded|injured|hurt|shot dead"
    rf"|gunned down|(?:stabbed|hacked|beaten) to death|found dead|shot and (?:\w+ )?(?:killed|wounded|injured)|stabbed"
    rf"|knifed|fatally (?:shot|\w+ed)|(?:hit|struck) and killed|treated (?:in|at|for)"
    rf"|hospitali[sz]ed|(?:taken|rushed|flown|airlifted) to (?:an? |the )?(?:\w+ )?(?:hospital|clinic)"
    rf"|{ABDUCTED}|{ARRESTED}))\b"
)
#: "a lawyer known for his work with prisoners was shot dead".
ONE_AT_LENGTH = re.compile(
    rf"(?:^|(?<=[\s,\"]))(?P<n>an?|another)\s+(?P<noun>(?:(?!\b(?:and|of|in|on|at|by|who|that|was|were|said|the)\b)"
    rf"[\w'¤-]+\s+){{0,4}}?(?:{PERSON}|[a-z]{{3,}}(?:er|or|ist))(?<!s)(?<!people)(?<!children)(?<!men))\s+"
    rf"(?:who|known|accused|suspected|wanted|\w+ing)\s(?:(?!\b(?:said|says|told|saw|that|whose|and|were|did)\b)[^,.;0]){{2,90}}?"
    rf"\s(?P<v>(?:(?:later|also|has|had) )*died|(?:was|has been"
    rf"|had been) (?:(?:also|seriously|severely|slightly) )?(?:killed|murdered|assassinated|wounded|injured|shot dead"
    rf"|gunned down|fatally \w+|(?:stabbed|hacked|beaten) to death|found dead|stabbed|{ABDUCTED}))\b"
)
ONE_OBJECT = re.compile(
    rf"\b(?P<v>kill(?:ed|ing|s)|murder(?:ed|ing)|assassinat(?:ed|ing)|death of|body of|shot dead|gunned down"
    rf"|(?:fatally )?(?:wound|injur)(?:ed|ing)|fatally shot|(?:abduct|arrest|detain)(?:ed|ing)|kidnap(?:ped|ping)"
    rf"|stabb(?:ed|ing)|murder of|killing of)\s+(?P<n>an?|one|his|her|its|the)\s+(?P<noun>(?:(?!\b(?:and|of|in|on|at|by"
    rf"|who|that)\b)[\w'¤-]+\s+){{0,4}}?{PERSON}(?<!s)(?<!people)(?<!children)(?<!men)(?<!family)(?<!couple)"
    rf"(?<!crew)(?<!staff))\b"
)
#: "killing a street seller", "wounded a welder": any calling; fingers and shoulders are wounded as well.
ONE_BY_CALLING = re.compile(
    r"\b(?P<v>kill(?:ed|ing)|murder(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))\s+(?P<n>an?)\s+(?P<noun>"
    r"(?:(?!\b(?:and|of|in|on|at|by|who|that)\b)[\w'¤-]+\s+){0,3}?"
    r"(?!finger|shoulder|number|power|order|matter|letter|motor|career)[a-z]{3,}(?:er|or|ist))"
    r"(?=[.,;]|\s(?:and|in|on|at|who|as|by|near|outside|inside|before|after|with|from)\b|$)"
)
#: "beat a farmer to death".
ONE_TO_DEATH = re.compile(
    r"\b(?:shot|stabbed|hacked|beat|burned|kicked|clubbed|strangled)\s+(?P<n>an?|one|his|her|the)\s+(?P<noun>"
    rf"(?:(?!\b(?:and|of|in|on|at|by|who|that)\b)[\w'¤-]+\s+){{0,4}}?{PERSON}(?<!s)(?<!people)(?<!men))\s+"
    r"(?P<v>to death|dead)\b"
)
#: "a civilian contractor was killed": whoever it was, one was.
SOMEBODY = re.compile(
    r"(?:^|(?<=[\s,\"]))(?P<n>an?)\s+(?P<noun>(?:(?!\b(?:and|of|in|on|at|by|who|that|was|were|has|had|is|the|said"
    r"|number|total|people|family|couple|group|team|crew|unit|patrol|bill|deal|plan|project)\b)[\w'-]+\s+){1,4}?)"
    r"(?:of (?:the|an?) [^,.;]{2,50}?\s)?"
    r"(?P<v>(?:was|has been|had been) (?:also |reportedly |seriously |severely |badly )*"
    rf"(?:killed|murdered|assassinated|wounded|injured|hurt|shot dead|gunned down|{ABDUCTED}|{ARRESTED}))\b"
)
#: "killing Mayor Pat Roe", "fatally shot Pat Roe, 31,".
NAMED_OBJECT = re.compile(
    r"\b(?P<v>kill(?:ed|ing)|murder(?:ed|ing)|assassinat(?:ed|ing)|shot dead|gunned down"
    r"|(?:fatally )?(?:wound|injur)(?:ed|ing)|fatally shot|kidnap(?:ped|ping)|(?:abduct|arrest|detain)(?:ed|ing))\s+"
    rf"(?:(?:the )?(?:[\w-]+ ){{0,2}}?(?i:{PERSON}|{TITLE}) (?:[A-Z][\w'-]+ ?){{1,3}}(?![\w'’])"
    r"|(?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+, (?:aged )?\d\d)(?! and\b)"
)
#: "the candidate Pat Roe".
_CALLED = (
    "minister president candidate mayor leader journalist officer blogger activist general politician singer".split()
)
_NAME_OPENS = "|".join([r"(?<![\w.] )", *(rf"(?<= {title} )" for title in _CALLED)])
NAMED = re.compile(
    rf"(?:{_NAME_OPENS})"
    r"(?<!\w)(?P<noun>(?!(?:He|She|It|They|We|I|Who|Some|Many|Most|All|None|Several|Two|Three|One"
    r"|Another|Others|People|The|At|On|In)\s)(?:[A-Z][\w.'-]+\s+){0,3}[A-Z][\w.'-]+"
    r"(?:, (?:aged )?\d{1,3},)?\s+)(?P<v>(?:was|has been|had been"
    r"|were)\s+(?:also |later |fatally |seriously |severely )*(?:killed|murdered|assassinated|shot dead|wounded"
    r"|injured|stabbed to death)|died\b|succumbed|had died|has died)"
)
#: "Pat Roe, who lived nearby, died": the name and its verb stand apart.
NAMED_AT_LENGTH = re.compile(
    r"(?<!\w)(?P<noun>(?:[A-Z][\w'-]+\s+){1,3}[A-Z][\w'-]+), who\b[^.;]{5,220}?,\s+"
    r"(?P<v>died|was (?:shot and )?killed|was murdered|was (?:seriously |severely )?(?:wounded|injured))\b"
)
NOBODY = re.compile(
    r"\b(?:(?:no ?-?one|nobody)(?: else)?|no (?:people|persons?|civilians|passengers|other \w+|\w+)"
    r"|none of [\w ]{1,30}?)\s+(?:were|was|has been|have been|had been|is|are)\s+(?:reported(?:ly)?\s+"
    r"|seriously\s+|either\s+)*(?P<v>killed or (?:injured|wounded|hurt)|injured or killed|injured|hurt|wounded"
    r"|killed|harmed)"
    r"|\b(?:no|without(?: any)?|(?:not|n't) (?:cause|result in|suffer|report|inflict)(?:d|ed)? any)\s+(?:reported "
    r"|causing |confirmed |loss of life or |known |serious )*(?P<v2>casualties|injuries|deaths"
    r"|fatalities|victims|loss of life|injured|deaths or injuries|dead or injured|casualties or damage"
    r"|one injured)\b"
)
KIND_OF = (
    (re.compile(LOST), "missing"),
    (re.compile(r"abduct|kidnap|hostage|captive"), "abducted"),
    (re.compile(r"arrest|detain|apprehend|round|custody"), "arrested"),
    (re.compile(r"fatal|to death|dead"), "killed"),
    (
        re.compile(
            r"wound|injur|hurt|stabb|slash|knif|hospital|clinic|burns$|\bill\b|sick|maim|blind|poison|treat|burned$"
        ),
        "injured",
    ),
    (
        re.compile(
            r"kill|dead|die|death|dying|fatal|slain|murder|assassin|massacr|perish|drown|electrocut|slaughter"
            r"|butcher|behead|lynch|suffocat|asphyx|execut|gunned|lives|life|body"
            r"|bodies|corpse|remains|victim|succumb|toll|claim"
        ),
        "killed",
    ),
)
