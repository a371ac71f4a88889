"""No value of the private folder is seen anywhere but where its keeper asked for it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from sitegen.cli import COMMANDS as ALL
from sitegen.cli import cli
from sitegen.serve import Server
from tests.canaries import BROKEN, CANARIES, COMMANDS, KEPT, OVERLAY, Case
from tests.conftest import ROOT
from tests.test_build import tree

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
Recorded = Callable[[str, object], None]
PRIVATE = [
    (command, case)
    for command, cases in COMMANDS.items()
    for case in cases
    if KEPT in case.arguments
]


@pytest.fixture(name="folder")
def repository_and_private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site in a repository, the private folder beside it, and every place to search."""
    shutil.copytree(MINIMAL, tmp_path / "repo" / "content")
    put_all(tmp_path)
    put(tmp_path / "sent.md", "### Name\n\nSomebody\n")
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    for order in (["init", "-q"], ["add", "."], [*NAMED, "commit", "-qm", "All"]):
        subprocess.run(["git", *order], check=True)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    for name, value in {"HOME": "home", "XDG_CACHE_HOME": "home/cache"}.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "outputs"))
    monkeypatch.setattr(Server, "watch", look_around)
    return tmp_path


NAMED = ["-c", "user.name=X", "-c", "user.email=x@members.example"]


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def put_all(folder: Path) -> None:
    shutil.rmtree(folder / "keeper", ignore_errors=True)
    for name, text in OVERLAY.items():
        put(folder / "keeper" / name, text)


def look_around(server: Server) -> None:
    """Somebody at the browser, then Ctrl-C."""
    here = ("", "profiles/tom-baker/", "assignments/dairy-exit-plan/", "api/v1/people.json")
    for path in (*here, "../keeper/log.yml", "%2e%2e/keeper/log.yml", "/../../keeper/log.yml"):
        with suppress(HTTPError), urlopen(server.url + path) as answer:
            server.say(answer.read().decode())
    raise KeyboardInterrupt


def seen(folder: Path, command: str, arguments: str) -> tuple[int, tuple[str, ...]]:
    """How a command ends, and where a canary is then, besides the private folder."""
    done = CliRunner().invoke(cli, [command, *arguments.split()])
    said = {"screen": done.stdout_bytes, "errors": done.stderr_bytes}
    written = {p: raw for p, raw in tree(folder).items() if not p.startswith("keeper/")}
    places = (place for place, raw in {**said, **written}.items() if CANARIES.search(raw))
    assert "Traceback" not in done.output
    return done.exit_code, tuple(places)


def test_every_command_has_its_cases() -> None:
    assert set(COMMANDS) == set(ALL)
    given = {name for name in ALL if "--private" in CliRunner().invoke(cli, [name, "-h"]).output}
    assert {command for command, _ in PRIVATE} == {*given, "build"}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_value_is_seen_but_where_it_was_asked_for(
    command: str, folder: Path, record_property: Recorded
) -> None:
    for case in COMMANDS[command]:
        found = Case(case.arguments, *seen(folder, command, case.arguments))
        assert found == case
        for name in case.seen:
            (folder / name).unlink(missing_ok=True)
    record_property("commands searched for private values", len(COMMANDS[command]))


def test_what_is_broken_in_the_private_folder_is_told_to_its_keeper_alone(folder: Path) -> None:
    for wrong, files in BROKEN.items():
        for name, text in files.items():
            put(folder / "keeper" / name, text)
        found = {name: seen(folder, name, case.arguments) for name, case in dict(PRIVATE).items()}
        assert {where for _, where in found.values()} <= {(), ("errors",)}, wrong
        # What a command does not need may be broken.
        stopped = {name for name, (ends, _) in found.items() if ends == 1}
        assert stopped == {"match", "introduce", "circles", "mails", "report"}, wrong
        put_all(folder)


def test_a_command_that_is_cut_short_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By Ctrl-C or a full disk, at the moment when a file is put in its place."""
    for failure in (KeyboardInterrupt(), OSError(28, "No space left on device")):

        def cut(*_: object, failure: BaseException = failure) -> None:
            raise failure

        monkeypatch.setattr(Path, "replace", cut)
        for command, case in PRIVATE:
            _, where = seen(folder, command, case.arguments)
            assert set(where) <= {"screen"} & set(case.seen), (command, case)
        assert tree(folder / "keeper").keys() == OVERLAY.keys()


def test_nothing_private_is_read_where_everybody_reads_the_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for command, case in PRIVATE:
        assert seen(folder, command, case.arguments) == (2, ()), (command, case)
    assert tree(folder / "keeper").keys() == OVERLAY.keys()
