"""What was noted of the files of a site, as it is kept for the next build.

    {"frame": SUM, "names": [NAME, …], "sums": [SUM, …], "files": {NAME: FILE, …},
     "values": {NAME: READS, …}, "leads": [[PATH, FRAGMENT], …]}

`frame` is a sum of all that every file is made from. `names` are those of what was read, with a sum
of each as it was; READS are places among them. A FILE is [its path, its SHA-256, a sum of what it
was given, READS]. `values` are those names that stand for what was worked out of others. `leads`
are what the files name of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sitegen.compact import compact, parsed


class Traced(NamedTuple):
    """A sum of what a file was given, or of a value itself, and the names of what was read."""

    given: str
    reads: tuple[str, ...]


class Made(NamedTuple):
    """A file of the last site; `reads` are places among the names."""

    path: str
    digest: str
    given: str
    reads: Sequence[int]


@dataclass
class Before:
    """What is known of the last site; nothing of one that was made from another frame."""

    frame: str
    names: list[str] = field(default_factory=list)
    sums: list[str] = field(default_factory=list)
    files: Mapping[str, Made] = field(default_factory=dict)
    values: Mapping[str, Sequence[int]] = field(default_factory=dict)
    leads: frozenset[tuple[str | None, str]] = frozenset()

    @classmethod
    def of(cls, raw: bytes | None, frame: str) -> Before:
        """What was `kept`, where it can be used."""
        if raw is not None:
            with suppress(ValueError, KeyError, TypeError):
                kept = parsed(raw)
                if kept["frame"] == frame:
                    files = {name: Made(*made) for name, made in kept["files"].items()}
                    leads = frozenset((path, fragment) for path, fragment in kept["leads"])
                    return cls(frame, kept["names"], kept["sums"], files, kept["values"], leads)
        return cls(frame)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each name stands."""
        return {name: place for place, name in enumerate(self.names)}

    def kept(
        self,
        files: Mapping[str, tuple[str, str, Traced | None]],
        values: Mapping[str, Traced],
        sum_of: Callable[[str], str],
        leads: Iterable[tuple[str | None, str]],
    ) -> bytes:
        """What the next build may know: of each file its path, its SHA-256 and what was noted.

        Nothing was noted of a file that stood. `sum_of` says of any other name than that of a new
        value what it is like now.
        """
        # Names stay at their places, so that what is known of files that stood stays as it is.
        places = dict(self.places)

        def placed(reads: Iterable[str]) -> list[int]:
            return [places.setdefault(name, len(places)) for name in reads]

        worked_out = {**self.values, **{name: placed(one.reads) for name, one in values.items()}}
        listed = dict[str, tuple[str, str, str, Sequence[int]]]()
        for name, (path, digest, noted) in files.items():
            if noted:
                listed[name] = (path, digest, noted.given, placed(noted.reads))
            else:
                listed[name] = (path, digest, *self.files[name][2:])
        for name in values:
            places.setdefault(name, len(places))
        sums = (values[name].given if name in values else sum_of(name) for name in places)
        return compact(
            {
                "frame": self.frame,
                "names": [*places],
                "sums": [*sums],
                "files": listed,
                "values": worked_out,
                "leads": sorted(map(list, leads), key=str),
            }
        )
