"""What a build keeps: files that stand, what they were made from, and work that is not done again.

That whatever is kept changes no byte is what `tests/edits.py` tries, with edits of all kinds.
"""

from __future__ import annotations

import errno
import os
import pickle
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sitegen import build as building
from sitegen.build import build
from sitegen.cache import Cache, clear
from sitegen.check import directory_of
from sitegen.directory import Person, Posting
from sitegen.errors import ContentError
from sitegen.inputs import inputs_of
from sitegen.kept import Entry, work
from sitegen.kept.facts import Facts
from sitegen.kept.ledger import Ledger, Noted
from sitegen.kept.traced import Before, Traced
from sitegen.kept.work import known, packed, unpacked
from sitegen.last_build import Last, last_of, remember
from sitegen.matching import Matches
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.matcher import match
from sitegen.memo import Memo
from sitegen.models import Assignment, Profile
from sitegen.models.fields import Content
from sitegen.order import Built, Order
from sitegen.parts import Making
from sitegen.read import Photo, read
from sitegen.urls import Urls
from sitegen.write import staged
from tests.conftest import CLOCK, ROOT
from tests.edits import tree
from tests.factories import profile

CONTENT = ROOT / "tests" / "sites" / "minimal" / "content"
DAY = date(2026, 11, 16)
URLS = Urls("https://a.example/")


@dataclass
class Laid:
    """A content folder, and builds of it one after the other."""

    folder: Path
    order: Order
    last: Last | None = None
    built: Built | None = None
    made: set[str] = field(default_factory=set)

    def build(self, **asked: Any) -> set[str]:
        """Build with what was kept: the paths of the files that were made."""
        order = replace(self.order, **asked)
        inputs = inputs_of(order)
        self.last = last_of(order, inputs)
        self.built = build(order, None, self.last)
        remember(order, inputs, self.built, self.last)
        return {*self.built.sums} - self.built.stood

    def clean(self) -> Mapping[str, bytes | None]:
        """The site of a build that knows nothing."""
        build(replace(self.order, output=self.folder / "clean"))
        return tree(self.folder / "clean")

    def path(self, name: str) -> Path:
        return self.folder / "content" / name

    def write(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new, 1), "utf-8")

    @property
    def site(self) -> Mapping[str, bytes | None]:
        return tree(self.order.output)


@pytest.fixture
def laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Laid:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(CONTENT, tmp_path / "content")
    people = tmp_path / "content" / "profiles"
    text = (people / "mariama-sow.md").read_text("utf-8")
    (people / "ruth-okafor.md").write_text(text.replace("Mariama Sow", "Ruth Okafor"), "utf-8")
    made = Laid(tmp_path, Order(Path("content"), Path("out"), DAY, DAY))
    made.build()
    return made


def pages(paths: set[str]) -> set[str]:
    """Of these paths the pages of people and of what people have in common."""
    found = {path for path in paths if re.fullmatch(r"[a-z-]+/.+/index.html", path)}
    return {path for path in found if path.startswith(("profiles/", "skills/", "countries/"))}


def test_a_word_in_a_text_changes_what_shows_it(laid: Laid) -> None:
    path = laid.path("profiles/leila-haddad.md")
    path.write_text(path.read_text("utf-8") + "\nZygotes.\n", "utf-8")
    made = laid.build()
    assert "profiles/leila-haddad/index.html" in made
    assert "api/v1/profiles/leila-haddad.json" in made
    # No list shows it, and nobody else's page.
    assert pages(made) == {"profiles/leila-haddad/index.html"}
    assert laid.site == laid.clean()


def test_a_headline_changes_every_list_that_shows_it(laid: Laid) -> None:
    laid.write("profiles/leila-haddad.md", "headline: ", "headline: Zygotes and ")
    made = laid.build()
    shown = {path for path, raw in laid.clean().items() if raw and b"Zygotes and" in raw}
    assert any(path.startswith("skills/") for path in shown)
    assert shown <= made
    assert laid.site == laid.clean()


def test_a_label_or_another_day_changes_everything(laid: Laid) -> None:
    assert laid.build(), "some files are made in every build"
    assert "profiles/leila-haddad/index.html" not in laid.build()
    laid.write("vocabulary/sectors.yml", "label: ", "label: Zygotes and ")
    assert "profiles/leila-haddad/index.html" in laid.build()
    assert "profiles/leila-haddad/index.html" not in laid.build()
    assert "profiles/leila-haddad/index.html" in laid.build(today=date(2026, 11, 17))


def test_who_is_gone_is_in_no_file(laid: Laid) -> None:
    assert any(b"Ruth Okafor" in raw for raw in laid.site.values() if raw)
    laid.path("profiles/ruth-okafor.md").unlink()
    laid.build()
    assert laid.site == laid.clean()
    assert not any(b"Ruth Okafor" in raw for raw in laid.site.values() if raw)


def test_what_an_assignment_says_of_somebody_changes_their_page(laid: Laid) -> None:
    laid.write("assignments/handover-at-a-clinic.md", "profile: tom-baker", "profile: ruth-okafor")
    made = laid.build()
    assert {"profiles/tom-baker/index.html", "profiles/ruth-okafor/index.html"} <= made
    assert laid.site == laid.clean()


def test_a_page_that_is_not_there_any_more_is_no_link(laid: Laid) -> None:
    """Of a skill that nobody has: an assignment names it, and reads nothing of who had it."""
    for name in ("mariama-sow", "ruth-okafor", "tom-baker"):
        laid.write(f"profiles/{name}.md", "skill: handover-files", "skill: cooperative-governance")
    laid.build()
    assert "skills/handover-files/index.html" not in laid.site
    assert laid.site == laid.clean()


def test_what_was_worked_out_is_not_worked_out_again(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        pytest.fail("this was known")

    for name in ("bundle", "compiled", "portraits"):
        monkeypatch.setattr(f"sitegen.parts.{name}", never)
    monkeypatch.setattr("sitegen.read.texts.read_file", never)
    monkeypatch.setattr("sitegen.matching.matcher.pool_of", never)
    monkeypatch.setattr("sitegen.search.documents.Listed.entry", never)
    laid.build()
    laid.write("profiles/leila-haddad.md", "headline: ", "headline: Zygotes and ")
    with pytest.raises(pytest.fail.Exception):
        laid.build()


def test_what_was_begun_anew_is_kept(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another day all is matched anew: the next build of that day goes on from there."""
    # Of all that is known little hangs on the day.
    for name in "abcdefgh":
        copied = laid.path("stories/letting-go.md").read_text("utf-8")
        laid.path(f"stories/story-{name}.md").write_text(copied, "utf-8")
        laid.path(f"assignments/work-{name}.md").write_text(
            laid.path("assignments/dairy-exit-plan.md").read_text("utf-8"), "utf-8"
        )
    laid.build()
    later = DAY + timedelta(days=1)
    laid.build(today=later)
    assert laid.built and "work" in laid.built.kept
    monkeypatch.setattr("sitegen.matching.matcher.pool_of", None)
    laid.write("profiles/leila-haddad.md", "headline: ", "headline: Zygotes and ")
    laid.build(today=later)
    assert laid.built.kept.keys() == {"files", "index"}


DAMAGE: Mapping[str, Callable[[bytes], bytes]] = {
    "gone": lambda _: b"",
    "half": lambda raw: raw[: len(raw) // 2],
    "scratched": lambda raw: raw[:-9] + b"7" + raw[-8:],
    "nonsense": lambda _: b"{}",
}


@pytest.mark.parametrize("kind", ["files", "index", "work"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_whatever_is_damaged_is_not_there(
    kind: str, damage: Callable[[bytes], bytes], laid: Laid
) -> None:
    path = next((laid.folder / "cache" / "sitegen").glob(f"*.{kind}"))
    path.write_bytes(damage(path.read_bytes()))
    laid.write("profiles/leila-haddad.md", "headline: ", "headline: Zygotes and ")
    made = laid.build()
    assert ("profiles/mariama-sow/index.html" in made) == (kind == "files")
    assert laid.site == laid.clean()


@pytest.mark.parametrize("kind", ["files", "index", "work"])
def test_what_another_build_kept_is_not_there(kind: str, laid: Laid) -> None:
    """Sound, and in its place: but not what the record says."""
    path = next((laid.folder / "cache" / "sitegen").glob(f"*.{kind}"))
    older = path.read_bytes()
    laid.write("vocabulary/sectors.yml", "label: ", "label: Zygotes and ")
    laid.path("profiles/ruth-okafor.md").unlink()
    laid.build()
    path.write_bytes(older)
    laid.write("profiles/mariama-sow.md", "headline: ", "headline: Zygotes and ")
    laid.build()
    assert laid.site == laid.clean()


def test_whose_file_is_gone_is_in_nothing_that_is_kept(laid: Laid) -> None:
    for name in ("ruth-okafor", "mariama-sow"):
        path = laid.path(f"profiles/{name}.md")
        path.write_text(path.read_text("utf-8") + f"\nZyxa{name[:4]}.\n", "utf-8")
    clear()
    laid.build()
    assert _kept_with(laid, b"yxaruth") == {"index", "work"}
    laid.path("profiles/ruth-okafor.md").unlink()
    laid.build()
    assert (_kept_with(laid, b"yxaruth"), _kept_with(laid, b"yxamari")) == (
        set(),
        {"index", "work"},
    )
    # Those who stay are known by other numbers, and are found all the same.
    laid.write("profiles/leila-haddad.md", "headline: ", "headline: Zygotes and ")
    laid.build()
    assert laid.site == laid.clean()
    # Nothing is kept of a build that is asked to keep nothing.
    order = laid.order
    remember(order, inputs_of(order), build(order))
    assert _kept_with(laid, b"") == {"record"}


def _kept_with(laid: Laid, text: bytes) -> set[str]:
    folder = laid.folder / "cache" / "sitegen"
    return {path.suffix[1:] for path in folder.iterdir() if text in path.read_bytes().lower()}


def test_what_a_killed_build_left_is_cleared_away(laid: Laid) -> None:
    folder = laid.folder / "cache" / "sitegen"
    path = next(folder.glob("*.work"))
    killed = folder / f".{path.name}-x7"
    killed.touch()
    Cache(laid.order.output).write("work", b"")
    assert not killed.exists()
    killed.touch()
    clear()
    assert [*folder.iterdir()] == []


# The first makes other files, the second the same ones with something else in them.
TWO_EDITS = {
    "a word": ("\n---\n", "\n---\nZygotes. "),
    "a date": ("consent: {on: 2024", "consent: {on: 2023"),
}


@pytest.mark.parametrize("edit", TWO_EDITS.values(), ids=TWO_EDITS)
def test_of_two_builds_at_once_each_makes_a_site_of_its_own(
    edit: tuple[str, str], laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second puts its site where the first takes files from."""
    laid.write("profiles/ruth-okafor.md", *edit)
    fill, called = building.fill, list[int]()

    def meanwhile(*given: Any) -> Any:
        if not called:
            called.append(1)
            build(replace(laid.order, base_url="https://preview.example/"))
        return fill(*given)

    with monkeypatch.context() as patch:
        patch.setattr(building, "fill", meanwhile)
        assert len(laid.build()) == len(laid.site) - _folders(laid.site)
    assert called
    assert laid.site == laid.clean()


def _folders(site: Mapping[str, bytes | None]) -> int:
    return sum(raw is None for raw in site.values())


def test_a_photo_that_is_emptied_is_another(laid: Laid) -> None:
    laid.path("profiles/leila-haddad.jpg").write_bytes(b"")
    with pytest.raises(ContentError) as raised:
        laid.build()
    assert {problem.code for problem in raised.value.problems} == {"P057"}


HARM = ["os.system", "builtins.eval", "subprocess.Popen", "sitegen.plan.put", "sitegen.cache.os"]


@pytest.mark.parametrize("named", [*HARM, "sitegen.cache.os.system", "sitegen.cache.sha256"])
def test_what_is_kept_names_nothing_that_could_do_harm(named: str) -> None:
    parts = named.split(".")
    depth = 2 if parts[0] == "sitegen" else 1
    module, name = ".".join(parts[:depth]), ".".join(parts[depth:])
    raw = b"\x80\x05" + b"".join(_text(one) for one in (module, name)) + b"\x93."
    assert pickle.loads(raw)  # noqa: S301  # what could do harm is made here
    assert unpacked(raw) is None
    assert isinstance(known(raw), Memo)
    assert not isinstance(known(packed(7)), int)


def _text(text: str) -> bytes:
    return b"\x8c" + bytes([len(text)]) + text.encode()


def test_of_photos_the_names_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"a picture" * 1000)
    photo = Photo(str(path), path.read_bytes())
    raw = packed(photo)
    assert len(raw) < 500
    assert unpacked(raw) == photo
    one, same = unpacked(packed([photo, photo]))
    assert one is same, "what was made from it hangs on one look at the file"
    path.write_bytes(b"another")
    assert unpacked(raw).path == ""
    monkeypatch.setattr(work, "OF_OTHERS", frozenset())
    assert unpacked(packed(DAY)) is None


def test_without_links_files_are_copied(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    before = (laid.folder / "out" / "profiles" / "mariama-sow" / "index.html").stat().st_ino
    laid.build()
    path = laid.folder / "out" / "profiles" / "mariama-sow" / "index.html"
    assert path.stat().st_ino == before
    monkeypatch.setattr(os, "link", unable)
    laid.build()
    assert path.stat().st_ino != before
    assert laid.site == laid.clean()


def test_two_parts_that_want_one_path_are_told_of(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as stage:
        stage.put("a.html", b"one", "pages")
        stage.finish("1")
    with staged(tmp_path / "out") as stage:
        stage.keep("a.html", "a.html", "sum", "pages")
        stage.keep("A.html", "a.html", "sum", "exports")
        assert [problem.params["first"] for problem in stage.clashes()] == ["exports"]
        assert (stage.stood, stage["a.html"]) == ({"a.html"}, b"one")


def test_a_ledger_knows_what_a_file_was_made_from() -> None:
    directory, matches, facts = _found()
    ledger = Ledger(directory, matches, facts, Before("frame"))
    slug, other = sorted(directory.people)[:2]
    lines = ledger.directory.each("line", lambda one: ledger.directory.people[one].freshness)

    def make() -> bytes:
        ledger.matches.for_person(other)
        return lines[slug].encode()

    entry = ledger.file("a", [1], make)
    assert isinstance(entry, Entry) and entry.raw
    noted = ledger.taken()
    assert noted.files["a"].reads == (f"fits:{other}", f"line:{slug}")
    assert noted.values[f"line:{slug}"].reads == (f"person:{slug}",)
    again = _next(noted, facts)
    assert again.file("a", [1], make) == Entry("a", None)
    assert again.file("a", [2], make).raw  # type: ignore[union-attr]  # an entry


@pytest.mark.parametrize("moved", ["person", "fits"])
def test_a_ledger_sees_what_has_changed(moved: str, monkeypatch: pytest.MonkeyPatch) -> None:
    directory, matches, facts = _found()
    slug, other = sorted(directory.people)[:2]
    told = {"value": "same"}

    def lay(ledger: Ledger) -> Callable[[], bytes]:
        people = ledger.directory.people
        lines = ledger.directory.each("line", lambda one: (people[one], told["value"])[1])
        return lambda: (ledger.matches.for_person(other), lines[slug].encode())[1]

    ledger = Ledger(directory, matches, facts, Before("frame"))
    ledger.file("a", (), lay(ledger))
    noted = ledger.taken()
    sum_of = facts.sum_of
    monkeypatch.setattr(
        facts, "sum_of", lambda name: "other" if name.startswith(moved) else sum_of(name)
    )
    again = _next(noted, facts, sum_of)
    make = lay(again)
    again.look()
    # A value that came out the same cuts off what it was made from.
    assert (again.file("a", (), make).raw is None) == (moved == "person")  # type: ignore[union-attr]
    told["value"] = "other"
    again = _next(noted, facts, sum_of)
    make = lay(again)
    again.look()
    assert again.file("a", (), make).raw  # type: ignore[union-attr]


def _found() -> tuple[Any, Matches, Facts]:
    sources = read(ROOT / "content")
    directory, _ = directory_of(sources, None, CLOCK)
    matches = replace(match(directory), guides=guides_for(directory))
    return directory, matches, Facts(sources, directory, matches)


def _next(noted: Noted, facts: Facts, sum_of: Callable[[str], str] | None = None) -> Ledger:
    files: dict[str, tuple[str, str, Traced | None]] = {
        name: (name, "sum", one) for name, one in noted.files.items()
    }
    raw = Before("frame").kept(files, noted.values, sum_of or facts.sum_of, ())
    before = Before.of(raw, "frame")
    assert not Before.of(raw, "another frame").files
    directory, matches, _ = _found()
    return Ledger(directory, matches, facts, before)


def test_no_file_reads_what_it_does_not_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each attribute of a person or an assignment that is read, seen from below."""
    directory, matches, facts = _found()
    ledger = Ledger(directory, matches, facts, Before("frame"))
    making = Making(ledger, URLS)
    assert making.renderer
    seen = set[str]()
    _watch(monkeypatch, Person, "profile", "person", seen)
    _watch(monkeypatch, Posting, "assignment", "posting", seen)
    wrong = {}
    files = ledger.files

    def watched(names: Any, given: object, make: Callable[[], Any]) -> Any:
        seen.clear()
        made = files(names, given, make)
        wrong[names[0]] = (*seen,)
        return made

    monkeypatch.setattr(ledger, "files", watched)
    for piece in making.pieces():
        if piece[0] in ("pages", "search", "compare", "exports"):
            making.filed(piece)
    noted = ledger.taken()
    count = 0
    for name, read_now in wrong.items():
        known_reads = _closure(noted.files[name].reads, noted.values)
        count += len(known_reads) > 0
        if "*" not in known_reads:
            assert {*read_now} <= known_reads, name
    assert count > 500


def _watch(
    patch: pytest.MonkeyPatch, kind: type, attribute: str, name: str, seen: set[str]
) -> None:
    slot = kind.__dict__[attribute]

    def read_it(one: Any) -> Any:
        seen.add(f"{name}:{one.slug}")
        return slot.__get__(one)

    patch.setattr(kind, attribute, property(read_it))


def _closure(reads: tuple[str, ...], values: Mapping[str, Traced]) -> set[str]:
    found = set(reads)
    for name in reads:
        if name in values:
            found |= _closure(values[name].reads, values)
    return found


def test_which_fields_were_given_is_kept_once_and_comes_back() -> None:
    ada, ben, more = profile(name="Ada"), profile(name="Ben"), profile(pronouns="they/them")
    assert ada.model_fields_set is ben.model_fields_set
    assert more.model_fields_set == ada.model_fields_set | {"pronouns"}
    changed = ada.model_copy(update={"pronouns": "she/her"})
    assert "pronouns" in changed.model_fields_set - ada.model_fields_set
    assert unpacked(packed(ada)).model_fields_set is ada.model_fields_set
    for one in (ada, more, changed):
        (copy,) = unpacked(packed([one]))
        assert (copy, repr(copy)) == (one, repr(one))
        assert copy.model_dump(exclude_unset=True) == one.model_dump(exclude_unset=True)
        assert copy.model_copy(update={"name": "Cy"}).name == "Cy"


def test_whatever_is_read_shares_the_names_of_its_fields_safely() -> None:
    """Nobody adds a field later, and there are no values besides those of fields."""
    found, waiting = set[type[Content]](), [Content]
    while waiting:
        found.add(one := waiting.pop())
        waiting += {*one.__subclasses__()} - found
    assert {Profile, Assignment} < found
    for one in found:
        assert one.model_config.get("frozen"), one
        assert not one.__private_attributes__, one
