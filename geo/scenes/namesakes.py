"""Namesakes abroad: a name that leads alone out of the country that an article speaks of is no scene."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from geo.model.place import Feature, Reason, Resolution
from geo.scenes.standings import is_party, is_people

#: Towns of so many people are named without their country.
WELL_KNOWN = 250_000
#: Other mentions in one country from which an article speaks of it, and their least share of all others.
LEAST_MENTIONS, LEAST_SHARE = 2, 0.5
#: How near a country is named to say where a name lies, in characters.
BESIDE = 100
#: Reasons that rest on the text and not on the name alone.
_SAID = frozenset({Reason.QUALIFIED, Reason.DATELINE, Reason.STATED_DISTANCE, Reason.DERIVED})
_ALWAYS_KNOWN = frozenset({Feature.COUNTRY, Feature.CONTINENT})


def without_strays(resolutions: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The resolutions, those without a place that are alone in their country and little known.

    "Near San Rafael farm" in an article of El Salvador is not the Argentine town of that name.
    """
    codes = Counter(r.place.country for r in resolutions if r.place and r.place.country and not _acts(r))
    ids = {(r.place.country, r.place.id) for r in resolutions if r.place and r.place.feature not in _ALWAYS_KNOWN}
    alone = {code for code, times in Counter(code for code, _ in ids).items() if times == 1}
    wide = tuple(r for r in resolutions if r.place and r.place.feature in _ALWAYS_KNOWN)
    return tuple(
        replace(r, place=None) if _is_stray(r, codes, alone) and not _is_located(r, wide) else r for r in resolutions
    )


def _acts(resolution: Resolution) -> bool:
    """Whether it is a people, or a country that acts: "Peru said its jets bombed Loja" does not speak of Peru alone."""
    place = resolution.place
    return is_people(resolution) or (is_party(resolution) and place is not None and place.feature is Feature.COUNTRY)


def _is_located(resolution: Resolution, wide: tuple[Resolution, ...]) -> bool:
    """Whether its country is named beside it, or anywhere for a name that no other place bears."""
    place, span = resolution.place, resolution.mention.span
    reach = len(resolution.mention.text) + BESIDE
    named = [w.mention.span.start for w in wide if place and w.place and w.place.country == place.country]
    if resolution.reason is Reason.ONLY_CANDIDATE:
        return bool(named)
    return any(-BESIDE < start - span.start < reach for start in named)


def _is_stray(resolution: Resolution, codes: Mapping[str, int], alone: set[str | None]) -> bool:
    """Whether a little known place is the only one named of its country, in an article of another."""
    place = resolution.place
    if place is None or place.country not in alone or place.feature in _ALWAYS_KNOWN or resolution.reason in _SAID:
        return False
    if place.country is None or (place.feature is Feature.CITY and (place.population or 0) >= WELL_KNOWN):
        return False
    others = {code: times for code, times in codes.items() if code != place.country}
    most = max(others.values(), default=0)
    return most >= LEAST_MENTIONS and most >= LEAST_SHARE * sum(others.values())
