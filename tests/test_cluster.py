"""A build on a cluster, with a scheduler and two workers: whatever happens, the same bytes."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Generator, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from distributed import Client, LocalCluster, Scheduler

from sitegen import cluster
from sitegen.build import build, crew_for
from sitegen.cluster import of_this_machine, on_cluster
from sitegen.cluster.versions import versions_here
from sitegen.errors import ContentError, SettingsError
from sitegen.matching import ranking, reading
from sitegen.order import Order
from sitegen.workers import Crew
from sitegen.write import Stage
from tests.conftest import CLOCK, ROOT
from tests.test_build import tree
from tests.test_workers import WRONG, times

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
DEADLINE = 120.0  # seconds, of which what ends needs few


def until(reached: Callable[[], object]) -> None:
    end = time.monotonic() + DEADLINE
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.01)


def name(shared: dict[str, str], _: int) -> tuple[int, str]:
    """Which process this is, and which copy of what is shared: a new one has no name yet."""
    return os.getpid(), shared.setdefault("name", uuid4().hex)


def begin(folder: Path, item: int) -> int:
    """Say so; all but the first then wait until they may end."""
    (folder / f"begun-{item}").touch()
    until(lambda: item == 0 or (folder / "end").exists())
    return item


def broken(*_: object) -> None:
    raise ModuleNotFoundError("nothing of that name")


def end(_: object, item: int) -> int:
    if item == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalCluster]:
    """A scheduler and two processes that work."""
    with of_this_machine(2) as started:
        yield started


@pytest.fixture
def scheduler(engine: LocalCluster) -> Scheduler:
    """The scheduler, when both are there."""
    scheduler = engine.scheduler
    assert isinstance(scheduler, Scheduler)
    until(lambda: len(scheduler.workers) == 2)
    return scheduler


@pytest.fixture
def crew(scheduler: Scheduler) -> Iterator[Crew]:
    with on_cluster(scheduler.address, 1) as crew:
        yield crew


def test_a_cluster_of_this_machine_is_reached_from_nowhere_else(scheduler: Scheduler) -> None:
    here = psutil.Process()
    found = [
        one.laddr.ip
        for process in (here, *here.children(recursive=True))
        for one in process.net_connections()
        if one.status == psutil.CONN_LISTEN
    ]
    assert len(found) > len(scheduler.workers)
    assert set(found) == {"127.0.0.1"}


def test_each_worker_has_what_is_shared_once_and_failures_come_as_they_are(crew: Crew) -> None:
    found = dict(crew.each(name, {}, range(12)))
    assert sorted(found) == [*range(12)]
    # A worker may have its copy from another one, with the name: then two have the same.
    assert len({*found.values()}) == len({process for process, _ in found.values()})
    with pytest.raises(ContentError) as raised:
        list(crew.each(times, 3, range(40)))
    assert raised.value.problems == WRONG


def test_who_stops_listening_leaves_nothing_waiting(
    crew: Crew, scheduler: Scheduler, tmp_path: Path
) -> None:
    found = crew.each(begin, tmp_path, iter(range(99)))
    assert next(found) == (0, 0)
    until(lambda: len([*tmp_path.iterdir()]) == 3)
    assert isinstance(found, Generator)
    found.close()
    # Two are still at it, and nobody expects them any more.
    until(lambda: not scheduler.tasks)
    (tmp_path / "end").touch()
    assert len(dict(crew.each(times, 3, range(12)))) == 12


@pytest.mark.parametrize("times_wrong", [1, 2])
def test_a_scheduler_that_says_something_else_first_is_asked_again(
    scheduler: Scheduler, monkeypatch: pytest.MonkeyPatch, times_wrong: int
) -> None:
    begun = list[Client]()
    ensured: Callable[..., Awaitable[None]] = Client._ensure_connected

    async def ensure(client: Client, timeout: float | None = None) -> None:
        begun.append(client)
        await ensured(client, timeout)
        # What the engine itself says of a first message that is no greeting.
        assert len(begun) > times_wrong

    monkeypatch.setattr(Client, "_ensure_connected", ensure)
    known = len(scheduler.clients)
    if times_wrong == 1:
        with on_cluster(scheduler.address, 1) as crew:
            assert dict(crew.each(times, 3, range(2))) == {0: 0, 1: 3}
    else:
        with pytest.raises(SettingsError) as raised, on_cluster(scheduler.address, 1):
            pass
        assert raised.value.code == "S047"
    assert len(begun) == 2
    assert {client.status for client in begun} == {"closed"}
    until(lambda: len(scheduler.clients) == known)


def test_who_would_make_other_bytes_does_nothing(
    crew: Crew, scheduler: Scheduler, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = versions_here()
    assert {"Python", "sitegen", "jinja2", "pillow", "numpy"} <= here.keys()
    monkeypatch.setattr(cluster, "versions_here", lambda: {**here, "Python": "2.7"})
    with pytest.raises(SettingsError) as late:
        list(crew.each(times, 3, range(12)))
    with pytest.raises(SettingsError) as early, on_cluster(scheduler.address, 1):
        pass
    for raised in (late, early):
        assert raised.value.code == "S048"
        assert raised.value.params["detail"] == f"Python {here['Python']} ≠ 2.7"
        assert raised.value.params["value"] == platform.node()
    monkeypatch.setattr(cluster, "agree", broken)
    with pytest.raises(SettingsError) as early, on_cluster(scheduler.address, 1):
        pass
    assert early.value.code == "S048"
    assert early.value.params["value"] in scheduler.workers
    assert "nothing of that name" in early.value.params["detail"]


def test_the_bytes_are_the_same_though_a_worker_is_killed_in_the_middle(
    engine: LocalCluster, scheduler: Scheduler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = Order(MINIMAL, tmp_path / "alone", CLOCK)
    shared = replace(alone, output=tmp_path / "shared", cluster=scheduler.address)
    put, number = Stage.put, count()

    def killing(stage: Stage, path: str, content: bytes, part: str) -> None:
        if next(number) == 0:
            busy = {at for at, state in scheduler.workers.items() if state.processing}
            victim = next(one for one in engine.workers.values() if one.worker_address in busy)
            os.kill(victim.pid, signal.SIGKILL)
        put(stage, path, content, part)

    build(alone)
    monkeypatch.setattr(Stage, "put", killing)
    monkeypatch.setattr(ranking, "WORTH_SHARING", 0)
    monkeypatch.setattr(reading, "AT_ONCE", 1000)
    build(shared)
    assert tree(shared.output) == tree(alone.output)


@pytest.mark.parametrize("failures", [0, pytest.param(9, marks=pytest.mark.slow)])
def test_what_ends_every_worker_is_given_up(
    crew: Crew, scheduler: Scheduler, monkeypatch: pytest.MonkeyPatch, failures: int
) -> None:
    monkeypatch.setattr(scheduler, "allowed_failures", failures)
    with pytest.raises(SettingsError) as raised:
        list(crew.each(end, None, range(6)))
    assert raised.value.code == "S049"
    assert ("each worker" in raised.value.params["detail"]) is (failures == 0)


def test_a_cluster_that_is_none_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)

    def said(address: str) -> tuple[str, str]:
        with pytest.raises(SettingsError) as raised, on_cluster(address, 1):
            pass
        return raised.value.code, raised.value.params.get("detail", "")

    for wrong in ("127.0.0.1:8786", "tcp://a:b:8786", "tcp://[::1:8786", "tcp://a", "udp://a:1"):
        assert said(wrong) == ("S046", "")
    assert said("tls://127.0.0.1:1")[1].startswith("it wants certificates")
    assert said("tcp://127.0.0.1:1")[0] == "S047"
    with of_this_machine(0) as nobody:
        code, detail = said(nobody.scheduler_address)
    assert code == "S047"
    assert "workers" in detail


def test_without_the_extra_the_words_say_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sitegen.cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError) as raised:
        crew_for(Order(MINIMAL, MINIMAL, CLOCK, cluster="local"))
    assert raised.value.code == "S050"


# Whatever a shell starts in the background ignores Ctrl-C, and so does all that it starts.
INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from sitegen.__main__ import main
main()
"""


@pytest.mark.slow
def test_ctrl_c_ends_the_build_and_all_that_it_started(tmp_path: Path) -> None:
    # The sample, which takes seconds to make: the small site may be done before it is interrupted.
    command = ("build", "--content", ROOT / "content", "--cluster", "local")
    started = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *command, "--output", tmp_path / "out"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    until(lambda: [*tmp_path.glob(".out-*/new")])
    # As a terminal does it: to all processes of the command.
    os.killpg(started.pid, signal.SIGINT)
    # What it prints ends when nobody is left who could print.
    said, _ = started.communicate(timeout=DEADLINE)
    assert started.returncode == 1
    assert b"Aborted!" in said
    assert b"Traceback" not in said
    assert [*tmp_path.iterdir()] == []
