import geo.cli.knowledge as module
from geo.model.reading import Failure
from geo.model.text import Article
from geo.settings import Settings


def test_an_unforeseen_text_costs_itself_and_says_where_we_broke(monkeypatch):
    def break_down(article, knowledge):
        raise OverflowError("date value out of range")

    monkeypatch.setattr(module, "read_article", break_down)
    answer = module.read_one(Settings(), Article(id="a", text="Text.", path="seeds/a.txt"))
    assert isinstance(answer, Failure)
    assert answer.where == "seeds/a.txt"
    assert "OverflowError: date value out of range" in answer.why
    assert "knowledge.py:" in answer.why


def test_a_changed_worldview_makes_other_readings():
    assert module.reading_version(Settings()) != module.reading_version(Settings(worldview="de-facto"))
