"""What each file of a site was made from, so that the next build makes only what may differ.

While a file is made, whatever is read of the directory and its matches is noted by name. In the
next build it stands as it is where nothing that was read has changed: whoever reads the same does
the same. This is how build systems trace what they depend on; values that are worked out on the
way, such as a row of a list, cut off a change that they do not show (Mokhov, Mitchell and Peyton
Jones, Build Systems à la Carte, 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sitegen.directory import Directory
from sitegen.kept.facts import NOBODY, Facts, sum_of_text
from sitegen.kept.traced import Before, Traced
from sitegen.kept.watched import WatchedDirectory, WatchedMatches
from sitegen.matching import Matches


class Entry(NamedTuple):
    """A file by its name in the ledger; None is in it where it stands as the last site has it."""

    name: str
    raw: bytes | None


File = bytes | Entry
# By output path.
Filed = Mapping[str, File]


class Noted(NamedTuple):
    """What was noted of files, and of values that were worked out for them, by name.

    `counted` is what the next build may know of the index of the search; empty where none was made.
    """

    files: Mapping[str, Traced]
    values: Mapping[str, Traced]
    counted: bytes = b""


class Anew:
    """Makes every file, whatever was made before."""

    # What was kept of the last index.
    index: bytes | None = None

    def __init__(self, directory: Directory, matches: Matches) -> None:
        self.directory, self.matches = directory, matches

    def has_moved(self, name: str) -> bool:
        """Whether what is read under a name is new, or not as it was for the last site."""
        return True

    def digest(self, name: str) -> str:
        """The SHA-256 of a file that stands."""
        raise KeyError(name)

    def look(self) -> None:
        """Find out what has changed of what was read for the last site, before files are made."""

    def file(self, name: str, given: object, make: Callable[[], bytes]) -> File:
        """The file of that name, which `make` makes, or that it stands.

        `given` is what it is made from besides the directory and its matches. It is compared as
        Python writes it, and so is made of plain values in an order.
        """
        return self.files((name,), given, lambda: (make(),))[0]

    def files(
        self,
        names: Sequence[str],
        given: object,
        make: Callable[[], Sequence[bytes]],
    ) -> Sequence[File]:
        """Files of these names that are made in one go."""
        return make()

    def taken(self) -> Noted:
        """What was noted since this was last asked."""
        return Noted({}, {})


class Ledger(Anew):
    """Makes the files of which the last build does not say that they would be the same.

    Files are made from its `directory` and `matches`, and from nothing else that is not `given` or
    the same for all files.
    """

    def __init__(
        self,
        directory: Directory,
        matches: Matches,
        facts: Facts,
        before: Before,
        index: bytes | None = None,
    ) -> None:
        super().__init__(
            WatchedDirectory(directory, self._note, self._worked_out),
            WatchedMatches(matches, self._note),
        )
        self._facts, self._before, self.index = facts, before, index
        self.counted = b""
        self._makers: dict[str, Callable[[str], object]] = {}
        # What is being made, the innermost last: the names of what it has read.
        self._open = list[dict[str, None]]()
        self._files, self._values = dict[str, Traced](), dict[str, Traced]()
        # Values as they are now; and the places of all names that are not as before.
        self._known = dict[str, Traced]()
        self._moved = set[int]()

    def look(self) -> None:
        """Ask for the sum of each."""
        before, moved = self._before, self._moved
        for place, name in enumerate(before.names):
            if name not in before.values and self._facts.sum_of(name) != before.sums[place]:
                moved.add(place)
        for name, reads in before.values.items():
            if not moved.isdisjoint(reads):
                moved.add(before.places[name])
        for kind in self._makers:
            self._settle(kind)

    def has_moved(self, name: str) -> bool:
        """As was found when it was looked for."""
        place = self._before.places.get(name)
        return place is None or place in self._moved

    def digest(self, name: str) -> str:
        """As it was noted."""
        return self._before.files[name].digest

    def files(
        self, names: Sequence[str], given: object, make: Callable[[], Sequence[bytes]]
    ) -> Sequence[File]:
        """Make them, unless they stand."""
        asked = sum_of_text(given)
        if all(self._stands(name, asked) for name in names):
            return [Entry(name, None) for name in names]
        with self._noting() as reads:
            made = make()
        noted = Traced(asked, (*reads,))
        self._files.update((name, noted) for name in names)
        return [Entry(name, raw) for name, raw in zip(names, made, strict=True)]

    def _stands(self, name: str, given: str) -> bool:
        stood = self._before.files.get(name)
        return bool(stood and stood.given == given and self._moved.isdisjoint(stood.reads))

    def taken(self) -> Noted:
        """What was noted."""
        found = Noted(self._files, self._values, self.counted)
        self._files, self._values, self.counted = {}, {}, b""
        return found

    def sum_of(self, name: str) -> str:
        """A sum of what is read under a name as it is now; nothing where nobody asked for it."""
        place = self._before.places.get(name)
        if place is None or name not in self._before.values:
            return self._facts.sum_of(name)
        return "" if place in self._moved else self._before.sums[place]

    def _worked_out(self, kind: str, make: Callable[[str], object]) -> None:
        self._makers[kind] = make
        self._settle(kind)

    def _settle(self, kind: str) -> None:
        """Values of which something moved may well be the same."""
        before = self._before
        for place in [*self._moved]:
            name = before.names[place]
            if not name.startswith(f"{kind}:") or self._is_gone(before.values[name]):
                continue
            if self._value(name).given == before.sums[place]:
                self._moved.discard(place)

    def _is_gone(self, reads: Iterable[int]) -> bool:
        """Whether a value was worked out of somebody who is not there any more."""
        names = (self._before.names[place] for place in reads)
        return any(
            name.startswith(("person:", "posting:")) and self._facts.sum_of(name) == NOBODY
            for name in names
        )

    def _value(self, name: str) -> Traced:
        if name not in self._known:
            kind, _, slug = name.partition(":")
            with self._noting() as reads:
                digest = sum_of_text(self._makers[kind](slug))
            self._known[name] = self._values[name] = Traced(digest, (*reads,))
        return self._known[name]

    def _note(self, name: str) -> None:
        # Before anybody else has a value worked out: then what it reads would not be noted.
        if name.partition(":")[0] in self._makers:
            self._value(name)
        if self._open:
            self._open[-1][name] = None

    @contextmanager
    def _noting(self) -> Iterator[Iterable[str]]:
        self._open.append({})
        try:
            yield self._open[-1]
        finally:
            self._open.pop()


def raw_of(file: File) -> bytes | None:
    """What is in a file that was made."""
    return file.raw if isinstance(file, Entry) else file
