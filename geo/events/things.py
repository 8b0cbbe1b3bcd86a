"""Classes of words that the lexicon's rows name, as patterns."""

CLASSES = {
    "had": r"(?:(?:has|have|had|also|then|later|reportedly) ){0,2}",
    "a": r"(?:an? |the |his |her |their )?",
    "vehicle": (
        r"(?:cars?|(?:mini)?bus(?:es)?|taxis?|coach(?:es)?|trucks?|lorr(?:y|ies)|vans?|trains?|trams?|trailers?"
        r"|tankers?|pick-?ups?|jeeps?|suvs?|vehicles?|motorcycles?|motorbikes?|rickshaws?|tractors?|locomotives?"
        r"|cable cars?)"
    ),
    "vessel": (
        r"(?:boats?|ferr(?:y|ies)|ships?|vessels?|trawlers?|yachts?|dingh(?:y|ies)|canoes?|tankers?|freighters?|tugs?"
        r"|barges?|catamarans?|submarines?|dhows?|launch|rafts?)"
    ),
    "aircraft": (
        r"(?:planes?|aircraft|airliners?|jets?|airplanes?|aeroplanes?|helicopters?|flight|boeing[\w -]{0,6}"
        r"|airbus[\w -]{0,6}|cessnas?|gliders?|balloons?)"
    ),
    "structure": (
        r"(?:trees?|walls?|roofs?|cranes?|boulders?|balcon(?:y|ies)|scaffold(?:ing|s)?|bridges?|platforms?|stages?"
        r"|billboards?|buildings?|blocks?|houses?|towers?|tunnels?|ceilings?|stands?|pylons?|chimneys?|minarets?"
        r"|stairs|staircases?|mines?|canop(?:y|ies)|footbridges?|floors?|ferris wheel|rides?)"
    ),
    "hanging": (
        r"(?:trees?|walls?|roofs?|cranes?|boulders?|balcon(?:y|ies)|scaffold(?:ing|s)?|billboards?|ceilings?"
        r"|canop(?:y|ies)|pylons?|chimneys?|footbridges?)"
    ),
    "drop": (
        r"(?:ravine|gorge|river|canal|cliff|ditch|valley|lake|road|bridge|embankment|sea|slope|gully|mountainside"
        r"|precipice|\d+)"
    ),
    "armed": (
        r"(?:gunm[ae]n|militants|bandits|rebels|kidnappers|armed men|attackers|insurgents|jihadists|gangs?|guerrillas"
        r"|terrorists|extremists|commandos|raiders|arsonists|saboteurs)"
    ),
    "works": (
        r"(?:offices?|stations?|posts?|towers?|pylons?|poles|bridges?|lines|cables|pipelines?|substations?|exchanges?"
        r"|warehouses?|buildings?|headquarters|schools?|homes?|houses?|huts|cabins|farms?|crops|fields|plantations?"
        r"|cars?|bus(?:es)?|trucks?|vehicles?|trains?|machinery|equipment|facilities|antennas?|transformers?|railways?"
        r"|tracks?|runways?|airstrips?|factor(?:y|ies)|plants?|wells?|refiner(?:y|ies)|markets?|shops?|stores?|hotels?"
        r"|church(?:es)?|mosques?|temples?|clinics?|shrines?|statues?|monuments?|archives?)"
    ),
    "one": (
        r"(?:bod(?:y|ies)|corpses?|reporter|journalist|activist|candidate|priest|lawyer|woman|man|girl|boy|couple"
        r"|student)"
    ),
    "forces": (
        r"(?:troops|forces|soldiers|army|units?|fighters|rebels|militants|police|infantry|paratroopers|insurgents"
        r"|separatists|jihadists|guerrillas|paramilitaries|militias?|marines)"
    ),
    "munition": (
        r"(?:(?:cruise |ballistic )?missiles?|rockets?|mortars?(?: rounds?)?|shells?|projectiles?|drones and missiles)"
    ),
    "mine": r"(?:an? |the )?(?:[\w-]+ )?(?:bombs?|mines?|landmines?|ieds?|explosive devices?)\b",
    "held": (
        r"(?:towns?|villages?|city|cities|bases?|camp|airport|air base|districts?|suburbs?|outskirts|positions?|hills?"
        r"|port|settlements?|checkpoints?|outposts?|capital|garrison|hamlets?|crossing"
        r"|(?:eastern|western|northern|southern|central) (?:part|half|edge|outskirts|districts?))"
    ),
    "post": (
        r"(?:army|military|police|naval|un|peacekeepers'?|border|security) (?:bases?|posts?|positions?|camps?"
        r"|outposts?|barracks|convoys?|patrols?|headquarters|stations?|checkpoints?|garrison)"
    ),
    "troops": (
        r"(?:troops|forces|soldiers|army|fighters|rebels|militants|infantry|insurgents|jihadists|separatists|militias)"
    ),
    "blade": r"(?:hammer|axe|knife|knives|machetes?|swords?|acid|crowbar|sickle|clubs?)",
    "road": r"(?:roads?|streets?|highways?|motorways?|traffic|railways?|bridges?|avenue|entrances?)",
    "booty": r"(?:money|cash|jewels|jewell?ery|gold|loot|dollars|euros|paintings?|diamonds|[$€£])",
    "crowd": (
        r"(?:crowds?|people|pedestrians|groups?|shoppers|market|cyclists|revellers|revelers|fans|festival|parade"
        r"|worshippers|protesters)"
    ),
    "warship": r"(?:warships?|navy|frigates?|destroyers?|submarines?|gunboats?|patrol boats?|coast ?guards?)",
    "shots": r"(?:[\w-]+(?:ian|ish|ean|ese|li)|enemy|rebel|army|police|sniper|friendly|hostile)",
    "mob": r"(?:mobs?|crowds?|rioters?|youths|gangs)",
    "stones": r"(?:bricks|stones|rocks|bottles|petrol bombs|fireworks|paving stones)",
}
