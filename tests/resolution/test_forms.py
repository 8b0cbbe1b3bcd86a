import pytest

from geo.resolution.forms import Tier, forms, is_direction, own_qualifier, plain


def names(surface, tier):
    return [form.name for form in forms(surface) if form.tier is tier]


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("the Hague", "Hague"),
        ("Lebanon’s", "Lebanon"),
        ("New\nDelhi", "New Delhi"),
        ("“Gaza”", "Gaza"),
        ("Duluth, Minn.", "Duluth"),
    ],
)
def test_a_name_is_read_without_what_surrounds_it(surface, expected):
    assert plain(surface) == expected


def test_a_comma_inside_a_mention_qualifies_it():
    assert own_qualifier("Duluth, Minn.") == "Minn."
    assert own_qualifier("Duluth") is None


def test_the_generic_term_may_be_left_out():
    assert "Sumy" in names("Sumy region", Tier.BARE)
    assert "Sumy" in names("city of Sumy", Tier.BARE)


def test_saints_are_written_long_and_short():
    assert "Saint Albans" in names("St. Albans", Tier.WHOLE)
    assert "St. Albans" in names("Saint Albans", Tier.WHOLE)


def test_a_direction_is_left_out_only_as_a_second_thought():
    assert names("northern Syria", Tier.LESS) == ["Syria"]
    assert names("New York", Tier.LESS) == []


def test_words_of_institutions_and_directions_are_no_names():
    parts = names("South Bristol Royal Hospital", Tier.PART)
    assert "Bristol" in parts
    assert not {"South", "Royal", "Hospital"} & set(parts)


def test_no_form_is_given_twice():
    found = [form.name for form in forms("St. Louis County")]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("name", "expected"), [("West", True), ("the East", True), ("West Bank", False), ("Weston", False)]
)
def test_a_direction_alone_is_told_from_a_name(name, expected):
    assert is_direction(name) is expected


def test_the_nations_of_a_direction_are_a_direction():
    assert is_direction("Western nations")
    assert not is_direction("Baltic nations")
    assert "Eastern European" in names("Eastern European country", Tier.BARE)


@pytest.mark.parametrize("held", ["Boston Marathon", "Boston International Film Festival", "Boston Grand Prix"])
def test_what_a_town_holds_is_in_the_town(held):
    assert names(held, Tier.BARE)[0] == "Boston"
