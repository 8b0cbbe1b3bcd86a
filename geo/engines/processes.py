"""Several processes of this machine."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from geo.engines.items import chunks, name_of, told_each
from geo.errors import EngineError

A = TypeVar("A")
B = TypeVar("B")

#: Articles sent to a worker at once: sending costs about a millisecond, reading one 10 to 50.
CHUNK = 8
#: Chunks under way per worker: one being worked on and one waiting, so memory stays bounded.
_AHEAD = 2


class ProcessEngine:
    """Maps over a pool of fresh processes; functions and items must pickle.

    Processes are spawned, not forked: they share no locks and no threads with
    this one, and it is the same on every system. They live as long as the engine,
    so that each opens the embedded data once.
    """

    def __init__(self, *, workers: int | None = None, chunk: int = CHUNK) -> None:
        self._workers = workers or _cores()
        self._chunk = chunk
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """The results, in the order of the items.

        Raises:
            EngineError: a worker died; the message names the item it worked on.
        """
        self._pool = self._pool or _pool(self._workers)
        waiting: deque[tuple[list[A], Future[list[B]]]] = deque()
        try:
            for chunk in chunks(items, self._chunk):
                waiting.append((chunk, self._pool.submit(told_each, function, chunk)))
                if len(waiting) >= _AHEAD * self._workers:
                    yield from _first(waiting)
            while waiting:
                yield from _first(waiting)
        except BrokenProcessPool as error:
            self._pool = None
            raise EngineError(_culprit(function, [item for chunk, _ in waiting for item in chunk])) from error
        finally:
            for _, future in waiting:
                future.cancel()

    def close(self) -> None:
        """End the processes; a later map starts new ones. Leaving the program does it too."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


def _first(waiting: deque[tuple[list[A], Future[list[B]]]]) -> list[B]:
    """The results of the oldest chunk; it keeps its place if its worker died."""
    results = waiting[0][1].result()
    waiting.popleft()
    return results


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _culprit(function: Callable[[A], B], items: list[A]) -> str:
    """Which item ends a worker, found by giving each a process of its own, or that none does twice."""
    for item in items:
        with _pool(1) as pool:
            try:
                pool.submit(told_each, function, [item]).result()
            except BrokenProcessPool:
                return f"{name_of(item)}: the worker process that read it died (out of memory, or killed)"
    return "a worker process died, but none does when the articles are read one by one: run it again"
