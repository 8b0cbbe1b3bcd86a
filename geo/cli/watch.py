"""``geo build --watch``: the map follows the articles, and the page in the browser follows the map."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from geo.cartography.live import with_reload
from geo.cli.build import MAP, MapBuilder, open_browser, tell_built, told_articles, told_incidents
from geo.cli.terminal import print_failures, printable, remark
from geo.errors import GeoError
from geo.files.naming import written_path
from geo.files.serving import CHANGES, MapServer
from geo.files.watching import Snapshot, changed, snapshot, wait_for_change
from geo.model.reading import Failure
from geo.settings import Settings


def run_watch(paths: Sequence[Path], out: Path, *, settings: Settings, fresh: bool, show: bool) -> int:
    """Build, then build again at every change until Ctrl-C. Returns the exit code."""
    started = time.perf_counter()
    builder = MapBuilder(paths, out, settings)
    look = partial(snapshot, paths, without=builder.outputs)
    seen = look()
    built = builder.first(fresh=fresh)
    tell_built(built, out, seconds=time.perf_counter() - started)
    print_failures(built.atlas.failures)
    try:
        with MapServer(out / MAP, partial(with_reload, address=CHANGES)) as server:
            remark(f"Live    {server.address}  (follows {', '.join(map(written_path, paths))}; Ctrl-C ends)")
            if show:
                open_browser(server.address)
            _follow(builder, server, look, seen, told=built.atlas.failures)
    except KeyboardInterrupt:
        remark("")
    return 0


def _follow(
    builder: MapBuilder, server: MapServer, look: Callable[[], Snapshot], seen: Snapshot, *, told: Sequence[Failure]
) -> None:
    """Builds at every change, without end. What fails is told once, and tried again at the next change."""
    while True:
        now = wait_for_change(seen, look)
        files, seen = changed(seen, now), now
        started = time.perf_counter()
        try:
            built = builder.again()
        except GeoError as error:
            remark(f"{_when_and_what(files)}: {printable(str(error))}")
            continue
        server.publish()
        took = time.perf_counter() - started
        remark(f"{_when_and_what(files)}: {told_articles(built)}; {told_incidents(built.atlas)}; {took:.1f} s")
        print_failures(failure for failure in built.atlas.failures if failure not in told)
        told = built.atlas.failures


def _when_and_what(files: Sequence[Path]) -> str:
    """The time of day, and the files that changed: the first by name."""
    more = f" and {len(files) - 1:,} more" if len(files) > 1 else ""
    return f"{time.strftime('%H:%M:%S')} {printable(written_path(files[0]))}{more}"
