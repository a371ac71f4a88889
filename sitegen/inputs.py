"""What a build is made of, looked at before it is read: the content, the program, what was asked.

No stage of a build is imported here; that takes longer than all that is looked at.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from sitegen.errors import SettingsError
from sitegen.order import Order
from sitegen.resources import PACKAGE, assets_dir, templates_dir
from sitegen.snapshot import Snapshot, is_same, snapshot
from sitegen.workers import worth_having

# Without a home, or in a circle of links, a path cannot be said: a RuntimeError.
UNCLEAR = (OSError, ValueError, KeyError, TypeError, OverflowError, RuntimeError, SettingsError)
# These change no byte, or are compared as the day that comes of them.
_ASIDE = ("jobs", "clock", "today")


@dataclass(frozen=True, slots=True)
class Side:
    """Some of what a build is made of: its files, and a sum of all else."""

    files: Snapshot
    rest: str

    def is_as_in(self, record: Mapping[str, Any]) -> bool:
        """Whether it is as a record says. Raises OSError."""
        known = Side(Snapshot(**record["files"]), record["rest"])
        return known.rest == self.rest and is_same(known.files, self.files)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is made of: the content, the program with its packages, and what was asked."""

    content: Side
    program: Side
    asked: str


def inputs_of(order: Order) -> Inputs | None:
    """Look at all that a build will be made of, before it is read; None where that cannot be."""
    # Whoever names another folder by mistake does not wait until all below it was looked at.
    if not Path(order.content, "site.yml").is_file():
        return None
    with suppress(*UNCLEAR):
        moment, jobs = time.time_ns(), jobs_of(order)
        program = (PACKAGE, templates_dir(), assets_dir())
        installed = [sys.version, sys.path, *_packages()]
        return Inputs(
            _side((order.content,), [str(Path.cwd())], moment, jobs),
            _side(program, installed, moment, jobs),
            sha256(json.dumps(_asked(order)).encode()).hexdigest(),
        )
    return None


def _side(roots: Iterable[Path], rest: list[Any], moment: int, jobs: int) -> Side:
    folders, files = list[str](), list[str]()
    for root in roots:
        for folder, names in _walk(root):
            folders.append(folder)
            files += (f"{folder}/{name}" for name in names)
    digest = sha256(json.dumps([rest, folders]).encode()).hexdigest()
    return Side(snapshot(files, moment, jobs), digest)


def _asked(order: Order) -> list[str]:
    """All that was asked for; paths are named in warnings as they look from the current folder."""
    places = [str(Path.cwd()), str(order.output.resolve())]
    names = [field.name for field in fields(order) if field.name not in _ASIDE]
    return [*places, *(f"{name}={getattr(order, name)!r}" for name in names)]


def _walk(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Every folder with the names of its files, but what a build leaves alone as well.

    A link to a folder is one of the names: a build refuses it, and nobody goes there.
    """
    for top, folders, names in os.walk(root, onerror=_raise):
        links = [name for name in folders if Path(top, name).is_symlink()]
        compiled = {"__pycache__"} if root == PACKAGE else set()
        folders[:] = sorted(n for n in folders if _counts(n) and n not in {*links, *compiled})
        yield top, sorted(name for name in (*names, *links) if _counts(name))


def _raise(error: OSError) -> None:
    raise error


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith("~")


def _packages() -> Iterator[tuple[str, list[str]]]:
    """What is installed, by the place where Python finds it: name, version, and since when."""
    for place in filter(os.path.isdir, sys.path):
        found = [e for e in os.scandir(place) if e.name.endswith((".dist-info", ".egg-info"))]
        if found:
            yield place, sorted(f"{entry.name} {entry.stat().st_mtime_ns}" for entry in found)


def jobs_of(order: Order) -> int:
    """How many processes look at files."""
    return min(order.jobs, worth_having())
