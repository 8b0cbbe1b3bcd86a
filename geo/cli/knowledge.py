"""Opens the embedded data once per process, and reads articles with them."""

import hashlib
import os
import traceback
from functools import cache, partial
from pathlib import Path

import click

from geo.engines.processes import ProcessEngine
from geo.engines.serial import SerialEngine
from geo.errors import GeoError
from geo.files.embedded import data_folder
from geo.gazetteer.boundaries import open_boundaries
from geo.gazetteer.overlay import OverlayGazetteer, with_overlay
from geo.gazetteer.store import EmbeddedGazetteer, open_gazetteer
from geo.model.place import Feature
from geo.model.reading import Failure, Reading
from geo.model.text import Article
from geo.pipeline import Knowledge, read_article
from geo.protocols import Engine
from geo.recognition.loading import load_recogniser
from geo.resolution.ranker import load_ranker
from geo.settings import Settings

#: The rooms whose code decides what a Reading says; a change to one makes cached Readings stale.
_READING_ROOMS = ("model", "recognition", "resolution", "distances", "incidents", "gazetteer", "pipeline.py")


@cache
def open_knowledge(settings: Settings) -> Knowledge:
    """Everything ``read_article`` needs, from the embedded data and the user's own gazetteer."""
    data, gazetteer = data_folder(), open_gazetteers(settings)
    ranker = load_ranker((data / "models" / "ranker.json").read_text(encoding="utf-8"))
    capitals = (place for id_ in sorted(ranker.capitals) if (place := gazetteer.by_id(id_)) is not None)
    return Knowledge(
        recogniser=load_recogniser(data, gazetteer),
        gazetteer=gazetteer,
        ranker=ranker,
        boundaries=open_boundaries(data / "osm", worldview=settings.worldview),
        capitals={place.country: place for place in capitals if place.country},
        seas=gazetteer.of_feature(Feature.SEA),
    )


@cache
def open_gazetteers(settings: Settings) -> EmbeddedGazetteer | OverlayGazetteer:
    """The embedded gazetteer, and over it the user's own where there is one."""
    return with_overlay(open_gazetteer(data_folder() / "gazetteer"), overlay_folder(settings))


def read_one(settings: Settings, article: Article) -> Reading | Failure:
    """One article's Reading, or why there is none. Module-level, so that engines can send it."""
    knowledge = open_knowledge(settings)
    try:
        return read_article(article, knowledge)
    except Exception as error:  # noqa: BLE001  a text nobody foresaw costs itself, not the others; DECISIONS.md
        return Failure(where=article.path or article.id, why=_defect(error), article_id=article.id)


def _defect(error: Exception) -> str:
    """One line that lets us find what broke: the error and the last line of ours it passed."""
    if isinstance(error, GeoError):
        return str(error)
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if f"{os.sep}geo{os.sep}" in frame.filename]
    where = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"could not be read, a defect of this program{where}: please report {type(error).__name__}: {error}"


def reader(settings: Settings) -> partial[Reading | Failure]:
    """``read_one`` with the settings fixed, for an engine to map over articles."""
    return partial(read_one, settings)


def make_engine(settings: Settings) -> Engine:
    """The engine the settings name."""
    match settings.engine:
        case "processes":
            return ProcessEngine(workers=settings.workers)
        case "dask":
            from geo.engines.dask_cluster import DaskEngine

            return DaskEngine(scheduler=settings.scheduler, workers=settings.workers)
        case _:
            return SerialEngine()


def overlay_folder(settings: Settings) -> Path:
    """Where the user's own gazetteer entries lie."""
    return Path(settings.gazetteer or click.get_app_dir("incident-map")) / "gazetteer"


@cache
def reading_version(settings: Settings) -> str:
    """A hash that changes whenever the same article could be read differently: code, data, settings."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for room in _READING_ROOMS:
        where = package / room
        for file in sorted(where.rglob("*.py")) if where.is_dir() else [where]:
            digest.update(file.read_bytes())
    digest.update((data_folder() / "sources.toml").read_bytes())
    digest.update(open_gazetteers(settings).version.encode())
    digest.update(settings.worldview.encode())
    return digest.hexdigest()[:16]
