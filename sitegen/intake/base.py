"""The files as they stand before a submission, and who owns them."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import ContentError, SettingsError
from sitegen.frontmatter import Node, read_markdown
from sitegen.messages import phrase
from sitegen.ownership import CODEOWNERS, Account, maintainers
from sitegen.read import MARKDOWN_LIMIT
from sitegen.revisions import Revision, revision, top_of, work_tree


@dataclass(frozen=True, slots=True)
class Base:
    """The content of a commit, or of the folder when there is no commit to judge by."""

    content: Path
    revision: Revision | None = None

    def file(self, path: str) -> bytes | None:
        """A plain file by its path below the content.

        What the commit does not hold, the folder may: then that is what is there.
        """
        if self.revision:
            folder = self.content.resolve().relative_to(self.revision.repository.resolve())
            found = self.revision.file((folder / path).as_posix())
            if found is not None:
                return found
        file = self.content / path
        try:
            return file.read_bytes() if stat.S_ISREG(file.lstat().st_mode) else None
        except FileNotFoundError:
            return None

    def fields(self, path: str) -> dict[str, Node]:
        """The fields of a file; none when it is absent or cannot be read."""
        try:
            return dict(read_markdown(path, self.file(path) or b"", MARKDOWN_LIMIT).data)
        except ContentError:
            return {}

    def is_maintainer(self, account: Account) -> bool:
        """Whether CODEOWNERS names the account."""
        return any(account.is_same(found) for found in maintainers(self._codeowners()))

    def _codeowners(self) -> bytes | None:
        if self.revision:
            return self.revision.file(CODEOWNERS)
        content = self.content.resolve()
        file = (work_tree(content) or content.parent) / CODEOWNERS
        return file.read_bytes() if file.is_file() else None


def base_of(content: Path, name: str | None) -> Base:
    """The base by the name of a commit, or the folder itself.

    Raises SettingsError S016 when git does not know it, S001 when there is no folder.
    """
    if not content.is_dir():
        raise SettingsError("S001", path=str(content))
    if name is None:
        return Base(content)
    top = top_of(content)
    if not content.resolve().is_relative_to(top.resolve()):
        raise SettingsError("S016", detail=phrase("the content is in another repository"))
    return Base(content, revision(top, name))
