"""Many machines, or this one as a small cluster; needs the extra ``cluster``."""

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

    def map(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """The results, in the order of the items.

        Raises:
            EngineError: the extra is not installed, the scheduler does not answer, or workers died.
        """
        try:
            from distributed import Client, LocalCluster
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise EngineError("--engine dask needs the extra: pip install 'incident-map[cluster]'") from error

        local = None if self._scheduler else _local(LocalCluster, self._workers)
        try:
            with _client(Client, self._scheduler or local) as client:
                yield from self._over(client, function, items, died=KilledWorker)
        finally:
            if local is not None:
                local.close()

    def _over(
        self, client: Any, function: Callable[[A], B], items: Iterable[A], *, died: type[Exception]
    ) -> Iterator[B]:
        waiting: deque[tuple[list[A], Any]] = deque()
        for chunk in chunks(items, self._chunk):
            waiting.append((chunk, client.submit(told_each, function, chunk, pure=False)))
            if len(waiting) >= _AHEAD:
                yield from _first(waiting, died)
        while waiting:
            yield from _first(waiting, died)


def _first(waiting: deque[tuple[list[A], Any]], died: type[Exception]) -> Any:
    """The results of the oldest chunk."""
    chunk, future = waiting.popleft()
    try:
        return future.result()
    except died as error:
        raise EngineError(f"every Dask worker that read these died: {', '.join(map(name_of, chunk))}") from error


def _local(start: Callable[..., Any], workers: int | None) -> Any:
    """A cluster on this machine that only this machine can reach; its status page takes any free port."""
    return start(n_workers=workers, host="127.0.0.1", dashboard_address="127.0.0.1:0")


def _client(connect: Callable[[Any], Any], address: Any) -> Any:
    try:
        return connect(address)
    except OSError as error:  # distributed raises OSError, and TimeoutError, which is one
        raise EngineError(f"{address}: the Dask scheduler does not answer: {error}") from error
