"""Closed classes of words that tell what a capitalised word nearby is. Lower case, folded."""

_TITLE = frozenset(
    "mr mrs ms miss dr sir gen general lt col colonel capt captain cpl sgt sergeant maj major pvt adm admiral cmdr"
    " sen senator rep gov governor president premier chancellor minister ambassador spokesman spokeswoman"
    " spokesperson king queen prince princess pope judge justice mayor sheriff officer detective trooper deputy chief"
    " coach professor prof secretary director ceo chairman chairwoman lawyer attorney actor actress singer author rev"
    " father lord lady president-elect commander general-secretary congressman congresswoman lawmaker activist"
    " journalist analyst superintendent principal sister brother son daughter wife husband named".split()
)
#: Kinds of ship: what follows is its name, as a person's follows a title.
_VESSEL = frozenset(
    "mv ms mt ss uss hms hmas hmcs rms ins pns ferry frigate destroyer cruiser corvette trawler tanker freighter"
    " submarine warship minesweeper schooner yacht steamer liner ship vessel motorship flagship dhow tugboat".split()
)
_ORGANISATION = frozenset(
    "university college school institute academy inc corp corporation co company ltd llc plc gmbh party council"
    " committee commission police department dept ministry office agency bank group association union federation"
    " foundation fund church hospital clinic court times post news herald tribune journal press gazette chronicle"
    " daily observer telegraph guardian mirror star sun globe examiner courier tv radio network fc united city club"
    " team league army navy force forces guard brigade battalion regiment division corps militia front movement"
    " airlines airways air museum center centre society parliament congress senate house assembly government"
    " authority board service bureau administration district industries systems technologies holdings partners"
    " orchestra theatre theater festival cup conference championship championships open stock exchange"
    " raiders tigers bulldogs eagles cowboys bears lions panthers giants rangers wildcats warriors".split()
)
_GEOGRAPHIC = frozenset(
    "city town township village hamlet settlement province region regions oblast raion county counties district"
    " districts parish borough ward river rivers lake lakes mount mountain mountains island islands isle bay sea ocean"
    " gulf coast border suburb suburbs neighborhood neighbourhood street st avenue ave road rd drive lane boulevard"
    " blvd highway hwy route interstate bridge tunnel airport airfield airbase base port harbour harbor beach valley"
    " park forest state states republic kingdom emirate peninsula municipality capital prefecture governorate"
    " territory territories enclave strait straits creek hill hills square plaza canyon desert dam reservoir station"
    " plant camp crossing checkpoint cemetery area".split()
)
_PREPOSITION = frozenset(
    "in at near from to outside around across throughout toward towards into through within via between along off"
    " over onto inside above beyond on".split()
)
_DIRECTION = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
    " northwestern southeastern southwestern central downtown upstate suburban rural upper lower greater"
    " mainland occupied nearby".split()
)
_SPEECH = frozenset(
    "said says say told announced accused accuses blamed blames warned denied denies claimed claims agreed signed"
    " voted vowed wants has had will would called urged condemned launched imposed invaded supports backed refused"
    " rejected beat defeated won lost scored added wrote asked believes believed thinks hopes".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat"
    " sun".split()
)
_CLASSES = (
    ("TI", _TITLE | _VESSEL),
    ("OR", _ORGANISATION),
    ("GE", _GEOGRAPHIC),
    ("LP", _PREPOSITION),
    ("DI", _DIRECTION),
    ("SA", _SPEECH),
    ("TM", _CALENDAR),
)

ORGANISATIONS = _ORGANISATION
GEOGRAPHIC = _GEOGRAPHIC
#: Nouns that "of" and a settlement's name follow.
SETTLEMENTS = frozenset("city town township village hamlet settlement suburb port municipality".split())
#: Nouns of what stands in a town and is called by it: "the Berlin Christmas market".
SITES = frozenset(
    "market bazaar stadium arena station hotel hospital mosque church temple synagogue cathedral theatre theater museum"
    " mall airport port prison jail concert nightclub club restaurant".split()
)
PREPOSITIONS = _PREPOSITION
SPEECH = _SPEECH


def cue_of(word: str) -> str:
    """The classes a lower-case word belongs to, such as "ORGE" for "district"; "-" for none."""
    return "".join(name for name, words in _CLASSES if word in words) or "-"


#: Nouns of powers, people and dealings: what a place's name is lent to.
_POLITY = frozenset(
    "government governments authority authorities regime state leader leaders leadership official officials president"
    " minister ministers ministry ministries parliament lawmakers lawmaker politicians politician embassy ambassador"
    " diplomat diplomats diplomacy administration cabinet constitution court courts law laws legislation policy"
    " policies politics election elections vote voters party parties opposition sanctions relations ties treaty deal"
    " economy economic market markets currency debt trade exports imports industry company companies firm bank banks"
    " media newspaper newspapers television agency intelligence army military forces force troops soldiers soldier"
    " navy fighters fighter militia militias militants rebels rebel jets jet aircraft warplanes missile missiles drone"
    " drones tank tanks artillery systems weapons defense defence police security people citizens citizen nationals"
    " national residents migrants refugees immigrants man woman men women student students scientist scientists"
    " researchers team teams player players coach side club league champion champions culture language history art"
    " music film cuisine food wine beer version style descent origin heritage name flag king queen prince family"
    " invasion aggression offensive operation intervention backing support aid influence interests allies ally"
    " coalition alliance delegation counterpart counterparts public society community communities".split()
)
#: Nouns of ground and buildings: what has a place of its own.
_GROUND = frozenset(
    "soil land lands ground waters airspace skies shore shores coastline frontline front outskirts centre center"
    " downtown streets neighbourhoods neighborhoods towns cities villages building buildings house houses home homes"
    " apartment apartments hotel hotels restaurant bar cafe school schools hospital hospitals prison jail mosque"
    " church churches temple cathedral stadium arena theatre theater museum factory warehouse refinery depot mine"
    " field fields farm farms forest forests mountains desert highlands countryside countryside's roads highways"
    " railway railways track stop terminal offices headquarters campus compound enclave exclave stronghold front lines"
    " line lines frontier interior south north east west southeast southwest northeast northwest".split()
)


def sort_of(word: str) -> str:
    """Whether a lower-case noun is of powers and people, of ground, or neither."""
    if word in _POLITY:
        return "polity"
    return "ground" if word in _GROUND or word in GEOGRAPHIC else "other"
