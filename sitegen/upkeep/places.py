"""Where private values may be written: never where the next commit or build would publish them."""

from __future__ import annotations

from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.read import shown
from sitegen.revisions import work_tree
from sitegen.write import MARKER


def check_place(path: Path, content: Path, private: Path) -> None:
    """Raise SettingsError S032 when a file here could be published by accident.

    Refused are the content, its repository, any built site, and every git work tree but that of
    the private folder.
    """
    target, source = path.resolve(), content.resolve()
    public = [source, work_tree(source)]
    around = work_tree(target)
    if around != work_tree(private.resolve()):
        public.append(around)
    public += [folder for folder in target.parents if (folder / MARKER).is_file()]
    for folder in public:
        if folder is not None and folder in (target, *target.parents):
            raise SettingsError("S032", path=shown(path), other=str(folder))
