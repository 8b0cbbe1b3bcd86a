import pytest

from geo.model.place import LatLon
from geo.model.text import Article
from geo.resolution.home import Home, home_of

HOME = Home(at=LatLon(lat=39.7, lon=-82.6), country="US", admin1_code="US.OH")
HOMES = {"paper.example": HOME}


@pytest.mark.parametrize(
    "address",
    ["https://www.paper.example/a?b=1", "http://news.paper.example:8080/x", "paper.example", "//paper.example/a"],
)
def test_a_publisher_is_known_by_its_domain(address):
    assert home_of(Article(id="a", text="x", url=address), HOMES) is HOME


@pytest.mark.parametrize(
    "address", [None, "", "https://example/", "https://notpaper.example/", "http://[broken", "The Paper"]
)
def test_any_other_address_has_no_home(address):
    assert home_of(Article(id="a", text="x", url=address, publisher=address), HOMES) is None
