"""Short articles as agencies write them, written for this test, read from the text to the incident.

In ``news.json`` an incident gives what is asked of it; a figure or date that is not given is not judged, one that is
null must be unknown. The first 50 articles were written before the rules they mended; of the other 33, which were read
unseen, 27 of 33 incidents were found, 25 with their type. Misses that remain are names the gazetteer lacks.
``news_abroad.json`` holds 61 more, of all continents: of the 58 incidents of the first 40, 46 were found before the
rules they mended; of the 32 of the other 21, which were read unseen, 27, 22 of them with their type.
``news_war.json`` holds 26 of war and attacks: of their 33 incidents 23 were found before the rules they mended,
27 after; the other six lie in places that the gazetteer does not know by that name.
``news_unrest.json``: 25 on crime and unrest, nine of them news without an incident; first read, 17 of 19 incidents were
found, 11 of 14 of the killed and 5 of 10 of the injured right, with 11 dots at places that are only mentioned.
``news_world.json``: 43 whole articles of war, terror, crime and unrest, some without an incident; first read, by the
scorer of the development texts, the three sets they are of had an F1 of .76, .68 and .71. Five of the 48 are left out;
days that only the lead implies are not asked for.
"""

import datetime as dt
import json
from pathlib import Path

import pytest
from pyproj import Geod

from geo.cli.knowledge import open_knowledge
from geo.model.incident import Role, headline_claim
from geo.model.text import Article
from geo.pipeline import read_article
from geo.settings import Settings

NEWS = [row for file in sorted(Path(__file__).parent.glob("news*.json")) for row in json.loads(file.read_text("utf-8"))]
GEOD = Geod(ellps="WGS84")
#: Shares of what is asked for that must be given.
FOUND, TYPED, DATED, COUNTED, ATTRIBUTED = 0.90, 0.98, 0.95, 0.93, 0.90
#: Placed reports of incidents that nobody asked for, among all articles; country-wide ones stand for unknown villages.
MOST_EXTRA = 4  # two of them lie at the town of a second incident, told there under another type


@pytest.fixture(scope="module")
def told():
    """Each article with its main reports."""
    knowledge = open_knowledge(Settings())
    return [(row, _main(row, knowledge)) for row in NEWS]


def _main(row, knowledge):
    day = dt.date.fromisoformat(row["date"]) if row["date"] else None
    reading = read_article(Article(id=row["id"], text=row["text"], date=day), knowledge)
    return [report for report in reading.reports if report.role is Role.MAIN]


def _distance_km(gold, report):
    return GEOD.inv(gold["lon"], gold["lat"], report.place.at.lon, report.place.at.lat)[2] / 1000


def figure(report, kind):
    claim = headline_claim(report.casualties, kind)
    return None if claim is None else claim.n


def matched(row, reports):
    """Pairs of an incident asked for and a report placed near it, the fitting types first."""
    pairs = [
        (r.type.value not in g["types"], figure(r, "killed") != g.get("killed"), _distance_km(g, r), i, j)
        for i, g in enumerate(row["incidents"])
        for j, r in enumerate(reports)
        if r.place is not None and _distance_km(g, r) <= g["tol_km"]
    ]
    found = {}
    for *_, i, j in sorted(pairs):
        if i not in found and j not in found.values():
            found[i] = j
    return [(row["incidents"][i], reports[j]) for i, j in found.items()]


@pytest.fixture(scope="module")
def pairs(told):
    return [pair for row, reports in told for pair in matched(row, reports)]


def share(right):
    return sum(right) / len(right)


def test_most_incidents_are_found_where_they_were(pairs):
    assert len(pairs) >= FOUND * sum(len(row["incidents"]) for row in NEWS)


def test_what_is_found_has_its_type(pairs):
    assert share([r.type.value in g["types"] for g, r in pairs]) >= TYPED


def test_what_is_found_has_its_day_and_no_other(pairs):
    asked = [(g["date"], r.when) for g, r in pairs if g.get("date")]
    days = [(day, when.date.isoformat()) for day, when in asked if when.precision == "day"]
    assert asked
    assert [(want, got) for want, got in days if want != got] == []
    assert len(days) >= DATED * len(asked)


def test_no_day_is_invented(pairs):
    undated = [r.when for g, r in pairs if g.get("date", "") is None]
    assert undated
    assert [when for when in undated if when.precision == "day"] == []


def test_what_is_found_has_its_figures(pairs):
    kinds = [(g[kind], figure(r, kind)) for g, r in pairs for kind in ("killed", "injured") if kind in g]
    assert share([want == got for want, got in kinds]) >= COUNTED


def test_accusations_and_denials_are_kept(pairs):
    asked = [(stance, {a.stance for a in r.attributions}) for g, r in pairs for stance in g.get("attribution", ())]
    assert share([stance in given for stance, given in asked]) >= ATTRIBUTED


def test_places_that_are_only_mentioned_get_no_dot(told):
    dots = [(row["id"], r.place.name, r.place_span) for row, reports in told for r in reports if r.place is not None]
    context = {row["id"]: (set(row["context"]), row["text"]) for row in NEWS}
    wrong = [(id_, name) for id_, name, span in dots if {name, span.of(context[id_][1])} & context[id_][0]]
    assert wrong == []


def test_hardly_anything_is_told_twice_or_made_up(told):
    extra = []
    for row, reports in told:
        known = [r for _, r in matched(row, reports)]
        spare = list(row.get("optional", ()))
        for report in (r for r in reports if r not in known):
            if report.type.value in spare:
                spare.remove(report.type.value)
            elif report.place is not None and report.geo_precision.value != "country":
                extra.append((row["id"], report.type.value, report.place.name))
    assert len(extra) <= MOST_EXTRA, extra
