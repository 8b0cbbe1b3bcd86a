import itertools

import pytest

from geo.engines.dask_cluster import DaskEngine
from geo.engines.processes import ProcessEngine
from geo.engines.serial import SerialEngine
from geo.errors import EngineError
from geo.model.text import Article
from tests.engines.work import dying, fussy, length, process, squared


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


@pytest.fixture
def engine(request):
    """An engine by its name; closed in the end."""
    made = {
        "serial": SerialEngine,
        "processes": lambda: ProcessEngine(workers=2, chunk=3),
        "dask": lambda: DaskEngine(scheduler=request.getfixturevalue("scheduler"), chunk=3),
    }[request.param]()
    yield made
    if request.param != "serial":
        made.close()


every_engine = pytest.mark.parametrize("engine", ["serial", "processes", "dask"], indirect=True)


@every_engine
def test_every_engine_gives_equal_results_in_order(engine):
    assert list(engine.map(squared, range(20))) == [number * number for number in range(20)]
    assert list(engine.map(length, articles("a", "bb", "ccc"))) == [3, 6, 9]
    assert list(engine.map(squared, [])) == []


@every_engine
def test_an_exception_comes_through_and_names_the_article(engine):
    with pytest.raises(ValueError, match="no") as caught:
        list(engine.map(fussy, articles("a", "bad", "c")))
    assert any("seeds/bad.txt" in note for note in getattr(caught.value, "__notes__", []))


@pytest.mark.parametrize("engine", ["serial", "processes"], indirect=True)
def test_items_are_taken_as_they_are_needed(engine):
    taken = []
    numbers = (taken.append(number) or number for number in itertools.count())
    results = engine.map(squared, numbers)
    assert [next(results) for _ in range(5)] == [0, 1, 4, 9, 16]
    assert len(taken) < 50
    results.close()


def test_a_worker_that_dies_is_reported_with_the_article_it_read():
    engine = ProcessEngine(workers=2, chunk=2)
    with pytest.raises(EngineError, match=r"seeds/deadly\.txt: the worker process that read it died"):
        list(engine.map(dying, articles("a", "b", "c", "deadly", "e")))
    assert list(engine.map(dying, articles("a"))) == ["a"]
    engine.close()


def test_without_an_address_dask_starts_a_cluster_of_its_own():
    pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
    engine = DaskEngine(workers=1)
    assert list(engine.map(length, articles("a", "bb"))) == [3, 6]
    engine.close()
    assert list(engine.map(length, articles("ccc"))) == [9]
    engine.close()


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    dask = pytest.importorskip("dask", reason="the extra 'cluster' is not installed")
    pytest.importorskip("distributed")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "200ms"}),
        pytest.raises(EngineError, match=r"tcp://127\.0\.0\.1:9: the Dask scheduler does not answer"),
    ):
        list(DaskEngine(scheduler="tcp://127.0.0.1:9").map(squared, [1]))


def test_workers_live_as_long_as_the_engine_so_that_data_are_opened_once():
    engine = ProcessEngine(workers=1)
    first, second = (list(engine.map(process, range(3))) for _ in range(2))
    assert set(first) == set(second)
    engine.close()
    assert set(engine.map(process, range(3))) != set(first)
    engine.close()
