"""Places that sentences without a happening give to the one told before: "The mill, in Lviv, had just been built"."""

import re
from collections.abc import Iterator, Sequence

from geo.events.sentences import Sentence
from geo.incidents.additions import DATED_WITHIN, last_told, tells_it_happened
from geo.incidents.happening import Happening
from geo.model.incident import GeoPrecision, IncidentType
from geo.model.place import Resolution
from geo.scenes.distance import is_wide, one_scene
from geo.scenes.standings import inside_of, offsets
from geo.scenes.where import LEAST_SCORE, Scene, choose_scene

#: So many sentences after a happening the thing it befell is still spoken of.
THING_WITHIN = 3
#: "The mill, in Lviv,", "the building stood near Lviv": where the thing is that it befell.
_WHERE_IT_IS = re.compile(
    r"(?:the|this) (?:[\w-]+ ){0,3}?(?P<what>[a-z-]{3,}),? (?:(?:which|that) )?(?:(?:is|was|lies|stands|stood) )?"
    r"(?:located |situated )?(?=(?:in|at|near|outside|off|close to|on the outskirts of) )"
)
#: So far behind those words the place begins, in characters.
_PLACE_WITHIN = 45
#: "It came down near Lviv": what is told on of the thing.
_IT_CAME = re.compile(
    r"(?:it|the (?:[\w-]+ ){0,2}?[\w-]+) (?:\w+ )?(?:came (?:down|to rest)|went down|fell|sank|ended up|crashed"
    r"|struck|hit|landed|plunged|ditched|was (?:hit|struck))\b"
)
#: A plane that has just left is near where it left from.
_JUST_LEFT = re.compile(
    r"\b(?:shortly|minutes?|moments|seconds|soon|immediately|just) after (?:\w+ )?"
    r"(?:take-?off|taking off|leaving|departure|departing)\b|\b(?:on|during|at|while) (?:take-?off|taking off)\b"
)
_LEFT = re.compile(
    r"\b(?:left|leaving|(?:took |taken |taking |take-?)off from|depart(?:ed|ing)(?: from)?"
    r"|(?:flew|flying|flight) from) "
)
#: What a disaster does to a place.
_WRECKED = re.compile(
    r"\b(?:destroy\w*|damaged|buried|burying|engulf\w*|overr[au]n|flatten\w*|levell?ed|inundat\w*|submerg\w*|razed"
    r"|swe(?:pt|eping) (?:through|away|over)|tore through|ripped through|wiped out|cut off|wrecked|devastat\w*)\b"
)
#: "swept through elections", "cut off from talks", "last year": no wreckage of this happening.
_UNHARMED = re.compile(
    r"\b(?:elections?|polls?|primar(?:y|ies)|votes?|parliament|talks|finals?|season|tournament|league|title|records?"
    r"|opposition|rivals|sales|markets?|last (?:year|month|season|decade)|years? ago|decades? ago)\b"
)
#: Least score of a place that is only said to be wrecked: it is governed by a preposition or a kind.
LEAST_WRECKED = 3.0


def find_scenes(
    told: Sequence[tuple[Sentence, int | None]],
    happenings: Sequence[Happening],
    resolutions: tuple[Resolution, ...],
) -> Iterator[tuple[int, Scene]]:
    """Number of a happening that has no town yet, and its place; arguments as for ``find_additions``."""
    for index, happening in enumerate(happenings):
        scene = _own_start(happening, resolutions) if _is_open(happening.scene) else None
        if scene is not None:
            yield index, scene
    for sentence, number in told:
        if number is None or not _is_open(happenings[number].scene):
            continue
        happening = happenings[number]
        scene = _scene(happening, sentence, resolutions)
        holder = happening.scene.place if happening.scene is not None else None
        if scene is None or scene.place is None or is_wide(scene.place):
            continue
        if holder is None or one_scene(holder, scene.place):
            yield number, scene


def _own_start(happening: Happening, resolutions: tuple[Resolution, ...]) -> Scene | None:
    """The place that a plane "crashed shortly after taking off from"."""
    for sighting in happening.sightings:
        just = _JUST_LEFT.search(sighting.sentence.low)
        left = _LEFT.search(sighting.sentence.low, just.start()) if just is not None else None
        if left is not None:
            return _left_from(sighting.sentence, left.end(), resolutions)
    return None


def _is_open(scene: Scene | None) -> bool:
    """Whether a happening has no place yet, or one that can hold others."""
    return scene is None or scene.place is None or is_wide(scene.place)


def _scene(happening: Happening, sentence: Sentence, resolutions: tuple[Resolution, ...]) -> Scene | None:
    since = sentence.index - last_told(happening, sentence)
    if since > THING_WITHIN:
        return None
    thing = _WHERE_IT_IS.match(sentence.low)
    if thing is not None and any(re.search(rf"\b{thing['what']}\b", s.sentence.low) for s in happening.sightings[:2]):
        scene = choose_scene(sentence, thing.end(), resolutions)
        if scene is not None and _starts(scene, sentence, thing.end()):
            return scene
    left = _LEFT.search(sentence.low)
    if left is not None and any(_JUST_LEFT.search(s.sentence.low) for s in happening.sightings):
        return _left_from(sentence, left.end(), resolutions)
    if since > DATED_WITHIN:
        return None
    match = tells_it_happened(happening, sentence)
    if match is not None:
        return choose_scene(sentence, match.end(), resolutions)
    came = _IT_CAME.match(sentence.low)
    if came is not None and happening.type is IncidentType.ACCIDENT:
        return choose_scene(sentence, came.end(), resolutions)
    wrecked = _WRECKED.search(sentence.low)
    if (
        wrecked is None
        or _UNHARMED.search(sentence.low)
        or happening.type not in (IncidentType.DISASTER, IncidentType.ACCIDENT)
    ):
        return None
    scene = choose_scene(sentence, wrecked.start(), resolutions, least=LEAST_WRECKED)
    return scene if scene is not None and scene.span.start > sentence.span.start + wrecked.start() else None


def _starts(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether the place stands right behind an offset of the sentence."""
    return at <= scene.span.start - sentence.span.start <= at + _PLACE_WITHIN


def _left_from(sentence: Sentence, at: int, resolutions: tuple[Resolution, ...]) -> Scene | None:
    """The place that was just left: the airport rather than its town."""
    near = [
        r for r in inside_of(sentence, resolutions) if r.place and at <= offsets(sentence, r)[0] <= at + _PLACE_WITHIN
    ]
    near = [r for r in near if not re.search(r"\b(?:to|for|bound)\b", sentence.low[at : offsets(sentence, r)[0]])]
    known = [r for r in near if r.place is not None and not is_wide(r.place)]
    if not known:
        return None
    words = f"it had just left '{known[-1].mention.text}'"
    return Scene(resolution=known[-1], score=LEAST_SCORE, precision=GeoPrecision.NEAR_CITY, reason=words)
