"""Words for people, animals and vehicles, as patterns."""

#: People, one or several.
PERSON = (
    r"(?:people|persons?|civilians?|divers?|bloggers?|operators?|labou?rers?|climbers?|hikers?|skiers?|swimmers?"
    r"|cyclists?"
    r"|motorcyclists?|commuters?|commanders?|generals?|majors?|sailors?|fisherm[ae]n|seam[ae]n|peacekeepers?|troopers?"
    r"|recruits?|cadets?|conscripts?|veterans?|volunteers?|medics?|paramedics?|technicians?|engineers?|contractors?"
    r"|traders?"
    r"|vendors?|shopkeepers?|herders?|hunters?|rangers?|pastors?|imams?|monks?|nuns?|rabbis?|clerics?|bishops?|singers?"
    r"|actors?|athletes?|runners?|players?|footballers?|supporters?|spectators?|revell?ers|visitors?|travell?ers?"
    r"|foreigners?"
    r"|settlers?|toddlers?|schoolboys?|schoolgirls?|schoolchildren|teens?|grandmothers?|grandfathers?|mothers?|fathers?"
    r"|parents?|uncles?|aunts?|cousins?|nephews?|nieces?|twins?|widows?|neighbou?rs?|colleagues?|friends?|pensioners?"
    r"|professors?|scientists?|researchers?|officials?|ministers?|senators?|lawmakers?|governors?|councill?ors?"
    r"|diplomats?"
    r"|ambassadors?|presidents?|candidates?|aides?|warlords?|smugglers?|thie(?:f|ves)|robbers?|hostages?|chiefs?"
    r"|detainees?"
    r"|convicts?"
    r"|[a-z]{3,}ian(?= (?:in|on|at|and|or|by|who|was|near|with|during|after|outside)\b|[,.;]|$)|soldiers?|troops"
    r"|servicem[ae]n|fighters?|militants?|rebels?|guerrillas?"
    r"|insurgents?|terrorists?|child|children|wom[ae]n|m[ae]n|residents?|villagers?|police ?m[ae]n"
    r"|police officers?|officers?"
    r"|others?|victims?|workers?|employees|staff|boys?|girls?|bab(?:y|ies)|infants?|students?|pupils?|teachers?"
    r"|passengers?|pilots?|drivers?|crew(?: members?)?|journalists?|photographers?|photojournalists?|reporters?"
    r"|pedestrians?|passers?-by|constables?|commentators?|caretakers?|protesters?|demonstrators?|tourists?|migrants?"
    r"|refugees?|farmers?|peasants?|priests?|judges?|mayors?|editors?|lawyers?|activists?|politicians?|guards?"
    r"|bodyguards?|agents?|miners?|nationals"
    r"|americans?|citizens?|members?|individuals?|youths?|teenagers?|adults?|bystanders?|patients?|doctors?"
    r"|nurses?|leaders?|lieutenants?|colonels?|captains?|sergeants?"
    r"|firefighters?|rescuers?|shoppers|worshippers|pilgrims?|customers|guests|aid workers|attackers?|assailants?"
    r"|gunm[ae]n|bombers?|suspects?|inmates?|prisoners?|(?!vans|plans|caravans|these)[a-z]{3,}(?:ans|ese|[lnqrt]is"
    r"|ais)|deput(?:y|ies)|minors?|relatives|sons?|daughters?|wi(?:fe|ves)|husbands?|brothers?"
    r"|sisters?|couple|famil(?:y|ies)|lives)"
)
#: What is held and seized as well as people are.
VEHICLES = (
    r"(?:vehicles?|cars?|trucks?|lorries|buses|ships?|vessels?|boats?|trawlers?|tankers?|planes?|aircraft|weapons?)"
)
#: Titles and callings of one person.
TITLE = (
    r"(?:presidents?|ministers?|senators?|congressm[ae]n|governors?|councill?ors?|ambassadors?|consuls?|gen|maj|lt"
    r"|col|capt|sgt"
    r"|commanders?|corporals?|inspectors?|prosecutors?|attorneys?|magistrates?|bishops?|archbishops?|father|fr"
    r"|sister|nun"
    r"|monks?|professors?|dr|candidates?|secretar(?:y|ies)|spokesm[ae]n|director|manager|bankers?|businessm[ae]n"
    r"|industrialists?|ranchers?|merchants?|columnists?|rector|dean|engineers?|mr|mrs|ms)"
)
#: Animals, plants and hopes, whose dead are no casualties.
ANIMALS = (
    r"(?:jobs|vines|crops|hopes|\w*fish|hens?|ducks?|geese|turkeys|mink|pelicans?|reindeer|swans?|rhinos?|hippos?"
    r"|buffalo(?:es)?|donkeys?|rabbits?|rats?|eagles?|vultures?|penguins?|otters?|moose|elk|bison|mullet|salmon"
    r"|trout|carp|herring|birds?|animals?|livestock|cattle|cows?|sheep|goats?|pigs?|horses?"
    r"|chickens?|poultry|dogs?|cats?|deer"
    r"|whales?|dolphins?|seals?|turtles?|crabs?|bees?|bears?|elephants?|lions?|tigers?|wol(?:f|ves)|sharks?|camels?"
    r"|monkeys?)"
)
