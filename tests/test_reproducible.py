"""The same content gives the same bytes, whatever surrounds the build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from sitegen.manifest import MANIFEST
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
Recorded = Callable[[str, object], None]
# Other Pythons, with what requirements.lock names: SITEGEN_PYTHONS, else those on the PATH.
NEEDED = "import babel, click, jinja2, lunr, markdown, nh3, numpy, orjson, PIL, pydantic, rjsmin"
VARIED: Mapping[str, tuple[Mapping[str, str], tuple[str, ...]]] = {
    "as it is": ({}, ()),
    "another time zone": ({"TZ": "Pacific/Kiritimati"}, ()),
    "yesterday's time zone": ({"TZ": "Pacific/Pago_Pago"}, ()),
    "a Turkish locale": ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, ()),
    "no locale": ({"LC_ALL": "C", "PYTHONUTF8": "0"}, ()),
    "another seed": ({"PYTHONHASHSEED": "4242"}, ()),
    "no seed": ({"PYTHONHASHSEED": "0"}, ()),
    "four processes": ({}, ("--jobs", "4")),
    "without assertions and with warnings": ({"PYTHONOPTIMIZE": "1", "PYTHONDEVMODE": "1"}, ()),
}


def pythons() -> list[str]:
    """Interpreters of other versions that could run the program."""
    named = os.environ.get("SITEGEN_PYTHONS", "python3.11 python3.12 python3.13 python3.14").split()
    found = (shutil.which(name) for name in named)
    return [path for path in found if path and _can_run(path)]


def _can_run(python: str) -> bool:
    return not subprocess.run([python, "-c", NEEDED], capture_output=True, check=False).returncode


def built(
    folder: Path,
    env: Mapping[str, str],
    options: tuple[str, ...] = (),
    *,
    python: str = sys.executable,
    umask: int = -1,
) -> bytes:
    """The list of all files with their sums, of a build in a folder of its own."""
    # In reverse, so that the folder lists its files in another order.
    for path in sorted(MINIMAL.rglob("*"), reverse=True):
        if path.is_file():
            target = folder / "content" / path.relative_to(MINIMAL)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    subprocess.run(
        [python, "-m", "sitegen", "build", "--output", "out", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        check=True,
        capture_output=True,
        umask=umask,
    )
    return (folder / "out" / MANIFEST).read_bytes()


@cache
def usual() -> list[bytes]:
    """The list that all others must equal, once it is made."""
    return []


def same(raw: bytes) -> bool:
    usual().append(raw)
    return raw == usual()[0]


@pytest.mark.trust
@pytest.mark.parametrize("name", VARIED)
def test_surroundings_change_no_byte(name: str, tmp_path: Path, record_property: Recorded) -> None:
    env, options = VARIED[name]
    assert same(built(tmp_path / "a folder" / name, env, options))
    record_property("builds compared", 1)


@pytest.mark.trust
def test_a_private_umask_changes_no_byte(tmp_path: Path, record_property: Recorded) -> None:
    assert same(built(tmp_path, {}, umask=0o077))
    record_property("builds compared", 1)


@pytest.mark.trust
def test_another_python_changes_no_byte(tmp_path: Path, record_property: Recorded) -> None:
    others = pythons()
    differing = [path for path in others if not same(built(tmp_path / path[1:], {}, python=path))]
    assert differing == []
    record_property("builds compared", len(others))
