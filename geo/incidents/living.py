"""Words for people, animals and vehicles, as patterns."""

#: People, one or several.
PERSON = (
    r"(?:people|persons?|civilians?|soldiers?|troops|servicem[ae]n|fighters?|militants?|rebels?|guerrillas?"
    r"|insurgents?|terrorists?|child|children|wom[ae]n|m[ae]n|residents?|villagers?|police ?m[ae]n"
    r"|police officers?|officers?"
    r"|others?|victims?|workers?|employees|staff|boys?|girls?|bab(?:y|ies)|infants?|students?|pupils?|teachers?"
    r"|passengers?|pilots?|drivers?|crew(?: members?)?|journalists?|photographers?|photojournalists?|reporters?"
    r"|pedestrians?|protesters?|demonstrators?|tourists?|migrants?"
    r"|refugees?|farmers?|peasants?|priests?|judges?|mayors?|editors?|lawyers?|activists?|politicians?|guards?|bodyguards?|agents?|miners?|nationals"
    r"|americans?|citizens?|members?|individuals?|youths?|teenagers?|adults?|bystanders?|patients?|doctors?"
    r"|nurses?|leaders?|lieutenants?|colonels?|captains?|sergeants?"
    r"|firefighters?|rescuers?|shoppers|worshippers|pilgrims?|customers|guests|aid workers|attackers?|assailants?"
    r"|gunm[ae]n|bombers?|suspects?|inmates?|prisoners?|(?!vans|plans|caravans|these)[a-z]{3,}(?:ans|ese|[lnqrt]is|ais)|deput(?:y|ies)|minors?|relatives|sons?|daughters?|wi(?:fe|ves)|husbands?|brothers?"
    r"|sisters?|couple|famil(?:y|ies)|lives)"
)
#: What is held and seized as well as people are.
VEHICLES = (
    r"(?:vehicles?|cars?|trucks?|lorries|buses|ships?|vessels?|boats?|trawlers?|tankers?|planes?|aircraft|weapons?)"
)
#: Titles and callings of one person.
TITLE = (
    r"(?:presidents?|ministers?|senators?|congressm[ae]n|governors?|councill?ors?|ambassadors?|consuls?|gen|maj|lt|col|capt|sgt"
    r"|commanders?|corporals?|prosecutors?|attorneys?|magistrates?|bishops?|archbishops?|father|fr|sister|nun"
    r"|monks?|professors?|dr|candidates?|secretar(?:y|ies)|spokesm[ae]n|director|manager|bankers?|businessm[ae]n"
    r"|industrialists?|ranchers?|merchants?|columnists?|rector|dean|engineers?|mr|mrs|ms)"
)
#: Animals, whose dead are no casualties.
ANIMALS = (
    r"(?:\w*fish|mullet|salmon|trout|carp|herring|birds?|animals?|livestock|cattle|cows?|sheep|goats?|pigs?|horses?|chickens?|poultry|dogs?|cats?|deer"
    r"|whales?|dolphins?|seals?|turtles?|crabs?|bees?|bears?|elephants?|lions?|tigers?|wol(?:f|ves)|sharks?|camels?|monkeys?)"
)
