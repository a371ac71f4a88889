"""What `sitegen verify` does: holds a built site against its list, and against a new build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import file_digest
from pathlib import Path

from sitegen.build import build
from sitegen.errors import Place, Problem, SettingsError, in_order
from sitegen.manifest import MANIFEST, Manifest, read_manifest
from sitegen.messages import phrase
from sitegen.order import Order
from sitegen.read import shown


@dataclass(frozen=True, slots=True)
class Copy:
    """A site on disk: its folder, its list, and the SHA-256 of each file that is really there.

    What is no plain file (a link, a pipe) has an empty sum.
    """

    folder: Path
    manifest: Manifest
    sums: Mapping[str, str]


def copy_of(folder: Path) -> Copy:
    """Read a built site. Raises SettingsError S041 without a list that can be read, and S009."""
    if not folder.is_dir():
        raise SettingsError("S001", path=shown(folder))
    try:
        manifest = read_manifest((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        detail = error.strerror if isinstance(error, OSError) else str(error)
        raise SettingsError("S041", path=shown(folder / MANIFEST), detail=str(detail)) from error
    return Copy(folder, manifest, dict(_sums(folder)))


def _sums(folder: Path) -> Iterator[tuple[str, str]]:
    for top, folders, names in os.walk(folder):
        links = [name for name in folders if Path(top, name).is_symlink()]
        for name in (*names, *links):
            path = Path(top, name)
            relative = path.relative_to(folder).as_posix()
            if relative != MANIFEST:
                yield relative, _sum(path)


def _sum(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise SettingsError("S009", path=shown(path), detail=str(error.strerror)) from error


def verify(copy: Copy) -> tuple[Problem, ...]:
    """What was changed (P093), is missing (P094) or was added (P095) since the site was built."""
    listed, found = copy.manifest.sums, copy.sums
    codes = {path: "P095" for path in found if path not in listed}
    codes |= {path: "P094" for path in listed if path not in found}
    codes |= {path: "P093" for path in listed if path in found and found[path] != listed[path]}
    return in_order(_problem(copy, path, code) for path, code in codes.items())


def verify_by_rebuilding(copy: Copy, content: Path, jobs: int) -> tuple[Problem, ...]:
    """P096 for each file that a new build from the content does not give as it stands there.

    The day, the address and the commit are those that the list names. Raises SettingsError S041
    where it names none, ContentError where the content cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-verify-") as folder:
        output = Path(folder) / "site"
        build(replace(_order(copy, content), output=output, jobs=jobs))
        fresh = copy_of(output)
    said = {"content": shown(content)}
    differing = {path for path, _ in copy.sums.items() ^ fresh.sums.items()}
    return in_order(_problem(copy, path, "P096", **said) for path in differing)


def _order(copy: Copy, content: Path) -> Order:
    made_with = copy.manifest.made_with
    try:
        day = date.fromisoformat(made_with["day"])
        return Order(
            content, copy.folder, day, day, made_with["url"], commit=made_with.get("commit", "")
        )
    except (KeyError, ValueError) as error:
        path = shown(copy.folder / MANIFEST)
        detail = phrase("it does not say for which day and address the site was built")
        raise SettingsError("S041", path=path, detail=detail) from error


def _problem(copy: Copy, path: str, code: str, **params: str) -> Problem:
    return Problem(shown(copy.folder / path), Place(1, 1), code, params)
