"""What two processes must have alike to make the same bytes: the program, Python, the libraries."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import requires, version

from sitegen import __version__
from sitegen.errors import SettingsError
from sitegen.resources import PACKAGE, assets_dir, templates_dir

# By name; of the program also a sum of its files.
Versions = Mapping[str, str]


@cache
def versions_here() -> Versions:
    """The versions in this process."""
    named = [re.match(r"[\w.-]+", line) for line in requires("sitegen") or () if ";" not in line]
    libraries = {found[0]: version(found[0]) for found in named if found}
    program = f"{__version__} ({_program()[:10]})"
    return {"sitegen": program, "Python": platform.python_version(), **libraries}


def _program() -> str:
    """A sum of all files of the program, the same for a checkout and an installed package."""
    folders = {"": PACKAGE, "templates/": templates_dir(), "assets/": assets_dir()}
    files = {
        f"{name}{path.relative_to(folder).as_posix()}": path
        for name, folder in folders.items()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    found = sha256()
    for name in sorted(files):
        found.update(f"{name}\n{sha256(files[name].read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def agree(asked: Versions) -> None:
    """Refuse to work for who has other versions, with SettingsError S048."""
    here = versions_here()
    different = [
        f"{name} {here.get(name, '-')} ≠ {asked.get(name, '-')}"
        for name in sorted(here.keys() | asked.keys())
        if here.get(name) != asked.get(name)
    ]
    if different:
        raise SettingsError("S048", value=platform.node(), detail=", ".join(different))
