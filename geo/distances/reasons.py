"""One sentence a journalist understands, for every verdict."""

from geo.distances.intervals import contradicts_itself
from geo.distances.measure import Measured
from geo.distances.verdicts import Finding
from geo.model.distance import COMPASS, UNIT_M, Hedge, StatedDistance, Verdict

_HEDGES = {
    Hedge.ABOUT: "about ",
    Hedge.MORE_THAN: "more than ",
    Hedge.LESS_THAN: "less than ",
    Hedge.WITHIN: "within ",
    Hedge.NEARLY: "nearly ",
}
_WORDS = {
    Verdict.CONSISTENT: "consistent",
    Verdict.ROAD_PLAUSIBLE: "longer than a straight line, plausible by road",
    Verdict.INCONSISTENT: "inconsistent",
    Verdict.UNCHECKABLE: "not checked",
}
_SHORT_M = 1_000.0  # shorter lengths are told in metres or feet
_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def say(stated: StatedDistance, measured: Measured, finding: Finding) -> str:
    """The figures side by side and the verdict: "stated about 24 mi, measured 26.6 mi (42.8 km): consistent"."""
    words = [f"{_figures(stated, measured)}: {_WORDS[finding.verdict]}"]
    if finding.wrong_bearing and stated.bearing:
        words.append(
            f"said to lie {point_name(stated.bearing)}, lies {point_name(_nearest_point(measured.bearing_deg))}"
        )
    if finding.by_extent:
        words.append("it holds between the edges of the places, not their middles")
    if finding.mixed_up:
        words.append("kilometres and miles mixed up?")
    elif finding.verdict is Verdict.INCONSISTENT and finding.side < 0:
        words.append("no road is shorter than a straight line")
    elif finding.verdict is Verdict.INCONSISTENT and finding.side > 0:
        words.append("more than a road would explain")
    if contradicts_itself(stated):
        words.append("the two stated figures contradict each other")
    words += [f"{length(metres, stated.unit)} by the {view} view" for view, metres in measured.other_views]
    return "; ".join(words)


def say_unchecked(why: str, stated: StatedDistance, measured: Measured | None) -> str:
    """Why there is no verdict, with the measured length where there is one."""
    return f"not checked: {why}" if measured is None else f"{_figures(stated, measured)}; not checked: {why}"


def length(metres: float, unit: str) -> str:
    """A length for a reader: miles with kilometres behind them, or kilometres."""
    if metres < _SHORT_M:
        return f"{metres:,.0f} m"
    km = f"{_rounded(metres / 1000)} km"
    imperial = unit in ("mi", "ft", "yd")
    if not imperial and unit != "nmi":
        return km
    shown = "mi" if imperial else "nmi"
    return f"{_rounded(metres / (UNIT_M[shown] or 1.0))} {shown} ({km})"


def point_name(point: str) -> str:
    """A compass point in words: "north-northeast"."""
    names = [_POINTS[letter] for letter in point]
    return "-".join(["".join(names[:-2]), "".join(names[-2:])]) if len(names) == 3 else "".join(names)


def _figures(stated: StatedDistance, measured: Measured) -> str:
    return f"stated {_stated(stated)}, measured {length(measured.distance_m, stated.unit)}"


def _stated(stated: StatedDistance) -> str:
    if stated.value is None:
        return stated.text.casefold()
    value = f"{stated.value:,.6g}"
    upper = f"–{stated.value_max:,.6g}" if stated.value_max is not None else ""
    other = f" ({stated.conversion[0]:,.6g} {stated.conversion[1]})" if stated.conversion else ""
    return f"{_HEDGES.get(stated.hedge, '')}{value}{upper} {stated.unit}{other}"


def _rounded(value: float) -> str:
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def _nearest_point(degrees: float) -> str:
    return COMPASS[round(degrees / (360 / len(COMPASS))) % len(COMPASS)]
