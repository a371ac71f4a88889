"""The record of the last build into a folder: where nothing has changed, there is nothing to do.

It lies in the cache of whoever builds, for nobody else to read or write. It never stands in the
way: where it is missing, damaged, of another version or cannot be kept, a build is made. No stage
of a build is imported here; that takes longer than all that is compared.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from sitegen.errors import Place, Problem, SettingsError
from sitegen.manifest import MANIFEST
from sitegen.order import Built, Order, Report
from sitegen.plan import PRIVATE, put
from sitegen.resources import PACKAGE, assets_dir, templates_dir
from sitegen.snapshot import Snapshot, is_same, snapshot, sum_of_names
from sitegen.workers import worth_having

# Records of so many folders are kept, the newest.
MOST = 16
# Without a home, or in a circle of links, a path cannot be said: a RuntimeError.
UNCLEAR = (OSError, ValueError, KeyError, TypeError, OverflowError, RuntimeError, SettingsError)
# These change no byte, or are compared as the day that comes of them.
_ASIDE = ("jobs", "clock", "today")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is made of: its files, and a sum of all else."""

    files: Snapshot
    rest: str


def inputs_of(order: Order) -> Inputs | None:
    """Look at all that a build will be made of, before it is read; None where that cannot be."""
    # Whoever names another folder by mistake does not wait until all below it was looked at.
    if not Path(order.content, "site.yml").is_file():
        return None
    with suppress(*UNCLEAR):
        moment = time.time_ns()
        folders, files = list[str](), list[str]()
        for root in (order.content, PACKAGE, templates_dir(), assets_dir()):
            for folder, names in _walk(root):
                folders.append(folder)
                files += (f"{folder}/{name}" for name in names)
        rest = [_asked(order), folders, sys.version, sys.path, *_packages()]
        digest = sha256(json.dumps(rest).encode()).hexdigest()
        return Inputs(snapshot(files, moment, _jobs(order)), digest)
    return None


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


def _jobs(order: Order) -> int:
    return min(order.jobs, worth_having())


def unchanged(order: Order, inputs: Inputs | None) -> Report | None:
    """What the last build told, where another would make the same again; else None."""
    with suppress(*UNCLEAR):
        record = _read(order)
        if inputs is None or record["rest"] != [inputs.rest, _day(order, record["as_of"])]:
            return None
        before = Snapshot(**record["inputs"]), Snapshot(**record["site"])
        if not is_same(before[0], inputs.files):
            return None
        moment = time.time_ns()
        top = f"{order.output}/"
        paths = [top + path for path in record["paths"]]
        now = inputs.files, snapshot(paths, moment, _jobs(order))
        if not is_same(before[1], now[1]):
            return None
        if before != now:
            # What was young then is so no longer, and need not be read the next time.
            _write(order, {**record, "inputs": asdict(now[0]), "site": asdict(now[1])})
        warnings = (Problem(path, Place(*at), *said) for path, at, *said in record["warnings"])
        pages, people, assignments = record["counts"]
        return Report(pages, people, assignments, tuple(warnings))
    return None


def remember(order: Order, inputs: Inputs | None, built: Built) -> None:
    """Keep what a build was made of and what it left, for the next one."""
    if inputs is None:
        return
    as_of = built.as_of.isoformat() if built.as_of else None
    with suppress(*UNCLEAR):
        folders = _folders(built.sums)
        record = {
            "rest": [inputs.rest, _day(order, as_of)],
            "as_of": as_of,
            "inputs": asdict(inputs.files),
            "paths": [*folders, *built.sums],
            "site": asdict(_site(order, built.sums, folders)),
            "counts": [built.pages, built.people, built.assignments],
            "warnings": [astuple(problem) for problem in built.warnings],
        }
        _write(order, record)


def _day(order: Order, as_of: str | None) -> str:
    return order.today.isoformat() if order.today else as_of or order.clock.isoformat()


def _folders(paths: Iterable[str]) -> dict[str, set[str]]:
    """Every folder of a site, the site itself as `.`, with the names in it."""
    found: dict[str, set[str]] = {}
    for path in paths:
        folder, name = os.path.split(path)
        while name:
            known = (folder or ".") in found
            found.setdefault(folder or ".", set()).add(name)
            folder, name = ("", "") if known else os.path.split(folder)
    return found


def _site(order: Order, sums: Mapping[str, str], folders: Mapping[str, set[str]]) -> Snapshot:
    """The site as it was built, whatever somebody may have done to it since it was put in place.

    The list of its files was written last. What is not clearly older has to be as it was made.
    """
    top = f"{order.output}/"

    def made(path: str) -> str:
        inside = path.removeprefix(top)
        return sums[inside] if inside in sums else sum_of_names(folders[inside])

    paths = [f"{top}{path}" for path in (*folders, *sums)]
    return snapshot(paths, Path(top, MANIFEST).stat().st_mtime_ns, _jobs(order), made)


def _file(order: Order) -> Path:
    """The record for an output folder. Raises OSError without a folder for it."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not cache.is_absolute():
        cache = Path("~/.cache").expanduser()
    name = sha256(os.fsencode(order.output.resolve())).hexdigest()
    return cache / "sitegen" / f"{name}.json"


def _check_private(found: os.stat_result) -> None:
    """Raise PermissionError for what somebody else may read or write."""
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError


def _read(order: Order) -> dict[str, Any]:
    """Raises OSError or ValueError where there is no sound record of ours."""
    path = _file(order)
    _check_private(path.parent.lstat())
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as stream:
        _check_private(os.fstat(stream.fileno()))
        digest, _, raw = stream.read().partition(b"\n")
    if sha256(raw).hexdigest().encode() != digest:
        raise ValueError
    record: dict[str, Any] = json.loads(raw)
    return record


def _write(order: Order, record: Mapping[str, Any]) -> None:
    path = _file(order)
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    _check_private(path.parent.lstat())
    raw = json.dumps(record).encode()
    # What stands there is of no use any more, and its rights may be others.
    path.unlink(missing_ok=True)
    put(path, sha256(raw).hexdigest().encode() + b"\n" + raw, PRIVATE)
    kept = sorted(path.parent.glob("*.json"), key=lambda one: one.stat().st_mtime_ns)
    for old in kept[:-MOST]:
        old.unlink(missing_ok=True)
