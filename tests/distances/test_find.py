"""Every stated distance is found, and told from the figures that place nothing."""

import pytest

from geo.distances.find import find_distances
from geo.model.distance import Hedge, ReferenceKind
from tests.distances.world import article, mentions, only


def read(text, *extra):
    return find_distances(article(text), mentions(text, *extra))


@pytest.mark.parametrize(
    ("text", "value", "unit", "hedge", "bearing"),
    [
        ("Taganrog lies about 24 miles from the Ukrainian border.", 24, "mi", Hedge.ABOUT, None),
        ("Bila Tserkva is one and one-half miles from Kyiv.", 1.5, "mi", Hedge.EXACT, None),
        ("Bila Tserkva is two and a half kilometres south of Kyiv.", 2.5, "km", Hedge.EXACT, "S"),
        ("A depot a couple of miles from Kyiv burned.", 2, "mi", Hedge.ABOUT, None),
        ("A crossroads some two dozen kilometers from Kyiv was shelled.", 24, "km", Hedge.ABOUT, None),
        ("Bila Tserkva is half an hour's drive from Kyiv.", 0.5, "hour", Hedge.EXACT, None),
        ("Bila Tserkva, 1,200 km from Homs, was quiet.", 1200, "km", Hedge.EXACT, None),
        ("BILA TSERKVA, 3.5 KMS NORTH OF KYIV, WAS QUIET.", 3.5, "km", Hedge.EXACT, "N"),
        ("The ship sank 61 nmi off Homs.", 61, "nmi", Hedge.EXACT, None),
        ("Homs, nearly 140km north-northwest of Damascus, was hit.", 140, "km", Hedge.NEARLY, "NNW"),
        ("Homs lies within 200 km of Damascus.", 200, "km", Hedge.WITHIN, None),
        ("Homs lies more than 90 miles NE of Damascus.", 90, "mi", Hedge.MORE_THAN, "NE"),
        ("Homs is just under 100 miles from Damascus.", 100, "mi", Hedge.LESS_THAN, None),
    ],
)
def test_a_statement_is_read_with_its_figure_unit_hedge_and_bearing(text, value, unit, hedge, bearing):
    stated = only(read(text))
    assert (stated.value, stated.unit, stated.hedge, stated.bearing) == (value, unit, hedge, bearing)
    assert stated.span.of(text) == stated.text


def test_a_range_keeps_both_ends():
    stated = only(read("Bila Tserkva is 20-30km from Kyiv."))
    assert (stated.value, stated.value_max, stated.hedge) == (20, 30, Hedge.RANGE)


def test_a_bracketed_conversion_is_a_second_reading_of_one_statement():
    stated = only(read("Homs is 87 miles (140 km) north of Damascus."))
    assert (stated.value, stated.unit, stated.conversion, stated.bearing) == (87, "mi", (140, "km"), "N")


def test_a_vague_amount_has_no_value():
    stated = only(read("Bila Tserkva is a few miles from Kyiv."))
    assert stated.value is None
    assert stated.metres is None


def test_one_unit_serves_a_list_with_respectively():
    text = "Bila Tserkva, Homs and Bakhmut are respectively 5, 8 and 12 km from Kyiv."
    assert [(s.subject.text, s.metres, s.reference.text) for s in read(text)] == [
        ("Bila Tserkva", 5_000, "Kyiv"),
        ("Homs", 8_000, "Kyiv"),
        ("Bakhmut", 12_000, "Kyiv"),
    ]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("The car drove at 120 km an hour through Kyiv.", "speed"),
        ("Winds of 90 km/h hit Kyiv.", "speed"),
        ("The missile has a range of 300 km.", "range"),
        ("It can reach targets 300 km away from Kyiv.", "range"),
        ("A 30-km exclusion zone surrounds Kyiv.", "zone"),
        ("The wreck is strewn over a radius of 8 km.", "zone"),
        ("The road stretches for 500 km from Kyiv to Homs.", "route_length"),
        ("They walked five miles through Kyiv.", "sport_travel"),
        ("The crater was 6 meters deep.", "depth"),
        ("A 60-meter cliff rose above Homs.", "height"),
        ("The plane flew at an altitude of 3,000 meters.", "height"),
        ("They fled over 200 square kilometers.", "area"),
        ("He lives in the 2400 block of Main Street.", "address"),
        ("They were ambushed at km 11 on the road to Homs.", "road_marker"),
        ("The boat is a 12-meter vessel.", "object_size"),
        ("The blast could be heard 10 km away.", "visibility"),
        ("The guns hit targets up to 30 km away.", "range"),
        ("The boy hung two feet from the ground.", "height"),
        ("Ash rose 10 km into the air.", "height"),
        ("She collapsed two miles from the finish.", "sport_travel"),
        ("Any student who lives a mile or more from a school takes the bus.", "rule"),
        ("He was told to stay 500 feet away from Homs.", "rule"),
        ("The gun lay six feet from the man.", "proximity"),
        ("Swimming is prohibited within 200 meters of the plant.", "zone"),
    ],
)
def test_a_figure_that_places_nothing_is_called_what_it_is(text, use):
    assert [(s.place_to_place, s.other_use) for s in read(text)] == [(False, use)]


@pytest.mark.parametrize(
    "text",
    [
        "They seized 3 M-16 rifles near Homs.",
        "They were 12 hours apart.",
        "It took four hours inside Homs.",
        "He was several minutes into a speech.",
        "They scored ten minutes from the final whistle.",
    ],
)
def test_rifles_and_waiting_times_are_no_distances(text):
    assert read(text) == ()


def test_figures_of_a_list_belong_to_nobody_where_a_name_of_it_is_unknown():
    text = "Zzyx, Bila Tserkva and Homs are respectively 5, 8 and 12 km from Kyiv."
    assert [stated.subject for stated in read(text)] == [None, None, None]


def test_one_subject_has_all_figures_of_a_list_of_references():
    text = "Homs lies 5 and 8 km from Kyiv and Bakhmut respectively."
    assert [(s.subject.text, s.reference.text) for s in read(text)] == [("Homs", "Kyiv"), ("Homs", "Bakhmut")]


def test_lines_that_are_only_wrapped_are_one_sentence():
    stated = only(read("Homs, some 140 miles\n  (225 km) from Damascus, was hit."))
    assert stated.conversion == (225, "km")
    assert stated.reference.text == "Damascus"


def test_two_gangs_half_a_mile_apart_are_not_the_last_two_towns():
    stated = only(read("They came from Homs and Damascus. Two gangs rule streets that lie half a mile apart."))
    assert stated.subject.mentions == ()


def test_hours_that_nobody_travels_are_no_distance():
    assert read("Two hours after the attack on Kyiv, 10 minutes from the end, it was quiet.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Residents said shells fell within 2 km of Homs.",
        "The fighting is close, within 5 km of Homs.",
        "The president lives 2 km from Homs.",
    ],
)
def test_a_place_beside_people_is_still_placed(text):
    assert only(read(text)).reference.text == "Homs"


@pytest.mark.parametrize(
    ("text", "subject", "reference", "kind"),
    [
        ("Taganrog, a port city located 24 miles from the Ukrainian border, was hit.", "Taganrog",
         "the Ukrainian border", ReferenceKind.BORDER),
        ("Homs, in the west of Syria, 140 km north of Damascus, was hit.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("Homs, Syria, is 140 km from Damascus.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("Homs lies about 70 kilometers inland from the Mediterranean coast.", "Homs", "the Mediterranean coast",
         ReferenceKind.COAST),
        ("Bakhmut is 10 km from the front line.", "Bakhmut", "the front line", ReferenceKind.LINE),
        ("Bakhmut, which is 5 km from the airport, was hit.", "Bakhmut", "the airport", ReferenceKind.FACILITY),
        ("Homs and Damascus are 140 km apart.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("The distance between Homs and Damascus is 140 km.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("From Taganrog it is only 40 km to the Ukrainian border.", "Taganrog", "the Ukrainian border",
         ReferenceKind.BORDER),
        ("Homs, across the river and 140 km from Damascus, was hit.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("Some 140 km from Damascus, the city of Homs was hit.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("A 10-minute drive from Damascus, the village was hit.", "the village", "Damascus", ReferenceKind.PLACE),
        ("Bakhmut is 10 km from the front.", "Bakhmut", "the front", ReferenceKind.LINE),
        ("Homs sits on the main highway 140 km north of Damascus.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("Homs fell. The city, which had 800,000 people, lies 140 km north of Damascus.", "The city", "Damascus",
         ReferenceKind.PLACE),
        ("The town of Homs in western Syria, 140 km north of Damascus, was hit.", "Homs", "Damascus",
         ReferenceKind.PLACE),
        ("They met men from Homs in Bila Tserkva, 80 km from Kyiv.", "Bila Tserkva", "Kyiv", ReferenceKind.PLACE),
        ("They travelled 140 km from Homs to Damascus.", "Homs", "Damascus", ReferenceKind.PLACE),
        ("Homs lies 70 km from the sea.", "Homs", "the sea", ReferenceKind.COAST),
        ("Police said that the clash, the third, took place 9 km from Homs.", "the clash", "Homs", ReferenceKind.PLACE),
        ("The trial of a man from Kyiv took place 9 km from Homs.", "The trial of a man from Kyiv", "Homs",
         ReferenceKind.PLACE),
        ("Two fell in a blast which occurred 9 km from Homs.", "a blast", "Homs", ReferenceKind.PLACE),
    ],
)  # fmt: skip
def test_both_ends_are_read(text, subject, reference, kind):
    stated = only(read(text))
    assert stated.subject.text == subject
    assert stated.reference.text == reference
    assert stated.reference_kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Fighting went on in Homs. The city lies 140 km north of Damascus.",
        "Fighting went on in Homs. Rockets hit a depot in the city, which lies 140 km north of Damascus.",
        "HOMS, Syria (AP) — A bomb went off in this city, 140 km north of Damascus.",
    ],
)
def test_the_city_is_the_place_named_before(text):
    subject = only(read(text)).subject
    assert [m.text.title() for m in subject.mentions] == ["Homs"]
    assert subject.text.split()[1] == "city"


def test_what_took_place_lies_where_it_is_told_and_not_where_its_people_are_from():
    assert only(read("The trial of a man from Kyiv took place 9 km from Homs.")).subject.mentions == ()


def test_the_city_is_no_border_that_was_named_before():
    text = "Taganrog lies 40 km from the Ukrainian border. Bakhmut lies 90 km northwest of the city."
    assert [[m.text for m in s.reference.mentions] for s in read(text)] == [["Ukrainian"], ["Taganrog"]]


def test_this_capital_is_the_dateline():
    text = "DAMASCUS, 7 FEB (ABC) -- A BOMB WENT OFF IN HOMS, 140 KM NORTH OF THIS CAPITAL."
    assert [m.text for m in only(read(text)).reference.mentions] == ["DAMASCUS"]


def test_the_border_40_km_away_is_the_reference():
    stated = only(read("Taganrog lives by the sea and the Ukrainian border, 40 km away."))
    assert stated.reference_kind is ReferenceKind.BORDER


def test_a_second_distance_shares_the_subject_of_the_first():
    text = "Two buses were stopped on the road, 30 km west of Homs and 280 km northeast of Damascus."
    first, second = (s for s in read(text) if s.place_to_place)
    assert first.subject == second.subject
    assert second.reference.text == "Damascus"


@pytest.mark.parametrize(
    ("before", "reference"),
    [
        ("Guns were fired at Kyiv.", "Kyiv"),
        ("Guns were fired at Kyiv, the capital of Ukraine, on Monday.", "Kyiv"),
        ("Guns were fired at Kyiv, Ukraine.", "Kyiv"),
        ("Guns were fired at Homs, Kyiv and Bakhmut.", "Bakhmut"),
        ("KYIV, Ukraine (AP) — Guns were fired.", "KYIV"),
    ],
)
def test_what_stands_behind_away_in_only_says_where_the_name_lies(before, reference):
    stated = only(read(f"{before} The shots were heard in Bila Tserkva, 80 km (50 miles) away in Ukraine."))
    assert stated.subject.text == "Bila Tserkva"
    assert [m.text for m in stated.reference.mentions] == [reference]


def test_without_a_name_before_it_the_place_behind_away_in_is_the_subject():
    stated = only(read("Guns were fired at Kyiv. Shots were heard by farmers 80 km away in Bila Tserkva."))
    assert stated.subject.text == "Bila Tserkva"
