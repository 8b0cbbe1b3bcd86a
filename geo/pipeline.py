"""The whole story on one page: one article to its Reading, all Readings to the Atlas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.distances.check import check_distances
from geo.distances.derive import derive_places, derive_scenes, derive_sites
from geo.distances.find import find_distances
from geo.distances.misspelt import misspelt_ends, one_letter_off, respell
from geo.distances.names import name_ends
from geo.incidents.code import code_incidents
from geo.incidents.merge import merge
from geo.model.distance import StatedDistance
from geo.model.place import Place, Resolution
from geo.model.reading import Atlas, Failure, Reading
from geo.model.text import Article
from geo.protocols import Boundaries, Gazetteer, Recogniser
from geo.recognition.language import is_english
from geo.resolution.ranker import Ranker
from geo.resolution.resolve import names_to_look_up, resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The embedded data, immutable, opened once per process."""

    recogniser: Recogniser
    gazetteer: Gazetteer
    ranker: Ranker
    boundaries: Boundaries
    #: Capital by ISO 3166-1 alpha-2 code.
    capitals: Mapping[str, Place]
    #: To tell whose coast a coast is.
    seas: tuple[Place, ...] = ()


def read_article(article: Article, knowledge: Knowledge) -> Reading:
    """Everything one article says about places, distances and incidents."""
    if article.spans is None and not is_english(article.text):
        return Reading(article=article, skipped="the text is not English")
    recognised = knowledge.recogniser(article)
    stated = find_distances(article, recognised)
    mentions = name_ends(article, recognised, stated, knowledge.gazetteer)
    if mentions != recognised:
        stated = find_distances(article, mentions)
    candidates = knowledge.gazetteer.lookup(names_to_look_up(article, mentions))  # the one question
    resolutions = resolve(article, mentions, candidates, stated=stated, ranker=knowledge.ranker)
    resolutions = _with_derived(article, stated, _respelt(article, stated, resolutions, knowledge))
    checks = check_distances(
        article, stated, resolutions, knowledge.boundaries, capitals=knowledge.capitals, seas=knowledge.seas
    )
    beside = derive_scenes(article, stated, resolutions)
    reports = code_incidents(article, resolutions, checks, capitals=knowledge.capitals, beside=beside)
    return Reading(article=article, resolutions=resolutions, checks=checks, reports=reports)


def _respelt(
    article: Article, stated: Sequence[StatedDistance], resolutions: tuple[Resolution, ...], knowledge: Knowledge
) -> tuple[Resolution, ...]:
    """The resolutions, names misspelt in print read as the towns that lie where the text says; seldom any."""
    variants = {off for name in misspelt_ends(stated, resolutions) for off in one_letter_off(name)}
    if not variants:
        return resolutions
    known = knowledge.gazetteer.lookup(variants)
    return respell(article, stated, resolutions, known, boundaries=knowledge.boundaries, capitals=knowledge.capitals)


def _with_derived(
    article: Article, stated: Sequence[StatedDistance], resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """The resolutions, and what the text itself locates: "a village 12 km west of Bakhmut"."""
    named = derive_places(article, stated, resolutions)
    sites = derive_sites(article, stated, named) if article.spans is None else ()
    return tuple(sorted((*named, *sites), key=lambda resolution: resolution.mention.span))


def build(readings: Iterable[Reading], failures: Iterable[Failure] = ()) -> Atlas:
    """All Readings folded into one: the reports of one incident merged, nothing lost."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    articles = {reading.article.id: reading.article for reading in ordered}
    reports = (report for reading in ordered for report in reading.reports)
    return Atlas(incidents=merge(articles, reports), readings=ordered, failures=tuple(failures))
