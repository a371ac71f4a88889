"""What files were like at a moment, to tell later whether any of them has changed. Disk in.

What the system says of a file is compared, and not its content, as git's index does. A file that
changed shortly before the moment may have changed again with no other sign: of such young ones the
content is compared too.
"""

from __future__ import annotations

import os
import stat
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from sitegen.workers import crew_of

# Nanoseconds by which the clock of a file system may be coarse: FAT counts seconds in twos.
YOUNG = 2_000_000_000
# The same for a time that has parts of a millisecond: it goes by the ticks of the kernel, of which
# there are a hundred in a second at least.
COARSE = 20_000_000
# So many files are looked at in one go; for fewer, another process starts later than one is done.
BATCH = 8_000
# What is compared of a file: that many numbers, with two times among them.
_said = attrgetter("st_mode", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")
_SAID, _MODIFIED, _CHANGED = 5, 3, 4


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A sum of the names of files and of what the system said of each; of young ones their own."""

    digest: str
    young: Mapping[str, str]


class Linked(NamedTuple):
    """Files of which only links were made and removed since they were written, and until when.

    The system says of each that it has changed, and none has; unless somebody changed it later.
    """

    paths: AbstractSet[str]
    until: int


UNLINKED = Linked(frozenset(), 0)


class Standing(NamedTuple):
    """Which site stands in a folder: numbers that no other has while it is there."""

    folder: int
    manifest: int
    written: int


def standing(folder: Path, manifest: str) -> Standing:
    """What tells a site from others; `manifest` is the file that was written last. OSError."""
    found = (folder / manifest).stat()
    return Standing(folder.stat().st_ino, found.st_ino, found.st_mtime_ns)


def sum_of_names(names: Iterable[str]) -> str:
    """The SHA-256 of names, in whatever order they come."""
    return sha256("\0".join(sorted(names)).encode(errors="surrogateescape")).hexdigest()


def sum_of_path(path: str) -> str:
    """The SHA-256 of a file, or of the names in a folder; of nothing else. Raises OSError."""
    # Most are folders, tens of thousands in a large site; paths as objects take twice as long.
    with suppress(NotADirectoryError):
        return sum_of_names(os.listdir(path))  # noqa: PTH208
    if not stat.S_ISREG(Path(path).stat().st_mode):
        return ""
    with Path(path).open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def snapshot(
    paths: Sequence[str],
    moment: int,
    jobs: int = 1,
    sum_of: Callable[[str], str] = sum_of_path,
    linked: Linked = UNLINKED,
) -> Snapshot:
    """Look at files and folders; `moment` is no later than now, in nanoseconds since 1970.

    Raises OSError where one is not there, and OverflowError for a time before 1970.
    """
    spans = [(start, start + BATCH) for start in range(0, len(paths), BATCH)]
    crew = crew_of(jobs if len(spans) > 1 else 1)
    looked = dict(crew.each(_looked, (paths, moment, linked), spans))
    whole = sha256("\0".join(paths).encode(errors="surrogateescape"))
    for span in spans:
        whole.update(looked[span][0])
    # After all were looked at: what changes between is another file to whoever looks next.
    young = {path: sum_of(path) for span in spans for path in looked[span][1]}
    return Snapshot(whole.hexdigest(), young)


def _looked(
    shared: tuple[Sequence[str], int, Linked], span: tuple[int, int]
) -> tuple[bytes, list[str]]:
    """The sum of what the system says of these files, and which of them are young."""
    paths, moment, linked = shared
    asked = paths[slice(*span)]
    found = array("Q", chain.from_iterable(map(_said, map(os.stat, asked))))
    moments = zip(asked, found[_MODIFIED::_SAID], found[_CHANGED::_SAID], strict=True)
    young = [
        path
        for path, modified, changed in moments
        # Most are older by any clock; links are made after the moment, if at all.
        if max(modified, changed) >= moment - YOUNG
        and (
            _is_young(modified, moment)
            or _is_young(changed, linked.until if path in linked.paths else moment)
        )
    ]
    return sha256(found).digest(), young


def _is_young(at: int, moment: int) -> bool:
    """Whether something may change at that moment, and seem to have changed at the time `at`."""
    return at >= moment - (COARSE if at % 1_000_000 else YOUNG)


def is_same(before: Snapshot, now: Snapshot) -> bool:
    """Whether no file has changed between. Raises OSError."""
    return before.digest == now.digest and all(
        (now.young.get(path) or sum_of_path(path)) == known for path, known in before.young.items()
    )
