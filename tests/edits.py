"""Random edits of a small site, and builds with every cache that there is held to clean ones.

`EDITS` is the list. An edit changes the content, the program's templates and assets, what is asked,
the site that stands, what the caches hold, or ends a build half way. After each few of them
`sitegen build` is called as anybody calls it: its site, its words and its exit code have to be
those of a build without any cache into another folder.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from sitegen import build as building
from sitegen import resources, snapshot, write
from sitegen.cli import cli
from sitegen.commands import build as command
from tests.conftest import ROOT

CONTENT = ROOT / "tests" / "sites" / "minimal" / "content"
PHOTOS = sorted((ROOT / "content" / "profiles").glob("*.jpg"))[:2]
# Names that are near those of others, too: a build then has something to warn of.
MORE = ("Ama Boateng", "Ruth Okafor", "Ivo Brandt", "Lena Fischer", "Tom Bakker")
MOST_EDITS = 3
Tree = Mapping[str, bytes | None]
Ended = tuple[int, str]
# What a clean build gave, by what it was made of: several steps may come to the same.
_clean: dict[str, tuple[Ended, Tree]] = {}


def tree(folder: Path) -> Tree:
    """Every file below a folder with its content, and every folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@dataclass
class Site:
    """A content folder, the program's other folders, and what is built of them."""

    folder: Path
    chance: Random
    patch: pytest.MonkeyPatch
    options: dict[str, str] = field(default_factory=dict)
    words: int = 0

    def __post_init__(self) -> None:
        shutil.copytree(CONTENT, self.folder / "content")
        for name in ("templates", "assets"):
            shutil.copytree(ROOT / name, self.folder / name)
        for name in MORE:
            text = self.profile("mariama-sow").read_text("utf-8")
            self.profile(_slug(name)).write_text(text.replace("Mariama Sow", name), "utf-8")
        self.patch.chdir(self.folder)
        self.patch.setattr(resources, "_dir", lambda name: self.folder / name)
        # What was flushed is there in any case, as long as nobody pulls the plug.
        self.patch.setattr(write, "flush", lambda _: None)
        # A stage that lasts is told of; how long it lasts is no matter here.
        self.patch.setattr(command, "PATIENCE_OF_LOGS", 3600.0)
        # Each build comes at once after a change: by a coarse clock all files are young.
        self.patch.setattr(
            snapshot, "COARSE", self.chance.choice((snapshot.COARSE, snapshot.YOUNG))
        )

    def profile(self, slug: str) -> Path:
        return self.folder / "content" / "profiles" / f"{slug}.md"

    def one_of(self, *patterns: str) -> Path | None:
        """One of the files that are there, as by the patterns."""
        found = sorted(path for pattern in patterns for path in self.folder.glob(pattern))
        return self.chance.choice([path for path in found if path.is_file()] or [None])

    def word(self) -> str:
        """A word that stood nowhere yet."""
        self.words += 1
        return f"word{self.words}"

    def run(self, output: str, cache: str, *more: str) -> Ended:
        """Build: the exit code and what was said besides the result."""
        self.patch.setenv("XDG_CACHE_HOME", str(self.folder / cache))
        given = [part for option in self.options.items() for part in option if part]
        done = CliRunner().invoke(cli, ["build", "--jobs", "1", "--output", output, *given, *more])
        self.said = done.stdout
        return done.exit_code, done.stderr

    def clean(self) -> tuple[Ended, Tree]:
        """How a build without any cache ends, and the site that it makes."""
        of = repr([(name, tree(Path(name))) for name in ("content", "templates", "assets")])
        key = sha256(f"{of}{self.options}".encode()).hexdigest()
        if key not in _clean:
            shutil.rmtree("clean", ignore_errors=True)
            shutil.rmtree("clean-cache", ignore_errors=True)
            _clean[key] = self.run("clean", "clean-cache", "--no-cache"), tree(Path("clean"))
        return _clean[key]

    def check(self, told: str) -> None:
        """Build with the caches, and compare; then once more, with nothing changed."""
        before = tree(Path("out"))
        ended = self.run("out", "cache")
        clean_end, site = self.clean()
        assert ended == clean_end, told
        assert differing(tree(Path("out")), site if ended[0] == 0 else before) == [], told
        if ended[0] == 0:
            assert self.run("out", "cache") == ended, told
            assert self.said.startswith("Nothing has changed"), (told, self.said)
            assert differing(tree(Path("out")), site) == [], told


def differing(one: Tree, other: Tree) -> list[str]:
    """The paths at which two folders differ."""
    return sorted({path for path, _ in one.items() ^ other.items()})


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


Edit = Callable[[Site], object]
PEOPLE, WORK = "content/profiles/*.md", "content/assignments/*.md"
TEXTS = (PEOPLE, WORK)
SITE = ("out/**/*.html", "out/**/*.json", "out/assets/*", "out/*.txt", "out/.sitegen")
CACHE = ("cache/**/*",)


def changed(patterns: tuple[str, ...], old: str, new: Callable[[Site], str]) -> Edit:
    """In one of these files, what is first found by a regular expression becomes something new."""

    def edit(site: Site) -> None:
        path = site.one_of(*patterns)
        if path:
            text = path.read_text("utf-8")
            path.write_text(re.sub(old, lambda _: new(site), text, count=1), "utf-8")

    return edit


def _day(site: Site) -> str:
    return str(date(2026, 11, 16) - timedelta(site.chance.randrange(500)))


def _slug_of(pattern: str) -> Callable[[Site], str]:
    """One that there is; else a name that nobody has."""

    def one(site: Site) -> str:
        path = site.one_of(pattern)
        return path.stem if path else "nobody"

    return one


def _skill(site: Site) -> str:
    skills: list[str] = re.findall(
        r"(?<=- id: )[a-z-]+", Path("content/vocabulary/skills.yml").read_text()
    )
    return site.chance.choice(skills)


def _vowels(site: Site) -> str:
    return "".join(site.chance.choices("aeiou", k=2))


def _next(found: re.Match[bytes]) -> bytes:
    return b"b" if found[0] == b"a" else b"a"


def in_secret(patterns: tuple[str, ...]) -> Edit:
    """Other bytes, as many, and the time of the file as it was."""

    def edit(site: Site) -> None:
        path = site.one_of(*patterns)
        if path:
            said, raw = path.stat(), path.read_bytes()
            path.write_bytes(re.sub(rb"[a-z](?=[^a-z]*\Z)", _next, raw))
            os.utime(path, ns=(said.st_atime_ns, said.st_mtime_ns))

    return edit


def done(patterns: tuple[str, ...], what: Callable[[Path], object]) -> Edit:
    """Something done to one of these files, where there is one."""

    def edit(site: Site) -> None:
        path = site.one_of(*patterns)
        if path:
            what(path)

    return edit


def rewritten(path: Path) -> None:
    raw = path.read_bytes()
    path.unlink()
    path.write_bytes(raw)


def written(raw: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(raw)


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scratched(site: Site) -> None:
    path = site.one_of(*CACHE)
    raw = path.read_bytes() if path else b""
    if path and raw:
        place = site.chance.randrange(len(raw))
        path.write_bytes(raw[:place] + b"7" + raw[place + 1 :])


def renamed(site: Site) -> None:
    path = site.one_of(*TEXTS)
    if path:
        path.rename(path.with_name(f"{site.word()}.md"))


def copied(pattern: str) -> Edit:
    """One more person or assignment, like another."""

    def edit(site: Site) -> None:
        path, word = site.one_of(pattern), site.word()
        if path:
            text = re.sub(r"(name|title): .*", rf"\1: The {word}", path.read_text("utf-8"), count=1)
            path.with_name(f"{word}.md").write_text(text, "utf-8")

    return edit


def photo(site: Site) -> None:
    shutil.copy(site.chance.choice(PHOTOS), site.profile("leila-haddad").with_suffix(".jpg"))


def asked(name: str, *values: str | None) -> Edit:
    """Ask otherwise: one of the values, or without the option."""

    def edit(site: Site) -> None:
        value = site.chance.choice(values)
        site.options.pop(name, None)
        if value is not None:
            site.options[name] = value

    return edit


def kept(name: str) -> Edit:
    """Keep a folder as it is, for later."""

    def edit(site: Site) -> None:
        if Path(name).is_dir():
            shutil.rmtree(f"kept-{name}", ignore_errors=True)
            shutil.copytree(name, f"kept-{name}")

    return edit


def as_kept(name: str) -> Edit:
    """A folder as it was, times included; all of what lies there is older than what stood there."""

    def edit(site: Site) -> None:
        if Path(f"kept-{name}").is_dir():
            shutil.rmtree(name, ignore_errors=True)
            shutil.copytree(f"kept-{name}", name)

    return edit


def strangers_cache(site: Site) -> None:
    """What was kept for another folder, under the names of what is kept for this one."""
    theirs, ours = site.one_of("clean-cache/**/*"), site.one_of(*CACHE)
    if theirs and ours:
        shutil.copy(theirs, ours)


def other_site(site: Site) -> None:
    """The site of a clean build, which may have been made of something else, in place of ours."""
    if Path("clean").is_dir():
        shutil.rmtree("out", ignore_errors=True)
        shutil.copytree("clean", "out")


@contextmanager
def wrapped(site: Site, owner: object, name: str, after: Callable[[], object]) -> Iterator[None]:
    """As long as this lasts, something else happens after a call."""
    call = getattr(owner, name)

    def both(*given: object, **named: object) -> object:
        result = call(*given, **named)
        after()
        return result

    with site.patch.context() as patch:
        patch.setattr(owner, name, both)
        yield


def meanwhile(owner: object, name: str, *edits: str) -> Edit:
    """A build at a moment of which something is edited. What comes of it nobody can say yet."""

    def edit(site: Site) -> None:
        with wrapped(site, owner, name, lambda: EDITS[site.chance.choice(edits)](site)):
            site.run("out", "cache", "--timings", "times.json")

    return edit


def _cut() -> None:
    raise KeyboardInterrupt


def cut_short(owner: object, name: str) -> Edit:
    """A build that ends when something has just been done."""

    def edit(site: Site) -> None:
        with wrapped(site, owner, name, _cut):
            site.run("out", "cache", "--timings", "times.json")

    return edit


EDITS: Mapping[str, Edit] = {
    "nothing": lambda _: None,
    "a word": changed(TEXTS, r"\Z", lambda site: f"{site.word()}\n"),
    "two letters": changed(TEXTS, r"[aeiou]{2}(?=[^\n]*\n\Z)", _vowels),
    "a letter in secret": in_secret(TEXTS),
    "a skill": changed((PEOPLE,), r"(?<=level: )\d", lambda site: str(site.chance.randint(1, 4))),
    "a date": changed((PEOPLE,), r"(?<=confirmed: {on: )[\d-]+", _day),
    "another skill": changed((PEOPLE,), r"(?<=skill: )[a-z-]+", _skill),
    "another language": changed((PEOPLE,), r"(?<=languages: {)[a-z]+", lambda _: "de"),
    "another skill for an assignment": changed((WORK,), r"(?<=skill: )[a-z-]+", _skill),
    "somebody unlisted": changed((PEOPLE,), r"(?<=^---\n)", lambda _: "listed: no\n"),
    "a team": changed((WORK,), r"(?<=profile: )[a-z-]+", _slug_of(PEOPLE)),
    "a state": changed((WORK,), r"(?<=status: )(open|staffed)", lambda _: "withdrawn"),
    "a mark": changed(("content/vetting/*.yml",), r"(?<=on: )[\d-]+", _day),
    "a story": changed(("content/stories/*.md",), r"\Z", lambda site: f"{site.word()}\n"),
    "a translation": changed(("content/profiles/*.fr.md",), r"(?<=headline: )", Site.word),
    "a headline": changed((PEOPLE,), r"(?<=headline: )", lambda site: f"{site.word()} "),
    "a title": changed((WORK,), r"(?<=title: )", lambda site: f"{site.word()} "),
    "another name": renamed,
    "one person more": copied(PEOPLE),
    "one assignment more": copied(WORK),
    "one person less": done((PEOPLE,), Path.unlink),
    "one assignment less": done((WORK,), Path.unlink),
    "a photo": photo,
    "an empty photo": done(("content/profiles/*.jpg",), written(b"")),
    "a label": changed(
        ("content/vocabulary/skills.yml", "content/vocabulary/sectors.yml"),
        r"(?<=label: )",
        lambda site: f"{site.word()} ",
    ),
    "a setting": changed(("content/site.yml",), r'(?<=tagline: ")', lambda site: f"{site.word()} "),
    "the day of the site": changed(("content/site.yml",), r"(?<=as_of: )[\d-]+", _day),
    "a mistake": changed(TEXTS, r"---\n", lambda _: "--\n"),
    "a touch": done(TEXTS, Path.touch),
    "the same anew": done(TEXTS, rewritten),
    "a hidden file": lambda _: Path("content/profiles/.hidden").touch(),
    "a content to keep": kept("content"),
    "the content that was kept": as_kept("content"),
    "a template": changed(("templates/macros/foot.html",), "(?=</footer>)", Site.word),
    "a style": changed(("assets/css/base.css",), r"\Z", lambda s: f".{s.word()}{{order:1}}\n"),
    "a day": asked("--today", "2026-11-20", "2026-11-16", "2027-03-01", None),
    "an address": asked("--base-url", "https://a.example/b/", "https://c.example/", None),
    "a commit": asked("--commit", "0123456789abcdef0123456789abcdef01234567", None),
    "strictness": asked("--strict", "", None, None),
    "a page in secret": in_secret(SITE),
    "a page scratched": done(SITE, written(b"nothing")),
    "a page gone": done(SITE, Path.unlink),
    "a page halved": done(SITE, halved),
    "a page anew": done(SITE, rewritten),
    "a page touched": done(SITE, Path.touch),
    "a page more": done(SITE, lambda path: path.with_name("more.html").touch()),
    "a folder more": done(SITE, lambda path: path.with_name("more").mkdir(exist_ok=True)),
    "no site": lambda _: shutil.rmtree("out", ignore_errors=True),
    "a site to keep": kept("out"),
    "the site that was kept": as_kept("out"),
    "another site": other_site,
    "a cache to keep": kept("cache"),
    "the cache that was kept": as_kept("cache"),
    "a cache of others": strangers_cache,
    "no cache": lambda _: shutil.rmtree("cache", ignore_errors=True),
    "a cache gone": done(CACHE, Path.unlink),
    "a cache emptied": done(CACHE, written(b"")),
    "a cache halved": done(CACHE, halved),
    "a cache scratched": scratched,
    "a cache of nonsense": done(CACHE, written(b"{}\n[1, null]")),
    "a cache for all to write": done(CACHE, partial(Path.chmod, mode=0o666)),
    "an edit once all was read": meanwhile(building, "read", "a word", "one person less"),
    "an edit once all was looked at": meanwhile(command, "inputs_of", "a word", "two letters"),
    # With its time put back, one that was taken over would not be seen: decision 30.
    "an edit of what has just been put in place": meanwhile(
        write.Stage, "finish", "a page scratched", "a page gone", "a page more"
    ),
    "an edit of what was just built": meanwhile(
        building, "build", "a page in secret", "a page gone", "a page more", "another site"
    ),
    "a build cut short before it stands": cut_short(write, "flush"),
    "a build cut short before it is told of": cut_short(write.Stage, "finish"),
}


def edit_and_check(seed: int, steps: int, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Edit a site so many times, a few edits each, and check it after each time."""
    site = Site(folder, Random(seed), patch)  # noqa: S311  # no secret hangs on it
    told = [f"seed {seed}: laid"]
    site.check(told[0])
    for _ in range(steps):
        names = site.chance.sample([*EDITS], site.chance.randint(1, MOST_EDITS))
        told.append(", ".join(names))
        for name in names:
            EDITS[name](site)
        site.check("; ".join(told))
