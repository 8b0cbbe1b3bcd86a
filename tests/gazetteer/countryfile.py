"""A small country file in the format of GeoNames; the places are real, the rows are written for the tests."""

import io
import zipfile

#: Name, ASCII name, alternate names, latitude, longitude, class, code, admin1, population.
ROWS = (
    ("Robotyne", "Robotyne", "Rabotino,Роботине", 47.447, 35.838, "P", "PPL", "26", 480),
    ("Klishchiivka", "Klishchiivka", "Kleshcheyevka,Кліщіївка", 48.53, 37.96, "P", "PPL", "05", 500),
    ("Zelenyi Hai", "Zelenyi Hai", "", 47.9, 36.5, "P", "PPL", "26", 0),
    ("Zelenyi Hai", "Zelenyi Hai", "", 49.9, 31.5, "P", "PPL", "13", 210),
    ("Kryva Krynytsia", "Kryva Krynytsia", "", 48.2, 33.1, "H", "WLL", "04", 0),
    ("Richka Testova", "Richka Testova", "", 48.3, 33.2, "H", "STM", "04", 0),
    ("Mist Testovyi", "Mist Testovyi", "", 48.4, 33.3, "S", "BDG", "04", 0),
    ("Kyiv", "Kyiv", "Kiev", 50.45466, 30.5238, "P", "PPLC", "12", 2952301),
)


def country_text(rows=ROWS, *, first_id=9_000_000):
    lines = []
    for number, (name, plain, others, lat, lon, class_, code, admin1, people) in enumerate(rows, first_id):
        number = 703448 if name == "Kyiv" else number
        cells = [number, name, plain, others, lat, lon, class_, code, "UA", "", admin1, "", "", "", people, "", 100,
                 "Europe/Kyiv", "2024-01-01"]  # fmt: skip
        lines.append("\t".join(map(str, cells)))
    return "".join(f"{line}\n" for line in lines)


def country_zip(text=None, *, member="UA.txt"):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(member), country_text() if text is None else text)
    return packed.getvalue()
