import pytest

from tests.incidents.telling import KNOWN, reports


def placed(title, text, **more):
    return [(r.place and r.place.name, r.place_reason) for r in reports(text, title=title, **more)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Cholera kills 90 in Ukraine", "Ukraine asked for help against a cholera outbreak. Russia sent doctors."),
        ("Nine hurt in Lviv", "A gas blast hurt nine on Monday. The mayor of Lviv and the governor of Odesa met."),
    ],
)
def test_the_title_says_where_what_the_text_does_not(title, text):
    (found,) = placed(title, text, associative=("Ukraine", "Russia"))
    assert found[1] == "the title names it"
    assert placed(None, text, associative=("Ukraine", "Russia"))[0] != found


def test_the_title_narrows_a_country_to_its_town():
    text = "Nine people were hurt in a blast in Ukraine on Monday. The train had just left Lviv."
    assert placed("Nine hurt in blast near Lviv", text) == [("Lviv", "the title names it")]
    assert placed("Lviv mayor shocked by blast", text)[0][0] == "Ukraine"
    assert placed("Nine hurt in blast near Azov", f"{text} Azov sent aid.")[0][0] == "Ukraine"
    assert placed("Strikes hit Lviv", text)[0][0] == "Ukraine"
    assert placed("Rail strikes to hit Lviv", text)[0][0] == "Ukraine"
    assert placed("Air strikes hit Lviv", text)[0][0] == "Lviv"


def test_a_title_of_two_towns_and_a_later_happening_are_left_alone():
    text = "A gas blast hurt nine people on Monday. Officials of Lviv and Odesa met."
    assert placed("Blasts in Lviv and Odesa", text)[0][1] != "the title names it"
    first = "A bomb killed three people in Kyiv on Monday."
    later = "A passenger plane crashed on Thursday, killing nine. Lviv mourned."
    assert placed("Bomb in Lviv", f"{first} {later}")[1][1] != "the title names it"


def test_where_the_sentence_of_an_unknown_name_puts_it():
    text = "Jets bombed depots in Russia, among them one at Zerd, on Monday. Kyiv, Lviv and Odesa stayed calm."
    (found,) = placed(None, text, places={**KNOWN, "Zerd": None})
    assert found == ("Russia", "'Zerd' is not in the gazetteer; Russia is where the sentence puts it")
