"""One verdict per mention: the place it names, or the refusal to choose."""

from collections.abc import Mapping, Sequence

from geo.model.distance import COMPASS, ReferenceKind, StatedDistance
from geo.model.place import Place, Resolution
from geo.model.text import Article, Mention
from geo.resolution.belief import believe
from geo.resolution.beside import Told
from geo.resolution.clues import find_clues
from geo.resolution.forms import forms
from geo.resolution.home import home_of
from geo.resolution.naming import written_out
from geo.resolution.ranker import Ranker
from geo.resolution.scene import Scene, build_scene
from geo.resolution.verdict import judge

#: References whose point stands for them, so that a distance to it can be measured here.
_POINTS = frozenset({ReferenceKind.PLACE, ReferenceKind.FACILITY})


def names_to_look_up(article: Article, mentions: Sequence[Mention]) -> set[str]:
    """Everything ``resolve`` may ask of the gazetteer for this article."""
    surfaces = {written_out(article.text, m) for m in mentions} | {
        c.qualifier for c in find_clues(article.text, mentions)
    }
    return {form.name for surface in surfaces for form in forms(surface)}


def resolve(
    article: Article,
    mentions: Sequence[Mention],
    candidates: Mapping[str, tuple[Place, ...]],
    *,
    stated: Sequence[StatedDistance] = (),
    ranker: Ranker,
) -> tuple[Resolution, ...]:
    """One resolution per mention, in the same order; none is dropped.

    ``candidates`` are the gazetteer's answers to ``names_to_look_up``; ``stated`` are distances that the
    article states, evidence where both ends are named.
    """
    scene = read_scene(article, mentions, candidates, ranker)
    belief = believe(scene, stated_pairs(scene, mentions, stated), ranker)
    return judge(article.text, mentions, scene, belief, ranker=ranker)


def read_scene(
    article: Article,
    mentions: Sequence[Mention],
    candidates: Mapping[str, tuple[Place, ...]],
    ranker: Ranker,
) -> Scene:
    """The names of the article, what they may mean and what the text says beside them."""
    return build_scene(
        article.text,
        mentions,
        find_clues(article.text, mentions),
        candidates,
        capitals=ranker.capitals,
        home=home_of(article, ranker.homes),
    )


def stated_pairs(scene: Scene, mentions: Sequence[Mention], stated: Sequence[StatedDistance]) -> tuple[Told, ...]:
    """Each stated distance between two names with candidates."""
    number = {m.span: scene.name_of[i] for i, m in enumerate(mentions)}
    pairs = []
    for distance in stated:
        ends = [
            number.get(anchor.mentions[0].span) if anchor is not None and len(anchor.mentions) == 1 else None
            for anchor in (distance.subject, distance.reference)
        ]
        first, second = ends
        if not distance.place_to_place or distance.reference_kind not in _POINTS or not distance.metres:
            continue
        if (
            first is not None
            and second is not None
            and first != second
            and scene.names[first].places
            and scene.names[second].places
        ):
            bearing = COMPASS.index(distance.bearing) * 360 / len(COMPASS) if distance.bearing else None
            pairs.append(Told(first, second, distance.metres / 1000, bearing))
    return tuple(pairs)
