import pytest

from geo.attribution.blame import find_attributions
from geo.attribution.speakers import find_speakers
from geo.attribution.voices import who_says
from geo.events.sentences import read_sentences
from tests.incidents.telling import article, reports


def sentence_of(text):
    (sentence,) = read_sentences(article(text))
    return sentence


def voice(text, words):
    sentence = sentence_of(text)
    return who_says(find_speakers(sentence, text, None), text.index(words))


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Mayor Pat Roe said two people were hurt.", "two", "Mayor Pat Roe"),
        ("Two people were hurt, according to the health ministry.", "Two", "the health ministry"),
        (
            "The health ministry said two people were hurt, according to CNN.",
            "two",
            "The health ministry, according to CNN",
        ),
        ("Two people were hurt, said Pat Roe, the mayor.", "Two", "Pat Roe"),
        ("On Friday, police said two people were hurt.", "two", "police"),
        ("Meanwhile, the army said two people were hurt.", "two", "the army"),
        ("Pat Roe, the mayor of the town, said two people were hurt.", "two", "Pat Roe, the mayor of the town"),
        ("Two people were hurt, the Herald reported.", "Two", "the Herald"),
        ("A bomb killed two people, the city's mayor said in a post on a website.", "two", "the city's mayor"),
        ("A bomb killed two people and wounded nine, the city’s mayor said late Friday.", "two", "the city’s mayor"),
        ("Two people were hurt in the fire, the city's mayor, Pat Roe, said.", "Two", "the city's mayor, Pat Roe"),
        ("Pat Roe, the mayor, said on Friday two people were hurt.", "two", "Pat Roe, the mayor"),
        ("After the fire, the mayor said on Friday two people were hurt.", "two", "the mayor"),
        ("Two people were hurt.", "Two", None),
    ],
)
def test_a_figure_is_given_to_the_voice_that_makes_it(text, words, who):
    assert voice(text, words) == who


def attributions(text):
    sentence = sentence_of(text)
    speakers = find_speakers(sentence, text, "the group")
    return [(a.who, a.stance, a.whom) for a in find_attributions(sentence, text, speakers, "the group")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Freedonia blamed Sylvania for the attack.", [("Freedonia", "blames", "Sylvania")]),
        ("The minister accused rebels of shelling the town.", [("The minister", "blames", "rebels")]),
        ("The Red Front claimed responsibility for the blast.", [("The Red Front", "claims responsibility", None)]),
        (
            "Both the Red Front and Blue Front have claimed responsibility.",
            [("Red Front", "claims responsibility", None), ("Blue Front", "claims responsibility", None)],
        ),
        (
            "The ministry denied the report and blamed rebels.",
            [("The ministry", "denies", None), ("The ministry", "blames", "rebels")],
        ),
        ("The rebels denied any involvement.", [("The rebels", "denies", None)]),
        ("The attack was claimed by the Red Front.", [("the Red Front", "claims responsibility", None)]),
        ("Police said armed raiders killed four herders.", [("Police", "blames", "armed raiders")]),
        ("Police identified the gunman as Sam Dee.", [("Police", "blames", "Sam Dee")]),
        (
            "Still, Freedonia blamed Sylvania for the attack, with the Freedonian army saying it had proof.",
            [("the Freedonian army", "blames", "Sylvania")],
        ),
    ],
)
def test_who_blames_claims_and_denies(text, found):
    assert attributions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility.",
        "The ministry said that it shot down another Sylvanian missile.",
        "Freedonia has repeatedly blamed Sylvania for such attacks.",
        "The men were accused of theft.",
        "Police said 75 people had been killed in the fighting.",
    ],
)
def test_no_claim_habit_or_passive_is_no_attribution(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit a depot in Kharkiv on Thursday. The army confirmed that its drone hit the depot.",
        "A raid on Kharkiv killed two people on Thursday. The army admitted carrying out the raid.",
        "A missile hit Kharkiv on Thursday. The army acknowledged that it had struck the town.",
    ],
)
def test_a_doer_who_says_so_confirms(text):
    (only,) = reports(text)
    assert ("The army", "confirms") in [(a.who, a.stance) for a in only.attributions]


def test_confirming_what_others_did_confirms_nothing():
    (only,) = reports("A missile hit Kharkiv on Thursday. The army confirmed that two people were killed.")
    assert [a.stance for a in only.attributions] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army denied targeting civilians and said it had hit a depot.", "denied targeting civilians"),
        ("The army denied that its rocket hit a school, and blamed rebels.", "denied that its rocket hit a school"),
        ("The army denied involvement in the attack.", "denied involvement in the attack"),
    ],
)
def test_a_denial_says_what_is_denied(text, words):
    sentence = sentence_of(text)
    denials = [a for a in find_attributions(sentence, text, (), None) if a.stance == "denies"]
    assert [(a.who, text[a.start : a.end]) for a in denials] == [("The army", words)]


def test_a_second_verb_of_saying_has_the_subject_of_the_first():
    assert voice("The army denied the raid and said two people were hurt.", "two") == "The army"


def test_what_was_fired_is_not_blamed():
    assert attributions("The army said two rockets fired from the hills landed in a field.") == []


def test_who_denies_to_have_done_it_does_not_deny_what_others_say_was_done():
    denial = "The army denied that it had shelled a school near Kharkiv on Thursday"
    (only,) = reports(f"{denial}.")
    assert (only.type.value, only.status.value) == ("explosion", "denied")
    (only,) = reports(f"{denial}, after the government accused it of killing 12 people there.")
    assert (only.type.value, only.status.value) == ("explosion", "reported")


def test_crowds_that_clash_with_police_are_a_riot_and_no_battle():
    (only,) = reports("Police clashed with protesters in Kharkiv on Thursday and fired live rounds at them.")
    assert only.type.value == "riot"


def test_who_keeps_silent_is_taken_up_by_it():
    said = "A missile hit Kharkiv on Thursday, the air force said."
    text = f"{said} The firm did not comment. It has denied making missiles."
    (only,) = reports(text)
    assert [(a.who, a.stance) for a in only.attributions] == [("The firm", "denies")]


def test_a_pronoun_for_nobody_named_denies_nothing():
    (only,) = reports("A missile hit Kharkiv on Thursday. It has denied targeting civilians.")
    assert only.attributions == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army said that it attacked a depot.", ("The army", "claims responsibility", None)),
        ("The Sylvanian navy said its drones hit a depot.", ("The Sylvanian navy", "claims responsibility", None)),
        ("The Red Brigade said it was behind the bombing.", ("The Red Brigade", "claims responsibility", None)),
        ("A group calling itself Dawn took credit.", ("A group calling itself Dawn", "claims responsibility", None)),
        ("The Red Brigade claimed the attack.", ("The Red Brigade", "claims responsibility", None)),
        ("The mayor said he held the mine's owner responsible.", ("The mayor", "blames", "the mine's owner")),
        ("Residents held the mine's owner responsible.", ("Residents", "blames", "the mine's owner")),
        ("The mayor pointed the finger at smugglers.", ("The mayor", "blames", "smugglers")),
        ("Freedonia said Sylvania was probably to blame.", ("Freedonia", "blames", "Sylvania")),
        ("The bombing was blamed on rebels.", (None, "blames", "rebels")),
        ("The bombing was blamed by the army on rebels.", ("the army", "blames", "rebels")),
        ("Rebels fired on the bus, which the group denied.", ("the group", "denies", None)),
        ("A guard told the daily that rebels attacked the bus.", ("A guard", "blames", "rebels")),
        ("Sylvania blamed the Red Brigade, which denied involvement.", ("the Red Brigade", "denies", None)),
        ("He accused a spy agency of the killing, a charge the government denied.", ("the government", "denies", None)),
        ("He accused a spy agency of the killing, an allegation it rejected.", ("a spy agency", "denies", None)),
        ("The mayor said that early signs pointed to smugglers.", ("The mayor", "blames", "smugglers")),
        ("The chief said he suspected the Red Brigade.", ("The chief", "blames", "the Red Brigade")),
        ("The army disputes that figure and blamed rebels.", ("The army", "blames", "rebels")),
        ('"We carried out this attack," the Red Brigade said.', ("the Red Brigade", "claims responsibility", None)),
    ],
)
def test_who_did_it_is_read_in_the_words_of_agencies(text, found):
    assert found in attributions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has said it was behind the attack.",
        "No group has claimed the attack.",
        "The army said it had carried out an investigation.",
        "The firm said it had struck a deal.",
        "The air force said it had destroyed nine drones.",
    ],
)
def test_nobody_claims_what_nobody_claims(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Five people were hurt, a doctor told AFP.", "Five", "a doctor"),
        ("Five people were hurt, the mayor told a news conference.", "Five", "the mayor"),
        ("Five people were hurt, a guard said, adding that more may follow.", "Five", "a guard"),
        ("At least five people were hurt, the governor said, blaming rebels.", "five", "the governor"),
        ("The governor confirmed a fire but said nobody was hurt.", "nobody", "The governor"),
        ("Five people were hurt, police said, but doctors said nine were.", "nine", "doctors"),
        (
            "Five people died, state media said, citing the prosecutor.",
            "Five",
            "the prosecutor, according to state media",
        ),
        ("Five people died, according to the head of the clinic, Pat Roe.", "Five", "the head of the clinic, Pat Roe"),
        ("The union gave a toll of nine.", "nine", "The union"),
        ("On Sunday the ministry had spoken of nine dead.", "nine", "the ministry"),
        ("A blast wounded nine people, the governor, Pat Roe, said.", "nine", "the governor, Pat Roe"),
        ("By Monday morning the ministry put the toll at nine.", "nine", "the ministry"),
        ("A day later the group's leader said nine had died.", "nine", "the group's leader"),
        ("The toll was corrected to nine on Sunday by the ministry.", "nine", "the ministry"),
        ("Police initially reported nine deaths.", "nine", "Police"),
    ],
)
def test_who_gives_a_figure_is_found_wherever_it_stands(text, words, who):
    assert voice(text, words) == who


@pytest.mark.parametrize(
    "told",
    [
        "The fire service said it had attacked the blaze.",
        "The company said it had hit its targets.",
        "The club said they had killed off the game.",
    ],
)
def test_who_attacks_a_blaze_or_a_target_claims_no_attack(told):
    assert [a for a in attributions(told) if "claims responsibility" in a] == []


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The Israeli military said it had attacked Hezbollah targets.", "The Israeli military"),
        ("Militants in the West Bank said they had ambushed the patrol.", "Militants in the West Bank"),
    ],
)
def test_who_says_it_struck_targets_claims_it(told, who):
    assert attributions(told) == [(who, "claims responsibility", None)]


def test_who_is_blamed_ends_before_what_is_said_next():
    assert attributions("The Somali government blamed the group and said five people were killed.") == [
        ("The Somali government", "blames", "the group")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said a blast in Lviv on Monday killed nine people.",
        "The mayor said officers shot video of the blast.",
        "The coach said the players fired up the crowd.",
        "The mayor said firefighters attacked the blaze.",
        "NATO confirmed that its envoy visited Lviv.",
        "The judge dismissed the case.",
        "The driver, who denied drinking, was held.",
    ],
)
def test_what_blames_claims_and_denies_nothing(text):
    sentence = sentence_of(text)
    assert find_attributions(sentence, text, find_speakers(sentence, text, None), None) == ()


def test_the_cause_is_blamed_and_not_the_day_before_it():
    text = "Officials blamed the fire in Lviv on Monday, which killed nine, on a short circuit."
    sentence = sentence_of(text)
    (found,) = find_attributions(sentence, text, find_speakers(sentence, text, None), None)
    assert found.whom == "a short circuit"


def test_no_group_is_no_voice():
    text = "No group claimed responsibility for the bombing in Lviv on Monday that killed nine."
    assert voice(text, "nine") is None


def test_the_doer_who_confirms_is_kept():
    text = "The army confirmed that its drones had hit the depot."
    sentence = sentence_of(text)
    (found,) = find_attributions(sentence, text, find_speakers(sentence, text, None), None)
    assert (found.who, found.stance) == ("The army", "confirms")


def test_a_deed_denied_is_still_denied():
    text = "The army denied driving villagers into the river."
    sentence = sentence_of(text)
    (found,) = find_attributions(sentence, text, find_speakers(sentence, text, None), None)
    assert (found.who, found.stance) == ("The army", "denies")
