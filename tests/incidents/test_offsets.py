import pytest

from geo.scenes.offsets import metres_apart


@pytest.mark.parametrize(
    ("before", "metres"),
    [
        ("a shell hit a barn 12 km west of ", 12_000),
        ("a shell hit a barn twelve kilometres (7.5 miles) from the northern city of ", 12_000),
        ("a shell hit a barn some 5 miles outside ", 8_046.72),
        ("a shell hit a barn 1,500 metres to the north of the town of ", 1_500),
        ("a shell hit a barn 20 kilometers away from ", 20_000),
        ("a shell hit a barn west of ", None),
        ("a shell hit a barn several miles from ", None),
        ("the 12 km road, said the mayor of ", None),
        ("a two-hour drive from ", None),
    ],
)
def test_the_distance_before_a_place_is_read_in_metres(before, metres):
    found = metres_apart(before)
    assert found == (metres if metres is None else pytest.approx(metres))
