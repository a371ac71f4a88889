"""The record of the last build into a folder: what of it holds, and if there is anything to do.

It never stands in the way: where it is missing, damaged, of another version or cannot be kept, a
build is made. No stage of a build is imported here; that takes longer than all that is compared.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

from sitegen.cache import KINDS, Cache, Kind
from sitegen.errors import Place, Problem
from sitegen.inputs import UNCLEAR, Inputs, jobs_of
from sitegen.manifest import MANIFEST, sum_of
from sitegen.order import Built, Order, Report
from sitegen.snapshot import Linked, Snapshot, Standing, is_same, snapshot, standing, sum_of_names


@dataclass(frozen=True, slots=True)
class Last:
    """What holds of the last build into a folder.

    `report` is what it told, where another would make the same again. With `files`, its site stands
    as it was made, by this program, for the same day, asked the same. With `work`, what it worked
    out was worked out by this program.
    """

    cache: Cache
    record: Mapping[str, Any]
    # Which site was looked at.
    standing: Standing | None = None
    report: Report | None = None
    files: bool = False
    work: bool = False

    def kept(self, kind: Kind) -> bytes | None:
        """What it kept, where that may be used and is what the record says."""
        may_use = {"files": self.files, "index": self.files, "work": self.work}.get(kind, False)
        digest = self.record.get(kind) if may_use else None
        if digest:
            with suppress(OSError):
                raw = self.cache.read(kind)
                return raw if sum_of(raw) == digest else None
        return None

    def keep(self, kind: Kind, raw: bytes) -> str:
        """Keep something for the next build: its SHA-256, or nothing where that cannot be."""
        with suppress(*UNCLEAR):
            return self.cache.write(kind, raw)
        return ""


def last_of(order: Order, inputs: Inputs | None) -> Last | None:
    """What holds of the last build; None where nothing does, or nothing can be kept."""
    with suppress(*UNCLEAR):
        cache = Cache(order.output)
        try:
            record = _read(cache)
            return _holding(order, inputs, cache, record) if inputs else None
        except UNCLEAR:
            return Last(cache, {}) if inputs else None
    return None


def _holding(order: Order, inputs: Inputs, cache: Cache, record: dict[str, Any]) -> Last:
    is_ours = inputs.program.is_as_in(record["program"])
    if not is_ours or record["asked"] != [inputs.asked, _day(order, record["as_of"])]:
        return Last(cache, record, work=is_ours)
    known, which = Snapshot(**record["site"]), None
    moment, top = time.time_ns(), f"{order.output}/"
    try:
        which = standing(order.output, MANIFEST)
        site = snapshot([top + path for path in record["paths"]], moment, jobs_of(order))
        stands = is_same(known, site)
    except OSError:
        stands = False
    if not stands or not inputs.content.is_as_in(record["content"]):
        return Last(cache, record, which, files=stands, work=True)
    now = {**record, **_sides(inputs), "site": asdict(site)}
    if now != record:
        # What was young then is so no longer, and need not be read the next time.
        _write(cache, now)
    warnings = (Problem(path, Place(*at), *said) for path, at, *said in record["warnings"])
    pages, people, assignments = record["counts"]
    report = Report(pages, people, assignments, tuple(warnings))
    return Last(cache, record, which, report, files=True, work=True)


def _sides(inputs: Inputs) -> dict[str, Any]:
    return {"content": asdict(inputs.content), "program": asdict(inputs.program)}


def remember(order: Order, inputs: Inputs | None, built: Built, last: Last | None = None) -> None:
    """Keep what a build was made of and what it left, for the next one."""
    if inputs is None:
        return
    as_of = built.as_of.isoformat() if built.as_of else None
    with suppress(*UNCLEAR):
        cache, folders = Cache(order.output), _folders(built.sums)
        before = last.record if last and last.work else {}
        record: dict[str, Any] = {
            **_sides(inputs),
            "asked": [inputs.asked, _day(order, as_of)],
            "as_of": as_of,
            "paths": [*folders, *built.sums],
            "site": asdict(_site(order, built, folders)),
            "counts": [built.pages, built.people, built.assignments],
            "warnings": [astuple(problem) for problem in built.warnings],
            "work": before.get("work"),
            **{str(kind): digest for kind, digest in built.kept.items()},
        }
        _write(cache, record)
        cache.keep_only([kind for kind in KINDS if record.get(kind)])


def _read(cache: Cache) -> dict[str, Any]:
    """Raises OSError or ValueError where there is no sound record."""
    digest, _, raw = cache.read("record").partition(b"\n")
    if sum_of(raw).encode() != digest:
        raise ValueError
    record: dict[str, Any] = json.loads(raw)
    return record


def _write(cache: Cache, record: Mapping[str, Any]) -> None:
    raw = json.dumps(record).encode()
    cache.write("record", f"{sum_of(raw)}\n".encode() + raw)


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


def _site(order: Order, built: Built, folders: Mapping[str, set[str]]) -> Snapshot:
    """The site as it was built, whatever somebody may have done to it since it was put in place.

    The list of its files was written last. What is not clearly older has to be as it was made.
    """
    top, sums = f"{order.output}/", built.sums

    def made(path: str) -> str:
        inside = path.removeprefix(top)
        return sums[inside] if inside in sums else sum_of_names(folders[inside])

    paths = [f"{top}{path}" for path in (*folders, *sums)]
    moment = Path(top, MANIFEST).stat().st_mtime_ns
    linked = Linked({f"{top}{path}" for path in built.stood}, built.linked_until)
    return snapshot(paths, moment, jobs_of(order), made, linked)
