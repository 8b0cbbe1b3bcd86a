import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.files.records import encode_failure, encode_reading, schema
from geo.model.distance import Verdict
from geo.model.place import Feature, LatLon
from geo.model.reading import Failure, Reading
from geo.model.text import Article, Span
from tests.files.factories import TEXT, TYRE, article, check, claim, mention, reading, report, resolution

COMMITTED = Path(__file__).resolve().parents[2] / "geo" / "files" / "parse.schema.json"


def record_of(one):
    record = json.loads(encode_reading(one))
    jsonschema.validate(record, schema())
    return record


def test_the_committed_schema_is_the_schema():
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == schema()


def test_the_schema_is_a_schema_and_refuses_what_is_not_in_the_contract():
    jsonschema.Draft202012Validator.check_schema(schema())
    record = record_of(reading())
    for key, wrong in (("extra", 1), ("date", "29 July"), ("toponyms", None), ("incidents", [{}])):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(record | {key: wrong}, schema())
    del record["title"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema())


def test_a_record_has_exactly_the_fields_of_the_contract():
    record = record_of(reading())
    assert list(record) == ["id", "title", "date", "toponyms", "distances", "incidents"]
    assert list(record["toponyms"][0]) == "start end surface kind place confidence reason candidates".split()
    assert list(record["toponyms"][0]["place"]) == (
        "id name lat lon country admin1 feature radius_km source".split()
    )  # fmt: skip
    assert (
        list(record["distances"][0])
        == (
            "start end text value value_max unit metres hedge bearing subject reference reference_kind place_to_place"
            " measured_metres measured_low measured_high measured_bearing_deg line verdict reason"
        ).split()
    )
    assert (
        list(record["incidents"][0])
        == (
            "id role type sub date date_to date_precision date_text place country location_parts lat lon geo_precision"
            " radius_km killed injured casualty_claims attribution status evidence evidence_span"
        ).split()
    )


def test_every_span_slices_back_to_its_words():
    record = record_of(reading())
    for part, words in ((record["toponyms"][0], "surface"), (record["distances"][0], "text")):
        assert TEXT[part["start"] : part["end"]] == part[words]
    (incident,) = record["incidents"]
    assert TEXT[slice(*incident["evidence_span"])] == incident["evidence"]
    assert TEXT[incident["casualty_claims"][0]["start"] : incident["casualty_claims"][0]["end"]] == "Two people"


def test_positions_are_rounded_to_a_metre_and_a_bearing_stays_below_360():
    record = record_of(reading())
    assert (record["toponyms"][0]["place"]["lat"], record["incidents"][0]["lon"]) == (33.27333, 35.19389)
    assert record["distances"][0]["line"] == [[33.27333, 35.19389], [33.09333, 35.1]]
    assert record["distances"][0]["measured_bearing_deg"] == 0.0
    assert record["distances"][0]["measured_metres"] == 20012.3


def test_what_is_unknown_is_null_and_never_zero():
    bare = replace(report(), place=None, casualties=(claim(n=None, qual="min"),), geo_precision=None, radius_m=None)
    (incident,) = record_of(reading(reports=(bare,), resolutions=(resolution(place=None),)))["incidents"]
    assert {
        key for key in ("place", "lat", "lon", "country", "killed", "injured", "radius_km") if incident[key]
    } == set()
    assert incident["killed"] is None
    assert incident["location_parts"] == []
    assert incident["casualty_claims"][0]["n"] is None


def test_nobody_killed_is_zero_and_said_by_someone():
    none = replace(report(), casualties=(claim(n=0, qual="none"),))
    assert record_of(reading(reports=(none,)))["incidents"][0]["killed"] == 0


def test_the_location_runs_from_the_country_down():
    named = replace(TYRE, country_name="Lebanon")
    (incident,) = record_of(reading(reports=(report(place=named),)))["incidents"]
    assert incident["location_parts"] == ["Lebanon", "South Governorate", "Tyre"]
    country = replace(TYRE, name="Lebanon", country_name="Lebanon", admin1=None, feature=Feature.COUNTRY)
    (incident,) = record_of(reading(reports=(report(place=country),)))["incidents"]
    assert incident["location_parts"] == ["Lebanon"]


def test_the_text_s_own_words_for_the_place_end_the_location_when_they_are_others():
    def parts(words):
        span = Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))
        told = replace(report(place=TYRE), place_span=span)
        return record_of(reading(reports=(told,)))["incidents"][0]["location_parts"]

    assert parts("Tyre")[-1:] == ["Tyre"]
    assert parts("Tyre").count("Tyre") == 1
    other = TEXT.split()[0]
    assert parts(other)[-2:] == ["Tyre", other]


def test_a_region_is_named_with_and_without_the_word_for_its_kind():
    region = replace(TYRE, name="South Governorate", country_name="Lebanon", feature=Feature.ADMIN1)
    (incident,) = record_of(reading(reports=(report(place=region),)))["incidents"]
    assert incident["location_parts"] == ["Lebanon", "South Governorate", "South"]
    (incident,) = record_of(reading(reports=(report(place=replace(TYRE, country_name="Lebanon")),)))["incidents"]
    assert incident["location_parts"] == ["Lebanon", "South Governorate", "Tyre"]  # a town names itself, not its region


def test_words_that_name_a_country_are_no_part_of_it():
    country = replace(TYRE, name="Lebanon", country_name="Lebanon", admin1=None, feature=Feature.COUNTRY)
    told = replace(report(place=country), place_span=mention().span)

    def parts(meant):
        return record_of(reading(reports=(told,), resolutions=(resolution(meant),)))["incidents"][0]["location_parts"]

    assert parts(country) == ["Lebanon"]
    assert parts(None) == ["Lebanon", "Tyre"]  # a village that the gazetteer lacks


def test_ids_of_reports_do_not_change_when_another_report_is_found():
    first, second = report(), replace(report(), trigger=mention().span)
    (alone,) = record_of(reading(reports=(second,)))["incidents"]
    both = record_of(reading(reports=(first, second, second)))["incidents"]
    assert both[1]["id"] == alone["id"]
    assert len({incident["id"] for incident in both}) == 3


def test_the_same_reading_gives_the_same_bytes():
    assert encode_reading(reading()) == encode_reading(reading())


def test_a_skipped_article_says_why():
    skipped = Reading(article=article(), skipped="the text is not English")
    record = record_of(skipped)
    assert record["skipped"] == "the text is not English"
    assert (record["toponyms"], record["distances"], record["incidents"]) == ([], [], [])
    assert "skipped" not in record_of(reading())


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (Failure(where="-:3", why="not JSON", line=3), {"line": 3, "error": "not JSON"}),
        (Failure(where="-:3", why="no text", line=3, article_id="a"), {"id": "a", "error": "no text"}),
        (Failure(where="seeds/a.txt", why="empty"), {"line": "seeds/a.txt", "error": "empty"}),
    ],
)
def test_a_failure_is_a_line_with_its_id_or_line_and_the_error(failure, said):
    assert json.loads(encode_failure(failure)) == said
    jsonschema.validate(said, schema())


@given(
    text=st.text(st.characters(codec="utf-8"), max_size=60),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    metres=st.floats(0, 2e7),
    bearing=st.floats(0, 360, exclude_max=True),
    verdict=st.sampled_from(Verdict),
)
def test_any_reading_keeps_the_contract(text, lat, lon, metres, bearing, verdict):
    at = LatLon(lat=lat, lon=lon)
    whole = text + TEXT
    one = Reading(
        article=Article(id=text + "x", text=whole, title=text),
        resolutions=(resolution(replace(TYRE, at=at, name=text), text=whole),),
        checks=(check(line=(at, at), measured_m=metres, measured_bearing_deg=bearing, verdict=verdict),),
    )
    record = record_of(one)
    for toponym in record["toponyms"]:
        assert whole[toponym["start"] : toponym["end"]] == toponym["surface"]


def test_the_papers_explain_every_key_of_a_line():
    paper = (Path(__file__).resolve().parents[2] / "docs" / "parse.md").read_text(encoding="utf-8")
    keys = {key for shape in schema()["$defs"].values() for key in shape.get("properties", ())}
    assert {key for key in keys if f"`{key}`" not in paper} == set()
