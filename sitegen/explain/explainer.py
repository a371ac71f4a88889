"""The errors of one model in one source, in words."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from pydantic_core import ErrorDetails

from sitegen import nearest
from sitegen.errors import Params, Problem
from sitegen.examples import example_of
from sitegen.explain.models import fields_of, inner_model, model_at, owners_of, required_of
from sitegen.explain.shapes import entry_shape, shape_of
from sitegen.frontmatter import Loc, Source
from sitegen.messages import phrase
from sitegen.models import (
    Assignment,
    HelpWanted,
    Method,
    News,
    Profile,
    ProfileText,
    Site,
    Story,
)
from sitegen.models.fields import NUMBER_OR_YES, Content
from sitegen.vocabulary import WHERE, Vocabulary

# Above this a misspelt field is likelier than one in the wrong group.
MISSPELT = 0.85
# What has running text below its fields.
WITH_TEXT = (Profile, Assignment, HelpWanted, News, ProfileText, Story)
# Lists of terms, with the kind of their terms.
TERMS = {
    "skills": "skill",
    "sectors": "sector",
    "offers": "topic",
    "privately": "topic",
    "regions": "region",
    "travel": "region",
}
GROUPS: Mapping[type[Content], str] = {
    HelpWanted: "help-wanted",
    Method: "method.yml",
    ProfileText: "translation",
    Site: "site.yml",
}


def line_of(field: str, group: str) -> str:
    """A line as people would write it; the field with a gap where no example is kept."""
    return example_of(field, group) or f'{field}: "…"'


class Explainer:
    """Explains the errors of one model in one source."""

    def __init__(
        self, model: type[Content], source: Source, vocabulary: Vocabulary | None, base: Loc
    ) -> None:
        self.model = model
        self.source = source
        self.vocabulary = vocabulary
        self.base = base

    def __call__(self, error: ErrorDetails) -> Problem:
        """The Problem of one error."""
        loc = tuple(part for part in error["loc"] if part != "[key]")
        names = [part for part in loc if isinstance(part, str)]
        field = names[-1] if names else self.group(names)
        at_key = len(loc) < len(error["loc"])
        params = {"field": field, "example": line_of(field, self.group(names))}
        code = error["type"]
        if code == "missing":
            return self.missing(loc, names, params)
        if code == "extra_forbidden":
            return self.unknown(loc, names, error["input"])
        if code.startswith("P") and error["input"] == "":
            code = "P025"
        elif code.startswith("P"):
            given = {key: str(value) for key, value in error.get("ctx", {}).items()}
            params |= {key: given[key] for key in given if key not in ("code", "example")}
            params |= self.suggestion(code, given)
        else:
            error["input"] = self.by_ids(field, error["input"])
            code, params = "P016", params | shape_of(code, field, error, self.model)
        return self.problem(loc, code, params, at_key=at_key)

    def problem(self, loc: Loc, code: str, params: Params, *, at_key: bool = False) -> Problem:
        """A Problem at a loc of the model."""
        place = self.source.place((*self.base, *loc), at_key=at_key)
        return Problem(self.source.path, place, code, params)

    def missing(self, loc: Loc, names: list[str], params: Params) -> Problem:
        """A field that is not there, or that is there with nothing behind it."""
        if (*self.base, *loc) in self.source.keys:
            return self.problem(loc, "P025", params, at_key=True)
        return self.problem(loc[:-1], "P011", {**params, "group": self.group(names)})

    def unknown(self, loc: Loc, names: list[str], value: object) -> Problem:
        """A field that is not one: misspelt, or in the wrong group."""
        name, group = names[-1], model_at(self.model, names[:-1])
        fields = list(fields_of(group)) if group else []
        found = {"field": name, "group": self.group(names), "allowed": ", ".join(fields)}
        misspelt = difflib.get_close_matches(name, fields, n=1, cutoff=MISSPELT)
        meant = [field for field in nearest.field_names(name) if field in fields]
        if nearest.is_contact(name):
            return self.problem(loc, "P064", {"field": name}, at_key=True)
        elsewhere = {} if misspelt or meant else self.elsewhere(names, value)
        if elsewhere:
            return self.problem(loc, "P019", found | elsewhere, at_key=True)
        close = difflib.get_close_matches(name, fields, n=1, cutoff=nearest.CLOSE)
        if not (misspelt or meant or close):
            shape = self.short_entry(loc, names, value)
            if shape:
                return self.problem(loc, "P016", shape, at_key=True)
        likely = (misspelt or meant or close)[:1]
        whole = nearest.linked(name, value) if likely == ["links"] and meant else ()
        suggestion = nearest.joined(whole or likely)
        return self.problem(loc, "P010", found | dict(suggestion), at_key=True)

    def short_entry(self, loc: Loc, names: list[str], value: object) -> dict[str, str]:
        """`- succession-planning: 2` for an entry of skills: a group whose fields have no names."""
        entry = {names[-1]: value}
        if self.source.at((*self.base, *loc[:-1])) != entry:
            return {}
        shape = entry_shape(required_of(model_at(self.model, names[:-1])), entry)
        field = self.group(names)
        example = line_of(field, self.group(names[:-1]))
        return {"field": field, "example": example, **shape} if "suggestion" in shape else {}

    def elsewhere(self, names: list[str], value: object) -> dict[str, str]:
        """Where a field belongs that is known in another group, or as the text below."""
        if nearest.below(names[-1]) and len(names) == 1 and self.model in WITH_TEXT:
            return {"owner": phrase("the text below"), "example": phrase("below the second `---`")}
        for field in nearest.field_names(names[-1]):
            owners = list(owners_of(self.model, field, ()))
            if len(owners) != 1 or owners[0] == tuple(names[:-1]):
                continue
            owner = owners[0][-1] if owners[0] else self.group([])
            inner = inner_model(fields_of(model_at(self.model, owners[0]) or self.model).get(field))
            simple = isinstance(value, str) and inner is None
            line = f"{field}: {value}" if simple else line_of(field, owner)
            example = f"{owner}: {{{line}}}" if owners[0] else line
            return {"owner": owner, "example": example, "meant": field}
        return {}

    def group(self, names: list[str]) -> str:
        """The group that holds the last of the names, as people call it."""
        return names[-2] if len(names) > 1 else GROUPS.get(self.model, self.model.__name__.lower())

    def suggestion(self, code: str, given: Params) -> Params:
        """What to write instead of a value, where something is near."""
        if code == "P012":
            return self.term(given["kind"], given["value"])
        if code == "P028" and given["allowed"] == NUMBER_OR_YES:
            return nearest.joined(nearest.years(given["value"]))
        if code == "P028":
            return nearest.joined(nearest.choices(given["value"], given["allowed"].split(", ")))
        near = nearest.BY_CODE.get(code)
        found = near(given["value"]) if near else ()
        return nearest.joined([value for value in found if value != given["value"]])

    def by_ids(self, field: str, value: object) -> object:
        """What stands where a list of terms belongs, with the ids of those that are known."""
        kind = TERMS.get(field)
        if self.vocabulary is None or kind is None:
            return value
        if isinstance(value, dict):
            return {self.id_of(kind, name): second for name, second in value.items()}
        if field == "skills":
            return self.id_of(kind, value)
        return [self.id_of(kind, part) for part in nearest.parts_of(value)]

    def id_of(self, kind: str, written: object) -> object:
        """The only term that may be meant, or what was written."""
        found = (
            self.vocabulary.suggest(kind, written)
            if self.vocabulary and isinstance(written, str)
            else ()
        )
        return found[0] if len(found) == 1 else written

    def term(self, kind: str, value: str) -> Params:
        """The nearest terms of the vocabulary, and the file that holds them all."""

        def near(written: str) -> Sequence[str]:
            found = self.vocabulary.suggest(kind, written) if self.vocabulary else ()
            return (tuple(nearest.country(written)) or found) if kind == "region" else found

        found = nearest.in_parts(value, near) or near(value)
        return {"where": WHERE.get(kind, ""), **nearest.joined(found)}
