"""Imports without the packages that a library takes where it finds them and we have no use for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(package: str) -> Iterator[None]:
    """Meanwhile an optional package passes for not installed; one that is imported already stays."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]  # what ``import`` reads as "there is none"
    try:
        yield
    finally:
        del sys.modules[package]
