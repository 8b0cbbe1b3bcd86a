"""Numbers mean what a reader takes them to mean."""

import pytest

from geo.model.numbers import NUMBER, find_numbers, parse_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("24", 24),
        ("3.5", 3.5),
        (".5", 0.5),
        ("1,200", 1_200),
        ("12,345,678", 12_345_678),
        ("1,5", 1.5),
        ("1 1/2", 1.5),
        ("1-1/2", 1.5),
        ("1½", 1.5),
        ("½", 0.5),
        ("3/4", 0.75),
        ("2.5 million", 2_500_000),
        ("3 dozen", 36),
        ("one", 1),
        ("NINETEEN", 19),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a hundred", 100),
        ("one hundred and six", 106),
        ("two hundred fifty", 250),
        ("five thousand", 5_000),
        ("two hundred and fifty thousand", 250_000),
        ("one thousand two hundred", 1_200),
        ("half", 0.5),
        ("half a", 0.5),
        ("a half", 0.5),
        ("one-half", 0.5),
        ("one-third of a", 1 / 3),
        ("an eighth of a", 1 / 8),
        ("three quarters of a", 0.75),
        ("two and a half", 2.5),
        ("two-and-a-half", 2.5),
        ("one and one-half", 1.5),
        ("3 and a half", 3.5),
        ("two and a half million", 2_500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a couple", 2),
        ("a couple of", 2),
        ("a couple of hundred", 200),
        ("a couple dozen", 24),
        ("a score", 20),
    ],
)
def test_a_number_has_its_value(words, value):
    assert parse_number(words) == pytest.approx(value)


@pytest.mark.parametrize(
    "words", ["several", "dozens", "a few", "many", "", "and", "twenty and", "6-8", "two three", "1/0"]
)
def test_what_is_vague_or_no_number_has_no_value(words):
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20-30 people", [20, 30]),
        ("between 20 and 30 people", [20, 30]),
        ("some two dozen men and a couple of boys", [24, 2]),
        ("half a mile, then one-half mile", [0.5, 0.5]),
        ("two and a half miles", [2.5]),
        ("killed twenty-five and hurt one hundred and six", [25, 106]),
        ("1,200 of 3,500.", [1_200, 3_500]),
        ("a B-52, a Su-27 and COVID-19", []),
        ("the 14th of May at 10:30", [10, 30]),
        ("it cost 3.5.1 and 4/5/2023", []),
        ("a third person, the fifth man", []),
        ("a third of a mile", [1 / 3]),
        ("someone tended to often", []),
        ("several hundred people", []),
    ],
)
def test_a_text_gives_its_numbers_in_order(text, found):
    assert [n.value for n in find_numbers(text)] == pytest.approx(found)


@pytest.mark.parametrize("digits", ["9" * 13, "1" * 400, "7" * 5_000, "1," + "000," * 200 + "000"])
def test_digits_beyond_all_counting_are_no_number(digits):
    assert parse_number(digits) is None
    assert [n.value for n in find_numbers(f"It sold {digits} of them, and 3 more.")] == [3]


@pytest.mark.parametrize("text", ["TWO AND A HALF MILES", "one\nhundred men", "about 1 1/2 miles"])
def test_a_number_covers_all_its_words(text):
    (number,) = find_numbers(text)
    assert parse_number(number.span.of(text)) == number.value
    assert NUMBER.search(text.lower()).span() == (number.span.start, number.span.end)
