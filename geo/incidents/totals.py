"""Sums of several happenings, which are none of their own."""

from geo.incidents.happening import Happening
from geo.incidents.plural_events import tells_of_several
from geo.incidents.sightings import kin
from geo.scenes.distance import is_wide

#: Happenings of one kind, each in its town, beside which a sum of them is none.
SEVERAL = 2


def without_totals(happenings: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """Without what only sums up several happenings that are told of each by its town: "fires at two mills"."""

    def told_apart(total: Happening) -> int:
        others = (h for h in happenings if h is not total and not h.recalled and kin(h.type, total.type))
        return sum(
            1 for h in others if h.scene is not None and not (h.scene.place is not None and is_wide(h.scene.place))
        )

    def is_total(h: Happening) -> bool:
        wide = h.scene is None or h.scene.place is None or is_wide(h.scene.place)
        return wide and tells_of_several(h.sightings[0].sentence) and told_apart(h) >= SEVERAL

    return tuple(h for h in happenings if not is_total(h))
