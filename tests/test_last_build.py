"""A build with nothing changed is told, and whatever may have changed is built."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen import cache, snapshot
from sitegen import inputs as looking
from sitegen.errors import Place, Problem
from sitegen.inputs import Inputs, inputs_of
from sitegen.last_build import last_of, remember
from sitegen.manifest import MANIFEST, sum_of
from sitegen.order import Built, Order, Report

DAY, AS_OF = date(2026, 11, 23), date(2026, 11, 16)
WARNING = Problem("content/a.md", Place(3, 7), "P080", {"value": "Ünal “x”"}, "warning")
PAGE = "a/index.html"


@dataclass
class Laid:
    """A content folder, a program and a site of a few files each, and what was asked for."""

    folder: Path
    order: Order
    patch: pytest.MonkeyPatch
    as_of: date | None = AS_OF
    inputs: Inputs | None = None
    sums: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def look(self) -> None:
        self.inputs = inputs_of(self.order)

    def build(self) -> None:
        for name, text in {PAGE: "one", ".sitegen": "", "b.txt": "two"}.items():
            self.put(f"out/{name}", text)
            self.sums[name] = sum_of(text.encode())
        listed = json.dumps(self.sums)
        self.put(f"out/{MANIFEST}", listed)
        self.sums[MANIFEST] = sum_of(listed.encode())

    def remember(self) -> None:
        built = Built(3, 2, 1, (WARNING,), self.sums, self.as_of)
        remember(self.order, self.inputs, built)

    def told(self) -> Report | None:
        last = last_of(self.order, inputs_of(self.order))
        return last.report if last else None

    def move(self) -> None:
        """Into a folder where the same names lead to the same files."""
        for name in ("content", "out"):
            (self.folder / "beside").mkdir(exist_ok=True)
            (self.folder / "beside" / name).symlink_to(self.folder / name)
        self.patch.chdir(self.folder / "beside")

    @property
    def record(self) -> Path:
        return next((self.folder / "cache" / "sitegen").glob("*.record"))


@pytest.fixture
def laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Laid:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("PACKAGE", "templates_dir", "assets_dir"):
        place = tmp_path / name
        found = place if name == "PACKAGE" else partial(Path, place)
        monkeypatch.setattr(looking, name, found)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packages")])
    made = Laid(tmp_path, Order(Path("content"), Path("out"), DAY), monkeypatch)
    for name in ("content/site.yml", "content/profiles/a.md", "PACKAGE/build.py"):
        made.put(name, "first")
    for name in ("templates_dir/page.html", "assets_dir/site.css", "packages/x-1.dist-info/RECORD"):
        made.put(name, "first")
    made.look()
    made.build()
    made.remember()
    assert made.told() == Report(3, 2, 1, (WARNING,))
    return made


def ask(**changes: object) -> Callable[[Laid], None]:
    def change(laid: Laid) -> None:
        laid.order = replace(laid.order, **changes)  # type: ignore[arg-type]

    return change


def put(name: str, text: str = "other") -> Callable[[Laid], None]:
    return lambda laid: laid.put(name, text)


def remove(name: str) -> Callable[[Laid], None]:
    return lambda laid: (laid.folder / name).unlink()


def rename(old: str, new: str) -> Callable[[Laid], object]:
    return lambda laid: (laid.folder / old).rename(laid.folder / new)


def touch(name: str) -> Callable[[Laid], None]:
    return lambda laid: os.utime(laid.folder / name, (1, 1))


def in_secret(name: str) -> Callable[[Laid], None]:
    """Another text as long as the first, with the time of the first."""

    def change(laid: Laid) -> None:
        before = (laid.folder / name).stat()
        laid.put(name, "x" * before.st_size)
        os.utime(laid.folder / name, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


def replaced(old: bytes, new: bytes) -> Callable[[Laid], None]:
    def change(laid: Laid) -> None:
        raw = laid.record.read_bytes()
        assert old in raw
        laid.record.write_bytes(raw.replace(old, new))

    return change


def cut(laid: Laid) -> None:
    laid.record.write_bytes(laid.record.read_bytes()[:-9])


def foreign(laid: Laid) -> None:
    """The record of another content and site under the name of this one's."""
    name, mine = laid.record, laid.order
    name.unlink()
    for folder in ("content", "out"):
        shutil.copytree(laid.folder / folder, laid.folder / f"other-{folder}", symlinks=True)
    laid.order = replace(mine, content=Path("other-content"), output=Path("other-out"))
    laid.look()
    laid.remember()
    laid.record.rename(name)
    laid.order = mine


def linked(laid: Laid) -> None:
    record = laid.record
    record.rename(laid.folder / "moved")
    record.symlink_to(laid.folder / "moved")


def older(laid: Laid) -> None:
    """What was kept of the build before the last one."""
    raw = laid.record.read_bytes()
    laid.put("content/profiles/a.md", "second")
    laid.look()
    laid.build()
    laid.remember()
    laid.record.write_bytes(raw)


def homeless(laid: Laid) -> None:
    def nowhere(_: Path) -> Path:
        raise RuntimeError

    laid.patch.setenv("XDG_CACHE_HOME", "")
    laid.patch.setattr(Path, "expanduser", nowhere)


def circle(laid: Laid) -> None:
    (laid.folder / "round").symlink_to("round")
    laid.order = replace(laid.order, output=Path("round"))


CHANGES: dict[str, Callable[[Laid], object]] = {
    "a file of the content": put("content/profiles/a.md"),
    "a file of the content, as long and as old": in_secret("content/profiles/a.md"),
    "a new file": put("content/profiles/b.md"),
    "a new folder": lambda laid: (laid.folder / "content" / "stories").mkdir(),
    "a link to a folder": lambda laid: (laid.folder / "content" / "news").symlink_to("profiles"),
    "what Python compiles, in the content": put("content/__pycache__/build.pyc"),
    "no settings": remove("content/site.yml"),
    "nobody's home": homeless,
    "a circle of links": circle,
    "another place for modules": lambda laid: laid.patch.setattr(sys, "path", [*sys.path, "fork"]),
    "a file that is gone": remove("content/profiles/a.md"),
    "another name": rename("content/profiles/a.md", "content/profiles/b.md"),
    "other rights": lambda laid: (laid.folder / "content" / "site.yml").chmod(0),
    "no content": lambda laid: shutil.rmtree(laid.folder / "content"),
    "a module": in_secret("PACKAGE/build.py"),
    "a new module": put("PACKAGE/more.py"),
    "a template": in_secret("templates_dir/page.html"),
    "an asset": in_secret("assets_dir/site.css"),
    "a new asset": put("assets_dir/more.css"),
    "a version": rename("packages/x-1.dist-info", "packages/x-2.dist-info"),
    "the same version anew": touch("packages/x-1.dist-info"),
    "a new package": put("packages/y-1.dist-info/RECORD"),
    "another Python": lambda laid: laid.patch.setattr(sys, "version", "3.99"),
    "another current folder": lambda laid: laid.move(),
    "another day": ask(today=date(2026, 11, 22)),
    "another address": ask(base_url="https://b.example/"),
    "more strictly": ask(strict=True),
    "another commit": ask(commit="abcdef0"),
    "another place": ask(output=Path("elsewhere")),
    "a page": put(f"out/{PAGE}"),
    "a page, as long and as old": in_secret(f"out/{PAGE}"),
    "a page that is gone": remove(f"out/{PAGE}"),
    "a page touched": touch(f"out/{PAGE}"),
    "a page of somebody else": put("out/a/more.html"),
    "a page of somebody else, on top": put("out/more.html"),
    "no site": lambda laid: shutil.rmtree(laid.folder / "out"),
    "no record": lambda laid: laid.record.unlink(),
    "an empty record": lambda laid: laid.record.write_bytes(b""),
    "half a record": cut,
    "a record with other numbers": replaced(b'"counts": [3', b'"counts": [4'),
    "a record that is no JSON": replaced(b'"counts"', b"counts"),
    "a record for others to read": lambda laid: laid.record.chmod(0o644),
    "a folder for others to write": lambda laid: laid.record.parent.chmod(0o770),
    "a record behind a link": linked,
    "another site's record": foreign,
    "an older record": older,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(change: Callable[[Laid], object], laid: Laid) -> None:
    change(laid)
    assert laid.told() is None


SAME: dict[str, Callable[[Laid], object]] = {
    "what an editor leaves": put("content/profiles/.a.md.swp"),
    "what another editor leaves": put("content/profiles/a.md~"),
    "what Python compiles": put("PACKAGE/__pycache__/build.pyc"),
    "so many processes": ask(jobs=2),
    "the next day, when the content names one": ask(clock=date(2026, 11, 24)),
    "the day that the content names": ask(today=AS_OF),
    "what others keep": put("cache/sitegen/README"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_changes_no_byte_is_no_change(change: Callable[[Laid], object], laid: Laid) -> None:
    change(laid)
    assert laid.told() == Report(3, 2, 1, (WARNING,))


def test_without_a_day_of_its_own_a_site_is_built_each_day(laid: Laid) -> None:
    laid.as_of = None
    laid.remember()
    assert laid.told()
    laid.order = replace(laid.order, clock=date(2026, 11, 24))
    assert laid.told() is None


@pytest.mark.parametrize("name", ["content/profiles/a.md", f"out/{PAGE}"])
def test_a_young_file_is_compared_by_content(name: str, laid: Laid) -> None:
    """On a file system whose clock stands still, nothing else tells of a change."""

    def said(found: os.stat_result) -> tuple[int, ...]:
        return found.st_mode, found.st_ino, found.st_size, 2**62, 2**62

    laid.patch.setattr(snapshot, "_said", said)
    laid.look()
    laid.remember()
    assert laid.told()
    in_secret(name)(laid)
    assert laid.told() is None


@pytest.mark.parametrize(
    "meanwhile",
    [in_secret(f"out/{PAGE}"), put("out/a/more.html"), remove("out/b.txt")],
    ids=["another page", "a new page", "a page gone"],
)
def test_a_site_is_remembered_as_it_was_made(
    meanwhile: Callable[[Laid], object], laid: Laid
) -> None:
    """Somebody may change it, or build another, before it can be looked at."""
    laid.build()
    meanwhile(laid)
    laid.remember()
    assert laid.told() is None


def test_what_changes_while_a_site_is_built_is_a_change(laid: Laid) -> None:
    laid.look()
    laid.put("content/profiles/a.md", "later")
    laid.build()
    laid.remember()
    assert laid.told() is None


def test_files_that_are_no_longer_young_are_not_read_again(laid: Laid) -> None:
    assert laid.told()
    laid.patch.setattr(snapshot, "YOUNG", -(10**18))
    assert laid.told()
    laid.patch.setattr(snapshot, "sum_of_path", None)
    assert laid.told()


def test_a_record_is_for_nobody_else(laid: Laid) -> None:
    found = [laid.record, laid.record.parent]
    assert [path.stat().st_mode & 0o777 for path in found] == [0o600, 0o700]
    laid.record.chmod(0o644)
    laid.remember()
    assert laid.told(), "it is put there anew"


def test_the_newest_records_are_kept(laid: Laid) -> None:
    os.utime(laid.record, (1, 1))
    for number in range(cache.MOST):
        laid.order = replace(laid.order, output=Path(f"out-{number}"))
        shutil.copytree(laid.folder / "out", laid.order.output)
        laid.look()
        laid.remember()
    assert laid.told()
    assert len([*laid.record.parent.iterdir()]) == cache.MOST
    laid.order = replace(laid.order, output=Path("out"))
    assert laid.told() is None


PLACES: dict[str, tuple[dict[str, str], bool]] = {
    "a file in its place": ({"XDG_CACHE_HOME": "{folder}/content/site.yml"}, False),
    "no home": ({"XDG_CACHE_HOME": "", "HOME": "{folder}/content/site.yml"}, False),
    "a home": ({"XDG_CACHE_HOME": "", "HOME": "{folder}/home"}, True),
    "a cache that is not from the top": ({"XDG_CACHE_HOME": "c", "HOME": "{folder}/home"}, True),
}


@pytest.mark.parametrize(("named", "keeps"), PLACES.values(), ids=PLACES)
def test_a_record_is_kept_where_there_is_a_place(
    named: dict[str, str], keeps: bool, laid: Laid
) -> None:
    before = {*laid.folder.rglob("*")}
    for name, value in named.items():
        laid.patch.setenv(name, value.format(folder=laid.folder))
    laid.remember()
    assert bool(laid.told()) == keeps
    new = {path.relative_to(laid.folder).parts[:3] for path in {*laid.folder.rglob("*")} - before}
    assert (("home", ".cache", "sitegen") in new, len(new) > 0) == (keeps, keeps)


@pytest.mark.skipif(sys.platform != "linux", reason="with two processes on Linux only")
def test_many_files_are_looked_at_by_two(laid: Laid) -> None:
    paths = sorted(str(path) for path in laid.folder.rglob("*"))
    laid.patch.setattr(snapshot, "BATCH", 3)
    alone = snapshot.snapshot(paths, 0)
    assert alone.young.keys() == {*paths}
    assert snapshot.snapshot(paths, 0, 2) == alone
    os.utime(paths[-1], (1, 1))
    assert snapshot.snapshot(paths, 0).digest != alone.digest


def test_a_name_and_whatever_the_system_says_of_it_count(laid: Laid) -> None:
    path, second = str(laid.record), str(laid.folder / "second")
    os.link(path, second)
    found = Path(path).stat()
    names = ("st_mode", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")
    same = {name: getattr(found, name) for name in names}
    sums = {snapshot.snapshot([name], 0).digest for name in (path, second)}
    for name in names:
        said = SimpleNamespace(**{**same, name: 7})
        laid.patch.setattr(snapshot, "os", SimpleNamespace(stat=lambda _, said=said: said))
        sums.add(snapshot.snapshot([path], 2**62).digest)
    assert len(sums) == 2 + len(names)


def test_what_was_linked_is_as_young_as_what_is_in_it(laid: Laid) -> None:
    """The system changes the time at which a file was last said something of, and not its own."""
    path = str(laid.folder / "out" / "b.txt")
    os.utime(path, (1, 1))
    moment = Path(path).stat().st_ctime_ns
    linked = snapshot.Linked({path}, moment + 10**9)
    assert snapshot.snapshot([path], moment).young.keys() == {path}
    assert not snapshot.snapshot([path], moment, linked=linked).young
    assert snapshot.snapshot([path], moment, linked=linked._replace(until=moment)).young
    os.utime(path)
    assert snapshot.snapshot([path], moment, linked=linked).young


def test_how_long_a_file_is_young_hangs_on_the_clock_of_its_file_system(laid: Laid) -> None:
    path, second = str(laid.folder / "out" / "b.txt"), 10**9
    for at, lasts in ((7 * second, 2 * second), (7 * second + 10_001, second // 50)):
        laid.patch.setattr(snapshot, "_said", lambda _, at=at: (0, 0, 0, at, 1))
        assert snapshot.snapshot([path], at + lasts).young.keys() == {path}
        assert not snapshot.snapshot([path], at + lasts + 1).young
