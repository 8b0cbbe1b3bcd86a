import datetime as dt
import json
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from geo.errors import OutputError
from geo.files.export import FORMATS, export_incidents
from geo.model.incident import When
from tests.files.factories import TEXT, article, atlas, incident, reading, report

geopandas = pytest.importorskip("geopandas")


def three():
    """A placed incident, one without a place and figures, one without a day."""
    nowhere = incident(report(place=None, geo_precision=None, casualties=()), id="nowhere")
    undated = incident(report(when=When()), id="undated")
    return atlas([incident(), nowhere, undated])


def test_timemap_gets_no_day_for_what_is_known_to_the_year(tmp_path):
    long_ago = incident(report(when=When(date=dt.date(1985, 1, 1), date_to=dt.date(1985, 12, 31), precision="year")))
    events, *_ = export_incidents(atlas([long_ago]), tmp_path, "timemap")
    assert json.loads(events.read_text()) == []


def exported(form, folder):
    if form == "geoparquet":
        pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    return export_incidents(three(), folder, form)


@pytest.mark.parametrize(("form", "read"), [("geoparquet", "read_parquet"), ("geopackage", "read_file")])
def test_every_incident_comes_back_with_its_place_and_figures(form, read, tmp_path):
    (path,) = exported(form, tmp_path)
    frame = getattr(geopandas, read)(path)
    assert list(frame["incident_id"]) == ["i-1", "nowhere", "undated"]
    assert (frame.geometry[0].x, frame.geometry[0].y) == (35.19389, 33.27333)
    assert frame.geometry[1] is None
    assert frame.crs.to_epsg() == 4326
    assert frame["fatalities"][0] == 2
    assert frame["fatalities"].isna().tolist() == [False, True, False]
    assert frame["injured"].isna().all()
    assert frame["notes"][0] == "A shell hit Tyre on Friday."


def test_kml_shows_the_placed_ones_and_no_markup_of_an_article(tmp_path):
    text = TEXT.replace("A shell hit Tyre on Friday.", "<img src=x>& hit Tyre Frid.")
    one = atlas([*three().incidents], [reading(article=article(text=text))])
    (path,) = export_incidents(one, tmp_path, "kml")
    content = path.read_text(encoding="utf-8")
    assert content.count("<Placemark") == 2
    assert "<img" not in content
    described = {element.text for element in ElementTree.fromstring(content).iter() if "description" in element.tag}
    assert described == {"&lt;img src=x&gt;&amp; hit Tyre Frid."}
    assert "35.19389,33.27333" in content


def test_kml_has_the_days_as_far_as_they_are_known(tmp_path):
    june = When(date=dt.date(2023, 6, 1), date_to=dt.date(2023, 6, 30), precision="month")
    day = When(date=dt.date(2023, 7, 28), precision="day")
    told = [incident(report(when=when), id=str(n)) for n, when in enumerate((june, day, When()))]
    (path,) = export_incidents(atlas(told), tmp_path, "kml")
    tags = [(e.tag.rpartition("}")[2], e.text) for e in ElementTree.fromstring(path.read_bytes()).iter()]
    days = [tag for tag in tags if tag[0] in ("begin", "end", "when")]
    both = [("begin", "2023-07-28"), ("end", "2023-07-28")]
    assert days == [("begin", "2023-06-01"), ("end", "2023-06-30"), *both]


@pytest.mark.parametrize("odd", ["\x01", "\x00", "\x1b", "\ufffe", "\x08", "\uffff"])
def test_kml_is_well_formed_whatever_characters_an_article_holds(odd, tmp_path):
    one = article(text=TEXT.replace("hit Tyre", f"hit{odd}Tyre"), title=f"A{odd}B", url=f"https://a.example/{odd}")
    (path,) = export_incidents(atlas(readings=[reading(article=one)]), tmp_path, "kml")
    ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert odd not in path.read_text(encoding="utf-8")
    assert "hit\ufffdTyre" in path.read_text(encoding="utf-8")


def test_timemap_gets_text_values_month_first_and_only_what_it_can_show(tmp_path):
    paths = exported("timemap", tmp_path)
    events, sources, associations = (json.loads(path.read_text(encoding="utf-8")) for path in paths)
    (event,) = events
    assert (event["id"], event["date"], event["latitude"]) == ("i-1", "07/28/2023", "33.27333")
    assert all(isinstance(value, str | list) for value in event.values())
    assert set(event["sources"]) == set(sources)
    assert event["associations"] == [association["id"] for association in associations]
    assert all(source["id"] == key and isinstance(source["paths"], list) for key, source in sources.items())


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_atlas_gives_the_same_files(form, tmp_path):
    first, second = exported(form, tmp_path / "a"), exported(form, tmp_path / "b")
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("form", FORMATS)
def test_an_atlas_without_incidents_is_exported_too(form, tmp_path):
    if form == "geoparquet":
        pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    for path in export_incidents(replace(atlas(), incidents=()), tmp_path, form):
        assert path.is_file()


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="a file stands where the folder should be"):
        export_incidents(three(), tmp_path / "out", "timemap")


def test_geoparquet_without_its_extra_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"pip install '\.\[parquet\]'"):
        export_incidents(three(), tmp_path, "geoparquet")
    assert not list(tmp_path.iterdir())
