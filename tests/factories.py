"""Small valid people, assignments and directories; a test writes only what it is about.

Values go in as Python (`yes` is True, dates are dates) and are read as if they stood in a file,
with the vocabulary of `content/`. A change to None leaves the field out.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sitegen.directory import Directory
from sitegen.errors import has_errors
from sitegen.frontmatter import Node, Source, read_yaml
from sitegen.memo import ONCE
from sitegen.models import Assignment, Profile, ProfileText, Site, Story
from sitegen.models.fields import Content
from sitegen.ondemand import site_on_demand
from sitegen.read import COLLECTIONS, VOCABULARY, VOCABULARY_LIMIT, Sources
from sitegen.relate import relate
from sitegen.urls import Urls
from sitegen.validate import Entries, Entry, Vetting, parse, validate
from sitegen.vocabulary import Vocabulary

ModelT = TypeVar("ModelT", bound=Content)

CONTENT = Path(__file__).parent.parent / "content"
TODAY = date(2026, 11, 16)
BODY = "A text of some length, in the person's own voice, about work that was done and handed on."

SITE: Mapping[str, Any] = {
    "title": "Commonweave",
    "tagline": "They built it, led it, and let it go.",
    "url": "https://directory.example/",
    "sample": True,
    "as_of": TODAY,
    "relay": {"mailbox": "relay@directory.example"},
    "consent": {"v1": "I agree."},
}
PROFILE: Mapping[str, Any] = {
    "name": "Ada Example",
    "headline": "Took a credit union from 200 to 90,000 members and handed it over",
    "based_in": {"country": "MA", "city": "Rabat"},
    "languages": {"ar": "native", "fr": "C2"},
    "skills": [
        {"skill": "succession-planning", "level": 4, "evidence": "Prepared three successors."},
        {"skill": "cooperative-governance", "level": 3, "evidence": "Wrote the by-laws."},
        {"skill": "dairy-value-chains", "level": 1},
    ],
    "sectors": ["agriculture"],
    "availability": {"status": "open"},
    "consent": {"on": date(2026, 1, 10), "wording": "v1"},
    "confirmed": {"on": date(2026, 10, 12)},
}
ASSIGNMENT: Mapping[str, Any] = {
    "title": "Exit plan for a dairy network",
    "client": {"name": "Example Foundation", "silo": "foundation", "country": "NL"},
    "posted": date(2026, 11, 1),
    "deadline": date(2027, 1, 15),
    "status": "open",
    "skills": {"required": [{"skill": "succession-planning", "level": 3}]},
    "work": {"mode": "remote"},
}


def written(value: Any) -> Node:
    """A Python value as it would stand in a file."""
    if isinstance(value, Mapping):
        return {str(key): written(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [written(part) for part in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the sample content."""
    return _entries(SITE).vocabulary


def site(**changes: Any) -> Site:
    """The settings of a site."""
    return _entries({**SITE, **changes}).site


def profile(**changes: Any) -> Profile:
    """A person with three skills who is free."""
    return _parsed(Profile, {**PROFILE, **changes})


def assignment(**changes: Any) -> Assignment:
    """An open assignment that asks for one skill."""
    return _parsed(Assignment, {**ASSIGNMENT, **changes})


def directory(
    people: Mapping[str, Profile] | None = None,
    postings: Mapping[str, Assignment] | None = None,
    *,
    bodies: Mapping[str, str] | None = None,
    vetting: Mapping[str, list[Mapping[str, Any]]] | None = None,
    stories: Mapping[str, Mapping[str, Any]] | None = None,
    translations: Mapping[tuple[str, str], str] | None = None,
    today: date = TODAY,
    **settings: Any,
) -> Directory:
    """A directory of these people and postings by slug; `settings` are those of site.yml.

    `bodies` are by slug, `vetting` is marks by slug, `translations` headlines by slug and locale.
    """
    found = _entries({**SITE, **settings})
    marks = {slug: _parsed(Vetting, {"marks": rows}) for slug, rows in (vetting or {}).items()}
    told = {slug: _parsed(Story, fields) for slug, fields in (stories or {}).items()}
    models: Mapping[str, Mapping[str, Content]] = {
        "profiles": people or {},
        "assignments": postings or {},
        "vetting": marks,
        "stories": told,
    }
    collections = {
        name: {
            slug: _entry(name, slug, model, (bodies or {}).get(slug, BODY))
            for slug, model in sorted(models.get(name, {}).items())
        }
        for name in COLLECTIONS
    }
    texts = {
        key: _entry("profiles", key[0], _parsed(ProfileText, {"headline": headline}), BODY)
        for key, headline in (translations or {}).items()
    }
    invalid: Mapping[str, frozenset[str]] = dict.fromkeys(COLLECTIONS, frozenset())
    entries = Entries(
        found.site, found.vocabulary, collections, texts, found.photos, invalid, found.root
    )
    related, problems = relate(entries, today)
    assert not has_errors(problems), problems
    return related


def _parsed(model: type[ModelT], fields: Mapping[str, Any]) -> ModelT:
    stated = {name: value for name, value in fields.items() if value is not None}
    source = Source(f"content/{model.__name__}", {})
    read, problems = parse(model, source, written(stated), vocabulary())
    assert read is not None, problems
    return read


def _entry(collection: str, slug: str, model: Content, body: str) -> Entry:
    return Entry(slug, model, Source(f"content/{collection}/{slug}.md", {}, body=body))


def _entries(settings: Mapping[str, Any]) -> Entries:
    data = written({name: value for name, value in settings.items() if value is not None})
    assert isinstance(data, dict)
    empty: Mapping[str, Mapping[str, Source]] = {name: {} for name in COLLECTIONS}
    source = Source("content/site.yml", data)
    entries, problems = validate(Sources("content", source, _vocabulary_files(), empty, {}, {}, ()))
    assert entries is not None and not has_errors(problems), problems
    return entries


@functools.cache
def _vocabulary_files() -> Mapping[str, Source]:
    paths = {name: CONTENT / "vocabulary" / f"{name}.yml" for name in VOCABULARY}
    return {
        name: read_yaml(str(path), path.read_bytes(), VOCABULARY_LIMIT)
        for name, path in paths.items()
    }


def site_files(directory: Directory, urls: Urls, commit: str = "") -> dict[str, bytes]:
    """Every file of the site by output path, without the list of them."""
    return {**site_on_demand(directory, urls, None, ONCE, commit)}
