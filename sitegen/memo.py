"""What was worked out before, for whoever works out the same again and again: `sitegen serve`.

Only ever a shortcut: a value is given again where everything it was made from is the very same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Value = TypeVar("Value")


class Alike:
    """Something of which an equal one is as good: all that it holds is compared."""

    __slots__ = ()


class Memo:
    """Values by name. What is kept must never be changed by those who get it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._last: dict[Hashable, object] = {}

    def of(self, name: Hashable, made_from: tuple[object, ...], make: Callable[[], Value]) -> Value:
        """The value kept under `name` if it was made from the same, else a new one.

        Objects are the same by identity; bytes, text and an `Alike` by what they hold. A failure is
        not kept.
        """
        kept = self._kept.get(name)
        if kept is not None and _same(kept[0], made_from):
            found: Value = kept[1]
            return found
        value = make()
        self._kept[name] = (made_from, value)
        return value

    def last(self, name: Hashable) -> Any:
        """What was last kept under `name` by `keep`, or None: whoever asks says if it holds."""
        return self._last.get(name)

    def keep(self, name: Hashable, value: object) -> None:
        """Keep a value that is brought up to date and not made again."""
        self._last[name] = value


class Forgetful(Memo):
    """Keeps nothing: for whoever works out everything once."""

    def keep(self, name: Hashable, value: object) -> None:
        """Let it go."""

    def of(self, name: Hashable, made_from: tuple[object, ...], make: Callable[[], Value]) -> Value:
        """A new value, always."""
        return make()


ONCE = Forgetful()


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(
        one is other or (isinstance(one, bytes | str | Alike) and one == other)
        for one, other in zip(before, now, strict=True)
    )
