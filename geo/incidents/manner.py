"""How a happening is told to have come about, as evidence: kind, weapon, target and hour of two reports."""

from geo.incidents.sightings import kin, strands
from geo.incidents.trace import Trace
from geo.model.incident import IncidentType

_VAGUE = frozenset(
    {
        None,
        "explosion",
        "attack",
        "killing",
        "injury",
        "crash",
        "disease",
        "outbreak",
        "crime",
        "armed clash",
        "attack (raid)",
    }
)
#: Sub-types that different writers use for one thing.
_ALIKE = (
    frozenset({"missile", "air strike", "air/drone strike"}),
    frozenset({"air/drone strike", "drone strike"}),
    frozenset({"bomb", "ied", "suicide bomb", "landmine", "grenade"}),
    frozenset({"bomb", "air strike", "air/drone strike"}),
    frozenset({"shelling", "missile", "air/drone strike"}),
    frozenset({"protest", "riot", "protest with intervention", "violent demonstration"}),
    frozenset({"attack (shooting)", "assassination", "massacre", "attack (stabbing)"}),
    frozenset({"structural collapse", "landslide", "earthquake", "storm", "tornado"}),
    frozenset({"flood", "storm", "landslide"}),
    frozenset({"interception", "missile", "drone strike"}),
)  # fmt: skip
#: What a fire can be the effect of: the writer who tells of the fire need not say so.
_SETS_ALIGHT = frozenset(
    {
        "arson",
        "explosion",
        "missile",
        "drone strike",
        "air strike",
        "air/drone strike",
        "shelling",
        "bomb",
        "ied",
        "industrial accident",
        "plane crash",
        "train crash",
        "traffic accident",
        "crash",
    }
)
#: Targets that different writers call by different names.
_ONE_THING = (
    frozenset({"factory", "plant", "warehouse", "depot", "refinery", "oil depot", "fuel depot"}),
    frozenset({"plant", "power plant", "substation", "dam"}),
    frozenset({"market", "supermarket", "mall", "shopping centre", "shopping center"}),
    frozenset({"restaurant", "cafe", "hotel", "nightclub"}),
    frozenset({"school", "kindergarten", "university"}),
    frozenset({"hospital", "clinic"}),
    frozenset({"station", "train station", "railway station", "bus station", "train", "bus"}),
    frozenset({"court", "courthouse"}),
    frozenset({"barracks", "camp", "convoy", "checkpoint"}),
    frozenset({"airport", "airfield"}),
    frozenset({"port", "harbour", "harbor", "ferry"}),
)
#: Happenings of which a region seldom has two in a day, beside disasters and outbreaks.
_SELDOM = frozenset(
    {
        "earthquake",
        "tsunami",
        "volcanic eruption",
        "meteorite impact",
        "plane crash",
        "train crash",
        "boat sinking",
        "stampede",
        "structural collapse",
        "coup",
    }
)


def weigh_manner(a: Trace, b: Trace) -> list[tuple[str, float]]:
    """Each piece in words for a reader, with its weight for one happening or, below 0, against."""
    if _sets_alight(a, b) or _sets_alight(b, a):
        return [("a fire can be its effect", -0.8), *_where_and_at_what_hour(a, b)]
    found = [_kind(a, b)]
    bounded = a.days is not None and b.days is not None
    if a.disease and b.disease:
        same = a.disease == b.disease
        found.append(
            (f"both {a.disease}", 1.5 if bounded else 0.8) if same else (f"{a.disease} and {b.disease} differ", -1.5)
        )
    first, second = a.report.sub, b.report.sub
    if strands(first) != strands(second) and _tells_kind(first) and _tells_kind(second):
        found.append((f"{first} and {second} are two happenings", -3.0))
    elif first not in _VAGUE and second not in _VAGUE:
        if first == second:
            found.append((f"both {first}", 1.5 if bounded and first in _SELDOM else 0.8))
        elif not any(first in alike and second in alike for alike in _ALIKE):
            found.append((f"{first} and {second} differ", -1.5))
    return found + _where_and_at_what_hour(a, b)


def _sets_alight(cause: Trace, fire: Trace) -> bool:
    return fire.report.sub == "fire" and cause.report.sub in _SETS_ALIGHT


def _where_and_at_what_hour(a: Trace, b: Trace) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    if a.targets and b.targets:
        common = a.targets & b.targets
        if common:
            found.append((f"the same target ({min(common)})", 1.0))
        elif not any(a.targets & names and b.targets & names for names in _ONE_THING):
            found.append((f"different targets ({min(a.targets)} and {min(b.targets)})", -1.5))
    if a.part_of_day and b.part_of_day:
        parts = {a.part_of_day, b.part_of_day}
        if len(parts) == 1:
            found.append((f"the same part of the day ({a.part_of_day})", 0.5))
        else:
            night = parts <= {"night", "morning"} or parts <= {"night", "evening"}
            words = f"different parts of the day ({' and '.join(sorted(parts))})"
            found.append((words, -0.3 if night else -2.0))
    return found


def _kind(a: Trace, b: Trace) -> tuple[str, float]:
    if a.type is b.type:
        return "the same type", 0.7
    if two_things(a, b):
        return f"{a.type} and {b.type} are two things", -3.0
    return "types that can be one", 0.2


def two_things(a: Trace, b: Trace) -> bool:
    """Whether both tell a kind, and the types are no two views of one happening."""
    told = a.report.sub is not None and b.report.sub is not None
    return told and not kin(a.type, b.type) and not (_sets_alight(a, b) or _sets_alight(b, a))


def _tells_kind(sub: str | None) -> bool:
    return sub not in _VAGUE or sub == "killing"


def is_seldom(item: Trace) -> bool:
    """Whether it is of a kind that a region seldom has two of in a day."""
    return item.type in (IncidentType.DISASTER, IncidentType.OUTBREAK) or item.report.sub in _SELDOM
