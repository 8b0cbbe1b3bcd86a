import datetime as dt
import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.incidents.code import code_incidents
from geo.model.incident import GeoPrecision, IncidentType, Role, Status
from geo.model.place import Candidate
from tests.incidents.telling import KNOWN, article, place, reports, resolutions

THURSDAY = dt.date(2024, 5, 16)


def told(text, date="2024-05-17", **more):
    """(type, place, day) of the main reports; 17 May 2024 was a Friday."""
    return [
        (r.type.value, r.place.name if r.place else None, r.when.date)
        for r in reports(text, date, **more)
        if r.role is Role.MAIN
    ]


def test_a_strike_is_an_explosion_in_its_town_on_its_day():
    assert told("A missile struck a market in Kharkiv on Thursday.") == [("explosion", "Kharkiv", THURSDAY)]


def test_two_towns_are_two_incidents():
    text = "A missile struck a market in Kharkiv on Thursday. In Lviv, gunmen killed a guard on Thursday."
    assert [place for _, place, _ in told(text)] == ["Kharkiv", "Lviv"]


def test_two_days_are_two_incidents():
    text = "A drone hit a depot in Odesa on Thursday. On Wednesday, a drone hit a bakery in Odesa."
    assert [day for *_, day in told(text)] == [THURSDAY, THURSDAY - dt.timedelta(days=1)]


def test_later_sentences_of_the_same_happening_join_it():
    text = "A missile struck Kharkiv on Thursday. The blast broke windows. Four people were hurt in the attack."
    (only,) = reports(text)
    assert [(c.kind, c.n) for c in only.casualties] == [("injured", 4)]


def test_rival_figures_stand_side_by_side_with_their_voices():
    text = (
        "A missile struck Kharkiv on Thursday. Mayor Pat Roe said four people were hurt by glass."
        " The health ministry said 14 people were wounded, according to CNN."
    )
    (only,) = reports(text)
    assert [(c.n, c.who) for c in only.casualties] == [
        (4, "Mayor Pat Roe"),
        (14, "The health ministry, according to CNN"),
    ]


@pytest.mark.parametrize("between", ["", "Windows were broken. "])
def test_nobody_hurt_is_claimed_for_the_happening_just_told(between):
    (only,) = reports(f"A drone struck a depot in Odesa on Thursday. {between}No one was hurt, the governor said.")
    assert [(c.kind, c.n, c.qual, c.who) for c in only.casualties] == [("injured", 0, "none", "the governor")]


def test_no_casualties_left_there_does_not_undo_a_toll():
    (only,) = reports("A bomb killed two people in Odesa on Thursday. There are no casualties left there.")
    assert [(c.kind, c.n) for c in only.casualties if c.kind == "killed"] == [("killed", 2)]


def test_nobody_hurt_long_after_is_claimed_for_nothing():
    filler = "The mayor opened a school. It has ten rooms. Parents came. "
    (only,) = reports(f"A drone struck a depot in Odesa on Thursday. {filler}No one was hurt.")
    assert only.casualties == ()


def test_a_missile_shot_down_near_another_town_is_an_interception_the_same_day():
    text = (
        "A missile exploded in Taganrog on Thursday, the governor said."
        " The ministry said it shot down another Ukrainian missile near the city of Azov."
    )
    first, second = reports(text)
    assert (second.type, second.sub, second.status) == (
        IncidentType.STRATEGIC,
        "interception",
        Status.INTERCEPTED,
    )
    assert second.geo_precision is GeoPrecision.NEAR_CITY
    assert second.when.date == first.when.date == THURSDAY
    assert second.attributions == ()


def test_whose_strike_it_was_is_the_country_and_not_its_adjective():
    (only,) = reports("A policeman said the Ukrainian airstrike killed two people in Taganrog on Thursday.")
    assert [(a.who, a.stance, a.whom) for a in only.attributions] == [("A policeman", "blames", "Ukraine")]


def test_two_spellings_of_one_speaker_are_one():
    text = (
        "A missile struck Taganrog on Thursday. The Russian Defense Ministry blamed Ukraine for the attack."
        " Russia’s Defense Ministry blamed Ukraine for the attack. The Russian Health Ministry blamed Ukraine for it."
    )
    (only,) = reports(text)
    assert [(a.who, a.whom) for a in only.attributions] == [
        ("The Russian Defense Ministry", "Ukraine"),
        ("The Russian Health Ministry", "Ukraine"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The group threatened to bomb Kharkiv.",
        "Residents of Kharkiv fear an earthquake.",
        "Officials in Kyiv said talks would go on.",
        "The minister met the mayor of Lviv on Thursday.",
        "Russian forces often shelled Kharkiv.",
        "Lawmakers in Kyiv called it a political earthquake.",
        "The country was hit by sanctions, an economist in Kyiv said.",
        "The war has extended throughout major cities, including Kyiv, Odesa and Lviv.",
    ],
)
def test_threats_fears_talks_habits_and_metaphors_are_no_incidents(text):
    assert told(text) == []


def test_an_agent_is_not_a_scene():
    assert told("Kyiv said a drone hit a depot in Odesa on Thursday.") == [("explosion", "Odesa", THURSDAY)]


def test_an_origin_is_not_a_scene():
    assert told("A missile fired from Taganrog struck Kharkiv on Thursday.") == [("explosion", "Kharkiv", THURSDAY)]


def test_a_town_that_distances_are_measured_from_is_not_a_scene():
    text = "A bomb killed two people on Thursday in Kharkiv, about 400 km east of Kyiv."
    assert told(text) == [("explosion", "Kharkiv", THURSDAY)]


def test_what_happened_years_ago_is_background():
    text = "A missile struck Kharkiv on Thursday. In 2014, a bomb killed nine people in Odesa."
    found = reports(text)
    assert [(r.role.value, r.place.name) for r in found] == [("main", "Kharkiv"), ("background", "Odesa")]


def test_without_a_day_of_publication_a_weekday_fixes_no_day_and_keeps_its_words():
    (only,) = reports("A missile struck Kharkiv on Thursday.", None)
    assert (only.when.date, only.when.precision) == (None, "none")
    assert only.when.text == "Thursday"


def test_the_words_of_a_day_are_quoted_as_they_are_written():
    text = "A missile struck Kharkiv on 3 MAY 2024."
    (only,) = reports(text)
    assert (only.when.text, only.when.span.of(text)) == ("3 MAY 2024", "3 MAY 2024")


def test_without_a_date_in_the_text_there_is_no_date():
    (only,) = reports("A missile struck Kharkiv and killed two people.")
    assert only.when.date is None


def test_the_day_of_the_telling_is_not_the_day_of_the_happening():
    (only,) = reports("Police said on Thursday that a bomb had killed two people in Kharkiv.")
    assert only.when.date is None


def test_the_town_of_a_region_s_name_is_meant_unless_the_region_is_named():
    town = place("Basra", 30.5, 47.8, country="IQ", admin1_code="IQ.02", population=1_300_000)
    region = place("Basra", 30.4, 47.6, country="IQ", feature="admin1", admin1_code="IQ.02")

    def code(text, name="Basra"):
        found = tuple(
            replace(r, candidates=(Candidate(place=region, score=1.0), Candidate(place=town, score=0.9)))
            for r in resolutions(text, {name: region})
        )
        return code_incidents(article(text), found)[0]

    assert code("A bomb killed two people in Basra.").place == town
    assert code("A bomb killed two people in Basra province.").place == region
    assert code("A bomb killed two people in Basra province.", "Basra province").place == region


def test_a_place_the_gazetteer_lacks_is_held_by_what_the_text_says_holds_it():
    text = "Gunmen killed two herders in the village of Zzyx, Ukraine."
    (only,) = reports(text, places={**KNOWN, "Zzyx": None})
    assert (only.place.name, only.geo_precision) == ("Ukraine", GeoPrecision.COUNTRY)
    assert "not in the gazetteer" in only.place_reason
    assert only.place_span.of(text) == "Zzyx"


def test_an_unknown_island_is_held_by_the_adjective_before_it():
    text = "Gunmen killed two herders on Thursday on the Ukrainian island of Zzyx."
    (only,) = reports(text, places={**KNOWN, "Zzyx": None})
    assert (only.place.name, only.geo_precision) == ("Ukraine", GeoPrecision.COUNTRY)


def test_where_a_tremor_was_felt_is_no_scene():
    text = "An earthquake struck Lviv on Thursday. Tremors were felt in Kyiv and Odesa."
    assert told(text) == [("natural disaster", "Lviv", THURSDAY)]


def test_a_figure_of_an_earlier_happening_is_not_taken_over():
    text = "A strong aftershock hit Lviv on Thursday, eight days after the earthquake that killed 200 people in Odesa."
    (first, *_) = reports(text)
    assert [c.n for c in first.casualties] == []


def test_an_accident_years_ago_in_an_article_without_a_date_is_background():
    text = (
        "A bus overturned near Kharkiv on Thursday."
        " In January 2007 three people died when a coach crashed near Kharkiv."
    )
    assert [r.role.value for r in reports(text, None)] == ["main", "background"]


def test_a_charge_of_murder_does_not_date_or_place_the_murder():
    text = "A man was arraigned in Lviv on Thursday on charges of murder."
    assert told(text) == []


def test_a_dateline_gives_the_place_when_nothing_else_does():
    text = "KHARKIV, 17 MAY 24 (AGENCY) -- [TEXT] A BOMB EXPLODED THIS MORNING. TWO PEOPLE WERE KILLED."
    (only,) = code_incidents(article(text, "2024-05-17"), resolutions(text, {"KHARKIV": KNOWN["Kharkiv"]}))
    assert (only.place.name, only.when.date) == ("Kharkiv", dt.date(2024, 5, 17))
    assert "dateline" in only.place_reason


def test_text_in_capitals_is_coded_like_any_other():
    places = {name.upper(): p for name, p in KNOWN.items()}
    text = "GUERRILLAS ATTACKED A POLICE STATION IN ODESA YESTERDAY AND KIDNAPPED TWO OFFICERS."
    assert ("violence against civilians", "Odesa", THURSDAY) in told(text, places=places)


def test_an_outbreak_of_war_is_no_disease():
    assert told("Aid workers have died in Ukraine since the outbreak of war.") == []


def test_a_caption_has_a_type_and_a_place():
    assert told("Destroyed tanks in Kharkiv")[0][1] == "Kharkiv"


def test_an_empty_and_a_blank_text_tell_of_nothing():
    assert code_incidents(article(""), ()) == ()
    assert code_incidents(article(" \n\n "), ()) == ()


WORDS = st.sampled_from(
    "A bomb exploded in Kharkiv on Thursday . Police said two people were"
    " killed near Odesa , and Kyiv blamed Russian forces"
    ' for the attack ; \n another missile hit Lviv 400 km west of Kyiv "'
    ' no one was hurt " according to CNN in 2014 ’ é ß İ'.split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(alphabet=string.printable + "’“”é\u2028İ", max_size=200))
def test_every_span_lies_in_the_text_and_every_report_is_whole(text):
    for r in reports(text):
        spans = [r.evidence, r.trigger, *(c.span for c in r.casualties), *(c.sentence for c in r.casualties)]
        spans += [a.span for a in r.attributions] + [s for s in (r.place_span, r.when.span) if s is not None]
        assert all(s.end <= len(text) and s.of(text) for s in spans)
        assert r.evidence.covers(r.trigger)
        assert all(c.sentence.covers(c.span) for c in r.casualties)
        assert (r.place is None) == (r.geo_precision is None)
        assert (r.when.date is None) == (r.when.precision == "none")


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_the_same_text_gives_the_same_reports(text):
    assert reports(text) == reports(text)


def test_what_is_only_denied_is_told_as_denied_and_without_a_toll():
    for text in (
        "Officials denied that a bomb exploded in Kharkiv on Thursday.",
        "Reports that a bomb killed nine people in Kharkiv were false, officials said.",
    ):
        (only,) = reports(text)
        assert (only.status.value, only.place.name, only.casualties) == ("denied", "Kharkiv", ())


def test_what_is_denied_by_one_and_told_by_another_is_reported():
    denied = "Police denied that a bomb exploded in Odesa."
    told = "A bomb exploded in Odesa on Thursday and killed two people, doctors said."
    assert [r.status.value for r in reports(f"{denied} {told}")] == ["reported"]


def test_a_raid_that_killed_is_violence_whatever_burned():
    text = "Gunmen attacked a village near Lviv on Monday, killing 23 people. They burned houses and stole cattle."
    (only,) = reports(text)
    assert only.type.value == "violence against civilians"
