"""pydantic's error → Problem: what was found, at its true place, with what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sitegen import nearest
from sitegen.errors import Params, Place, Problem, Severity
from sitegen.examples import EXAMPLES
from sitegen.frontmatter import Loc, Noticed, Source
from sitegen.models import HelpWanted, Method, ProfileText, Site
from sitegen.models.fields import Content
from sitegen.vocabulary import WHERE, Vocabulary

# Above this a misspelt field is likelier than one in the wrong group.
MISSPELT = 0.85
NUMBER_OR_YES = "a number of years, or yes"
GROUPS: Mapping[type[Content], str] = {
    HelpWanted: "help-wanted",
    Method: "method.yml",
    ProfileText: "translation",
    Site: "site.yml",
}


def inner_model(info: FieldInfo | None) -> type[Content] | None:
    """Find the model inside a field's type, however it is wrapped."""
    waiting = [info.annotation] if info else []
    while waiting:
        found: Any = waiting.pop()
        if isinstance(found, type) and issubclass(found, Content):
            return found
        waiting += getattr(found, "__args__", ())
    return None


def fields_of(model: type[Content]) -> dict[str, FieldInfo]:
    """Fields of a model by the name that stands in files."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def example_of(field: str, group: str) -> str:
    """A line as people would write it, in that group where the name has several meanings."""
    return EXAMPLES.get(f"{group}.{field}") or EXAMPLES.get(field) or f'{field}: "…"'


def without_echoes(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out that a field is missing where it stands, misspelt or in the wrong group."""
    found = {
        (problem.params["group"], problem.params.get("suggestion"))
        for problem in problems
        if problem.code == "P010"
    }
    found |= {(p.params["owner"], p.params["field"]) for p in problems if p.code == "P019"}
    return [
        problem
        for problem in problems
        if problem.code != "P011" or (problem.params["group"], problem.params["field"]) not in found
    ]


def with_causes(problems: Iterable[Problem], noticed: Sequence[Noticed]) -> list[Problem]:
    """Add what was noticed in reading: as the error at a value that is refused, else a warning.

    A value that was not read as it was meant is refused for a reason that would mislead.
    """
    causes: dict[tuple[str, Place], list[Problem]] = {}
    for found in noticed:
        causes.setdefault((found.problem.path, found.value), []).append(found.problem)
    told, refused = [], set()
    for problem in problems:
        where = (problem.path, problem.place)
        if problem.severity == "error" and where in causes:
            refused.add(where)
        else:
            told.append(problem)
    for where, found_here in causes.items():
        severity: Severity = "error" if where in refused else "warning"
        told += [replace(problem, severity=severity) for problem in found_here]
    return told


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
        params = {"field": field, "example": example_of(field, self.group(names))}
        code = error["type"]
        if code == "missing":
            return self.missing(loc, names, params)
        if code == "extra_forbidden":
            return self.unknown(loc, names, error["input"], params)
        if code.startswith("P") and error["input"] == "":
            code = "P025"
        elif code.startswith("P"):
            given = {key: str(value) for key, value in error.get("ctx", {}).items()}
            params |= {key: given[key] for key in given if key not in ("code", "example")}
            params |= self.suggestion(code, given)
        else:
            code, params = "P016", params | _shape(code, field, error, self.model)
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

    def unknown(self, loc: Loc, names: list[str], value: object, params: Params) -> Problem:
        """A field that is not one: misspelt, or in the wrong group."""
        group = _model_at(self.model, names[:-1])
        fields = list(fields_of(group)) if group else []
        found = {"field": names[-1], "group": self.group(names), "allowed": ", ".join(fields)}
        misspelt = difflib.get_close_matches(names[-1], fields, n=1, cutoff=MISSPELT)
        owners = list(_owners(self.model, names[-1], ()))
        if len(owners) == 1 and not misspelt and owners[0] != tuple(names[:-1]):
            owner = owners[0][-1] if owners[0] else self.group([])
            line = (
                f"{names[-1]}: {value}" if isinstance(value, str) else example_of(names[-1], owner)
            )
            example = f"{owner}: {{{line}}}" if owners[0] else line
            found |= {"owner": owner, "example": example}
            return self.problem(loc, "P019", found, at_key=True)
        close = difflib.get_close_matches(names[-1], fields, n=1, cutoff=nearest.CLOSE)
        return self.problem(
            loc, "P010", found | dict(nearest.joined(misspelt or close)), at_key=True
        )

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

    def term(self, kind: str, value: str) -> Params:
        """The nearest terms of the vocabulary, and the file that holds them all."""
        found = self.vocabulary.suggest(kind, value) if self.vocabulary else ()
        if kind == "region":
            found = tuple(nearest.country(value)) or found
        return {"where": WHERE.get(kind, ""), **nearest.joined(found)}


def _model_at(model: type[Content], path: Iterable[str]) -> type[Content] | None:
    """The model at a path of fields below a model."""
    current: type[Content] | None = model
    for name in path:
        current = inner_model(fields_of(current).get(name)) if current else None
    return current


def _owners(model: type[Content], name: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Paths of the groups that have a field of this name; models do not nest in themselves."""
    for field, info in fields_of(model).items():
        if field == name:
            yield path
        inner = inner_model(info)
        if inner:
            yield from _owners(inner, name, (*path, field))


def _shape(kind: str, field: str, error: ErrorDetails, model: type[Content]) -> dict[str, str]:
    """What stands there has the wrong shape: a text for a list, a list for a group."""
    names = [part for part in error["loc"] if isinstance(part, str)]
    if kind.startswith("tuple"):
        expected = {"expected": "a list: [first, second]"}
        simple = bool(names) and _model_at(model, names) is None
        return expected | dict(
            nearest.joined(nearest.listed(field, error["input"])) if simple else {}
        )
    if error["loc"] and isinstance(error["loc"][-1], int):
        return {"expected": "a list of groups, each with its fields: [{…}, {…}]"}
    return {"expected": "a group of fields: {name: value}"}
