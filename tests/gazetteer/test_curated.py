"""The curated list, and that the built gazetteer holds it as it is now."""

import csv

import pytest

from geo.files.embedded import data_file
from geo.model.place import Feature


@pytest.fixture(scope="module")
def rows():
    with data_file("gazetteer/curated.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_curated_place_is_in_the_gazetteer_under_all_its_names(rows, embedded):
    for row in rows:
        place = embedded.by_id(row["id"])
        assert place is not None, f"{row['id']}: build the gazetteer again"
        assert (place.name, place.feature) == (row["name"], Feature(row["feature"]))
        assert place.at.lat == pytest.approx(float(row["lat"]), abs=1e-5)
        assert place.at.lon == pytest.approx(float(row["lon"]), abs=1e-5)
        for name in [row["name"], *filter(None, row["aliases"].split(";"))]:
            assert place in embedded.lookup([name])[name], f"{row['id']}: {name}"


def test_curated_ids_are_unique_and_radii_are_positive(rows):
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(float(row["radius_km"]) > 0 for row in rows)
