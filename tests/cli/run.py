"""Runs ``geo`` as a user would, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "2023-07-29-taganrog.txt"


def geo(*arguments, cwd, stdin=None, stdout=subprocess.PIPE, **environment):
    """The finished process; stdout and stderr are text."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "geo.cli.main", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=300,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
