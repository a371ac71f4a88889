"""Who shares the stages of a build: this process alone, or processes that it starts."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from typing import Any, Protocol, TypeVar

from sitegen.errors import SettingsError, SitegenError

Shared = TypeVar("Shared")
Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")
# From linux/prctl.h: the signal that a process gets when its parent ends.
PR_SET_PDEATHSIG = 1
# Calls that wait for each process: enough that none is idle, few enough that what comes back of
# them is not all in memory at once.
WAITING = 3
# Small items that a process takes at a time, and from how many on a second process saves more than
# it costs to start.
AT_ONCE = 50
WORTH_SHARING = 300
# What the process that this one was forked from left to it.
_inherited: list[Any] = []


class Crew(Protocol):
    """Those who do the same to many items, in any order."""

    def each(
        self, call: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item]
    ) -> Generator[tuple[Item, Result], None, None]:
        """Give each item with `call(shared, item)` as soon as it is there.

        What is shared may be large: whoever needs a copy of it gets one, once. `call` is a
        function of a module. Raises what a call raised; what waits is then given up.
        """


class Alone:
    """This process: one item after the other, each when it is asked for."""

    def each(
        self, call: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item]
    ) -> Generator[tuple[Item, Result], None, None]:
        """Give each item with what comes of it, in order."""
        return ((item, call(shared, item)) for item in items)


class Processes:
    """So many processes, which inherit what is shared where they can be forked."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def each(
        self, call: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item]
    ) -> Generator[tuple[Item, Result], None, None]:
        """Give each item with what comes of it, whatever is done first.

        Raises SettingsError S051 when a process is ended from outside.
        """
        with ExitStack() as stack:
            given = (os.getpid(), shared)
            pool = ProcessPoolExecutor(self.jobs, _context(), _begin, given)
            # Whoever stops listening, or hears of a failure, does not wait for the rest.
            stack.callback(pool.shutdown, cancel_futures=True)
            try:
                yield from as_done(
                    lambda item: pool.submit(_with_inherited, call, item),
                    items,
                    self.jobs * WAITING,
                )
            except BrokenProcessPool as error:
                raise SettingsError("S051") from error


def as_done(
    submit: Callable[[Item], Future[Result]], items: Iterable[Item], most: int
) -> Generator[tuple[Item, Result], None, None]:
    """Give each item with what comes of it; at most so many wait or run at a time."""
    waiting: dict[Future[Result], Item] = {}
    for item in items:
        waiting[submit(item)] = item
        if len(waiting) >= most:
            yield from _done(waiting)
    while waiting:
        yield from _done(waiting)


def _done(waiting: dict[Future[Result], Item]) -> Generator[tuple[Item, Result], None, None]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield waiting.pop(future), future.result()


def in_turn(
    crew: Crew,
    call: Callable[[Shared, Item], Result],
    shared: Shared,
    items: Sequence[Item],
) -> Iterator[Result]:
    """What comes of each of many small items, in their order; a few are done by this process.

    Raises what the first of them raises that fails on purpose, as if one came after the other.
    """
    if len(items) < WORTH_SHARING:
        crew = Alone()
    starts = range(0, len(items), AT_ONCE)
    found = dict(crew.each(_some, (call, shared, items), starts))
    for start in starts:
        done, error = found.pop(start)
        yield from done
        if error:
            raise error


def _some(
    given: tuple[Callable[[Any, Any], Result], Any, Sequence[Any]], start: int
) -> tuple[list[Result], SitegenError | None]:
    call, shared, items = given
    try:
        return [call(shared, item) for item in items[start : start + AT_ONCE]], None
    except SitegenError as error:
        return [], error


def batches(sizes: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Cut what has these sizes in bytes into batches of so many at most; what is larger is one.

    A batch is from a place up to before another.
    """
    start = total = 0
    for place, size in enumerate(sizes):
        if place > start and total + size > most:
            yield start, place
            start, total = place, 0
        total += size
    if sizes:
        yield start, len(sizes)


def worth_having() -> int:
    """How many processes pay: two where they start by forking, else one.

    A process that starts anew takes longer to import the program than a site of some hundred
    pages takes to render.
    """
    return min(2, os.cpu_count() or 1) if sys.platform == "linux" else 1


def crew_of(jobs: int) -> Crew:
    """This process alone, or so many that it starts."""
    return Alone() if jobs <= 1 else Processes(jobs)


def _begin(parent: int, shared: object) -> None:
    """What each process does first: it inherits, and ends when the one that started it does.

    A killed build tells its processes nothing, and forked ones would wait for it for ever.
    """
    _inherited[:] = [shared]
    # Whoever looks for cycles among what was inherited writes on each page of it, and so has a copy
    # of all of it.
    gc.freeze()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _with_inherited(call: Callable[[Any, Any], Any], item: Any) -> Any:
    return call(_inherited[0], item)


def _context() -> multiprocessing.context.BaseContext:
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
