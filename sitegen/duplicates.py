"""Two profiles of one person: near names, one website, one account, one venture.

Warnings, since two people can share all of these. Each profile is told the first other one.
Nothing compares all with all: names meet in a table by what is left when a letter or a word is
taken away, so ten thousand profiles take seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.errors import Problem
from sitegen.frontmatter import Loc
from sitegen.memo import ONCE, Alike, Memo
from sitegen.models import Profile
from sitegen.nearest import plain_letters
from sitegen.terms import fold_words
from sitegen.validate import Entry

# Shorter names differ by a letter because they are other names.
LONG_ENOUGH = 8
# How many earlier profiles with the same piece of a name are looked at.
MOST_COMPARED = 8
KEPT = 1 << 15
_FOUNDER = re.compile(r"found|fond|gründ|grund|fund|مؤسس|основател", re.I)


@dataclass(frozen=True, slots=True)
class _Traits(Alike):
    """What profiles are compared by, a row each."""

    rows: tuple[tuple[object, ...], ...]

    @classmethod
    def of(cls, profiles: Mapping[str, Entry]) -> _Traits:
        models = ((slug, entry.model) for slug, entry in profiles.items())
        return cls(
            tuple(
                (slug, one.name, one.links, one.ventures, one.github, one.github_id, one.assisted)
                for slug, one in models
            )
        )


class _Twin(NamedTuple):
    """A profile that may be of somebody who has one already, and what says so."""

    slug: str
    loc: Loc
    code: str
    params: Mapping[str, str]


def duplicate_problems(profiles: Mapping[str, Entry], memo: Memo = ONCE) -> Iterator[Problem]:
    """A warning for each profile that may be of a person who has one already."""
    models = {slug: entry.model for slug, entry in profiles.items()}
    twins = memo.of("twins", (_Traits.of(profiles),), lambda: tuple(_twins(models)))
    for slug, loc, code, params in twins:
        source = profiles[slug].source
        yield Problem(source.path, source.place(loc), code, params, "warning")


def _twins(profiles: Mapping[str, Profile]) -> Iterator[_Twin]:
    names, shared = _Names(), _Shared(profiles.values())
    for slug, profile in profiles.items():
        other = names.nearest_before(slug, profile.name)
        if other:
            yield _Twin(slug, ("name",), "P080", {"other": other})
        yield from shared.with_earlier(slug, profile)


# A name, a website or a venture is asked for more than once, and again after each saved file.
@lru_cache(KEPT)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded; `Müller` and `Mueller`, `Łukasz` and `Lukasz` are one."""
    words = fold_words(plain_letters(name)).split()
    return tuple(re.sub(r"([aou])e", r"\1", word) for word in words)


class _Names:
    """The names so far, by every piece through which a near one is found."""

    def __init__(self) -> None:
        self.by_piece: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def nearest_before(self, slug: str, name: str) -> str:
        """The first earlier profile with a near name, or nothing; remember this one."""
        words = name_words(name)
        pieces = _pieces(words)
        found = (
            other
            for piece in pieces
            for other, theirs in self.by_piece.get(piece, ())
            if are_near(words, theirs)
        )
        nearest = next(found, "")
        for piece in pieces:
            known = self.by_piece.setdefault(piece, [])
            if len(known) < MOST_COMPARED:
                known.append((slug, words))
        return nearest


@lru_cache(KEPT)
def _pieces(words: tuple[str, ...]) -> tuple[str, ...]:
    """What two near names have in common, whatever their order; each once."""
    return tuple(dict.fromkeys(_cut(words)))


def _cut(words: tuple[str, ...]) -> Iterator[str]:
    ordered = " ".join(sorted(words))
    yield ordered
    if len(words) > 2:
        for index in range(len(words)):
            yield " ".join(sorted(words[:index] + words[index + 1 :]))
    for word in words:
        yield from (f"{word} {other[0]}." for other in words if other is not word and len(word) > 1)
    for written in {ordered, " ".join(words)} if len(ordered) >= LONG_ENOUGH else ():
        yield from (written[:index] + written[index + 1 :] for index in range(len(written)))


@lru_cache(KEPT)
def are_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same words in any order, one letter apart, with an initial, or without a middle name."""
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= 2 and len(long) - len(short) == 1 and not set(short) - set(long):
        return True
    if _with_initials(short, long):
        return True
    written = ((" ".join(one), " ".join(other)), (_ordered(one), _ordered(other)))
    return _initials(one) == _initials(other) and any(_a_letter_apart(*two) for two in written)


def _initials(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) == 1}


def _ordered(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _with_initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """`A. Diallo` and `Amina Diallo`: what is not the same word is the other's first letter."""
    rest, theirs = list(one), list(other)
    for word in one:
        if word in theirs and len(word) > 1:
            rest.remove(word)
            theirs.remove(word)
    if not rest or len(rest) != len(theirs) or len(rest) == len(one):
        return False
    pairs = zip(sorted(rest), sorted(theirs), strict=True)
    return all(min(len(a), len(b)) == 1 and a[0] == b[0] for a, b in pairs)


def _a_letter_apart(one: str, other: str) -> bool:
    """One letter more, less, other or swapped; a digit is no slip."""
    if min(len(one), len(other)) < LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return (one + other)[-1].isalpha()
    a, b = one[start:], other[start:]
    if a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:]):
        return a[0].isalpha() and b[0].isalpha()
    return (a == b[1:] and b[0].isalpha()) or (a[1:] == b and a[0].isalpha())


@lru_cache(KEPT)
def same_address(url: str) -> str:
    """An address without what does not matter: scheme, www., case of the host, slash at the end."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = re.sub(r"/(?:index\.html?)?$", "", parts.path)
    return f"{host}{path}" + (f"?{parts.query}" if parts.query else "")


class _Seen(NamedTuple):
    slug: str
    words: tuple[str, ...]


class _Shared:
    """Websites, accounts and ventures so far, with who has them."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        ventures = (venture for profile in profiles for venture in profile.ventures)
        self.sites_of_ventures = {same_address(one.url) for one in ventures if one.url}
        self.links: dict[str, _Seen] = {}
        self.accounts: dict[str, _Seen] = {}
        self.ventures: dict[str, list[_Seen]] = {}

    def with_earlier(self, slug: str, profile: Profile) -> Iterator[_Twin]:
        """What this profile shares with an earlier one; remember what it has."""
        me = _Seen(slug, name_words(profile.name))
        yield from self._account(me, profile)
        yield from self._ventures(me, profile)
        for index, link in enumerate(profile.links):
            address = same_address(link.url)
            # Founders link to what they built together; that is no sign of one person.
            if address in self.sites_of_ventures:
                continue
            first = self.links.setdefault(address, me)
            if first.slug != slug:
                yield _shared(me, ("links", index, "url"), link.url, first)

    def _account(self, me: _Seen, profile: Profile) -> Iterator[_Twin]:
        """One account for two; somebody who writes for others has it in their files too."""
        if profile.assisted:
            return
        ids = {"github": profile.github, "github_id": profile.github_id}
        for field, value in ids.items():
            if value is None:
                continue
            first = self.accounts.setdefault(f"{field} {str(value).lower().lstrip('@')}", me)
            if first.slug != me.slug:
                yield _shared(me, (field,), str(value), first)
                return

    def _ventures(self, me: _Seen, profile: Profile) -> Iterator[_Twin]:
        """One venture founded by two people with names that could be one person's."""
        for index, venture in enumerate(profile.ventures):
            address = same_address(venture.url) if venture.url else ""
            if not _FOUNDER.search(venture.role):
                continue
            for key in {fold_words(venture.name), address} - {""}:
                known = self.ventures.setdefault(key, [])
                first = next((seen for seen in known if _could_be_one(me.words, seen.words)), None)
                if first and first.slug != me.slug:
                    yield _shared(me, ("ventures", index, "name"), venture.name, first)
                    return
                if len(known) < MOST_COMPARED:
                    known.append(me)


def _shared(me: _Seen, loc: Loc, value: str, first: _Seen) -> _Twin:
    return _Twin(me.slug, loc, "P129", {"value": value, "other": first.slug})


def _could_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Not near enough to warn alone: a name in common, and the same first letter in another."""
    common = {word for word in set(one) & set(other) if len(word) > 2}
    if not common or are_near(one, other):
        return False
    mine, theirs = ([w for w in words if w not in common] for words in (one, other))
    return bool({word[0] for word in mine} & {word[0] for word in theirs})
