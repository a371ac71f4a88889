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
from sitegen.edits import edited
from sitegen.errors import ContentError, Problem, SettingsError, in_order
from sitegen.forget.fields import changes_without
from sitegen.forget.mentions import mentions, names_of
from sitegen.forget.private import own_files, private_mentions, private_writes
from sitegen.frontmatter import read_markdown
from sitegen.plan import Plan
from sitegen.read import MARKDOWN_LIMIT, Sources, read, shown
from sitegen.text import checked_text
from sitegen.urls import is_slug
from sitegen.verdict import new_problems

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
    removals = [*_files_of(content, slug), *(own_files(private, slug) if private else ())]
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
    names = names_of(profile, slug)
    found = list(mentions(left, profile, names))
    if private:
        kept = private_writes(private, slug, names)
        found += private_mentions(private, slug, kept, names)
        writes |= kept
    return Forgetting(slug, Plan(writes, tuple(removals)), in_order(found), content)


def _files_of(content: Path, slug: str) -> Iterator[Path]:
    """Profile, translations, photo, vetting, and what editors keep of them beside."""
    for folder in (content / "profiles", content / "vetting"):
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        yield from (p for p in found if p.name.lstrip(".").partition(".")[0] == slug)


def _public_writes(content: Path, sources: Sources, slug: str) -> Iterator[tuple[Path, bytes]]:
    """The files that name the person in a field, without them."""
    for collection, kind in KINDS.items():
        for found, source in sources.collections[collection].items():
            changes = changes_without(source.data, slug)
            if changes:
                path = content / collection / f"{found}.md"
                text = checked_text(source.path, path.read_bytes(), MARKDOWN_LIMIT)
                yield path, edited(source.path, text, changes, kind).encode()


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
    found = new_problems(judged(before, None, clock)[1], judged(after, None, clock)[1])
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        raise ContentError(errors)
