from geo.incidents.account import neighbours
from geo.incidents.code import code_incidents
from geo.incidents.compare import JOIN_FROM
from geo.incidents.merge import join
from tests.incidents.telling import article, resolutions
from tests.incidents.test_merge import ARTICLES, REPORTS

STRIKE = "A missile hit a hotel in Odesa on {day}, killing {n} people, police said."


def told(*texts):
    """Incidents of articles named a, b, c ... published on 17 May 2024, a Friday."""
    articles = {id_: article(text, "2024-05-17", id_) for id_, text in zip("abcdefgh", texts, strict=False)}
    return join(articles, (r for a in articles.values() for r in code_incidents(a, resolutions(a.text))))


def of(joined, article_id):
    return next(id_ for id_, j in joined.items() if any(m.report.article_id == article_id for m in j.members))


def test_every_joined_report_but_the_founder_has_the_match_that_joined_it():
    joined = told(
        STRIKE.format(day="Monday", n=4), STRIKE.format(day="Monday", n=5), STRIKE.format(day="Thursday", n=9)
    )
    for incident in joined.values():
        assert len(incident.because) == len(incident.members) - 1
        assert all(match.comparison.score >= JOIN_FROM for match in incident.because)
        assert all(match.member in incident.members for match in incident.because)


def test_what_evidence_kept_apart_has_its_evidence_and_what_is_excluded_its_reasons():
    joined = told(
        STRIKE.format(day="Thursday", n=4),
        "On Thursday gunmen shot dead a judge in Odesa outside a court, officials said.",
        STRIKE.format(day="Monday", n=30),
    )
    own = of(joined, "a")
    for neighbour in neighbours(joined, own):
        assert neighbour.excluded or neighbour.match.comparison.score < JOIN_FROM
    assert {n.id for n in neighbours(joined, own)} == set(joined) - {own}
    monday = next(n for n in neighbours(joined, own) if n.id == of(joined, "c"))
    assert monday.excluded == ("the days differ: 2024-05-13 and 2024-05-16",)


def test_another_day_far_off_or_another_country_is_not_near():
    joined = told(
        STRIKE.format(day="Thursday", n=4),
        STRIKE.format(day="3 January 2024", n=5),
        STRIKE.replace("Odesa", "Lviv").format(day="Thursday", n=6),
    )
    assert len(joined) == 3
    assert neighbours(joined, of(joined, "a")) == ()


def test_being_neighbours_is_mutual():
    joined = told(
        *(STRIKE.format(day=day, n=n) for n, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday"), 2))
    )
    near = {(id_, n.id) for id_ in joined for n in neighbours(joined, id_)}
    assert near
    assert near == {(b, a) for a, b in near}


def test_what_is_said_of_every_pair_is_what_the_merging_did():
    joined = join(ARTICLES, REPORTS)
    told = [neighbour for id_ in joined for neighbour in neighbours(joined, id_)]
    assert len(told) > len(joined) / 2
    for neighbour in told:
        score, instead = neighbour.match.comparison.score, neighbour.instead
        assert neighbour.excluded or score < JOIN_FROM or (instead is not None and instead.score >= score)
