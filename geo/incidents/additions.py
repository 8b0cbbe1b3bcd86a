"""What sentences that name no happening add to the one told before: "Nine were arrested", "It happened on Friday"."""

import re
from collections.abc import Iterator, Sequence

from geo.casualties.claims import find_counts
from geo.casualties.counts import Count
from geo.dates.expressions import DateExpression, find_dates
from geo.dates.when import read_when
from geo.events.sentences import Sentence
from geo.events.things import CLASSES
from geo.events.triggers import Mode, mode_at
from geo.events.vocabulary import TRIGGER
from geo.incidents.happening import Happening
from geo.incidents.recalled import goes_on_recalling, is_of_years
from geo.incidents.sightings import kin
from geo.model.incident import IncidentType, When
from geo.model.place import Resolution
from geo.model.text import Article
from geo.scenes.distance import one_scene
from geo.scenes.where import LEAST_SCORE, choose_scene

#: So many sentences after a happening was last told of, a figure is still taken to be of it.
ADDED_WITHIN = 5
_TREATED = re.compile(r"\b(?:hospitals?|clinics?|intensive care)\b")
_SUPPOSED = re.compile(r"\b(?:may|might|could|would|will|should|feared)\b")


def find_additions(
    article: Article,
    told: Sequence[tuple[Sentence, int | None]],
    happenings: Sequence[Happening],
    resolutions: tuple[Resolution, ...],
) -> Iterator[tuple[int, Sentence, tuple[Count, ...]]]:
    """Number of the happening, sentence and figures.

    Args:
        article: the article.
        told: the sentences that tell of no happening, each with the number of the happening told of last before it.
        happenings: in the order they are numbered.
        resolutions: one for each mention, in text order.
    """
    for sentence, number in told:
        if number is None:
            continue
        happening = happenings[number]
        if sentence.index - last_told(happening, sentence) > ADDED_WITHIN or is_of_years(sentence):
            continue
        if any(h.recalled and goes_on_recalling(h.sightings[-1].sentence, sentence) for h in happenings):
            continue
        counts = tuple(c for c in find_counts(sentence, article.text) if _is_told(sentence, c))
        if not counts or _is_of_another_day(article, sentence, happening):
            continue
        if not _is_elsewhere(sentence, counts[0], happening, resolutions):
            yield number, sentence, counts


#: "The slide happened on Saturday", "since the building fell on Wednesday": the day of what was told.
_HAPPENED = re.compile(
    r"\b(?:the|this) (?:[\w-]+ ){0,2}?(?P<what>[\w-]+) (?:(?P<fell>gave way|fell)"
    r"|happened|occurred|took place|unfolded|began|struck|hit|broke out)\b"
)
_ANY_INCIDENT = re.compile(r"incident|tragedy|catastrophe|disaster|accident|attack|crash|collapse|slide|violence|panic")
#: A noun is of the kin of a word when so many letters open both, or when it ends it: "derailed" and "derailment",
#: "landslide" and "slide".
_STEM = 5
#: Types of which a thing that "fell" or "gave way" is the happening.
_FALLS = frozenset({IncidentType.ACCIDENT, IncidentType.DISASTER})
_STRUCTURE = re.compile(rf"{CLASSES['structure']}|arch(?:es)?|spans?|slopes?|hillsides?")
#: So far behind that verb its day begins, in characters: "late on Saturday".
_DAY_WITHIN = 20
#: So many sentences after a happening was last told of, its day can still follow.
DATED_WITHIN = 2


def find_days(
    article: Article, told: Sequence[tuple[Sentence, int | None]], happenings: Sequence[Happening]
) -> Iterator[tuple[int, When]]:
    """The days that such sentences give to happenings told of just before without one; arguments as above."""
    for sentence, number in told:
        if number is None or happenings[number].when.date is not None:
            continue
        match = tells_it_happened(happenings[number], sentence)
        if match is None or sentence.index - last_told(happenings[number], sentence) > DATED_WITHIN:
            continue
        days = [d for d in find_dates(sentence.low, article.date) if d.precision == "day" and not d.future]
        if len(days) == 1 and match.end() <= days[0].start <= match.end() + _DAY_WITHIN and not days[0].since:
            yield number, read_when(sentence, days[0])


def tells_it_happened(happening: Happening, sentence: Sentence) -> re.Match[str] | None:
    """The words that say of the happening that it happened: "the slide struck"; None where a sentence has none."""
    match = _HAPPENED.search(sentence.low)
    return match if match is not None and _names(happening, match) else None


def _names(happening: Happening, match: re.Match[str]) -> bool:
    """Whether the subject is the happening: a word for any, one it was told by, or what came down."""
    what = match["what"]
    if match["fell"]:
        return happening.type in _FALLS and _STRUCTURE.fullmatch(what) is not None
    words = {word for s in happening.sightings for t in s.triggers for word in t.word.split()}
    alike = len(what) >= _STEM and any(word[:_STEM] == what[:_STEM] or word.endswith(what) for word in words)
    if kin(happening.type, IncidentType.EXPLOSION) and what in ("strike", "trouble"):  # else work is what strikes
        return happening.type not in _FALLS
    kindred = any(kin(sense.type, happening.type) for _, sense in TRIGGER.find(what))
    return alike or kindred or _ANY_INCIDENT.fullmatch(what) is not None


def last_told(happening: Happening, sentence: Sentence) -> int:
    """Index of the last sentence before this one that tells of the happening."""
    return max((s.sentence.index for s in happening.sightings if s.sentence.index < sentence.index), default=-99)


def _is_told(sentence: Sentence, count: Count) -> bool:
    """Whether it is neither feared, planned nor denied."""
    supposed = _SUPPOSED.search(sentence.low, count.start, count.end) is not None
    return not supposed and mode_at(sentence, count.start) in (Mode.ASSERTED, Mode.LEGAL)


def _is_of_another_day(article: Article, sentence: Sentence, happening: Happening) -> bool:
    """Whether the sentence looks back past the happening."""
    first = happening.when.date

    def before(date: DateExpression) -> bool:
        early = first is not None and date.first is not None and (date.last or date.first) < first
        return early or date.since or date.recalled(article.date) or date.precision in ("month", "year")

    return any(before(date) for date in find_dates(sentence.low, article.date))


def _is_elsewhere(sentence: Sentence, count: Count, happening: Happening, resolutions: tuple[Resolution, ...]) -> bool:
    """Whether the sentence sets its figures in another place than the happening's; a hospital may lie anywhere."""
    if _TREATED.search(sentence.low, count.start, count.end):
        return False
    scene = choose_scene(sentence, count.at, resolutions, least=LEAST_SCORE)
    here = happening.scene.place if happening.scene is not None else None
    if scene is None or scene.place is None or here is None:
        return False
    return not one_scene(here, scene.place)
