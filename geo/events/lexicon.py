"""The words that name happenings, with the type and sub-type each speaks for.

Sub-types keep close to ACLED's sub-event names (ACLED Codebook 2023, table 2). The words were
collected by hand from the types' definitions and checked on both halves of the development texts.
"""

import re
from dataclasses import dataclass

from geo.events.captions import CAPTIONS
from geo.events.patterns import alternatives
from geo.events.things import CLASSES
from geo.model.incident import IncidentType

#: "type : sub-type : weight", then its words as alternatives of a pattern. The weight is how much a word
#: alone says: 3 names one kind of happening, 2 mostly does, about 1 is generic or needs company. Of two
#: rows that match at a place the earlier one counts. Words of harm come last: they belong to whatever did it.
#: Rows marked "caption" count only in texts of a sentence or two. "{vehicle}" is a class of ``things.py``, "{a}" an
#: article or nothing, "{..3}" at most three words between.
_TABLE = r"""
crime : hoax : 3
    hoax(?:es)?|bomb threats?|bomb scares?|anthrax(?: scare)?
    suspicious (?:packages?|letters?|envelopes?|powder|devices?|substances?)|white powder
strategic development : interception : 3
    intercept(?:ed|ions?|s|ing)?|shot down|shooting down|shoots? down|downed(?! tools)|brought down
    air ?-?defen[cs]es? (?:units? |forces? |systems? |crews? )?{had}(?:destroyed|repelled)
explosion : suicide bomb : 3
    suicide[- ](?:car[- ]|truck[- ])?(?:bomb(?:er|ers|ing|ings|s)?|attacks?|blasts?)
explosion : ied : 3
    (?:car|truck|vehicle|roadside|letter|parcel|pipe|nail|time|home-?made)[- ]bomb(?:s|ing|ings|ed)?
    booby[- ]?trap(?:s|ped)?|improvised explosive devices?|\bieds?
explosion : air strike : 3
    air ?-?strikes?|air ?-?raids?|air[- ]attacks?|bombing raids?|aerial (?:bombardments?|bombings?|attacks?)
    (?:warplanes?|jets|helicopters?|aircraft|planes) {had}(?:bombed|struck|hit|pounded|strafed|fired)
    (?:warplanes?|jets|helicopters?|aircraft|planes) {had}(?:flattened|levell?ed|destroyed|targeted)|dropped {..3}bombs?
    (?:guided|glide|gliding|aerial|barrel|\w+-guided)[- ](?:aerial |air |glide )?bomb(?:s|ing|ings)?
explosion : drone strike : 3
    (?:drones?|uavs?) {had}(?:hit|struck|attacked|damaged|destroyed|slammed)|(?:hit|struck) by (?:an? |\w+ )?drones?
    (?:drone|uav)[- ](?:strikes?|attacks?|raids?|assaults?|debris)|kamikaze drones?
    (?:debris|fragments) (?:from|of) {..4}(?:drones?|missiles?|rockets?) (?:fell|landed|hit|struck|crashed)
    (?:drones?|uavs?) (?:dropped|drops)
explosion : air/drone strike : 3
    strikes? (?:on|against)(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)
    strikes? {had}(?:kill(?:ed|ing)|hit(?:ting)?|destroyed|damaged|wounded|flattened|levell?ed|tore|ripped)
    (?:damaged|destroyed|killed|wounded|injured|died) (?:by|in) {a}(?:[\w-]+ )?strikes?
explosion : missile : 3
    (?:missiles?|rockets?|shells?) (?:fired|launched) (?:from|by) [\w' -]{1,40}? (?:hit|struck|landed|fell|exploded)
    (?:hit|struck) by (?:an? |\w+ )?(?:missiles?|rockets?|shells?|mortars?|bombs?)
    (?:missile|rocket)[- ](?:and drone )?(?:strikes?|attacks?|barrages?|salvos?|explosions?)
    (?:missile|rocket)[- ](?:fire|launch(?:es)?|damage|impacts?)
    {munition} {had}(?:hit|struck|landed|slammed|exploded|fell|destroyed|damaged|flattened|levell?ed|rained down)
    {munition} {had}(?:killed|wounded|injured|tore|ripped|crashed|smashed)
    (?:missiles?|rockets?|mortars?|shells) {had}(?:were )?(?:fired|launched) (?:at|into|on)
    (?:fired|launched) {..4}(?:missiles?|rockets?|mortars?|shells|drones) (?:at|into|on)
explosion : shelling : 3
    shell(?:ed|ing|ings)\b
    (?:artillery|mortar|tank)[- ](?:fire|strikes?|attacks?|barrages?|rounds?|shells?|shelling|duels?)
    bombard(?:ed|ment|ments|ing)|cluster (?:munitions?|bombs?|submunitions?)
    grad (?:attacks?|strikes?|rockets?)
explosion : landmine : 3
    land ?-?mines?|mine explosions?|mines? {had}(?:killed|wounded|injured|blew up)
    (?:stepped|trod|drove|driven|ran|run) (?:on|onto|over) {a}(?:[\w-]+ )?mine
    (?:hit|struck|ran over|drove over|set off|detonated|triggered) {a}(?:[\w-]+ ){0,2}(?:mine|device)|roadside mines?
explosion : bomb : 3
    bombings?|bombed|dynamit(?:ed|ing)|dynamite (?:attacks?|charges?|explosions?|sticks)
    bomb (?:attacks?|blasts?|explosions?)
    bombs? {had}(?:hit|struck|killed|wounded|injured|ripped|tore|destroyed|damaged)
    (?:killed|died|wounded|injured|hurt) (?:by|in|when) {a}{..2}bomb|explosives?[- ](?:laden|packed|filled|rigged)
    explosive (?:devices?|charges?)|(?:charges?|sticks?) of dynamite|(?:with|by|using) (?:dynamite|explosives)
accident : industrial accident : 3
    (?:explosions?|blasts?) (?:at|in) {a}{..3}(?:plant|factory|mine|mill|foundry|fireworks \w+)
    (?:explosions?|blasts?) of (?:methane|gas|firedamp|coal dust|fireworks)
    (?:gas|methane|boiler|gas cylinder|fireworks?|dust|chemical) (?:explosions?|blasts?)
    (?:boilers?|gas cylinders?|(?:fuel|petrol) tankers?|fireworks) (?:\w+ )?(?:explod(?:ed|es|ing)|burst|blew up)
explosion : explosion : 3
    explosions?|explod(?:ed|es|ing|e)|detonat(?:ed|es|ing|ions?)|blasts?
    blew (?:up|himself|herself|themselves)|blown up|blow(?:ing)?[- ]up|went off|fireball
explosion : bomb : 2
    bombs?|explosives
explosion : suicide bomb : 2.5
    bombers?
explosion : grenade : 2
    grenades?|molotov cocktails?
explosion : missile : 1.5
    missiles?|rockets?|projectiles?
explosion : drone strike : 1 : caption
    drones?|uavs?
explosion : shelling : 1.5
    mortars?|artillery|mlrs|shells|howitzers?
explosion : shelling : 1.2 : caption
    (?:heavily |severely |partially |badly )?damaged?|destr(?:oyed|uction|oys?)|damages|craters?|burning|smoke
    aftermath|ruin(?:s|ed)|rubble|wreck(?:age|ed|s)|debris|shattered|burned|burnt|targeted|targeting|munitions?
strategic development : coup : 3
    (?:seiz(?:ed|ing)|took|taking|taken) (?:power|the presidential palace)|mutin(?:y|ied|ous)|mutineers
    (?:staged|led|carried out|launched|mounted|in) {a}{..2}coup|overthr(?:ew|own)(?= (?:the|by|in)\b)
    (?<!the )(?<!of )(?:toppled|ousted|deposed) {a}{..3}(?:government|president|prime minister|king|junta|leader)
riot : riot : 2.6
    {mob} fought (?:each other |one another |running battles )?(?:in|on|with)
battle : armed clash : 3
    clash(?:es|ed|ing)?|skirmish(?:es|ed)?|fire ?fights?|gun ?-?battles?|gun ?fights?|shoot-?outs?
    ambush(?:es|ed)?|exchang(?:e|es|ed|ing) (?:of )?(?:gun ?|small arms )?(?:fire|shots)
    (?:heavy|fierce|intense|street|renewed) (?:fighting|combat)
battle : armed clash : 2.5
    fighting|fought|battl(?:ed|ing)|battles?|combat|engaged|confrontations?|repell?ed|repulsed|overr[au]n
    (?:came|coming|come) under (?:fire|attack)|trad(?:ed|ing) fire|fought (?:off|back|their way)
    {troops} {had}(?:entered|marched (?:in)?to|advanced (?:into|on|to)|pushed into|stormed)
    {troops} {..3}(?:broke into|(?:advanced|pushed) into) {a}{..4}{held}
    {troops} {had}(?:(?:re)?captured|seized|took(?! part)) {a}{..1}{held}
    (?:attack(?:s|ed|ing)?|assault(?:s|ed)?|raid(?:s|ed)?|storm(?:ed|ing)) (?:on |against )?{a}{..3}{post}
    {warship} {..3}(?:sank|sunk|torpedoed) (?:an?|the|two|three|several)\b
    stormed|storm(?:ing)? (?:the|an?)|counter-?attack(?:s|ed)?|(?:beaten|pushed|driven|fought) (?:back|off)
battle : government regains territory : 2
    recaptured|retook|liberated|seized control
    (?:t[ao]ken?|took|taking|seiz(?:ed|ing)|(?:re)?gain(?:ed|ing)) (?:full |complete )?control of {a}{..2}{held}
    took control
    (?:captur(?:ed|ing)|seiz(?:ed|ing)|retak(?:en|ing)|taken|took(?! part)) {a}{..2}{held}
    (?:captured|seized|retaken|taken|overrun) [\w' -]{2,25}, (?:the|an?) {..4}(?:city|town|village|capital|port|base)
battle : armed clash : 1 : caption
    tanks?|convoys?|troops|positions|military (?:equipment|vehicles?|column)|soldiers?|servicem[ae]n|fighters?|infantry
    armou?red|paratroopers?|marines|special forces|spetsnaz|militia\w*|patrols?|patroll(?:ed|ing)|advanc(?:ed|es|ing)
    engag(?:es|ing)|soldier|battalions?|brigades?|regiments?|(?:air)?defen[cs]e systems?|self-propelled guns?
strategic development : withdrawal : 2
    {forces} {..2}(?:withdrew|pulled (?:out|back)|retreated|have withdrawn) (?:from|of)|(?:its|their|the) retreat from
violence against civilians : assassination : 3
    assassinat(?:ed|ion|ions|ing)
violence against civilians : killing : 3
    murder(?:s|ed|ing)?|slay(?:ing|ings)|slain|slew|slaughter(?:ed|ing)
    butchered|strangled|bludgeoned|stoned to death
    (?:beat|beaten|hack(?:ed)?|club(?:bed)?|kick(?:ed)?|burn(?:ed|t)(?! to )|stamped) {..5}to death
    shot (?!dead){..5}dead|burned alive
violence against civilians : massacre : 3
    massacr(?:e|es|ed|ing)|mass (?:killings?|shootings?|graves?)|lynch(?:ed|ing)
    (?:knife|machete|axe)-wielding
violence against civilians : abduction : 3
    (?:girls|boys|pupils|students|children|women|men|people|villagers|workers) (?:were|had been|have been) taken from
    (?:held|holding|taken|took) {..3}(?:captive|hostage)|snatched (?:from|by|outside)
    dragged {..3}(?:away|(?:from|out of) (?:their|his|her|the) (?:homes?|houses?|cars?|bus|vehicles?|beds?))
    kidn?app?(?:ed|ing|ings)?|kidnaps|abduct(?:ed|ion|ions|ing)?|hostages?|taken hostage|disappearances?
    (?:they|he|she|men|women|workers|people|tourists|engineers|crew|hostages) (?:was|were|had been) seized
    {armed} {..4}(?:snatched|carried off|rounded up|led away|herded)
    {armed} {..4}took(?! (?:part|over|control|up|place|photo\w*|pictures|turns|notice|note|advantage))
violence against civilians : hijacking : 3
    seized {a}(?:[\w-]+ ){0,3}(?:ship|tanker|vessel|boat|yacht|trawler|plane|airliner|bus|hostages?)
    pirates? {had}(?:attacks?|attacked|seized|hijacked|captured)|boarded by {..3}(?:men|pirates|gunmen|attackers)
    hijack(?:ed|ing|ings)?
    (?:ships?|tankers?|vessels?|boats?|yachts?|trawlers?|freighters?|planes?) (?:was|were|had been|has been) seized
violence against civilians : attack (shooting) : 3
    shootings?|open(?:ed|ing|s)? fire|gunned down|shot (?:dead|to death|and (?:killed|wounded)|at)|shot and
    gunfire|warning shots|fired {..3}(?:into|in) the air(?! (?:support|force|wing|traffic|ambulance|base|corps))
    machine-?gunn(?:ed|ing)|sprayed with bullets|riddled with bullets|drive-by
    fired (?:shots|at|on|upon)(?! \w+day)
    straff?(?:ed|ing)|fired (?:an? |his |their |the )?(?:[\w-]+ )?(?:rifles?|guns?|pistols?|weapons?|revolvers?|rounds)
violence against civilians : attack (shooting) : 2
    shot
violence against civilians : attack (shooting) : 1.9
    gunm[ae]n|snipers?|bullets?
violence against civilians : attack (stabbing) : 3
    (?:mass )?stabb(?:ed|ings?)|knife attacks?|behead(?:ed|ings?)|hacked to death
    (?:slit|cut|slash)\w* (?:[\w']+ ){0,2}throats?|knifed|slashed (?:at )?{a}{..3}{crowd}
violence against civilians : attack : 2.5
    attempts? (?:was |were )?(?:made )?(?:on|against) (?:the )?(?:[\w.'-]+ ){1,6}?(?:life|lives)
    execut(?:ed|ions?)|ramm(?:ed|ing)|raped?|rapes|tortur(?:ed|ing)|beaten to death|terrorist attacks?
    extrajudicial|{armed} {had}(?:destroyed|damaged|demolished|wrecked|toppled) {..5}{works}
    {works} (?:was|were|(?:has|have|had) been) (?:\w+ly )?(?:destroyed|damaged|demolished|toppled) by {..3}{armed}
violence against civilians : attack (vehicle) : 3
    (?:drove|driven|sped) (?:{a}{..2}{vehicle} )?(?:[\w-]+ )?(?:into|through|at) {a}{..2}{crowd}
    ramm(?:ed|ing) (?:into )?{a}{..2}{crowd}
    (?:doused|drenched) (?:in|with) (?:petrol|gasoline|acid|kerosene)
    mow(?:ed|n|ing) down
violence against civilians : attack : 3
    (?:attack(?:ed|ing)?|assault(?:ed|ing)?|hit|struck|killed) {..4}with {a}(?:[\w-]+ )?{blade}
    shot (?:him|her|them)(?! an?\b)
violence against civilians : killing : 2
    found (?:shot|stabbed|strangled|murdered|beheaded|decapitated|dead with)|(?:gunshot|bullet|stab) wounds?
    {one} (?:was|were|has been|had been) found dead
violence against civilians : attack (raid) : 1.9
    raid(?:s|ed)?|attackers?|assailants?
violence against civilians : attack : 1.5
    attack(?:s|ed|ing)?|assault(?:s|ed|ing)?|onslaught|atrocit(?:y|ies)
protest : protest : 3
    protest(?:s|ed|ing)?|protesters|protestors|demonstrat(?:ed|ions?|ors?|ing)|sit-?ins?|marched
    walkouts?|rall(?:y|ies|ied)|marches|marchers?|took to the streets|taking to the streets
    (?:during|at|held|staged|joined|led|in) an? {..2}march(?! \d)
    block(?:ed|ing|aded|ading) {..3}{road}
    gathered {..9}(?:to (?:demand|call for|denounce|oppose|condemn|voice|show solidarity)|demanding|calling for)
    gathered {..9}against|(?:turned|came) out {..9}(?:against|to demand|in support)|walked off the job|downed tools
    surrounded {a}{..2}(?:parliament|presidency|palace|embassy|headquarters|ministry|court)|silent strike|encampments?
    (?:shops|businesses|schools|stores) {..3}(?:shut|closed) {..9}(?:strike|protest|anger|opponents)
    massed (?:outside|in front of)|chained themselves|human chain|banged pots
    burn(?:ed|t|ing) (?:tyres|effig(?:y|ies))|picket(?:ed|ing|s)?
    (?:set up|erected|manned) {..2}(?:barricades|road ?blocks)
    (?:students|protesters|activists|workers|demonstrators) {had}occup(?:ied|y)
    (?:went|gone|going|walked out) on (?:an? )?(?:[\w-]+ )?strike|general strikes?|hunger strikes?
protest : protest with intervention : 2
    (?:stun|smoke|gas|flash-?bang|sound) grenades?|tear ?-?gas(?:sed)?|rubber bullets|water cannons?
riot : riot : 3
    (?:threw|throwing|hurl(?:ed|ing)|pelt(?:ed|ing)|lobb(?:ed|ing)) {..5}{stones}
    {mob} {..9}(?:(?:attack|ransack|smash|torch|storm|burn)(?:ed|ing)|set fire|set {..4}(?:on fire|alight|ablaze))
    ransack(?:ed|ing)|riot(?:s|ed|ing|ers?)?|loot(?:ed|ing|ers?)|mob violence|violent demonstrations?|unrest|pogroms?
    (?:fighting|fights?|brawls?) (?:between|among) {..3}(?:fans|supporters|youths|gangs|students)
    smash(?:ed|ing) {..3}(?:windows|shopfronts|shops)
    disturbances|disorders? (?:has|have|had|broke|erupted|in|at|across|continued|spread|was|were|also)
    street battles|(?:communal|sectarian|ethnic) violence
    in (?:the )?(?:\w+ )?violence (?:over|after|following|between|that (?:followed|erupted|broke out|flared))
strategic development : disrupted weapons use : 3
    (?:defus|deactivat)(?:ed|ing)|(?:made|rendered) safe|disarmed the bomb|foiled|thwarted|unexploded|bomb was found
    (?:found|discovered|uncovered) {..4}(?:bombs?|explosives|grenades|detonators|ammunition)
    arms caches?|seized (?:weapons|arms|explosives)
accident : plane crash : 3
    (?:disappeared|vanished) (?:on \w+day (?:\w+ )?)?(?:over|from (?:the )?radar)
    lost contact with (?:the|a) (?:plane|flight|aircraft|helicopter)
    (?:plane|air|aircraft|helicopter|jet) ?(?:crash(?:es)?|disaster|collision)|crash-?landed|crash-?landing
    emergency landing
    {aircraft} {..9}(?:slid|skidded|veered|overshot|overran|came down(?! safely)|went down|plunged|broke up|ditched)
    {aircraft} {..4}(?:nosedived|vanished|disappeared|fell)
    {vessel} {..4}(?:gone missing|went missing|lost contact)
    (?:overshot|overran|skidded off|slid off|veered off) (?:the|a) runway
accident : crash : 2
    wreckage|crash site
accident : train crash : 3
    derail(?:ed|ments?|s)?|train (?:crash(?:es)?|wreck|collision|accident)
    (?:came|went|come|coming|ran) off the (?:rails|tracks)|(?:jumped|left) the (?:rails|tracks)
    (?:hit|struck|killed|run over) (?:and killed )?by {a}{..2}(?:train|tram|locomotive)
accident : traffic accident : 3
    (?:car|bus|road|traffic|coach|truck|lorry) (?:crash(?:es)?|accidents?|collisions?)|pile-?up|overturned
    {vehicle} {..9}(?:fell|falling|tumbl(?:ed|ing)|roll(?:ed|ing)) (?:into|off|down|over|from) {a}{..2}{drop}
    {vehicle} {..9}(?:slid|went|dropped|flew|drove|crashed|plunged) (?:into|off|down|over|from|through) {a}{..2}{drop}
    {vehicle} {had}(?:hit|struck|rammed|rear-ended)(?! by\b| troops| positions| {mine})
    {vehicle} {had}(?:smashed|slammed|ran|careered) into(?! troops| positions)
    (?:hit|struck|run over|knocked down) by (?:an? |the |two )?{..2}(?:{vehicle}|boat|ferry|ship)
    plunged|ran over|ran off the road|veered off|swerved|skidded|careered|head-on
    hurtl(?:ed|ing) (?:down|into|off|towards?|through)|plough(?:ed|ing) into|plow(?:ed|ing) into|(?:hit|struck) a tree
accident : crash : 3
    crash(?:ed|es|ing)?|collid(?:ed|es|ing)|collisions?|accidents?|mishaps?
    smash(?:es)? (?:near|on|in|outside|between|at)|head-on smash|smash-up
    trapped (?:in|inside|under|beneath) {a}{..3}(?:tunnel|shaft|well|lift|elevator|mine|cave|rubble|wreckage|ruins)
accident : structural collapse : 3
    collaps(?:e|es|ed|ing)|caved in|came down
    (?:lift|mine|elevator) shaft (?:gave way|collapsed)|sinkholes?|cave-ins?
    crush(?:ed|ing) (?:by|under|beneath|at|in|during|as)
    {hanging} {..6}fell(?! (?:silent|to|into|behind|short|by|in)\b)
    {structure} {..6}(?:toppled|gave way(?! to)|crumbled|subsided|buckled|came crashing down)
    {structure} {had}(?:broke|snapped|cracked)
    {structure} {..6}fell (?:down|in)\b(?! (?:love|line|price))
accident : boat sinking : 3
    {vessel} {..9}(?:went down(?! the)|overturned|foundered|broke (?:up|apart|in two)|keeled over)
    {vessel} {..9}(?:took on water|flipped|hit rocks)
    {vessel} {..4}(?:rammed|hit|struck|smashed (?:into|against)|slammed into)(?! by\b)
    (?:bod(?:y|ies)|corpses) {..3}washed (?:up|ashore)
    capsiz(?:ed|es|ing)|sank|sunk|sinking|shipwrecks?|ran aground|drown(?:ed|ing|ings)(?! out)
accident : stampede : 3
    stampedes?|crush(?:ed)? to death|(?:an?|the|deadly|crowd|fatal) crush\b(?! on)|trampled
accident : fall : 3
    (?:fell|falling|fallen|plunged|plunging) to (?:his|her|their) deaths?|electrocut(?:ed|ion)
    suffocated|asphyxiated|carbon monoxide
accident : industrial accident : 3
    (?:chemical|gas|oil|fuel|toxic|radiation|radioactive) (?:leaks?|spills?|releases?)|leak(?:ed|s)?
    spill(?:ed|s)?|meltdown|trapped underground|mine (?:accident|disaster|collapse)
accident : fire : 3
    an? (?:[\w-]+ )?fire (?:at|in|aboard|on board|inside|near|there|on \w+day)
    (?:in|by|two|three|four|several|twin|\d+|separate) fires
    fires? {had}(?:claimed|destroyed|gutted|swept|engulfed|broke)
    (?:in|after|by) (?:an?|the) (?!{shots} )(?:[\w-]+ )?fire\b(?! (?:engine|brigade|station|service|truck|depart|fight))
    fires? {had}(?:ripped|tore|raced|raged|spread|consumed|burned|erupted) (?:through|at|in|across|down|out)
    blazes?|fire (?:broke out|swept|engulfed|destroyed|gutted|killed|started)|caught fire|burst into flames
    burned (?:down|out)(?= (?:on|in|at|after|early|late|last|overnight|by|during|when|and|to|before|as|near)\b)
    burned (?:down|out)(?![\w ])|went up in flames|(?:is|was|were|are|still) ablaze
    (?:house|factory|warehouse|hotel|nightclub|apartment|building|kitchen|electrical|hospital|school|prison|mine) fires?
    (?:an?|the) (?:huge|massive|big|large|deadly|major|fierce|small) fire
accident : poisoning : 3
    poison(?:ed|ing|ings)|food poisoning|(?:spoiled|spoilt|rotten|toxic) (?:food|meat|fish|fumes|alcohol|liquor|gas)
    tainted|contaminat(?:ed|ion)|fell ill|fallen ill|become ill
    became ill|overdos(?:e|es|ed)
natural disaster : earthquake : 2
    magnitude|epicent(?:er|re)|richter
natural disaster : earthquake : 3
    earth ?quakes?|quakes?|aftershocks?|tremors?|seismic
natural disaster : flood : 3
    flood(?:s|ed|ing|waters?)?|inundat(?:ed|ions?)|burst (?:its|their) banks
    (?:rivers?|streams?|lake) {had}(?:overflowed|swelled)
    swamp(?:ed|ing) {..3}(?:homes|houses|streets|neighbou?rhoods|villages|roads|fields)
    (?:dam|dyke|dike|levee)s? (?:burst|broke|breached|failed|gave way|overflowed)
natural disaster : storm : 3
    hurricanes?|typhoons?|cyclones?|tropical storms?
    storms?(?! (?:the|a|an|into|out of|its|their|parliament|through) )|blizzards?|snow ?storms?|hail ?storms?
natural disaster : tornado : 3
    tornado(?:es|s)?|twisters?
natural disaster : landslide : 3
    (?:hillsides?|slopes?|mountainsides?|mountain) {had}(?:gave way(?! to)|collapsed|slid)|washed away
    (?:wall|walls|torrents?) of (?:snow|mud|water|rock|debris)
    mud (?:and \w+ )?(?:poured|flowed|engulfed|buried)
    (?:buried|swept away) (?:by|in|under) (?:an? |the )?(?:snow|mud|rock|boulders|water|floodwater\w*)
    buried (?:alive|(?:in|inside) their (?:homes|houses|beds|sleep|huts))
    land ?slides?|mud ?slides?|rock ?slides?|avalanches?|mudflows?
natural disaster : tsunami : 3
    tsunamis?|tidal waves?|(?:giant|huge|massive|high) waves|storm surges?
natural disaster : storm : 3
    (?:tore|ripped|blew|torn) {..3}(?:roofs?|trees|power lines)|uproot(?:ed|ing)
    lightning {had}(?:killed|struck(?! twice)|injured|hit|set)|(?:struck|hit|killed) by lightning|lightning strikes?
    (?:sand|dust|ice)[- ]?storms?
natural disaster : storm : 1.4
    record (?:snow|rain|rainfall|snowfall)|heavy rains?|torrential rains?|heavy snow|snowfall|hailstones?|downpours?
    (?:strong|high|fierce|violent|hurricane-force|gale-force) (?:winds|gusts)|gales|lightning
natural disaster : wildfire : 3
    (?:fires?|flames|blazes?) {..3}through {..3}(?:forests?|scrub|bush|woodlands?|woods|hills|hillsides|brush|grassland)
    wild ?fires?|bush ?fires?|forest fires?|brush fires?|grass fires?
natural disaster : drought : 3
    heat ?waves?|cold snap|(?:high |soaring |extreme |record |freezing |scorching )?temperatures {..8}killed
    heat-?stroke|(?:died|deaths?) (?:of|from) (?:the )?(?:[\w-]+ )?(?:heat|cold)\b
natural disaster : exposure : 2
    (?:died|dying|deaths?) (?:of|from) (?:thirst|dehydration|exposure|hypothermia|hunger|starvation)\b
natural disaster : drought : 1.4
    droughts?|famines?|monsoons?
natural disaster : volcanic eruption : 3
    volcanic eruptions?|erupt(?:ed|ion|ions|ing)|lava
natural disaster : meteorite impact : 3
    meteorites?|meteors?
natural disaster : volcanic eruption : 1.4
    volcano(?:es)?
disease outbreak : outbreak : 3
    outbreaks?|epidemics?|pandemics?
disease outbreak : outbreak : 1.2
    quarantined?|infections?|infected|tested positive|(?:confirmed|suspected|probable|reported|first|new|\d+) cases?
    cases? (?:of|(?:(?:has|have) (?:also )?been|was|were) (?:confirmed|reported|recorded|detected|found))
    (?:the|this) (?:\w+ )?(?:virus|disease|illness|infection|pathogen)
disease outbreak : disease : 3
    cholera|ebola|typhoid|measles|malaria|dengue|bird flu|avian (?:flu|influenza)|swine flu|h[157]n[0-9]|h1n1
    coronavirus|covid-19|polio|plague|meningitis|legionnaires'? disease|marburg|hepatitis|diphtheria|mumps
    nipah|mpox|monkeypox|rabies|sars|mers|encephalitis|chikungunya|typhus|pneumonia|leptospirosis|scarlet fever
    (?:mysterious|mystery|unknown|unidentified|undiagnosed) (?:illness(?:es)?|diseases?|virus|fever)
    foot-and-mouth|e\. coli|salmonella|listeria|zika|yellow fever|lassa
    h(?:a)?emorrhagic fever|(?:respiratory|toxic shock) syndrome|influenza|flu virus|\w+ (?:fever|virus) outbreaks?
crime : arson : 3
    arson(?:ists?)?|set {..6}(?:on fire|ablaze|alight)|set fire to|setting fire|torched
    (?<!the )(?<!an )(?<!a )burn(?:ed|t|ing) (?:down )?{..4}(?:bus|buses|vehicles?|trucks?|cars?)
    (?:bus|buses|vehicles?|trucks?|churches|mosques|shops) (?:was|were|ha\w+ been) (?:also )?(?:burned|burnt|torched)
    burn(?:ed|t|ing) (?:down )?(?:an? |the |two |three |several )?(?:facilities|houses?|buildings?|trailers?|offices?)
    burn(?:ed|t|ing) down (?:the |an? |\d+ |[\w-]+ ){1,3}(?:{structure}|offices?|stations?|shops?|schools?)
    burn(?:ed|t|ing) (?:down )?{a}(?:tank truck|town hall|mayor's office)|{armed} {had}burn(?:ed|t) {..6}{works}
crime : robbery : 3
    robb(?:ed|ery|eries|ers)|burglar(?:y|ies)|heists?|stole|stolen|theft|thefts|loot taken
    held up(?! (?:\w+ )?(?:signs|placards|banners|photo\w*|pictures|hands|flags|as|by|in|for|until)\b)
    rustl(?:ers|ing)|broke into(?! (?:\w+ )?(?:pieces|parts|two|flames|song))|burgled
    break-?ins?|made off with|(?:fled|escaped|got away) with {..5}{booty}
crime : prison break : 3
    (?:inmates|prisoners?|convicts|detainees) (?:have |had )?(?:escaped|fled|broke out|broken out)
    prison breaks?|jail ?breaks?
    climbed (?:over|out|down) {..6}(?:jail|prison)|tunnell?ed out
    (?:escaped|broke out|fled|break out) (?:of|from) {a}(?:[\w-]+ )?(?:prison|jail|penitentiary)
crime : crime : 2.5
    smuggl(?:ed|ing)|vandali[sz](?:ed|m)|extort(?:ed|ion)|fraud|sabotag(?:e|ed)|trafficking ring|defaced
"""
#: Words of harm, which belong to whatever did it.
_HARM = r"""
violence against civilians : killing : 0.6
    kill(?:ed|ing|ings|s)?|died|dead|deaths?|fatalit(?:y|ies)|perished|casualties|death toll|bodies|corpses?
    burn(?:ed|t) to death|loss of life|claim(?:ed|ing|s) {..4}lives|cost(?:ing|s)? {..4}lives|lost {..2}(?:life|lives)
violence against civilians : incident : 0.3
    incident|tragedy|ordeal|(?:it|this) (?:happened|occurred|took place)
violence against civilians : injury : 0.4
    wounded|wounding|injur(?:ed|ing|ies)|hurt|hospitali[sz]ed
    (?:taken|rushed|admitted|treated|put) (?:to|in) {a}(?:[\w-]+ )?hospitals?
"""


@dataclass(frozen=True, slots=True)
class Sense:
    """One row of the lexicon."""

    type: IncidentType
    sub: str
    weight: float
    #: Whether it speaks only in the caption of a picture: "tanks in Mariupol".
    caption: bool = False


#: "{..3}": at most three words between.
_BETWEEN = re.compile(r"\{\.\.(\d)\}")


def _rows(table: str) -> tuple[tuple[Sense, str], ...]:
    """Senses with their patterns; indented lines belong to the row above."""
    rows: list[tuple[Sense, list[str]]] = []
    for name, words in CLASSES.items():
        table = table.replace("{" + name + "}", words)
    table = _BETWEEN.sub(r"(?:[\\w',-]+ ){0,\1}?", table)
    for line in filter(None, table.splitlines()):
        if line.startswith(" "):
            rows[-1][1].append(line)
        else:
            type_, sub, weight, *caption = line.split(" : ")
            rows.append((Sense(IncidentType(type_), sub, float(weight), bool(caption)), []))
    return tuple((sense, alternatives("\n".join(lines))) for sense, lines in rows)


#: Senses with the pattern of their words.
ROWS = _rows(_TABLE + CAPTIONS + _HARM)
SENSES: tuple[Sense, ...] = tuple(sense for sense, _ in ROWS)
#: Weight of words that only say somebody was harmed.
HARM_WEIGHT = 0.6
