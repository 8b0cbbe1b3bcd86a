"""Notices that an article was saved, added or deleted: by looking, several times a second."""

import time
from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path

from geo.files.articles import FileState, file_state, files_below

#: Seconds between two looks.
LOOK_EVERY_S = 0.1
#: Seconds that all files must stay as they are: editors empty, fill and rename a file to save it.
SETTLED_S = 0.05
#: Seconds after which files that keep changing are read all the same.
LONGEST_S = 2.0
#: Seconds of rest to a second of looking, so that looking at a large folder leaves nine tenths of a processor.
REST = 9.0

#: The state of every file that articles are read from, by path.
Snapshot = Mapping[Path, FileState | None]


def snapshot(paths: Iterable[Path], *, without: Set[Path] = frozenset()) -> Snapshot:
    """The files below the paths as they are now, without the resolved paths that are not input."""
    files = (path for given in paths for path in (files_below(given, []) if _is_folder(given) else (given,)))
    names = {path.name for path in without}  # finding out where a path leads takes as long as all the rest
    return {path: file_state(path) for path in files if path.name not in names or path.resolve() not in without}


def changed(before: Snapshot, after: Snapshot) -> tuple[Path, ...]:
    """What was saved, added or deleted between two looks, sorted."""
    differ = {path for path, state in after.items() if path not in before or before[path] != state}
    return tuple(sorted(differ | (before.keys() - after.keys())))


def wait_for_change(before: Snapshot, look: Callable[[], Snapshot]) -> Snapshot:
    """Blocks until the files differ from ``before`` and have settled; returns them as they are then."""
    while True:
        started = time.monotonic()
        after = look()
        took = time.monotonic() - started
        if after != before:
            after = _settled(after, look)
            if after != before:
                return after
        time.sleep(max(LOOK_EVERY_S, REST * took))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # below a folder that may not be entered, or a name too long
        return False


def _settled(now: Snapshot, look: Callable[[], Snapshot]) -> Snapshot:
    """The files once they stop changing, or after the longest time to wait for that."""
    deadline = time.monotonic() + LONGEST_S
    while time.monotonic() < deadline:
        time.sleep(SETTLED_S)
        later = look()
        if later == now:
            break
        now = later
    return now
