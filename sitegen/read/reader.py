"""A folder of content, entry by entry.

Only plain files with expected names are read; links, special files and anything that does not
belong are problems that name them, never skipped in silence.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from shlex import quote

from sitegen import urls
from sitegen.bounded import bounded
from sitegen.errors import ContentError, Place, Problem, SettingsError
from sitegen.frontmatter import Source, read_file
from sitegen.memo import ONCE, Memo
from sitegen.messages import phrase
from sitegen.models.fields import is_language
from sitegen.nearest import choices, joined, slug
from sitegen.photos import PHOTO_LIMIT
from sitegen.read.files import (
    MARKDOWN_LIMIT,
    VOCABULARY_LIMIT,
    YAML_LIMIT,
    entries_of,
    raw_of,
    shown,
)
from sitegen.read.sources import COLLECTIONS, VOCABULARY, Photo, Sources
from sitegen.text import size

PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
TRANSLATION = re.compile(r"(?P<slug>[a-z0-9-]+)\.(?P<locale>[a-z]{2,3}(-[A-Za-z]{2,4})?)")


def read(root: Path, memo: Memo = ONCE) -> Sources:
    """Read the content folder. Raises SettingsError S001, S005 or S009."""
    if not root.is_dir():
        raise SettingsError("S001", path=shown(root))
    return _Reader(root, memo).read()


class _Reader:
    def __init__(self, root: Path, memo: Memo) -> None:
        self.root, self.memo = root, memo
        self.problems: list[Problem] = []
        self.collections: dict[str, dict[str, Source]] = {name: {} for name in COLLECTIONS}
        self.vocabulary: dict[str, Source] = {}
        self.translations: dict[tuple[str, str], Source] = {}
        self.photos: dict[str, Photo] = {}
        self.unread: set[str] = set()
        self.site: Source | None = None

    def read(self) -> Sources:
        for entry in entries_of(self.root):
            if entry.is_dir() and not entry.is_symlink():
                self.folder(entry)
            elif not self.is_plain(entry):
                continue
            elif entry.name == "site.yml":
                self.site = self.source(entry, YAML_LIMIT)
            else:
                near = joined(choices(entry.name, ("site.yml",)))
                self.problem(
                    entry, "P051", allowed=phrase("only site.yml and the folders are here"), **near
                )
        if self.site is None and not self.problems:
            raise SettingsError("S005", path=shown(self.root / "site.yml"))
        return Sources(
            shown(self.root),
            self.site,
            self.vocabulary,
            self.collections,
            self.translations,
            self.photos,
            tuple(self.problems),
            frozenset(self.unread),
        )

    def folder(self, folder: Path) -> None:
        if folder.name not in (*COLLECTIONS, "vocabulary"):
            names = (*COLLECTIONS, "vocabulary")
            near = joined(choices(folder.name, names))
            self.problem(folder, "P051", allowed=f"the folders are: {', '.join(names)}", **near)
            return
        for entry in entries_of(folder):
            if not self.is_plain(entry):
                continue
            if folder.name == "vocabulary":
                self.vocabulary_file(entry)
            elif folder.name == "vetting":
                self.entry(folder.name, entry, ".yml")
            elif folder.name == "profiles" and entry.suffix.lower() in PHOTO_SUFFIXES:
                self.photo(entry)
            else:
                self.entry(folder.name, entry, ".md")

    def vocabulary_file(self, entry: Path) -> None:
        if entry.suffix != ".yml" or entry.stem not in VOCABULARY:
            names = [f"{name}.yml" for name in VOCABULARY]
            near = joined(choices(entry.name, names))
            self.problem(entry, "P051", allowed=f"the files here are: {', '.join(names)}", **near)
            return
        source = self.source(entry, VOCABULARY_LIMIT)
        if source:
            self.vocabulary[entry.stem] = source

    def entry(self, collection: str, entry: Path, suffix: str) -> None:
        translated = TRANSLATION.fullmatch(entry.stem) if collection == "profiles" else None
        slug = translated["slug"] if translated else entry.stem
        if entry.suffix != suffix:
            photos = (
                f", photos with {', '.join(PHOTO_SUFFIXES)}" if collection == "profiles" else ""
            )
            self.problem(entry, "P051", allowed=f"the files here end with {suffix}{photos}")
        elif not urls.is_slug(slug):
            self.misnamed(entry)
        elif translated and not is_language(translated["locale"]):
            self.problem(entry, "P031", value=translated["locale"])
        elif slug in urls.RESERVED or (collection == "pages" and slug in urls.SECTIONS):
            self.problem(entry, "P053", value=slug)
        else:
            limit = MARKDOWN_LIMIT if suffix == ".md" else YAML_LIMIT
            source = self.source(entry, limit)
            if source and translated:
                self.translations[slug, translated["locale"]] = source
            elif source:
                self.collections[collection][slug] = source

    def photo(self, entry: Path) -> None:
        if not urls.is_slug(entry.stem):
            self.misnamed(entry)
        elif entry.stat().st_size > PHOTO_LIMIT:
            command = f"sitegen photo {quote(shown(entry))}"
            self.problem(entry, "P059", limit=size(PHOTO_LIMIT), command=command)
        elif entry.stem in self.photos:
            self.problem(entry, "P054", first=Path(self.photos[entry.stem].path).name)
        else:
            self.photos[entry.stem] = Photo(shown(entry), raw_of(entry, PHOTO_LIMIT))

    def misnamed(self, entry: Path) -> None:
        """A name that is no address; where its neighbour has that address, there are two."""
        better = _better_name(entry)
        other = entry.with_name(better) if better else entry
        if other.exists() and not other.samefile(entry):
            address = f"/{entry.parent.name}/{other.stem}/"
            self.problem(entry, "P091", value=address, first=other.name, second=entry.name)
        else:
            self.problem(entry, "P050", **joined((better,) if better else ()))

    def source(self, entry: Path, limit: int) -> Source | None:
        path, raw = shown(entry), raw_of(entry, limit)
        try:
            return self.memo.of(("source", path), (raw,), lambda: _source(path, raw, limit))
        except ContentError as error:
            self.problems.extend(error.problems)
            self.unread.add(path)
            return None

    def is_plain(self, entry: Path) -> bool:
        mode = entry.lstat().st_mode
        if stat.S_ISDIR(mode):
            self.problem(entry, "P051", allowed=phrase("a folder here holds files, and no folders"))
        elif not stat.S_ISREG(mode):
            self.problem(entry, "P052")
        return stat.S_ISREG(mode)

    def problem(self, entry: Path, code: str, **params: str) -> None:
        self.problems.append(Problem(shown(entry), Place(1, 1), code, params))


def _source(path: str, raw: bytes, limit: int) -> Source:
    with bounded(path):
        return read_file(path, raw, limit)


def _better_name(entry: Path) -> str:
    """The file's name as it could be, each part between the dots by itself; or nothing."""
    parts = [slug(part) for part in entry.stem.split(".")]
    name = ".".join(part[0] for part in parts if part) + entry.suffix.lower()
    return name if all(parts) else ""
