"""A file that takes too long, or too much memory, is named, and the others are judged."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import bounded, workers
from sitegen.bodies import body_problems as real
from sitegen.check import check
from sitegen.errors import ContentError
from sitegen.frontmatter import Source
from sitegen.validate import files
from sitegen.workers import Alone, Crew, Processes
from tests.conftest import CLOCK, ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"


def _runs_for_ever() -> None:
    while True:
        pass


def _goes_on_after_any_failure() -> None:
    while True:
        try:
            _runs_for_ever()
        except Exception:  # noqa: BLE001, S112 - what a library may do
            continue


def _fills_the_memory() -> None:
    kept = [b"x" * 2 * bounded.MEMORY]
    del kept


@pytest.mark.parametrize(
    ("fault", "crew"),
    [
        (_runs_for_ever, Alone()),
        (_goes_on_after_any_failure, Processes(2)),
        (_fills_the_memory, Alone()),
        (_fills_the_memory, Processes(2)),
    ],
)
def test_the_file_is_named_and_the_others_go_on(
    fault: Callable[[], None], crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    def body_problems(collection: str, source: Source) -> list[object]:
        if source.path.endswith("tom-baker.md"):
            fault()
        if source.path.endswith("mariama-sow.md"):
            return list(real(collection, replace(source, body="")))
        return list(real(collection, source))

    monkeypatch.setattr(files, "body_problems", body_problems)
    monkeypatch.setattr(bounded, "CPU_SECONDS", 0.5)
    monkeypatch.setattr(workers, "WORTH_SHARING", 1)
    found = check(MINIMAL, (), CLOCK, crew=crew).problems
    of_people = [(p.code, Path(p.path).name) for p in found if "profiles" in p.path]
    assert of_people == [("P046", "mariama-sow.md"), ("P130", "tom-baker.md")]
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_the_limits_are_those_that_are_promised() -> None:
    assert (bounded.CPU_SECONDS, bounded.MEMORY) == (2.0, 512 * 1024 * 1024)
    with pytest.raises(ContentError), bounded.bounded("a.md"):
        raise MemoryError


def test_beside_the_main_thread_it_is_not_measured() -> None:
    done = []

    def work() -> None:
        with bounded.bounded("a.md"):
            done.append(signal.getitimer(signal.ITIMER_PROF))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [(0.0, 0.0)]
