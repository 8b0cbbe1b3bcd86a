"""Stated against measured: one check per statement that places one thing from another."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.distances.ends import COMMON_NAME, WELL_KNOWN, End, Known, subject_end
from geo.distances.intervals import measured_interval, stated_intervals
from geo.distances.measure import Measured, measure_places
from geo.distances.reasons import length, say, say_unchecked
from geo.distances.targets import Target, find_target
from geo.distances.verdicts import judge
from geo.model.distance import UNIT_M, DistanceCheck, StatedDistance, Verdict
from geo.model.place import Place, Resolution
from geo.model.text import Article
from geo.protocols import Boundaries

#: Stated and measured apart by more than this factor speak of a namesake: no error in print that was read by
#: hand exceeds it, but for one that may be a namesake itself.
FAR_OFF = 5.0


def check_distances(
    article: Article,
    stated: Sequence[StatedDistance],
    resolutions: Sequence[Resolution],
    boundaries: Boundaries,
    *,
    capitals: Mapping[str, Place] | None = None,
    seas: tuple[Place, ...] = (),
) -> tuple[DistanceCheck, ...]:
    """One check per stated distance that is place to place, in the same order.

    Args:
        article: whose text the spans point into.
        stated: every stated distance of the article.
        resolutions: of the article's mentions; anchors find theirs by span.
        boundaries: borders and coasts to measure to.
        capitals: capital by ISO 3166-1 alpha-2 code, for "the capital" and "the Guatemalan capital".
        seas: every sea the gazetteer has, to tell whose coast a coast is.

    Returns:
        CONSISTENT if the stated interval meets the measured one; ROAD_PLAUSIBLE if it lies above by no more
        than a road explains; INCONSISTENT if geography rules it out and nothing about the places is in doubt;
        UNCHECKABLE otherwise, with the cause in ``reason``.
    """
    by_span = {r.mention.span: r for r in resolutions}
    known = Known(text=article.text, by_span=by_span, capitals=capitals or {}, seas=seas)
    return tuple(_check(one, known, boundaries) for one in stated if one.place_to_place)


def _check(stated: StatedDistance, known: Known, boundaries: Boundaries) -> DistanceCheck:
    subject = subject_end(stated.subject, known)
    target = find_target(stated, subject.place, known, boundaries) if subject.place else Target(why=subject.why)
    check = _figures(stated, subject, target)
    measured = target.measured
    why = _vague(stated) or target.why
    if why or measured is None:
        return replace(check, reason=say_unchecked(why, stated, measured))
    finding = judge(stated, measured, bearing=target.place is not None)
    if finding.verdict is Verdict.INCONSISTENT and (why := _doubt(stated, subject, target)):
        return replace(check, line=None, reason=say_unchecked(why, stated, measured))  # no line to a doubtful place
    whichever = _whichever(stated, subject, target) if finding.verdict is Verdict.INCONSISTENT else ""
    said = (say(stated, measured, finding), whichever, subject.taken_for, target.taken_for)
    reason = "; ".join(filter(None, said))
    return replace(check, verdict=finding.verdict, reason=reason)


def _figures(stated: StatedDistance, subject: End, target: Target) -> DistanceCheck:
    """Everything but the verdict, which stands at uncheckable."""
    check = DistanceCheck(
        stated=stated,
        verdict=Verdict.UNCHECKABLE,
        reason="",
        subject_place=subject.place,
        reference_place=target.place,
        reference_name=target.name,
    )
    if readings := stated_intervals(stated):
        high = max(reading.high for reading in readings)
        low = min(reading.low for reading in readings)
        check = replace(check, stated_low_m=low, stated_high_m=high if math.isfinite(high) else None)
    if (measured := target.measured) is None:
        return check
    allowed = measured_interval(measured.distance_m, radii_m=measured.radii_m, error_m=measured.error_m)
    return replace(
        check,
        measured_m=measured.distance_m,
        measured_low_m=allowed.low,
        measured_high_m=allowed.high,
        measured_bearing_deg=measured.bearing_deg,
        line=measured.line,
        other_views=measured.other_views,
    )


def _vague(stated: StatedDistance) -> str:
    """Why the amount itself cannot be checked; "" where it can."""
    if stated.value is None:
        return f"“{stated.text}” is no figure"
    if UNIT_M[stated.unit] is None and stated.conversion is None:
        return f"“{stated.text}” has no fixed length"
    return ""


def _doubt(stated: StatedDistance, subject: End, target: Target) -> str:
    """Why an inconsistency may be ours and not the article's; "" where it is the article's."""
    if doubt := subject.doubt or target.doubt:
        return doubt
    if (unsure := subject.unsure or target.unsure) and not _whichever(stated, subject, target):
        return unsure
    if far := _too_far_off(stated, subject, target):
        return far
    if abroad := _abroad(subject, target):
        return abroad
    if target.place is not None and target.measured is not None and subject.place is not None:
        pairs = [(other, target.place) for other in subject.namesakes]
        pairs += [(subject.place, other) for other in target.namesakes]
        for one, other in pairs:
            if one.id != other.id and _holds(stated, measure_places(one, other)):
                fits = one if one is not subject.place else other
                return f"another {fits.name} would fit"
    if target.measured is None:
        return ""
    views = (replace(target.measured, distance_m=metres) for _, metres in target.measured.other_views)
    return "it holds by another view of whose border this is" if any(_holds(stated, view) for view in views) else ""


def _whichever(stated: StatedDistance, subject: End, target: Target) -> str:
    """That every place of an unsure name contradicts the statement: "whichever Khost is meant: 149 km to 240 km"."""
    if target.place is None or subject.place is None or not (subject.unsure or target.unsure):
        return ""
    ones = subject.each if subject.unsure else (subject.place,)
    others = target.each if target.unsure else (target.place,)
    pairs = [measure_places(one, other) for one in ones for other in others if one.id != other.id]
    if not pairs or any(judge(stated, pair, bearing=True).verdict is not Verdict.INCONSISTENT for pair in pairs):
        return ""
    meant = " and ".join(
        end.name for end, unsure in ((subject.place, subject.unsure), (target.place, target.unsure)) if unsure
    )
    near, far = (length(pick(pair.distance_m for pair in pairs), stated.unit) for pick in (min, max))
    return f"whichever {meant} is meant: {near}" + (f" to {far}" if far != near else "")


def _abroad(subject: End, target: Target) -> str:
    """Why two places in different countries may not be those meant: both names are often one country's."""
    one, other = subject.place, target.place
    if one is None or other is None or one.country == other.country:
        return ""
    bearers, place = max((subject.bearers, one), (target.bearers, other), key=lambda end: end[0])
    return f"{bearers} places are called {place.name}, and this one lies abroad" if bearers >= COMMON_NAME else ""


def _too_far_off(stated: StatedDistance, subject: End, target: Target) -> str:
    """Why an error this large is rather a namesake of ours than a slip of theirs; "" where it is not."""
    ends = [end.place for end in (subject, target) if end.place is not None and not _is_known(end)]
    if not stated.metres or target.measured is None or not ends:
        return ""
    ratio = stated.metres / max(target.measured.distance_m, 1.0)
    if 1 / FAR_OFF <= ratio <= FAR_OFF:
        return ""
    unknown = min(ends, key=lambda place: place.population or 0)
    return f"so far off that another {unknown.name} may be meant"


def _is_known(end: End | Target) -> bool:
    """Whether a place is known to all, or the text itself says which of the name it is: "Narva, Estonia"."""
    return end.told or (end.place is not None and (end.place.population or 0) >= WELL_KNOWN)


def _holds(stated: StatedDistance, measured: Measured) -> bool:
    """Whether some points of both places are as far apart, and lie so, as stated."""
    finding = judge(stated, measured, bearing=True)
    return finding.verdict is not Verdict.INCONSISTENT and not finding.side
