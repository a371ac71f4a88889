"""Stages in processes of their own are given what they were given, not what came of it later."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from dataclasses import dataclass, field

import pytest

from sitegen.workers import workers

DEADLINE = 30.0  # seconds, of which a process that ends needs none


@dataclass
class Table:
    """A shared value that is filled as it is used, and remembers who packed it."""

    filled: dict[int, int] = field(default_factory=dict)
    packed_by: list[str] = field(default_factory=list)

    def __getstate__(self) -> dict[str, object]:
        self.packed_by.append(threading.current_thread().name)
        return {"filled": dict(self.filled), "packed_by": []}


def size(table: Table) -> int:
    return len(table.filled)


def test_a_call_is_packed_by_the_thread_that_makes_it_and_sees_nothing_later() -> None:
    table = Table()
    with workers(2) as executor:
        before = executor.submit(size, table)
        table.filled.update({n: n for n in range(1000)})
        after = executor.map(size, [table, table])
        table.filled.clear()
        assert before.result() == 0
        assert list(after) == [1000, 1000]
    assert set(table.packed_by) == {threading.current_thread().name}


def test_one_job_runs_here_on_the_thing_itself() -> None:
    table = Table({1: 1})
    with workers(1) as executor:
        assert executor.submit(size, table).result() == 1
    assert table.packed_by == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they are started anew, and notice")
def test_the_processes_of_a_killed_build_end_with_it() -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        with workers(2) as executor:
            list(executor.map(os.write, [writing] * 2, [b"x"] * 2))
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
        assert (told, stream.read()) == (b"xx!", b"")
