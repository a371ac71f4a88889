"""The packages that the locks pin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITE = ROOT / "requirements.lock"
LOCKS = (
    SITE,
    ROOT / "sitegen" / "storage" / "requirements.lock",
    ROOT / "sitegen" / "cluster" / "requirements.lock",
    ROOT / "tests" / "requirements.lock",
    ROOT / "benchmarks" / "requirements.lock",
    ROOT / "tests" / "supply" / "requirements.lock",
)
_PINNED = re.compile(
    r"(?m)^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)(?: ; (?P<where>[^\\\n]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)$"
)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A package of a lock; `where` is the marker of the systems that get it, "" for all."""

    name: str
    version: str
    where: str
    sha256: tuple[str, ...]


def pinned(lock: Path) -> tuple[Pinned, ...]:
    """Every package of a lock, in its order, with the digest of each file it may come as."""
    return tuple(
        Pinned(
            found["name"],
            found["version"],
            found["where"] or "",
            tuple(sorted(re.findall(r"[0-9a-f]{64}", found["hashes"]))),
        )
        for found in _PINNED.finditer(lock.read_text("utf-8"))
    )
