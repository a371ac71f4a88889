"""How building grows with people, beside Hugo + Pagefind: from nothing, and after one change.

`python -m benchmarks.growth [PEOPLE …] [--rounds N] [--write docs/benchmarks.md]`. With --write
the page, its picture beside it and benchmarks/growth.json are written after each size, with what
that file has of other sizes.
"""

from __future__ import annotations

import argparse
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.growth import peer
from benchmarks.growth.figures import KEPT, Measured, dump, kept
from benchmarks.growth.measure import measure
from benchmarks.growth.page import markdown, picture
from benchmarks.growth.targets import targets
from benchmarks.memory import PROC, installed
from benchmarks.timing import cores, machine
from sitegen.workers import worth_having

SIZES = (100, 1000, 10_000)


def rounds_of(people: int) -> int:
    """How many rounds of a size: five, or as many as an evening has."""
    return 5 if people <= 1000 else 3 if people <= 10_000 else 1


def main() -> None:
    """Measure every size in turn; print, and write where that is asked for."""
    asked = _arguments()
    if not (PROC / "self" / "smaps_rollup").exists():
        raise SystemExit("memory of several processes is measured on Linux only")
    day, load = datetime.now(UTC).date().isoformat(), round(os.getloadavg()[0], 1)
    print(f"{machine()}; {_versions()}")
    if not peer.is_here():
        print(peer.MISSING)
    sizes = {size.people: size for size in kept().sizes} if asked.write and KEPT.exists() else {}
    for people in sorted(asked.people):
        sizes[people] = measure(people, asked.rounds or rounds_of(people), day, load)
        measured = Measured(
            machine=f"{cores()}, {installed() / 2**30:.0f} GB, Python {platform.python_version()}",
            versions=_versions(),
            jobs=worth_having(),
            sizes=tuple(sizes[one] for one in sorted(sizes)),
        )
        if asked.write:
            asked.write.write_text(markdown(measured), "utf-8")
            asked.write.with_suffix(".svg").write_text(picture(measured), "utf-8")
            KEPT.write_text(dump(measured), "utf-8")
    print(markdown(measured))
    for target in targets(measured):
        print(target.line())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("people", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    if min(asked.people) < SIZES[0]:
        parser.error(f"at least {SIZES[0]} people: the one who changes is invented")
    return asked


def _versions() -> str:
    ours = f"sitegen {version('sitegen')}"
    return f"{ours}, {peer.versions()}" if peer.is_here() else ours


if __name__ == "__main__":
    main()
