import pytest

from geo.errors import SettingsError
from geo.settings import Settings, read_settings


def test_flags_win_over_the_file_and_the_file_over_defaults(tmp_path):
    file = tmp_path / "geo.toml"
    file.write_text('worldview = "de-facto"\nworkers = 3\n')
    settings = read_settings(file, {"workers": 2, "engine": None})
    assert settings == Settings(worldview="de-facto", workers=2)


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path / "geo.toml", {}) == Settings()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('wordview = "un"', "unknown setting 'wordview'"),
        ('worldview = "mine"', "worldview must be one of un, de-facto"),
        ("worldview = 3", "'worldview' must be a str"),
        ("workers = 0", "workers must be 1 or more"),
        ("workers = true", "workers must be 1 or more"),
        ('engine = "spark"', "engine must be one of"),
        ("worldview = ", "Invalid value"),
        ("workers = " + "9" * 5_000, "4300"),
        ("workers = " + "[" * 20_000, "recursion"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path, line, says):
    file = tmp_path / "geo.toml"
    file.write_text(line)
    with pytest.raises(SettingsError) as caught:
        read_settings(file, {})
    assert says in str(caught.value)
    assert str(file) in str(caught.value)
