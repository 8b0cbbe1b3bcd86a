import itertools

import pytest

from geo.engines.dask_cluster import DaskEngine
from geo.engines.processes import ProcessEngine
from geo.engines.serial import SerialEngine
from geo.errors import EngineError
from geo.model.text import Article
from tests.engines.work import dying, fussy, length, squared


def articles(*ids):
    return [Article(id=name, text=name * 3, path=f"seeds/{name}.txt") for name in ids]


@pytest.fixture(scope="module")
def scheduler():
    """The address of a small cluster."""
    distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster.scheduler_address


def engine(name, request):
    if name == "dask":
        return DaskEngine(scheduler=request.getfixturevalue("scheduler"), chunk=3)
    return SerialEngine() if name == "serial" else ProcessEngine(workers=2, chunk=3)


ENGINES = ("serial", "processes", "dask")


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_gives_equal_results_in_order(name, request):
    chosen = engine(name, request)
    assert list(chosen.map(squared, range(20))) == [number * number for number in range(20)]
    assert list(chosen.map(length, articles("a", "bb", "ccc"))) == [3, 6, 9]
    assert list(chosen.map(squared, [])) == []


@pytest.mark.parametrize("name", ENGINES)
def test_an_exception_comes_through_and_names_the_article(name, request):
    with pytest.raises(ValueError, match="no") as caught:
        list(engine(name, request).map(fussy, articles("a", "bad", "c")))
    assert any("seeds/bad.txt" in note for note in getattr(caught.value, "__notes__", []))


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_items_are_taken_as_they_are_needed(name, request):
    taken = []
    numbers = (taken.append(number) or number for number in itertools.count())
    results = engine(name, request).map(squared, numbers)
    assert [next(results) for _ in range(5)] == [0, 1, 4, 9, 16]
    assert len(taken) < 50
    results_close = getattr(results, "close", None)
    if results_close:
        results_close()


def test_a_worker_that_dies_is_reported_with_the_article_it_read():
    found = ProcessEngine(workers=2, chunk=2).map(dying, articles("a", "b", "c", "deadly", "e"))
    with pytest.raises(EngineError, match=r"seeds/deadly\.txt: the worker process that read it died"):
        list(found)


def test_without_an_address_dask_starts_a_cluster_of_its_own():
    pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
    assert list(DaskEngine(workers=1).map(length, articles("a", "bb"))) == [3, 6]


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    dask = pytest.importorskip("dask", reason="the extra 'cluster' is not installed")
    pytest.importorskip("distributed")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "200ms"}),
        pytest.raises(EngineError, match=r"tcp://127\.0\.0\.1:9: the Dask scheduler does not answer"),
    ):
        list(DaskEngine(scheduler="tcp://127.0.0.1:9").map(squared, [1]))
