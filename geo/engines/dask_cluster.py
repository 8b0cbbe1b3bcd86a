"""Many machines, or this one as a small cluster; needs the extra ``cluster``."""

import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from geo.engines.items import chunks, name_of, told_each
from geo.engines.processes import CHUNK
from geo.errors import EngineError

A = TypeVar("A")
B = TypeVar("B")

#: Chunks under way at once; the scheduler spreads them over however many workers there are.
_AHEAD = 256


class DaskEngine:
    """Maps over the workers of a Dask scheduler, or of a local cluster where no address is given.

    Every worker needs this package, of the same version; articles travel to it.
    """

    def __init__(self, *, scheduler: str | None = None, workers: int | None = None, chunk: int = CHUNK) -> None:
        self._scheduler = scheduler
        self._workers = workers
        self._chunk = chunk
        self._client: Any = None
        self._leave: Callable[[], object] = _nothing_to_leave

    def map(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """The results, in the order of the items. The cluster is joined, or started, once for all maps.

        Raises:
            EngineError: the extra is not installed, the scheduler does not answer, or workers died.
        """
        try:
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise EngineError(
                "--engine dask needs the extra cluster: pip install '.[cluster]' in the checkout"
            ) from error

        if self._client is None:
            self._client = _join(self._scheduler) if self._scheduler else _start(self._workers)
            self._leave = weakref.finalize(self, _leave, self._client)
        waiting: deque[tuple[list[A], Any]] = deque()
        for chunk in chunks(items, self._chunk):
            waiting.append((chunk, self._client.submit(told_each, function, chunk, pure=False)))
            if len(waiting) >= _AHEAD:
                yield from _first(waiting, KilledWorker)
        while waiting:
            yield from _first(waiting, KilledWorker)

    def close(self) -> None:
        """Leave the cluster, or end the one that was started. Leaving the program does it too."""
        self._leave()
        self._client = None


def _nothing_to_leave() -> None:
    """No cluster was joined yet."""


def _first(waiting: deque[tuple[list[A], Any]], died: type[Exception]) -> Any:
    """The results of the oldest chunk."""
    chunk, future = waiting.popleft()
    try:
        return future.result()
    except died as error:
        raise EngineError(f"every Dask worker that read these died: {', '.join(map(name_of, chunk))}") from error


def _join(address: str) -> Any:
    from distributed import Client

    try:
        return Client(address)  # type: ignore[no-untyped-call]
    except OSError as error:  # distributed raises OSError, and TimeoutError, which is one
        raise EngineError(f"{address}: the Dask scheduler does not answer: {error}") from error


def _start(workers: int | None) -> Any:
    """A cluster on this machine that only this machine can reach; its status page takes any free port."""
    from distributed import Client, LocalCluster

    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=workers, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    )
    return Client(cluster)  # type: ignore[no-untyped-call]


def _leave(client: Any) -> None:
    """Close the connection, and the cluster if it was started for it."""
    cluster = client.cluster
    client.close()
    if cluster is not None:
        cluster.close()
