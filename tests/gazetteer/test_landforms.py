import pytest

from geo.files.embedded import data_folder
from geo.gazetteer.landforms import read_landforms
from geo.gazetteer.store import open_gazetteer
from geo.model.names import fold
from geo.model.place import Feature


@pytest.fixture(scope="module")
def embedded():
    return open_gazetteer(data_folder() / "gazetteer")


def test_a_landform_is_found_by_each_of_its_names_with_its_country(embedded):
    for name in ("Huascaran", "Huascarán"):
        (found,) = embedded.lookup([name])[name]
        assert (found.feature, found.country, found.country_name) == (Feature.MOUNTAIN, "PE", "Peru")


def test_a_landform_stands_beside_the_towns_of_its_name(embedded):
    assert {p.feature for p in embedded.lookup(["Mount Cook"])["Mount Cook"]} == {Feature.DISTRICT, Feature.MOUNTAIN}


def test_a_landform_has_a_class_an_id_and_a_beginning(embedded):
    assert embedded.name_class("Lake Balaton") == "water"
    assert embedded.name_class("Nanga Parbat") == "region"
    assert embedded.by_id("landform:lake-balaton").name == "Lake Balaton"
    assert embedded.begins_name("Nanga P")


def test_no_two_landforms_share_a_name():
    with (data_folder() / "gazetteer" / "landforms.csv").open(encoding="utf-8") as file:
        rows = [line.rstrip("\n").split(",") for line in file][1:]
    names = [name for row in rows for name in {fold(n) for n in (row[1], *row[2].split(";")) if n}]
    assert len(names) == len(set(names))


def test_a_broken_row_is_an_error(tmp_path):
    (tmp_path / "landforms.csv").write_text(
        "id,name,aliases,lat,lon,radius_km,feature,country\na,B,,95,0,1,lake,\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match="95"):
        read_landforms(tmp_path, {}.get)
