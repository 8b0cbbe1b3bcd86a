"""Files written whole or not at all."""

import contextlib
import os
import tempfile
import time
from pathlib import Path

from geo.errors import OutputError

#: Age of a file that was begun and not finished after which its writer is taken for dead, in seconds.
STALE_S = 3_600.0


def make_folder(folder: Path) -> None:
    """The folder and those above it, made where they are missing. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{folder}: a file stands where the folder should be") from error
    except NotADirectoryError as error:
        raise OutputError(f"{folder}: a part of this path is a file") from error
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made: {error.strerror or error}") from error


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace a file in one step: after a crash it holds the old content or the new.

    Text is written as UTF-8 and line breaks are left alone. The new content lies
    on the disk before it takes the name. A symbolic link is written through.

    Raises:
        OutputError: the folder cannot be written, or the disk is full.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = path.resolve() if path.is_symlink() else path
    try:
        _replace(target, data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _replace(target: Path, data: bytes) -> None:
    _sweep(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _sweep(target: Path) -> None:
    """Remove the beginnings that killed writers left, once nobody can be writing them."""
    for part in target.parent.glob(f".{target.name}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE_S:
                part.unlink()


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced; those of any new file where there is none."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Have the disk remember the new name, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
