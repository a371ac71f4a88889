"""What a crew is given is done, each item once; whatever goes wrong leaves nobody behind."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterator

import pytest

from sitegen.workers import WAITING, Alone, Crew, Processes

DEADLINE = 30.0  # seconds, of which a process that ends needs none
CREWS = {"alone": Alone(), "two processes": Processes(2)}


def times(factor: int, item: int) -> int:
    if item == 13:
        raise ValueError(item)
    return factor * item


def write(pipe: int, _: int) -> int:
    return os.write(pipe, b"x")


@pytest.mark.parametrize("crew", CREWS.values(), ids=CREWS)
def test_each_item_is_done_once_with_what_is_shared(crew: Crew) -> None:
    assert dict(crew.each(times, 3, range(12))) == {item: 3 * item for item in range(12)}
    with pytest.raises(ValueError, match="13"):
        list(crew.each(times, 3, range(40)))


def test_what_nobody_fetches_yet_is_not_begun() -> None:
    """A site is larger than memory: its pieces are made as fast as they are put away."""
    begun: list[int] = []

    def items() -> Iterator[int]:
        for item in (n for n in range(100) if n != 13):
            begun.append(item)
            yield item

    found = Processes(2).each(times, 1, items())
    seen = [next(found) for _ in range(10)]
    assert len(seen) + 2 * WAITING >= len(begun) >= len(seen)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they are started anew, and notice")
def test_the_processes_of_a_killed_build_end_with_it() -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        for number, _ in enumerate(Processes(2).each(write, writing, range(99))):
            if number == 1:
                os.write(writing, b"!")
                signal.pause()
    os.close(writing)
    with os.fdopen(reading, "rb", 0) as stream:
        told = b""
        while b"!" not in told:
            told += stream.read(1)
        os.kill(parent, signal.SIGKILL)
        os.waitpid(parent, 0)
        # The pipe ends when nobody is left who could write into it.
        assert select.select([stream], [], [], DEADLINE)[0], "they wait for ever"
        assert set(stream.read()) <= set(b"x")
