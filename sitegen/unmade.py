"""Files that can be made, and what tells whether they would be the same as before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Unmade(NamedTuple):
    """How a file is made.

    `given` is what it is made from besides what it reads of the directory and its matches: plain
    values, in an order. With None nobody can tell that it would be the same again.
    """

    make: Callable[[], bytes]
    given: object = None


def made(files: Mapping[str, Unmade]) -> dict[str, bytes]:
    """Make them all."""
    return {path: one.make() for path, one in files.items()}
