"""What `sitegen forget` does: a person leaves, and the next build knows nothing of them.

Everything is planned and judged before anything is touched. Running text is not rewritten: where
it still names the person, a human reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sitegen.check import judged
from sitegen.edits import Changes, edited, in_place
from sitegen.errors import ContentError, Problem, SettingsError, in_order
from sitegen.forget.mentions import mentions
from sitegen.frontmatter import Loc, Node, Source, read_markdown, read_yaml
from sitegen.plan import Plan
from sitegen.read import MARKDOWN_LIMIT, YAML_LIMIT, Sources, entries_of, read, shown
from sitegen.text import checked_text
from sitegen.urls import is_slug

KINDS = {"assignments": "assignment", "stories": "story"}


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Everything that happens when a person leaves, and what a human must still read."""

    slug: str
    plan: Plan
    mentions: tuple[Problem, ...]
    content: Path

    @property
    def published(self) -> tuple[Path, ...]:
        """The files that go and that the repository's history keeps."""
        return tuple(p for p in self.plan.removals if p.is_relative_to(self.content))


def forgetting(content: Path, slug: str, private: Path | None, clock: date) -> Forgetting:
    """The plan for one person.

    Raises SettingsError S028 when nothing is known of them, S029 when a private file resists, and
    ContentError when an assignment or a story cannot be read, or the rest would have new errors.
    """
    sources = read(content)
    removals = [*_files_of(content, slug), *_private_files_of(private, slug)]
    if not is_slug(slug) or not removals:
        raise SettingsError("S028", value=slug)
    unread = [p for p in sources.problems if p.path in sources.unread]
    hidden = [p for p in unread if p.path.removeprefix(f"{sources.root}/").split("/")[0] in KINDS]
    if hidden:
        raise ContentError(hidden)
    profile = sources.collections["profiles"].get(slug)
    writes = dict(_public_writes(content, sources, slug))
    left = _left(sources, slug, writes)
    _no_new_errors(sources, left, clock)
    writes |= dict(_private_writes(private, slug)) if private else {}
    mentioned = in_order(mentions(left, profile, slug))
    return Forgetting(slug, Plan(writes, tuple(removals)), mentioned, content)


def _files_of(content: Path, slug: str) -> Iterator[Path]:
    """Profile, translations, photo, vetting."""
    for folder in (content / "profiles", content / "vetting"):
        if folder.is_dir():
            yield from (p for p in entries_of(folder) if p.name.partition(".")[0] == slug)


def _private_files_of(private: Path | None, slug: str) -> Iterator[Path]:
    path = private / "profiles" / f"{slug}.yml" if private else None
    if path and path.is_file():
        yield path


def _public_writes(content: Path, sources: Sources, slug: str) -> Iterator[tuple[Path, bytes]]:
    """The files that name the person in a field, without them."""
    for collection, kind in KINDS.items():
        for found, source in sources.collections[collection].items():
            changes = changes_without(source.data, slug)
            if changes:
                path = content / collection / f"{found}.md"
                text = checked_text(source.path, path.read_bytes(), MARKDOWN_LIMIT)
                yield path, edited(source.path, text, changes, kind).encode()


def changes_without(data: Mapping[str, Node], slug: str) -> Changes:
    """What must change in the fields of an assignment or a story so that they name nobody."""
    found: list[tuple[Loc, Node | None]] = [(("by",), None)] if data.get("by") == slug else []
    members = data.get("members")
    for index, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict) and member.get("profile") == slug:
            found += [
                (("members", index, "withheld"), "yes"),
                (("members", index, "profile"), None),
            ]
    outcome = data.get("outcome")
    for name in ("skills", "consent"):
        group = outcome.get(name) if isinstance(outcome, dict) else None
        if isinstance(group, dict) and slug in group:
            whole = len(group) == 1
            found.append((("outcome", name) if whole else ("outcome", name, slug), None))
    return found


def _private_writes(private: Path, slug: str) -> Iterator[tuple[Path, bytes]]:
    for path in sorted([private / "log.yml", *private.glob("assignments/*.yml")]):
        if path.is_file():
            text = checked_text(shown(path), path.read_bytes(), YAML_LIMIT)
            made = _without(text, path, slug)
            if made != text:
                yield path, made.encode()


def _without(text: str, path: Path, slug: str) -> str:
    def reader(found: str) -> Source:
        return read_yaml(shown(path), found.encode(), YAML_LIMIT)

    data = reader(text).data
    for loc, value in [*changes_without(data, slug), *_rows(data, slug)]:
        made = in_place(text, reader, loc, value)
        if made is None:
            raise SettingsError("S029", path=shown(path), value=slug)
        text = made
    return text


def _rows(data: Mapping[str, Node], slug: str) -> Changes:
    """The entries of the log about the person; the last one first, so that places hold."""
    found: list[tuple[Loc, Node | None]] = []
    for name, rows in data.items():
        if not isinstance(rows, list) or name == "members":
            continue
        about = [n for n, row in enumerate(rows) if isinstance(row, dict) and _is_about(row, slug)]
        if about and len(about) == len(rows):
            found.append(((name,), []))
        else:
            found += [((name, index), None) for index in reversed(about)]
    return found


def _is_about(row: Mapping[str, Node], slug: str) -> bool:
    return row.get("profile") == slug


def _left(sources: Sources, slug: str, writes: Mapping[Path, bytes]) -> Sources:
    """The content as it will be."""
    made = {
        shown(path): read_markdown(shown(path), raw, MARKDOWN_LIMIT) for path, raw in writes.items()
    }
    collections = {
        name: {
            found: made.get(source.path, source)
            for found, source in files.items()
            if found != slug or name not in ("profiles", "vetting")
        }
        for name, files in sources.collections.items()
    }
    gone = tuple(f"{sources.root}/{name}/{slug}." for name in ("profiles", "vetting"))
    return replace(
        sources,
        collections=collections,
        translations={key: text for key, text in sources.translations.items() if key[0] != slug},
        photos={name: photo for name, photo in sources.photos.items() if name != slug},
        problems=tuple(p for p in sources.problems if not p.path.startswith(gone)),
        unread=frozenset(path for path in sources.unread if not path.startswith(gone)),
    )


def _no_new_errors(before: Sources, after: Sources, clock: date) -> None:
    """Raise ContentError when what is left has errors that it did not have."""
    known = {_same(problem) for problem in judged(before, None, clock)[1]}
    found = judged(after, None, clock)[1]
    new = [p for p in found if p.severity == "error" and _same(p) not in known]
    if new:
        raise ContentError(new)


def _same(problem: Problem) -> tuple[str, str, str]:
    """A problem wherever it stands: lines move when others go."""
    params = {name: value for name, value in problem.params.items() if name != "line"}
    return problem.path, problem.code, repr(sorted(params.items()))
