"""What people wrote into their file, for them to start from when they change it.

As fields of the file and not as a record, so that a new field needs no line here; without what
`sitegen.unpublished` names, and without who may change the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from sitegen import urls
from sitegen.directory import Directory, Person
from sitegen.edits import changed
from sitegen.exports.encode import json_bytes
from sitegen.frontmatter import Node
from sitegen.unmade import Unmade
from sitegen.unpublished import dotted, unpublished

OWNERS = ("github", "github_id")


def own_files(directory: Directory) -> dict[str, Unmade]:
    """For each listed person `profiles/SLUG/fields.json`.

    {"fields": as text, "body": Markdown, "kept": [what is there and not said, such as
    engagement.day_rate]}. None for whom the page leaves out more than can be kept so: a story by
    somebody unlisted, a passage that is only being prepared.
    """
    return {
        urls.output_path(f"{urls.profile(person.slug)}fields.json"): Unmade(
            partial(_own, person.slug, directory), ()
        )
        for person in directory.listed
        if not _has_secrets(person, directory)
    }


def _own(slug: str, directory: Directory) -> bytes:
    person = directory.people[slug]
    fields = fields_of_profile(person)
    kept = [loc for loc, _ in unpublished(fields)]
    hidden = [(loc, None) for loc in [*kept, *((name,) for name in OWNERS)]]
    return json_bytes(
        {
            "fields": changed(fields, hidden),
            "body": person.body,
            "kept": list(map(dotted, kept)),
        }
    )


def _has_secrets(person: Person, directory: Directory) -> bool:
    stories, people = directory.articles["stories"], directory.people
    return any(
        passage.state == "preparing"
        or (
            passage.story is not None
            and (author := people.get(getattr(stories[passage.story].model, "by", ""))) is not None
            and not author.is_listed
        )
        for passage in person.profile.transitions
    )


def fields_of_profile(person: Person) -> dict[str, Node]:
    """The fields as they could stand in the file: what was stated and nothing else."""
    stated = person.profile.model_dump(by_alias=True, exclude_unset=True)
    return {name: _node(value) for name, value in stated.items()}


def _node(value: Any) -> Node:
    if value is None:
        # Years in a world that are not said: the one value that a text turns into none.
        return "yes"
    if isinstance(value, Mapping):
        return {str(key): _node(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_node(part) for part in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
