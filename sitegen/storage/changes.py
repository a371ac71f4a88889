"""What an upload has to send and to delete, so that it may end at any moment.

The list of the site (`sha256sums.txt`) is replaced when all files are there, so after an upload
that was cut short it is still that of the site before, of which some files are replaced already.
The journal says which may be: it is written before anything else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.storage.headers import RULES, is_named_after_content
from sitegen.write import MARKER

JOURNAL = f"{MARKER}-upload"
_ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class Journal:
    """What the list of the site does not say of the storage.

    `rules` are those by which files were sent (`RULES`), `kept` the assets of the site before,
    `unsure` what an upload that did not end may have sent, replaced or deleted.
    """

    rules: str = ""
    kept: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()

    def text(self) -> bytes:
        """The journal as it is written."""
        said = {"rules": self.rules, "kept": sorted(self.kept), "unsure": sorted(self.unsure)}
        return f"{json.dumps(said, indent=0)}\n".encode()


def read_journal(raw: bytes) -> Journal:
    """Read a journal. Raises ValueError for what is none of ours."""
    try:
        said = json.loads(raw)
        return Journal(str(said["rules"]), frozenset(said["kept"]), frozenset(said["unsure"]))
    except (TypeError, KeyError) as error:
        raise ValueError("no journal") from error


@dataclass(frozen=True, slots=True)
class Changes:
    """What leads from one site to the next.

    `sends` are rounds: each begins when the one before is done. `deletes` follow when the new list
    is there. `begun` is the journal before the first round, `ended` after the last deletion.
    """

    sends: tuple[tuple[str, ...], ...]
    deletes: tuple[str, ...]
    begun: Journal
    ended: Journal


def changes(old: Mapping[str, str], journal: Journal, new: Mapping[str, str]) -> Changes:
    """From the sums of the site that is there, by path, to those of the new one."""
    as_it_was = journal.rules == RULES
    sends = {
        path
        for path, sum_ in new.items()
        if not (as_it_was and old.get(path) == sum_ and path not in journal.unsure)
    }
    # An open page of the site before may still load a script. Photos and the shards of the search
    # are not kept: they hold what people said, and who leaves is gone with the next build.
    passed = {path for path in old.keys() - new.keys() if path.startswith(_ASSETS)}
    kept = frozenset(passed) or journal.kept - new.keys()
    deletes = (old.keys() | journal.kept | journal.unsure) - new.keys() - kept
    rounds: dict[int, list[str]] = {}
    for path in sorted(sends):
        rounds.setdefault(_round(path, old), []).append(path)
    return Changes(
        tuple(tuple(rounds[number]) for number in sorted(rounds)),
        tuple(sorted(deletes)),
        Journal(RULES, journal.kept & kept, frozenset(sends | passed | deletes)),
        Journal(RULES, kept),
    )


def _round(path: str, old: Mapping[str, str]) -> int:
    """First what others lead to: files named after their content, then pages that are new."""
    if is_named_after_content(path):
        return 0
    if path.startswith("search/") and path.endswith("/manifest.json"):
        return 3
    return 2 if path in old else 1
