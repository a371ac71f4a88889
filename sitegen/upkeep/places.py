"""Where private values may be written: never where the next commit or build would publish them."""

from __future__ import annotations

from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.read import shown
from sitegen.write import MARKER


def check_place(path: Path, content: Path, private: Path) -> None:
    """Raise SettingsError S032 when a file here could be published by accident.

    Refused are the content, its repository, any built site, and every git work tree but that of
    the private folder.
    """
    target, source = path.resolve(), content.resolve()
    public = [source, _work_tree(source)]
    around = _work_tree(target)
    if around != _work_tree(private.resolve()):
        public.append(around)
    public += [folder for folder in target.parents if (folder / MARKER).is_file()]
    for folder in public:
        if folder is not None and folder in (target, *target.parents):
            raise SettingsError("S032", path=shown(path), other=str(folder))


def _work_tree(path: Path) -> Path | None:
    """The nearest folder around a path that git keeps; git itself is not asked."""
    return next((folder for folder in (path, *path.parents) if (folder / ".git").exists()), None)
