"""A directory and its matches that tell what was read of them: what a file was made from.

Whoever makes a file reads people and assignments one by one, each by its slug, and that is noted.
What is worked out over all of them hangs on all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping, ValuesView
from typing import TypeVar

from sitegen.directory import Directory, Person, Posting
from sitegen.matching import Matches, PersonMatches

Value = TypeVar("Value")
# Takes a name of what is read: `person:ada`, `fits:ada`; ALL for everything there is.
Note = Callable[[str], None]
ALL = "*"
# Takes a kind of values, and what works out the one of a slug.
WorkOut = Callable[[str, Callable[[str], object]], None]


class WatchedDirectory(Directory):
    """The directory it was given, in which every reading is noted."""

    def __init__(self, given: Directory, note: Note, work_out: WorkOut) -> None:
        people = _Noted("person", given.people, note)
        postings = _Noted("posting", given.postings, note)
        super().__init__(
            given.today, given.site, given.vocabulary, people, postings, given.articles
        )
        self.__dict__.update(_given=given, _note=note, _work_out=work_out)

    def once(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """As asked of the one that was given, which knows it already or keeps it."""
        return self._whole().once(name, make)

    def each(self, kind: str, make: Callable[[str], Value]) -> Mapping[str, Value]:
        """The same values; whoever reads one hangs on it, and not on what it was made from."""
        found = super().each(kind, make)
        self.__dict__["_work_out"](kind, found.__getitem__)
        return _Noted(kind, found, self.__dict__["_note"])

    @property
    def listed(self) -> tuple[Person, ...]:
        """The same people."""
        return self._whole().listed

    @property
    def guides(self) -> tuple[Person, ...]:
        """The same guides."""
        return self._whole().guides

    @property
    def open_postings(self) -> tuple[Posting, ...]:
        """The same assignments."""
        return self._whole().open_postings

    def _whole(self) -> Directory:
        self.__dict__["_note"](ALL)
        found: Directory = self.__dict__["_given"]
        return found


class WatchedMatches(Matches):
    """The matches it was given, in which every reading is noted."""

    def __init__(self, given: Matches, note: Note) -> None:
        postings = _Noted("found", given.postings, note)
        super().__init__(postings, _Noted("guides", given.guides, note))
        self.__dict__.update(_given=given, _note=note)

    def for_person(self, slug: str) -> PersonMatches:
        """The same matches."""
        self.__dict__["_note"](f"fits:{slug}")
        given: Matches = self.__dict__["_given"]
        return given.for_person(slug)


class _Noted(Mapping[str, Value]):
    """Values by slug; each that is asked for is noted, and so is whoever looks at them all."""

    def __init__(self, kind: str, given: Mapping[str, Value], note: Note) -> None:
        self._kind, self._given, self._note = kind, given, note

    def __getitem__(self, slug: str) -> Value:
        # Before it is looked for: that nobody is there is an answer, too.
        self._note(f"{self._kind}:{slug}")
        return self._given[slug]

    def __iter__(self) -> Iterator[str]:
        self._note(ALL)
        return iter(self._given)

    def __len__(self) -> int:
        self._note(ALL)
        return len(self._given)

    def values(self) -> ValuesView[Value]:
        """All of them."""
        self._note(ALL)
        return self._given.values()

    def items(self) -> ItemsView[str, Value]:
        """All of them by slug."""
        self._note(ALL)
        return self._given.items()
