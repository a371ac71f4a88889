"""What a build read, judged and matched → bytes for the next one, and back.

Python's pickle: nothing else gives the very objects back that others hang on, and as fast. Whoever
can write such bytes can have code run, so they lie where nobody else may write (sitegen/cache.py),
and name nothing but this program's classes and the few of others that it is made of.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sitegen.manifest import sum_of
from sitegen.memo import Memo
from sitegen.read import Photo

OF_OTHERS = frozenset(
    (
        ("array", "_array_reconstructor"),
        ("array", "array"),
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("collections", "Counter"),
        ("collections", "defaultdict"),
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
    )
)
# Modules whose functions values hold: one for each condition.
OF_FUNCTIONS = frozenset(("sitegen.matching.said",))


def packed(value: object) -> bytes:
    """What a build may start from; of photos their names alone."""
    stream = io.BytesIO()
    _Pickler(stream, 5).dump(value)
    return stream.getvalue()


def unpacked(raw: bytes | None) -> Any:
    """What was packed; None where that cannot be had."""
    if raw is not None:
        # Bytes that say anything may fail in any way: then all is worked out anew.
        with suppress(Exception), _no_cycles():
            return _Unpickler(io.BytesIO(raw)).load()
    return None


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Millions of values come in one go, all to stay: looking for cycles takes half of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def known(raw: bytes | None) -> Memo:
    """The memo that was packed; an empty one where that cannot be had."""
    memo = unpacked(raw)
    return memo if isinstance(memo, Memo) else Memo()


class _Pickler(pickle.Pickler):
    """Photos lie in the content, and are longer than all else."""

    def persistent_id(self, one: object) -> tuple[str, str] | None:
        return (one.path, sum_of(one.raw)) if isinstance(one, Photo) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream)
        self._photos: dict[tuple[str, str], Photo] = {}

    def persistent_load(self, name: Any) -> Photo:
        """The same wherever it is named: what was made from it hangs on one look at the file."""
        if name not in self._photos:
            self._photos[name] = _photo(*name)
        return self._photos[name]

    def find_class(self, module: str, name: str) -> Any:
        is_ours = module.startswith("sitegen.")
        if not is_ours and (module, name) not in OF_OTHERS:
            raise pickle.UnpicklingError(name)
        found = super().find_class(module, name)
        # Functions of ours that values hold (the conditions of matching) do nothing to files.
        is_theirs = is_ours and getattr(found, "__module__", "") != module
        if is_theirs or (is_ours and not isinstance(found, type) and module not in OF_FUNCTIONS):
            raise pickle.UnpicklingError(name)
        return found


def _photo(path: str, digest: str) -> Photo:
    with suppress(OSError):
        raw = Path(path).read_bytes()
        if sum_of(raw) == digest:
            return Photo(path, raw)
    # Like no photo that there is: whatever was made from it is made anew.
    return Photo("", b"")
