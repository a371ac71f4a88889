"""What was worked out before, for whoever works out the same again: `serve`, and builds in a row.

Only ever a shortcut: a value is given again where everything it was made from is the very same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

Value = TypeVar("Value")
MadeFrom = tuple[object, ...]


class Alike:
    """Something of which an equal one is as good: all that it holds is compared."""

    __slots__ = ()


class Memo:
    """Values by name. What is kept must never be changed by those who get it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[MadeFrom, Any]] = {}
        self._last: dict[Hashable, object] = {}
        # What was asked for since this process has it, and how much of that was not known.
        self._asked: set[Hashable] = set()
        self._made = 0
        # Whether something that is brought up to date had to be begun anew.
        self.has_begun = False

    def __getstate__(self) -> tuple[object, ...]:
        """What is still asked for: names of files that have gone are let go with them."""
        kept = {name: self._kept[name] for name in self._kept if name in self._asked}
        return kept, self._last

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        Memo.__init__(self)
        self._kept, self._last = state

    @property
    def made(self) -> tuple[int, int]:
        """How many values had to be made since this process has it, and how many were asked for."""
        return self._made, len(self._asked)

    def of(self, name: Hashable, made_from: MadeFrom, make: Callable[[], Value]) -> Value:
        """The value kept under `name` if it was made from the same, else a new one.

        Objects are the same by identity; bytes, text and an `Alike` by what they hold. A failure is
        not kept.
        """
        (found,) = self.each([(name, made_from)], lambda _: [make()])
        return found

    def each(
        self,
        asked: Sequence[tuple[Hashable, MadeFrom]],
        make: Callable[[Sequence[int]], Iterable[Value]],
    ) -> list[Value]:
        """As `of`, for many at once: a name and what its value is made from.

        `make` is called once, with the places of those that are not known, and gives their values
        in this order.
        """
        unknown = [place for place, one in enumerate(asked) if not self._knows(*one)]
        self._asked.update(name for name, _ in asked)
        self._made += len(unknown)
        for place, value in zip(unknown, make(unknown) if unknown else (), strict=True):
            name, made_from = asked[place]
            self._kept[name] = made_from, value
        return [self._kept[name][1] for name, _ in asked]

    def has_gone(self, kind: str) -> bool:
        """Whether something of a kind, the first part of its name, was kept and not asked for."""
        return any(
            isinstance(name, tuple) and name[0] == kind for name in self._kept.keys() - self._asked
        )

    def let_go(self) -> None:
        """Forget all that is brought up to date."""
        self._last.clear()

    def last(self, name: Hashable) -> Any:
        """What was last kept under `name` by `keep`, or None: whoever asks says if it holds."""
        return self._last.get(name)

    def keep(self, name: Hashable, value: object, *, is_new: bool = False) -> None:
        """Keep a value that is brought up to date and not made again, unless it is a new one."""
        self._last[name] = value
        self.has_begun |= is_new

    def _knows(self, name: Hashable, made_from: MadeFrom) -> bool:
        kept = self._kept.get(name)
        return kept is not None and _same(kept[0], made_from)


class Forgetful(Memo):
    """Keeps nothing: for whoever works out everything once."""

    def keep(self, name: Hashable, value: object, *, is_new: bool = False) -> None:
        """Let it go."""

    def each(
        self,
        asked: Sequence[tuple[Hashable, MadeFrom]],
        make: Callable[[Sequence[int]], Iterable[Value]],
    ) -> list[Value]:
        """New values, always."""
        return [*make(range(len(asked)))]


ONCE = Forgetful()


def _same(before: MadeFrom, now: MadeFrom) -> bool:
    return len(before) == len(now) and all(
        one is other or (isinstance(one, bytes | str | Alike) and one == other)
        for one, other in zip(before, now, strict=True)
    )
