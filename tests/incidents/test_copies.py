from geo.incidents import merge as merging
from geo.incidents.code import code_incidents
from geo.incidents.copies import read_shingles, resemble
from geo.incidents.merge import merge
from tests.incidents.telling import article, resolutions


def same_text(a, b):
    return resemble(read_shingles(a), read_shingles(b))


TEXT = "A car bomb exploded near a checkpoint on Thursday, killing six soldiers and injuring nine people, police said."


def test_a_cut_and_relabelled_copy_is_the_same_text():
    assert same_text(TEXT, "CITY (Agency) -- " + TEXT)
    assert same_text(TEXT, TEXT + " It was the third such attack this month, and nobody claimed it so far.")


def test_another_story_of_the_same_happening_is_not():
    assert not same_text(
        TEXT, "Six soldiers died on Thursday when a vehicle packed with explosives blew up at an army post."
    )


def test_an_empty_text_is_nobodys_copy():
    assert not same_text("", TEXT)
    assert not same_text("", "")


def test_an_article_of_many_incidents_is_cut_into_shingles_once(monkeypatch):
    towns = ("Kharkiv", "Odesa", "Lviv", "Kyiv")
    told = article(
        " ".join(f"A missile hit {t} on Thursday, killing {i + 2}." for i, t in enumerate(towns)), "2024-05-17"
    )
    cut = []
    monkeypatch.setattr(merging, "read_shingles", lambda text: cut.append(text) or read_shingles(text))
    found = merge({told.id: told}, code_incidents(told, resolutions(told.text)))
    assert (len(found), cut) == (len(towns), [told.text])
