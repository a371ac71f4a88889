"""Commits of a git repository, read without checking them out. The only user of git.

`check` and `build` start no other program: what runs git asks for it by name (`guard`,
`intake --base`, `check --changed-from`).
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import SettingsError

PLAIN = ("100644", "100755")
# Settings of the machine or of a repository must not start programs or change what is printed.
_GIT = (
    "git", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "diff.renames=false", "-c", "diff.external=", "-c", "protocol.allow=never",
)  # fmt: skip
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Change:
    """One path that differs: `before` and `after` are git's modes, `000000` where it is absent."""

    path: str
    before: str
    after: str

    @property
    def is_plain(self) -> bool:
        """Whether both sides are plain files or nothing: no link, no folder of elsewhere."""
        return {self.before, self.after} <= {*PLAIN, "000000"}


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit: the folder of its repository and its full id."""

    repository: Path
    commit: str

    def file(self, path: str) -> bytes | None:
        """The bytes of a plain file at this commit, or None."""
        listed = _run(self.repository, "ls-tree", "-z", self.commit, "--", path).split(b"\0")[0]
        mode, _, rest = listed.partition(b" ")
        if mode.decode() not in PLAIN:
            return None
        blob = rest.split(b"\t")[0].split(b" ")[-1].decode()
        return _run(self.repository, "cat-file", "blob", blob)

    def paths(self, folder: str) -> tuple[str, ...]:
        """Every path below a folder at this commit, sorted."""
        listed = _run(
            self.repository, "ls-tree", "-r", "-z", "--name-only", self.commit, "--", f"{folder}/"
        )
        return tuple(sorted(_names(listed)))

    def changes_to(self, head: Revision) -> tuple[Change, ...]:
        """What `head` changes since it left this commit's history; a rename is delete and add.

        Raises SettingsError S016 when the two have no common history.
        """
        start = _run(self.repository, "merge-base", self.commit, head.commit).decode().strip()
        raw = _run(
            self.repository, "diff-tree", "-r", "-z", "--raw", "--no-renames", start, head.commit
        )
        fields = _names(raw)
        return tuple(
            Change(path, *meta.lstrip(":").split(" ")[:2])
            for meta, path in zip(fields[::2], fields[1::2], strict=True)
        )

    def messages_since(self, base: Revision) -> tuple[str, ...]:
        """The messages of all commits that are here and not in `base`, newest first."""
        span = f"{base.commit}..{self.commit}"
        return tuple(_names(_run(self.repository, "log", "-z", "--format=%B", span, "--")))


def revision(repository: Path, name: str) -> Revision:
    """The commit that a name means. Raises SettingsError S016."""
    found = _run(repository, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    return Revision(repository, found.decode().strip())


def changed_since(repository: Path, name: str) -> tuple[str, ...]:
    """Paths that the work tree changes since it left `name`'s history, untracked ones included.

    They are relative to the top of the repository. Raises SettingsError S016.
    """
    base = revision(repository, name)
    start = _run(repository, "merge-base", base.commit, "HEAD").decode().strip()
    changed = _names(_run(repository, "diff", "--name-only", "-z", "--no-renames", start, "--"))
    new = _names(
        _run(repository, "ls-files", "-z", "--others", "--exclude-standard", "--full-name")
    )
    return tuple(sorted({*changed, *new}))


def top_of(folder: Path) -> Path:
    """The folder at the top of the repository that holds `folder`. Raises SettingsError S016."""
    return Path(_run(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))


def _names(raw: bytes) -> list[str]:
    return [name for name in raw.decode("utf-8", "surrogateescape").split("\0") if name]


def _run(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, names behind `--`
            [*_GIT, *arguments], cwd=folder, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SettingsError("S016", detail=str(error)) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SettingsError("S016", detail=said[-1] if said else f"git {arguments[0]}")
    return done.stdout
