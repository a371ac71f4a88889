"""Sums of what is known of people and assignments: by them a change is told.

Of files their bytes count, of what follows from other files what follows. Both are the same from
one run to the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from operator import attrgetter

from sitegen.directory import Directory
from sitegen.kept.watched import ALL
from sitegen.manifest import sum_of
from sitegen.matching import Matches
from sitegen.read import Sources


def sum_of_text(value: object) -> str:
    """128 bits of the SHA-256 of a value as Python writes it."""
    return sha256(repr(value).encode(errors="surrogatepass")).hexdigest()[:32]


# The sum of whoever and whatever is not there.
NOBODY = sum_of_text(None)


class Facts:
    """The sums of one build, each worked out when it is first asked for.

    `rest` is that of all content which is neither a person's nor an assignment.
    """

    def __init__(self, sources: Sources, directory: Directory, matches: Matches) -> None:
        self._directory, self._matches = directory, matches
        self._people, self._postings, rest = _by_slug(sources)
        self.rest = sum_of_text(rest)
        self._whole = sum_of_text(sorted(sources.sums.items()))
        self._known: dict[str, str] = {ALL: self._whole}
        self._text = Text()
        self._makers: Mapping[str, Callable[[str], object]] = {
            "person": self._person,
            "posting": self._posting,
            "fits": lambda slug: self._text.of(matches.for_person(slug)),
            "found": lambda slug: self._text.of(matches.postings.get(slug)),
            "guides": lambda slug: self._text.of(matches.guides.get(slug)),
        }

    def sum_of(self, name: str) -> str:
        """The sum of what is read under a name; also of one that is not there."""
        if name not in self._known:
            kind, _, slug = name.partition(":")
            self._known[name] = sum_of_text(self._makers[kind](slug))
        return self._known[name]

    def _person(self, slug: str) -> object:
        person = self._directory.people.get(slug)
        if person is None:
            return None
        photo = person.photo and sum_of(person.photo.raw)
        # What assignments say of somebody; marks and freshness follow from the files and the day.
        return self._people[slug], photo, person.record, person.taken

    def _posting(self, slug: str) -> object:
        posting = self._directory.postings.get(slug)
        return posting and (self._postings[slug], posting.is_open, posting.closed)


class Text:
    """Values of matching as text; those that stand in many places are written once."""

    def __init__(self) -> None:
        # With the object, so that no other gets its number.
        self._known: dict[int, tuple[object, str]] = {}
        self._fields: dict[type, Callable[[object], tuple[object, ...]] | None] = {}

    def of(self, value: object) -> str:
        """The same for equal values of the same class, and for no others."""
        kind = type(value)
        if kind is tuple:
            return f"({','.join(map(self.of, value))})"  # type: ignore[call-overload]  # a tuple
        if kind not in self._fields:
            self._fields[kind] = _fields_of(kind)
        held = self._fields[kind]
        if held is None:
            return repr(value)
        known = self._known.get(id(value))
        if known is None:
            text = f"{kind.__name__}({','.join(map(self.of, held(value)))})"
            known = self._known[id(value)] = value, text
        return known[1]


def _fields_of(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the fields of a value of a dataclass; of others there are none."""
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else []
    # Of one name alone it would give what it names, and not that in a tuple.
    return attrgetter(*names, "__class__") if names else None


def _by_slug(
    sources: Sources,
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, str], list[tuple[str, str]]]:
    """The files of each person, the one of each assignment, and all others: names and sums."""
    people, postings = defaultdict[str, list[tuple[str, str]]](list), dict[str, str]()
    rest = list[tuple[str, str]]()
    for path, digest in sources.sums.items():
        folder, _, name = path.removeprefix(f"{sources.root}/").rpartition("/")
        slug = name.partition(".")[0]
        if folder in ("profiles", "vetting"):
            people[slug].append((name, digest))
        elif folder == "assignments":
            postings[slug] = digest
        else:
            rest.append((path, digest))
    return people, postings, rest
