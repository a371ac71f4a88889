"""Commits of a git repository, read without checking them out. The only user of git.

`check` and `build` start no other program: what runs git asks for it by name (`guard`,
`intake --base`, `check --changed-from`).
"""

from __future__ import annotations

import functools
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.messages import phrase

PLAIN = ("100644", "100755")
# Settings of the machine or of a repository must not start programs or change what is printed.
_GIT = (
    "git", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "diff.renames=false", "-c", "diff.external=", "-c", "protocol.allow=never",
    "-c", "log.showSignature=false",
    # A folder of the content that looks like a bare repository would bring its own settings.
    "-c", "safe.bareRepository=explicit",
)  # fmt: skip
SECONDS = 120
ABSENT = "000000"


@dataclass(frozen=True, slots=True)
class Change:
    """One path that differs: `before` and `after` are git's modes, `000000` where it is absent."""

    path: str
    before: str
    after: str

    @property
    def is_plain(self) -> bool:
        """Whether both sides are plain files or nothing: no link, no folder of elsewhere."""
        return {self.before, self.after} <= {*PLAIN, ABSENT}


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit: the folder of its repository and its full id."""

    repository: Path
    commit: str

    def file(self, path: str) -> bytes | None:
        """The bytes of a plain file at this commit, or None."""
        mode, blob = _listing(self.repository, self.commit).get(path, (ABSENT, ""))
        return _run(self.repository, "cat-file", "blob", blob) if mode in PLAIN else None

    def paths(self, folder: str) -> tuple[str, ...]:
        """Every path below a folder at this commit, sorted; of the whole commit with `""`."""
        below = f"{folder}/" if folder else ""
        return tuple(
            path for path in _listing(self.repository, self.commit) if path.startswith(below)
        )

    def changes_to(self, head: Revision) -> tuple[Change, ...]:
        """What `head` changes since it left this commit's history; a rename is delete and add.

        Sorted by path. Where the histories meet in several commits, a path that differs from any
        of them counts: seen from one alone, a merge that takes back what this side changed
        between the two would look like no change. Raises SettingsError S016 when they never meet.
        """
        found = {
            change
            for start in _meetings(self.repository, self.commit, head.commit)
            for change in _differences(self.repository, start, head.commit)
        }
        return tuple(sorted(found, key=lambda change: (change.path, change.before)))

    def messages_since(self, base: Revision) -> tuple[str, ...]:
        """The messages of all commits that are here and not in `base`, newest first; no merges.

        What a merge brings along are commits of their own, or are in `base`.
        """
        form = ("--format=%H%n%B", f"{base.commit}..{self.commit}")
        # The id in front: a commit without message is one, too.
        entries = _names(_run(self.repository, "log", "-z", "--no-merges", *form, "--"))
        return tuple(entry.partition("\n")[2] for entry in entries)


def revision(repository: Path, name: str) -> Revision:
    """The commit that a name means. Raises SettingsError S016."""
    found = _run(repository, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    return Revision(repository, found.decode().strip())


def changed_since(repository: Path, name: str) -> tuple[str, ...]:
    """Paths that the work tree changes since it left `name`'s history, untracked ones included.

    They are relative to the top of the repository. Raises SettingsError S016.
    """
    base = revision(repository, name)
    start = _meetings(repository, base.commit, "HEAD")[0]
    changed = _names(_run(repository, "diff", "--name-only", "-z", "--no-renames", start, "--"))
    new = _names(
        _run(repository, "ls-files", "-z", "--others", "--exclude-standard", "--full-name")
    )
    return tuple(sorted({*changed, *new}))


def top_of(folder: Path) -> Path:
    """The folder at the top of the repository that holds `folder`. Raises SettingsError S016."""
    return Path(_run(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))


def work_tree(path: Path) -> Path | None:
    """The nearest folder around a whole path that git keeps; git itself is not asked."""
    return next((folder for folder in (path, *path.parents) if (folder / ".git").exists()), None)


@functools.lru_cache(maxsize=8)
def _listing(repository: Path, commit: str) -> Mapping[str, tuple[str, str]]:
    """Mode and object of every path of a commit, sorted by path."""
    listed = _names(_run(repository, "ls-tree", "-r", "-z", "--full-tree", commit))
    entries = (entry.partition("\t") for entry in listed)
    found = {path: meta.split(" ") for meta, _, path in entries}
    return {path: (found[path][0], found[path][2]) for path in sorted(found)}


def _meetings(repository: Path, first: str, second: str) -> list[str]:
    """The newest commits that both histories hold: one, or several where they cross."""
    return _run(repository, "merge-base", "--all", first, second).decode().split()


def _differences(repository: Path, start: str, end: str) -> Iterator[Change]:
    options = ("-r", "-z", "--raw", "--no-renames", "--ignore-submodules=none")
    fields = _names(_run(repository, "diff-tree", *options, start, end))
    for meta, path in zip(fields[::2], fields[1::2], strict=True):
        before, after = meta.lstrip(":").split(" ")[:2]
        yield Change(path, before, after)


def _names(raw: bytes) -> list[str]:
    return [name for name in raw.decode("utf-8", "surrogateescape").split("\0") if name]


def _environment() -> Mapping[str, str]:
    """Ours, less what would lead git to another repository or start a program."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG") or name == "GIT_INDEX_FILE"
    }
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


def _run(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, names behind `--`
            [*_GIT, *arguments],
            cwd=folder,
            env=_environment(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise SettingsError("S016", detail=str(error)) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if arguments[0] == "merge-base" and not said:
            raise SettingsError("S016", detail=phrase("the two have no history in common"))
        raise SettingsError("S016", detail=said[-1] if said else f"git {arguments[0]}")
    return done.stdout
