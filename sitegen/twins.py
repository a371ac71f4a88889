"""Names that another computer takes for others: capitals, hidden signs, steps to other folders.

A file `profiles/Nadia.md` beside `profiles/nadia.md` is one file on most laptops, and which of
the two is there is chance.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# A backslash parts folders on Windows, a colon names a part of a file.
_NEVER = re.compile(r"[\\:\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def folded(path: str) -> str:
    """What a path is without capitals, compatible forms and signs that show nothing."""
    plain = unicodedata.normalize("NFKC", path).casefold()
    seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", seen)


def is_safe(path: str) -> bool:
    """Tell whether a path names the same file everywhere and none of git's own."""
    parts = path.split("/")
    return not _NEVER.search(path) and all(_is_safe_part(part) for part in parts)


def _is_safe_part(part: str) -> bool:
    # Windows drops dots and blanks at the end of a name, and knows `.git` as `git~1` too.
    return part != "" and part[-1] not in ". " and folded(part) not in (".git", "git~1")


class Names:
    """The paths of a tree, with their folders, looked up by what computers take them for."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._known: dict[str, set[str]] = {}
        for path in paths:
            for name in _with_folders(path):
                self._known.setdefault(folded(name), set()).add(name)

    def twin(self, path: str) -> str | None:
        """The first other name for which a path, or a folder of it, can be taken."""
        for name in _with_folders(path):
            others = self._known.get(folded(name), set()) - {name}
            if others:
                return min(others)
        return None


def _with_folders(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[: count + 1]) for count in range(len(parts)))
