from geo.incidents.copies import same_text

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
