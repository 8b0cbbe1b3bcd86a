"""What kinds of errors a geoparse of a development corpus holds: ``python -m benchmarks.errors GOLD PRED``.

PRED is what ``geo parse`` wrote for the documents of GOLD. Every gold toponym with coordinates and every prediction
that matches none is counted once:

missed               no prediction touches it
right                within 20 km
right place, other point   within 161 km, or an area whose point another source puts elsewhere
wrong namesake       another place was chosen though the gazetteer holds one within 161 km
not in gazetteer     no entry under any form of the name lies within 161 km
refused              found, but no place was named
spurious             a located prediction that touches no gold toponym
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from geo.files.embedded import data_folder
from geo.gazetteer.store import EmbeddedGazetteer, open_gazetteer
from geo.model.place import AREAS
from geo.resolution.forms import forms

NEAR_KM, FAR_KM = 20.0, 161.0
KINDS = ("right", "right place, other point", "wrong namesake", "not in gazetteer", "refused", "missed", "spurious")


def read(path: Path) -> dict[str, dict]:
    """Documents by id."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    return {str(row["id"]): row for row in rows}


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic kilometres between two (lat, lon)."""
    from geopy.distance import geodesic

    return float(geodesic(a, b).km)


def point(toponym: dict) -> tuple[float, float] | None:
    """The (lat, lon) of a gold or predicted toponym, None where it has none."""
    place = toponym if toponym.get("lat") is not None else toponym.get("place")
    return None if not isinstance(place, dict) else (place["lat"], place["lon"])


def kind_of(gold: dict, found: dict | None, gazetteer: EmbeddedGazetteer) -> str:
    """The kind of one gold toponym with coordinates."""
    if found is None:
        return "missed"
    truth, ours = point(gold), point(found)
    if truth is None:
        raise ValueError("a toponym without coordinates cannot be judged")
    if ours is None:
        return "refused"
    away = km_between(truth, ours)
    if away <= FAR_KM:
        return "right" if away <= NEAR_KM else "right place, other point"
    places = [p for form in forms(gold["surface"]) for p in gazetteer.lookup([form.name])[form.name]]
    if any(km_between(truth, (p.at.lat, p.at.lon)) <= FAR_KM for p in places):
        return "wrong namesake"
    areas = {(p.at.lat, p.at.lon) for p in places if p.feature in AREAS}
    return "right place, other point" if ours in areas and len(places) == 1 else "not in gazetteer"


def errors_of(gold: dict[str, dict], predicted: dict[str, dict], gazetteer: EmbeddedGazetteer) -> Counter[str]:
    """How many of each kind."""
    found: Counter[str] = Counter()
    for id_, document in gold.items():
        ours = predicted[id_]["toponyms"]
        for toponym in document["toponyms"]:
            if point(toponym) is not None:
                found[kind_of(toponym, _best(toponym, ours), gazetteer)] += 1
        found["spurious"] += sum(point(t) is not None and _best(t, document["toponyms"]) is None for t in ours)
    return found


def _best(toponym: dict, others: list[dict]) -> dict | None:
    """The other toponym that shares most characters with this one."""
    shared = [(min(toponym["end"], o["end"]) - max(toponym["start"], o["start"]), i) for i, o in enumerate(others)]
    most, i = max(shared, default=(0, 0))
    return others[i] if most > 0 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    options = parser.parse_args()
    found = errors_of(read(options.gold), read(options.predicted), open_gazetteer(data_folder() / "gazetteer"))
    total = sum(found[kind] for kind in KINDS if kind != "spurious")
    for kind in KINDS:
        share = "" if kind == "spurious" else f"{found[kind] / total:7.1%}"
        print(f"{kind:26} {found[kind]:6} {share}")
    print(f"{'located gold toponyms':26} {total:6}")


if __name__ == "__main__":
    main()
