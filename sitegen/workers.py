"""Where the stages that do not depend on each other run: here, or in processes."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
# From linux/prctl.h: the signal that a process gets when its parent ends.
PR_SET_PDEATHSIG = 1
# What the process that this one was forked from left to it.
_inherited: list[Any] = []


class Here(Executor):
    """Runs at once, in this process: one way of writing for one job and for many."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a call that has already been made; its exception is raised here."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Processes(ProcessPoolExecutor):
    """Packs what a call is given when it is made, in the thread that makes it.

    The pool would pack it later, in a thread of its own, while the caller goes on to fill what
    it shares with the call: a vocabulary works out its tables at first use.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a call on a copy of the arguments as they are now."""
        return super().submit(_unpacked, pickle.dumps((fn, args, kwargs)))


def _unpacked(packed: bytes) -> Any:
    fn, args, kwargs = pickle.loads(packed)  # noqa: S301 - packed by this program, just now
    return fn(*args, **kwargs)


def worth_having() -> int:
    """How many processes pay: two where they start by forking, else one.

    A process that starts anew takes longer to import the program than a site of some hundred
    pages takes to render.
    """
    return min(2, os.cpu_count() or 1) if sys.platform == "linux" else 1


@contextmanager
def workers(jobs: int) -> Iterator[Executor]:
    """An executor for so many processes."""
    if jobs <= 1:
        yield Here()
        return
    with Processes(jobs, _context(), _begin, (os.getpid(),)) as executor:
        yield executor


def each(
    call: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item], jobs: int
) -> list[Result]:
    """`call(shared, item)` for each item, in order, in so many processes.

    What is shared is inherited where processes fork, and so may be large; items and results are
    packed.
    """
    if jobs <= 1:
        return [call(shared, item) for item in items]
    with ProcessPoolExecutor(jobs, _context(), _begin, (os.getpid(), shared)) as executor:
        return list(executor.map(partial(_with_inherited, call), items))


def _begin(parent: int, *shared: Any) -> None:
    """What each process does first: it inherits, and ends when the one that started it does.

    A killed build tells its processes nothing, and forked ones would wait for it for ever.
    """
    _inherited[:] = shared
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _with_inherited(call: Callable[[Any, Any], Any], item: Any) -> Any:
    return call(_inherited[0], item)


def _context() -> multiprocessing.context.BaseContext:
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
