"""Every development corpus, whole, by its own scorer, as the README's table of accuracy.

Run from the checkout: ``.venv/bin/python benchmarks/accuracy.py [--json FILE] [NAME...]``, with names of
``tests/accuracy/floors.toml``. The corpora stand beside the checkout. Several minutes on one core.
"""

import argparse
import json
import math
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geo.cli.knowledge import open_knowledge  # noqa: E402
from geo.pipeline import read_article  # noqa: E402
from geo.settings import Settings  # noqa: E402
from tests.accuracy.scoring import CORPORA, Corpus, corpora, digest, documents, figure, score  # noqa: E402

#: Room below a figure for its floor, in hundredths: as much as one more wrong document in fifty costs.
MARGIN = 2.0
#: Row of the table: the figure's path in the scorer's JSON, and what it is called.
GEOPARSE = {
    "recognition_overlap.f1": "place names found, F1 (overlap)",
    "end_to_end_161.f1": "found and within 161 km, F1",
    "end_to_end_20.f1": "found and within 20 km, F1",
}
GOLD_SPANS = {"resolution.acc161": "names given: within 161 km", "resolution.auc": "names given: AUC of log error"}
INCIDENTS = {
    "detection.f1": "incidents found, F1",
    "detection.recall": "incidents found, recall",
    "detection_strict_type_and_place.f1": "with type and most specific place, F1",
    "on_matched.date_exact": "date exact, of those found",
    "on_matched.killed_main_figure": "killed, main figure",
    "on_matched.injured_main_figure": "injured, main figure",
}
MODERN = INCIDENTS | {
    "location.acc@25km": "within 25 km, of all",
    "casualty_claims_on_matched.f1": "casualty claims, F1",
    "attribution_on_matched.f1": "who blames whom, F1",
    "on_matched.evidence_sentence_overlaps": "evidence sentence",
    "spurious_incidents_at_context_places": "incidents invented at context places",
    "on_matched.date_given_where_text_fixes_none": "days given where the text fixes none",
}
MUC = INCIDENTS | {"on_matched.location.specific": "most specific place, of those found"}
DISTANCES = {
    "extraction.f1": "stated distances found, F1",
    "value_accuracy": "value and unit",
    "subject_accuracy": "what lies there",
    "reference_accuracy": "measured from what",
    "bearing_accuracy": "compass bearing",
    "measured.within_5pct": "measured within 5 %, of the checkable",
    "verdict.accuracy": "verdict",
    "verdict.false_alarm_rate": "false alarms",
    "verdict.detection_rate": "wrong statements caught",
}
SYNTHETIC = {"accuracy": "verdict", "false_alarm_rate": "false alarms", "detection_rate": "wrong statements caught"}
ONE_LINERS = {
    "text_names_town.acc@25km": "town named: within 25 km",
    "text_names_town.acc@5km": "town named: within 5 km",
    "text_names_town.acc@25km_on_answered": "of those answered, within 25 km",
}
ROWS = {
    "lgl": GEOPARSE, "geowebnews": GEOPARSE, "tr-news": GEOPARSE, "distances": DISTANCES,
    "distances-synthetic": SYNTHETIC, "modern": MODERN, "muc-4": MUC, "muc-4-dev": MUC, "one-liners": ONE_LINERS,
}  # fmt: skip


def rows(corpus: Corpus, scores: dict[str, Any]) -> list[tuple[str, float | None]]:
    named = GOLD_SPANS if corpus.gold_spans else ROWS[corpus.name]
    return [(name, figure(scores, path)) for path, name in named.items()]


def suggested(corpus: Corpus, scores: dict[str, Any]) -> str:
    """The corpus's limits as they could be tightened: the figures, with room for one more document in fifty."""
    floors = {path: math.floor((figure(scores, path) or 0) * 100 - MARGIN) / 100 for path in corpus.floors}
    ceilings = {path: (figure(scores, path) or 0) for path in corpus.ceilings}
    ceilings = {path: math.ceil(got * 100 + MARGIN) / 100 if got else 0 for path, got in ceilings.items()}
    shown = {"floors": floors, "ceilings": ceilings}
    lines = (
        f"{word} = {{ " + ", ".join(f'"{path}" = {limit:g}' for path, limit in limits.items()) + " }"
        for word, limits in shown.items()
        if limits
    )
    return "\n".join((f"[{corpus.name}]", *lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="entries of floors.toml; all when none is given")
    parser.add_argument("--json", type=Path, help="also write every figure of the scorers here")
    parser.add_argument("--sample", action="store_true", help="only the documents that the floors are of")
    parser.add_argument("--suggest", action="store_true", help="print tighter limits for floors.toml; with --sample")
    asked = parser.parse_args()
    if not CORPORA.is_dir():
        print("no corpora beside the checkout: nothing to score")
        return
    knowledge = open_knowledge(Settings())
    every: dict[str, Any] = {}
    print("| corpus | documents | seen | measure | figure |\n| --- | ---: | --- | --- | ---: |")
    for corpus in corpora():
        if asked.names and corpus.name not in asked.names:
            continue
        assert digest(corpus.file) == corpus.sha256, f"{corpus.gold} is not the gold the floors were measured with"
        started = time.perf_counter()
        every[corpus.name] = score(corpus, lambda article: read_article(article, knowledge), whole=not asked.sample)
        count = len(documents(corpus, whole=not asked.sample))
        for name, got in rows(corpus, every[corpus.name]):
            shown = "–" if got is None else f"{got:.3f}".rstrip("0").rstrip(".") if got == int(got) else f"{got:.3f}"
            print(f"| {corpus.name} | {count} | {corpus.seen} | {name} | {shown} |", flush=True)
        if asked.suggest:
            print(suggested(corpus, every[corpus.name]), file=sys.stderr)
        print(f"{corpus.name}: {time.perf_counter() - started:.1f} s", file=sys.stderr)
    if asked.json:
        asked.json.write_text(json.dumps(every, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
