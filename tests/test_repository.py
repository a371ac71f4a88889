"""What must not be in the repository, and what must."""

from __future__ import annotations

import itertools
import re
import subprocess
from pathlib import Path

import pytest

from sitegen.cli import COMMANDS
from tests.conftest import ROOT

# Written in pieces, so that this file does not find itself.
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.", "deb." + "debian.org")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry() -> None:
    found = [
        path.name for path in tracked() if any(host.encode() in path.read_bytes() for host in HOSTS)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("lock", "least"),
    [
        ("requirements.lock", 20),
        ("sitegen/storage/requirements.lock", 20),
        ("sitegen/cluster/requirements.lock", 20),
        ("tests/requirements.lock", 20),
        ("benchmarks/requirements.lock", 1),
        ("tests/supply/requirements.lock", 20),
    ],
)
def test_every_package_of_a_lock_is_pinned_with_hashes(lock: str, least: int) -> None:
    text = (ROOT / lock).read_text("utf-8")
    packages = re.findall(r"(?m)^[a-z0-9][^\n]*?==\S+(?: ;[^\n\\]*)? \\\n    --hash=sha256:", text)
    assert len(packages) == len(re.findall(r"(?m)^[a-z0-9]", text)) >= least
    assert "://" not in text


def test_the_locks_agree() -> None:
    pinned = [
        dict(re.findall(r"(?m)^([a-z0-9.-]+)==(\S+)", (ROOT / name).read_text("utf-8")))
        for name in (
            "requirements.lock",
            "sitegen/storage/requirements.lock",
            "sitegen/cluster/requirements.lock",
            "tests/requirements.lock",
            "tests/supply/requirements.lock",
        )
    ]
    assert {"jinja2", "pydantic", "lunr"} <= set(pinned[0]) & set(pinned[1])
    for one, other in itertools.combinations(pinned, 2):
        assert {name for name in set(one) & set(other) if one[name] != other[name]} == set()


def test_every_dependency_has_a_line_in_the_decisions() -> None:
    text = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text("utf-8")
    wanted = re.findall(
        r'(?m)^    "([a-z0-9-]+)[>=\[]', (ROOT / "pyproject.toml").read_text("utf-8")
    )
    assert {name for name in wanted if name not in text and not name.startswith("types-")} == set()


def test_no_third_party_code_is_committed() -> None:
    for path in tracked():
        if path.suffix in (".js", ".css", ".py", ".mjs"):
            assert b"Oliver Nightingale" not in path.read_bytes() or path.name in (
                "lunr_js.py",
                "test_lunr_js.py",
                "test_repository.py",
            )


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"sitegen {command}" in text


def test_pictures_of_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for target in re.findall(r"\]\(((?!https?://|#)[^)]+)\)", text):
        assert (ROOT / target).exists(), target


def test_sizes_of_modules_and_functions_stay_readable() -> None:
    for path in (ROOT / "sitegen").rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 260, path
