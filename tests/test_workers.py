"""What a crew is given is done, each item once; whatever goes wrong leaves nobody behind."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Generator, Iterator
from typing import Any

import pytest

from sitegen import workers
from sitegen.errors import ContentError, Place, Problem, SettingsError
from sitegen.workers import WAITING, Alone, Crew, Processes, batches, in_turn

DEADLINE = 30.0  # seconds, of which a process that ends needs none
WRONG = (Problem("profiles/ada.md", Place(3, 1), "P012", {"value": "no-such"}),)
CREWS = {"alone": Alone(), "two processes": Processes(2)}


def times(factor: int, item: int) -> int:
    if item == 13:
        raise ContentError(WRONG)
    return factor * item


def write(pipe: int, _: int) -> int:
    return os.write(pipe, b"x")


@pytest.mark.parametrize("crew", CREWS.values(), ids=CREWS)
def test_each_item_is_done_once_with_what_is_shared(crew: Crew) -> None:
    assert dict(crew.each(times, 3, range(12))) == {item: 3 * item for item in range(12)}
    with pytest.raises(ContentError) as raised:
        list(crew.each(times, 3, range(40)))
    assert raised.value.problems == WRONG


def negative(sign: int, item: int) -> int:
    if item % 40 == 13:
        raise SettingsError("S009", path=str(item))
    return sign * item


class LastFirst(Alone):
    def each(self, *given: Any) -> Generator[tuple[Any, Any], None, None]:
        yield from reversed([*super().each(*given)])


@pytest.mark.parametrize("crew", [Alone(), LastFirst(), Processes(2)])
def test_small_items_come_in_their_order_and_so_do_their_failures(
    crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [*in_turn(crew, negative, -1, range(9))] == [-item for item in range(9)]
    monkeypatch.setattr(workers, "WORTH_SHARING", 9)
    monkeypatch.setattr(workers, "AT_ONCE", 3)
    assert [*in_turn(crew, negative, -1, range(11))] == [-item for item in range(11)]
    with pytest.raises(SettingsError) as raised:
        list(in_turn(crew, negative, -1, range(99)))
    assert raised.value.params == {"path": "13"}


def test_a_batch_is_as_large_as_it_may_be_and_nothing_is_left_out() -> None:
    sizes = [3, 4, 0, 9, 1, 1, 6, 0]
    assert [*batches(sizes, 7)] == [(0, 3), (3, 4), (4, 6), (6, 8)]
    assert [*batches([], 7)] == []


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


def ended(_: object, item: int) -> int:
    if item == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def test_a_process_that_is_ended_from_outside_is_told_in_words() -> None:
    with pytest.raises(SettingsError) as raised:
        list(Processes(2).each(ended, None, range(9)))
    assert raised.value.code == "S051"


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
