import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import OutputError
from geo.files.distance_table import DISTANCE_COLUMNS
from geo.files.incident_table import INCIDENT_COLUMNS
from geo.files.tables import harmless, to_csv, write_tables
from geo.model.incident import GeoPrecision, IncidentType, When
from geo.model.place import LatLon
from geo.model.provenance import DataSource
from tests.files.factories import TYRE, article, atlas, claim, incident, reading, report

CREDITS = (
    DataSource(
        file="osm/borders.bin", name="Borders", origin="geo-tz 8.1.5", licence="ODbL-1.0", attribution="OSM", url="u",
        sha256="0" * 64, command="python -m data.recipes.boundaries",
    ),
)  # fmt: skip
NAMES = ["distances.csv", "incidents.csv", "incidents.geojson", "report.json"]


def write(one, folder):
    write_tables(one, folder, credits=CREDITS, version="0.1.0", worldview="un")
    return {name: (folder / name).read_bytes() for name in NAMES}


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def two_articles():
    """Two reports of one incident, with conflicting figures."""
    later = article(id="later", publisher="The Wire", url="https://wire.example/1")
    second = report("later", casualties=(claim(n=5, who="the ministry", qual="min"), claim("injured", n=0)))
    return atlas([incident(report(), second)], [reading(), reading(article=later, reports=(second,))])


def test_every_table_is_written_and_nothing_else(tmp_path):
    write(atlas(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == NAMES


def test_the_same_atlas_gives_the_same_bytes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert write(two_articles(), tmp_path / "a") == write(two_articles(), tmp_path / "b")


def test_an_incident_is_a_row_with_acled_names_and_its_own(tmp_path):
    (row,) = rows(write(atlas(), tmp_path)["incidents.csv"])
    assert list(row) == list(INCIDENT_COLUMNS)
    told = {
        "incident_id": "i-1", "event_date": "2023-07-28", "year": "2023", "time_precision": "1",
        "event_type": "Explosions/Remote violence", "country": "LB", "admin1": "South Governorate",
        "location": "Tyre", "latitude": "33.27333", "longitude": "35.19389", "geo_precision": "1", "where_prec": "1",
        "fatalities": "2", "injured": "", "killed_claims": "2 (the mayor; tyre)",
        "attribution": "the mayor blames Israel", "notes": "A shell hit Tyre on Friday.",
    }  # fmt: skip
    assert {key: row[key] for key in told} == told


def test_unknown_is_null_in_geojson_and_never_an_empty_text(tmp_path):
    nowhere = report(place=None, geo_precision=None, radius_m=None, casualties=(), attributions=(), when=When())
    (feature,) = json.loads(write(atlas([incident(nowhere)]), tmp_path)["incidents.geojson"])["features"]
    assert "" not in feature["properties"].values()
    assert feature["properties"]["killed_claims"] is None


def test_the_place_is_explained_by_the_report_that_gives_it(tmp_path):
    vague = report(place=None, geo_precision=None, place_reason="the article does not say where", place_confidence=0.0)
    exact = report("later", place_reason="'market in Tyre'", place_confidence=0.9)
    readings = [reading(), reading(article=article(id="later"))]
    (row,) = rows(write(atlas([incident(vague, exact, place=TYRE, at=TYRE.at)], readings), tmp_path)["incidents.csv"])
    assert (row["place_reason"], row["place_confidence"]) == ("'market in Tyre'", "0.9")


def test_unknown_is_empty_and_never_zero_in_a_row(tmp_path):
    nowhere = report(place=None, geo_precision=None, radius_m=None, casualties=(), when=When())
    (row,) = rows(write(atlas([incident(nowhere)]), tmp_path)["incidents.csv"])
    empty = (
        "event_date year time_precision country location latitude longitude geo_precision fatalities injured".split()
    )
    assert {row[key] for key in empty} == {""}


def test_conflicting_figures_stand_side_by_side_and_a_rival_does_not_replace_the_headline(tmp_path):
    (row,) = rows(write(two_articles(), tmp_path)["incidents.csv"])
    assert row["killed_claims"] == "2 (the mayor; tyre) | at least 5 (the ministry; later)"
    assert (row["fatalities"], row["injured"], row["reports"]) == ("2", "0", "2")
    assert (row["source"], row["articles"]) == ("The Wire", "tyre | later")


def test_a_row_says_which_figures_cannot_all_be_true_and_which_are_no_longer_held(tmp_path):
    (row,) = rows(write(two_articles(), tmp_path)["incidents.csv"])
    assert row["figures_differ"] == "killed"
    told = report(casualties=(claim(n=40, relation="superseded"), claim(n=14, relation="correction")))
    (row,) = rows(write(atlas([incident(told)]), tmp_path)["incidents.csv"])
    assert (row["fatalities"], row["figures_differ"]) == ("14", "")
    assert row["killed_claims"].startswith("40, told first and no longer held (")


def test_a_later_figure_of_the_same_voice_becomes_the_headline(tmp_path):
    later = replace(report(), casualties=(claim(n=5),))
    (row,) = rows(write(atlas([incident(report(), later)]), tmp_path)["incidents.csv"])
    assert row["fatalities"] == "5"


def test_of_an_accident_a_larger_count_of_another_voice_becomes_the_headline_and_a_guess_does_not(tmp_path):
    first = report(type=IncidentType.ACCIDENT)
    for n, qual, heads in ((5, "exact", "5"), (5, "min", "5"), (20, "about", "2"), (20, "max", "2"), (1, "exact", "2")):
        later = replace(first, casualties=(claim(n=n, qual=qual, who="the ministry"),))
        (row,) = rows(write(atlas([incident(first, later, type=IncidentType.ACCIDENT)]), tmp_path)["incidents.csv"])
        assert row["fatalities"] == heads


def test_the_map_data_follow_rfc_7946(tmp_path):
    nowhere = incident(report(place=None), id="i-2")
    found = json.loads(write(atlas([incident(), nowhere]), tmp_path)["incidents.geojson"])
    assert found["type"] == "FeatureCollection"
    placed, unplaced = found["features"]
    assert placed["geometry"] == {"type": "Point", "coordinates": [35.19389, 33.27333]}
    assert unplaced["geometry"] is None
    assert (placed["id"], placed["properties"]["incident_id"]) == ("i-1", "i-1")
    assert placed["properties"]["reports"][0]["casualty_claims"][0]["sentence"] == "Two"
    assert list(placed["properties"]) == sorted(placed["properties"])


def test_geopandas_reads_the_map_data(tmp_path):
    geopandas = pytest.importorskip("geopandas")
    write(atlas(), tmp_path)
    frame = geopandas.read_file(tmp_path / "incidents.geojson")
    assert (frame.geometry[0].x, frame.geometry[0].y) == (35.19389, 33.27333)


def test_a_distance_is_a_row_with_its_verdict_and_both_ends(tmp_path):
    (row,) = rows(write(atlas(), tmp_path)["distances.csv"])
    assert list(row) == list(DISTANCE_COLUMNS)
    told = {
        "article": "tyre", "verdict": "consistent", "stated": "12 miles", "stated_km": "19.31", "measured_km": "20.01",
        "subject_place": "Tyre", "reference_place": "border of Israel and Lebanon", "from_latitude": "33.27333",
        "to_longitude": "35.1", "stated_high_km": "",
    }  # fmt: skip
    assert {key: row[key] for key in told} == told


def test_the_report_says_what_went_in_what_failed_and_with_which_data(tmp_path):
    found = json.loads(write(atlas(), tmp_path)["report.json"])
    assert found["failures"] == [{"where": "seeds/a.txt", "why": "empty"}]
    assert found["counts"]["articles"] == found["counts"]["incidents"] == found["counts"]["failed"] == 1
    assert found["counts"]["verdicts"]["consistent"] == 1
    assert found["data"][0]["licence"] == "ODbL-1.0"
    assert [said["id"] for said in found["articles"]] == ["tyre"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_cannot_become_a_formula_in_a_spreadsheet(tmp_path, text):
    named = replace(TYRE, name=text, at=LatLon(lat=-33.5, lon=-70.6))
    (row,) = rows(write(atlas([incident(report(place=named))]), tmp_path)["incidents.csv"])
    assert row["location"] == "'" + text
    assert (row["latitude"], row["longitude"]) == ("-33.5", "-70.6")


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.text(st.characters(codec="utf-8"))))
def test_any_text_survives_a_csv_cell(row):
    (header, cells) = csv.reader(io.StringIO(to_csv(["a", "b"], [row]), newline=""))
    assert header == ["a", "b"]
    assert cells == [harmless(row.get(key, "")) for key in header]


def test_every_precision_has_its_codes(tmp_path):
    every = [incident(report(geo_precision=precision), id=precision.value) for precision in GeoPrecision]
    found = rows(write(atlas(every), tmp_path)["incidents.csv"])
    assert [row["geo_precision"] for row in found] == list("11122333")
    assert [row["where_prec"] for row in found] == list("11125546")


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "maps").write_text("")
    with pytest.raises(OutputError, match=r"maps/incidents\.csv: cannot be written"):
        write(atlas(), tmp_path / "maps")


def test_the_dictionary_of_columns_has_every_column_as_the_tables_do():
    dictionary = (Path(__file__).resolve().parents[2] / "docs" / "columns.md").read_text(encoding="utf-8")
    listed = [line for line in dictionary.splitlines() if line.startswith("| `")]
    columns = [*INCIDENT_COLUMNS.items(), *DISTANCE_COLUMNS.items()]
    assert listed == [f"| `{name}` | {holds} |" for name, holds in columns]
