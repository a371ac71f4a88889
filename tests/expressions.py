"""The part of the expression language of workflows that ours use: `${{ … }}` and `if:`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_TOKEN = re.compile(r"\s*('(?:[^']|'')*'|&&|\|\||==|!=|[!(),]|[\w.*-]+)")
_STATUS = re.compile(r"\b(success|failure|cancelled|always)\(\)")


def evaluate(text: str, context: Mapping[str, Any]) -> Any:
    """The value of an expression; what a context lacks is None, as it is empty on a runner."""
    tokens = _TOKEN.findall(text)
    assert "".join(text.split()) == "".join("".join(tokens).split()), f"not understood: {text}"
    parser = _Parser(tokens, context)
    value = parser.either()
    assert not parser.tokens, f"left over in {text}: {parser.tokens}"
    return value


def interpolate(value: Any, context: Mapping[str, Any]) -> str:
    """A value of the YAML as a step gets it; questions about the status stand in `if:` alone."""

    def value_of(found: re.Match[str]) -> str:
        assert not _STATUS.search(found[1]), f"not allowed here: {found[1]}"
        return shown(evaluate(found[1], context))

    return re.sub(r"\$\{\{(.*?)\}\}", value_of, str(value), flags=re.S)


def holds(condition: str, context: Mapping[str, Any]) -> bool:
    """Whether an `if:` lets a step or a job run; without a question about the status, success."""
    text = condition.strip().removeprefix("${{").removesuffix("}}").strip() or "success()"
    return bool(evaluate(text if _STATUS.search(text) else f"success() && ({text})", context))


def shown(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return str(value)


class _Parser:
    def __init__(self, tokens: list[str], context: Mapping[str, Any]) -> None:
        self.tokens = tokens
        self.context = context

    def either(self) -> Any:
        value = self.both()
        while self._take("||"):
            other = self.both()
            value = value or other
        return value

    def both(self) -> Any:
        value = self.equal()
        while self._take("&&"):
            other = self.equal()
            value = value and other
        return value

    def equal(self) -> Any:
        value = self.single()
        for sign, wanted in (("==", True), ("!=", False)):
            if self._take(sign):
                same = shown(value).casefold() == shown(self.single()).casefold()
                return same is wanted
        return value

    def single(self) -> Any:
        if self._take("!"):
            return not self.single()
        if self._take("("):
            value = self.either()
            assert self._take(")")
            return value
        token = self.tokens.pop(0)
        if token.startswith("'"):
            return token[1:-1].replace("''", "'")
        if self._take("("):
            return self._call(token)
        return resolve(token.split("."), self.context)

    def _call(self, name: str) -> Any:
        arguments = []
        while not self._take(")"):
            arguments.append(self.either())
            self._take(",")
        failed = self.context.get("failed", False)
        functions: dict[str, Callable[..., Any]] = {
            "success": lambda: not failed,
            "failure": lambda: failed,
            "cancelled": lambda: False,
            "contains": lambda where, what: what in (where or ()),
        }
        return functions[name](*arguments)

    def _take(self, token: str) -> bool:
        if self.tokens and self.tokens[0] == token:
            self.tokens.pop(0)
            return True
        return False


def resolve(path: list[str], value: Any) -> Any:
    """`a.b` and `a.*.b` in nested mappings and lists."""
    for index, name in enumerate(path):
        if name == "*":
            return [resolve(path[index + 1 :], item) for item in value or ()]
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
