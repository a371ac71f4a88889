"""The line below a field of a model, in its source: what the field holds, said to people.

It stands where the author of a field sees it, costs nothing when the program starts, and is a
message id like any other.
"""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import sys
from collections.abc import Mapping


def lines_below_fields(source: str) -> Mapping[tuple[str, str], str]:
    """The texts of a module by class and field."""
    found = {}
    for group in ast.parse(source).body:
        if not isinstance(group, ast.ClassDef):
            continue
        for field, below in itertools.pairwise(group.body):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(below, ast.Expr)
                and isinstance(below.value, ast.Constant)
            ):
                found[group.name, field.target.id] = str(below.value.value)
    return found


@functools.cache
def _of_module(name: str) -> Mapping[tuple[str, str], str]:
    return lines_below_fields(inspect.getsource(sys.modules[name]))


def description(model: type, field: str) -> str:
    """What a field holds, as its class or one it is made from says; empty when none does."""
    for owner in model.__mro__:
        if owner.__module__.startswith("sitegen."):
            said = _of_module(owner.__module__).get((owner.__name__, field))
            if said:
                return said
    return ""
