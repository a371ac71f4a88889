"""docs/trust.md names a test for every promise, and each of these tests is there."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from jinja2 import UndefinedError

from sitegen.render import _environment
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "trust.md").read_text("utf-8")
ROWS = [line for line in TEXT.splitlines() if re.match(r"\| (\d+)? ?\| [A-Z`]", line)]
NAMED = sorted(set(re.findall(r"`(tests/[a-z_/]+\.py)(?:::(\w+))?`", TEXT)))


@cache
def functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_every_test_that_is_named_exists(path: str, name: str) -> None:
    assert name in functions(path) if name else functions(path)


def test_each_of_forty_requirements_has_a_row_and_each_row_a_test() -> None:
    numbers = [int(row.split("|")[1]) for row in ROWS if row.split("|")[1].strip()]
    assert numbers == list(range(1, 41))
    assert [row for row in ROWS if "`tests/" not in row.rpartition(" | ")[2]] == []


def test_what_cannot_be_promised_is_said() -> None:
    assert {"Headers", "Clickjacking", "History"} <= set(
        re.findall(r"- \*\*([A-Z]\w+)\.\*\*", TEXT)
    )
    assert "framed" in (ROOT / "SECURITY.md").read_text("utf-8")
    assert "history" in (ROOT / "content" / "pages" / "privacy.md").read_text("utf-8")


def test_no_template_trusts_what_it_is_given() -> None:
    for path in sorted((ROOT / "templates").rglob("*.html")):
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", path.read_text("utf-8")), path
    environment = _environment(ROOT / "templates")
    assert environment.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ y }}").render()


def test_the_settings_of_a_repository_are_listed() -> None:
    text = (ROOT / "docs" / "maintaining.md").read_text("utf-8").lower()
    for words in ("branch", "approv", "force", "environment", "pinned|full-length|sha"):
        assert re.search(words, text), words
