"""Check and build reach nothing but the folders they are given, and tell nothing private."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.canaries import CANARIES
from tests.conftest import ROOT
from tests.test_build import tree

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
CONTENT = ROOT / "content"
OVERLAY = ROOT / "tests" / "overlay"
Recorded = Callable[[str, object], None]
# Whatever Python tells of before it reaches for the network or another program ends the command.
# The build's own processes are forked, not started: os.fork is let through.
SEALED = """
import sys
BARRED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
    "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")
def hook(event, _):
    if event.startswith(BARRED):
        print("REACHED", event, file=sys.stderr, flush=True)
        raise SystemExit(99)
sys.addaudithook(hook)
if sys.argv[1] == "--planted":
    exec(sys.argv[2])
from sitegen.__main__ import main
main()
"""


def sealed(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A command that may use no network and start no program, on a machine without a network."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    can = shutil.which("unshare") and not subprocess.run([*alone, "true"], check=False).returncode
    return subprocess.run(
        [*(alone if can else ()), sys.executable, "-c", SEALED, *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.mark.parametrize(
    "planted",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('a.example', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
    ],
)
def test_the_seal_holds(planted: str) -> None:
    done = sealed("--planted", planted)
    assert (done.returncode, "REACHED" in done.stderr) == (99, True)


def test_check_build_and_doctor_use_no_network_and_start_no_program(tmp_path: Path) -> None:
    for code, *arguments in (
        (0, "check", "--content", MINIMAL),
        (0, "build", "--content", MINIMAL, "--output", tmp_path / "out", "--jobs", "2"),
        # A sample must not be opened to anybody: it says so.
        (1, "doctor", "--content", MINIMAL),
    ):
        done = sealed(*map(str, arguments))
        assert (done.returncode, "REACHED" in done.stderr) == (code, False), done.stderr


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("build", "--output", "out"),
    ("match", "--format", "json", "--private", "overlay"),
    ("match", "--private", "overlay"),
    ("report", "--public"),
    ("report", "--public", "--format", "json"),
    ("report", "--public", "--format", "markdown"),
    ("verify", "out"),
    ("explain", "P012"),
    ("schema", "profile"),
)


@pytest.mark.trust
def test_no_value_of_the_samples_overlay_is_found_after_a_command(
    tmp_path: Path, record_property: Recorded
) -> None:
    """Searched byte by byte: what was printed, what was written, and the program's own folder."""
    shutil.copytree(CONTENT, tmp_path / "content")
    shutil.copytree(OVERLAY, tmp_path / "overlay")
    planted = b"".join(tree(tmp_path / "overlay").values())
    assert len(CANARIES.findall(planted)) > 10
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    for arguments in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "sitegen", *arguments],
            capture_output=True,
            cwd=tmp_path,
            env={**env, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        assert not CANARIES.search(done.stdout + done.stderr), arguments
        written = {p: raw for p, raw in tree(tmp_path).items() if not p.startswith("overlay/")}
        found = [path for path, raw in written.items() if CANARIES.search(raw)]
        assert (arguments, found) == (arguments, [])
    record_property("commands searched for private values", len(COMMANDS))
