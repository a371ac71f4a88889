"""What a model's fields are called in files, what they hold, and an example of each.

Schemas, tables and new files are all made from this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.described import description
from sitegen.examples import example_of
from sitegen.explain import inner_model
from sitegen.frontmatter import Node, read_yaml
from sitegen.models import Assignment, Profile, Site, VettingMark
from sitegen.models.fields import Content

KINDS: Mapping[str, type[Content]] = {
    "profile": Profile,
    "assignment": Assignment,
    "vetting": VettingMark,
    "site": Site,
}
# Where the files of a kind stand that have a text below their fields.
COLLECTIONS: Mapping[str, str] = {"profile": "profiles", "assignment": "assignments"}
# What `sitegen.explain` calls the outermost group of a file.
_OUTERMOST = {"vetting": "marks", "site": "site.yml"}
_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a group, as people meet it."""

    name: str
    description: str
    example: str
    required: bool
    inner: type[Content] | None

    def value(self) -> Node | None:
        """The value of the example, as text; None without an example."""
        if not self.example:
            return None
        return read_yaml("example", self.example.encode(), _LIMIT).data[self.name]


def fields(model: type[Content], group: str) -> tuple[Field, ...]:
    """The fields of a group in the order of the model; `group` is what messages call it."""
    return tuple(
        Field(
            shown,
            description(model, name),
            example_of(shown, group),
            info.is_required(),
            inner_model(info),
        )
        for name, info in model.model_fields.items()
        for shown in (info.alias or name,)
    )


def groups(kind: str) -> Mapping[type[Content], str]:
    """Every model of a kind of file, outermost first, with what messages call its group."""
    found: dict[type[Content], str] = {}
    for model, group in _groups(KINDS[kind], _OUTERMOST.get(kind, kind)):
        found.setdefault(model, group)
    return found


def _groups(model: type[Content], group: str) -> Iterator[tuple[type[Content], str]]:
    """Models do not nest in themselves."""
    yield model, group
    for field in fields(model, group):
        if field.inner:
            yield from _groups(field.inner, field.name)
