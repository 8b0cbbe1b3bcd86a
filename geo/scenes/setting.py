"""The country an article is set in: a conditional logit over the countries that it names."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from geo.model.place import Feature, Resolution
from geo.model.text import Use
from geo.scenes.standings import is_people

#: Weights of the signs, learned by ``data/recipes/setting.py`` on 694 wire texts, of which five folds set .93 in the
#: right country. A country that is named, and its people with it, is what is spoken of; the dateline says where the
#: writer sits, and the more of the mentions lie in its country, the more it is the scene as well.
WEIGHTS = {
    "named in words of place and of people": 1.91,
    "times its name is a place": 1.60,
    "share of all peoples": 1.16,
    "dateline": 0.83,
    "dateline, share of all mentions": 2.07,
    "dateline, no place of it": 0.34,
}
#: Least probability of a country for an article to be set in it; from .65 to .85 the incidents found hardly change.
LEAST = 0.76


def find_setting(body: Iterable[Resolution], dateline: Resolution | None) -> str | None:
    """ISO 3166-1 alpha-2 code of the country an article is set in; None where it is open.

    Args:
        body: the mentions behind the dateline.
        dateline: the place the article is written from, if it says so.
    """
    signs = read_signs(body, dateline)
    if not signs:
        return None
    raised = {code: math.exp(sum(WEIGHTS[s] * v for s, v in own.items())) for code, own in signs.items()}
    best = max(raised, key=lambda code: (raised[code], code))
    return best if raised[best] >= LEAST * sum(raised.values()) else None


def read_signs(body: Iterable[Resolution], dateline: Resolution | None) -> Mapping[str, Mapping[str, float]]:
    """What speaks for each country that is named, or that the dateline lies in."""
    placed = [(r, r.place.country) for r in body if r.place is not None and r.place.country is not None]
    all_, peoples, places, named = (Counter[str]() for _ in range(4))
    for resolution, code in placed:
        all_[code] += 1
        if is_people(resolution):
            peoples[code] += 1
        elif resolution.mention.use is Use.LITERAL:
            places[code] += 1
            named[code] += resolution.place is not None and resolution.place.feature is Feature.COUNTRY
    home = dateline.place.country if dateline is not None and dateline.place is not None else None
    return {
        code: {
            "named in words of place and of people": float(places[code] > 0 and peoples[code] > 0),
            "times its name is a place": math.log1p(named[code]),
            "share of all peoples": peoples[code] / max(1, peoples.total()),
            "dateline": float(code == home),
            "dateline, share of all mentions": (code == home) * all_[code] / max(1, all_.total()),
            "dateline, no place of it": float(code == home and not places[code]),
        }
        for code in sorted({*all_, *({home} if home else ())})
    }
