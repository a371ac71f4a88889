"""A folder of content, entry by entry.

Only plain files with expected names are read; links, special files and anything that does not
belong are problems that name them, never skipped in silence.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shlex import quote

from sitegen import urls
from sitegen.errors import Place, Problem, SettingsError
from sitegen.frontmatter import Source
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
from sitegen.read.texts import File, texts_of
from sitegen.text import size
from sitegen.workers import Alone, Crew

PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
TRANSLATION = re.compile(r"(?P<slug>[a-z0-9-]+)\.(?P<locale>[a-z]{2,3}(-[A-Za-z]{2,4})?)")


def read(root: Path, memo: Memo = ONCE, crew: Crew | None = None) -> Sources:
    """Read the content folder; a crew shares what is worth it.

    Raises SettingsError S001, S005 or S009.
    """
    if not root.is_dir():
        raise SettingsError("S001", path=shown(root))
    reader = _Reader(root)
    reader.walk()
    reader.read(memo, crew or Alone())
    return reader.sources()


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.collections: dict[str, dict[str, Source]] = {name: {} for name in COLLECTIONS}
        self.vocabulary: dict[str, Source] = {}
        self.translations: dict[tuple[str, str], Source] = {}
        self.photos: dict[str, Photo] = {}
        self.unread: set[str] = set()
        self.site: Source | None = None
        # The files of text that were met, each with what keeps its source.
        self.files: list[tuple[File, Callable[[Source], None]]] = []
        self.sums: dict[str, str] = {}
        # How messages show each folder with files of text.
        self.shown: dict[str, str] = {}

    def walk(self) -> None:
        for entry in entries_of(self.root):
            if entry.is_dir() and not entry.is_symlink():
                self.folder(entry)
            elif not self.is_plain(entry):
                continue
            elif entry.name == "site.yml":
                self.expect(entry, YAML_LIMIT, self.keep_site)
            else:
                near = joined(choices(entry.name, ("site.yml",)))
                self.problem(
                    entry, "P051", allowed=phrase("only site.yml and the folders are here"), **near
                )

    def read(self, memo: Memo, crew: Crew) -> None:
        """Read the files of text that were met."""
        texts = texts_of([file for file, _ in self.files], memo, crew)
        for source, digest, (file, keep) in zip(*texts, self.files, strict=True):
            self.sums[file.name] = digest
            if isinstance(source, Source):
                keep(source)
            else:
                self.problems.extend(source)
                self.unread.add(file.name)

    def sources(self) -> Sources:
        """What was read. Raises SettingsError S005."""
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
            self.sums,
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
        self.expect(entry, VOCABULARY_LIMIT, partial(self.vocabulary.__setitem__, entry.stem))

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
            if translated:
                keep = partial(self.translations.__setitem__, (slug, translated["locale"]))
            else:
                keep = partial(self.collections[collection].__setitem__, slug)
            self.expect(entry, limit, keep)

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

    def expect(self, entry: Path, limit: int, keep: Callable[[Source], None]) -> None:
        folder, name = os.path.split(entry)
        if folder not in self.shown:
            # Up to the name it is the same for all of them, and takes a while to find.
            self.shown[folder] = shown(entry).removesuffix(name)
        self.files.append((File(entry, limit, self.shown[folder] + name), keep))

    def keep_site(self, source: Source) -> None:
        self.site = source

    def is_plain(self, entry: Path) -> bool:
        mode = entry.lstat().st_mode
        if stat.S_ISDIR(mode):
            self.problem(entry, "P051", allowed=phrase("a folder here holds files, and no folders"))
        elif not stat.S_ISREG(mode):
            self.problem(entry, "P052")
        return stat.S_ISREG(mode)

    def problem(self, entry: Path, code: str, **params: str) -> None:
        self.problems.append(Problem(shown(entry), Place(1, 1), code, params))


def _better_name(entry: Path) -> str:
    """The file's name as it could be, each part between the dots by itself; or nothing."""
    parts = [slug(part) for part in entry.stem.split(".")]
    name = ".".join(part[0] for part in parts if part) + entry.suffix.lower()
    return name if all(parts) else ""
