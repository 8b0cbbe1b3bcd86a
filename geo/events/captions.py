"""Words that speak of what a picture shows: rows of the lexicon that count only in texts of a sentence or two."""

CAPTIONS = r"""
explosion : air/drone strike : 2 : caption
    strikes?|struck|hits?|impacts?|detonation|submunitions?|(?:rockets?|missiles?|shells?|smerch|uragan) .{0,20}embedded
    embedded|intercepts?|airburst|incendiary|thermobaric
accident : fire : 1.3 : caption
    fires?|on fire|ablaze|flames|burns?|burn scars?
violence against civilians : killing : 1.3 : caption
    graves?|graveyards?|cemeter(?:y|ies)|burials?|deceased|victims?|body|casualty
    mass burials?|executed|prisoners?|pows?|captured|detained|arrested|torture
strategic development : displacement : 1 : caption
    evacuat(?:ion|ed|ing)|evacuees|refugees
    (?:civilians|residents|people|families) (?:leaving|fleeing|queu\w+|waiting)
strategic development : symbols changed : 1 : caption
    (?:monument|statue|memorial|insignia|flag|sign)s? (?:[\w' -]{1,40} )?(?:removed|dismantled|toppled|raised)
    (?:remov(?:al|ing)|dismantling|raising|toppling) (?:[\w' -]{1,40} )?(?:monument|statue|insignia|flag)s?
strategic development : troop movement : 1 : caption
    mov(?:ing|ements?|es?)|convoys?|column|deploy(?:ed|ment|ing)|stationed|parked|wagner|mercenary
    transport(?:ed|ing)?|camps?|base
    checkpoints?|trench(?:es)?|flags?|forces|weapon(?:ry|s)|vehicles?|equipment|mercenaries|delegation
    unit|presence|control(?:led)?|positions|fortifications?|barricades?|helicopters?|aircraft|jets?|ships?|vessels?
    boats?
    loss(?:es)?|submarines?|warships?|frigates?|corvettes?|sort(?:ied|ies)|road ?blocks?|trains?|air ?bases?|airfields?
    army|military|insignia|humanitarian aid|occup(?:ied|ying|iers?)|withdr(?:ew|awn|awal|awing)|radars?|launchers?
    pontoon|(?:blown|destroyed|rebuilt|reconstructed|railway|road) bridges?
    bridge (?:[\w' -]{1,40} )?(?:closed|rebuilt|repaired|blocked)
    (?:su|mig|ka|mi|tu|il|bmp|btr|bm|brdm|tos|2s)[- ]?\d+\w*|(?:t|s|f|kh|x)-\d+\w*|mt-lb|iskanders?|tochka(?:-u)?
    himars|javelins?|bayraktars?|shaheds?|lancets?|orlans?|pantsir\w*|msta(?:-s)?
"""
