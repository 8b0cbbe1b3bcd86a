import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.incidents import merge as merging
from geo.incidents.code import code_incidents
from geo.incidents.compare import compare
from geo.incidents.merge import FIRST_MEMBERS, LATEST_MEMBERS, merge
from tests.incidents.telling import article, place, resolutions

FILE = json.loads(Path(__file__).with_name("groups.json").read_text(encoding="utf-8"))
PLACES = {name: place(name, **row) for name, row in FILE["places"].items()}


def _read(row):
    told = article(row["text"], row["date"], row["id"])
    return told, code_incidents(told, resolutions(row["text"], PLACES))


ROWS = [(number, row) for number, group in enumerate(FILE["groups"]) for row in group["articles"]]
READ = [(number, row, *_read(row)) for number, row in ROWS]
ARTICLES = {told.id: told for _, _, told, _ in READ}
REPORTS = [report for *_, found in READ for report in found]


def pairs(labels):
    """Every two reports with one label."""
    return {frozenset(p) for p in itertools.combinations(sorted(labels), 2) if labels[p[0]] == labels[p[1]]}


def wanted():
    """Label by (article, number of the happening in it)."""
    return {(row["id"], i): (number, name) for number, row, *_ in READ for i, name in enumerate(row["happenings"])}


def found(incidents):
    order = {told.id: list(reports) for _, _, told, reports in READ}
    return {(r.article_id, order[r.article_id].index(r)): i.id for i in incidents for r in i.reports}


def test_every_short_article_gives_the_happenings_it_tells():
    assert [row["id"] for _, row, _, reports in READ if len(reports) != len(row["happenings"])] == []


def test_reports_of_one_happening_are_joined_and_no_others():
    truth, mine = pairs(wanted()), pairs(found(merge(ARTICLES, REPORTS)))
    right = len(truth & mine)
    f1 = 2 * right / (len(truth) + len(mine))
    wrong = [sorted(p) for p in (mine - truth) | (truth - mine)]
    assert len(FILE["groups"]) >= 30
    assert f1 >= 0.95, (f1, wrong)


@settings(max_examples=25, deadline=None)
@given(st.permutations(REPORTS))
def test_the_order_of_reports_changes_nothing(shuffled):
    assert merge(ARTICLES, shuffled) == merge(ARTICLES, REPORTS)


def test_an_article_published_later_renames_nothing_and_moves_nothing():
    later = [r for r in REPORTS if ARTICLES[r.article_id].date < max(a.date for a in ARTICLES.values())]
    before = {i.id: {r.article_id for r in i.reports} for i in merge(ARTICLES, later)}
    after = {i.id: {r.article_id for r in i.reports} for i in merge(ARTICLES, REPORTS)}
    assert all(ids <= after[name] for name, ids in before.items())


@pytest.mark.parametrize("left_out", [row["id"] for _, row in ROWS[::7]])
def test_an_article_added_anywhere_leaves_the_names_of_other_incidents(left_out):
    without = [r for r in REPORTS if r.article_id != left_out]
    full = {i.id: i for i in merge(ARTICLES, REPORTS)}
    touched = {i.id for i in full.values() if any(r.article_id == left_out for r in i.reports)}
    assert set(full) - touched <= {i.id for i in merge(ARTICLES, without)}


def test_every_claim_of_every_article_is_kept_side_by_side():
    merged = merge(ARTICLES, REPORTS)
    assert sorted(c.span for i in merged for r in i.reports for c in r.casualties) == sorted(
        c.span for r in REPORTS for c in r.casualties
    )


def test_copies_of_a_wire_text_count_as_one_source():
    copies = next(g for g in FILE["groups"] if g["what"] == "wire copies")
    ids = {row["id"] for row in copies["articles"]}
    (incident,) = (i for i in merge(ARTICLES, REPORTS) if ids & {r.article_id for r in i.reports})
    assert {r.article_id for r in incident.reports} == ids
    assert incident.independent_sources == 1


def test_joined_incidents_say_why_and_single_ones_do_not():
    for incident in merge(ARTICLES, REPORTS):
        assert (incident.joined_because != "") == (len(incident.reports) > 1)


def test_names_are_all_different():
    names = [i.id for i in merge(ARTICLES, REPORTS)]
    assert len(names) == len(set(names))


TELLING = (
    "A missile hit a market in Odesa on 3 May 2024, killing {n} people, police said.",
    "At least {n} people were killed when a missile struck Odesa on 3 May 2024.",
    "{n} people died in the missile strike on Odesa, the governor said.",
)


def test_an_incident_that_hundreds_tell_of_stays_one_and_cheap(monkeypatch):
    texts = [TELLING[i % 3].format(n=i % 7 + 4) for i in range(150)]
    told = {f"{i:03}": article(text, f"2024-05-{4 + i % 3:02}", f"{i:03}") for i, text in enumerate(texts)}
    found = [r for a in told.values() for r in code_incidents(a, resolutions(a.text, PLACES))]
    compared = []
    monkeypatch.setattr(merging, "compare", lambda a, b: compared.append(1) or compare(a, b))
    (incident,) = merge(told, found)
    assert len(incident.reports) == len(texts)
    assert len(compared) <= len(texts) * (FIRST_MEMBERS + LATEST_MEMBERS)
    assert merge(told, found[::-1]) == (incident,)
    (earlier,) = merge(told, [r for r in found if told[r.article_id].date.day < 6])
    assert (earlier.id, earlier.reports) == (incident.id, incident.reports[: len(earlier.reports)])


def test_an_incident_is_of_the_kind_that_the_first_report_with_a_word_for_it_tells():
    texts = ("Four people died in Odesa on 3 May 2024.", "A missile killed four people in Odesa on 3 May 2024.")
    told = {id_: article(text, "2024-05-04", id_) for id_, text in zip("ab", texts, strict=True)}
    (incident,) = merge(told, [r for a in told.values() for r in code_incidents(a, resolutions(a.text, PLACES))])
    assert (incident.reports[0].sub, incident.type.value, incident.sub) == (None, "explosion", "missile")
