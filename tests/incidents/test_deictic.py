"""Towns that are pointed at, datelines, and namesakes abroad."""

from dataclasses import replace

import pytest

from geo.incidents.code import code_incidents
from geo.model.place import Reason
from tests.incidents.telling import KNOWN, KYIV, UKRAINE, article, place, reports, resolutions

QUITO = place("Quito", -0.22, -78.51, country="EC", population=2_000_000)
ECUADOR = place("Ecuador", -1.5, -78.0, feature="country", country="EC")
CUENCA = place("Cuenca", -2.9, -79.0, country="EC", population=400_000)
LOJA = place("Loja", -3.99, -79.2, country="EC", population=180_000)
MACHALA = place("Machala", -3.26, -79.96, country="EC", population=240_000)
LIMA = place("Lima", -12.04, -77.03, country="PE", population=9_000_000)
HARO = place("San Roque", 36.2, -5.4, country="ES", population=30_000)
ANDES = {p.name: p for p in (QUITO, ECUADOR, CUENCA, LOJA, MACHALA, LIMA, HARO)} | {"Ecuadorean": ECUADOR}
CAPITALS = {"EC": QUITO, "PE": LIMA, "UA": KYIV}


def told(text, places=ANDES, date="2024-05-17"):
    found = resolutions(text, places, associative=("Ecuadorean",))
    return code_incidents(article(text, date), found, capitals=CAPITALS)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("QUITO, 5 MAY 24 (ANDES) -- A bomb exploded in this capital.", "Quito"),
        ("LOJA, 5 MAY 24 -- A bomb exploded at a bank in this city.", "Loja"),
        ("QUITO, 5 MAY 24 (ANDES) -- A bomb exploded in the capital, police in Cuenca said.", "Quito"),
        ("A bomb exploded in the Ecuadorean capital. The mayor of Cuenca condemned it.", "Quito"),
    ],
)
def test_a_town_that_is_pointed_at_is_the_scene(text, where):
    names = {**ANDES, "QUITO": QUITO, "LOJA": LOJA}
    (only,) = told(text, names)
    assert only.place is not None
    assert only.place.name == where


@pytest.mark.parametrize(
    "text",
    [
        "LOJA, 5 MAY 24 -- A bomb exploded in the capital.",  # of the province, perhaps
        "LIMA, 5 MAY 24 -- A bomb exploded in the capital, Ecuadorean police said in Cuenca.",
        "QUITO, 5 MAY 24 -- A bomb exploded in Cuenca, the capital of Azuay.",
        "QUITO, 5 MAY 24 -- A bomb exploded in Cuenca as the capital market fell.",
        "LOJA, 5 MAY 24 -- Crowds rioted against Ecuadorean capital controls.",
        "LOJA, 5 MAY 24 -- Riots hit Ecuadorean capital inflows.",
        "QUITO, 5 MAY 24 -- Crowds rioted against the capital levy.",
    ],
)
def test_the_capital_is_not_guessed(text):
    names = {**ANDES, "QUITO": QUITO, "LOJA": LOJA, "LIMA": LIMA}
    assert all(r.place is None or "capital" not in r.place_span.of(text) for r in told(text, names) if r.place_span)


@pytest.mark.parametrize(
    "behind", [".", ", police in Cuenca said.", " on Monday.", " overnight.", " was shaken by it."]
)
def test_the_capital_of_a_country_is_its_town_before_words_of_time_and_place(behind):
    (only,) = told(f"A bomb exploded in the Ecuadorean capital{behind} The mayor of Cuenca condemned it.")
    assert only.place is QUITO


def test_a_name_alone_abroad_is_no_scene():
    text = "Police in Cuenca and in Loja were on alert. A bomb exploded near San Roque, Ecuador said."
    (only,) = told(text)
    assert only.place is not None
    assert only.place.country == "EC"


def test_a_well_known_town_abroad_is_a_scene():
    text = "Police in Cuenca and in Loja were on alert. A bomb exploded in Lima, Ecuador said."
    (only,) = told(text)
    assert only.place is LIMA


def test_the_station_that_sends_the_news_is_not_where_it_is_written():
    text = "CLANDESTINE, 5 MAY 24 (RADIO KHARKIV) -- A bomb killed two soldiers in a town of Ukraine."
    (only,) = reports(text, "2024-05-17", {**KNOWN, "KHARKIV": KNOWN["Kharkiv"]})
    assert only.place is UKRAINE


def test_a_dateline_of_another_country_than_the_texts_places_nothing():
    text = "LIMA, 5 MAY 24 -- A bomb killed two Ecuadorean ministers, Ecuador said."
    (only,) = told(text, {**ANDES, "LIMA": LIMA})
    assert only.place is ECUADOR


def test_a_country_that_is_only_spoken_of_is_no_scene():
    text = "QUITO, 5 MAY 24 -- A bomb killed two guards near the Peru embassy. Ecuador and Cuenca mourned."
    peru = place("Peru", -10.0, -76.0, feature="country", country="PE")
    (only,) = told(text, {**ANDES, "QUITO": QUITO, "Peru": peru})
    assert only.place is not peru


def test_a_neighbourhood_the_gazetteer_lacks_is_in_the_town_the_article_is_set_in():
    text = "QUITO, 5 MAY 24 -- A bomb exploded in the Tres Cruces neighbourhood."
    (only,) = told(text, {**ANDES, "QUITO": QUITO, "Tres Cruces": None})
    assert only.place is QUITO


def test_news_sent_from_afar_is_not_set_where_its_own_people_only_speak():
    text = "LIMA, 5 MAY 24 -- The Peruvian minister condemned the murder of an Ecuadorean judge. Ecuador said no more."
    peru = place("Peru", -10.0, -76.0, feature="country", country="PE")
    (only,) = told(text, {**ANDES, "LIMA": LIMA, "Peruvian": peru})
    assert only.place is ECUADOR


def test_a_dateline_s_country_that_is_named_may_be_the_scene():
    text = "LIMA, 5 MAY 24 -- An Ecuadorean judge was murdered. Peru promised to find who did it."
    peru = place("Peru", -10.0, -76.0, feature="country", country="PE")
    (only,) = told(text, {**ANDES, "LIMA": LIMA, "Peru": peru})
    assert only.place is LIMA


def test_a_dateline_may_have_no_year_and_the_month_first():
    for day in ("5 MAY", "MAY 5", "MAY 5, 2024", "NO DATE"):
        text = f"QUITO, {day} (ANDES) -- A bomb killed two guards."
        (only,) = told(text, {**ANDES, "QUITO": QUITO})
        assert only.place is QUITO


def test_a_little_town_abroad_needs_its_country_beside_it_if_others_bear_its_name():
    places = {**ANDES, "Spain": place("Spain", 40.0, -4.0, feature="country", country="ES")}

    def where(text, reason):
        found = [replace(r, reason=reason) for r in resolutions(text, places)]
        (only,) = code_incidents(article(text, "2024-05-17"), tuple(found))
        return only.place

    text = (
        "Police in Cuenca and in Loja were on alert. A bomb exploded near San Roque, Ecuador said. " + "No more. " * 20
    )
    assert where(text + "Spain sent doctors.", Reason.POPULATION) is ECUADOR
    assert where(text + "Spain sent doctors.", Reason.ONLY_CANDIDATE) is HARO
    beside = "Police in Cuenca and Loja heard it. A bomb exploded in San Roque, Spain."
    assert where(beside, Reason.POPULATION) is HARO


def test_the_capital_is_the_one_the_text_has_named_if_it_speaks_of_no_other_country():
    crowds, bomb = "Crowds gathered in Quito on Monday.", "On Tuesday a bomb exploded in the capital, killing nine."
    assert [r.place for r in told(f"{crowds} {bomb}")] == [QUITO]
    assert QUITO not in [r.place for r in told(f"A minister was in Quito and in Lima. {bomb}")]
