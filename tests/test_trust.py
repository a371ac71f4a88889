"""docs/trust.md names a test for every promise, and each of these tests is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from unicodedata import bidirectional

import pytest
from jinja2 import UndefinedError

from sitegen.directory import Directory
from sitegen.render import _environment
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "trust.md").read_text("utf-8")
ROWS = [line for line in TEXT.splitlines() if re.match(r"\| (\d+)? ?\| [A-Z`]", line)]
NAMED = sorted(set(re.findall(r"`(tests/[a-z_/]+\.py)(?:::(\w+))?`", TEXT)))


@cache
def functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_test_that_is_named_exists() -> None:
    assert len(NAMED) > 90
    assert [(path, name) for path, name in NAMED if name not in {"", *functions(path)}] == []
    assert [path for path, _ in NAMED if not functions(path)] == []


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


# Whatever turns a text into elements or into a program; `outerHTML` may be read.
SINKS = re.compile(
    r"innerHTML|outerHTML\s*[+|?]*=[^=]|insertAdjacentHTML|setHTML|parseFromString|srcdoc|javascript:"
    r"|createContextualFragment|document\.write|\beval\b|\bFunction\(|setAttribute\(\s*[\"'`]on"
    r"|set(?:Timeout|Interval)\(\s*[\"'`]|createPolicy"
)


def test_no_script_makes_markup_of_words() -> None:
    scripts = sorted((ROOT / "assets").rglob("*.js"))
    assert len(scripts) > 20
    found = [(path.name, SINKS.findall(path.read_text("utf-8"))) for path in scripts]
    assert [(name, sinks) for name, sinks in found if sinks] == []


class _Apart(HTMLParser):
    """Collects the texts outside of elements that keep the direction of a line to themselves."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.loose: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            own = tag in ("bdi", "title", "option") or "dir" in dict(attributes)
            self.open.append(own and tag != "html")

    def handle_endtag(self, _: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.loose.append(data)


VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"))


def test_names_that_run_the_other_way_are_kept_apart(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    profiles = [person.profile for person in sample.people.values()]
    names = {name for each in profiles for name in (each.name, each.name_native) if name}
    other_way = {name for name in names if bidirectional(name[0]) in ("R", "AL")}
    pages = {
        path: raw
        for path, raw in site.items()
        if path.endswith(".html") and any(name.encode() in raw for name in other_way)
    }
    assert len(other_way) >= 3 and len(pages) >= 20
    for path, raw in pages.items():
        loose = "".join(_Apart(raw).loose)
        assert (path, [name for name in sorted(other_way) if name in loose]) == (path, [])


def test_the_settings_of_a_repository_are_listed() -> None:
    text = (ROOT / "docs" / "maintaining.md").read_text("utf-8").lower()
    for words in ("branch", "approv", "force", "environment", "pinned|full-length|sha"):
        assert re.search(words, text), words
