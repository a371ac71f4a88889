"""Whatever ends a build, the site stays whole: killed, out of disk, read-only, two at once."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from sitegen import write as writing
from sitegen.build import build
from sitegen.check import directory_of
from sitegen.disk import exchange
from sitegen.errors import SettingsError
from sitegen.manifest import MANIFEST
from sitegen.order import Order
from sitegen.read import read
from sitegen.urls import Urls
from sitegen.write import MARKER, staged, write
from tests.conftest import CLOCK, ROOT
from tests.factories import site_files
from tests.test_build import tree

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
# So many in `make trust`; a part of them always.
KILLS, SOME = 50, 12
Recorded = Callable[[str, object], None]
# What Python tells of before it is done: a process is killed at one of these, by its number.
TOUCHING = ("open", "os.", "shutil.", "tempfile.", "ctypes.", "fcntl.")


@cache
def files() -> Mapping[str, bytes]:
    """Some files of the small site, pages and others: it is written hundreds of times here."""
    directory, _ = directory_of(read(MINIMAL), None, CLOCK)
    made = site_files(directory, Urls("https://minimal.example/"))
    return {path: made[path] for path in ("index.html", *sorted(made)[::9])}


def newer() -> Mapping[str, bytes]:
    return {**files(), "index.html": b"another", "more.txt": b"more"}


def put(site: Mapping[str, bytes], out: Path) -> dict[str, bytes]:
    write(site, out, "0", {"day": "2026-11-16"})
    return tree(out)


def steps_of(child: Callable[[], object], kill_at: int = 0) -> int:
    """Run in a process of its own, killed at a step; how many steps there were, or 0 if killed."""
    reading, writing_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        steps = 0

        def hook(event: str, _: Any) -> None:
            nonlocal steps
            if event.startswith(TOUCHING):
                steps += 1
                if steps == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            child()
        finally:
            os.write(writing_end, str(steps).encode())
            os._exit(0)
    os.close(writing_end)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(pid, 0)
    return int(told or 0)


@pytest.mark.parametrize("kills", [SOME, pytest.param(KILLS, marks=pytest.mark.trust)])
@pytest.mark.parametrize("can_exchange", [True, False], ids=["in one step", "by two renames"])
def test_a_build_killed_while_it_writes_leaves_a_whole_site(
    can_exchange: bool,
    kills: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Recorded,
) -> None:
    # What was flushed before a process dies is there afterwards in any case.
    monkeypatch.setattr(writing, "flush", lambda _: None)
    if not can_exchange:
        monkeypatch.setattr(writing, "exchange", lambda *_: False)
    out = tmp_path / "out"
    new, old = put(newer(), out), put(files(), out)
    total = steps_of(lambda: write(newer(), out, "0", {}))
    assert tree(out).keys() == new.keys()
    # Half of them anywhere, half around the swap, which comes near the end.
    chance = random.Random(kills)  # noqa: S311
    removing = len(old)
    moments = [chance.randrange(1, total) for _ in range(kills // 2)]
    moments += [chance.randrange(total - removing - 40, total) for _ in range(kills // 2)]
    for moment in moments:
        put(files(), out)
        assert steps_of(lambda: write(newer(), out, "0", {}), moment) == 0, moment
        if can_exchange or out.exists():
            assert tree(out).keys() in (old.keys(), new.keys()), moment
            assert tree(out)["index.html"] in (old["index.html"], b"another"), moment
        assert put(files(), out) == old, moment
        assert [path.name for path in tmp_path.iterdir()] == ["out"], moment
    record_property("kills survived while writing", len(moments))


def test_a_site_that_was_set_aside_comes_back_even_when_the_next_build_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By two renames there is a moment without a site: it is the next build that ends it."""
    out = tmp_path / "out"
    old = put(files(), out)
    work = tmp_path / ".out-sitegen-abc"
    work.mkdir()
    (work / MARKER).touch()
    out.rename(work / "old")
    monkeypatch.setattr(writing, "flush", _no_space)
    with pytest.raises(SettingsError):
        write(newer(), out, "0")
    assert tree(out) == old
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def _no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_everything_is_on_the_disk_before_the_site_is_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(writing, "flush", lambda work: seen.extend(tree(work / "new")))
    monkeypatch.setattr(writing, "exchange", lambda *_: seen.append("swapped"))
    (tmp_path / "out").mkdir()
    write({"a.txt": b"x"}, tmp_path / "out", "0", {})
    assert seen == [MARKER, "a.txt", MANIFEST, "swapped"]


def test_folders_of_others_beside_the_site_are_never_touched(tmp_path: Path) -> None:
    names = (".out-sitegen-letters", ".out-sitegen-", "out-sitegen-x", ".other-sitegen-x")
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "dear.txt").write_text("mine")
    (tmp_path / ".out-sitegen-link").symlink_to(tmp_path / "out-sitegen-x")
    put(files(), tmp_path / "out")
    put(newer(), tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {"out", ".out-sitegen-link", *names}
    assert all(tree(tmp_path / name) == {"dear.txt": b"mine"} for name in names)


def test_folders_trade_places_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert tree(tmp_path) == {"a/name": b"b", "b/name": b"a"}
    assert not exchange(tmp_path / "a", tmp_path / "missing")


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    out = tmp_path / "out"
    sites = [{**files(), f"only-{n}.txt": b"x", "index.html": str(n).encode()} for n in range(4)]
    whole = [put(site, out) for site in sites]
    pids = []
    for site in sites * 3:
        pid = os.fork()
        if pid == 0:
            # Whatever happens, this process is not the one that runs the tests.
            try:
                write(site, out, "0", {"day": "2026-11-16"})
                os._exit(0)
            finally:
                os._exit(1)
        pids.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in pids] == [0] * len(pids)
    assert tree(out) in whole
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_build_waits_for_no_other_and_clears_away_nothing_of_one_that_still_runs(
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    with staged(out) as slow, staged(tmp_path / "beside") as beside:
        slow.put("a.txt", b"slow", "")
        with staged(out) as quick:
            quick.put("a.txt", b"quick", "")
            quick.finish("0")
        beside.finish("0")
        assert tree(out)["a.txt"] == b"quick"
        slow.put("b.txt", b"slow", "")
        slow.finish("0")
    assert tree(out).keys() == {MARKER, "a.txt", "b.txt"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["beside", "out"]


LARGEST = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from sitegen.__main__ import main
main()
"""


def build_with(code: str, content: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, "build", "--content", content, "--output", out],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def test_a_disk_that_takes_no_more_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "out"
    old = put(files(), out)
    done = build_with(LARGEST, MINIMAL, out)
    assert (done.returncode, "S003" in done.stderr) == (2, True), done.stderr
    assert tree(out) == old
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    put(newer(), out)
    assert tree(out)["more.txt"] == b"more"


# $5 is the room for one site and a half.
FULL = 'mount -t tmpfs -o size="$5" none "$1" && cp -r "$2" "$1/out" && '
READ_ONLY = 'mount -t tmpfs none "$1" && cp -r "$2" "$1/out" && mount -o remount,ro "$1" && '
THEN = (
    '{ "$3" -m sitegen build --content "$4" --output "$1/out"; echo "status $?"; '
    'diff -r "$2" "$1/out" && ls -A "$1"; }'
)


@pytest.mark.trust
@pytest.mark.parametrize("disk", [FULL, READ_ONLY], ids=["full", "read-only"])
@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("unshare"), reason="needs unshare")
def test_a_full_or_read_only_disk_leaves_the_old_site(disk: str, tmp_path: Path) -> None:
    """On a disk of its own, which nobody else sees and which ends with the process."""
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk of their own")
    (tmp_path / "disk").mkdir()
    blocks = sum(len(raw) // 4096 + 1 for raw in put(files(), tmp_path / "old").values())
    folders = [str(path) for path in (tmp_path / "disk", tmp_path / "old")]
    arguments = [*folders, sys.executable, str(MINIMAL), str(blocks * 6144)]
    done = subprocess.run(
        [*alone, "sh", "-c", disk + THEN, "sh", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert "S003" in done.stderr, done.stderr
    assert done.stdout == "status 2\nout\n"


@pytest.mark.trust
def test_a_build_killed_at_any_moment_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Recorded
) -> None:
    """From the first look at the content to the last file, in one process and in several."""
    monkeypatch.setattr(writing, "flush", lambda _: None)
    content, out = Path(shutil.copytree(MINIMAL, tmp_path / "content")), tmp_path / "x" / "out"
    orders = [Order(content, out, CLOCK, jobs=jobs) for jobs in (1, 2)]
    build(orders[0])
    old = tree(out)
    totals = [steps_of(partial(build, order)) for order in orders]
    settings = content / "site.yml"
    settings.write_text(settings.read_text("utf-8").replace("Minimal", "Another"), "utf-8")
    chance = random.Random(2)  # noqa: S311
    killed = 0
    for number in range(KILLS):
        order, total = orders[number % 2], totals[number % 2]
        moment = chance.randrange(1, total)
        # Processes interleave: now and then there are fewer steps than there were.
        killed += steps_of(partial(build, order), moment) == 0
        found = tree(out)
        assert found == old or b"Another" in found["index.html"], moment
        assert found.keys() == old.keys(), moment
    build(orders[0])
    assert b"Another" in (out / "index.html").read_bytes()
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    assert killed > KILLS * 9 // 10
    record_property("kills survived in whole builds", killed)


def test_two_parts_that_want_one_path_are_named_and_the_first_has_it(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as stage:
        for part, path in (("pages", "a/x.html"), ("photos", "b.webp"), ("exports", "A/X.html")):
            stage.put(path, part.encode(), part)
        found = [(problem.code, problem.params) for problem in stage.clashes()]
        assert found == [("P091", {"value": "A/X.html", "first": "exports", "second": "pages"})]
        assert {**stage} == {"a/x.html": b"pages", "b.webp": b"photos"}
    assert [*tmp_path.iterdir()] == [], "what is not finished is cleared away"
