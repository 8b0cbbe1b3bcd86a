from geo.scenes.setting import LEAST, WEIGHTS, find_setting, read_signs
from tests.incidents.telling import place, resolutions

MALI = place("Mali", 17.0, -4.0, feature="country", country="ML")
NIGER = place("Niger", 16.0, 8.0, feature="country", country="NE")
BAMAKO = place("Bamako", 12.65, -8.0, country="ML")
AGADEZ = place("Agadez", 16.97, 7.99, country="NE")
KNOWN = {p.name: p for p in (MALI, NIGER, BAMAKO, AGADEZ)} | {"Nigerien": NIGER, "Malian": MALI}


def read(text):
    return resolutions(text, KNOWN, associative=("Nigerien", "Malian"))


def setting(text, dateline=None):
    return find_setting(read(text), read(dateline)[0] if dateline else None)


def test_a_country_named_as_a_place_and_by_its_people_is_the_setting_wherever_the_writer_sits():
    text = "Gunmen killed two Malian teachers in the north of Mali. Schools across Mali were shut."
    assert setting(text) == "ML"
    assert setting(text, "Agadez") == "ML"


def test_where_only_the_dateline_s_country_is_spoken_of_the_article_is_set_there():
    assert setting("A market burned in Bamako.", "Bamako") == "ML"
    assert setting("A market burned.", "Bamako") == "ML"
    assert setting("A Nigerien trader was robbed near the market of Bamako, in southern Mali.", "Bamako") == "ML"


def test_two_countries_that_are_named_alike_leave_it_open():
    assert setting("Troops of Mali and Niger met at a well.") is None
    assert setting("A market burned.") is None


def test_the_answer_is_that_of_any_order_of_the_mentions():
    body = read("Malian police held a Nigerien driver. Niger asked Mali to free him. He was caught in Agadez.")
    assert find_setting(body, None) == find_setting(tuple(reversed(body)), None)


def test_each_sign_has_a_weight_and_the_threshold_leaves_room_for_one_country():
    (signs,) = read_signs(read("A market burned in Bamako."), None).values()
    assert set(signs) == set(WEIGHTS)
    assert 0.5 <= LEAST < 1.0
